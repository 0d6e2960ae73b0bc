"""Values of a worksheet as they are shown: 0.0847 with the format 0.0% is 8.5%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from ipextract.patterns import lazily

# A piece of a format: quoted, escaped, a blank as wide as a character, a fill, a bracket, or one character.
_PIECE = lazily(re.compile, r'"([^"]*)"?|\\(.?)|!(.?)|_(?:.?)|\*(?:.?)|\[([^\]]*)\]?|(General|E[+-]|AM/PM|[\s\S])', re.IGNORECASE)
_CURRENCY = lazily(re.compile, r"\$([^-]*)(?:-.*)?")
_BRACES = str.maketrans("", "", "()（）")
_LONGEST_GENERAL = 11


@dataclass(frozen=True, slots=True)
class _Form:
    """One section of a number format, taken apart."""

    before: str = ""
    after: str = ""
    whole: int = 0
    least: int = 0
    most: int = 0
    grouped: bool = False
    scale: int = 0
    has_number: bool = False
    blank_zero: bool = False
    general: bool = False


def show(value: object, code: str) -> str:
    """A value as its cell shows it.

    Args:
        value: what the cell holds: text, a number, a truth, a date or a time.
        code: the number format of the cell.

    >>> show(0.0847, "0.0%"), show(-1234.5, '#,##0.00_);(#,##0.00)'), show(98.5, '0.00"亿元"'), show(3.0, "General")
    ('8.5%', '-1,234.50', '98.50亿元', '3')
    >>> show(datetime(2024, 3, 1), "yyyy-mm"), show(12, '0;-0;"—"'), show(0, '0;-0;"—"')
    ('2024年3月', '12', '—')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float, Decimal)):
        return _number(value, code)
    if isinstance(value, (datetime, date)):
        return _date(value, code)
    if isinstance(value, time):
        return value.isoformat("minutes" if not value.second else "seconds")
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _number(value: float | Decimal, code: str) -> str:
    try:
        exact = Decimal(repr(value) if isinstance(value, float) else value)
    except InvalidOperation:
        return str(value)
    if not exact.is_finite():
        return str(value)
    sections = _sections(code or "General")
    if exact < 0 and len(sections) > 1:
        form = sections[1]
    elif exact == 0 and len(sections) > 2:
        form = sections[2]
    else:
        form = sections[0]
    if len(sections) == 1 and not (form.has_number or form.before or form.after):
        return _general(exact)
    if form.general:
        return form.before + _general(exact) + form.after
    if not form.has_number:
        return (form.before + form.after).strip()
    shown = _digits(abs(exact), form)
    before, after = form.before, form.after
    if exact < 0:
        # (1.5) and a 1.5 in red are falls: the sign is kept whatever the format makes of it.
        before, after = before.translate(_BRACES), after.translate(_BRACES)
        if "-" not in before and any(digit in "123456789" for digit in shown):
            before = "-" + before
    return (before + shown + after).strip()


def _digits(value: Decimal, form: _Form) -> str:
    scaled = value.scaleb(form.scale)
    rounded = scaled.quantize(Decimal(1).scaleb(-form.most), ROUND_HALF_UP) if scaled.adjusted() < 20 else scaled
    whole, _, fraction = f"{rounded:f}".partition(".")
    while len(fraction) > form.least and fraction.endswith("0"):
        fraction = fraction[:-1]
    whole = whole.lstrip("0").rjust(max(form.whole, 0), "0")
    if form.grouped:
        whole = f"{int(whole or 0):,}" if whole else ""
    if form.blank_zero and not whole and not fraction:
        return ""
    return (whole or "0") + ("." + fraction if fraction else "")


def _general(value: Decimal) -> str:
    """A number without a format: 0.1 + 0.2 is shown as 0.3, and nothing in powers of ten."""
    if value == value.to_integral_value():
        return f"{value.quantize(Decimal(1)):f}" if value.adjusted() < 20 else f"{value:f}"
    digits = max(_LONGEST_GENERAL - 1, value.adjusted() + 3)
    places = min(digits - 1 - value.adjusted(), 30)
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if -value.as_tuple().exponent > places else value  # type: ignore[operator]
    return f"{rounded:f}".rstrip("0").rstrip(".") if "." in f"{rounded:f}" else f"{rounded:f}"


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Form, ...]:
    """The sections of a format: for numbers above nothing, below it, and nothing itself."""
    parts: list[list[tuple[str, str]]] = [[]]
    for match in _PIECE.finditer(code[:500]):
        quoted, escaped, banged, bracket, char = match.groups()
        if char == ";":
            parts.append([])
        elif char is not None:
            parts[-1].append(("mark", char))
        elif bracket is not None:
            currency = _CURRENCY.fullmatch(bracket)
            parts[-1].append(("text", currency.group(1) if currency else ""))
        else:
            parts[-1].append(("text", quoted or escaped or banged or ""))
    return tuple(_form(part) for part in parts[:3])


def _form(part: list[tuple[str, str]]) -> _Form:
    before, after, number = "", "", ""
    percent = 0
    for kind, text in part:
        if kind == "mark" and text.lower() == "general":
            return _Form(before=before, after="".join(each for other, each in part[part.index((kind, text)) + 1 :] if other == "text"), general=True)
        if kind == "mark" and (text in "0#?." or (text == "," and number)):
            if after.strip("%") and text in "0#?":
                # 0!.0, shows ten thousands: what is shown would be another number than what is meant.
                return _Form(general=True)
            if not after:
                number += text
            continue
        if kind == "mark" and (text == "/" or text.upper().startswith("E")):
            return _Form(general=True)
        if kind == "mark" and text == "@":
            return _Form(before=before, general=True)
        if kind == "mark" and text == "%":
            percent += 1
        if number:
            after += text
        else:
            before += text
    if not number.strip(".,"):
        return _Form(before=before + number + after)
    whole, point, fraction = number.partition(".")
    thousands = len(whole) - len(whole.rstrip(",")) if not point else len(whole) - len(whole.rstrip(",")) + len(fraction) - len(fraction.rstrip(","))
    return _Form(
        before=before,
        after=after,
        whole=whole.count("0"),
        least=fraction.count("0"),
        most=sum(fraction.count(mark) for mark in "0#?"),
        grouped="," in whole.rstrip(","),
        scale=2 * percent - 3 * thousands,
        has_number=True,
        blank_zero=set(number) == {"?"},
    )


def _date(value: date, code: str) -> str:
    """A date by what its format shows of it, written as it is printed: 2024年3月."""
    fields = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code).lower()
    has_clock = "h" in fields
    months = re.sub(r"h+[^a-z]*m+|m+[^a-z]*s+", "", fields)
    shown = (f"{value.year}年" if "y" in fields else "") + (f"{value.month}月" if "m" in months else "") + (f"{value.day}日" if "d" in fields else "")
    if isinstance(value, datetime) and has_clock:
        shown = (shown + " " + value.strftime("%H:%M")).strip()
    return shown or f"{value.year}年{value.month}月{value.day}日"
