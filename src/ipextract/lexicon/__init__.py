"""Vocabulary: units, trigger words, names of measures, guards and administrative divisions.

All words stand in data files beside this module, each with its source. A user's own file is laid over
them for one `Extractor` only; nothing global changes.
"""

from ipextract.lexicon.loader import Lexicon, Unit, load_lexicon
from ipextract.lexicon.regions import Division, Regions

__all__ = ["Division", "Lexicon", "Regions", "Unit", "load_lexicon"]
