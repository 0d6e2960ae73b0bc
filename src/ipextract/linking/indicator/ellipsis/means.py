"""What there is of something on the mean or per head, of whoever was spoken of: 人均住房面积…，人均支出."""

from __future__ import annotations

from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.label import Label, said_before


def mean_of_same(label: Label) -> str | None:
    """居民人均可支配收入…，人均支出 → 居民人均支出: the same people's mean."""
    mean = next((word for word in label.vocabulary.names.means if label.text.startswith(word)), "") if label.text.startswith(label.vocabulary.names.means) else ""
    if not mean or not label.parts.measure or label.walk.row.places(label.walk.window(label.index), label.index):
        # 其中，德清县平均比例: of another place.
        return None
    # 城镇居民人均可支配收入…。人均消费支出…: past a full stop, of the only ones that the sentence before was about; else of whom the paragraph began with.
    first = label.walk.paragraph_first
    said = [label.frame.name] if label.in_same_sentence else said_before(label)
    holders = list(dict.fromkeys(name.partition(mean)[0] for name in said if mean in name))
    holder = holders[0] if len(holders) == 1 else first.name.partition(mean)[0] if first is not None and mean in first.name else ""
    return holder + label.text if holder else None


def mean_value(label: Label) -> str | None:
    """优良率在90.7%至94.2%之间，平均值为92.7% → 优良率平均值: the mean of what was stated right before, in its unit."""
    is_mean = label.text in label.vocabulary.names.mean_values and label.in_same_sentence and label.has_same_unit and label.is_level
    return label.frame.name + label.text if is_mean and label.frame.level and not label.frame.name.endswith(label.text) else None


def mean_at_school(label: Label) -> str | None:
    """高中生均校舍面积22.9平方米；生均图书38.9册 → 高中生均图书: for each pupil of the same schools."""
    means = label.vocabulary.names.means_at_school
    if not label.text.startswith(means) or not label.in_same_sentence:
        return None
    head, found, _ = label.frame.name.partition(next(word for word in means if label.text.startswith(word)))
    return head + label.text if found and head else None


def mean_of_members(label: Label) -> str | None:
    """人均食品烟酒支出增长0.1%，衣着支出下降1.2% → 人均衣着支出: members of one mean."""
    own, parts = label.parts, label.frame.parts
    if label.walk.parts_from is None or not label.in_same_sentence or own.measure != parts.measure or not own.measure or (label.is_level and label.amount.kind == "percentage"):
        # 平均入住率86%，其中民宿入住率92%: rates are of each.
        return None
    mean = next((parts.topic.partition(word)[0] + word for word in label.vocabulary.names.means if word in parts.topic), "")
    return mean + label.text if mean and not any(word in label.text for word in label.vocabulary.names.means) else None


def per_head(label: Label) -> str | None:
    """有效发明专利…，每万人拥有2.05件 → 每万人拥有有效发明专利."""
    parts = label.frame.parts
    if label.text in label.vocabulary.names.means and label.in_same_sentence:
        # 总藏量562万册，人均1.8册
        return label.text + label.frame.name
    if (of_each := _per_head_too(label)) is not None:
        return of_each
    measured = label.namer.per_head_measure(label.text)
    if measured is not None and label.in_same_sentence and label.frame.unit not in label.vocabulary.per_mille and not parts.topic.startswith(measured[0]):
        # 有效发明专利2.3万件，万人拥有量68.5件 → 万人有效发明专利拥有量.
        head, measure = measured
        told = (draft.indicator for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start and draft.unit == label.amount.unit)
        if (same := next((name for name in told if name.endswith(measure) and not name.startswith(head)), "")) and parts.measure != measure:
            # 公共图书馆建筑面积8万平方米；发放借书证56万个；每万人建筑面积156平方米: of whose it was told.
            return head + same
        return join(head + (parts.topic if parts.measure == measure else label.frame.name), measure)
    if not label.namer.is_per_head(label.text):
        return None
    return label.text + (parts.object if parts.verb and parts.object else label.frame.name)


def _per_head_too(label: Label) -> str | None:
    """每千人口拥有医师3.2人、床位7.1张; 每万人发明专利拥有量12.5件，高价值发明专利4.8件: no thing is counted in tenths."""
    head, parts = label.namer.per_head_of(label.frame.name), label.frame.parts
    if not head or label.namer.per_head_of(label.text):
        return None
    is_tenths = label.is_level and label.amount.kind == "count" and label.amount.value != label.amount.value.to_integral_value()
    is_mean = is_tenths and label.has_same_unit
    # 每千人口拥有医师3.2人、医疗机构床位6.9张
    is_thing = is_tenths or not label.parts.measure or label.namer.is_bare(label.text)
    if not is_thing or not (label.walk.follows_pause(label.index) or (is_mean and label.in_same_sentence)):
        return None
    return head + label.text + (parts.measure if is_mean and not label.parts.measure and label.text.endswith(parts.topic[-2:]) else "")
