"""The curriculum before a restructuring and the one after it, compared."""
