"""What a sentence leaves out of a name, by what it is taken from: each function gives the whole name, or None where it does not apply."""
