"""Lines to blocks: headings, paragraphs, tables, and lines that a layout broke joined again."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise

from ipextract.patterns import compiled, lazily
from ipextract.reading.document import Block, BlockKind
from ipextract.reading.grid import has_bars, read_grid, stacked_table
from ipextract.reading.pieces import ends_piece, is_in_pieces, is_label, item_lines
from ipextract.reading.spaced import spaced_grid, spaced_rows
from ipextract.reading.windows import Windows

_HEADING_MARK = lazily(compiled,
    r"^\s*(?:(?P<first>[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[章节部分])|(?P<second>[（(][一二三四五六七八九十]{1,3}[)）])|(?P<third>\d{1,2}[.、．](?!\d)))"
)
_MARKDOWN = lazily(compiled, r"^\s{0,3}(?P<depth>#{1,6})\s+")
_UNIT_LINE = lazily(compiled, r"^\s*[（(]?(?:计量)?单位\s?[:：][^。；]{1,20}$")
_CAPTION = lazily(compiled, r"^\s*\**(?:表|图|附表|附图|专栏)\s?[\d一二三四五六七八九十]{1,3}[\s:：.、—\-]*\S?")
_PAGE = lazily(compiled, r"^\s*(?:[—–-]\s*\d{1,3}\s*[—–-]|\d{1,3}|第\s*\d{1,3}\s*页.*|\d{1,3}\s*/\s*\d{1,3})\s*$")
# - 2 -, 第2页: what a page is marked with, and no number of a cell; with the blank around it.
_PAGE_MARK = lazily(compiled, r"^\s*(?:[—–-]\s*\d{1,3}\s*[—–-]|第\s*\d{1,3}\s*页)\s*$")
_MARK_BETWEEN = lazily(compiled, r"\s*\n[^\S\n]*(?P<mark>[—–-]\s?\d{1,3}\s?[—–-]|第\s?\d{1,3}\s?页)[^\S\n]*\n\s*")
# With which characters, or a digit, they begin; with which a line begins that stands for a picture, and with which a caption.
_PAGE_HEADS, _PLACEHOLDER_HEADS, _CAPTION_HEADS = frozenset("—–-第"), frozenset("[【（(图插点i-—_*=·."), frozenset("表图附专")
# How many lines, with blank ones, may stand between the pages of a paragraph.
_AROUND_MARK = 4
# 一、环境质量……3: a line of a table of contents.
_CONTENTS = lazily(compiled, r"^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[章节部分]|[（(][一二三四五六七八九十\d]{1,3}[)）])[^\t。；]{1,40}?(?:\t+|[.．·]{3,}|…{1,})\s*\d{1,3}\s*$")
# A cell with a number and nothing else; a year is a heading.
_VALUE = lazily(compiled, r"(?!(?:19|20)\d{2}$)[-－+]?\d[\d,. ]*[%％‰]?")
_DIGIT = lazily(compiled, r"\d")
_LONGEST_GROUP = 20
_MARK = lazily(compiled, r"-?\d{1,6}(?:\.\d{1,3})?")
_FEWEST_MARKS = 4
_LONGEST_AXIS = 40
# …请予审议。一、2019年工作回顾2019年，…: the sections of a report that was copied as one line.
_SECTION = lazily(compiled,
    r"(?:(?<=[。！；：:\s）)])|^)(?P<heading>(?:[一二三四五六]、|第[一二三四五六]部分[、：:\s]?)\s?(?:(?:19|20)\d{2}年)?[^，。；：、\s\d]{0,20}(?:回顾|总结|要求|目标|任务|安排|部署|思路|打算|重点工作|主要工作|工作情况|完成情况|执行情况))"
    r"(?=\s|。|(?:19|20)\d{2}年|过去|一年来|今年|去年|各位|[（(]一[)）])"
)
_STOP = "。！？；：.!?;:…”）)"
# A sentence goes on in the next line, where nothing marks that as an item of a list.
_GOING_ON = "；;"
# （二）农业　粮食产量5万吨, ★商标富农初显成效　全市…: a title that blanks part from its own paragraph.
_RUN_IN = lazily(compiled, r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[★☆●○◎◆◇■□▲△▶※])\s?[\u4e00-\u9fff]{2,18}(?=(?:\u3000|  )\s*[\u4e00-\u9fff\d])")
_LONGEST_HEADING = 40
_RATES = ("%", "％", "‰")
# Lines that a layout broke differ by no more characters.
_LONGER = 5
# （二）其他社会服务。: a numbered heading may end in a full stop, and says no number.
_STOPPED_HEADING = lazily(compiled, r"[^，。；：、\d]{2,16}。")
# 图片, ---: what stands where a copy had a picture or a rule.
_PLACEHOLDER = lazily(compiled, r"[\[【（(]?(?:图片|图表|插图|点击查看大?图|image|img)[\]】）)]?|[-—_*=·.]{3,}")
# 全年各级机构共检查用人单位: a clause by its first word, and no heading.
_CLAUSE = lazily(compiled, r"全年|年末|截至|截止|其中|此外|注[:：]?$")
# 全市生产总值…, 2003年…: with these the first sentence of a section begins, and no line in the middle of a heading.
_BEGINS = lazily(compiled, r"\s*(?:全(?:年|市|省|县|区|州|国)|年末|初步核算|[去今本上]年|过去|一年来|几年来|(?:19|20)\d{2}年|二[○〇零]|各位)")
# Beside Chinese text a narrow comma parts clauses as the wide one does; that of 12,345 does not.
_COMMA = lazily(compiled, r"，|(?<=[\u4e00-\u9fff%”）)]),")
# 1）, 2): the mark of a list closes a bracket that nothing opens.
_LIST_MARK = lazily(compiled, r"^[\d一二三四五六七八九十]{1,3}[)）]")
_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"), ("(", ")"))
_PAIRED = lazily(compiled, r"[《》“”（）()]")
# 城镇下岗人员再就业1017人: before a blank line, a number with its unit ends a paragraph that lost its full stop.
_STATED = lazily(compiled, r"\d(?:[%％‰]|[\u4e00-\u9fff]{1,5})$")
# ★税收：4.3亿元, 税收收入：4.3亿元，-2.1%: a line that is an item by its mark, or by a label with its number.
_ITEM_LINE = lazily(compiled, r"\s*(?:[-*+–—]\s|[★☆●○◎◆◇■□▲△►▶※•·✓✔➢➤]|[^，。；：:、\d\s]{2,20}[：:]\s?[-+↑↓]?\d)")
_POINT = lazily(compiled, r"[^\d.．]\d{1,6}[.．]\s*$")
# A line so long that it may be a whole report.
_RUN_ON = 120
# Of a hundred lines so many are followed by a blank one where all are.
_DOUBLE_SPACED = 0.9
_SMALLEST_TABLE = 8
_TALLEST_TABLE = 600
_FIRST_ROWS = 48
# The lines of an item, and the blank ones between them.
_TALLEST_ITEM = 12
_FIRST_SPACED = 8
# A line of headings that blanks part: with the blanks that put them over their columns.
_LONGEST_SPACED = 90
_BLANK = lazily(compiled, r"[ \u3000]")
# The headings of a copied table with the blank lines between them, and the width of a number.
_HEADINGS = 40
_LONGEST_NUMBER = 24


def lay_out(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order; blank lines belong to none."""
    lines = _lines(text)
    in_pieces = is_in_pieces([text[start:end] for start, end in lines if text[start:end].strip()])
    if in_pieces or _is_double_spaced(text, lines):
        lines = [(start, end) for start, end in lines if text[start:end].strip()]
    numbers = [index for index, (start, end) in enumerate(lines) if 0 < end - start <= _LONGEST_NUMBER and _DIGIT.search(text, start, start + 4)]
    width = _wrap_width([text[start:end] for start, end in lines])
    windows = Windows(text, lines)
    blocks: list[Block] = []
    position = 0
    while position < len(lines):
        start, end = lines[position]
        line = text[start:end]
        if not line.strip():
            position += 1
            continue
        if line.rstrip()[-1].isdigit() and _CONTENTS.match(line):
            blocks.append(Block("furniture", start, end))
            position += 1
            continue
        axis = _axis_end(text, lines, position)
        if axis:
            blocks.append(Block("furniture", start, lines[axis][1]))
            position = axis + 1
            continue
        if _is_row(line):
            last = _last_row(text, lines, position)
            if last > position:
                blocks.append(_table(text, start, lines[last][1]))
                position = last + 1
                continue
        spaced = _spaced(text, lines, windows, position) if end - start <= _LONGEST_SPACED and _BLANK.search(line.strip()) else []
        if spaced:
            blocks.append(Block("table", start, lines[spaced[-1]][1], grid=spaced_grid(text, [lines[index] for index in spaced])))
            position = spaced[-1] + 1
            continue
        stacked = _stacked_end(text, lines, windows, position) if _number_follows(numbers, position) else 0
        if stacked:
            blocks.append(_table(text, start, lines[stacked][1]))
            position = stacked + 1
            continue
        item = _item_end(text, lines, windows, position) if is_label(line) else 0
        if item:
            blocks.append(Block("paragraph", start, lines[item][1]))
            position = item + 1
            continue
        if in_pieces or not _PAGE.match(line):
            last = _piece_end(text, lines, position) if in_pieces else _paragraph_end(text, lines, position, width) if width else _sentence_end(text, lines, position)
            end = lines[last][1]
            position = last
        marks = _page_marks(text, start, end) if width else []
        for first, last in _sections(text, start, end):
            kind, level = classify(text[first:last])
            gaps = tuple(gap for gap, _ in marks if first < gap[0] and gap[1] < last) if marks else ()
            blocks.append(Block(kind, first, last, level, gaps=gaps))
        blocks += [mark for _, mark in marks] if marks else []
        position += 1
    return tuple(blocks)


def _page_marks(text: str, start: int, end: int) -> list[tuple[tuple[int, int], Block]]:
    """- 2 - in the middle of a paragraph: each mark of a page between `start` and `end`, as what is no part of the paragraph and as a block of its own."""
    return [(match.span(), Block("furniture", *match.span("mark"))) for match in _MARK_BETWEEN.finditer(text, start, end) if match.end() < end]


def _is_double_spaced(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether a blank line stands behind every line of a text that a layout broke, so that it parts nothing."""
    kept = [text[start:end] for start, end in lines if text[start:end].strip()]
    if len(lines) - len(kept) < _DOUBLE_SPACED * len(kept):
        return False
    ends = [place for place, (start, end) in enumerate(lines) if text[start:end].strip()]
    apart = sum(second - first > 1 for first, second in pairwise(ends))
    return apart >= _DOUBLE_SPACED * (len(ends) - 1) and _wrap_width(kept) > 0


def _sections(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of a paragraph: the headings of sections within it and what stands between them; mostly it is one piece."""
    edges = [start, end]
    if (title := _RUN_IN.match(text, start, end)) is not None and any(mark in text[title.end() : end] for mark in "，。；"):
        edges.append(title.end())
    if end - start > _RUN_ON:
        for match in _SECTION.finditer(text, start, end):
            edges += match.span("heading")
    edges.sort()
    return [(first, last) for first, last in pairwise(edges) if text[first:last].strip(" \u3000\n。")]


def _axis_end(text: str, lines: list[tuple[int, int]], position: int) -> int:
    """The last line of the marks of a chart's axis, which stand evenly apart, one a line; 0 for none."""
    values: list[Decimal] = []
    last = 0
    if _MARK.fullmatch(text[slice(*lines[position])].strip()) is None:
        return 0
    for index in range(position, min(position + _LONGEST_AXIS, len(lines))):
        line = text[lines[index][0] : lines[index][1]].strip()
        if not line:
            continue
        if not _MARK.fullmatch(line):
            break
        values.append(Decimal(line))
        last = index
    steps = {second - first for first, second in pairwise(values)}
    return last if len(values) >= _FEWEST_MARKS and len(steps) == 1 and 0 not in steps else 0


def _table(text: str, start: int, end: int) -> Block:
    return Block("table", start, end, grid=read_grid(text, start, end))


def _stacked_end(text: str, lines: list[tuple[int, int]], windows: Windows, position: int) -> int:
    """The last line of a table with one cell a line that begins with the line at `position`; 0 for none."""
    if lines[position][1] - lines[position][0] > _LONGEST_HEADING:
        return 0
    # Most lines begin no table: a few lines tell, and only then are the many read that one may have.
    end = 0
    for tallest in (_FIRST_ROWS, _TALLEST_TABLE):
        window = windows.at(position, tallest)
        found = stacked_table([text[lines[index][0] : lines[index][1]] for index in window]) if len(window) >= _SMALLEST_TABLE else None
        if found is None or found.heads[0] != 0:
            return 0
        end = window[found.end - 1]
    return end


def _spaced(text: str, lines: list[tuple[int, int]], windows: Windows, position: int) -> list[int]:
    """The lines of the table with columns that blanks part that begins with the headings at `position`; none where there is none."""
    for tallest in (_FIRST_SPACED, _TALLEST_TABLE):
        window = windows.at(position, tallest)
        rows = spaced_rows([text[slice(*lines[index])] for index in window])
        if rows == 0:
            return []
    return window[: rows + 1]


def _number_follows(numbers: list[int], position: int) -> bool:
    """Whether one of the next lines is among `numbers`, those that are short and begin with a digit, as the first row of a copied table would."""
    place = bisect_left(numbers, position)
    return place < len(numbers) and numbers[place] < position + _HEADINGS


def _last_row(text: str, lines: list[tuple[int, int]], first: int) -> int:
    """The last row of the table that begins with the row at line `first`; lines between rows may head a group of them."""
    rows = [text[start:end] for start, end in lines[first : first + 1]]
    last = first
    while last + 1 < len(lines):
        following = text[slice(*lines[last + 1])]
        if not _is_row(following):
            below = text[slice(*lines[last + 2])] if last + 2 < len(lines) else ""
            if not _heads_rows(following, below, rows[-1]):
                break
        else:
            rows.append(following)
        last += 1
    return last


def _heads_rows(line: str, below: str, above: str) -> bool:
    """Whether a line alone heads the rows below it in the same table: 二、人民生活 between rows that tabs part."""
    if not line.strip() or len(line.strip()) > _LONGEST_GROUP or any(mark in line for mark in "，。；|") or _CAPTION.match(line):
        return False
    values = below.split("\t")
    return _is_row(below) and len(values) == len(above.split("\t")) and any(_VALUE.fullmatch(value.strip()) for value in values[1:])


def _is_row(line: str) -> bool:
    """A line of a table in plain text: columns between bars, or parted by tabs."""
    return ("|" in line and has_bars(line)) or ("\t" in line and "\t" in line.strip())


def _lines(text: str) -> list[tuple[int, int]]:
    out = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        out.append((start, end))
        start = end + 1
    return out


def _columns(line: str) -> float:
    """The width of a line in Chinese characters."""
    plain = line.rstrip()
    return len(plain) - len(plain.encode("ascii", "ignore")) / 2


def _wrap_width(lines: list[str]) -> float:
    """The width at which a layout broke the lines, or 0 where lines are paragraphs.

    A wrapped text has many lines of nearly one width, most of which end in mid-sentence.
    """
    # No line has more columns than characters.
    long = [(width, line) for line in lines if len(line) >= 15 and (width := _columns(line)) >= 15 and not _is_row(line)]
    if len(long) < 8:
        return 0.0
    widths = sorted([width for width, _ in long])
    typical = widths[int(len(widths) * 0.9)]
    near = [line for width, line in long if abs(width - typical) <= 3]
    unfinished = len([line for line in near if line.rstrip()[-1:] not in _STOP])
    if typical <= 60 and len(near) >= 0.5 * len(long) and unfinished >= 0.5 * len(near):
        return typical
    return 0.0


def _paragraph_end(text: str, lines: list[tuple[int, int]], first: int, width: float) -> int:
    """The last line of the paragraph that begins at line `first` of a wrapped text."""
    last = first
    while last + 1 < len(lines):
        line = text[lines[last][0] : lines[last][1]]
        following = text[lines[last + 1][0] : lines[last + 1][1]]
        stops = line.rstrip()[-1:] in _STOP and not _cuts_number(line, following)
        behind = 0 if stops or _columns(line) < width - 2.5 else _behind_mark(text, lines, last + 1)
        if behind:
            last = behind
            continue
        if not following.strip() or _is_row(following) or _columns(line) < width * (0.9 if stops else 0.6):
            break
        short = _columns(line) < width - 2.5
        if short and (stops or (last == first and not any(mark in _HEADING_MARK.sub("", line) for mark in "，、。；,;"))):
            break
        if last == first and _is_section(line) and _BEGINS.match(following):
            break
        if _HEADING_MARK.match(following) and stops:
            break
        last += 1
    return last


def _behind_mark(text: str, lines: list[tuple[int, int]], position: int) -> int:
    """The line with which a paragraph goes on behind the mark of a page at line `position`, or behind blank lines and that; 0 where no mark stands there."""
    told = [place for place in range(position, min(len(lines), position + _AROUND_MARK)) if text[slice(*lines[place])].strip()]
    is_mark = len(told) > 1 and _PAGE_MARK.match(text[slice(*lines[told[0]])]) is not None
    return told[1] if is_mark and not _HEADING_MARK.match(text[slice(*lines[told[1]])]) else 0


def _cuts_number(line: str, following: str) -> bool:
    """一般贸易进出口8.⏎33万亿元: whether the end of a line stands within a number, behind its point."""
    return following[:1].isdecimal() and _POINT.search(line) is not None


def _piece_end(text: str, lines: list[tuple[int, int]], first: int) -> int:
    """The last line of the sentences that begin at line `first` of a text in pieces."""
    last = first
    while last + 1 < len(lines) and not ends_piece(text[slice(*lines[last])], text[slice(*lines[last + 1])]) and not _HEADING_MARK.match(text[slice(*lines[last + 1])]):
        last += 1
    return last


def _item_end(text: str, lines: list[tuple[int, int]], windows: Windows, position: int) -> int:
    """The last line of the item of a poster that begins at `position`; 0 where none does."""
    window = windows.at(position, _TALLEST_ITEM)
    item = item_lines([text[slice(*lines[index])] for index in window])
    return window[item[-1]] if item else 0


def _is_section(line: str) -> bool:
    """一、去年全市经济保持旺盛活力,实现了良好开局: whether a line by itself may be the whole heading of a section."""
    mark = _HEADING_MARK.match(line)
    plain = line.rstrip()
    return mark is not None and mark["first"] is not None and len(plain) <= _LONGEST_HEADING and plain[-1] not in _STOP and not any(stop in plain for stop in "。；：")


def _is_apart(line: str) -> bool:
    """一、“十三五”顺利收官，各项事业开创新局面: whether a numbered line before a blank one is a heading of two clauses, and no sentence cut in two."""
    mark = _HEADING_MARK.match(line)
    rest = line[mark.end() :] if mark is not None else ""
    return 0 < len(rest) <= _LONGEST_HEADING and not any(char in "。；：" or char.isdigit() for char in rest)


def _states_rates(line: str) -> bool:
    """一、广义货币增长12.4%，狭义货币增长4.6%: whether a numbered line that ends with a rate may be a heading that states numbers."""
    mark, plain = _HEADING_MARK.match(line), line.rstrip()
    return mark is not None and plain[-1:] in _RATES and len(plain) <= _LONGEST_HEADING and not any(char in "。；：" for char in plain)


def _sentence_end(text: str, lines: list[tuple[int, int]], first: int) -> int:
    """The last line of a sentence that a page or a column cut: 基⏎金支出68369亿元."""
    last = first
    while last + 1 < len(lines):
        line = text[lines[last][0] : lines[last][1]].rstrip()
        goes_on = line[-1:] in _GOING_ON or (last + 1 < len(lines) and _cuts_number(line, text[slice(*lines[last + 1])]))
        if (not goes_on and (len(line) < 15 or line[-1] in _STOP + "|")) or not any(mark in line for mark in "，。；"):
            break
        if last == first and last + 1 < len(lines) and (_is_apart(line) or _states_rates(line)) and len(text[slice(*lines[last + 1])].strip()) > len(line) + _LONGER:
            # （四）精准发力抓脱贫，农村面貌有新变化 over a paragraph: no layout broke a line as short as that.
            break
        following = last + 1
        while following < len(lines) and following - last <= 2 and not text[lines[following][0] : lines[following][1]].strip():
            following += 1
        if following >= len(lines) or (following - last > 1 and (goes_on or _STATED.search(line) or _is_apart(line) or _is_headline(text, lines, last))):
            break
        piece = text[lines[following][0] : lines[following][1]]
        if not piece.strip() or piece[:1] in " \u3000|#" or _HEADING_MARK.match(piece) or _CAPTION.match(piece) or _ITEM_LINE.match(piece) or not any(mark in piece for mark in "，。；"):
            break
        last = following
    return last


def _is_headline(text: str, lines: list[tuple[int, int]], position: int) -> bool:
    """保险试点三周年：保单从0到1，再到387: whether a short line stands first of all, above a blank one."""
    start, end = lines[position]
    return end - start <= _LONGEST_HEADING and not text[:start].strip()


def is_unit_line(line: str) -> bool:
    """单位：亿元 on a line of its own, above a table."""
    return "单位" in line and _UNIT_LINE.match(line) is not None


def classify(line: str) -> tuple[BlockKind, int]:
    """What a line or paragraph by itself looks like, and for a heading its depth (1 the highest)."""
    markdown = _MARKDOWN.match(line) if "#" in line else None
    if markdown:
        return "heading", len(markdown.group("depth"))
    stripped = line.strip().strip("*").strip()
    head = stripped[:1]
    if not stripped or ((head in _PAGE_HEADS or head.isdigit()) and _PAGE.match(stripped)) or (head in _PLACEHOLDER_HEADS and _PLACEHOLDER.fullmatch(stripped)):
        return "furniture", 0
    if is_unit_line(line):
        return "caption", 0
    if head in _CAPTION_HEADS and _CAPTION.match(line) and len(stripped) <= 60 and stripped[-1] not in "。；":
        return "caption", 0
    mark = _HEADING_MARK.match(stripped)
    if mark and _STOPPED_HEADING.fullmatch(stripped, mark.end()):
        stripped = stripped[:-1]
    if len(stripped) > _LONGEST_HEADING or stripped[-1] in "。；：，;," or "。" in stripped or _is_torn(stripped):
        return "paragraph", 0
    if mark:
        return "heading", 2 if mark.group("first") else 3 if mark.group("second") else 4
    if stripped[-1] == "、" or "，" in stripped or ("," in stripped and _COMMA.search(stripped)) or _CLAUSE.match(stripped):
        return "paragraph", 0
    return "heading", 5


def _is_torn(line: str) -> bool:
    """《某市某某规划: whether a line opens what it does not close, or the other way: it is a piece of a paragraph."""
    if _PAIRED.search(line) is None:
        return False
    bare = _LIST_MARK.sub("", line)
    return any(bare.count(opening) != bare.count(closing) for opening, closing in _PAIRS)
