"""What a document says of itself: title, publisher, dates, the portal's keys and values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from ipextract.reading.document import Block

# Keys of the metadata table of government portals (信息公开目录), as GB/T 19488 and the portals name them.
METADATA_KEYS = frozenset(
    "索引号 信息索引号 索 引 号 主题分类 主题 体裁 发文机关 发布机构 发文单位 信息来源 来源 成文日期 发文日期 公开日期 发布日期 发布时间 生成日期 文号 发文字号 文件编号 "
    "公开形式 公开方式 公开范围 公开时限 公开类别 有效期 有效性 时效 公开程序 关键词 主题词 文件下载 内容概述 信息名称 标题 名称 作者 责任编辑 编辑 浏览次数 点击数 阅读次数 字号 组配分类 "
    "信息分类 效力状态 废止日期 生效日期 公开责任部门 审核 服务对象 公文种类 规范性文件编号 公开目录 发布人 签发人".split(" ")
)
_DATE = re.compile(r"((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?")
_MONTH = re.compile(r"((?:19|20)\d{2})\s?[年-]\s?(\d{1,2})\s?月?")
_INLINE = re.compile(r"(?P<key>发布日期|发布时间|发文日期|公开日期|日期|时间|来源|信息来源|发布机构|发布单位|浏览次数|点击数|点击量|阅读量|作者|责任编辑|编辑|文号|索引号)\s?[:：]\s*(?P<value>[^\s【】\[\]|]+(?:\s\d{1,2}:\d{2}(?::\d{2})?)?)")
_BODY = re.compile(r"[。；]")
_OFFICE = re.compile(r"^[\u4e00-\u9fff（）\s]{2,40}(?:局|厅|委员会|政府|调查队|调查总队|办公室|统计局|总局|署|中心|部|海关|法院|院|社|台)$")
_TITLE_END = re.compile(r"(?:公报|白皮书|报告|通报|简报|情况|数据|统计|年报|月报|快报|综述|概况|通知|通告|分析|总结|解读)(?:[(（].{0,12}[)）]|\[\d\])?$")
_LONGEST_VALUE = 60
# 10月27日，记者从通气会上获悉，…: a sentence of the body.
_SENTENCE = re.compile(r"\d{1,2}月\d{1,2}日[，,]")
_PUBLISHER_KEYS = ("发布机构", "发文机关", "发文单位", "发布单位", "信息来源", "来源", "公开责任部门")
_DATE_KEYS = ("发布时间", "发布日期", "公开日期", "发文日期", "成文日期", "生成日期", "日期", "时间")


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
        blocks = tuple(replace(block, kind="title") if index == title else block for index, block in enumerate(blocks))
    published, published_text = _published(text, blocks, head, metadata)
    return Facts(
        blocks,
        _flat(text, blocks[title]) if title is not None else metadata.get("信息名称") or metadata.get("标题"),
        _publisher(text, blocks, head, metadata),
        published,
        published_text,
        metadata,
    )


def _flat(text: str, block: Block) -> str:
    return "".join(line.strip() for line in text[block.start : block.end].split("\n")).strip().lstrip("#").strip().strip("*").strip()


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
            out[index] = replace(block, kind="metadata")
            continue
        if key is not None and (dashed or (not bulleted and len(entry) <= _LONGEST_VALUE)) and not metadata[key]:
            metadata[key] = entry
            out[index] = replace(block, kind="metadata")
            if not dashed:
                key = None
            continue
        if key is not None and not dashed:
            key = None
        pairs = list(_INLINE.finditer(line))
        if pairs and len(line) <= 120 and not _BODY.search(line) and (pairs[0].start() <= 2 or _DATE.match(line) or len(pairs) > 1):
            for pair in pairs:
                metadata.setdefault(pair.group("key"), pair.group("value"))
            out[index] = replace(block, kind="metadata")
        elif _DATE.match(line) and len(line) <= 22:
            out[index] = replace(block, kind="metadata")
    return tuple(out)


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
    named = [index for index in candidates if _TITLE_END.search(_flat(text, blocks[index]))]
    for index in stated or named or candidates:
        line = _flat(text, blocks[index])
        if "://" not in line and "。" not in line and line[-1] not in "；，" and not _SENTENCE.match(line) and not _OFFICE.match(line) and not _DATE.fullmatch(line) and not _INLINE.match(line) and len(line) <= 80:
            return index
    return None


def _published(text: str, blocks: tuple[Block, ...], head: int, metadata: dict[str, str]) -> tuple[date | None, str | None]:
    places = [metadata[key] for key in _DATE_KEYS if metadata.get(key)]
    places += [_flat(text, block) for block in blocks[: head + 1] if block.end - block.start <= 160]
    for place in places:
        for match in _DATE.finditer(place):
            try:
                day = date(*(int(part) for part in match.groups()))
            except ValueError:
                continue
            return day, day.isoformat()
    for block in blocks[:head]:
        line = _flat(text, block)
        coarse = _MONTH.fullmatch(line)
        if coarse and 1 <= int(coarse.group(2)) <= 12:
            year, month = int(coarse.group(1)), int(coarse.group(2))
            return date(year, month, 28), f"{year}-{month:02d}"
    return None, None


def _publisher(text: str, blocks: tuple[Block, ...], head: int, metadata: dict[str, str]) -> str | None:
    for key in _PUBLISHER_KEYS:
        if metadata.get(key):
            return metadata[key]
    lines = [_flat(text, block) for block in blocks[:head] if block.kind != "title"]
    offices = [line for line in lines if _OFFICE.match(line)]
    return " ".join(offices) or None
