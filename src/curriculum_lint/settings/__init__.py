"""The configuration: found, read, checked, and where each value came from."""
