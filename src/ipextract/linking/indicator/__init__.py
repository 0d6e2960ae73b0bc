"""The indicator of a number: the words around it made a name, and what the sentence leaves out filled in."""
