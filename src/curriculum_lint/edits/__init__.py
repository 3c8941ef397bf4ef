"""Changes as data (edits, fixes), and the one place that applies them to disk."""
