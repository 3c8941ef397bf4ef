"""What builds on what: prerequisites, concepts, difficulty and time."""
