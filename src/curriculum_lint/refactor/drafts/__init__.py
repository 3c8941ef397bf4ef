"""What is written for a unit or an exercise that does not exist yet, or goes with it."""
