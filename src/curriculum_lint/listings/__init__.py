"""Lists of units that people write, in whatever form: where each entry stands, and whose it is."""
