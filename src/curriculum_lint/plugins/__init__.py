"""Rules of other packages: installed, named in the configuration, and only then loaded."""
