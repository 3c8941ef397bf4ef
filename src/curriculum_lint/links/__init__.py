"""Destinations → targets: where every link of the repository leads."""
