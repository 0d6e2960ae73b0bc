"""The pipeline on one page: read, fold, scan, link, account, check."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from ipextract.checking.arithmetic import check_claims
from ipextract.checking.ledger import Entry, close_ledger
from ipextract.checking.vocabulary import CheckWords
from ipextract.language.folding import Folded, fold
from ipextract.language.segmenter import EngineName, make_segmenter
from ipextract.language.stretches import stretches
from ipextract.lexicon import Division, Lexicon, load_lexicon
from ipextract.linking.area.places import Gazetteer
from ipextract.linking.area.setting import find_home
from ipextract.linking.frames import Draft, Frame, Setting
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.period.compilation import find_years
from ipextract.linking.period.periods import Calendar, Span, plan_quoted, plan_years, year_span
from ipextract.linking.period.reported import find_period
from ipextract.linking.period.reporting import ReportWords
from ipextract.linking.period.sections import scene_span, section_span
from ipextract.linking.reader import ParagraphReader
from ipextract.linking.tables import TableReader
from ipextract.models import Change, Claim, DocumentInfo, Evidence, Extraction, Gap, Interval, Period, Rank, Region, Share, made
from ipextract.models import Span as TextSpan
from ipextract.patterns import lazily
from ipextract.reading import Block, Document, Limits, read_bytes, read_text
from ipextract.reading.document import Cell
from ipextract.reading.formats import read_file
from ipextract.reading.layout import is_unit_line
from ipextract.rules.scanner import Scanner
from ipextract.rules.tokens import Token

T = TypeVar("T")
R = TypeVar("R")

_LONGEST_CAPTION = 80
_LONGEST_HEADING = 300
# Between two statements of a headline; 第 一 章 has none.
_HEADLINE_BLANK = lazily(re.compile, r"(?<=.{6})(?<=[\u4e00-\u9fff%％]) (?=[\u4e00-\u9fffA-Z]{2})")
# A single blank between two statements of a title, whose characters are not spaced out.
_TITLE_BLANK = lazily(re.compile, r"(?<=\S{6})(?<=[\u4e00-\u9fff%％]) (?=[\u4e00-\u9fffA-Z]\S{4})")
# 农业 全年粮食播种面积11万公顷，…。: a heading that runs into its paragraph, up to the blank behind it.
_RUN_IN = lazily(re.compile, r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]{1,2}\s*)?[\u4e00-\u9fff、]{2,10}(?P<blank>[ \u3000\u2002\u2003])[ \u3000\u2002\u2003]*(?=(?:[\u4e00-\u9fff]|(?:19|20)\d{2}年)\S{11})(?=[^\n]*[，,][^\n]*。)")
# 附件2 名词解释: an annex may hold notes, or plans.
# What begins an item of a list of what is to be done: 1.加强供水保障; 一是…; （二）….
_ITEM = lazily(re.compile, r"[\s#*]*(?:\d{1,2}\s?[.．、](?!\d)|[一二三四五六七八九十]{1,3}(?:是|、)|[（(][一二三四五六七八九十\d]{1,2}[)）])")
_ANNEX = lazily(re.compile, r"附件\s?[一二三四五六七八九\d]{0,2}\s?[:：]?\s*")
_COLONS = ("：", ":")
# What may stand behind the last word of an announcement: “百项民生工程”：.
_AROUND_END = '”"」。：:！'
_DIGITS = lazily(re.compile, r"\d[\d.,]*")
_YEAR = lazily(re.compile, r"(?:19|20)\d{2}")
_BRACKET_LINE = lazily(re.compile, r"\s*[（(][^（）()]{1,20}[）)]\s*")
_PART_OF_YEAR = lazily(re.compile, r"\d{1,2}(?:\s?[-—–~至]\s?\d{1,2})?(?:月|季度)")


class Extractor:
    """Extracts claims from documents; keep one and use it for many.

    Args:
        segmenter: `auto` (rjieba where it is installed), `rjieba` or `jieba`.
        lexicon: a user's TOML file laid over the built-in vocabulary.
        limits: what a document may cost at most; by default those of `ipextract.Limits`.

    Attributes:
        limits: the limits given.

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
        self._reports = ReportWords(self._lexicon)
        self._check_words = CheckWords(self._lexicon)
        self._reader = ParagraphReader(self._lexicon, self._namer, self._gazetteer)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_make, self._arguments)

    @cached_property
    def _tables(self) -> TableReader:
        """Made for the first table: most notices have none."""
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
        home = find_home(document, self._gazetteer)
        clock, own = find_period(document, self._reports)
        period = own
        drafts: list[tuple[Draft, Folded, Block, str | None]] = []
        entries: list[Entry] = []
        section: str | None = None
        before: Frame | None = None
        setting, in_notes = Setting(clock, home, period), False
        # What holds for the items of a list that was announced.
        announced: Setting | None = None
        years = find_years(document)
        for number, block in enumerate(map(_as_read, document.blocks)):
            if number in years:
                # One release of several: its own year, and none of what the one before was about.
                period = year_span(years[number])
                clock = replace(clock, year=years[number], period=period, published=None)
                setting, before = Setting(clock, home, period), None
            if block.grid is not None:
                table = self._tables.read(document.text, block.grid, _caption(document, number), setting)
                drafts += [(draft, folded, block, section) for draft, folded in table.drafts]
                entries += _headings(table.headings)
                entries += [Entry(entry.start, entry.end, "unresolved") for entry in _headings(table.unread)]
                continue
            folded = fold(_with_title_parted(document, block), block.start, block.end, block.gaps)
            if not folded.text:
                continue
            if block.kind == "heading":
                setting, in_notes = self._enter_section(folded.text, setting, clock, home, period, block.level), self._is_note(folded.text)
            holds = replace(setting, period=period, target=False) if setting.target and self._is_note(folded.text) else setting
            if in_notes and self._reports.planned_term.match(folded.text):
                # 银龄人才计划：引进1万名…: what a note says of a plan is to be done, in no year that it names.
                holds = replace(setting, period=None, target=True)
            announced = announced if _ITEM.match(folded.text) else None
            holds = announced or holds
            before_block = len(drafts)
            for stretch in stretches(folded):
                text = _parted(stretch.text) if block.kind == "heading" else stretch.text
                tokens = self._scanner.scan(text)
                if block.kind not in ("metadata", "furniture", "caption"):
                    found, tokens, before = self._reader.read(text, tokens, holds, before)
                    drafts += [(draft, stretch, block, section) for draft in found]
                entries += _roles(stretch, tokens, block.kind)
            if block.kind == "paragraph" and len(drafts) == before_block and setting.period is period and not setting.target:
                scene = scene_span(folded.text, clock, self._reports)
                setting = Setting(clock, home, scene) if scene is not None else setting
            announced = announced or self._announced(folded.text, setting)
            if block.kind == "heading":
                before = None
                heading = folded.text.lstrip("# ").strip("*").strip()
                # The office that publishes, on a line below the title, heads nothing.
                section = heading if heading != document.publisher else section
        claims, origins = _claims(document, drafts)
        entries += [Entry(claim.evidence.start, claim.evidence.end, "claim", claim.id) for claim in claims]
        return made(
            Extraction,
            document=_info(document, home, own),
            claims=tuple(claims),
            numerals=close_ledger(document.text, entries),
            checks=check_claims(claims, document.text, self._check_words),
            origins=origins,
            warnings=document.warnings,
        )

    def _enter_section(self, heading: str, setting: Setting, clock: Calendar, home: Division | None, period: Span | None, level: int) -> Setting:
        """A section's own year and whether it states aims: 二、2025年目标任务和重点工作."""
        span = section_span(heading, clock, self._reports)
        if self._is_note(heading):
            # 名词解释: what the report's words mean, in its own year.
            return Setting(clock, home, period)
        is_reached = self._reports.aims_reached.search(heading.strip()) is not None
        if self._says(heading, "aims") and not is_reached and clock.year is not None:
            # 今年预期目标: aims, whatever the year.
            named = span if span is not None else None if "年" in heading else plan_years(heading)
            return Setting(clock, home, named or year_span(clock.planned or clock.this_year or clock.year), target=True)
        review, aims = is_reached or self._says(heading, "review"), not is_reached and self._says(heading, "headings")
        if span is not None and clock.year is not None and (level <= 3 or aims or review or self._says(heading, "work")):
            return Setting(clock, home, span, target=span.end.year > clock.year and not review)
        if review and level <= 3:
            return Setting(clock, home, period)
        ahead = clock.planned or (clock.published.year if clock.published else None)
        if aims and clock.year and ahead and ahead > clock.year and level != 4:
            # 二、“十五五”时期和今年的主要目标: a plan for the year of publication.
            return Setting(clock, home, year_span(ahead), target=True)
        if level <= 2 and not setting.target:
            return Setting(clock, home, period)
        return setting

    def _announced(self, text: str, setting: Setting) -> Setting | None:
        """What holds for the items behind 我市将办好十件民生实事。 and 全省“十一五”发展的主要目标是：; None where nothing is announced."""
        said = text.rstrip()
        if said.endswith(_COLONS) and said[:-1].endswith(self._reports.announced_aims):
            return replace(setting, target=True, period=plan_quoted(text) or setting.period)
        # What is announced stands at the end: few paragraphs are worth a search for who will do it.
        ends_so = said.rstrip(_AROUND_END).endswith(self._reports.things_announced)
        return replace(setting, target=True) if ends_so and self._reports.announced.search(text) else None

    def _says(self, heading: str, words: str) -> bool:
        """Whether `heading` has one of the words of a list of triggers.status."""
        return any(word in heading for word in self._lexicon.words(f"triggers.status.{words}"))

    def _is_note(self, text: str) -> bool:
        """Whether a heading or a paragraph opens notes, which explain words and plan nothing: 名词解释, 注：."""
        return _ANNEX.sub("", text.lstrip("# *（【")).startswith(self._lexicon.words("triggers.status.notes"))


def _make(segmenter: EngineName, lexicon: str | Path | None, limits: Limits | None) -> Extractor:
    return Extractor(segmenter=segmenter, lexicon=lexicon, limits=limits)


def _as_read(block: Block) -> Block:
    """A heading longer than any is a paragraph: each claim below a heading names it."""
    return replace(block, kind="paragraph", level=0) if block.kind == "heading" and block.end - block.start > _LONGEST_HEADING else block


def _parted(headline: str) -> str:
    """A headline's blanks as commas: 多项指标居全国前列 生产总值增长4.9%."""
    return _HEADLINE_BLANK.sub("，", headline)


def _with_title_parted(document: Document, block: Block) -> str:
    """The text of the document with commas for the blanks of its title, and a full stop for the one behind a heading that runs into its paragraph.

    粮食总产量达120万吨 居全省首位; 农业 全年粮食播种面积11万公顷，…。 Nothing moves.
    """
    text = document.text
    if block.kind == "title":
        title = text[block.start : block.end]
        parted = _TITLE_BLANK.sub("，", title) if " " in title else title
        return text if parted == title else text[: block.start] + parted + text[block.end :]
    found = _RUN_IN.match(text, block.start, block.end) if block.kind == "paragraph" else None
    return text if found is None else text[: found.start("blank")] + "。" + text[found.start("blank") + 1 :]


def _caption(document: Document, number: int) -> str:
    """The short lines right above a table: its caption, and its unit or its year in a bracket."""
    lines: list[str] = []
    for block in reversed(document.blocks[max(0, number - 2) : number]):
        line = document.text[block.start : block.end]
        if block.kind in ("title", "table", "metadata", "furniture") or len(line) > _LONGEST_CAPTION or line.rstrip().endswith(("。", "；")):
            break
        lines.insert(0, line)
        if not is_unit_line(line) and not _BRACKET_LINE.fullmatch(line):
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


def _info(document: Document, home: Division | None, period: Span | None) -> DocumentInfo:
    return made(
        DocumentInfo,
        source=document.source,
        sha256=document.sha256,
        title=document.title,
        publisher=document.publisher,
        published=document.published_text,
        region=_region(home),
        period=_period(period),
        metadata=document.metadata,
        text=document.text,
    )


def _region(division: Division | None) -> Region | None:
    return None if division is None else made(Region, name=division.name, code=division.code if division.code.isdigit() else None)


def _period(span: Span | None) -> Period | None:
    return None if span is None else made(Period, text=span.text, start=span.start.isoformat(), end=span.end.isoformat())


def _change(basis: str, text: str, base: tuple[date, date] | None) -> Change:
    interval = None if base is None else made(Interval, start=base[0].isoformat(), end=base[1].isoformat())
    return made(Change, basis=basis, base=interval, text=text or None)  # type: ignore[arg-type]


def _sentence(start: int, end: int) -> TextSpan:
    return made(TextSpan, start=start, end=end)


def _once(make: Callable[[T], R]) -> Callable[[T], R]:
    """`make`, which makes one thing of one and the same; what it is asked about outlives it."""
    known: dict[int, R] = {}

    def of(one: T) -> R:
        key = id(one)
        if key not in known:
            known[key] = make(one)
        return known[key]

    return of


def _page(document: Document, block: Block, start: int) -> int | None:
    """The page that the character at `start` stands on; a block may go on from one page to the next."""
    place = bisect_right(document.places, start, key=lambda place: place.start) - 1
    if place >= 0 and start < document.places[place].end:
        return document.places[place].page
    return block.page


def _claims(document: Document, drafts: list[tuple[Draft, Folded, Block, str | None]]) -> tuple[list[Claim], dict[str, dict[str, Any]]]:
    """Drafts to records: spans of the source, ids, and links between claims."""
    ids: dict[int, str] = {}
    claims: list[Claim] = []
    origins: dict[str, dict[str, Any]] = {}
    seen: dict[tuple[Any, ...], str] = {}
    spans: set[tuple[int, int]] = set()
    # Few periods, places, bases and sentences are said of many claims: their records are made once.
    period_of, region_of, change_of, sentence_of = _once(_period), _once(_region), cache(_change), cache(_sentence)
    for draft, folded, block, section in drafts:
        start, end = folded.span(draft.start, draft.end)
        if (start, end) in spans:
            continue
        spans.add((start, end))
        first, last = folded.span(draft.sentence[0], max(draft.sentence[1], draft.sentence[0] + 1))
        identity = hashlib.sha256(f"{document.sha256}:{start}:{end}:{draft.aspect}".encode()).hexdigest()[:12]
        ids[id(draft)] = identity
        key = (draft.kind, draft.aspect, draft.indicator, draft.value, draft.upper, draft.unit, draft.period and (draft.period.start, draft.period.end), draft.region and draft.region.code, draft.basis and draft.basis.basis, draft.scope)
        claims.append(
            made(
                Claim,
                id=identity,
                kind=draft.kind,  # type: ignore[arg-type]
                aspect=draft.aspect,  # type: ignore[arg-type]
                indicator=draft.indicator,
                value=draft.value,
                upper=draft.upper,
                bound=draft.bound,  # type: ignore[arg-type]
                unit=draft.unit,
                period=period_of(draft.period),
                region=region_of(draft.region),
                actor=draft.actor,
                status=draft.status,  # type: ignore[arg-type]
                change=None if draft.basis is None else change_of(draft.basis.basis, draft.basis.text, draft.base and (draft.base.start, draft.base.end)),
                share=made(Share, whole=draft.whole) if draft.aspect == "share" else None,
                gap=made(Gap, than=draft.than) if draft.aspect == "gap" else None,
                rank=made(Rank, scope=draft.scope, region=region_of(draft.scope_region), order=draft.order, streak=draft.streak)  # type: ignore[arg-type]
                if draft.aspect == "rank"
                else None,
                part_of=ids.get(id(draft.parent)) if draft.parent is not None else None,
                repeats=seen.get(key),
                section=section,
                evidence=made(
                    Evidence,
                    start=start, end=end, text=document.text[start:end], sentence=sentence_of(first, last), page=_page(document, block, start)
                ),
                rule=draft.rule,
            )
        )
        seen.setdefault(key, identity)
        origins[identity] = dict(draft.origins)
    return claims, origins

