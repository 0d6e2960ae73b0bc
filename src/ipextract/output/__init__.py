"""Ways out: JSON, JSON Lines, rows."""
