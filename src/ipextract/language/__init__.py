"""Text as the rules see it: folded with an offset map, cut into sentences and words."""
