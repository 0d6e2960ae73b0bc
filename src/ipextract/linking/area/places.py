"""Places in running text: 全市 by where the document stands, 江阴市 by the table of divisions."""

from __future__ import annotations

from ipextract.lexicon import Division, Lexicon
from ipextract.lexicon.regions import COUNTRY
from ipextract.linking.area.honours import Honours
from ipextract.linking.area.levels import LEVELS, SpokenLevels
from ipextract.linking.word_patterns import either, in_order
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import Token

# Chinese numerals of an ordinal: 第三届.
_ORDINAL = "[一二三四五六七八九十]{1,3}"
# 江北区: a name of a place, with what it is.
_WHOLE_NAME = 3
# 德清县 is no 邱县, whose short name would be one character.
_LONGER_THAN_COUNTY = 2
# The level of a part of the country.
_AREA = "area"
_PROVINCE = 2  # 33 of 330100
# 中|、|西部地区
_PAIR = 2


class Gazetteer(SpokenLevels):
    """Finds places at the head of a stretch of text.

    Args:
        lexicon: the vocabulary with its table of divisions.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._relative = {word: level for level in LEVELS for word in lexicon.words(f"triggers.places.{level}")}
        # They lie in the nation and have no code of the standard.
        areas = [Division(name, name, COUNTRY, _AREA, (), common=False) for name in lexicon.words("triggers.places.areas")]
        self._listed_areas = {one.name.removesuffix(ending): one for one in areas for ending in lexicon.words("triggers.places.area_endings") if one.name.endswith(ending)}
        self._areas = {one.name: one for one in areas} | self._listed_areas
        self._areas_by_name = frozenset(lexicon.words("triggers.places.areas_by_name"))
        # 全市 anywhere.
        self.relative_within = lazily(compiled, either(tuple(self._relative)))
        self._relative_openings = frozenset(word[:2] for word in self._relative)
        self._openings = lazily(compiled, in_order(sorted(self._relative_openings)))
        self._titles = lexicon.words("triggers.places.titles")
        self._named = lexicon.words("triggers.places.names")
        self._adjectival, self._own_words = (lexicon.words(f"triggers.places.{key}") for key in ("adjectival", "own_words"))
        self._titled = tuple(word for word in self._named if len(word) > 1)
        # 曲阜全市重点景区
        self._all_of = tuple(word for key in ("city", "county", "district") for word in lexicon.words(f"triggers.places.{key}") if word.startswith(lexicon.words("triggers.home.no_names")[0]))
        self._offices = lexicon.words("triggers.place_names.offices")
        self._bearing = lexicon.words("triggers.place_names.bearing_names")
        self._continued = lexicon.words("triggers.place_names.continued")
        self._closed = lexicon.words("triggers.place_names.closed")
        self._not_towns = lexicon.words("triggers.place_names.not_towns")
        self._country_in_names = lexicon.words("triggers.place_names.country_in_names")
        self._joins = frozenset(lexicon.words("triggers.place_names.joins"))
        self._and_others = lexicon.words("measures.naming.and_others")
        self._listed_ends = lexicon.words("triggers.place_names.listed_ends")
        self._counties, self._regional, self._of_level = (lexicon.words(f"triggers.place_names.{key}") for key in ("counties", "regional", "of_level"))
        self._of_zones = frozenset(lexicon.words("triggers.place_names.of_zones"))
        zones = in_order(lexicon.words("triggers.place_names.zones"))
        self._zone = lazily(compiled, rf"[\u4e00-\u9fff]{{2,4}}?(?:{zones})")
        self._seats = lexicon.words("triggers.place_names.seats")
        self._before_names = frozenset(lexicon.words("triggers.place_names.before_names"))
        self._government = lazily(compiled, rf"(?:(?:19|20)\d\d年度?)?(?:{either(lexicon.words('triggers.place_names.governments'))})|第{_ORDINAL}(?:{either(lexicon.words('triggers.place_names.congresses'))})")
        self._located = frozenset(lexicon.words("triggers.place_names.located"))
        self._introduced = lazily(compiled, either(lexicon.words("triggers.place_names.introduced")))
        self._contrasts = lexicon.words("triggers.place_names.contrasts")
        # What stands before a place that heads a stretch, and what tells of one further on.
        # 因此杭州市…, 特别是三亚市…
        self._concluding = tuple(lexicon.words("triggers.carrying.concluding"))
        self._leads = self._joins.union(self._contrasts, self._located, (word[0] for word in self._concluding))
        self._telling = lazily(compiled, either((*sorted(self._relative_openings), *lexicon.words("triggers.place_names.introduced"))))
        bodies = either(lexicon.words("triggers.place_names.bodies"))
        plain = either(lexicon.words("triggers.place_names.plain"))
        # 双流国际机场, 深圳理工大学, 揭阳中石油炼化一体化项目: a name of its own begins with the place.
        self._body = lazily(compiled, rf"(?!{either(lexicon.words('triggers.place_names.networks'))})(?:(?!{plain})[\u4e00-\u9fff]){{0,6}}?(?:{bodies})")
        self._honours = Honours(lexicon)
        # 1月8日，福州市…; 在1月5日召开的福州市第十六届…: what may stand in front of the place that a paragraph opens with.
        prefaces, held, halves = (either(lexicon.words(f"triggers.place_names.{key}")) for key in ("prefaces", "held", "halves_of_day"))
        self._preface = lazily(compiled,
            rf"\W*(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[)）、.．]\s*)?(?:{prefaces})?[，,]?(?:(?:19|20)\d\d年)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:{halves})?(?:{held})?[，,]?(?:{prefaces})?"
        )
        self._ending_inside = lexicon.words("triggers.place_names.ending_inside")
        self._harbours = lexicon.words("triggers.place_names.harbours")
        self._ways = frozenset(lexicon.words("triggers.place_names.ways"))
        self._ours = lexicon.words("triggers.ranking.ours")
        # 、天水、白银三市, 、文山两个州市: behind a name of a list, up to what says how many they are and of what level.
        self._counted_levels = lexicon.words("triggers.place_names.counted_levels")
        levels, joined = "".join(self._counted_levels), "".join(self._joins.union("、"))
        self._counted = lazily(compiled, rf"(?P<others>(?:[{joined}](?:(?![{joined}])[\u4e00-\u9fff]){{2,5}}){{0,9}})(?:[两二三四五六七八九十]|\d{{1,2}})(?:个|家)?(?:(?P<offices>{either(lexicon.words('triggers.place_names.counted_offices'))})|(?P<levels>[{levels}]{{1,2}}|[{levels}]（[{levels}、]{{1,3}}）))")
        self._index: dict[str, list[str]] = {}
        for spelling in (*self._areas, *(spelling for spelling, _ in self._regions.spellings())):
            self._index.setdefault(spelling[:2], []).append(spelling)
        for spellings in self._index.values():
            spellings.sort(key=len, reverse=True)

    def inside(self, division: Division, outer: Division) -> bool:
        """Whether `division` lies in `outer`."""
        return self._regions.inside(division, outer)

    def country(self) -> Division | None:
        return self._regions.get(COUNTRY)

    def around(self, division: Division, levels: tuple[str, ...]) -> Division | None:
        """The division of one of `levels` that `division` is or lies in."""
        return self._regions.at_level(division, levels)

    def is_relative(self, word: str) -> bool:
        """Whether a word names a place by where the document, or the sentence, is: 全市, 该区."""
        return word in self._relative

    def relative(self, word: str, home: Division | None) -> Division | None:
        """What 全市, 我省, 该区 mean in a document of `home`."""
        level = self._relative.get(word)
        if level is None:
            return None
        if level == "country":
            return self.country()
        if home is None:
            return None
        if level == "city":
            # In a county-level city 全市 is the city itself; in a district it is the prefecture above.
            if home.level == "county" and home.name.endswith(self._cities):
                return home
            return self._regions.at_level(home, ("prefecture",)) or self._regions.at_level(home, ("province",))
        if level == "district":
            if self.in_autonomous_region(home):
                return self._regions.at_level(home, ("province",))
            if home.level == "town" and not home.name.endswith(self.districts):
                return self._regions.at_level(home, ("county",))
            return home if home.level in ("county", "town") or (home.level == "province" and home.name.endswith(self.districts)) else None
        return self._regions.at_level(home, LEVELS[level])

    def at(self, text: str, position: int, home: Division | None) -> tuple[int, Division] | None:
        """The place that starts at `position` of `text`: where it ends, and which it is."""
        for spelling in self._index.get(text[position : position + 2], ()):
            if not text.startswith(spelling, position):
                continue
            end = position + len(spelling)
            closed = spelling.endswith(self._closed) and len(spelling) > 2
            # 新增城市绿地: the name begins with the end of another word.
            if (text.startswith(self._continued, end) and not closed) or text.endswith(self._ending_inside, 0, position + 1):
                continue
            if text.startswith(self._titles, end):
                return None
            if text.startswith(self._regional, end):
                # 安吉县域经济: the name ends before 县域.
                continue
            if not closed and (self._zone.match(text, end) or self._body.match(text, end)):
                # 四川天府新区, 双流国际机场: the place is part of a name.
                continue
            if not closed and self._begins_other_name(text, end):
                # 宁波舟山港, 深圳到中山: so it is of the name of what lies in two places.
                continue
            if spelling in self._relative and (text.startswith(self._titled, end) or self.is_adjective(text, end)):
                # 全国重点实验室: the nation is part of a title.
                continue
            if text.startswith(self._of_level, end):
                continue
            if spelling.endswith(self._cities) and text.startswith(self.districts, end) and not text.startswith(self._not_towns, end):
                # 杭州市区 is the town of 杭州: the name ends before 市区.
                continue
            if spelling in self._areas:
                if self._speaks_of_area(text, position, end, home):
                    return end, self._areas[spelling]
                continue
            within = self._within_named(text, position, spelling)
            division = within or self._regions.named(spelling, home)
            if division is None or (division.common and within is None and not self._governs(text, position, end) and not self._is_listed_at_home(text, position, end, division, home)):
                continue
            if spelling in self._of_zones and within is None and home is not None and home.code != COUNTRY and division.code[:_PROVINCE] != home.code[:_PROVINCE]:
                # 滨海新区 in a text of another province is a zone of its own.
                continue
            if self._may_name(spelling, division, home) or text.startswith(self._all_of, end) or self._stands_behind(text, position, division, home):
                return end, division
        return self._counted_in_list(text, position, home)

    def _counted_in_list(self, text: str, position: int, home: Division | None) -> tuple[int, Division] | None:
        """白银 of 兰州、天水、白银三市授权量…: a plain word that names a place of `home` in a list, behind which stands how many of what level they are."""
        if home is None:
            return None
        for spelling in self._index.get(text[position : position + 2], ()):
            end = position + len(spelling) - 1
            if not spelling.endswith(self._counted_levels) or not text.startswith(spelling[:-1], position):
                continue
            counted = self._counted.match(text, end)
            is_listed = counted is not None and (bool(counted["offices"]) or spelling[-1] in counted["levels"]) and (bool(counted["others"]) or text[position - 1 : position] in {"、", *self._joins})
            division = self._regions.named(spelling, home) if is_listed else None
            if division is not None and self.inside(division, home) and division.code != home.code:
                return end, division
        return None

    def _governs(self, text: str, position: int, end: int) -> bool:
        """津市市人民政府, and not 某合作市场 or 上海城市政府: whether a name that other text contains by chance stands whole in front of what only a place has."""
        before = text[position - 1 : position]
        return (not before.isalpha() or before in self._before_names) and self._government.match(text, end) is not None

    def _is_listed_at_home(self, text: str, position: int, end: int, division: Division, home: Division | None) -> bool:
        """渝北区、江北区新增注册商标…, ，江北区专利授权120件: whether a name that other text contains by chance stands in a list, at the head of a clause or alone in a cell, in a document of what it lies in."""
        if home is None or division.parent != home.code or end - position < _WHOLE_NAME:
            return False
        if end - position == len(text):
            return True
        before, behind = text[position - 1 : position], text[end : end + 1]
        if before != "、" and not before.isalnum():
            return True
        # 渝北区、江北区, 松滋市、公安县 and not 老城、新城区: the other is a place by its ending.
        ending = text[end - 1]
        return (before == "、" and text.endswith(self._listed_ends, 0, position - 1)) or (behind == "、" and ending in text[end + 1 : end + _WHOLE_NAME + 2])

    def _may_name(self, spelling: str, division: Division, home: Division | None) -> bool:
        """Whether `spelling` alone is read as `division` in a document of `home`: 酉阳县 for 酉阳土家族苗族自治县, and 德清 near it."""
        if spelling == division.name or division.level in ("country", "province", "prefecture") or (spelling.endswith(self._counties) and len(spelling) > _LONGER_THAN_COUNTY):
            return True
        return home is not None and division.parent in (home.code, home.parent)

    def _stands_behind(self, text: str, position: int, division: Division, home: Division | None) -> bool:
        """四川万源: whether the place around `division` is named right in front of it."""
        return home is not None and bool(home.code) and self.inside(division, home) and text.endswith((home.name, *home.short), 0, position)

    def _within_named(self, text: str, position: int, name: str) -> Division | None:
        """天津市河东区: the division of full name `name` that lies in the one named right before it, though the name alone says something else."""
        above = ((one, self._regions.get(one.parent)) for one in self._regions.bearers(name))
        return next((one for one, outer in above if outer is not None and text.endswith(outer.name, 0, position)), None)

    def _speaks_of_area(self, text: str, position: int, end: int, home: Division | None) -> bool:
        """Whether a text of the nation names a part of the country: 东部 in a list only; 中、西部地区 are one, and no part of 东、中、西部地区."""
        spelling, before = text[position:end], text[position - 1 : position]
        if home is None and spelling in self._areas_by_name:
            # 长三角地区进出口总值… in a text of no place of its own.
            return True
        if home is None or home.code != COUNTRY or (before == "、" and "、" in spelling):
            return False
        return spelling not in self._listed_areas or bool(self._joins.union("、").intersection((before, text[end : end + 1])))

    def name_listed_areas(self, text: str, tokens: list[Token]) -> None:
        """东, 中 of 东、中、西部和东北地区: parts of the country by their first character, in front of one that is named whole, are places of the list too."""
        for index in range(len(tokens) - 1, 1, -1):
            if index >= len(tokens):
                continue
            whole, pause, first = tokens[index], tokens[index - 1], tokens[index - 2]
            if whole.letter != "R" or whole.value.level != _AREA or pause.letter != "/" or first.letter != "X" or first.end - first.start != 1:
                continue
            both = self._areas.get(text[first.start : whole.end])
            if both is not None and (index == _PAIR or tokens[index - _PAIR - 1].letter != "/"):
                # ，中、西部地区工业产值增长6%: one part, where no other stands before it.
                tokens[index - _PAIR : index + 1] = [Token("R", first.start, whole.end, both)]
                continue
            area = self._listed_areas.get(text[first.start] + whole.value.name[1:2])
            if area is not None:
                first.letter, first.value = "R", area

    def is_adjective(self, text: str, end: int) -> bool:
        """全国性行业协会: whether a word like 全国 that ends at `end` goes on as an adjective."""
        return text.startswith(self._adjectival, end) and not text.startswith(self._own_words, end)

    def opening(self, text: str, position: int) -> int:
        """Where, from `position` of `text` on, the name of a place may begin; the end where none may."""
        return next((place for place in range(position, len(text)) if text[place : place + 2] in self._index), len(text))

    def seat(self, text: str, position: int, home: Division | None) -> tuple[int, Division] | None:
        """The place whose court, office or government is named at `position`: 浙江法院知识产权司法保护状况."""
        for spelling in self._index.get(text[position : position + 2], ()):
            end = position + len(spelling)
            if text.startswith(spelling, position) and text.startswith(self._seats, end):
                division = self._regions.named(spelling, home)
                return None if division is None or division.common else (end, division)
        return None

    def bearers(self, text: str) -> tuple[Division, ...]:
        """The divisions that bear the first full name in `text` that several bear: 西湖区 is one of 杭州 and one of 南昌."""
        for position in range(len(text)):
            for spelling in self._index.get(text[position : position + 2], ()):
                if text.startswith(spelling, position) and not text.startswith(self._regional, position + len(spelling)):
                    found = self._regions.bearers(spelling)
                    if len(found) > 1 and not any(one.common for one in found):
                        return found
        return ()

    def of_paper(self, paper: str) -> Division | None:
        """崇阳 of 崇阳新闻网: the one division by whose short name a newspaper or site begins its own."""
        spelling = next((one for one in self._index.get(paper[:2], ()) if paper.startswith(one)), "")
        division = self._regions.named(spelling) if spelling else None
        return division if division is not None and not division.common else None

    def of_account(self, name: str) -> Division | None:
        """宁海县 of 宁海概况: the division that a title of an account names by its short name; None where several bear it."""
        division = self._regions.named(name)
        return division if division is not None and name in (division.name, *division.short) else None

    def of_body(self, title: str) -> Division | None:
        """宁波市 of 宁波海关：去年查获…: the place whose name the body bears that a title begins with; None where it begins with none."""
        for spelling in self._index.get(title[:2], ()):
            if title.startswith(spelling) and (self._body.match(title, len(spelling)) is not None or title.startswith(self._bearing, len(spelling))):
                division = self._regions.named(spelling)
                return division if division is not None and not division.common and division.level != "country" else None
        return None

    def of_office(self, text: str) -> Division | None:
        """上海市 of 上海海关召开发布会: the place of the office that a text begins with; None where it begins with none."""
        place = self.of_body(text)
        return place if place is not None and any(text.startswith(self._offices, len(name)) for name in (place.name, *place.short) if text.startswith(name)) else None

    def opening_place(self, text: str, start: int, end: int, home: Division | None) -> Division | None:
        """The place that the paragraph `text[start:end]` opens with, behind a date or 在; None where it opens with several, or with the nation."""
        opening = self._preface.match(text, start, end)
        position = opening.end() if opening is not None else start
        found = self.at(text, position, home) or self.seat(text, position, home)
        if found is None or found[1].level in ("country", "area") or text.startswith((*self._joins, *self._and_others), found[0]):
            return None
        within = self.at(text, found[0], found[1])
        return within[1] if within is not None and self.inside(within[1], found[1]) else found[1]

    def only_in_names(self, text: str, level: str) -> Division | None:
        """甘肃省 of 甘肃省专利奖: the one division that may speak of itself as a text of `level` does and whose full name `text` holds, be it within another name; None where there are several or none."""
        found = {
            one.code: one
            for position in range(len(text))
            for spelling in self._index.get(text[position : position + 2], ())
            if text.startswith(spelling, position) and (one := self._regions.named(spelling)) is not None and one.name == spelling and self.speaks_of_itself(one, level)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def bearing(self, name: str) -> tuple[Division, ...]:
        """The divisions whose full name is `name`, though it may be ordinary text too."""
        return tuple(one for one in self._regions.bearers(name) if one.name == name)

    def names_above(self, division: Division) -> tuple[str, ...]:
        """By what names the place right above `division` may be told: 深圳市, 深圳 of 龙华区."""
        above = self._regions.get(division.parent)
        return () if above is None or above.level == "country" else (above.name, *above.short)

    def any_of(self, bearers: tuple[Division, ...]) -> Division:
        """The division that is one of `bearers`, nobody can say which."""
        return self._regions.any_of(bearers)

    def _begins_other_name(self, text: str, position: int) -> bool:
        """Whether a place follows that is itself part of a name (舟山港), or the other end of a way (到中山)."""
        if text[position : position + 1] in self._ways:
            return any(text.startswith(spelling, position + 1) for spelling in self._index.get(text[position + 1 : position + 3], ()))
        return any(
            text.startswith(spelling, position) and not (spelling.endswith(self._closed) and len(spelling) > 2) and text.startswith(self._harbours, position + len(spelling))
            for spelling in self._index.get(text[position : position + 2], ())
        )

    def is_honour(self, text: str, first: int, start: int, place: Division, home: Division | None) -> bool:
        """Whether the words behind a place that `home` lies in, or a count before it, make it an honour that home holds: 全国农业标准化示范区.

        Args:
            text: the text.
            first: where the place's name begins.
            start: where it ends.
            place: the place.
            home: where the document stands.
        """
        if home is None or home.code == place.code or text.startswith(self._ours, first) or not self._regions.inside(home, place):
            # 我国商标申请量: what is called so is no honour.
            return False
        # 湖北省宜昌市注册商标: home itself, by its whole name.
        if (below := self.at(text, start, home)) is not None and below[1].code == home.code:
            return False
        return self._honours.begin(text, start) or self._honours.are_counted(text, first)

    def before(self, text: str, end: int, home: Division | None) -> tuple[int, Division] | None:
        """The place whose name ends at `end` of `text`: where it starts, and which it is."""
        for start in range(max(0, end - 12), end - 1):
            found = self.at(text, start, home)
            if found is not None and found[0] == end:
                return start, found[1]
        return None

    def _has_none(self, text: str, start: int, end: int) -> bool:
        """Whether `text[start:end]` has no place, as most stretches have none: neither does it begin with one, nor tells a word of one."""
        return text[start] not in self._leads and text[start : start + 2] not in self._index and self._telling.search(text, start, end) is None

    def split(self, text: str, token: Token, home: Division | None) -> list[Token]:
        """The token of plain text with the places in it as tokens of their own.

        A named place is taken only where the stretch begins, or where it follows another place or 和:
        inside a phrase it is part of a name (监测无锡企业…). Words like 全市 are taken anywhere.
        """
        if self._has_none(text, token.start, token.end):
            return [token]
        out: list[Token] = []
        position = token.start
        plain = position
        heading = True
        # 增速最快的是德清县: whose it is.
        introduced = [match.end() for match in self._introduced.finditer(text, token.start, token.end)]
        while position < token.end:
            if not heading:
                match = self._openings.search(text, position, token.end)
                head = next((place for place in introduced if place >= position), token.end) if introduced else token.end
                position = min(match.start() if match is not None else token.end, head)
                if position == token.end:
                    break
                heading = position == head
            opening = text[position : position + 2]
            found = self.at(text, position, home) if heading and opening in self._index else None
            if found is not None and found[1].code == COUNTRY and opening in self._country_in_names and (home is None or home.code != COUNTRY):
                found = None
            if found is None and opening in self._relative_openings:
                for size in (3, 2, 4):
                    word = text[position : position + size]
                    if word in self._relative and position + size <= token.end and not text.startswith(self._named, position + size) and not self.is_adjective(text, position + size):
                        division = self.relative(word, home)
                        if division is not None:
                            found = position + size, division
                        break
            if found is not None and self.is_honour(text, position, found[0], found[1], home):
                found = None
            if found is None or found[0] > token.end:
                led = plain == position and text.startswith(self._concluding, position)
                heading = led or (plain == position and (text[position] in self._joins or text[position] in self._contrasts or text[position] in self._located))
                position += next(len(word) for word in self._concluding if text.startswith(word, position)) if led else 1
                continue
            if position > plain:
                # 而桐柏县下降3.3%, 因此杭州市居首位: the contrast, or what is concluded, begins a clause.
                contrast = text[plain:position] in self._contrasts or text[plain:position] in self._concluding
                out.append(Token("," if contrast else "X", plain, position))
            end, division = found
            out.append(Token("R", position, end, division, "place"))
            position = plain = end
            heading = True
        if not out:
            return [token]
        if plain < token.end:
            out.append(Token("X", plain, token.end))
        return out
