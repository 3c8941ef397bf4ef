"""Headings written anew, and the links to their anchors."""
