"""What front matter and the files of site generators say of the place of a unit."""
