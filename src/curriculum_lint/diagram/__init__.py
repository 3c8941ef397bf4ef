"""Mermaid text → diagrams as data. What is not understood to the last line is no diagram."""
