"""Phrase operations: "cụm từ “A” tại X, cụm từ “B” tại Y bằng cụm từ “C” tại Z" → word pairs with
their places. Source: docs/field.md 4.5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quyche_app.domain.verbs import Verb
from quyche_app.language.borders import act_border, name_end, side_of
from quyche_app.language.citations import Cited
from quyche_app.language.lexer import Token, TokenKind, is_closed, kind_at
from quyche_app.language.orders import Clause, Order, WordPair
from quyche_app.language.places import places
from quyche_app.language.unexplained import EXPLAINED_IN_WORDS, unexplained

_HISTORY = frozenset(("được", "bởi", "theo", "đã"))
_BEFORE_PLACES = {TokenKind.AT, TokenKind.OF, TokenKind.SOME}
# "cột “Thời hạn” tại số thứ tự 4": the name of a part, no words of it.
_NAMED_IN_QUOTES = ("cột", "ô", "hàng", "dòng")
_PLACES = (TokenKind.UNIT, TokenKind.SLOT)


_BORDERS = {"đầu": "text:start", "cuối": "text:end"}
_LISTED = (TokenKind.QUOTE, TokenKind.OBJECT, TokenKind.SOME)
# What is done with words, where none stand for others; else they are replaced.
_OF_WORDS = {Verb.INSERT: Verb.ADD_WORDS, Verb.REPEAL: Verb.REMOVE_WORDS}


class _PhraseReader:
    """Reads "cụm từ “A” tại X, cụm từ “B” tại Y bằng cụm từ “C” tại Z" from left to right."""

    def __init__(self, clause: Clause, tokens: Sequence[Token], text: str) -> None:
        self._clause, self._tokens, self._text = clause, tokens, text
        self.pairs: list[WordPair] = []
        self._olds: list[WordPair] = []  # without their new words yet
        self.exclusions: list[tuple[str, tuple[Cited, ...]]] = []
        self._excluded: list[str] = []
        self._expects = "old"
        self._side = ""
        self.whole_act = False
        self._lost = ""  # quoted words that fit nowhere
        self._used: set[int] = set()
        # "Sửa đổi khoản 1 Điều 1 từ “A” thành “B”": places in front of the words.
        self._front: list[tuple[tuple[Cited, ...], str]] = []

    @property
    def lost(self) -> str:
        """Quoted words that fit nowhere, and what follows a mark that nothing closes."""
        open_at = next(
            (
                t.start
                for t in self._tokens[self._clause.start : self._clause.end]
                if t.kind is TokenKind.QUOTE and not is_closed(t)
            ),
            None,
        )
        return self._text[open_at:] if open_at is not None else self._lost

    @property
    def unknown(self) -> str:
        """Words that nothing explains, after reading."""
        return self.lost or unexplained(
            self._tokens,
            self._clause.start,
            self._clause.end,
            self._used,
            self._text,
            EXPLAINED_IN_WORDS,
        )

    def read(self) -> None:
        at = self._clause.start
        while at < self._clause.end:
            token = self._tokens[at]
            match token.kind:
                case TokenKind.QUOTE:
                    if self._word_before(at) in _NAMED_IN_QUOTES:
                        self._lose(self._rest(at - 1, at + 1))
                    self._quote(token.value)
                case TokenKind.JOIN:
                    self._expects = "new"
                    at = self._respectively(at)
                case TokenKind.POSITION:
                    self._side = side_of(token.value)
                    if self._side in ("start", "end") and not self._quotes_in(at + 1, at + 3):
                        at = self._border_place(at + 1)
                        continue
                    self._expects = "anchor"
                case TokenKind.EXCEPT:
                    self._expects = "except"
                case TokenKind.AT | TokenKind.OF | TokenKind.UNIT | TokenKind.SLOT:
                    at = self._place(at)
                    continue
                case _:
                    pass
            at += 1
        self.pairs += self._olds
        kept = {words for words, _ in self.exclusions}
        self._lose(next((one for one in self._excluded if one not in kept), ""))
        has_place = any((self.whole_act, *(pair.places for pair in self.pairs)))
        if self._front and not has_place:
            self.pairs = _placed(self.pairs, self._front)

    def _lose(self, words: str) -> None:
        """Note words that fit nowhere; the first ones are kept."""
        self._lost = self._lost or words

    def _word_before(self, at: int) -> str:
        return self._tokens[at - 1].word if at else ""

    def _respectively(self, at: int) -> int:
        """ "các cụm từ “A”, “B” tương ứng bằng các cụm từ “C”, “D”": as many new words as old ones,
        one for each. Gives the token that was read last."""
        behind = range(at + 1, self._clause.end)
        end = next((i for i in behind if not self._is_listed(i)), self._clause.end)
        run = [i for i in range(at + 1, end) if self._tokens[i].kind is TokenKind.QUOTE]
        joined_again = kind_at(self._tokens, end, self._clause.end) is TokenKind.JOIN
        olds = self._olds
        if any((len(run) < 2, len(run) != len(olds), joined_again)):
            return at
        self.pairs += [
            replace(old, new=self._tokens[i].value) for old, i in zip(olds, run, strict=True)
        ]
        self._olds = []
        self._expects = "old"
        return run[-1]

    def _is_listed(self, at: int) -> bool:
        """Whether a token is of a list of quoted words."""
        return self._tokens[at].kind in _LISTED or self._tokens[at].word in (",", "và")

    def _quotes_in(self, start: int, end: int) -> bool:
        return any(t.kind is TokenKind.QUOTE for t in self._tokens[start:end])

    def _border_place(self, at: int) -> int:
        """ "vào đầu điểm c khoản 2": the words go to the start or end of the place itself."""
        self._olds = [p if p.side else replace(p, side=self._side) for p in self._olds]
        end = self._place_end(at)
        cited = tuple(places(self._tokens, at, act_border(self._tokens, at, end), self._used))
        if cited:
            self._give([(cited, "")])
        return end

    def _place_end(self, at: int) -> int:
        """The token behind the place that begins at a token."""
        behind = range(at, self._clause.end)
        return next((i for i in behind if self._ends_place(i)), max(at, self._clause.end))

    def _quote(self, words: str) -> None:
        match self._expects:
            case "new":
                if not self._olds:
                    self._lost = words  # new words for none: "… ở Điều 5, bằng “B” ở Điều 6"
                self.pairs += [replace(old, new=words) for old in self._olds]
                self._olds = []
                self._expects = "old"
            case "anchor":
                self._anchor(words)
                self._expects = "old"
            case "except":
                self._excluded.append(words)
            case _:
                self._olds.append(WordPair(words, ""))

    def _anchor(self, words: str) -> None:
        """Give the words that were read the neighbour they stand beside."""
        # Words that have their neighbour already keep it: "“A” vào sau “B” tại X; “C” vào trước “D”
        # tại Y".
        if any(not pair.side for pair in self._olds):
            self._olds = [
                pair if pair.side else replace(pair, anchor=words, side=self._side)
                for pair in self._olds
            ]
            return
        # "Bỏ từ “A” trước “X” tại điểm i và trước “Y” tại điểm m", "bằng “B” trước “X” tại điểm i,
        # trước “Y” tại điểm m": the same words again.
        for read in (self._olds, self.pairs):
            if any(map(_is_settled, read[-1:])):
                read.append(replace(read[-1], anchor=words, side=self._side, places=()))
                return
        if any(not pair.anchor for pair in self.pairs[-1:]):
            self.pairs[-1] = replace(self.pairs[-1], anchor=words, side=self._side)
        else:
            self._lost = words

    def _place(self, at: int) -> int:
        end = self._place_end(at)
        if end == at:
            return at + 1
        places = self._places(at, end)
        border = self._border(at)
        if border:
            places = [
                (tuple(replace(one, slot=_at_border(one, border)) for one in cited), act)
                for cited, act in places
            ]
        cited = places[0][0]
        if self._expects == "except":
            kinds = {token.kind for token in self._tokens[at:end]}
            # "trừ tên gọi và Điều 12"; "(trừ “X”) tại Điều 4": the place is not that of the exception.
            if {TokenKind.SLOT, TokenKind.SEPARATOR} <= kinds or self._tokens[at - 1].word == ")":
                self._lost = self._text[self._tokens[at].start : self._tokens[end - 1].end]
            for one in cited:
                self._complete_from_places(one)
            # Without words of its own the place is left out as a whole: "…, trừ khoản 2".
            self.exclusions.append((self._excluded[-1] if self._excluded else "", cited))
            self._expects = "old"
            return end
        if not cited:
            kinds = {token.kind for token in self._tokens[at:end] if token.value[:1].isalnum()}
            self.whole_act |= TokenKind.ACT in kinds
            if end == self._clause.end and kinds <= _BEFORE_PLACES:  # "bằng “B” tại": it is gone
                self._lose(self._rest(at, end))
            return end
        if self._olds or self.pairs:
            self._lose(self._leading_words(at, end))
        self._give(places)
        return end

    def _leading_words(self, at: int, end: int) -> str:
        """A place behind words that stands right in front of further ones may be that of either: "“A” bằng
        “B”; khoản 2 “C” bằng “D”"; "" where it is not so."""
        behind = kind_at(self._tokens, end, self._clause.end)
        if self._expects != "old" or behind not in (TokenKind.QUOTE, TokenKind.OBJECT):
            return ""
        is_behind_at = behind is TokenKind.OBJECT and self._tokens[at].kind in _BEFORE_PLACES
        if is_behind_at or self._tokens[end - 1].kind is TokenKind.SEPARATOR:
            return ""
        return self._rest(at, end)

    def _border(self, at: int) -> str:
        """ "“;” cuối điểm c", "từ “A” ở đầu khoản 1": the words stand at the start or end of the place."""
        around = self._tokens[max(at - 2, 0) : at + 3]
        words = [(one.word, other.kind) for one, other in pairwise(around)]
        return next(
            (
                border
                for word, border in _BORDERS.items()
                if any((word, kind) in words for kind in (TokenKind.UNIT, TokenKind.SOME))
            ),
            "",
        )

    def _complete_from_places(self, cited: Cited) -> None:
        """ "tại Điều 17, trừ khoản 3": khoản 3 is that of the place it is taken from."""
        places = [c for pair in (*self.pairs, *self._olds) for c in pair.places]
        if places and 0 < cited.rank < 4:
            above = Cited(list(places[-1].steps))
            cited.steps += [s for s in above.steps if Cited([s]).rank > cited.rank]

    def _places(self, at: int, end: int) -> list[tuple[tuple[Cited, ...], str]]:
        """Places with the act they are in: "… Điều 35 của Luật A; điểm a khoản 3 Điều 23 của Luật B"
        are two; one act alone is that of the statement and is not named here."""
        found: list[tuple[tuple[Cited, ...], str]] = []
        start = at
        while start < end:
            border = act_border(self._tokens, start, end)
            cited = tuple(places(self._tokens, start, border, self._used))
            name, behind = self._act_at(border, end)
            if cited:
                found.append((cited, name))
            start = self._further_place(border, behind, end, found)
        return found if len(found) > 1 else [(found[0][0] if found else (), "")]

    def _act_at(self, border: int, end: int) -> tuple[str, int]:
        """The name of the act that begins at a token, and the token behind it; no name of "Nghị định này"."""
        if kind_at(self._tokens, border, end) is not TokenKind.ACT:
            return "", border
        if kind_at(self._tokens, border + 1, end) is TokenKind.THIS:
            return "", border + 2
        stop = name_end(self._tokens, border, self._tokens[end - 1].end)
        behind = next((i for i in range(border, end) if self._tokens[i].start >= stop), end)
        return self._text[self._tokens[border].start : stop].strip(" ,;."), behind

    def _further_place(self, border: int, behind: int, end: int, found: Sequence[object]) -> int:
        """Where a further place begins behind the name of an act: "Điều 6 của Quy chế, khoản 2
        Điều 7"; the end where none does. What is told of its history names none."""
        for at in range(border, end):
            if self._tokens[at].kind is TokenKind.VERB or self._tokens[at].word in _HISTORY:
                return self._behind_history(at, end)
            if at >= max(behind, border + 1) and self._tokens[at].kind in _PLACES:
                # "trong Quy chế (Điều 7)", "trong Quy chế, Điều 7": less than what stands before.
                if found and self._tokens[at - 1].word != "(":
                    return at
                self._lose(self._rest(at, end))
                return end
        return end

    def _rest(self, at: int, end: int) -> str:
        return self._text[self._tokens[at].start : self._tokens[end - 1].end]

    def _behind_history(self, at: int, end: int) -> int:
        """A further place behind a history: "… sửa đổi theo Luật số 35; khoản 2 Điều 7 của
        Luật B"; the end where none is. Without a semicolon it may be one of the history, and is not
        understood."""
        told = False
        for i in range(at, end - 1):
            told |= self._tokens[i].kind is TokenKind.ACT
            if self._tokens[i + 1].kind not in _PLACES:
                continue
            word = self._tokens[i].word
            if word == ";":
                return i + 1
            if told and word in (",", "và"):
                self._lose(self._rest(i + 1, end))
        return end

    def _ends_place(self, at: int) -> bool:
        token = self._tokens[at]
        if token.kind in (TokenKind.QUOTE, TokenKind.OBJECT, TokenKind.EXCEPT):
            return True
        if token.kind is TokenKind.JOIN:
            return self._quotes_in(at + 1, min(at + 4, self._clause.end))
        if token.kind is TokenKind.POSITION:
            return at + 2 < self._clause.end and self._quotes_in(at, at + 3)
        return False

    def _give(self, places: list[tuple[tuple[Cited, ...], str]]) -> None:
        """A place belongs to every pair since the last place, or to all behind the first one."""
        if not any((self._olds, self.pairs)):
            self._front = self._front or places
        if self._olds and self._expects != "new":
            self._olds = _placed(self._olds, places)
            if any(p.new for p in self.pairs):
                return
        self.pairs = _placed(self.pairs, places)


def _is_settled(pair: WordPair) -> bool:
    """Whether words have a neighbour and their place."""
    return all((pair.side, pair.places))


def _at_border(cited: Cited, border: str) -> str:
    """The slot of words at the start or end of a place; of a part of it nothing says that."""
    return border if cited.slot == "unit" else cited.slot


def _placed(
    pairs: Sequence[WordPair], places: list[tuple[tuple[Cited, ...], str]]
) -> list[WordPair]:
    """Give pairs without a place these places, one pair for each act."""
    result: list[WordPair] = []
    for pair in pairs:
        if pair.places:
            result.append(pair)
        else:
            result += [replace(pair, places=cited, act=act) for cited, act in places]
    return result


def phrase_orders(
    clause: Clause,
    tokens: Sequence[Token],
    words: str,
    text: str,
    front: Sequence[Cited] = (),
    *,
    is_explained: bool = False,
) -> list[Order]:
    """Give what a clause orders of words.

    Args:
        front: places named before the clause: of every pair that has none of its own.
        is_explained: the caller accounts for the words around the quotations.
    """
    reader = _PhraseReader(clause, tokens, text)
    reader.read()
    if front:
        reader.pairs = _placed(reader.pairs, [(tuple(front), "")])
    pairs = reader.pairs
    if not pairs:
        return [Order(clause.verb, text=words)]
    joined = any(pair.new for pair in pairs)
    unpaired = next((pair.old for pair in pairs if not pair.new), "") if joined else ""
    verb = Verb.REPLACE_WORDS if joined else _OF_WORDS.get(clause.verb, Verb.REPLACE_WORDS)
    if verb is Verb.ADD_WORDS:
        pairs = [replace(pair, old="", new=pair.old) for pair in pairs]
    return [
        Order(
            verb,
            pairs=tuple(pairs),
            exclusions=tuple(reader.exclusions),
            whole_act=reader.whole_act,
            text=words,
            unknown=unpaired or (reader.lost if is_explained else reader.unknown),
        )
    ]
