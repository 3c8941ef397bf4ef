"""Text and places in it: what every other package builds on."""
