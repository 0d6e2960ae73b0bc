"""What the report is tried on: a release with everything that a page shows, a hostile one, and how three years compare."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import ipextract
from ipextract.models import Claim, Extraction

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "wuxi-ip-2024.txt"

#: A share that does not come out (5000 of 20000 is 25%), a part and its whole, a repeat, a target, a numeral that
#: nothing explains (23), a table, and a character beyond the first plane in front of most of it.
RELEASE = """泉山市2024年知识产权发展报告
（据𠮷祥路办事处报送）
一、创造
2024年，徐州市专利授权量20000件，其中发明专利授权量5000件，占专利授权量的27%，同比增长10.5%。商标注册量比上年翻一番，居全省第二位。截至2024年底，有效发明专利平均维持时间超7年。
发明专利授权量5000件。
二、运用
全市专利质押融资登记金额178.29亿元，比上年增加12.5亿元。x 17 y 23。
表1 各区专利授权情况（单位：件）
地区	专利授权量	发明专利授权量
云龙区	300	120
鼓楼区	500	180
三、2025年目标
2025年，力争专利授权量达到22000件。
"""

#: Each would set `window.ran`, or ask for something, wherever it were taken for more than text.
ATTACKS = (
    "<script>window.ran='script'</script>",
    "</script><script>window.ran='broken out'</script>",
    "</SCRIPT ><img src=x onerror=\"window.ran='onerror'\">",
    "<!--<script>",
    "'\"><svg onload=window.ran='svg'><iframe src=\"javascript:parent.ran='frame'\"></iframe>",
    "<a href=\"javascript:window.ran='link'\">7件</a>",
    "<link rel=stylesheet href=http://192.0.2.1/a.css><img src=http://192.0.2.1/a.png><style>@import 'http://192.0.2.1/b.css';</style>",
    "line\u2028separator\u2029paragraph\u0000null\ud800half",
    "{{script}}{{policy}}${window.ran='template'}`\\",
    "</title><meta http-equiv=refresh content='0;url=http://192.0.2.1/'><base href=http://192.0.2.1/>",
    "\u202eesrever\u202c",
    "=cmd|' /C calc'!A0",
)


def long_text() -> str:
    """A bulletin of 20 000 characters, out of the fixtures' texts."""
    texts = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures").glob("*.txt")))
    return (texts * (20_000 // len(texts) + 1))[:20_000]


def hostile() -> Extraction:
    """An extraction in which every string that comes from a document is an attack, and the text is full of them."""
    attack = "".join(ATTACKS)
    text = "\n".join(f"{one}\n2024年，无锡市{one}专利授权量55853件，其中发明专利授权量13823件，占专利授权量的24.74%。" for one in ATTACKS)
    # In the text the half of a surrogate pair and the null are none of the reader's characters; a library's caller may put them elsewhere.
    found = ipextract.extract(text)
    claims = tuple(_attacked(claim, attack) for claim in found.claims)
    document = found.document.model_copy(
        update={"source": f"../{attack}.txt", "title": attack, "publisher": attack, "published": attack, "metadata": {attack: attack}}
    )
    return found.model_copy(update={"document": document, "claims": claims, "warnings": (attack,)})


def _attacked(claim: Claim, attack: str) -> Claim:
    changed: dict[str, Any] = {"indicator": attack, "unit": attack, "section": attack, "actor": attack, "rule": attack}
    if claim.period:
        changed["period"] = claim.period.model_copy(update={"text": attack})
    if claim.region:
        changed["region"] = claim.region.model_copy(update={"name": attack, "code": attack})
    if claim.share:
        changed["share"] = claim.share.model_copy(update={"whole": attack})
    return claim.model_copy(update=changed)


def years() -> list[Extraction]:
    """Three releases of one place. The second's growth fits the first; the third's does not."""
    return [
        ipextract.extract("徐州市2022年专利情况\n2022年，徐州市专利授权量20000件，专利质押融资登记金额178.29亿元。"),
        ipextract.extract("徐州市2023年专利情况\n2023年，徐州市专利授权量22000件，比上年增长10%，商标注册量900件。"),
        ipextract.extract("徐州市2024年专利情况\n2024年，徐州市专利授权量23100件，比上年增长7%，专利质押融资登记金额190.5亿元，商标注册量850件。"),
    ]


def compared(releases: list[Extraction]) -> dict[str, Any]:
    """How `years()` compare, written by hand in the shape of a comparison."""
    ids = {(number, claim.evidence.text): claim.id for number, release in enumerate(releases) for claim in release.claims}
    region = {"name": "徐州市", "code": "320300"}

    def value(number: int, printed: str, exact: str) -> dict[str, Any]:
        return {"value": Decimal(exact), "claim": ids[number, printed]}

    def grown(release: int, computed: str, stated: str | None = None, printed: str | None = None, verdict: str | None = None) -> dict[str, Any]:
        claim = ids[release, printed] if printed else None
        return {
            "release": release, "against": release - 1, "kind": "relative", "unit": "%", "computed": Decimal(computed),
            "stated": Decimal(stated) if stated else None, "verdict": verdict, "why": None, "claim": claim,
        }

    return {
        "releases": [{"source": one.document.source, "title": one.document.title, "period": one.document.period and one.document.period.model_dump()} for one in releases],
        "indicators": [
            {
                "indicator": "专利授权量", "region": region, "aspect": "level", "unit": "件",
                "values": [value(0, "20000件", "20000"), value(1, "22000件", "22000"), value(2, "23100件", "23100")],
                "changes": [grown(1, "10", "10", "10%", "agrees"), grown(2, "5", "7", "7%", "disagrees")],
                "match": {"kind": "exact", "score": None},
            },
            {
                "indicator": "专利质押融资登记金额", "region": region, "aspect": "level", "unit": "元",
                "values": [value(0, "178.29亿元", "17829000000"), None, value(2, "190.5亿元", "19050000000")],
                "changes": [{"release": 2, "against": 0, "kind": "absolute", "unit": "元", "computed": Decimal(1221000000), "stated": None, "verdict": None, "why": None, "claim": None}],
                "match": {"kind": "similar", "score": Decimal("0.93")},
            },
            {
                "indicator": "专利侵权赔偿", "region": None, "aspect": "level", "unit": None, "values": [Decimal(0), 3, None], "changes": [], "match": None,
            },
            {
                "indicator": "商标注册量", "region": region, "aspect": "level", "unit": "件",
                "values": [None, value(1, "900件", "900"), value(2, "850件", "850")],
                "changes": [grown(2, "-5.555556")], "match": {"kind": "exact", "score": None},
            },
        ],
        "revisions": [{"indicator": 0, "release": 1, "by": 2, "how": "implied", "printed": Decimal(22000), "revised": Decimal(21589), "claims": [ids[2, "7%"]]}],
        "new": [{"indicator": 3, "release": 1}],
        "gone": [],
        "changed": [],
    }
