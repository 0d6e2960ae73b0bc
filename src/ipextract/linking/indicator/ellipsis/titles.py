"""Kinds of titles told by what all of them are: 专利授权3.1万件，其中发明4100件 → 发明专利授权."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Frame
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.ellipsis.wholes import whole_of
from ipextract.linking.name_words import NameWords
from ipextract.linking.walk import Walk


def kind_of(names: NameWords, text: str, base: str) -> str:
    """授权实用新型专利 of 实用新型 and 授权发明专利: the name of one kind of titles, by that of all of them or of another kind; empty where the text names no kind."""
    if kind := next((word for word in names.kinds_of_patents if word in base), "") if text in names.kinds_of_patents else "":
        # 授权发明专利1.2万件，实用新型3.1万件 → 授权实用新型专利: one of the three in place of another.
        return base.replace(kind, text)
    title = next((title for title in names.titles if title in base), "")
    own = text.removesuffix(title) if title else text
    if title and base.rpartition(title)[0] and own in (*names.kinds_of_patents, *names.kinds_of_filings):
        # 高校授权专利量2176件，其中发明1555件、PCT专利10件 → 高校授权发明专利量: which of the titles, right in front of them.
        return base.replace(title, own + title, 1)
    return ""


def next_grade(label: Label, whole: str) -> str:
    """市级示范社 of 农民专业合作社41家，其中省级示范社3家、市级5家: one grade of a distinction that the whole has not in its name, behind another; empty where the part before was none."""
    first, *rest = label.namer.words(label.frame.name)
    if label.frame.parts.verb == first:
        first, *rest = rest or [first]
    distinction = "".join(rest)
    told = first[-1:] == label.text[-1:] and label.namer.is_modifier(first) and len(distinction) > 1 and distinction not in whole
    return label.frame.name.replace(first, label.text, 1) if told else ""


def kind_of_frame(names: NameWords, name: str, frame: Frame, aspect: str, unit: str | None) -> str:
    """发明专利授权 of 专利授权3.1万件，其中发明、实用新型分别为4100件、2.1万件: one of the kinds in a list that the titles told before have; empty where the list is of none."""
    title = next((title for title in names.titles if title in frame.name), "")
    if name not in names.kinds_of_patents or not title or not (aspect == "share" or (aspect == "level" and unit == frame.unit)):
        return ""
    return kind_of(names, name, frame.name) or frame.name.replace(title, name + title, 1)


def kind_spoken_of(label: Label) -> str | None:
    """三种专利申请量分别为：发明818件、实用新型785件 → 发明专利申请量: one kind of the titles whose measure the words before the colon name."""
    names, frame, measure = label.vocabulary.names, label.frame, label.frame.parts.measure
    if label.text not in names.kinds_of_patents or frame.draft is not None or not label.in_same_sentence or not frame.name.endswith(measure):
        return None
    titles = label.namer.without_determiner(label.namer.lists.counted_names.sub("", frame.name.removesuffix(measure), count=1)).removesuffix(label.vocabulary.those.particle)
    return join(label.text, titles + measure) if titles.endswith(names.titles) else None


def titles_of_whole(label: Label) -> str | None:
    """授权专利4119件，其中国内授权3524件 → 国内专利授权; 受理专利申请8283件，其中受理国内申请7171件 → 受理国内专利申请: a deed says not to which titles."""
    walk, names = label.walk, label.vocabulary.names
    deed = next((deed for deed in names.deeds_to_titles if label.text.endswith(deed) and label.text != deed), "")
    whole = walk.parent
    if not deed or whole is None or not label.is_level or label.amount.unit != whole.unit or whole.sentence < walk.sentence - 1:
        return None
    # 专利申请量4046件，其中企业申请2802件: the deed may be in the measure.
    titles = whole.parts.topic if whole.parts.measure.startswith(deed) else label.namer.without_deed(whole.parts.object)
    ahead = next((deed for deed in names.deeds_to_titles if titles.startswith(deed)), "")
    # 申请专利 is one word of the dictionary.
    titles = titles.removeprefix(ahead) or titles
    if not titles.endswith(names.titles) or any(title in label.text for title in names.titles):
        return None
    if label.has_same_unit and not any(title in label.frame.name for title in names.titles if titles.endswith(title)):
        # 专利申请120件，其中发明50件；商标注册申请300件、马德里申请4件: other titles were counted since.
        return None
    listed = label.namer.lists.sum.search(titles) if "、" in titles else None
    # 受理发明、实用新型和外观设计三种专利申请1200件。从来源看，国内申请1100件: of all of them.
    titles = listed["noun"] if listed is not None else titles
    # 国内发明专利申请4158件，其中职务申请3242件 → 国内职务发明专利申请
    first = label.namer.words(titles)[0]
    origin = first if first != titles and label.namer.is_modifier(first) and first not in label.text else ""
    kind = label.text.removesuffix(deed)
    for other in label.vocabulary.contraries.get(kind, ()):
        # 受理境内外专利申请205万件，其中境内申请188万件: one of the two from where all come.
        titles = titles.removeprefix(kind + other[-1]).removeprefix(other + kind[-1])
    return origin + kind + titles[len(origin) :] + deed


def kind_of_titles(label: Label) -> str | None:
    """完成专利申请4148件。其中发明专利1261件 → 发明专利申请: what the whole ends with was done to a kind of the titles."""
    whole, names, text = whole_of(label), label.vocabulary.names, label.text
    if whole is None or label.amount.unit != whole.unit or label.parts.measure or label.parts.verb or whole.parts.measure or text.startswith(names.standing):
        return None
    deed = next((deed for deed in names.deeds_to_titles if whole.name.endswith(deed)), "")
    if not deed and not whole.parts.verb and (ahead := next((deed for deed in names.deeds_to_titles if whole.name.startswith(deed)), "")):
        # 申请专利120件 has its deed in front, in one word of the dictionary.
        title = next((title for title in names.titles if whole.name.endswith(title)), "")
        return ahead + text if title and text.endswith(title) and text not in (title, whole.name) and ahead not in text else None
    titles = whole.name.removesuffix(deed)
    title = next((title for title in names.titles if deed and titles.endswith(title)), "")
    # 授权专利120件 has its deed in front.
    is_kind = bool(title) and text.endswith(title) and text not in (title, titles) and not any(word in text for word in names.deeds_to_titles)
    verb = label.namer.take_apart(whole.name).verb
    owner = titles.removesuffix(title).removeprefix(verb)
    # 企业专利授权1200件，其中发明专利300件: they are the firms' too.
    return verb + (owner if owner.endswith(names.owners) else "") + text + deed if is_kind else None


def titles_of_owner(label: Label) -> str | None:
    """企业专利申请3120件，其中发明专利申请860件 → 企业发明专利申请: of whom all the titles are, those of a kind are, to which the same was done."""
    whole, names, text = whole_of(label), label.vocabulary.names, label.text
    if whole is None or label.amount.unit != whole.unit or text in whole.name:
        return None
    owner, title, done = next((parts for word in names.titles if (parts := whole.name.partition(word))[1] and parts[0].endswith(names.owners)), ("", "", ""))
    return owner + text if owner and text.endswith(title + done) and not any(word in text for word in names.owners) else None


def titles_of_deed(label: Label) -> str | None:
    """长沙市申请7105件, 高新区申请702件 behind or below 专利申请15948件 → 专利申请, 高新区专利申请: a deed alone, or of a zone, to the titles told before."""
    names, text = label.vocabulary.names, label.text
    deed = next((deed for deed in names.deeds_to_titles if text.endswith(deed)), "")
    zone = text.removesuffix(deed) if deed and text.removesuffix(deed).endswith((*label.namer.zones, *names.zones)) else ""
    told = titles_told(label.walk, text.removeprefix(zone), label.amount.unit)
    return zone + told if told else None


def deed_elsewhere(label: Label) -> str | None:
    """经开区专利授权量200件，谷城县授权110件 → 专利授权量: the same deed again, of a place that is in no zone."""
    names, frame = label.vocabulary.names, label.frame
    is_same = label.text in names.deeds_to_titles and without_end(frame.name, names.measure_endings).endswith(label.text)
    return label.namer.without_zone(frame.name) if is_same and label.has_same_unit else None


def titles_told(walk: Walk, deed: str, unit: str | None) -> str:
    """专利申请 of 申请: a deed alone is done to the titles of which the text told last; empty where it told of none, where the words say more, or where other things are counted."""
    names = walk.vocabulary.names
    if unit not in names.units_of_holdings:
        return ""
    state = next((word for word in names.standing if deed.startswith(word) and deed[len(word) :] in names.deeds_to_titles), "")
    if deed not in names.deeds_to_titles and not state:
        return ""
    told = [draft.indicator for draft in reversed(walk.drafts)] + [frame.name for frame in walk.told_before]
    for name in told:
        title = next((title for title in names.titles if title in name and title not in names.deeds_to_titles), "")
        if title:
            # 作品自愿登记量…，其中武汉市登记2.9万件: as it was named; 发明专利申请…。长沙市申请…: and not of the one kind.
            is_same = not state and without_end(name, names.measure_endings).endswith(deed) and not any(kind in name for kind in names.kinds_of_patents)
            return name if is_same else title + deed
    return ""
