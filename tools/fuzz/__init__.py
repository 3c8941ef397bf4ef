"""Random input for the whole engine: what must hold whatever a stranger has written."""
