"""Amounts: the value, unit and bound of a number that an expression rule found."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ipextract.lexicon import Lexicon
from ipextract.numbers.numerals import arabic, chinese, fraction, plain, scale, times
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import Amount

#: The bounds that words set, by the names of their lists in the lexicon.
BOUNDS = ("more_than", "at_least", "less_than", "at_most", "approximate", "exact")
# 三五万人, 七八十家: two digits that stand next to each other give a range.
_SPREAD = lazily(compiled, r"(?P<low>[一二三四五六七八九])(?P<high>[二三四五六七八九])(?P<scale>[十百千万亿]*)")

# 3千5百
_PARTS = lazily(compiled, r"(\d+)([十百千]?)")


class AmountReader:
    """Makes amounts of what the patterns of the number rules matched.

    Args:
        lexicon: the vocabulary of units and bounds.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._units = lexicon.units
        self._before = {word: name for name in BOUNDS for word in words(f"triggers.bounds.before.{name}")}
        self._after = {word: name for name in BOUNDS for place in ("after", "closing") for word in words(f"triggers.bounds.{place}.{name}")}
        self._caps = frozenset(words("triggers.bounds.caps"))
        self._people = frozenset(words("units.roles.people"))
        self._medal_unit = words("units.roles.medal_unit")[0]
        self._figurative = frozenset(words("units.roles.figurative"))
        self._ordinal_like = frozenset(words("units.roles.ordinal_like"))

    def read(self, name: str, groups: dict[str, Any]) -> Amount | None:
        """The amount that the rule called `name` found, None where its words make no number.

        Args:
            name: the rule.
            groups: what the groups of its pattern matched, and under `closing` whether the clause ends behind it.
        """
        pre, post = groups.get("pre"), groups.get("post")
        before = self._before.get(pre) if pre else None
        # 四成强, 三分之一弱
        after = None if not post else "more_than" if post in ("多", "强") else "less_than" if post == "弱" else self._after.get(post)
        bound = self._bound(pre, before, after) if pre or post else "exact"
        flags: dict[str, Any] = {"bounded_before": before not in (None, "exact"), "bounded_after": after in ("at_least", "at_most")}
        if name == "number.amount":
            return self._arabic(groups, bound, flags)
        if name == "number.fold":
            times = chinese(groups["fold"] or "一") if not (groups["fold"] or "").isdigit() else Decimal(groups["fold"])
            behind = groups["fold_post"] or ""
            extra = ("more_than" if behind.endswith(("多", "有余")) else self._after.get(behind)) or self._before.get(groups["fold_pre"] or groups["fold_in"] or "", "exact")
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
        if name == "number.moved":
            places = groups["moved"] or groups["moved_one"]
            number = arabic(places) if places.isdigit() else chinese(places)
            return None if number is None else Amount("count", plain(number), "位", chinese=not places.isdigit(), factor=1)
        if name == "number.rate_per":
            return Amount("quantity", plain(arabic(groups["rate"])), groups["rate_per"], bound, **flags)
        if name == "number.medals":
            return Amount("count", plain(arabic(groups["number"])), self._medal_unit, factor=1)
        if name == "number.nought":
            return Amount("quantity", Decimal(0), None, chinese=True, factor=1)
        if name == "number.half":
            return Amount(*self._half(groups), chinese=True)
        if name == "number.chinese":
            return self._chinese(groups, bound, flags)
        return self._arabic(groups, bound, flags)

    def _bound(self, printed: str | None, before: str | None, after: str | None) -> str:
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
        if not groups.get("per"):
            return unit.kind, name
        per = groups["per"].strip()
        if unit.kind == "money":
            return "money", name + per
        return ("quantity" if unit.kind == "quantity" else unit.kind), name + per

    def _half(self, groups: dict[str, Any]) -> tuple[str, Decimal, str | None]:
        """半平方米: half of its unit."""
        kind, unit = self._unit(groups)
        return kind, Decimal("0.5"), unit

    def _arabic(self, groups: dict[str, Any], bound: str, flags: dict[str, Any]) -> Amount:
        kind, unit = self._unit(groups)
        factor = scale(groups["scale"]) if groups["scale"] else 1
        value = times(arabic(groups["number"]), factor)
        outer = scale(groups["outer"]) if groups.get("outer") else 1
        if factor < outer:
            # 2千多亿
            value, factor = times(value, outer), factor * outer
        if groups.get("lower"):
            value += times(_sum(groups["lower"]), outer)
        if groups["sign"]:
            value = value.copy_negate()
        if groups["inner"] or groups["inner2"]:
            bound = "approximate" if groups["inner"] == "来" else "more_than"
        upper = None
        if groups["low"]:
            upper = value
            value = times(arabic(groups["low"]), scale(groups["low_scale"]) if groups["low_scale"] else 1 if groups["low_unit"] else factor)
            bound = "range"
        return Amount(kind, plain(value), unit, bound, None if upper is None else plain(upper), factor=factor, **flags)

    def _chinese(self, groups: dict[str, Any], bound: str, flags: dict[str, Any]) -> Amount | None:
        text = groups["chinese"]
        spread = _SPREAD.fullmatch(text)
        if spread is not None and int(chinese(spread["high"]) or 0) - int(chinese(spread["low"]) or 0) in (1, 2):
            return self._spread(groups, spread)
        vague = text[0] in "数几上"
        if vague:
            # 投资上亿元的项目4个: a bound, as 超 is one.
            flags["bounded_before"] = flags["bounded_before"] or text[0] == "上"
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


def _sum(text: str) -> Decimal:
    """3500 for 3千5百, 300 for 零3百: digits, each with the scale behind them."""
    return sum((times(Decimal(digits), scale(of)) for digits, of in _PARTS.findall(text)), Decimal(0))


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
