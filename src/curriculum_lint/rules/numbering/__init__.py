"""Numbers and letters of units, exercises and lists."""
