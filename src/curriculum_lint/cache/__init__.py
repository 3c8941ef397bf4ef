"""What earlier runs found out, kept outside the tree: settings, pages, and whole results."""
