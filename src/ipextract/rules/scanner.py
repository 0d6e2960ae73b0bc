"""The scanner: folded text to tokens, in one pass.

At each place only the rules are tried whose expressions can begin with the two characters that stand
there; at most places of a text there are none.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import regex

from ipextract.language.segmenter import Segmenter
from ipextract.lexicon import Lexicon
from ipextract.numbers.numerals import SCALE_CHARS, arabic, chinese, fraction, plain, scale, times
from ipextract.rules.expressions import expression_rules
from ipextract.rules.rule import ExpressionRule
from ipextract.rules.tokens import Amount, Basis, Place, Token

# How many characters on either side tell where the words of an expression begin and end.
_BESIDE = 8
_BOUND_NAMES = ("more_than", "at_least", "less_than", "at_most", "approximate", "exact")
# 三五万人, 七八十家: two digits that stand next to each other give a range.
_SPREAD = regex.compile(r"(?P<low>[一二三四五六七八九])(?P<high>[二三四五六七八九])(?P<scale>[十百千万亿]*)")
_DIGITS = frozenset("0123456789")
# Two parts that make a hundred are shares, and two that make ten behind these words: 调整为5:5.
_WHOLE, _TENTHS = 100, 10
_BEFORE_TENTHS = regex.compile(r"(?<!比分[^，。]{0,4})(?:为|由|从|至|到|成)$")


class Scanner:
    """Cuts folded text into tokens.

    Args:
        lexicon: the vocabulary; the patterns are compiled from it once.
        segmenter: finds the words that an expression must not cut.
    """

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        self._lexicon = lexicon
        self._segmenter = segmenter
        self._units = lexicon.units
        self._before = {word: name for name in _BOUND_NAMES for word in lexicon.words(f"triggers.bounds.before.{name}")}
        self._after = {word: name for name in _BOUND_NAMES for place in ("after", "closing") for word in lexicon.words(f"triggers.bounds.{place}.{name}")}
        self._caps = frozenset(lexicon.words("triggers.bounds.caps"))
        self._people = frozenset(lexicon.words("units.roles.people"))
        self._figurative = frozenset(lexicon.words("units.roles.figurative"))
        self._ordinal_like = frozenset(lexicon.words("units.roles.ordinal_like"))
        self._points = frozenset(lexicon.words("units.roles.points"))
        self._first_kinds = frozenset(lexicon.words("triggers.rank.not_firsts"))
        self._bases = _basis_words(lexicon)
        self.rules = expression_rules(lexicon)
        lists = _word_lists(lexicon)
        self._patterns = [(rule, _compile(rule.pattern, lists)) for rule in self.rules]
        self._by_opening: dict[str, tuple[tuple[ExpressionRule, Any], ...]] = {}

    def scan(self, text: str) -> list[Token]:
        """The tokens of `text` in order; together they cover it without gap or overlap."""
        tokens: list[Token] = []
        plain = position = 0
        known = self._by_opening
        while position < len(text):
            opening = text[position : position + 2]
            rules = known.get(opening)
            if rules is None:
                rules = self._rules_for(opening)
            for rule, pattern in rules:
                match = pattern.match(text, position)
                if match is None or match.end() == position or self._refuses(rule, match):
                    continue
                token = self._make(rule, match, position, match.end())
                position = match.end()
                if token is not None:
                    if token.start > plain:
                        tokens.append(Token("X", plain, token.start))
                    tokens.append(token)
                    plain = position
                break
            else:
                position += 1
        if plain < len(text):
            tokens.append(Token("X", plain, len(text)))
        return tokens

    def _refuses(self, rule: ExpressionRule, match: Any) -> bool:
        """Whether what a pattern found is nothing after all: a word cut in two, a score of 2:1 for shares of a whole."""
        if rule.name == "number.structure":
            halves = match.group("halves")
            if halves is None:
                return False
            whole = sum(arabic(part.strip(" %")) for part in regex.split("[:：]", halves))
            return not (whole == _WHOLE or (whole == _TENTHS and _BEFORE_TENTHS.search(match.string, 0, match.start()) is not None))
        return (rule.whole or "pre" in rule.pattern) and self._cuts_word(rule, match)

    def _cuts_word(self, rule: ExpressionRule, match: Any) -> bool:
        """Whether an expression that must be made of whole words begins or ends within one.

        Of a number this is asked of the one character of a bound in front of it: the 约 of 预约3万人次 is none.
        """
        text, (start, end) = match.string, match.span()
        if not rule.whole:
            if len(match.groupdict().get("pre") or "") != 1:
                return False
            end = start + 1
        first, last = start, end
        while first > max(0, start - _BESIDE) and "\u4e00" <= text[first - 1] <= "\u9fff":
            first -= 1
        while rule.whole and last < min(len(text), end + _BESIDE) and "\u4e00" <= text[last] <= "\u9fff":
            last += 1
        edges, place = {first}, first
        for word in self._segmenter.words(text[first:last]):
            place += len(word)
            edges.add(place)
        return start not in edges or end not in edges

    def _rules_for(self, opening: str) -> tuple[tuple[ExpressionRule, Any], ...]:
        """The rules whose expressions can begin with `opening` (one or two characters), in order of priority.

        A partial match says so; a rule that looks back is taken by the first characters it names
        itself, because nothing stands in front of the opening.
        """
        rules = self._by_opening.get(opening)
        if rules is None:
            candidates = self._patterns if len(opening) == 1 else self._rules_for(opening[0])
            rules = tuple(
                (rule, pattern) for rule, pattern in candidates
                if (opening[0] in rule.starts if rule.starts else pattern.match(opening, partial=True) is not None)
            )
            self._by_opening[opening] = rules
        return rules

    def _make(self, rule: ExpressionRule, match: Any, start: int, end: int) -> Token | None:
        if rule.name.startswith("number."):
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
        for word, basis in self._bases:
            if word in text:
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
        amount = self._amount(name, groups)
        if amount is None:
            return None
        letter = {"percentage": "%", "multiple": "M"}.get(amount.kind, "#")
        if amount.unit in self._points:
            letter = "Q"
        elif amount.unit is None and amount.kind == "quantity":
            letter = "U"
        return Token(letter, start, end, amount, name)

    def _amount(self, name: str, groups: dict[str, Any]) -> Amount | None:
        before = self._before.get(groups.get("pre") or "")
        after = "more_than" if groups.get("post") == "多" else self._after.get(groups.get("post") or "")
        bound = self._bound(groups.get("pre") or "", before, after)
        flags: dict[str, Any] = {"bounded_before": before not in (None, "exact"), "bounded_after": after in ("at_least", "at_most")}
        if name == "number.fold":
            times = chinese(groups["fold"] or "一") if not (groups["fold"] or "").isdigit() else Decimal(groups["fold"])
            behind = groups["fold_post"] or ""
            extra = ("more_than" if behind == "多" else self._after.get(behind)) or self._before.get(groups["fold_pre"] or groups["fold_in"] or "", "exact")
            return Amount("multiple", Decimal(2) ** int(times or 1) - 1, None, extra)
        if name == "number.tenths":
            tenths = chinese(groups["tenths"]) if not groups["tenths"].isdigit() else Decimal(groups["tenths"])
            halves = groups["halves"]
            value = (tenths or Decimal(0)) * 10 + (0 if not halves else 5 if halves == "半" else chinese(halves) or 0)
            return Amount("percentage", value, "%", bound, chinese=True, **flags)
        if name == "number.fraction":
            return _fraction(groups, bound, flags)
        if name == "number.percent_words":
            text = groups["hundredth"]
            number = arabic(text) if text[0].isdigit() else chinese(text)
            return None if number is None else Amount("percentage", plain(number), "%", bound, chinese=True, **flags)
        if name == "number.rate_per":
            return Amount("quantity", plain(arabic(groups["rate"])), groups["rate_per"], bound, **flags)
        if name == "number.chinese":
            return self._chinese(groups, bound, flags)
        return self._arabic(groups, bound, flags)

    def _bound(self, printed: str, before: str | None, after: str | None) -> str:
        """The bound that two words set together: 控制在3.5%左右 is about that, 不超过5%左右 at most that."""
        if before is None or (after is not None and (before in ("approximate", "exact") or printed in self._caps)):
            return after or before or "exact"
        return before

    def _unit(self, groups: dict[str, Any]) -> tuple[str, str | None]:
        """The kind and the name of the printed unit; a rate per something keeps what it is per."""
        spelled = groups.get("unit")
        if not spelled:
            return "quantity", None
        unit = self._units[spelled]
        name = unit.name + (groups.get("both") or "")
        per = (groups.get("per") or "").strip()
        if not per:
            return unit.kind, name
        if unit.kind == "money":
            return "money", name + per
        return ("quantity" if unit.kind == "quantity" else unit.kind), name + per

    def _arabic(self, groups: dict[str, Any], bound: str, flags: dict[str, Any]) -> Amount:
        kind, unit = self._unit(groups)
        factor = scale(groups["scale"] or "")
        value = times(arabic(groups["number"]), factor)
        if groups["sign"]:
            value = value.copy_negate()
        if groups["inner"] or groups["inner2"]:
            bound = "approximate" if groups["inner"] == "来" else "more_than"
        upper = None
        if groups["low"]:
            upper = value
            value = times(arabic(groups["low"]), scale(groups["low_scale"]) if groups["low_scale"] else factor)
            bound = "range"
        return Amount(kind, plain(value), unit, bound, None if upper is None else plain(upper), factor=factor, **flags)

    def _chinese(self, groups: dict[str, Any], bound: str, flags: dict[str, Any]) -> Amount | None:
        text = groups["chinese"]
        spread = _SPREAD.fullmatch(text)
        if spread is not None and int(chinese(spread["high"]) or 0) - int(chinese(spread["low"]) or 0) in (1, 2):
            return self._spread(groups, spread)
        vague = text[0] in "数几上"
        if vague:
            bound, text = ("at_least" if text[0] == "上" else "approximate"), text[1:]
        if not text or "零" in text[:1] or (text == "两" and groups["unit"] == "会"):
            return None
        bare_scale = text[0] in "百千万亿"
        if bare_scale and not (vague or groups["pre"] or groups["inner"]) and not (len(text) > 1 and (groups["unit"] is None or groups["unit"] in self._people - {"人"})):
            # 万人发明专利拥有量, 亿元以上项目: a scale alone is a number only behind 突破, 近, 数, and of people: 百万名.
            return None
        value = chinese(text)
        if value is None:
            return None
        kind, unit = self._unit(groups)
        if groups.get("chinese_scale"):
            value = times(value, scale(groups["chinese_scale"]))
        small = not any(char in "百千万亿" for char in text)
        if small and not vague and not groups["inner"] and kind in ("count", "quantity") and not flags["bounded_before"]:
            closing = groups["closing"]
            if groups["unit"] in self._ordinal_like or value < 2 or (groups["unit"] in self._figurative and not (closing or value > 10)):
                return None
        if groups["inner"]:
            bound = "approximate" if groups["inner"] == "来" else "more_than"
        return Amount(kind, plain(value), unit, bound, chinese=True, factor=10, **flags)

    def _spread(self, groups: dict[str, Any], spread: Any) -> Amount | None:
        """七八十家: 70 to 80."""
        if not spread["scale"] and groups["unit"] in self._ordinal_like | self._figurative:
            return None
        factor = scale((spread["scale"] or "") + (groups.get("chinese_scale") or ""))
        kind, unit = self._unit(groups)
        low, high = (times(chinese(spread[end]) or Decimal(0), factor) for end in ("low", "high"))
        return Amount(kind, plain(low), unit, "range", plain(high), chinese=True, factor=10)


def _compile(pattern: str, lists: dict[str, list[str]]) -> Any:
    """The pattern with the word lists that it names."""
    named: dict[str, Any] = {name: words for name, words in lists.items() if f"\\L<{name}>" in pattern}
    return regex.compile(pattern, **named)


def _place(groups: dict[str, Any]) -> Place:
    if groups["top"]:
        return Place(Decimal(1), marked=True)
    if groups["front"]:
        digits = groups["front"][1:].strip()
        value = Decimal(digits) if digits.isdigit() else chinese(digits) or Decimal(0)
        return Place(value, "at_most", bool(groups["front_mark"]))
    digits = groups["place"]
    return Place(Decimal(digits) if digits.isdigit() else chinese(digits) or Decimal(0), "exact", bool(groups["mark"]))


def _fraction(groups: dict[str, Any], bound: str, flags: dict[str, Any]) -> Amount | None:
    if groups["half"]:
        if groups["half"][0] in "过逾":
            bound = "more_than"
        return Amount("percentage", Decimal(50), "%", bound, chinese=True, **flags)
    if groups["over"]:
        part, whole = map(Decimal, groups["over"].split("/"))
    else:
        found = chinese(groups["numerator"]), chinese(groups["denominator"])
        if found[0] is None or found[1] is None:
            return None
        part, whole = found[0], found[1]
    if not whole:
        return None
    unit = {100: "%", 1000: "‰"}.get(int(whole))
    if unit:
        return Amount("percentage", plain(part), unit, bound, chinese=True, **flags)
    return Amount("percentage", plain(fraction(part, whole)), "%", bound, chinese=True, **flags)


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
        "latin_unit": [word for word in lexicon.units if word[0].isascii() and word[0].isalpha()],
        "bracketed": words("units.roles.bracketed"),
        "before": [word for name in _BOUND_NAMES for word in words(f"triggers.bounds.before.{name}")],
        "before_guard": words("triggers.bounds.guards"),
        "after": [word for name in _BOUND_NAMES for word in words(f"triggers.bounds.after.{name}")],
        "after_closing": [word for name in _BOUND_NAMES for word in words(f"triggers.bounds.closing.{name}")],
        "people": [*words("measures.people"), *words("measures.units_in_names.户")],
        "unlike_always": words("units.roles.unlike_always"),
        "unlike_unit": words("units.roles.unlike"),
        "basis_word": names,
        "average_word": words("triggers.basis.words_average"),
        "basis_reference": [*references, *words("triggers.basis.references_other.words")],
        "first": words("triggers.rank.firsts"),
        "guard": [*words("triggers.change.guards"), *words("triggers.share.guards")],
        "equal": words("triggers.frame.equal"),
        "rate_noun": [*words("triggers.change.rate_up"), *words("triggers.change.rate_down")],
        "change": change,
        "change_long": [word for word in change if len(word) > 1],
        "change_short": [word for word in change if len(word) == 1],
        "become": words("triggers.change.become"),
        "reach": words("triggers.change.reach"),
        "share_noun": words("triggers.share.nouns"),
        "rank_long": [word for word in ranks if len(word) > 1],
        "rank_short": [word for word in ranks if len(word) == 1],
        "gap_long": [word for word in gaps if len(word) > 1],
        "gap_short": [word for word in gaps if len(word) == 1],
        "part": words("triggers.frame.parts"),
        "respectively": words("triggers.frame.respectively"),
        "each": words("triggers.frame.each"),
        "pull": words("triggers.frame.pull"),
    }
    return {name: list(dict.fromkeys(value)) for name, value in lists.items()}
