"""One rule, one file, in the folder of its family. Adding a file adds the rule."""
