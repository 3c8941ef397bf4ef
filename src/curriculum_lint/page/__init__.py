"""The page: the index of a curriculum as one HTML file that needs nothing else."""
