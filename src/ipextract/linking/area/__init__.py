"""The reference area of a number: the places a text names, which holds for it, and where the document stands."""
