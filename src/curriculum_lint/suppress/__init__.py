"""Suppression comments, written for what is found: the page stays as it is."""
