"""The language server: what editors ask of a curriculum, over texts that are not saved yet."""
