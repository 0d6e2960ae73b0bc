"""Where and for whom something is, which is no part of what is counted."""

from __future__ import annotations

from ipextract.linking.area.together import are_only_places
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.for_whom import done_for
from ipextract.linking.lists.predicates import tells_nothing
from ipextract.linking.walk import Walk
from ipextract.linking.words_end import end_of_words_behind


def people_alone(walk: Walk, index: int, label: str, behind: str) -> str:
    """残疾人 of 为残疾人417人，发放生活补贴26万元: people counted where what is done for them is told of in a clause of its own."""
    names = walk.vocabulary.names
    if not label or behind or walk.tokens[index].value.unit not in walk.vocabulary.people_units:
        return label
    words = walk.namer.words(label)
    is_of_people = len(words) > 1 and words[0] in names.beneficiaries
    return label.removeprefix(words[0]) if is_of_people and not any(walk.namer.is_verb(word) for word in words[1:]) else label


def done_for_alone(walk: Walk, index: int, first: int) -> str:
    """发放补贴 of 为26人发放补贴12万元: what was done for people of whom the text says no more; empty where it says something else."""
    following = walk.row.next_number(index)
    if following is None or walk.tokens[index].value.unit not in walk.vocabulary.people_units or walk.row.letters(index + 1, following) != "X":
        return ""
    said = walk.label_text(first, index).strip()
    done = walk.namer.clean(walk.row.words(index + 1), head=False)
    return done if said in walk.vocabulary.names.beneficiaries and walk.namer.starts_with_verb(done) else ""


def without_scene(walk: Walk, index: int, label: str, behind: str, printed: str) -> str:
    """The words before a number and its noun without what only says where, or who uses what is counted."""
    names = walk.vocabulary.names
    if label.endswith(names.spread_in):
        # 高校分布在24个省市: the preposition is of the places.
        return label[:-1]
    if printed.endswith(names.achieving) and label.startswith((*names.doing_by, *names.doing_about)) and not printed.endswith(label):
        # 围绕老旧小区完成428处管网改造: on what, and no part of what was done.
        return ""
    if label.endswith(names.resting_on) or (label[:1] in names.located and label[1:] in names.everywhere):
        # 检察机关依托11个保护中心、75家工作站开展服务: who uses them is not what is counted; 在全球设有20家办事处: nor everywhere.
        return ""
    if behind and label.startswith(names.located) and (among := without_end(printed.strip(), walk.vocabulary.there_is)) != printed.strip() and among.endswith(names.within):
        # 在前50名申请人中有13家中国企业: among whom they are.
        return ""
    if label and behind and walk.row.has_claim(walk.row.clause_start(index), index) and walk.namer.words(label)[0] in names.ways_there and not any(map(walk.namer.is_verb, walk.namer.words(label)[1:])):
        # 输送务工人员3200名到沿海15个城市就业: the way there.
        return ""
    if printed.endswith(names.by_what_part) and walk.namer.words(printed)[-1] == names.by_what_part:
        # 构建以5个中心城市为核心的城镇体系: what is built is the system.
        return ""
    if behind and "、" in label and are_only_places(walk, without_head(label, names.located)):
        return ""
    # 在监测的339个城市中: the words say among what or where, and the preposition is of them all.
    return label[1:] if label.startswith(names.located) and _is_whole_scene(walk, index, label, behind) else label


def without_whole(walk: Walk, first: int, index: int, label: str, behind: str) -> tuple[str, str]:
    """构建由12套设备、8路视频组成的网络: of what something is made is not what it is, and nothing was done to that."""
    names = walk.vocabulary.names
    whole = next((word for word in names.made_of if word in behind), "")
    if whole and behind.startswith(whole) and walk.tokens[index].value.unit in walk.vocabulary.people_units:
        # 由律师、学者共45人组成的专家库: who they are stands before the number, or nowhere.
        return "", walk.namer.clean(behind[len(whole) :])
    is_made_of = bool(whole) or walk.label_text(first, index).rstrip().endswith(names.made_from)
    return ("" if is_made_of else label), (walk.namer.clean(behind.partition(whole)[0]) or behind if whole else behind)


def _is_whole_scene(walk: Walk, index: int, label: str, behind: str) -> bool:
    """Whether the noun behind the number ends the words that say among what, or a clause that says but where: 在沿线24个国家，."""
    end = walk.tokens[index].end + len(behind)
    if walk.text.startswith(walk.vocabulary.names.among_ends, end):
        return True
    stop = end_of_words_behind(walk, index)
    # 在农村地区新建12个中心: where something is done.
    is_where = label.endswith(walk.vocabulary.names.positions) and tells_nothing(walk, behind)
    return is_where and walk.row.letters(stop, stop + 1) == "," and walk.tokens[stop].start == end


def before_noun(walk: Walk, first: int, index: int, label: str, behind: str) -> tuple[str, str]:
    """在有出口的32个行业中 → 有出口的行业: words that end with 的 narrow the noun behind the number, and 在 belongs to 中."""
    printed = walk.label_text(first, index).strip()
    is_scene = walk.row.words_between(index + 1, end_of_words_behind(walk, index)).strip().endswith(walk.vocabulary.names.scene_ends)
    if is_scene and label[:1] == "在":
        label = walk.namer.clean(label[1:])
    for word in walk.vocabulary.names.all_of if is_scene else ():
        label = label.removesuffix(word)
    if printed.endswith("的") and walk.namer.has_measure(label) and not walk.namer.starts_with_verb(behind):
        return "", walk.namer.clean(f"{printed.removeprefix('在') if is_scene else printed}{behind}")
    which = without_end(printed, walk.vocabulary.names.existing)
    if which != printed and which.endswith("的") and walk.row.has_number(first, index) and not is_scene:
        # 授权量超过5万件的有4个市: those of whom the bound tells which they are.
        return "", walk.namer.clean(which + behind)
    return label, behind


def for_someone(walk: Walk, first: int, index: int, label: str, behind: str) -> tuple[str, str]:
    """对客流较大的 (65个) 服务区进行改造 → 改造客流较大的服务区: whom something is done for or to."""
    printed, beneficiaries = walk.label_text(first, index).strip(), walk.vocabulary.names.beneficiaries
    # 对全县所有56所民办园进行检查: that it is done to all of them is no part of what is done.
    own = without_end(label[1:] if label.startswith(beneficiaries) else label, walk.vocabulary.names.every_one)
    if walk.gazetteer.is_relative(own) or {own, own[:-1]} & {*walk.vocabulary.names.of_places}:
        # 为全县2.3万名老人免费体检, 为辖区1200户企业减税: where they are is no part of what is done.
        own = ""
    elif own and (place := walk.gazetteer.at(own, 0, walk.setting.home)) is not None and place[0] == len(own):
        # 对德清县76家持有人进行检查: nor is the place by its name.
        walk.placed[index], own = place[1], ""
    if own and printed.startswith(beneficiaries) and printed.endswith("的"):
        return "", done_for(walk, behind, f"{own}的")
    return own if printed.startswith(beneficiaries) else "", done_for(walk, behind)
