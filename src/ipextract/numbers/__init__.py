"""Numerals: Arabic, Chinese and mixed, to exact decimals."""
