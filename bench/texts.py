"""The texts that are measured: the white paper, whole releases where they lie beside the project, and invented notices.

Invented notices come from a seeded grammar: places, indicators, numbers, units and turns of phrase vary from
sentence to sentence, as they do in a yearbook, so that nothing that is remembered from one paragraph answers the next.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "wuxi-ip-2024.txt"
CORPUS = ROOT.parent / "shared" / "corpus"

_DIGITS = "零一二三四五六七八九"
_PLACES = "江苏省 浙江省 山东省 四川省 湖南省 无锡市 苏州市 烟台市 厦门市 成都市 长沙市 贵阳市 湄潭县 安吉县 余杭区 岳麓区 江阴市 宜兴市".split()
_FIRST, _SECOND, _LEVELS = "青云河石金东白龙长永安平丰清海", "禾川溪泉陵湾桥岭阳洲塘源浦林原", ("市", "县", "区")
_FIELDS = (
    "发明专利 实用新型专利 外观设计专利 高价值发明专利 企业发明专利 注册商标 地理标志商标 作品著作权 集成电路布图设计 数据知识产权 "
    "生物医药专利 新能源专利 人工智能专利 海外专利"
).split()
_SECTORS = (
    "规模以上工业 高技术制造业 战略性新兴产业 装备制造业 电子信息制造业 汽车制造业 生物医药产业 新材料产业 软件和信息技术服务业 数字经济核心产业 "
    "农林牧渔业 批发和零售业 住宿和餐饮业 文化及相关产业 海洋产业 民营企业 外商投资企业 限额以上零售业 建筑业 现代物流业"
).split()
_GOODS = "粮食 油料 蔬菜 水果 茶叶 猪肉 水产品 原煤 水泥 钢材 新能源汽车 工业机器人 集成电路 光伏组件 化肥 发电量".split()
_PEOPLE = "常住人口 户籍人口 参加基本医疗保险人数 参加城镇职工基本养老保险人数 城镇新增就业 在校学生 执业医师 持证社会工作者 注册志愿者".split()
_THINGS = (
    "知识产权纠纷案件/件 维权援助申请/件 专利导航项目/项 培训活动/场 服务工作站/家 备案企业/家 专利预审请求/件 行政处罚案件/起 公共充电桩/个 "
    "养老服务机构/家 公共图书馆/个 高标准农田/万亩 农村公路/公里 保障性住房/套 城镇老旧小区/个 高新技术企业/家 5G基站/座 中小学校/所 医疗机构床位/张"
).split()
_ORGANS = "知识产权局 市场监督管理局 统计局 知识产权保护中心 中级人民法院 海关 公安局 文化和旅游局 人力资源和社会保障局 农业农村局".split()
_DEEDS = "坚持 深入实施 扎实推进 不断优化 建立健全 持续完善 着力打通 加快构建 积极推动 全面落实".split()
_AIMS = (
    "创新驱动发展战略 知识产权全链条保护 行政保护与司法保护衔接机制 营商环境 公共服务体系 部门联动协作机制 重点产业链分析预警 乡村建设行动 "
    "城市更新行动 就业优先政策 绿色低碳转型 信用监管制度 区域协调发展 数字政府建设 养老服务网络 海外维权援助机制"
).split()
_GAINS = (
    "企业获得感明显增强 群众办事更加便捷 发展活力不断释放 创新生态持续向好 农村人居环境持续改善 产业结构进一步优化 服务效能稳步提升 "
    "社会各界广泛参与 工作格局基本形成 市场秩序更加规范 民生保障更加有力 支撑作用日益凸显"
).split()
_HEADINGS = "专利创造 商标品牌 工业经济 农业农村 社会民生 保护协作 公共服务 金融赋能 消费市场 交通运输 教育文化 生态环境".split()


def white_paper() -> str:
    return SEED.read_text(encoding="utf-8")


def releases(corpus: Path) -> dict[str, str]:
    """The text of every release in `corpus` by its file's name, as the readers of ipextract give it; empty where there is none."""
    from ipextract.reading import Limits, read_bytes

    suffixes = {".txt", ".md", ".docx", ".pdf"}
    paths = [path for path in sorted(corpus.glob("*")) if path.suffix in suffixes]
    return {path.name: read_bytes(path.read_bytes(), path.name, Limits()).text for path in paths}


def notices(size: int, seed: int) -> str:
    """An invented yearbook of about `size` bytes of UTF-8; the same for the same seed."""
    lines: list[str] = []
    written = 0
    for line in Notices(seed).lines():
        lines.append(line)
        written += len(line.encode()) + 1
        if written >= size:
            break
    return "\n".join(lines) + "\n"


class Notices:
    """The grammar.

    Args:
        seed: of the chance that chooses among its phrases.
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._year = self._chance.randint(2021, 2025)
        self._sentences: tuple[Callable[[], str], ...] = (
            self._count, self._money, self._output, self._people, self._share, self._from_to, self._rank, self._things, self._listed, self._term, self._aim,
            self._spelled,
        )  # fmt: skip

    def lines(self) -> Iterator[str]:
        """A title, its date, and sections without end."""
        home = self._place()
        yield f"{home}{self._year}年经济社会与知识产权发展年报"
        yield f"发布时间：{self._year + 1}-{self._chance.randint(1, 6):02}-{self._chance.randint(1, 28):02}　　来源：{home}统计局"
        number = 0
        while True:
            number += 1
            yield ""
            yield f"{_chinese(number)}、{self._of(_HEADINGS)}"
            for _ in range(self._chance.randint(3, 6)):
                yield "　　" + self._paragraph()

    def _paragraph(self) -> str:
        opening = self._of(
            (
                f"{self._year}年，{self._place()}",
                f"全年{self._place()}",
                f"截至{self._year}年底，{self._place()}",
                "全市",
                f"{self._place()}{self._of(_ORGANS)}",
            )
        )
        sentences = [self._sentence() for _ in range(self._chance.randint(2, 5))]
        return opening + "。".join(sentences) + "。"

    def _sentence(self) -> str:
        """Every second says no number, so that there are about as many claims as in a work report."""
        return self._prose() if self._chance.random() < 0.5 else self._of(self._sentences)()

    def _count(self) -> str:
        return (
            f"{self._of(_FIELDS)}{self._of(('申请量', '授权量', '有效量', '注册量'))}{self._of(('为', '达', '达到', ''))}{self._integer()}件，{self._change()}"
        )

    def _money(self) -> str:
        return f"{self._of(_SECTORS)}{self._of(('增加值', '营业收入', '利润总额', '固定资产投资', '税收收入'))}{self._decimal()}亿元，{self._change()}"

    def _output(self) -> str:
        return f"{self._of(_GOODS)}产量{self._decimal()}{self._of(('万吨', '吨', '万台', '亿千瓦时'))}，{self._change()}；{self._of(_GOODS)}产量{self._decimal()}万吨，{self._change()}"

    def _people(self) -> str:
        return f"{self._of(_PEOPLE)}{self._decimal()}万人，比上年末{self._of(('增加', '减少'))}{self._decimal(9)}万人"

    def _share(self) -> str:
        field, sector = self._of(_FIELDS), self._of(_SECTORS)
        return f"{sector}{field}授权量{self._integer()}件，占全部{field}的{self._percent()}%，其中{self._place()}{self._integer()}件"

    def _from_to(self) -> str:
        before, after = sorted((self._chance.uniform(20, 60), self._chance.uniform(20, 80)))
        return f"{self._of(_SECTORS)}占地区生产总值比重由{self._year - 1}年的{before:.1f}%提高到{after:.1f}%，提高{after - before:.1f}个百分点"

    def _rank(self) -> str:
        return f"每万人口{self._of(_FIELDS)}拥有量{self._decimal(99)}件，位居全{self._of(('省', '国', '市'))}第{_chinese(self._chance.randint(1, 20))}，{self._change()}"

    def _things(self) -> str:
        (one, unit), (other, counted) = (self._of(_THINGS).split("/") for _ in range(2))
        return f"{self._of(('新建', '办理', '累计完成', '新增'))}{one}{self._integer()}{unit}，{other}{self._of(('超过', '达到', '近', '约'))}{self._integer()}{counted}"

    def _listed(self) -> str:
        one, other, last = (self._of(_FIELDS) for _ in range(3))
        return f"{one}、{other}和{last}授权量分别为{self._integer()}件、{self._integer()}件和{self._integer()}件，同比分别增长{self._percent()}%、{self._percent()}%和{self._percent()}%"

    def _term(self) -> str:
        return (
            f"{self._of(_FIELDS)}平均审查周期压缩至{self._chance.randint(3, 90)}个工作日，比上年缩短{self._chance.randint(1, 30)}天，满意率{self._percent()}%"
        )

    def _aim(self) -> str:
        return f"到{self._year + self._chance.randint(1, 5)}年，{self._of(_SECTORS)}增加值力争达到{self._integer()}亿元，年均增长{self._percent(9)}%以上"

    def _spelled(self) -> str:
        return f"{self._of(_FIELDS)}转化率近{_DIGITS[self._chance.randint(3, 9)]}成，带动{self._of(_SECTORS)}新增就业{_chinese(self._chance.randint(21, 99))}万余人"

    def _prose(self) -> str:
        return f"{self._of(_DEEDS)}{self._of(_AIMS)}，{self._of(_DEEDS)}{self._of(_AIMS)}，{self._of(_GAINS)}"

    def _change(self) -> str:
        return f"{self._of(('同比', '比上年', '较上年', '按可比价格计算，比上年'))}{self._of(('增长', '增长', '下降', '提高'))}{self._percent()}%"

    def _place(self) -> str:
        if self._chance.random() < 0.5:
            return self._of(_PLACES)
        return self._of(_FIRST) + self._of(_SECOND) + self._of(_LEVELS)

    def _integer(self) -> str:
        return str(int(10 ** self._chance.uniform(0.5, 5.5)))

    def _decimal(self, most: float = 9000) -> str:
        return f"{self._chance.uniform(1, most):.{self._chance.randint(1, 2)}f}"

    def _percent(self, most: float = 60) -> str:
        return f"{self._chance.uniform(0.1, most):.{self._chance.randint(1, 2)}f}"

    def _of(self, choices: Sequence[Any]) -> Any:
        return self._chance.choice(choices)


def _chinese(number: int) -> str:
    """A number in Chinese: 一百零五, 三十."""
    out, zero = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            out += ("零" if zero and out else "") + ("" if place == 10 and digit == 1 and not out else _DIGITS[digit]) + name
            zero = False
        else:
            zero = bool(out)
    return ("万".join((_chinese(number // 10_000), out)) if number >= 10_000 else out) or "零"
