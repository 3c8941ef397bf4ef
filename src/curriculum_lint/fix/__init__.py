"""Repairs: fixes applied in rounds until a check of the result has none left."""
