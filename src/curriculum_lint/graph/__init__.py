"""The graph of prerequisites: which unit or concept leads to which, as data and as pictures."""
