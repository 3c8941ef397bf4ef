"""Restructuring a curriculum as data: units renamed and renumbered, with all that names them."""
