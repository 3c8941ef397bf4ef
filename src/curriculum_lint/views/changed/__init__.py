"""What a change touches and what it causes, compared with the version it is based on."""
