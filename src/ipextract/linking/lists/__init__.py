"""Lists of names and numbers: which belong together, and what each number is called."""
