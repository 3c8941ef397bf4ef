"""Lists and tables of units in pages: their entries, their order, what comes and what goes."""
