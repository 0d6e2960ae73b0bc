"""The pipeline on one page: read, fold, scan, link, account, check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipextract.assembly import claims_of, info_of
from ipextract.checking.arithmetic import check_claims
from ipextract.checking.ledger import Entry, blanked, close_ledger
from ipextract.checking.vocabulary import CheckWords
from ipextract.language.folding import Folded, fold
from ipextract.language.segmenter import EngineName, make_segmenter
from ipextract.language.stretches import stretches
from ipextract.lexicon import Division, Lexicon, load_lexicon
from ipextract.linking.area.home_words import HomeWords
from ipextract.linking.area.own_zone import without_own_zone
from ipextract.linking.area.places import Gazetteer
from ipextract.linking.area.setting import find_home
from ipextract.linking.area.several import find_homes
from ipextract.linking.frames import Draft, Frame, Setting
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.period.compilation import Compilations
from ipextract.linking.period.headline import date_headlines
from ipextract.linking.period.reported import find_period
from ipextract.linking.period.reporting import ReportWords
from ipextract.linking.period.sections import UNNUMBERED, Sections, scene_span
from ipextract.linking.period.spans import Span, year_span
from ipextract.linking.reader import ParagraphReader
from ipextract.models import Extraction, made
from ipextract.patterns import compiled, lazily
from ipextract.reading import Block, Document, Limits, read_bytes, read_text
from ipextract.reading.document import Cell
from ipextract.reading.formats import read_file
from ipextract.reading.layout import is_unit_line
from ipextract.reading.numbering import numbered_lines
from ipextract.rules.scanner import Scanner
from ipextract.rules.tokens import Token

if TYPE_CHECKING:
    from ipextract.linking.tables import TableReader

# A caption has at most so many lines, and is sought among so many blocks above its table.
_CAPTION_LINES = 2
_ABOVE = 5
_LONGEST_CAPTION = 80
_LONGEST_HEADING = 300
# What a document says first, with the lines above it.
_OPENING = 160
# Between two statements of a headline; 第 一 章 has none.
# The one blank between two statements of a headline below the title, of which neither is a word or two and the first has a number or a place.
_TWO_STATEMENTS = lazily(compiled, r"(?=\S*(?:\d(?![\d.年月])|第|首))[^\s，,。；：、]{6,40}(?<=[\u4e00-\u9fff%％])(?P<blank> )\s{0,3}(?=[\u4e00-\u9fffA-Z]{2})[^\s，,。；：、]{6,40}")
_HEADLINE_BLANK = lazily(compiled, r"(?<=.{6})(?<=[\u4e00-\u9fff%％]) (?=[\u4e00-\u9fffA-Z]{2})")
# A single blank between two statements of a title, whose characters are not spaced out.
_TITLE_BLANK = lazily(compiled, r"(?<=\S{6})(?<=[\u4e00-\u9fff%％]) (?=[\u4e00-\u9fffA-Z]\S{4})")
# Of so many paragraphs before, what they were about is kept.
_TOLD = 4
# 农业 全年粮食播种面积11万公顷，…。: a heading that runs into its paragraph, up to the blank behind it.
_RUN_IN = lazily(compiled, r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]{1,2}\s*)?[\u4e00-\u9fff、]{2,10}(?P<blank>[ \u3000\u2002\u2003])[ \u3000\u2002\u2003]*(?=(?:[\u4e00-\u9fff]|(?:19|20)\d{2}年)\S{11})(?=[^\n]*[，,][^\n]*。)")
# What begins an item of a list of what is to be done: 1.加强供水保障; 一是…; （二）….
_ITEM = lazily(compiled, r"[\s#*]*(?:[-•●·]\s?(?!\d)|\d{1,2}\s?[.．、](?!\d)|[一二三四五六七八九十]{1,3}(?:是|、)|[（(][一二三四五六七八九十\d]{1,2}[)）])")
_DIGITS = lazily(compiled, r"\d[\d.,]*")
_YEAR = lazily(compiled, r"(?:19|20)\d{2}")
_BRACKET_LINE = lazily(compiled, r"\s*[（(][^（）()]{1,20}[）)]\s*")
_PART_OF_YEAR = lazily(compiled, r"\d{1,2}(?:\s?[-—–~至]\s?\d{1,2})?(?:月|季度)")


class Extractor:
    """Extracts claims from documents; keep one and use it for many.

    Args:
        segmenter: `auto` (rjieba where it is installed), `rjieba` or `jieba`.
        lexicon: a user's TOML file laid over the built-in vocabulary.
        limits: what a document may cost at most; by default those of `ipextract.Limits`.

    Attributes:
        limits: the limits given.
        compilations: knows the documents that hold several releases.

    An extractor holds no state of a document: it can be pickled, and used in several processes.
    """

    def __init__(self, *, segmenter: EngineName = "auto", lexicon: str | Path | None = None, limits: Limits | None = None) -> None:
        self._arguments = (segmenter, lexicon, limits)
        self.limits = limits or Limits()
        self._lexicon: Lexicon = load_lexicon(lexicon)
        words = make_segmenter(segmenter)
        self._scanner = Scanner(self._lexicon, words)
        self._namer = Namer(self._lexicon, words)
        self._gazetteer = Gazetteer(self._lexicon)
        self._home_words = HomeWords(self._lexicon)
        self.compilations = Compilations(self._lexicon)
        self._reports = ReportWords(self._lexicon)
        self._sections = Sections(self._lexicon, self._reports)
        self._check_words = CheckWords(self._lexicon)
        self._reader = ParagraphReader(self._lexicon, self._namer, self._gazetteer)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_make, self._arguments)

    @cached_property
    def _tables(self) -> TableReader:
        """Loaded and made for the first table: most notices have none."""
        from ipextract.linking.tables import TableReader

        return TableReader(self._lexicon, self._scanner, self._namer, self._gazetteer)

    def extract(self, text: str) -> Extraction:
        """All numeric claims of `text`, which is always text and never a path."""
        return self.extract_document(read_text(text))

    def extract_file(self, path: str | Path) -> Extraction:
        """All numeric claims of the file at `path`.

        Raises:
            InputError: the file is missing, a directory, empty, broken, too large or in a format that is not read.
        """
        return self.extract_bytes(read_file(path, self.limits), Path(path).name)

    def extract_bytes(self, data: bytes, source: str) -> Extraction:
        """All numeric claims of a file's bytes, in any format that is read.

        Args:
            data: the bytes.
            source: the name that messages and the record call it by.

        Raises:
            InputError: it is empty, broken, too large or in a format that is not read.
        """
        return self.extract_document(read_bytes(data, source, self.limits))

    def extract_many(self, texts: Iterable[str]) -> Iterator[Extraction]:
        """The extraction of each text, in order, one at a time."""
        for text in texts:
            yield self.extract(text)

    def extract_document(self, document: Document) -> Extraction:
        """The pipeline itself."""
        home = find_home(document, self._gazetteer, self._home_words)
        clock, own = find_period(document, self._reports)
        period = own
        drafts: list[tuple[Draft, Folded, Block, str | None]] = []
        entries: list[Entry] = []
        section: str | None = None
        # What the paragraph before was about, and what the last ones were, whatever heading stands between.
        before: Frame | None = None
        told: tuple[Frame, ...] = ()
        setting, in_notes, in_section = Setting(clock, home, period), False, False
        # What holds for the items of a list that was announced.
        announced: Setting | None = None
        years, homes, numbered = self.compilations.find_years(document), find_homes(document, home, self._gazetteer, self._home_words), numbered_lines(document)
        for number, block in enumerate(map(_as_read, document.blocks)):
            if number in years:
                # One release of several: its own year, and none of what the one before was about.
                period = year_span(years[number])
                clock = replace(clock, year=years[number], period=period, published=None)
                setting, before, told, in_section = Setting(clock, home, period), None, (), False
            if block.grid is not None:
                table = self._tables.read(document.text, block.grid, _caption(document, number), setting)
                drafts += [(draft, folded, block, section) for draft, folded in table.drafts]
                entries += _headings(table.headings)
                entries += [Entry(entry.start, entry.end, "unresolved") for entry in _headings(table.unread)]
                continue
            folded = fold(_with_title_parted(document, block, numbered.get(number)), block.start, block.end, block.gaps)
            if not folded.text:
                continue
            if block.kind == "heading":
                in_section = in_section or block.level < UNNUMBERED
                setting, in_notes = self._sections.enter(folded.text, block.level, setting, clock, period), self._sections.is_note(folded.text)
            if setting.told and self._reports.looking_back.search(folded.text):
                # 报告指出，五年来…: news that told of aims goes back to what was reached.
                setting = Setting(clock, home, period)
            holds = replace(setting, period=period, target=False) if setting.target and self._sections.is_note(folded.text) else setting
            if in_notes and self._reports.planned_term.match(folded.text):
                # 银龄人才计划：引进1万名…: what a note says of a plan is to be done, in no year that it names.
                holds = replace(setting, period=None, target=True)
            if number in homes:
                holds = replace(holds, home=homes[number])
            announced = announced if _ITEM.match(folded.text) else None
            holds = announced or self._going_on(folded.text, drafts, document.blocks[number - 1], holds)
            before_block = len(drafts)
            for stretch in stretches(folded):
                text = _parted(stretch.text) if block.kind == "heading" else stretch.text
                tokens = self._scanner.scan(text)
                if block.kind not in ("metadata", "furniture", "caption"):
                    found, tokens, before = self._reader.read(text, tokens, holds, before, told)
                    told = told if before is None or before in told[:1] else (before, *told)[:_TOLD]
                    drafts += [(draft, stretch, block, section) for draft in found]
                entries += _roles(stretch, tokens, block.kind)
            if block.kind == "paragraph" and _is_same(setting.period, period) and not setting.target:
                scene = scene_span(folded.text, clock, self._reports, states=len(drafts) > before_block)
                # 过去五年，…取得新成效。 over the first numbered section is of all of them.
                setting = Setting(clock, home, scene, term=not in_section) if scene is not None else setting
            if block.kind == "paragraph" and setting.period is period and not setting.target and clock.planned is not None and self._sections.aims_follow(document.title, folded.text, [draft for draft, *_ in drafts[before_block:]], clock):
                setting = Setting(clock, home, year_span(clock.planned), target=True, told=True)
            if block.kind == "paragraph" and not setting.target and (ahead := self._sections.work_ahead(folded.text, clock)) is not None:
                setting = Setting(clock, home, ahead, target=True)
            announced = announced or self._sections.announced(folded.text, setting)
            if block.kind == "heading":
                before = None
                heading = folded.text.lstrip("# ").strip("*").strip()
                # The office that publishes, on a line below the title, heads nothing.
                section = heading if heading != document.publisher else section
        self._settle(document, home, drafts)
        claims, origins = claims_of(document, drafts)
        entries += [Entry(claim.evidence.start, claim.evidence.end, "claim", claim.id) for claim in claims]
        return made(
            Extraction,
            document=info_of(document, home, own),
            claims=tuple(claims),
            numerals=close_ledger(document.printed, entries + blanked(document.printed, document.text)),
            checks=check_claims(claims, document.text, self._check_words),
            origins=origins,
            warnings=document.warnings,
        )

    def _settle(self, document: Document, home: Division | None, drafts: list[tuple[Draft, Folded, Block, str | None]]) -> None:
        """What only all of a document tells of a claim: when a headline's number was so, and whether names begin with the zone that the document is of."""
        date_headlines((draft for draft, _, block, _ in drafts if block.kind == "title"), [draft for draft, _, block, _ in drafts if block.kind != "title"])
        if home is None:
            without_own_zone([draft for draft, *_ in drafts], document.text[:_OPENING], document.text, self._lexicon.words("measures.naming.zones"), self._gazetteer)

    def _going_on(self, text: str, drafts: list[tuple[Draft, Folded, Block, str | None]], previous: Block, setting: Setting) -> Setting:
        """What holds for a paragraph that goes on with what the one before planned: 到2030年，…。 and then 同时，…."""
        if not drafts or drafts[-1][2] != previous or not text.startswith(self._reports.going_on):
            return setting
        last = drafts[-1][0]
        return replace(setting, period=last.period, target=True) if last.status == "target" else setting


def _is_same(one: Span | None, other: Span | None) -> bool:
    return one is other or (one is not None and other is not None and (one.start, one.end) == (other.start, other.end))


def _make(segmenter: EngineName, lexicon: str | Path | None, limits: Limits | None) -> Extractor:
    return Extractor(segmenter=segmenter, lexicon=lexicon, limits=limits)


def _as_read(block: Block) -> Block:
    """A heading longer than any is a paragraph: each claim below a heading names it."""
    return block._replace(kind="paragraph", level=0) if block.kind == "heading" and block.end - block.start > _LONGEST_HEADING else block


def _parted(headline: str) -> str:
    """A headline's blanks as commas: 多项指标居全国前列 生产总值增长4.9%."""
    return _HEADLINE_BLANK.sub("，", headline)


def _with_title_parted(document: Document, block: Block, blank: int | None) -> str:
    """The text of the document with commas for the blanks of its title, a full stop for the one behind a heading that runs into its paragraph, and 、 for the `blank` behind the number of a line.

    粮食总产量达120万吨 居全省首位; 农业 全年粮食播种面积11万公顷，…。 Nothing moves.
    """
    text = document.text
    if blank is not None:
        return f"{text[:blank]}、{text[blank + 1 :]}"
    if block.kind == "title":
        title = text[block.start : block.end]
        parted = _TITLE_BLANK.sub("，", title) if " " in title else title
        return text if parted == title else text[: block.start] + parted + text[block.end :]
    if block.kind == "heading" and (two := _TWO_STATEMENTS.fullmatch(text, block.start, block.end)) is not None:
        # 专利综合指数全国第七 有效发明专利突破万件: a headline below the title.
        return f"{text[: two.start('blank')]}，{text[two.start('blank') + 1 :]}"
    found = _RUN_IN.match(text, block.start, block.end) if block.kind == "paragraph" else None
    return text if found is None else text[: found.start("blank")] + "。" + text[found.start("blank") + 1 :]


def _caption(document: Document, number: int) -> str:
    """The short lines right above a table: its caption, which the title of a document may be that is all table, and its unit or its year in a bracket."""
    lines: list[str] = []
    dated = False
    for block in reversed(document.blocks[max(0, number - _ABOVE) : number]):
        line = document.text[block.start : block.end]
        if block.kind == "metadata":
            # 发布日期：… between a title and its table.
            dated = True
            continue
        if block.kind in ("table", "furniture") or (dated and block.kind != "title") or len(line) > _LONGEST_CAPTION or line.rstrip().endswith(("。", "；")):
            break
        lines.insert(0, line)
        if block.kind == "title" or len(lines) == _CAPTION_LINES or (not is_unit_line(line) and not _BRACKET_LINE.fullmatch(line)):
            break
    return " ".join(lines)


def _headings(cells: list[Cell]) -> list[Entry]:
    """The numerals of row and column headings: years and months are dates, all others belong to names."""
    out = []
    for cell in cells:
        for match in _DIGITS.finditer(cell.text):
            date = _YEAR.fullmatch(match.group()) or _PART_OF_YEAR.match(cell.text, match.start())
            out.append(Entry(cell.start + match.start(), cell.start + match.end(), "date" if date else "name"))
    return out


def _roles(folded: Folded, tokens: list[Token], kind: str) -> list[Entry]:
    """The ledger entries of the tokens that hold a numeral and are no claim."""
    out = []
    is_aside = kind in ("metadata", "furniture", "caption")
    for token in tokens:
        role = token.role
        if role == "claim" or token.start == token.end or not (role or token.letter in "T#%QMUSO" or (is_aside and token.letter == "X")):
            continue
        text = folded.text[token.start : token.end]
        if token.letter == "T":
            role = role or "date"
        elif not role and token.letter in "#%QMUSO":
            role = "unresolved"
        if kind == "furniture" and role:
            role = "furniture"
        if kind in ("metadata", "caption") and role == "unresolved":
            role = "reference"
        has_digit = any(map(str.isdigit, text))
        if is_aside and (role or token.letter == "X") and has_digit:
            role = role if role in ("date", "period", "reference", "furniture", "name") else ("furniture" if kind == "furniture" else "reference")
        if role and (has_digit or role == "unresolved"):
            start, end = folded.span(token.start, token.end)
            out.append(Entry(start, end, role))  # type: ignore[arg-type]
    return out
