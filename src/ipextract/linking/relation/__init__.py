"""What a number says of its indicator: its level, its change, share, gap or rank, reached or aimed at."""
