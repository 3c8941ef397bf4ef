"""Which findings of a run are shown: a change, a baseline, PATHS, and last of all the limits."""
