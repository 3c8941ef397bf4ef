"""Times the linter against itself and its peers."""
