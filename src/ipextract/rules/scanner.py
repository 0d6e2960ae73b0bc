"""The scanner: folded text to tokens, in one pass.

At each place only the rules are tried whose expressions can begin with what stands there (`openings`); at most
places of a text there are none.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import regex

from ipextract.language.segmenter import Segmenter
from ipextract.lexicon import Lexicon
from ipextract.numbers.numerals import SCALE_CHARS, arabic, chinese
from ipextract.patterns import compiled, lazily
from ipextract.rules.amounts import BOUNDS, AmountReader
from ipextract.rules.expressions import expression_rules
from ipextract.rules.openings import Openings
from ipextract.rules.rule import ExpressionRule
from ipextract.rules.tokens import Basis, Place, Token

# How many characters on either side tell where the words of an expression begin and end.
_BESIDE = 8
_DIGITS = frozenset("0123456789")
# Two parts that make a hundred are shares, and two that make ten behind these words: 调整为5:5.
_WHOLE, _TENTHS = 100, 10
_BEFORE_TENTHS = lazily(compiled, r"(?<!比分[^，。]{0,4})(?:为|由|从|至|到|成)$")


class Scanner:
    """Cuts folded text into tokens.

    Args:
        lexicon: the vocabulary; the patterns are compiled from it once.
        segmenter: finds the words that an expression must not cut.
    """

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        self._lexicon = lexicon
        self._segmenter = segmenter
        self._amounts = AmountReader(lexicon)
        self._points = frozenset(lexicon.words("units.roles.points"))
        self._first_kinds = frozenset(lexicon.words("triggers.rank.not_firsts"))
        self._bases, self._rate_bases = _basis_words(lexicon), lexicon.words("triggers.basis.words_yoy")
        self.rules = expression_rules(lexicon)
        # What of a rule's name says what becomes of what it found is asked once, and not of every token.
        self._plain, self._of_numbers = (frozenset(rule.name for rule in self.rules if rule.name.startswith(head)) for head in ("plain.", "number."))
        self._bounded = frozenset(rule.name for rule in self.rules if "(?P<pre>" in rule.pattern)
        self._openings = Openings(self.rules, _word_lists(lexicon))

    def scan(self, text: str) -> list[Token]:
        """The tokens of `text` in order; together they cover it without gap or overlap."""
        tokens: list[Token] = []
        # Behind the last plain text, and behind the last token.
        plain = after = 0
        openings = self._openings
        for position in openings.places(text):
            if position < after:
                continue
            trials = openings[text[position : position + 2]]
            if len(trials) > 1:
                trials = openings.narrowed(trials, text, position)
            for trial in trials:
                rule = trial.rule
                if trial.is_mark:
                    match, end = None, position + 1
                else:
                    match = trial.match(text, position)
                    if match is None:
                        continue
                    end = match.end()
                    if end == position or not (trial.is_plain or not self._refuses(rule, match, plain)):
                        continue
                token = Token(rule.letter, position, end, None, rule.name, rule.role) if trial.is_plain else self._make(rule, match, position, end)
                after = end
                if token is not None:
                    if token.start > plain:
                        tokens.append(Token("X", plain, token.start))
                    tokens.append(token)
                    plain = end
                break
        if plain < len(text):
            tokens.append(Token("X", plain, len(text)))
        return tokens

    def _refuses(self, rule: ExpressionRule, match: Any, plain: int) -> bool:
        """Whether what a pattern found is nothing after all: a word cut in two, a score of 2:1 for shares of a whole."""
        if rule.name == "number.structure":
            halves = match.group("halves")
            if halves is None:
                return False
            whole = sum(arabic(part.strip(" %")) for part in regex.split("[:：]", halves))
            return not (whole == _WHOLE or (whole == _TENTHS and _BEFORE_TENTHS.search(match.string, 0, match.start()) is not None))
        return (rule.whole or rule.name in self._bounded) and self._cuts_word(rule, match, plain)

    def _cuts_word(self, rule: ExpressionRule, match: Any, plain: int) -> bool:
        """Whether an expression that must be made of whole words begins or ends within one.

        What was found before `plain` is of no word here: 比2016年少1个 has no 年少.
        Of a number this is asked of the one character of a bound in front of it: the 约 of 预约3万人次 is none, nor the 上 of 线上百家.
        """
        if not rule.whole:
            bound = match["pre"]
            if (len(bound) != 1) if bound else not (rule.name == "number.chinese" and match["chinese"].startswith("上")):
                return False
        text, (start, end) = match.string, match.span()
        if not rule.whole:
            end = start + 1
        first, last = start, end
        while first > max(plain, start - _BESIDE) and "\u4e00" <= text[first - 1] <= "\u9fff":
            first -= 1
        while rule.whole and last < min(len(text), end + _BESIDE) and "\u4e00" <= text[last] <= "\u9fff":
            last += 1
        edges, place = {first}, first
        for word in self._segmenter.words(text[first:last]):
            if not rule.whole and place + 2 <= start == place + len(word) - 1 and len(self._segmenter.words(word[-2:])) > 1:
                # 总额近4成: the dictionary cuts 总额近, and 额近 is no word; the 条约 of 国际条约 is one.
                return False
            place += len(word)
            edges.add(place)
        return start not in edges or end not in edges

    def _make(self, rule: ExpressionRule, match: Any, start: int, end: int) -> Token | None:
        if rule.name in self._plain:
            return None
        if rule.name in self._of_numbers:
            return self._number(rule, match, start, end)
        value: Any = None
        if rule.letter == "T":
            value = match.groupdict()
        elif rule.letter == "B":
            value = self._basis(match.group())
            # 较3年前: the numeral of a basis is one of time.
            return Token("B", start, end, value, rule.name, "" if _DIGITS.isdisjoint(match.group()) else "period")
        return Token(rule.letter, start, end, value, rule.name, rule.role)

    def _basis(self, text: str) -> Basis:
        # 比上月同比涨幅扩大3个百分点: the second word is of the noun behind it.
        compared = next((text.removesuffix(word) for word in self._rate_bases if text.endswith(word)), text)
        for said in (compared, text):
            for word, basis in self._bases:
                if word in said:
                    return Basis(basis, text, word)
        return Basis("other", text)

    def _number(self, rule: ExpressionRule, match: Any, start: int, end: int) -> Token | None:
        name = rule.name
        groups = match.groupdict()
        if name == "number.structure":
            form = next(form for form in ("parts", "two", "to_one", "halves") if groups[form])
            parts, inner = groups[form], match.start(form)
            return Token("S", inner, end, parts, name) if inner == start else Token("S", start, end, parts, name)
        if name == "number.place":
            return Token("O", start, end, _place(groups), name)
        if name in ("number.first", "number.nth"):
            return Token("N" if match.group() in self._first_kinds else "F", start, end, match.group(), name, "ordinal")
        if rule.letter == "N":
            return Token("N", start, end, None, name, rule.role)
        groups["closing"] = end >= len(match.string) or match.string[end] in "，。；、）！"
        amount = self._amounts.read(name, groups)
        if amount is None:
            return None
        letter = {"percentage": "%", "multiple": "M"}.get(amount.kind, "#")
        if amount.unit in self._points:
            letter = "Q"
        elif amount.unit is None and amount.kind == "quantity":
            letter = "U"
        return Token(letter, start, end, amount, name)


def _place(groups: dict[str, Any]) -> Place:
    if groups["top"]:
        return Place(Decimal(1), marked=True)
    if groups["front"]:
        digits = groups["front"][1:].strip()
        value = Decimal(digits) if digits.isdigit() else chinese(digits) or Decimal(0)
        return Place(value, "at_most", bool(groups["front_mark"]))
    digits = groups["place"]
    return Place(Decimal(digits) if digits.isdigit() else chinese(digits) or Decimal(0), "exact", bool(groups["mark"]))


def _basis_words(lexicon: Lexicon) -> list[tuple[str, str]]:
    """Words with their basis, longest first, so that 上年末 is found before 上年."""
    out = [(word, name) for name in ("yoy", "mom", "average") for word in lexicon.words(f"triggers.basis.words_{name}")]
    out += [(word, name) for name in ("yoy", "mom", "year_end") for word in lexicon.words(f"triggers.basis.references_{name}")]
    out += [(word, "other") for word in lexicon.words("triggers.basis.references_other.words")]
    return sorted(out, key=lambda pair: -len(pair[0]))


def _word_lists(lexicon: Lexicon) -> dict[str, list[str]]:
    """The word lists that the patterns name."""
    words = lexicon.words
    change = [*words("triggers.change.up"), *words("triggers.change.down")]
    names = [*words("triggers.basis.words_yoy"), *words("triggers.basis.words_mom")]
    references = [word for name in ("yoy", "mom", "year_end") for word in words(f"triggers.basis.references_{name}")]
    gaps = [*words("triggers.gap.above"), *words("triggers.gap.below")]
    ranks = words("triggers.rank.verbs")
    lists = {
        "unit": list(lexicon.units),
        "scaled_unit": [word for word in lexicon.units if word[0] in SCALE_CHARS],
        "per_unit": words("units.roles.per"),
        "per_measure": words("units.roles.per_measure"),
        "metal": words("units.roles.metals"),
        "latin_unit": [word for word in lexicon.units if word[0].isascii() and word[0].isalpha()],
        "bracketed": words("units.roles.bracketed"),
        "before": [word for name in BOUNDS for word in words(f"triggers.bounds.before.{name}")],
        "before_guard": words("triggers.bounds.guards"),
        "after": [word for name in BOUNDS for word in words(f"triggers.bounds.after.{name}")],
        "after_closing": [word for name in BOUNDS for word in words(f"triggers.bounds.closing.{name}")],
        "manner": words("measures.manners"),
        "milestone": words("measures.milestones"),
        "people": [*words("measures.people"), *words("measures.units_in_names.户")],
        "unlike_always": words("units.roles.unlike_always"),
        # 车道公里, though 车道 is none.
        "unit_all_the_same": [word for word in lexicon.units if word.startswith(words("units.roles.unlike_always"))],
        "unlike_unit": words("units.roles.unlike"),
        "basis_word": names,
        "average_word": words("triggers.basis.words_average"),
        "basis_reference": [*references, *words("triggers.basis.references_other.words")],
        "mean_of_years": words("triggers.gap.means_of_years"),
        "whole_place": [word for level in ("country", "province", "city", "county", "district") for word in words(f"triggers.places.{level}")],
        "first": words("triggers.rank.firsts"),
        "holiday": words("measures.cleaning.holidays"),
        "holiday_span": words("measures.cleaning.holiday_spans"),
        "of_use": words("triggers.share.of_use"),
        "guard": [*words("triggers.change.guards"), *words("triggers.share.guards"), *words("triggers.gap.guards")],
        "equal": words("triggers.frame.equal"),
        "rate_noun": [*words("triggers.change.rate_up"), *words("triggers.change.rate_down")],
        "change": change,
        "change_long": [word for word in change if len(word) > 1],
        "change_short": [*words("triggers.change.before_numbers"), *(word for word in change if len(word) == 1)],
        "change_mark": [*words("triggers.change.rising_marks"), *words("triggers.change.falling_marks")],
        "become": words("triggers.change.become"),
        "reach": words("triggers.change.reach"),
        "share_noun": words("triggers.share.nouns"),
        "before_place": words("triggers.share.before_places"),
        "share_noun_behind": words("triggers.share.nouns_behind"),
        "rank_long": [word for word in ranks if len(word) > 1],
        "rank_placing": words("triggers.rank.placing"),
        "rank_short": [word for word in ranks if len(word) == 1],
        "gap_long": [word for word in gaps if len(word) > 1],
        "gap_width": words("triggers.gap.wide") + words("triggers.gap.narrow"),
        "gap_short": [word for word in gaps if len(word) == 1],
        "gap_over": words("triggers.gap.over"),
        "limit_in_short": words("triggers.gap.limits_in_short"),
        "over_plan": words("triggers.gap.over_plan"),
        "set_ahead": words("triggers.gap.set_ahead"),
        "part": words("triggers.frame.parts"),
        "respectively": words("triggers.frame.respectively"),
        "rank_moves": words("triggers.rank.moves"),
        "each_has": words("triggers.frame.each_has"),
        "each": words("triggers.frame.each"),
        "each_at": words("triggers.frame.each_at"),
        "pull": words("triggers.frame.pull"),
    }
    return {name: list(dict.fromkeys(value)) for name, value in lists.items()}
