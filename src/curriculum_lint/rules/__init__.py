"""One rule, one file. Adding a file here adds the rule: there is no other list."""
