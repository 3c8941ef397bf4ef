"""What a readme must contain: JSON Schema, and what it asks for that a readme lacks."""
