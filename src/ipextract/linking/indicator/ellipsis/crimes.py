"""What prosecutors did, told without the crimes that it was done about: 严厉惩治走私犯罪，批准逮捕25人."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.name_words import NameWords
from ipextract.linking.walk import Walk


def done_to_cases_told(walk: Walk, deed: str) -> str:
    """起诉走私案件 of 办理的走私案件数逐年上升，2023年、2024年分别起诉9件18人, 起诉走私案件人数 of 起诉人数: a deed alone to the cases of which the clause before says how many there are; empty where it says of none."""
    names, namer, frame = walk.vocabulary.names, walk.namer, walk.frame
    told = frame.name if frame is not None and frame.draft is None and frame.sentence == walk.sentence else walk.subject if walk.subject_from >= walk.sentence_start else ""
    kind = told.rpartition(walk.vocabulary.those.particle)[2]
    crime = without_end(kind, names.tallies_of_cases)
    if crime in ("", kind):
        return ""
    act = next((deed.removesuffix(word) for word in (*names.tallies_of_people, *names.tallies_of_cases) if deed.endswith(word)), deed)
    if namer.is_deed(crime) or not act or not namer.is_deed(act):
        return ""
    people, cases = next((word for word in names.tallies_of_people if deed.endswith(word)), ""), names.of_cases[0]
    return f"{act}{_without_verb(walk, crime)}{cases}{people or (deed[-1] if act != deed else '')}"


def _without_verb(walk: Walk, crime: str) -> str:
    """走私 of 办理走私, and 侵犯商业秘密, which is what the cases are."""
    parts = walk.namer.take_apart(crime)
    return parts.object if parts.verb and parts.object else crime


def of_cases_told(label: Label) -> str | None:
    """受理涉外案件 of 涉外案件数不断增加，2023年受理120件."""
    return done_to_cases_told(label.walk, label.text) or None


def of_crimes_fought(label: Label) -> str | None:
    """批准逮捕走私犯罪 of 严厉惩治走私犯罪，批准逮捕25件30人，起诉26件28人: the crimes that the clause before says are fought."""
    names = label.vocabulary.names
    crime = _fought_before(label, tuple(names.prosecuted)) if label.text in names.prosecuted else ""
    return label.text + crime if crime else None


def of_crimes_dealt_with(label: Label) -> str | None:
    """审结毒品犯罪案件 of 依法严惩毒品犯罪，审结案件25件 or 审结25件: the cases, too, are of the crimes that the clause before says are fought."""
    names = label.vocabulary.names
    case = names.of_cases[0]
    deed = label.text.removesuffix(case)
    if label.text not in names.cases_dealt_with or (deed == label.text and label.amount.unit not in names.units_of_cases):
        return None
    crime = _fought_before(label, tuple(names.cases_dealt_with))
    return deed + crime.removesuffix(case) + case if crime else None


def _fought_before(label: Label, deeds: tuple[str, ...]) -> str:
    """走私犯罪 of 严厉惩治走私犯罪，: the crimes that a clause of the sentence says are fought, behind which nothing is counted but what `deeds` did; empty where there is none."""
    walk, row = label.walk, label.walk.row
    stop = row.clause_start(label.index)
    while stop > walk.sentence_start:
        first = row.clause_start(stop - 1)
        found = label.vocabulary.clauses.crimes_fought.search(row.words_between(first, stop))
        if found is not None:
            crime = walk.namer.clean(found["crime"])
            return crime if crime not in label.vocabulary.names.any_crimes and not row.has_number(first, stop) else ""
        if any(draft.token < stop and not draft.indicator.startswith(deeds) for draft in walk.drafts if draft.token >= first):
            # 受理审查逮捕案件280件，批准逮捕260人: of what was taken on.
            return ""
        stop = first
    return ""


def examined_crime(names: NameWords, thing: str) -> str:
    """侵犯商标权犯罪 of 侵犯商标权犯罪审查逮捕案件: the crimes in front of what is examined; empty where they stand behind it or are not told."""
    return next((crime for word in names.examined for case in ("", *names.cases) if (crime := thing.removesuffix(word + case)) != thing and crime.endswith(names.cases)), "")


def examined_next(label: Label) -> str | None:
    """受理审查逮捕侵犯商标权犯罪45件60人；受理审查起诉88件 → 受理审查起诉侵犯商标权犯罪: the next that prosecutors examine is the same crimes."""
    words, text = label.vocabulary.names.examined, label.text
    if not label.in_same_sentence or not text.endswith(words) or label.namer.without_verbs(text) not in words:
        return None
    told = (draft.indicator for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start)
    crimes = (examined_crime(label.vocabulary.names, label.namer.take_apart(name).object) or name.partition(word)[2] for name in told for word in words if word in name)
    return next((text + crime for crime in crimes if crime), None)


def prosecuted(label: Label) -> str | None:
    """办理侵犯商标权案件52件80人，批捕48人，起诉60人 → 侵犯商标权案件起诉: done to people of the same cases."""
    names, cases = label.vocabulary.names, label.frame.parts.object
    if label.text not in names.prosecuted or label.amount.unit not in label.vocabulary.people_units or not label.in_same_sentence or not cases.endswith(names.cases):
        return None
    label.walk.kept = label.frame.parts
    if label.text == label.frame.parts.verb:
        # 批捕侵权案件67件，批捕102人: the same deed, by how many people.
        return label.frame.name if cases not in names.cases else label.text
    if label.text in cases and not cases.startswith(names.examined):
        # 受理提请批准逮捕侵权犯罪120人，批准逮捕96人: the deed that was asked for.
        return cases[cases.index(label.text) :]
    # 受理审查起诉侵犯商标权犯罪80人，起诉60人: what was examined is no longer. 受理审查逮捕案件: nor does that say of what.
    told = label.namer.without_verbs(cases) if cases.startswith(names.examined) else cases
    if label.frame.name == label.frame.parts.verb + cases and told == cases and label.frame.unit == label.amount.unit:
        # 批准逮捕侵犯知识产权犯罪213人；提起公诉586人: as the deed before.
        return label.text + (told if told not in names.cases else "")
    return (told if told not in names.cases else "") + label.text
