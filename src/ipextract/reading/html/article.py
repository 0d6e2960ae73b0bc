"""Where the article of a page stands: the densest text, helped by the names that portals give its box."""

from __future__ import annotations

import re
from itertools import accumulate

from ipextract.patterns import lazily
from ipextract.reading.html.page import Box, Line, Page, Piece, Table

# Names of the box that holds an article alone, as the publishing systems of portals write them (TRS, UCAP,
# Visual SiteBuilder, eWebEditor …), without hyphens, in small letters.
_ARTICLE = frozenset(
    "trseditor trsueditor trseditorview ucapcontent zoom zoomcon fontzoom article articlecontent articlecon articlebody articletext articledetail arttext artcon artcontent "
    "pagescontent newscontent newscon newstext newsbody detailcontent detailcon contentdetail contenttext conttext contxt contenttxt textcontent txtcontent maintext "
    "vsbcontent wparticlecontent xxgkcontent xlcontent xlcon btcontent infocontent infocon bulletincontent customunionstyle govcontent ewebeditor nrcontent zwcontent "
    "jfontcontent fontcontent printcontent printarea richtext vnewscontent vsbcontent2 tddoccontent zfxxgkzwcontent noticecontent postcontent".split()
)
# Names that also stand for a whole page: they help where the text is nearly all inside.
_PERHAPS = frozenset("content contents main maincontent con text detail xxgk nr wz wzy zw info body view".split())
# Parts of names that no box of an article has: menus, the way back, share buttons, footers.
_FURNITURE = frozenset(
    "nav navbar navigation topnav leftnav subnav mainnav menu menus breadcrumb breadcrumbs crumb crumbs location position weizhi dqwz szwz wz-nav share bdshare bdsharebuttonbox jiathis "
    "foot footer copyright sidebar aside related xgxx xgyd xgwz recommend hot search login banner toolbar tools print qrcode ewm erweima fontsize pagination pager prevnext "
    "hits comment comments fujian attachment attachments fj friendlink links yqlj".split()
)
_PARTS = lazily(re.compile, r"[A-Z]*[a-z]+|[A-Z]+|[^\W\d_a-zA-Z]+")

_SHORTEST_SENTENCE = 25
_LONGEST_SILENT = 60
_MARKS = lazily(re.compile, "[，。；、]")
# A box with this share of the page's sentences is no furniture, whatever its name.
_NO_FURNITURE = 0.3
_NAMED_SHARE = 0.5
_LEFT_OUT = 0.05
_LEFT_OUT_OF_NAMED = 0.3
_MOSTLY_LINKS = 0.3
_ALL_LINK = 0.8

_FURNITURE_LINE = lazily(re.compile,
    r"""^(?:您|你)?(?:当前|现在)?(?:的|所在|所处)*(?:的)?位置\s*[:：]|^首页\s*[>＞»›/-]
    |(?:浏览|点击|阅读|访问|查看)(?:次数|数|量)\s*[:：]
    |^(?:分享|转发)(?:到|至|：|:|$)|[【\[(（]\s*打印|^打印(?:本页|此页|$)|(?:关闭|打印)(?:窗口|本页|页面)|^(?:打印|关闭|收藏|返回|TOP)(?:\s|\||$)
    |字(?:号|体)(?:大小)?\s*[:：]|[\[【(（]\s*大\s+中\s+小|^大\s*中\s*小$|扫一扫|扫描(?:下方)?二维码|手机(?:扫码|浏览|阅读|打开|查看)
    |^(?:上|下)一(?:篇|条|页)|^(?:返回|回到)?(?:顶部|首页|列表|上页)$|^(?:加入收藏|设为首页|无障碍(?:浏览|阅读)?|长者(?:模式|版)|简体|繁體|English|登录|注册)
    |^(?:相关)?(?:附件|链接|文档|文件|阅读|新闻|稿件|解读|信息|推荐|文章)(?:下载|列表)?\s*[:：]?$|^相关(?:链接|稿件|解读|文件|阅读|新闻)\s*[:：]
    |^[（(【\[]?(?:责任)?编辑\s*[:：]|^(?:凡|凡是)本(?:网|站)|^(?:版权|免责)声明|您的浏览器|请(?:升级|使用).{0,20}浏览器|^语音播报|^听全文|我要纠错|^RSS""",
    re.VERBOSE,
)
_OF_A_SITE = lazily(re.compile, r"[一-龥]ICP[备证]|公网安备|网站标识码|(?i:copyright|版权所有)|^(?:本网站|本站)由")
_BESIDE_THAT = lazily(re.compile,
    r"""^(?:网站)?(?:主办|承办|协办|维护|管理|制作|设计|版权|技术)(?:单位|部门|支持|所有)?\s*[:：]
    |^(?:联系|办公|咨询|运维)?(?:地\s*址|邮\s*编|邮政编码|电\s*话|方式|传真|邮箱)\s*[:：]
    |^(?:网站地图|关于我们|联系我们|网站声明|隐私政策|政府网站|违法和不良信息|适老化|本站已)|^建议使用.{0,40}(?:浏览|分辨率)|(?:主办|承办)(?:\s|$)""",
    re.VERBOSE,
)
_LONGEST_FURNITURE = 90


def find_article(page: Page) -> list[int]:
    """The numbers of the pieces that are the article, in order; furniture inside it is left out."""
    if not page.pieces:
        return []
    dead = _furniture_boxes(page)
    furniture = [gone or is_furniture(piece) for piece, gone in zip(page.pieces, dead, strict=True)]
    sentences = _Sums([0 if other or _is_foot(piece) else prose(piece) for piece, other in zip(page.pieces, furniture, strict=True)])
    if not sentences.total:
        sentences = _Sums([0 if other else _unlinked(piece) for piece, other in zip(page.pieces, furniture, strict=True)])
    ranges = _named(page, sentences, furniture) or [_densest(page, sentences, furniture)]
    found = [index for first, last in ranges for index in range(first, last) if not furniture[index]]
    return _without_foot(page.pieces, found)


def prose(piece: Piece) -> int:
    """How many characters of it are sentences, or figures of a table."""
    if isinstance(piece, Table):
        return _unlinked(piece)
    size = len(piece.text)
    if size < _SHORTEST_SENTENCE or not (_MARKS.search(piece.text) or size >= _LONGEST_SILENT):
        return 0
    return max(0, size - piece.linked)


def is_furniture(piece: Piece) -> bool:
    """Whether a piece serves the page and is no part of an article: a link, a button, a count of views."""
    if isinstance(piece, Table):
        return not _unlinked(piece)
    if piece.linked >= _ALL_LINK * _size(piece) and not (prose(piece) or piece.linked == 0):
        return True
    if piece.files and piece.linked >= _MOSTLY_LINKS * _size(piece):
        return True
    return (
        piece.linked < _size(piece) and len(piece.text) <= _LONGEST_FURNITURE and "。" not in piece.text[:-1] and _FURNITURE_LINE.search(piece.text) is not None
    )


class _Sums:
    """Sums over ranges of pieces."""

    def __init__(self, values: list[int]) -> None:
        self._sums = [0, *accumulate(values)]
        self.total = self._sums[-1]

    def over(self, box: Box) -> int:
        return self._sums[box.last] - self._sums[box.first]


def _size(piece: Piece) -> int:
    if isinstance(piece, Table):
        return sum(len("".join(cell.text.split())) for row in piece.rows for cell in row)
    return len("".join(piece.text.split()))


def _unlinked(piece: Piece) -> int:
    return max(0, _size(piece) - piece.linked)


def _furniture_boxes(page: Page) -> list[bool]:
    """For each piece, whether it stands in a box that is furniture by its name."""
    sentences = _Sums([prose(piece) for piece in page.pieces])
    steps = [0] * (len(page.pieces) + 1)
    for box in page.boxes[1:]:
        if box.names and sentences.over(box) <= _NO_FURNITURE * sentences.total and _is_furniture_name(box.names):
            steps[box.first] += 1
            steps[box.last] -= 1
    return [count > 0 for count in accumulate(steps[:-1])]


def _is_furniture_name(names: str) -> bool:
    return any(part.lower() in _FURNITURE for name in names.split() for part in (name, *_PARTS.findall(name)))


def _called(box: Box, names: frozenset[str]) -> bool:
    return any(name.lower().replace("-", "").replace("_", "") in names for name in box.names.split())


def _named(page: Page, sentences: _Sums, furniture: list[bool]) -> list[tuple[int, int]]:
    """The outermost boxes with the name of an article, if they hold most of the page's sentences.

    A page may part its article (表格 in a box of its own), but the boxes are then called the same.
    """
    found: list[Box] = []
    for box in page.boxes[1:]:
        if (not found or box.first >= found[-1].last) and not all(furniture[box.first : box.last]) and _called(box, _ARTICLE):
            found.append(box)
    biggest = max(found, key=sentences.over, default=None)
    found = [box for box in found if biggest is not None and box.names == biggest.names]
    held = sum(sentences.over(box) for box in found)
    return [(box.first, box.last) for box in found] if held >= _NAMED_SHARE * sentences.total else []


def _densest(page: Page, sentences: _Sums, furniture: list[bool]) -> tuple[int, int]:
    """The smallest box that holds nearly all sentences, and leaves furniture outside."""
    children: dict[int, list[int]] = {}
    for number, box in enumerate(page.boxes[1:], 1):
        children.setdefault(box.parent, []).append(number)
    links = _Sums([piece.linked for piece in page.pieces])
    sizes = _Sums([_size(piece) for piece in page.pieces])
    around = _Sums([int(one) for one in furniture])
    chosen = at = 0
    while True:
        box = page.boxes[at]
        inner = max(children.get(at, ()), key=lambda number: sentences.over(page.boxes[number]), default=None)
        if inner is None:
            break
        best = page.boxes[inner]
        named = _called(best, _PERHAPS)
        left_out = sentences.over(box) - sentences.over(best)
        if left_out > (_LEFT_OUT_OF_NAMED if named else _LEFT_OUT) * sentences.total or (
            best.last - best.first < 3 and best.last - best.first < box.last - box.first
        ):
            break
        left = sizes.over(box) - sizes.over(best)
        if left == 0 or around.over(box) > around.over(best) or links.over(box) - links.over(best) > _MOSTLY_LINKS * left:
            chosen = inner
        at = inner
    return page.boxes[chosen].first, page.boxes[chosen].last


def _is_foot(piece: Piece) -> bool:
    """Whether it looks like a line of the site's foot; 主办单位：… by itself may be an article's."""
    return (
        isinstance(piece, Line) and len(piece.text) <= 2 * _LONGEST_FURNITURE and (_OF_A_SITE.search(piece.text) or _BESIDE_THAT.search(piece.text)) is not None
    )


def _without_foot(pieces: list[Piece], found: list[int]) -> list[int]:
    """The article without the foot of the site, where no box parts them: 主办单位：… 浙ICP备…号."""
    feet = [_is_foot(pieces[index]) for index in found]
    marks = [place for place, index in enumerate(found) if feet[place] and _OF_A_SITE.search(_text(pieces[index]))]
    if not marks:
        return found
    start, end = marks[0], marks[-1]
    while start and feet[start - 1]:
        start -= 1
    while end + 1 < len(found) and feet[end + 1]:
        end += 1
    return [index for place, index in enumerate(found) if not (start <= place <= end and feet[place])]


def _text(piece: Piece) -> str:
    return piece.text if isinstance(piece, Line) else ""
