"""The run itself: files that cannot be read, and suppressions."""
