"""A paragraph as a row of tokens: its clauses, brackets and numbers, by position."""

from __future__ import annotations

from ipextract.rules.tokens import NUMBERS, Token

#: Punctuation between clauses: a comma, a semicolon, a full stop, a colon.
CLAUSE_ENDS = frozenset(",;.:")


# What a number is, so that a pause behind it ends its words: a claim, not read yet, or of nobody knows what.
_SAID = ("claim", "", "unresolved")

#: How many tokens away a word can still have to do with a number. No clause of a release comes near it, and
#: a row without punctuation takes no longer a token than one with.
REACH = 120


class Row:
    """Questions about a row of tokens that depend on nothing but the row.

    Args:
        text: the folded text of the block.
        tokens: its tokens; those that are read change their letter and role.
    """

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self._letters = ""
        self._clauses: list[int] = []

    def keep(self) -> None:
        """Note the letters and the clauses: from here on no token comes or goes, and a letter changes by `reletter` alone."""
        self._letters = "".join([token.letter for token in self.tokens])
        start = 0
        self._clauses = [0, *[start := place if letter in CLAUSE_ENDS else start for place, letter in enumerate(self._letters, 1)]]

    def reletter(self, index: int, letter: str) -> None:
        """Make the token at `index`, which ends no clause, one of another letter, which ends none either."""
        self.tokens[index].letter = letter
        self._letters = self._letters[:index] + letter + self._letters[index + 1 :]

    # -- letters and words ------------------------------------------------------------------------

    def letters(self, start: int, stop: int) -> str:
        """The letters of `tokens[start:stop]`."""
        return self._letters[start:stop] if self._letters else "".join([token.letter for token in self.tokens[start:stop]])

    def words(self, index: int) -> str:
        """The text of one token; empty behind the last."""
        if index >= len(self.tokens):
            return ""
        token = self.tokens[index]
        return self.text[token.start : token.end]

    def words_between(self, start: int, stop: int) -> str:
        """The text of `tokens[start:stop]`; empty where there are none."""
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end] if start < stop else ""

    def places(self, start: int, stop: int) -> list[Token]:
        """The places among `tokens[start:stop]`."""
        return [token for token in self.tokens[start:stop] if token.letter == "R"] if "R" in self.letters(start, stop) else []

    def before(self, index: int) -> Token | None:
        """The token before `index`."""
        return self.tokens[index - 1] if index else None

    def after(self, index: int) -> Token | None:
        """The token behind `index`."""
        return self.tokens[index + 1] if index + 1 < len(self.tokens) else None

    # -- clauses ----------------------------------------------------------------------------------

    def closes_clause(self, index: int) -> bool:
        """Whether `index` is that of an amount and nothing but the end of its clause follows."""
        following = self.after(index) if index < len(self.tokens) and self.tokens[index].letter in "#U" else None
        return following is not None and following.letter in CLAUSE_ENDS

    def closes_words(self, index: int) -> bool:
        """Whether words stand at `index` and nothing but the end of their clause follows."""
        following = self.after(index) if index < len(self.tokens) and self.tokens[index].letter == "X" else None
        return following is not None and following.letter in CLAUSE_ENDS

    def clause_start(self, index: int) -> int:
        """The first token of the clause that ends before `index`."""
        if self._clauses:
            first = self._clauses[index]
            return first if index - first <= REACH else index - REACH
        first = max(0, index - REACH)
        while index > first and self.tokens[index - 1].letter not in CLAUSE_ENDS:
            index -= 1
        return index

    def clause(self, index: int) -> str:
        """The text of the clause around `index`."""
        stop, last = index, min(len(self.tokens), index + REACH)
        while stop < last and self.tokens[stop].letter not in CLAUSE_ENDS:
            stop += 1
        return self.text[self.tokens[self.clause_start(index)].start : self.tokens[stop - 1].end]

    # -- brackets ---------------------------------------------------------------------------------

    def opening(self, index: int) -> int | None:
        """The bracket that the one at `index` closes, within its sentence."""
        depth = 0
        for position in range(index, max(-1, index - REACH), -1):
            letter = self.tokens[position].letter
            if letter == ")":
                depth += 1
            elif letter == "(":
                depth -= 1
                if depth == 0:
                    return position
            elif letter == ".":
                return None
        return None

    def closing(self, index: int) -> int | None:
        """The bracket that closes the one at `index`, within its sentence."""
        depth = 0
        for position in range(index, min(len(self.tokens), index + REACH)):
            letter = self.tokens[position].letter
            if letter == "(":
                depth += 1
            elif letter == ")":
                depth -= 1
                if depth == 0:
                    return position
            elif letter == ".":
                return None
        return None

    # -- numbers ----------------------------------------------------------------------------------

    def has_claim(self, start: int, stop: int) -> bool:
        """Whether a number of `tokens[start:stop]` was read as a claim."""
        return any(token.letter in NUMBERS and token.role == "claim" for token in self.tokens[start:stop])

    def has_number(self, start: int, stop: int) -> bool:
        """Whether there is a number among `tokens[start:stop]`."""
        return not NUMBERS.isdisjoint(self.letters(start, stop))

    def next_number(self, index: int) -> int | None:
        """The next number of the same clause, brackets passed over."""
        depth = 0
        for position, letter in enumerate(self.letters(index + 1, index + REACH), index + 1):
            if letter == "(":
                depth += 1
            elif letter == ")":
                if depth == 0:
                    return None
                depth -= 1
            elif depth == 0 and (letter in CLAUSE_ENDS or letter == "/"):
                return None
            elif depth == 0 and letter in NUMBERS:
                return position
        return None

    def number_in_clause(self, index: int) -> bool:
        """Whether a number follows `index` before its clause ends."""
        for letter in self.letters(index + 1, index + REACH):
            if letter in CLAUSE_ENDS:
                return False
            if letter in NUMBERS:
                return True
        return False

    def number_in_sentence(self, index: int) -> bool:
        """Whether a number follows `index` before its sentence ends."""
        for letter in self.letters(index + 1, index + REACH):
            if letter == ".":
                return False
            if letter in NUMBERS:
                return True
        return False

    def stands_behind_number(self, index: int) -> bool:
        """Whether what stands at `index` (、) directly follows a number or its bracket: 5件（…）、."""
        position, first = index - 1, max(0, index - REACH)
        while position >= first and self.tokens[position].letter in ")N":
            if self.tokens[position].letter == ")":
                opening = self.opening(position)
                if opening is None:
                    return False
                if self.has_number(opening, position):
                    return True
                position = opening - 1
            else:
                position -= 1
        return position >= 0 and self.tokens[position].letter in NUMBERS and self.tokens[position].role in _SAID

    def joins_places(self, index: int, joins: frozenset[str]) -> bool:
        """Whether 和 at `index` joins what a number was said of and a place: 吴兴区以62件和德清县以57件."""
        if index < 1 or self.tokens[index - 1].letter not in NUMBERS or self.tokens[index - 1].role not in _SAID:
            return False
        return self.letters(index, index + 2) == "XR" and self.words(index) in joins

    def words_start(self, index: int) -> int:
        """The first token of the words before a number: behind the clause's beginning, another claim, its 、."""
        position, first = index, max(0, index - REACH)
        while position > first:
            previous = self.tokens[position - 1]
            if previous.letter == ")":
                opening = self.opening(position - 1)
                if opening is None or self.has_claim(opening, position - 1):
                    break
                position = opening
                continue
            if previous.letter == "(" or previous.letter in CLAUSE_ENDS:
                break
            if previous.letter in NUMBERS and previous.role == "claim":
                break
            if previous.letter == "/" and self.stands_behind_number(position - 1):
                break
            position -= 1
        return position
