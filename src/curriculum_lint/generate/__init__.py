"""Everything that is generated from the index: as it is, and as it should be."""
