"""What names a path that moves: links, code, files of other tools, old addresses."""
