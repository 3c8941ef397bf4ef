"""The navigation of sites in YAML, JSON and scripts."""
