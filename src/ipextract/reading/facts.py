"""What a document says of itself: title, publisher, dates, the portal's keys and values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipextract.patterns import compiled, lazily
from ipextract.reading.dates import begins_with_date, close_up, dates_in, month_alone, plain_digits
from ipextract.reading.document import Block

# Keys of the metadata table of government portals (信息公开目录), as GB/T 19488 and the portals name them.
METADATA_KEYS = frozenset(
    "索引号 信息索引号 索 引 号 主题分类 主题 体裁 发文机关 发布机构 发文单位 信息来源 来源 成文日期 发文日期 公开日期 发布日期 发布时间 生成日期 文号 发文字号 文件编号 "
    "公开形式 公开方式 公开范围 公开时限 公开类别 有效期 有效性 时效 公开程序 关键词 主题词 文件下载 内容概述 信息名称 标题 名称 作者 责任编辑 编辑 浏览次数 点击数 阅读次数 字号 组配分类 "
    "信息分类 效力状态 废止日期 生效日期 公开责任部门 审核 服务对象 公文种类 规范性文件编号 公开目录 发布人 签发人".split(" ")
)
_INLINE = lazily(compiled, r"(?P<key>发布日期|发布时间|发表时间|发表于|发布于|更新时间|发文日期|公开日期|日期|时间|来源|信息来源|稿件来源|文章来源|发布机构|发布单位|浏览次数|点击数|点击量|阅读量|作者|责任编辑|编辑|文号|索引号)\s?[:：]\s*(?P<value>[^\s【】\[\]|]+(?:\s\d{1,2}:\d{2}(?::\d{2})?)?)")
# 标 题:2023年…, 索 引 号: | 1137…: a key and its value in one line or one row.
_ENTRY = lazily(compiled, r"(?P<key>[\u4e00-\u9fff]{1,3}(?:[ \u3000]?[\u4e00-\u9fff]){1,5})\s?[:：]\s*(?P<value>.*)")
# 当前位置：首页 > 政务公开 > 统计数据: the way to a page is not its title.
_TRAIL = lazily(compiled, r"(?:当前|您的|所在)位置|首页\s?[>»›/-]|[>»›].*[>»›]|文件$|^（[^（）]*）$")
# 淮安市人民政府文件: the red head of a document names who issued it.
_RED_HEAD = lazily(compiled, r"(?P<office>[\u4e00-\u9fff（）]{2,30}(?:政府|委员会|局|厅|办公室|院|中心))文件")
_BODY = lazily(compiled, r"[。；]")
# （来源：法治日报 2021-04-23）, 湖北日报2021年4月23日: the last line of what was taken over from a newspaper.
_TAKEN_OVER = lazily(compiled, r"(?P<key>(?:信息|稿件|文章|新闻)?来源\s?[:：]\s*)?(?P<who>《?[\u4e00-\u9fff]{2,20}》?)[，,\s]*(?P<day>(?:19|20)\d{2}.{4,8})")
# 来源：泰州日报 2021-08-12: the day behind who published.
_DATED = lazily(compiled, r"\s+(?:19|20)\d{2}[-/.年]\d.*$")
# 省卫健委, 市发改委: an office by its short name.
_OFFICE = lazily(compiled, r"^[\u4e00-\u9fff（）\s]{2,40}(?:局|厅|委|委员会|政府|调查队|调查总队|办公室|统计局|总局|署|中心|部|海关|法院|院|社|台)$")
_TITLE_END = lazily(compiled, r"(?:公报|白皮书|报告|通报|简报|情况|数据|统计|年报|月报|快报|综述|概况|通知|通告|分析|总结|解读)(?:[(（].{0,12}[)）]|\[\d\])?$")
_LONGEST_VALUE = 60
_LONGEST_ENTRY = 120
# 2022-07-22 16:40 中国发展网: a date with an hour and who published.
_LONGEST_DATELINE = 32
# 10月27日，记者从通气会上获悉，…: a sentence of the body.
_SENTENCE = lazily(compiled, r"\d{1,2}月\d{1,2}日[，,]")
# 政府工作报告——2012年1月3日在…会议上: title and delivery in one paragraph with the speech.
_TITLED = lazily(compiled, r"\s*(?P<title>[^，。；:：\n—-]{0,30}工作报告|[^，。；:：\n—-]{4,60}(?:情况|草案)的?报告)\s*[—-]{1,2}")
_ORIGINAL = lazily(compiled, r"(?m)^[ \u3000]*(?P<opening>[（(])?原标题\s?[:：](?P<title>[^\n。；]{6,80}?)(?(opening)[)）])[ \u3000]*$")
_DELIVERED = lazily(compiled, r"(?P<date>[^，。；\n—-]{6,14}日)\s?在[^，。；]{2,40}(?:大会|会议)")
# 2020年1月17日，宁波海关对外发布，2019年…: when what a text reports was made known.
_RELEASED = lazily(compiled, r"(?P<date>(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)[，,]?[^，。；\d]{0,30}(?:发布|公布|通报|披露|介绍|获悉)[^。；\d]{0,16}[，：:]")
# （省专利信息服务中心　2025年5月）
_BRACKET_MONTH = lazily(compiled, r"[（(][^，。；（()）\d]{2,30}[\s\u3000](?P<month>(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月)[)）]")
_BRACKETS = "（）()"
# 中新社北京4月19日电, 浙江在线10月23日讯. `re` reads this one, and that of who reports, several times as fast.
_DATELINE = lazily(re.compile, r"(?P<agency>[\u4e00-\u9fff]{2,6}?(?:社|网|报|在线|日报|晚报))?(?P<place>[\u4e00-\u9fff]{2,5})?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:电|讯|消息|(?:上午|下午)?[^。；\d]{0,30}(?:发布会|获悉|通报会))|(?P<site>[\u4e00-\u9fff]{2,6}(?:网|报|社|在线))(?:消息|讯)")
# 新华社北京7月14日电（记者 王力）, 本报讯（通讯员 李四）: where, by whom and when a text was filed, in front of its first sentence.
_FILED = lazily(
    compiled,
    r"\s*(?:[\u4e00-\u9fff]{2,14}?\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:电(?!话)|讯|消息)|[\u4e00-\u9fff]{2,8}(?:网|报|社|在线|港)(?:讯|消息)|本报讯|(?=[(（]))"
    r"\s*(?:[(（][^（）()\n]{0,24}(?:记者|通讯员|实习生)[^（）()\n]{0,30}[)）])?[，,：:]?\s*",
)
# A news service's name as a line: 昆明信息港讯; 工作简讯 is a title.
_SERVICE = lazily(compiled, r"[\u4e00-\u9fff]{2,10}(?<![简快通资短喜])[讯电]")
# What a release on a part of the year or on the whole of it names: 2012年前三季度, 2023年全年.
_REPORTED = lazily(compiled, r"(?P<year>(?:19|20)\d{2})年(?:(?P<first>一季度|1[-—–~至]3月)|(?P<half>上半年|1[-—–~至]6月)|(?P<three>前三季度|1[-—–~至]9月)|(?P<whole>全年|年?末|年?底|度)|(?P<plain>[，,工]|[全我][省市县区州]))")
# 2023年国民经济和社会发展计划草案, 2023年预算（草案）
_DRAFTED = lazily(compiled, r"(?<!\d)(?P<year>(?:19|20)\d{2})年[^。；，\d]{2,24}[（(]?草案")
_LAST_OF_SESSIONS = 10
_ENDS = {"first": 3, "half": 6, "three": 9, "whole": 12, "plain": 12}
_MEDIA = lazily(compiled, r"(?:[^政]网|[^通]报|社|台|客户端|在线|频道|公众号|时报|日报|晚报|之声)$")
# 我代表市人民政府: the body that a report is of, where its place is named; 北京市政府工作报告 names it in the title.
_BODY_NAME = r"(?:(?!年|代表|会议|大会|向|作|长|在|上|受|的)[\u4e00-\u9fff]){2,10}?"
_REPORTER = lazily(re.compile,
    rf"(?:代表|受)(?P<body>{_BODY_NAME}(?:人民政府|国务院|法院|检察院|常委会|常务委员会))"
    rf"|(?P<title>{_BODY_NAME}(?:人民)?政府)(?:\d{{4}}年)?(?:政府)?工作报告"
    rf"|(?P<office>{_BODY_NAME}(?:人民政府|统计局|财政局|发展和改革委员会|发展改革委员会))(?:局长|主任|[省市县区州旗盟]长|$)"
)
_BARE_BODY = lazily(compiled, r"[省市县区州盟旗]?(?:人民)?(?:政府|法院|检察院)|[省市县区州]?人大常委会|常务委员会")
_OPENING = 400
_BRACKETS = "（）()[]【】 "
# A release of these months on a whole year is on the year before.
_FIRST_MONTHS = 4
# In how many of the last lines a document is signed.
_SIGNATURE = 5
#: Under which key the office that published a page is told.
PUBLISHED_BY = "发布机构"
_PUBLISHER_KEYS = (PUBLISHED_BY, "发文机关", "发文单位", "发布单位", "信息来源", "来源", "公开责任部门")
_DATE_KEYS = ("发布时间", "发布日期", "发表时间", "发表于", "发布于", "公开日期", "发文日期", "成文日期", "生成日期", "日期", "时间")


@dataclass(frozen=True, slots=True)
class Facts:
    """The blocks with those of metadata marked, and what was read in them."""

    blocks: tuple[Block, ...]
    title: str | None
    publisher: str | None
    published: date | None
    published_text: str | None
    metadata: dict[str, str]


def find_facts(text: str, blocks: tuple[Block, ...], stated: dict[str, str] | None = None) -> Facts:
    """Read the head of a document: everything before the first sentence of its body.

    Args:
        text: the document's text.
        blocks: its blocks.
        stated: keys and values that the format states outside the text; they win over those printed in it.
    """
    metadata: dict[str, str] = dict(stated or {})
    blocks = _metadata_blocks(text, blocks, metadata)
    head = _head(text, blocks)
    title = _title(text, blocks, head)
    if title is not None:
        blocks = tuple(block._replace(kind="title") if index == title else block for index, block in enumerate(blocks))
    published, published_text = _published(text, blocks, head, metadata)
    name = _unspaced(_flat(text, blocks[title])) if title is not None else metadata.get("信息名称") or metadata.get("标题") or _title_within(text) or _original_title(text)
    return Facts(
        tuple(_without_filing(text, blocks)),
        name,
        _publisher(text, blocks, head, metadata, name or ""),
        published,
        published_text,
        metadata,
    )


def _without_filing(text: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, with a dateline that stands in front of the first sentence in a block of its own, and the line of a news service no heading."""
    for block in blocks:
        found = _FILED.match(text, block.start, block.end) if block.kind in ("paragraph", "heading") and block.start < _OPENING else None
        if found is not None and found.group().strip() and found.end() == block.end:
            yield block._replace(kind="metadata")
        elif found is not None and found.group().strip() and not block.gaps:
            yield block._replace(kind="metadata", end=found.end())
            yield block._replace(start=found.end())
        elif block.kind == "heading" and block.start < _OPENING and _SERVICE.fullmatch(_flat(text, block)):
            yield block._replace(kind="metadata")
        else:
            yield block


def _flat(text: str, block: Block) -> str:
    """The words of a block in one line, without what marks it as a heading."""
    flat = "".join([line.strip() for line in text[block.start : block.end].split("\n")])
    return flat.lstrip("#").strip().strip("*").strip() if "#" in flat or "*" in flat else flat


def _unspaced(line: str) -> str:
    """政 府 工 作 报 告: a title set wide."""
    pieces = line.split()
    return "".join(pieces) if len(pieces) > 3 and all(len(piece) == 1 for piece in pieces) else line


def is_media(publisher: str) -> bool:
    """Whether a newspaper, an agency or a site published: 来源：北京日报 says nothing of whose release it is."""
    return _MEDIA.search(publisher) is not None


def _title_within(text: str) -> str | None:
    match = _TITLED.match(text)
    return "".join(match["title"].split()) if match else None


def _original_title(text: str) -> str | None:
    """原标题：…, in a line of a copy that has no title of its own."""
    match = _ORIGINAL.search(text)
    return match["title"].strip() if match else None


def _metadata_blocks(text: str, blocks: tuple[Block, ...], metadata: dict[str, str]) -> tuple[Block, ...]:
    """Mark the lines of a portal's table of keys and values; some keys have no value."""
    out = list(blocks)
    key: str | None = None
    bulleted = False
    for index, block in enumerate(blocks[:80]):
        line = _flat(text, block)
        dashed = line.startswith(("- ", "-　", "• ", "* "))
        entry = line.lstrip("-•* 　").strip()
        name = entry.rstrip(":：").replace(" ", "").replace("　", "")
        if name in METADATA_KEYS and (dashed or len(entry) <= 10):
            key, bulleted = name, dashed
            metadata.setdefault(key, "")
            out[index] = block._replace(kind="metadata")
            continue
        if key is not None and (dashed or (not bulleted and len(entry) <= _LONGEST_VALUE)) and not metadata[key]:
            metadata[key] = entry
            out[index] = block._replace(kind="metadata")
            if not dashed:
                key = None
            continue
        if key is not None and not dashed:
            key = None
        pairs = list(_INLINE.finditer(line))
        entries = _entries(entry, dashed=dashed) if len(pairs) < 2 else []
        if entries:
            for named, value in entries:
                if not metadata.get(named):
                    metadata[named] = value
            out[index] = block._replace(kind="metadata")
            continue
        if pairs and len(line) <= 120 and not _BODY.search(line) and (pairs[0].start() <= 2 or begins_with_date(line) or len(pairs) > 1):
            for pair in pairs:
                metadata.setdefault(pair.group("key"), pair.group("value"))
            out[index] = block._replace(kind="metadata")
        elif _is_when(line) or (begins_with_date(line) and len(line) <= _LONGEST_DATELINE and not _BODY.search(line) and not re.search(r"\d{1,2}日.*[\u4e00-\u9fff]{12}", line)):
            out[index] = block._replace(kind="metadata")
    return tuple(out)


def _is_when(line: str) -> bool:
    """（2023年5月17日）, 2023年7月: whether a line is nothing but a day or a month."""
    inner = line.strip(_BRACKETS)
    return begins_with_date(inner) == len(inner) > 0 or month_alone(inner) is not None


def _entries(line: str, *, dashed: bool) -> list[tuple[str, str]]:
    """The keys and values of a line that is nothing else: 标 题:2023年…, or a row of cells."""
    if len(line) > _LONGEST_ENTRY or _BODY.search(line.replace(" ; ", "")):
        return []
    cells = [cell.strip() for cell in line.split("|")] if "|" in line else []
    if cells:
        found = [(_key(cell), cells[place + 1] if place + 1 < len(cells) else "") for place, cell in enumerate(cells)]
        return [(key, value if _key(value) is None else "") for key, value in found if key is not None]
    match = _ENTRY.fullmatch(line)
    key = _key(match["key"] + ":") if match else None
    return [(key, match["value"].strip())] if match and key is not None and (dashed or match["key"] != key or key in _PUBLISHER_KEYS or key in _DATE_KEYS) else []


def _key(cell: str) -> str | None:
    """The metadata key that `cell` is, with a colon behind it."""
    name = cell.rstrip(":：").replace(" ", "").replace("\u3000", "")
    return name if cell[-1:] in (":", "：") and name in METADATA_KEYS else None


def _head(text: str, blocks: tuple[Block, ...]) -> int:
    """How many blocks stand before the body: the body begins with the first sentence of some length."""
    for index, block in enumerate(blocks):
        if block.kind == "paragraph" and block.end - block.start > 60 and _BODY.search(text, block.start, block.end):
            return index
    return min(len(blocks), 6)


def _title(text: str, blocks: tuple[Block, ...], head: int) -> int | None:
    candidates = [
        index
        for index, block in enumerate(blocks[:head])
        if block.kind in ("heading", "paragraph", "title") and not re.match(r"\s*[一二三四五六七八九十]、", text[block.start : block.end]) and len(_flat(text, block)) >= 6
    ]
    stated = [index for index in candidates if blocks[index].kind == "title"]
    named = [index for index in candidates if _TITLE_END.search(_flat(text, blocks[index])) and not _TRAIL.search(_flat(text, blocks[index]))]
    for index in stated or named or candidates:
        line = _flat(text, blocks[index])
        # 2024 [1]: what a copy left of a heading that is a picture says nothing.
        if any(map(str.isalpha, line)) and "://" not in line and not _TRAIL.search(line) and "。" not in line and line[-1] not in "；，" and not _SENTENCE.match(line) and not _OFFICE.match(line) and not _SERVICE.fullmatch(line) and not _is_when(line) and not _INLINE.match(line) and len(line) <= 80:
            return index
    return None


def _published(text: str, blocks: tuple[Block, ...], head: int, metadata: dict[str, str]) -> tuple[date | None, str | None]:
    """The day of publication or delivery; of a dateline without a year (4月24日电) where the text says which year it is."""
    places = [metadata[key] for key in _DATE_KEYS if metadata.get(key)]
    places += [_flat(text, block) for block in blocks[: head + 1] if block.end - block.start <= 160]
    delivered = _DELIVERED.search(text, 0, _OPENING)
    if delivered:
        places.append(delivered["date"])
    for place in places:
        for day in dates_in(place, compact=len(place) <= _LONGEST_VALUE):
            return day, day.isoformat()
    for block in blocks[:head]:
        line = _flat(text, block)
        within = _BRACKET_MONTH.fullmatch(line)
        coarse = month_alone(within["month"] if within is not None else line.strip(_BRACKETS))
        if coarse:
            return date(*coarse, 28), f"{coarse[0]}-{coarse[1]:02d}"
    last = _dateline(text) or _signed(text, blocks)[1] or _released(text)
    return last, None if last is None else last.isoformat()


def _signed(text: str, blocks: tuple[Block, ...]) -> tuple[str | None, date | None]:
    """The office and the day that a document is signed with: its last lines, the day alone in one."""
    lines = [_flat(text, block) for block in blocks[-_SIGNATURE:] if block.grid is None]
    for place, line in enumerate(lines):
        bare = line.strip(_BRACKETS)
        day = next(dates_in(bare), None)
        if day is not None and begins_with_date(bare) == len(bare):
            office = lines[place - 1] if place and _OFFICE.match(lines[place - 1]) else None
            return office, day
        taken = _TAKEN_OVER.fullmatch(bare)
        if taken is not None and begins_with_date(taken["day"]) == len(taken["day"]) and (taken["key"] or _MEDIA.search(taken["who"].strip("《》")) or _OFFICE.match(taken["who"])):
            return None, next(dates_in(taken["day"]), None)
    return None, None


def _released(text: str) -> date | None:
    """The day with which a text begins that somebody made known what it reports; it says of what year that is."""
    found = _RELEASED.search(text, 0, 2 * _OPENING)
    return None if found is None else next(dates_in(found["date"]), None)


def _dateline(text: str) -> date | None:
    """The day of a dateline, with the year that what it reports on fits: 10月23日讯 of 2012年前三季度 is of 2012."""
    opening = close_up(plain_digits(text[: 4 * _OPENING]))
    line = _DATELINE.search(opening, 0, _OPENING)
    if line is None or line["month"] is None:
        return None
    drafted = _DRAFTED.search(opening)
    if drafted is not None and line["month"] is not None:
        # A session of the first months examines the drafts for its year, one of the last for the next.
        return _day(int(drafted["year"]) - (int(line["month"]) > _LAST_OF_SESSIONS), int(line["month"]), int(line["day"]))
    reported = _REPORTED.search(opening)
    if reported is None:
        return None
    month, year = int(line["month"]), int(reported["year"])
    if reported["plain"] and month > _FIRST_MONTHS:
        # 7月12日讯 2021年，…: of that year or of the next, nobody can say.
        return None
    ends = next(last for part, last in _ENDS.items() if reported[part])
    return _day(year if month > ends else year + 1, month, int(line["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _publisher(text: str, blocks: tuple[Block, ...], head: int, metadata: dict[str, str], title: str) -> str | None:
    """Who published: the office that the portal or the head of the document names, else the newspaper or agency it stood in."""
    stated = next((_DATED.sub("", metadata[key]) for key in _PUBLISHER_KEYS if metadata.get(key)), None)
    if stated is not None and not is_media(stated):
        return stated
    lines = [_flat(text, block) for block in blocks[:head] if block.kind not in ("title", "metadata")]
    dated = [_flat(text, block) for block in blocks[:head] if block.kind == "metadata"]
    lines += [re.sub(r"^\s*\d{1,2}:\d{2}(?::\d{2})?", "", line[begins_with_date(line) :]).strip() for line in dated if begins_with_date(line)]
    offices = [line for line in lines if _OFFICE.match(line) and not is_media(line)]
    if offices:
        return " ".join(offices)
    red = next((match["office"] for line in lines if (match := _RED_HEAD.fullmatch(line))), None)
    if red:
        return red
    for place in (title, *lines, text[:_OPENING]):
        for reporter in _REPORTER.finditer(place):
            body = next(group for group in reporter.groups() if group)
            if not _BARE_BODY.fullmatch(body):
                return body
    if stated is not None:
        return stated
    signed = _signed(text, blocks)[0]
    if signed is not None:
        return signed
    media = [line.split()[0] for line in lines if line and is_media(line.split()[0])]
    line = _DATELINE.search(text, 0, _OPENING)
    return media[0] if media else (line["agency"] or line["site"]) if line else None
