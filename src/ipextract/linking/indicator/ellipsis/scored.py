"""Scores of what the clause before says was surveyed or judged: 在满意度调查中，我市得分84.7分 → 满意度调查得分."""

from __future__ import annotations

from ipextract.linking.indicator.ellipsis.label import Label

# 在…中
_AT, _AMONG = "在", "中"
_POINT = "分"
# 测评
_SHORTEST = 2


def score_of_scene(label: Label) -> str | None:
    """在营商环境评价中，综合得分91.2分 → 营商环境评价综合得分: a score alone, of the occasion that the clause right before sets."""
    walk, names = label.walk, label.vocabulary.names
    start = walk.row.clause_start(label.index)
    first = walk.row.clause_start(start - 1) if start > walk.sentence_start else start
    # 在文明城市测评中，我市以95.6分位列第8位
    is_score = label.text in names.scores or (not label.text and label.amount.unit == _POINT)
    if not is_score or first >= start or walk.row.has_number(first, start):
        return None
    said = walk.row.words_between(first, start).rstrip("，")
    scene = walk.namer.clean(walk.label_text(first, start).replace("\n", "").partition(_AT)[2]) if said.endswith(_AMONG) else ""
    return scene + label.text if len(scene) >= _SHORTEST and scene.endswith(names.judgements) else None
