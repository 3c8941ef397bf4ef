"""How much a curriculum holds, and how it reads: figures for those who keep it."""
