"""A readme as GitHub shows it: Markdown text → HTML that is safe in anybody's page."""
