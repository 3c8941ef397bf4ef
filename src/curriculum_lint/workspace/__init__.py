"""What is below the root: which paths exist, which count, and what their files say."""
