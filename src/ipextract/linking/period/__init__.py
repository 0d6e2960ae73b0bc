"""The time of a number: what expressions of time mean, which holds for it, and what a document reports on."""
