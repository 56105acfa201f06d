"""Tokens → the provisions they cite, by the attachment rule of docs/field.md 3.7.

Small units wait until the unit that holds them appears: "điểm a, điểm c khoản 2 Điều 14" is
d14/k2/đa and d14/k2/đc; "khoản 19 Điều 4, Điều 5" is d4/k19 and the whole of d5.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quyche_app.domain.addresses import FIRST, LAST, Step
from quyche_app.domain.labels import ORDINAL_WORDS, expand_range, order_of
from quyche_app.domain.operations import slot_kind
from quyche_app.domain.patterns import late
from quyche_app.domain.units import UnitKind
from quyche_app.language.lexer import Token, TokenKind

_UNIT_KINDS = {
    "điều": UnitKind.ARTICLE,
    "khoản": UnitKind.CLAUSE,
    "điểm": UnitKind.POINT,
    "ý": UnitKind.SUBPOINT,
    "số": UnitKind.CLAUSE,  # "bổ sung số 6 vào cuối Mục II"
    "tiết": UnitKind.SUBPOINT,
    "chương": UnitKind.CHAPTER,
    "mục": UnitKind.SECTION,
    "tiểu mục": UnitKind.SUBSECTION,
    "phần": UnitKind.PART,
    "phụ lục": "appendix",
    "phụ lục số": "appendix",
    "mẫu": "form",
    "mẫu số": "form",
    "biểu": "form_table",
    "biểu số": "form_table",
    "biểu mẫu": "form_table",
    "biểu mẫu số": "form_table",
}
# How high a kind stands when small units look for what holds them.
_RANK: dict[str, int] = {
    UnitKind.SUBPOINT: 1,
    UnitKind.POINT: 2,
    UnitKind.CLAUSE: 3,
    UnitKind.ARTICLE: 4,
    UnitKind.SUBSECTION: 5,
    UnitKind.SECTION: 6,
    UnitKind.CHAPTER: 7,
    UnitKind.PART: 8,
    "form_table": 4,
    "form": 5,
    "appendix": 9,
}
ANNEX_KINDS = ("appendix", "form")
# What may be named by where it stands: "khoản cuối Điều 22".
_COUNTED = frozenset((UnitKind.CLAUSE, UnitKind.POINT, UnitKind.SUBPOINT))
ARTICLE_RANK = _RANK[UnitKind.ARTICLE]
_SETTLING = {UnitKind.ARTICLE, UnitKind.CHAPTER, UnitKind.PART, "appendix"}
_NUMBER = late(r"\d{1,4}(?:\.\d{1,3})*[a-zđA-Z]{0,2}\d{0,2}\)?$")
_LETTER = late(r"[a-zđ]{1,2}\d{0,2}(?:\.\d{1,2})*\)?$")
_ROMAN = late(r"(?:[IVXLC]+[a-zA-Zđ]?|[A-ZĐ]|\d{1,3}[a-zA-Z]?)(?:\.\d+)?$")


# Stands behind the last token, so that nothing has to be asked about the end.
_NO_TOKEN = Token(TokenKind.QUOTE, "", 0, 0, "")


@dataclass
class Cited:
    """A cited provision while it is read: steps from the small to the large.

    Attributes:
        slot: "unit", "heading", "lead" …
        generic: rank of a kind without a label ("một số khoản"): names no provision; 0 = none.
        token: index of the token where it begins.
        end: index after its last token so far.
        is_this: "Điều này", "khoản này".
        in_chain: a comma stands between it and what holds it: "khoản 1, Điều 8".
    """

    steps: list[Step] = field(default_factory=list)
    slot: str = "unit"
    generic: int = 0
    token: int = 0
    end: int = 0
    is_this: bool = False
    in_chain: bool = False

    @property
    def own(self) -> Step:
        """The step of the provision itself, the smallest; there must be one."""
        return self.steps[0]

    @property
    def top(self) -> Step:
        """The largest step; there must be one."""
        return self.steps[-1]

    @property
    def rank(self) -> int:
        """The rank of the largest step; 0 for a slot that still waits for its unit."""
        return _RANK[self.top.kind] if self.steps else 0

    @property
    def is_whole(self) -> bool:
        """A provision with its number, all of it."""
        return (bool(self.steps), self.slot, self.generic) == (True, "unit", 0)

    def path_steps(self) -> tuple[Step, ...]:
        """The steps from the large to the small, as an address has them; chapters over an
        article are left out (articles need none)."""
        steps = list(reversed(self.steps))
        for number, step in enumerate(steps):
            if step.kind == UnitKind.ARTICLE:
                return tuple(s for s in steps[:number] if s.kind == "appendix") + tuple(
                    steps[number:]
                )
        return tuple(steps)

    def group_steps(self) -> tuple[Step, ...]:
        """The chapter or section named as the place of an article, the large first."""
        steps = list(reversed(self.steps))
        place = next((n for n, s in enumerate(steps) if s.kind == UnitKind.ARTICLE), len(steps))
        groups = tuple(s for s in steps[:place] if s.kind != "appendix")
        return groups if place < len(steps) else ()


def rank_of(unit: Token) -> int:
    """Give how high the kind of a unit stands: what is larger holds what is smaller."""
    return _RANK[_kind_of(unit)]


def _kind_of(unit: Token) -> str:
    kind = _UNIT_KINDS.get(unit.word)
    return kind if kind is not None else _UNIT_KINDS[" ".join(unit.word.split())]


def cited_provisions(
    tokens: Sequence[Token], start: int, end: int, used: set[int] | None = None
) -> list[Cited]:
    """Give the provisions cited by tokens[start:end] in text order, not yet completed from the
    context. Tokens that cite nothing are passed over; ``used`` takes the indexes of those that
    do."""
    reader = _CitationReader(tokens, start, end)
    cited = reader.read()
    if used is not None:
        used |= reader.used
    return cited


class _CitationReader:
    def __init__(self, tokens: Sequence[Token], start: int, end: int) -> None:
        self._tokens = tokens
        self._at = start
        self._end = end
        self.done: list[Cited] = []
        self.waiting: list[Cited] = []
        self.used: set[int] = set()  # kinds of units and their labels
        self._slot = ""
        self._slot_token = 0
        self._some = False
        self._shared: list[Cited] = []  # small units of each article of a list
        self._shared_end = 0

    def read(self) -> list[Cited]:
        while self._at < self._end:
            token = self._tokens[self._at]
            match token.kind:
                case TokenKind.UNIT:
                    self._unit(token)
                case TokenKind.SLOT:
                    self._take_slot(token)
                case TokenKind.SOME:
                    self._some = token.word == "một số"
                    self._at += 1
                case TokenKind.SEPARATOR if token.word == "," and self._leads_to_its_part():
                    self._at += 1  # "câu cuối, đoạn 2, khoản 1"
                case TokenKind.SEPARATOR | TokenKind.POSITION if self._slot:
                    self._close_slot()  # "đoạn mở đầu vào trước khoản 1": not that of the clause
                    self._at += 1
                case _:
                    self._at += 1
        self._close_slot()
        self.done += self.waiting
        self.done.sort(key=lambda cited: cited.token)
        return self.done

    def _leads_to_its_part(self) -> bool:
        """Whether a sentence waits for the part that holds it, and that comes next."""
        following = self._token_at(self._at + 1)
        is_part = following.kind is TokenKind.SLOT
        return is_part and self._holds_sentence(slot_of(following.value))

    def _holds_sentence(self, slot: str) -> bool:
        return self._slot.startswith("sentence:") and slot.startswith(("paragraph:", "item:"))

    def _take_slot(self, token: Token) -> None:
        slot, start = slot_of(token.value), self._at
        if self._holds_sentence(slot):  # "câu thứ hai của đoạn cuối"
            slot, start = f"{slot}/{self._slot}", self._slot_token
            self._slot = ""
        self._close_slot()
        self._slot = slot
        self._slot_token = start
        self._at += 1
        if self._slot == "title":  # of the act itself: no unit holds it
            self.done.append(Cited([], "title", token=self._slot_token, end=self._at))
            self._slot = ""

    def _close_slot(self) -> None:
        """A slot whose unit has not come: it waits like a small unit ("đoạn mở đầu và điểm a")."""
        if self._slot:
            self.waiting.append(
                Cited([], self._slot, token=self._slot_token, end=self._slot_token + 1)
            )
            self._slot = ""

    def _unit(self, token: Token) -> None:
        kind = _kind_of(token)
        at = self._at
        self._at += 1
        labels = self._labels(kind) or self._implied_labels(kind, at)
        if not labels:
            self._unlabelled(kind, at, self._token_at(self._at).kind is TokenKind.THIS)
            return
        self.used.update(range(at, self._at))
        kind = _kind_with_label(kind, labels)
        slot, self._slot = self._slot or "unit", ""
        begins = self._slot_token if slot != "unit" else at
        listed = self._listed_parts(slot)
        held = self._held_by(kind, at) or self._shared_by(kind, at)
        if held:
            self._share(held, kind, at)
            self._hold(held, kind, labels)
        elif slot == "unit" and self._joins_last(kind, labels, at):
            return
        for part in listed:  # "gạch đầu dòng thứ nhất và gạch đầu dòng thứ ba khoản 2"
            if not part.steps:
                part.steps = _steps_of(kind, labels[0])
            part.end = self._at
        if not held or slot != "unit":
            self.waiting += [
                Cited(_steps_of(kind, label), slot, token=begins, end=self._at) for label in labels
            ]
        if kind in _SETTLING:
            self._settle()

    def _listed_parts(self, slot: str) -> list[Cited]:
        """The parts of the same kind that wait for the unit named with the last of them."""
        kind, colon, _ = slot.partition(":")
        listed: list[Cited] = []
        if not colon:
            return listed
        for cited in reversed(self.waiting):
            if cited.steps or slot_kind(cited.slot) != kind:
                break
            listed.append(cited)
        return listed

    def _joins_last(self, kind: str, labels: list[str], at: int) -> bool:
        """Join a unit to the last target, as its place or as a form inside it; False when it is
        neither."""
        if self._continues_large(kind, at):
            self._extend_last(kind, labels)
            return True
        if kind == "form" and self._stands_in_brackets(at):
            self._narrow_appendix(labels)
            return True
        return False

    def _implied_labels(self, kind: str, at: int) -> list[str]:
        """That of the only appendix; none in "một số khoản, Điều, Phụ lục của Quy chế", where it is one of
        a list of kinds."""
        is_listed = self._waiting_kind() > 0 and self._separated(self.waiting[-1].end, at)
        return [] if is_listed else _IMPLIED_LABELS.get(kind, [])

    def _waiting_kind(self) -> int:
        """The rank of a kind without a label that waits last: "một số khoản"; 0 for none."""
        return self.waiting[-1].generic if self.waiting else 0

    def _stands_in_brackets(self, at: int) -> bool:
        """ "Phụ lục I (Mẫu số 01a và Mẫu số 01b)": forms in brackets are parts of the appendix."""
        last = self.done[-1].steps if self.done else []
        if self.waiting or [step.kind for step in last[-1:]] != ["appendix"]:
            return False
        marks = [t.value for t in self._tokens[self.done[-1].end : at] if t.value in "()"]
        return marks == ["("] if marks else len(last) == 2

    def _narrow_appendix(self, labels: list[str]) -> None:
        last = self.done[-1]
        appendix = last.top
        if len(last.steps) == 1:
            self.done.pop()
        self.done += [
            Cited([Step("form", label), appendix], token=last.token, end=self._at)
            for label in labels
        ]

    def _held_by(self, kind: str, at: int) -> list[Cited]:
        """The waiting units and slots that a unit of this kind holds."""
        rank = _RANK[kind]
        smaller = [cited for cited in self.waiting if cited.rank < rank]
        if rank >= _RANK[UnitKind.ARTICLE]:
            return smaller
        units = [cited for cited in smaller if cited.rank > 0]
        if 0 < self._waiting_kind() < rank and not self._separated(self.waiting[-1].end, at):
            units.append(self.waiting[-1])  # "một số điểm của khoản 2"
        if not units:
            return []
        # "đoạn mở đầu và điểm a khoản 2": the lead is that of what holds the point; a name ("tên
        # điều và khoản 2") waits for the article.
        leads = [c for c in smaller if not any((c.steps, c.generic, c.slot == "heading"))]
        return units + leads

    def _share(self, held: list[Cited], kind: str, at: int) -> None:
        """ "khoản 2 của các Điều 5 và Điều 6": what each of the articles named with "các" holds."""
        word_before = self._tokens[at - 1].word if at > 0 else ""
        if (kind, word_before) == (UnitKind.ARTICLE, "các"):
            self._shared = [replace(one, steps=list(one.steps)) for one in held]
        self._shared_end = self._at

    def _shared_by(self, kind: str, at: int) -> list[Cited]:
        """The small units once more, for a further article of a list with "các"."""
        if not all((kind == UnitKind.ARTICLE, self._shared, not self.waiting)):
            return []
        between = self._tokens[self._shared_end : at]
        if not between or not all(map(_goes_on_list, between)):
            return []
        again = [replace(one, steps=list(one.steps)) for one in self._shared]
        self.waiting += again
        return again

    def _separated(self, start: int, end: int) -> bool:
        return any(t.kind is TokenKind.SEPARATOR for t in self._tokens[start:end])

    def _unlabelled(self, kind: str, at: int, is_this: bool) -> None:
        """ "tên điều", "một số khoản", "Điều này"."""
        if is_this:
            self.waiting.append(
                Cited(
                    [Step(str(kind), "")],
                    self._slot or "unit",
                    token=at,
                    end=self._at,
                    is_this=True,
                )
            )
            self._slot = ""
        elif self._slot:
            self.waiting.append(Cited([], self._slot, token=self._slot_token, end=self._at))
            self._slot = ""
        elif kind == "form":
            self.waiting.append(Cited([Step(str(kind), "")], token=at, end=self._at))
            self._settle()
        elif self._token_at(self._at).word != "từ":
            self.waiting.append(Cited([], generic=_RANK[kind], token=at, end=self._at))

    def _hold(self, holders: list[Cited], kind: str, labels: list[str]) -> None:
        """Give the waiting small units the unit that holds them; several labels multiply them."""
        copies = []
        for label in labels[1:]:
            for cited in holders:
                copies.append(
                    Cited(
                        [*cited.steps, *_steps_of(kind, label)],
                        cited.slot,
                        cited.generic,
                        cited.token,
                        self._at,
                    )
                )
        for cited in holders:
            if cited.steps and self._token_at(cited.end).word == ",":
                cited.in_chain = True
            cited.steps += _steps_of(kind, labels[0])
            cited.end = self._at
        self.waiting += copies

    def _continues_large(self, kind: str, at: int) -> bool:
        """ "Điều 140 trong Chương II Phần thứ năm", "Mục 14 Chương II": the place of the last one,
        not another target; told by the missing separator."""
        if not self.done or at == 0:
            return False
        before = self._tokens[at - 1]
        last = self.done[-1]
        if last.rank >= _RANK[kind]:
            return False
        if before.kind is not TokenKind.SEPARATOR:
            return last.end >= at - 2
        # "khoản 1, Điều 8, Mục 2, Chương II": the style says so from its start.
        return (last.in_chain, before.word, last.end) == (True, ",", at - 1)

    def _extend_last(self, kind: str, labels: list[str]) -> None:
        last = self.done[-1]
        last.steps.append(Step(str(kind), labels[0]))
        last.end = self._at

    def _settle(self) -> None:
        self.done += self.waiting
        self.waiting = []

    def _token_at(self, at: int) -> Token:
        return self._tokens[at] if at < self._end else _NO_TOKEN

    # -- labels -----------------------------------------------------------------------------------

    def _labels(self, kind: str) -> list[str]:
        """The labels after a kind: "1, 2 và 3", "từ 112 đến 116", "thứ năm"."""
        self._skip_range_word(kind)
        labels: list[str] = []
        first = self._label_at(self._at, kind)
        if first is None:
            return labels
        labels += _span_of(first) or [first]
        while True:
            after = self._after_separator(self._at)
            label = self._label_at(after, kind, in_list=True) if after is not None else None
            if label:
                labels.append(label)
                continue
            ranged = self._range_at(kind, labels[-1])
            if not ranged:
                return labels
            labels += ranged

    def _skip_range_word(self, kind: str) -> None:
        """ "các khoản từ 1 đến 3", "các khoản: 3, 4 và 5": what stands before the first label."""
        at = self._at
        before = self._token_at(at)
        if before.word == "từ":
            is_label = self._label_at(at + 1, kind) is not None
            ranged = is_label and self._token_at(self._at).kind is TokenKind.RANGE
            self._at = at + 1 if ranged else at
        elif before.kind is TokenKind.COLON:
            is_label = self._label_at(at + 1, kind) is not None
            self._at = at + 1 if is_label else at

    def _after_separator(self, at: int) -> int | None:
        """The token after ", ", "và" or ", và"; None when no separator stands here."""
        if not _goes_on_list(self._token_at(at)):
            return None
        return at + 2 if _goes_on_list(self._token_at(at + 1)) else at + 1

    def _label_at(self, at: int, kind: str, *, in_list: bool = False) -> str | None:
        token = self._token_at(at)
        if token.kind is not TokenKind.WORD:
            return None
        text = token.value
        if text.lower() == "thứ":
            word = self._token_at(at + 1).value
            if word.lower() in ORDINAL_WORDS:
                self._at = at + 2
                # "khoản thứ ba" is khoản 3; "Phần thứ ba" bears the word.
                number = ORDINAL_WORDS[word.lower()]
                return str(number) if kind == UnitKind.CLAUSE else f"thứ {word}"
            return None
        text = text.rstrip(")")
        if kind in _COUNTED and not in_list:
            by_place = self._by_place(at)
            if by_place:
                return by_place
        if not _fits(kind, text, in_list):
            return None
        self._at = at + 1
        if kind == UnitKind.POINT and self._token_at(at + 1).word == "(":
            inner = _ROMAN_BELOW.match(self._token_at(at + 2).value)
            if inner is not None:
                self._at = at + 3
                return f"{text}({inner[1]})"
        return text

    def _by_place(self, at: int) -> str:
        """ "khoản cuối", "điểm cuối cùng", "khoản đầu tiên": by where it stands among its siblings."""
        words = [token.word for token in self._tokens[at : min(at + 2, self._end)]]
        if words[:1] == ["cuối"]:
            self._at = at + 1 + (words[1:] == ["cùng"])
            return LAST
        if words == ["đầu", "tiên"]:
            self._at = at + 2
            return FIRST
        return ""

    def _range_at(self, kind: str, first: str) -> list[str]:
        """The labels behind "đến", the first left out: "1 đến 3", "khoản 1 đến khoản 3"."""
        at = self._at
        if self._token_at(at).kind is not TokenKind.RANGE:
            return []
        names_kind = self._token_at(at + 1).kind is TokenKind.UNIT
        last = self._label_at(at + 2 if names_kind else at + 1, kind)
        if last is not None and order_of(last) > order_of(first):
            return expand_range(first, last)[1:] or [last]
        self._at = at
        return []


def _goes_on_list(token: Token) -> bool:
    """Whether a token stands between two labels of one list: a comma, "và", "hoặc"."""
    return token.kind is TokenKind.SEPARATOR and token.value != ";"


_SECTION_PATH = late(r"(?P<section>[IVXLC]+)\.(?P<clause>\d{1,2})(?:\.(?P<point>[a-zđ]))?$")
_LETTER_OF_NUMBER = late(r"(?P<number>\d{1,2}(?:\.\d{1,2})+)\.(?P<letter>[a-zđ])$")
_ROMAN_BELOW = late(r"([ivx]{1,5})\)$")


def _steps_of(kind: str, label: str) -> list[Step]:
    """The steps of a label, the small first: "c(iv)" is tiết iv of điểm c."""
    path = _SECTION_PATH.match(label) if kind == UnitKind.SECTION else None
    if path is not None:  # "Mục II.3.b"
        inside = [Step(str(UnitKind.POINT), path["point"])] if path["point"] else []
        clause, section = path["clause"], path["section"]
        return [*inside, Step(str(UnitKind.CLAUSE), clause), Step(str(kind), section)]
    inside_number = _LETTER_OF_NUMBER.match(label) if kind == UnitKind.POINT else None
    if inside_number is not None:  # "Điểm 1.1.c" is tiết c of điểm 1.1
        letter, number = inside_number["letter"], inside_number["number"]
        return [Step(str(UnitKind.SUBPOINT), letter), Step(str(kind), number)]
    outer, bracket, inner = label.partition("(")
    own = Step(str(kind), outer)
    return [Step(str(UnitKind.SUBPOINT), inner.rstrip(")")), own] if bracket else [own]


_SPAN = late(r"(\d{1,4}[a-zđ]?)[-–](\d{1,4}[a-zđ]?)$")


def _span_of(label: str) -> list[str]:
    """The labels of "1-3"; none when it is no span."""
    match = _SPAN.match(label)
    return expand_range(match[1], match[2]) if match else []


_SLOTS = {
    "tên": "heading",
    "tên gọi": "heading",
    "tiêu đề": "heading",
    "đoạn mở đầu": "lead",
    "đoạn đầu": "lead",
    "phần mở đầu": "lead",
    "câu dẫn": "lead",
    "phần dẫn": "lead",
    "lời dẫn": "lead",
    "đoạn dẫn": "lead",
    "câu mũ": "lead",
    "đoạn cuối": "paragraph:last",
    "câu đầu": "sentence:1",
    "câu cuối": "sentence:last",
}
_SLOT_NUMBER = late(
    r"(?:dấu )?(?P<kind>gạch đầu dòng|gạch ngang|ý|đoạn|câu|cột|số thứ tự|ghi chú|công thức)"
    r"\D*?(?:thứ |số |tính )*"
    r"\(?(?P<number>duy nhất|đầu tiên|cuối cùng|[\w.]+(?:, [\w.]+)*)\)?$"
)
_SLOT_KINDS = {
    "gạch đầu dòng": "item",
    "gạch ngang": "item",
    "ý": "item",
    "đoạn": "paragraph",
    "câu": "sentence",
    "cột": "column",
    "số thứ tự": "row",
    "ghi chú": "note",
    "công thức": "formula",
}


def slot_of(words: str) -> str:
    """Give the slot that words name: "đoạn thứ hai" → "paragraph:2"."""
    plain = " ".join(words.lower().split())
    if plain in _SLOTS:
        return _SLOTS[plain]
    if "căn cứ" in plain:
        return "preamble"
    if plain.startswith(("tên ", "tiêu đề ")):
        return "title"
    match = _SLOT_NUMBER.match(plain)
    if match is None:
        return "unit"
    number = match["number"]
    if number in ("đầu tiên", "nhất", "duy nhất"):
        number = "1"
    elif number in ("cuối", "cuối cùng"):
        number = "last"
    elif number in ORDINAL_WORDS:
        number = str(ORDINAL_WORDS[number])
    if match["kind"] == "công thức":
        number = number.upper()
    return f"{_SLOT_KINDS[match['kind']]}:{number.replace(', ', ',')}"


_NUMBERS = (_NUMBER, _SPAN)
_FORMS: dict[str, tuple[re.Pattern[str], ...]] = {
    UnitKind.POINT: (_NUMBER, _LETTER_OF_NUMBER),
    UnitKind.SUBPOINT: (_NUMBER,),
    UnitKind.ARTICLE: _NUMBERS,
    UnitKind.CLAUSE: _NUMBERS,
}
_IMPLIED_LABELS = {"appendix": [""]}  # the only one there is: "Mục 2 Phần I Phụ lục"
_SMALL_LETTER = late(r"[a-zđ]$")
_OTHER_FORMS = (_ROMAN, _NUMBER, _SECTION_PATH, _SMALL_LETTER)


def _kind_with_label(kind: str, labels: Sequence[str]) -> str:
    """ "mục a" is a point."""
    is_point = kind == UnitKind.SECTION and all(map(_SMALL_LETTER.match, labels))
    return UnitKind.POINT if is_point else kind


def _fits(kind: str, text: str, in_list: bool) -> bool:
    """Whether a word may be the label of a kind of unit."""
    is_point = kind in (UnitKind.POINT, UnitKind.SUBPOINT)
    is_word = text.isalpha() and len(text) > 2
    if is_word and (text.islower() or (is_point and in_list)):
        return False
    if is_point and _LETTER.match(text):
        return len(text.rstrip("0123456789.")) <= 2 or _NUMBER.match(text) is not None
    return any(form.match(text) for form in _FORMS.get(kind, _OTHER_FORMS))
