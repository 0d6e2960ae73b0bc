"""What was planned and what came of it: 收入预算52亿元，执行中调整为50.5亿元，实际完成51.2亿元."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.indicator.ellipsis.label import Label


def of_plan(label: Label) -> str | None:
    """一般公共预算收入预算52亿元，调整后预算50.5亿元，实际完成51.2亿元 → 一般公共预算收入: words that say only how far a plan is are of what was planned."""
    names, text, planned = label.vocabulary.names, label.text, label.frame.name
    if text in names.replanned:
        return planned
    # 调整预算为15亿元，完成15.2亿元: a light verb alone.
    is_actual = text in names.actuals or (not text and planned.endswith(names.plans) and label.walk.row.words_between(label.walk.window(label.index), label.index).strip() in names.achieving)
    if not is_actual and not text.startswith(names.actually):
        return None
    bare = without_end(planned, names.plans)
    bare = next((bare.removeprefix(word) for word in names.planning_heads if bare.startswith(word) and bare != word), bare)
    if is_actual:
        return bare
    if bare == planned and label.frame.draft is not None and label.frame.draft.status != "target":
        # 合同利用外资5200万美元，实际利用外资4830万美元: nothing was planned before, and the one is not the other.
        return None
    # 支出预算120亿元，实际支出118亿元; 计划开工项目120个，实际开工126个
    rest = next(text.removeprefix(word) for word in names.actually if text.startswith(word))
    if rest and (bare.endswith(rest) or bare.startswith(rest)):
        return bare
    # 预备费预算5亿元，实际支出0.2亿元 → 预备费实际支出: what was spent of it.
    is_spent = label.in_same_sentence and label.has_same_unit and bare not in ("", planned) and planned.endswith(names.plans) and not label.namer.starts_with_verb(bare)
    return bare + text if is_spent and rest in names.spent else None
