"""Inputs made to break ipextract, and what must hold for each: `python tests/fuzz --help`."""
