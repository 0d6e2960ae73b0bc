"""Whose a number is: indicator, period, region, relation, part_of."""
