"""Numerals to exact decimals: 1,234.5 · 三千二百 · 1.2万 · 二零二四 · 三分之一.

Values are `decimal.Decimal` from the first digit to the last; nothing passes through a float.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, localcontext

# Products and signs are exact whatever the number of digits; nothing is ever rounded to 28.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
_DIGIT = {char: value for value, chars in enumerate(("零", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for char in chars}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
SCALE_CHARS = "十百千万亿"
# A raised point is one of decimals, and what parts thousands nothing.
_MARKS = str.maketrans("·", ".", ",， ")


def arabic(text: str) -> Decimal:
    """The value of an Arabic numeral that may hold thousands separators, blanks or a raised point: `1,234.5`, `55 853`, `1·8`."""
    return Decimal(text.translate(_MARKS))


def times(value: Decimal, factor: int) -> Decimal:
    """`value` times a scale, exactly."""
    return value if factor == 1 else _EXACT.multiply(value, Decimal(factor))


def scale(text: str) -> int:
    """The factor of a scale: 万 → 10000, 百万 → 1000000, 万亿 → 10**12; 1 for an empty text."""
    factor = 1
    for char in text:
        factor *= _SMALL.get(char) or _LARGE[char]
    return factor


def chinese(text: str) -> Decimal | None:
    """The value of a Chinese numeral, or None where the characters make no number.

    >>> chinese("一万五千"), chinese("二十万亿"), chinese("二零二四"), chinese("三点五"), chinese("百万")
    (Decimal('15000'), Decimal('20000000000000'), Decimal('2024'), Decimal('3.5'), Decimal('1000000'))
    >>> chinese("万一") is None
    True
    """
    whole, point, fraction = text.partition("点")
    if point:
        return _with_point(whole, fraction)
    if not text:
        return None
    return _digit_by_digit(text) if all(char in _DIGIT for char in text) else _by_scales(text)


def _with_point(whole: str, fraction: str) -> Decimal | None:
    """三点五, and 八十六点四亿 with the scale of all of it."""
    part = fraction.rstrip(SCALE_CHARS)
    digits = [_DIGIT.get(char) for char in part]
    head = chinese(whole)
    if head is None or not digits or None in digits:
        return None
    return times(Decimal(f"{head}.{''.join(map(str, digits))}"), scale(fraction[len(part) :]))


def _digit_by_digit(text: str) -> Decimal | None:
    """二零二四 is read digit by digit; 三四 (three or four) is no single number."""
    if len(text) == 2 and "零" not in text:
        return None
    return Decimal("".join(str(_DIGIT[char]) for char in text))


def _by_scales(text: str) -> Decimal | None:
    """三千二百, 一万五千亿: each digit by the scale behind it."""
    total = section = digit = 0
    previous_large = 0
    for char in text:
        if char in _DIGIT:
            if digit and char != "零":
                return None
            digit = _DIGIT[char]
        elif char in _SMALL:
            if not digit and section and char not in "十拾":
                return None
            section += (digit or (1 if section == 0 or char in "十拾" else 0)) * _SMALL[char]
            digit = 0
        elif char in _LARGE:
            section += digit
            digit = 0
            if section == 0 and total == 0:
                section = 1
            if previous_large and _LARGE[char] > previous_large:
                # 二十万亿: the larger scale multiplies all before it.
                total = (total + section) * _LARGE[char]
            elif section == 0:
                if _LARGE[char] < previous_large:
                    # 亿万群众 are very many, and no number.
                    return None
                total *= _LARGE[char]
            else:
                total += section * _LARGE[char]
            section = 0
            previous_large = _LARGE[char]
        else:
            return None
    if digit and text[-1] not in _DIGIT:
        return None
    if digit and len(text) >= 2 and text[-2] in _LARGE:
        return None
    return Decimal(total + section + digit)


def fraction(part: Decimal, whole: Decimal) -> Decimal:
    """`part` of `whole` in percent, to twelve significant figures (三分之一 → 33.3333333333)."""
    with localcontext(Context(prec=12)):
        return (part * 100 / whole).normalize() + 0


def plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros and without an exponent: 19.60 → 19.6, 1E+4 → 10000."""
    text = str(value)
    if "E" not in text and not ("." in text and text.endswith("0")):
        return value
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") or "0") if "." in text else Decimal(text)
