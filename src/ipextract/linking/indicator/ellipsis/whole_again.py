"""Of what a measure alone is, where parts, a mean or a contribution stand between: 学校152所，其中小学85所；在校生7.2万人 → 学校."""

from __future__ import annotations

from ipextract.linking.indicator.ellipsis.contributions import PULL
from ipextract.linking.indicator.ellipsis.in_row import carried_alone, ends_list, exceeds_whole, says_measure
from ipextract.linking.indicator.ellipsis.label import Label


def whole_again(label: Label) -> str | None:
    """学校152所，其中小学85所、初中22所；在校生7.2万人: behind several parts, what the semicolon parts from them is of the whole."""
    last, row, at_school = label.frame.draft, label.walk.row, label.vocabulary.names.people_at_school
    if (whole := _before_mean(label) or _who_gave(label)) is not None:
        return whole
    if last is not None and last.parent is not None and (exceeds_whole(label, last.parent) or carried_alone(label, last)):
        return last.parent.indicator
    if last is None or last.parent is None or not (set(row.letters(last.token, label.index)) & {";", "."} or ends_list(label, last)):
        return None
    told = [draft for draft in label.walk.drafts if draft.token >= label.walk.sentence_start and draft.aspect == "level"]
    if label.walk.parts_from == label.walk.sentence_start and len(told) == 1 and told[0].unit in label.vocabulary.names.body_units and label.amount.unit in label.vocabulary.people_units:
        # 文化单位31万个。其中，所属单位7万个，增加0.3万个；从业人员73万人: of the only part that the sentence tells of.
        return told[0].indicator
    if label.text in at_school and label.namer.take_apart(last.parent.indicator).measure in at_school:
        # 普通高校招生8万人，其中本科生3万人；毕业生7万人
        return last.parent.indicator
    parts = [draft for draft in label.walk.drafts if draft.parent is last.parent and ";" not in row.letters(draft.token, last.token + 1)]
    if ";" in row.letters(last.token, label.index) and not label.has_same_unit and parts and not says_measure(label, last):
        # 商品房销售面积312万平方米，其中住宅286万平方米；销售额256亿元: a part that was told without its measure has no other.
        return last.parent.indicator
    # …，其中外贸吞吐量4.9亿吨；集装箱吞吐量2877万标箱: behind one part, what says itself of what.
    measure = label.namer.take_apart(last.indicator).measure
    if label.has_same_unit and (label.text == measure or label.parts.topic):
        # 保费收入312亿元，其中财产险98亿元、人身险214亿元；赔付支出112亿元: another measure alone, of the whole.
        return None
    return last.parent.indicator if len(parts) > 1 or (parts and label.text != measure and label.text.endswith(measure)) else None


def _who_gave(label: Label) -> str | None:
    """版权产业增加值 of 版权产业增加值对经济增长的贡献率: of whom a contribution to the growth of something was told."""
    name, draft = label.frame.name, label.frame.draft
    if draft is None or (draft.rule != PULL and not name.endswith(label.vocabulary.pulls)):
        return None
    heads = [name[:at] for word in label.vocabulary.giving if (at := name.find(word)) > 0 and any(pull in name[at:] for pull in label.vocabulary.pulls)]
    return min(heads, key=len, default=None)


def _before_mean(label: Label) -> str | None:
    """服务业营业收入112亿元，平均每家机构营业收入515万元；利润总额15亿元: what was measured before a mean of the same measure was taken."""
    last, means = label.frame.draft, label.vocabulary.names.means
    if last is None or not last.indicator.startswith(means):
        return None
    measure = label.namer.take_apart(last.indicator).measure
    told = [draft.indicator for draft in label.walk.drafts if label.walk.sentence_start <= draft.token < last.token and draft.aspect == "level"]
    return next((name for name in reversed(told) if measure and name.endswith(measure) and not name.startswith(means)), None)
