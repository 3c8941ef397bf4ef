"""Characters, code and line ends."""
