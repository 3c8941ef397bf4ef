"""Units and headings that get another title, and titles that repeat a number."""
