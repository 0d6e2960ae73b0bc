"""What those counted are, where that is told behind their number: 其余180件为实用新型."""

from __future__ import annotations

from ipextract.linking.walk import Walk
from ipextract.linking.words_end import end_of_words_behind

# 网络咨询、信息查询: what is longer tells what happened.
_LONGEST = 10


def what_they_are(walk: Walk, index: int, label: str, behind: str) -> str:
    """实用新型 of 其余180件为实用新型, 外资企业 of 30家为外资企业, 中小微企业 of 八成以上为中小微企业: what the words behind the number say that those counted are; empty where they say something else."""
    names = walk.vocabulary.names
    if not behind.startswith(names.being_what) or walk.tokens[index].value.kind not in ("count", "percentage") or (label and label not in walk.vocabulary.clauses.others):
        return ""
    link = walk.namer.words(behind)[0]
    what = walk.namer.clean(behind[len(link) :]) if link in names.being_what else ""
    if not what or len(what) > _LONGEST or walk.namer.starts_with_verb(what) or any(map(walk.namer.is_verb, walk.namer.words(what)[1:-1])):
        # 3家为民营企业提供服务
        return ""
    walk.after_until = end_of_words_behind(walk, index)
    return what
