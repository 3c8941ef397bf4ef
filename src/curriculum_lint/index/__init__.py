"""The index of a curriculum: what is generated from the tree, and kept true."""
