"""The orders that the forms of the natural style mean (the patterns: ``table``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from quyche_app.domain.labels import order_of
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.operations import COUNTED, slot_kind
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.domain.texts import capital
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import Cited
from quyche_app.language.natural.addresses import Place, labels_as, units_in
from quyche_app.language.natural.pieces import Piece
from quyche_app.language.natural.words import KIND, UNIT
from quyche_app.language.orders import Order, WordPair


@dataclass(frozen=True, slots=True)
class Said:
    """A clause without its place, and the match of its form."""

    piece: Piece
    found: re.Match[str]
    place: Place

    def words(self, group: str) -> str:
        """The words of a group; none where the form has no such group."""
        return self.piece.words(self.found, group) if self.has(group) else ""

    def quoted(self, group: str) -> list[str]:
        """The quotations in a group; none where the form has no such group."""
        return self.piece.quoted(self.found, group) if self.has(group) else []

    def has(self, group: str) -> bool:
        """Whether a group stands in the clause."""
        return self.found.groupdict().get(group) is not None

    def units(self, group: str, above: Sequence[Cited] = ()) -> list[Cited]:
        """The provisions that a group consists of, completed by those above, or by the place; none where
        they are in another article than the place."""
        named = units_in(self.words(group), above[-1:] or self.place.cited)
        held = _articles(self.place.cited) - {""}
        if group not in _IN_THE_PLACE or not held:
            return named
        if not _articles(named) <= held:
            return []
        if self.place.is_inherited:
            return named
        return named if all(_is_of(one, self.place.cited) for one in named) else []

    @property
    def targets(self) -> list[Cited]:
        """What it is about: the provisions that it names itself, or else the place."""
        return self.units("what") if self.has("what") else list(self.cited)

    @property
    def has_place(self) -> bool:
        """Whether it is told where words stand."""
        return any((self.cited, self.place.is_all))

    @property
    def text(self) -> str:
        """The clause."""
        return self.piece.text

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The place."""
        return self.place.cited


class Meant(NamedTuple):
    """What a clause means; ``is_bare``: words of it stand without quotation marks."""

    orders: list[Order]
    is_bare: bool = False


def _is_of(one: Cited, place: Sequence[Cited]) -> bool:
    """Whether a provision is one of a place, or in it: "Khoản 5 và bổ sung khoản 7" is about two."""
    return any(one.steps[-len(held.steps) :] == held.steps for held in place if held.steps)


_IN_THE_PLACE = frozenset(("what", "new", "as"))  # what these groups name is in the place


def _articles(cited: Sequence[Cited]) -> set[str]:
    """The articles of provisions; "" for those that name none."""
    return {
        next((step.label for step in one.steps if step.kind == UnitKind.ARTICLE), "")
        for one in cited
    }


Build = Callable[[Said], Meant | None]


# -- words ------------------------------------------------------------------------------------------


def replaced(said: Said) -> Meant | None:
    old, new = said.quoted("old"), said.quoted("new")
    return _pairs(said, old, new)


def _pairs(
    said: Said, old: Sequence[str], new: Sequence[str], *, is_bare: bool = False
) -> Meant | None:
    """Old words and new ones, one by one, or several that become one."""
    if len(new) == 1:
        new = list(new) * len(old)
    if not all((old, len(old) == len(new), said.has_place)):
        return None
    couples = list(zip(old, new, strict=True))
    if not all(_changes(one, other) for one, other in couples):
        return None
    pairs = [WordPair(one, other, places=said.cited) for one, other in couples]
    return _of_words(Verb.REPLACE_WORDS, said, pairs, is_bare=is_bare)


_TO_THE_END = " … "  # see ``amending.phrases.GAP``: no last words


def begun(said: Said) -> Meant | None:
    """ "Đoạn “Khi có vụ việc…” nay là “…”", "đoạn bắt đầu bằng “Khi có vụ việc”": from its first words to the
    end of the one paragraph that begins with them."""
    (old, *others), new = said.quoted("old"), only(said.quoted("new"))
    first = old.rstrip(" .…")
    is_open = said.has("begins") or old.rstrip().endswith(("…", "..."))
    if others or new is None or not all((first, is_open, said.has_place)):
        return None
    pair = WordPair(f"{first}{_TO_THE_END}", new, places=said.cited, anchor="1", side=COUNTED)
    return _of_words(Verb.REPLACE_WORDS, said, [pair])


def _changes(old: str, new: str) -> bool:
    """Whether there are old words, and the new ones are others."""
    return all((old.strip(), old != new))


def _of_words(verb: Verb, said: Said, pairs: Sequence[WordPair], *, is_bare: bool = False) -> Meant:
    order = Order(verb, pairs=tuple(pairs), whole_act=said.place.is_all, text=said.text)
    return Meant([order], is_bare)


def replaced_bare(said: Said) -> Meant | None:
    """ "mỗi tháng một lần nay là mỗi quý một lần": words of the place without marks; they must be alike, so
    that no name of what is changed is taken for its words."""
    amounts = _amounts(said.words("old").strip(" ."), said.words("new").strip(" ."), said)
    if amounts is not None:
        return _pairs(said, [amounts[0]], [amounts[1]], is_bare=True)
    if _FROM_TO.search(said.words("new")):
        return None  # "từ 07 ngày xuống 05 ngày và thời hạn … từ 03 ngày xuống 02 ngày"
    old, new = (_listed(said.words(group)) for group in ("old", "new"))
    if len(old) != len(new):
        old, new = [said.words("old").strip()], [said.words("new").strip(" .")]
    if not all(_alike(one, other) for one, other in zip(old, new, strict=True)):
        return None
    return _pairs(said, old, new, is_bare=True)


def range_replaced(said: Said) -> Meant | None:
    """ "điều chỉnh từ ngày 01 đến ngày 10 thành từ ngày 02 đến ngày 05", without marks."""
    return _pairs(said, [said.words("old").strip()], [said.words("new").strip(" .")], is_bare=True)


_AMOUNT_WITH_UNIT = late(r"(?P<number>\d+(?:[.,]\d+)*)(?P<unit>(?:\s*%)?(?:\s+[^\d,;:()]*)?)")


_FROM_TO = late(r"\d.*\b(?:từ|lên|xuống|còn)\s.*\d", re.IGNORECASE)


def _amounts(old: str, new: str, said: Said) -> tuple[str, str] | None:
    """Two amounts of one unit, as far as both name it: what stands behind it in the text stays. "200.000" and
    "300.000 đồng/tháng"; None where they are no amounts, or of different units."""
    one, other = _AMOUNT_WITH_UNIT.fullmatch(old), _AMOUNT_WITH_UNIT.fullmatch(new)
    if one is None or other is None or _LIMITS.search(f"{old} {new}"):
        return None
    units = sorted((one["unit"].rstrip(), other["unit"].rstrip()), key=len)
    shared = units[0]
    behind = units[1][len(shared) :]
    if not units[1].startswith(shared) or behind[:1].isalpha() or one["number"] == other["number"]:
        return None
    # "từ 45 ngày xuống 30 ngày trước kỳ họp": of both; "thay 10 ngày bằng 05 ngày làm việc": of the new one.
    if behind.strip() and not behind.startswith("/") and not said.has("raised"):
        return one["number"] + one["unit"].rstrip(), other["number"] + other["unit"].rstrip()
    return one["number"] + shared, other["number"] + shared


def _listed(words: str) -> list[str]:
    return [one.strip(" .") for one in re.split(r"\s*,\s*(?:và\s+)?|\s+và\s+", words.strip(" ."))]


_STOPS = frozenset(["và", "của", "các", "là", "được", "cho", "trong", "một", "những", "với"])


def _alike(one: str, other: str) -> bool:
    """Whether two phrases are about the same: they share a word that means something, or are amounts."""
    is_the_same = one.lower() == other.lower()
    if any((is_the_same, _NAMES_UNIT.search(one), _LIMITS.search(f"{one} {other}"))):
        return False
    if any(all(map(form.fullmatch, (one, other))) for form in (_AMOUNT, _FREQUENCY)):
        return True
    left, right = (set(words.lower().split()) - _STOPS for words in (one, other))
    return not left.isdisjoint(right)


# "03 ngày trong năm 2026", "10 ngày, trừ ngày lễ"
_LIMITS = late(
    r"\b(?:trong năm(?=\s+(?:\d|nay|đầu|này|học))|đến hết|cho đến|kể từ|từ ngày|nếu|trừ|riêng|khi"
    r"|đối với|tạm thời|giữ nguyên)\b",
    re.IGNORECASE,
)
_NAMES_UNIT = late(rf"\b{UNIT}", re.IGNORECASE)
_AMOUNT = late(r"\d+(?:[.,]\d+)*\s*%?")
# "sáu tháng một lần" and "hằng quý"
_FREQUENCY = late(
    r"(?:(?:mỗi|hằng|hàng|một|hai|ba|bốn|sáu|chín|mười hai|\d{1,2})\s+)(?:ngày|tuần|tháng|quý|năm)"
    r"(?:\s+(?:một|hai|ba|bốn|\d{1,2})\s+lần)?",
    re.IGNORECASE,
)


def gone(said: Said) -> Meant | None:
    old = said.quoted("old")
    if not all((old, said.has_place)):
        return None
    if said.has("anchor"):
        return _gone_beside(said, old)
    pairs = [WordPair(one, "", places=said.cited) for one in old]
    return _of_words(Verb.REMOVE_WORDS, said, pairs)


def _gone_beside(said: Said, old: Sequence[str]) -> Meant | None:
    """Words that go where they stand beside others."""
    words = only(old)
    if words is None:
        return None
    (anchor,) = said.quoted("anchor")
    pair = WordPair(words, "", places=said.cited, anchor=anchor, side=_side_of_words(said))
    return _of_words(Verb.REMOVE_WORDS, said, [pair])


def _side_of_words(said: Said) -> str:
    return "before" if said.words("side").lower().endswith("trước") else "after"


def added(said: Said) -> Meant | None:
    new, anchor = only(said.quoted("new")), only(said.quoted("anchor"))
    if new is None or anchor is None or not said.has_place:
        return None
    side = _side_of_words(said)
    pair = WordPair("", new, anchor=anchor, side=side, places=said.cited)
    return _of_words(Verb.ADD_WORDS, said, [pair])


_OF_A_LEVEL = late(
    r"\bcuối\s+(?P<kind>khoản|điểm|điều|mục)\b(?!\s+(?:\d|[a-zđ]\b|[IVX]+\b))", re.IGNORECASE
)
_KINDS_BY_WORD = {
    "khoản": UnitKind.CLAUSE,
    "điểm": UnitKind.POINT,
    "điều": UnitKind.ARTICLE,
    "mục": UnitKind.SECTION,
}


def added_at_end(said: Said) -> Meant | None:
    """Words for the end of a place: before its closing mark when they go on, behind it when they are a
    sentence."""
    quoted, bare = said.quoted("quoted"), said.words("bare").strip()
    words, place = only(quoted) or bare, only(said.targets)
    if not words or place is None:
        return None
    if (level := _OF_A_LEVEL.search(said.text)) is not None and place.slot != "unit":
        # "gạch đầu dòng thứ ba …; thêm vào cuối khoản": of the clause, not of the dash before.
        if not place.steps or _KINDS_BY_WORD[level["kind"].lower()] != place.own.kind:
            return None
        place = replace(place, slot="unit")
    if words.lstrip()[:2] in ("- ", "– ", "+ "):
        inserted = replace(place, slot="item:last")
        return Meant(
            [Order(Verb.INSERT, reference=inserted, side="after", inline=words, text=said.text)]
        )
    is_part = place.slot != "unit"
    if any((is_part, said.has("phrase"), said.has("start"), not _begins_sentence(words))):
        side = "start" if said.has("start") else "end"
        pair = WordPair("", words, places=(place,), side=side)
        return _of_words(Verb.ADD_WORDS, said, [pair], is_bare=bool(bare))
    order = Order(Verb.INSERT, reference=place, side="end", inline=words, text=said.text)
    return Meant([order], bool(bare))


def added_item_at_end(said: Said) -> Meant | None:
    """A dash for the end of the list of a place."""
    words = only(said.quoted("quoted"))
    holders = {tuple(one.steps) for one in said.cited}
    if words is None or len(holders) != 1 or not words.lstrip().startswith(("-", "–", "+")):
        return None
    place = replace(said.cited[0], slot="item:last")
    order = Order(Verb.INSERT, reference=place, side="after", inline=words, text=said.text)
    return Meant([order])


def _begins_sentence(words: str) -> bool:
    return words[0].isalnum() and not words[0].islower()


def with_capital(said: Said) -> Meant | None:
    words = said.quoted("old")
    return _pairs(said, words, [capital(one) for one in words])


# -- new wording of what is there --------------------------------------------------------------------


class _Wording(NamedTuple):
    """The new wording that a clause gives.

    Attributes:
        text: None where it is still to come.
        is_bare: it stands without quotation marks.
        is_missing: it is neither given nor announced.
    """

    text: str | None
    is_bare: bool = False
    is_missing: bool = False

    @property
    def is_open(self) -> bool:
        """Still to come."""
        return self.text is None

    @property
    def lines(self) -> list[str]:
        """Its lines; none where it is still to come."""
        return self.text.split("\n") if self.text else []


def _wording(said: Said) -> _Wording:
    if said.has("quoted"):
        return _Wording("\n".join(said.quoted("quoted")))
    if said.has("bare"):
        return _Wording(said.words("bare").strip(), is_bare=True)
    return _Wording(None, is_missing=not said.has("open"))


def _worded(order: Order, wording: _Wording) -> Meant:
    """An order with the wording that is given, or announced, for it."""
    made = replace(order, inline=wording.text, promises_text=wording.is_open)
    return Meant([made], wording.is_bare)


def amended(said: Said) -> Meant | None:
    wording, targets = _wording(said), said.targets
    if any((wording.is_missing, not targets, any(map(_is_group, targets)))):
        return None
    if len(targets) > 1 and not wording.is_open:
        return None
    return _worded(Order(Verb.AMEND, tuple(targets), text=said.text), wording)


_GROUPS = frozenset((UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.PART))


def _is_group(one: Cited) -> bool:
    """A chapter, a section, a part; "mục 1" of a part is a number."""
    if not one.is_whole:
        return False
    return one.own.kind in _GROUPS and not one.own.label[:1].isdigit()


def renamed(said: Said) -> Meant | None:
    wording, one = _wording(said), only(said.targets)
    if not wording.text or one is None:
        return None
    if one.slot not in ("unit", "heading") or not one.steps:
        return None
    name = wording.text.strip(" .")
    order = Order(Verb.AMEND, (replace(one, slot="heading"),), inline=name, text=said.text)
    return Meant([order], wording.is_bare)


# -- what is new, what goes, what moves ---------------------------------------------------------------


class _Spot(NamedTuple):
    """Where something new goes: what it stands beside, and on which side of it.

    Attributes:
        is_lost: a place is named, but not understood.
    """

    beside: Cited | None = None
    side: str = ""
    is_lost: bool = False

    @property
    def level(self) -> list[Cited]:
        """The provision whose level the new one shares: not the one that it is the end of."""
        return [] if self.beside is None or self.side == "end" else [self.beside]


_SIDES = (("trước", "before"), ("cuối", "end"))


def _spot(said: Said) -> _Spot:
    if not said.has("beside"):
        return _Spot()
    beside, word = said.units("beside"), said.words("side").lower()
    if "giữa" in word:
        beside = beside[:1]  # between two is behind the first of them
    one = only(beside)
    if one is None:
        return _Spot(is_lost=True)
    side = next((side for part, side in _SIDES if part in word), "after")
    return _Spot(one, side)


def _are_whole(cited: Sequence[Cited]) -> bool:
    """Whether provisions are named, and all of each."""
    return {one.is_whole for one in cited} == {True}


def inserted(said: Said) -> Meant | None:
    spot = _spot(said)
    new = said.units("as" if said.has("as") else "new", spot.level)
    if new and all(one.slot.startswith("row:") for one in new):
        return _inserted_units(said, new, spot)
    if not _are_whole(new):
        return inserted_part(said)
    return _inserted_units(said, new, spot)


def _inserted_units(said: Said, new: Sequence[Cited], spot: _Spot) -> Meant | None:
    """Provisions with their numbers, beside another one or where their numbers say."""
    wording = _wording(said)
    if wording.is_missing or spot.is_lost:
        return None
    order = Order(Verb.INSERT, tuple(new), reference=spot.beside, side=spot.side, text=said.text)
    return _worded(order, wording)


def inserted_part(said: Said) -> Meant | None:
    """A sentence, a dash, a paragraph beside another one, or a further one of that number."""
    wording, spot = _wording(said), _spot(said)
    if said.has("rows"):
        return _inserted_row(said)
    if said.has("open"):
        return _inserted_unnamed(said, spot) if said.has("beside") else _inserted_further(said)
    if not wording.text:
        return None
    if spot.beside is None:
        return None if said.has("beside") else _inserted_further(said)
    if not _is_like(wording.text, spot.beside):
        return None
    order = Order(Verb.INSERT, reference=spot.beside, side=spot.side, text=said.text)
    return _worded(order, wording)


def _is_part(one: Cited) -> bool:
    """A sentence, a dash, a paragraph; a row of a table is none."""
    return ":" in one.slot and not one.slot.startswith("row")


def _is_like(words: str, one: Cited) -> bool:
    """Whether words may stand beside a part, or beside a provision as one of its kind."""
    if _is_part(one):
        return True
    if one.slot.startswith("row:"):
        return "|" in words
    if not one.is_whole:
        return False
    return _label_like(words, one) is not None


def _label_like(line: str, one: Cited) -> str | None:
    """The number that a line begins with; None where it is not one of the kind of a provision."""
    label = read_label(line)
    if label is None or label.kind != one.own.kind:
        return None
    return label.label


def _inserted_row(said: Said) -> Meant | None:
    wording, new = _wording(said), only(said.units("rows"))
    if not any((wording.text, said.has("open"))):
        return None
    if new is None or not new.slot.startswith("row:"):
        return None
    made = _worded(Order(Verb.INSERT, (new,), text=said.text), wording)
    return Meant(made.orders)


def inserted_last_row(said: Said) -> Meant | None:
    """ "Cuối bảng mục 1 chèn thêm dòng: “6 | Video | 7”": its number is in its first cell."""
    wording = _wording(said)
    holder = only(said.units("table") if said.has("table") else said.cited)
    number = _ROW_NUMBER.match(wording.text or "")
    if holder is None or not holder.is_whole or number is None:
        return None
    row = replace(holder, slot=f"row:{number['number']}")
    return _worded(Order(Verb.INSERT, (row,), text=said.text), wording)


_ROW_NUMBER = late(r"\s*0?(?P<number>\d{1,3})\s*\|")


def _inserted_unnamed(said: Said, spot: _Spot) -> Meant | None:
    """ "Bổ sung 02 mục vào sau mục 3.2:" – their numbers stand in the wording alone."""
    if spot.beside is None or not (spot.beside.is_whole or _is_part(spot.beside)):
        return None
    order = Order(Verb.INSERT, reference=spot.beside, side=spot.side, text=said.text)
    return _worded(order, _wording(said))


def _inserted_further(said: Said) -> Meant | None:
    """A part that is named by its own number: "thêm câu thứ ba", "thêm đoạn 2", behind the one before."""
    one = only(said.units("new"))
    if one is None or not _is_part(one):
        return None
    kind, _, number = one.slot.rpartition(":")
    if kind == "sentence":
        return _worded(Order(Verb.INSERT, (one,), text=said.text), _wording(said))
    if not number.isdigit() or int(number) < 2:
        return None
    before = replace(one, slot=f"{kind}:{int(number) - 1}")
    order = Order(Verb.INSERT, reference=before, side="after", text=said.text)
    return _worded(order, _wording(said))


def inserted_itself(said: Said) -> Meant | None:
    """ "Điều 7a được bổ sung, đứng trước Điều 8, như sau:": the place is what is new."""
    if not _are_whole(said.cited):
        return None
    return _inserted_units(said, said.cited, _spot(said))


def in_their_place(said: Said) -> Meant | None:
    """ "Điểm c và điểm d bỏ, thay bằng điểm c: …"."""
    wording, new = _wording(said), only(said.units("to", said.cited))
    if wording.is_missing or new is None or not _are_whole((new, *said.cited)):
        return None
    if all(one.steps != new.steps for one in said.cited):
        return None
    order = Order(Verb.MERGE, said.cited, (new,), text=said.text)
    if len(said.cited) == 1:
        order = Order(Verb.AMEND, said.cited, text=said.text)
    return _worded(order, wording)


def repealed(said: Said) -> Meant | None:
    targets = said.targets
    if said.has("less"):
        targets = _but(said, targets)
    if not targets:
        return None
    return Meant([Order(Verb.REPEAL, tuple(targets), text=said.text)])


def _but(said: Said, every: Sequence[Cited]) -> list[Cited]:
    """Provisions without those that are left out of their list; none where one that is left out is not in
    it."""
    less = said.units("less", every)
    held = {tuple(one.steps[1:]) for one in less}
    if len(held) == 1 and all(len(one.steps) == 1 for one in every):
        (shared,) = held  # "từ khoản 2 đến khoản 4, trừ khoản 3 Điều 3": the article stands last
        every = [replace(one, steps=[*one.steps, *shared]) for one in every]
    gone = [(one.steps, one.slot) for one in less]
    left = [one for one in every if (one.steps, one.slot) not in gone]
    return left if len(every) - len(left) == len(less) else []


def moved(said: Said) -> Meant | None:
    """Provisions that get other numbers, or another place with them."""
    before = said.targets
    if not _are_whole(before):
        return None
    after = said.units("to", before)
    after = after or labels_as(re.sub(rf"(?:chữ|số|{KIND})\s+", "", said.words("to")), before)
    if len(after) != len(before) or not _is_on_its_side(said, after):
        return None
    order = Order(Verb.MOVE, tuple(before), tuple(after), text=said.text)
    return Meant([order])


def _is_on_its_side(said: Said, after: Sequence[Cited]) -> bool:
    """Whether a new number is on the side of what it is put beside: "điểm a1, đặt trước điểm a" is not."""
    if not said.has("beside"):
        return True
    beside = only(units_in(said.words("beside"), after[-1:]))
    if beside is None or not beside.is_whole:
        return False
    numbers = [order_of(one.own.label) for one in after]
    other = order_of(beside.own.label)
    is_before = said.words("side").lower() == "trước"
    return all(number < other if is_before else number > other for number in numbers)


def moved_into(said: Said) -> Meant | None:
    """ "Khoản 4 Điều 13 chuyển xuống Điều 16 thành khoản 4": provisions that get a number elsewhere."""
    before, into = said.targets, only(units_in(said.words("into")))
    if into is None or not _are_whole((*before, into)):
        return None
    after = units_in(said.words("to"), [into])
    if len(after) != len(before) or not all(one.steps[1:] == into.steps for one in after):
        return None
    wording, order = _wording(said), Order(Verb.MOVE, tuple(before), tuple(after), text=said.text)
    return Meant([order]) if wording.is_missing else _worded(order, wording)


def swapped(said: Said) -> Meant | None:
    cited = said.targets
    if len(cited) != 2 or not _are_alike(cited):
        return None
    if said.has("said") and not _says_swapped(said.words("said"), cited):
        return None
    order = Order(Verb.RENUMBER, tuple(cited), tuple(cited[::-1]), text=said.text)
    return Meant([order])


def _says_swapped(words: str, cited: Sequence[Cited]) -> bool:
    """Whether a bracket behind a swap says no more than that: it names no other provision."""
    named = units_in(
        " và ".join(found.group() for found in _NAMES_UNIT.finditer(words)), cited[-1:]
    )
    own = [one.steps for one in cited]
    return not _LIMITS.search(words) and all(one.steps in own for one in named)


def _are_alike(cited: Sequence[Cited]) -> bool:
    """Whether provisions or parts are of one level and one kind."""
    return len({(len(one.steps), slot_kind(one.slot)) for one in cited}) == 1


def merged(said: Said) -> Meant | None:
    wording, before = _wording(said), said.targets
    if any((wording.is_missing, len(before) < 2, not _are_whole(before))):
        return None
    named = said.has("to") or said.has("number")
    after = said.units("to", before) or labels_as(said.words("number"), before[:1])
    if not named:
        after = before[:1]  # it keeps the first number, which its wording begins with
    if len(after) != 1:
        return None
    return _worded(Order(Verb.MERGE, tuple(before), tuple(after), text=said.text), wording)


def merged_parts(said: Said) -> Meant | None:
    """Dashes or paragraphs of one place that become one."""
    wording, parts = _wording(said), tuple(said.targets)
    if any((wording.is_missing, len(parts) < 2, not _are_alike(parts))):
        return None
    if any(":" not in one.slot for one in parts):
        return None
    return _worded(Order(Verb.MERGE, parts, text=said.text), wording)


def split(said: Said) -> Meant | None:
    wording, before = _wording(said), said.targets
    if any((wording.is_missing, said.has("bare"), len(before) != 1, not _are_whole(before))):
        return None
    after = said.units("to", before) or _numbered(wording.lines, before)
    if after is None:
        return None
    return _worded(Order(Verb.SPLIT, tuple(before), tuple(after), text=said.text), wording)


def _numbered(lines: Sequence[str], like: Sequence[Cited]) -> list[Cited] | None:
    """The provisions that the lines of a wording are; None where one has no number of their kind."""
    found: list[Cited] = []
    for line in lines:
        label = _label_like(line, like[0])
        if label is None:
            return None
        found += labels_as(label, like)
    return found


def nothing(said: Said) -> Meant | None:
    return Meant([])
