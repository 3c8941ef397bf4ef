"""What a readme must contain, and how its parts are written."""
