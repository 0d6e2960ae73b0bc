"""Whether a number was reached or is aimed at."""

from __future__ import annotations

import regex

from ipextract.linking.walk import Walk

# How many characters back a word may still make a number an aim.
_BACK = 300
# 专利申请量计划增长10%, 地区生产总值力争达到230亿元.
_PLANNED = regex.compile(
    r"(?:(?:力争|确保|拟|(?<!预计)将(?!近)|预计将)(?:实现|达到|达|完成|突破|超过|控制在|保持在|增长|新增|下降|提高)?"
    r"|计划(?:实现|达到|达|完成|突破|超过|控制在|保持在|增长|新增|下降|提高|投资|总投资|安排|投入|招生))(?:约|超|近)?$"
    r"|(?<!预计)(?:将|拟|计划)(?:覆盖|新增|建设|实施|新建|培育|打造|推出|开展|突破)[^，]*$"
)


def status_of(walk: Walk, index: int) -> str:
    """`target` or `actual`; a plan holds from where it is named to the end of its sentence."""
    if walk.setting.target or (walk.period is not None and walk.period.ahead):
        return "target"
    clause = walk.label_text(walk.row.clause_start(index), index).strip("\n ，")
    disposes = clause.startswith("将") and set("YZ") & set(walk.row.letters(walk.row.clause_start(index), index))
    if (clause.startswith(walk.vocabulary.modals) and not disposes) or _PLANNED.search(clause):
        walk.planned = True
    if walk.planned:
        return "target"
    sentence = _sentence_before(walk, index)
    if any(word in sentence for word in walk.vocabulary.reached_targets):
        return "actual"
    return "target" if any(word in sentence for word in walk.vocabulary.targets) else "actual"


def _sentence_before(walk: Walk, index: int) -> str:
    stop = walk.tokens[index].start
    return walk.text[max(walk.tokens[walk.sentence_start].start, stop - _BACK) : stop]
