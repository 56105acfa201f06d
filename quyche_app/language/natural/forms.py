"""The orders that the forms of the natural style mean (the patterns: ``table``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from quyche_app.domain.line_labels import read_label
from quyche_app.domain.operations import Verb
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import capital
from quyche_app.domain.units import UnitKind
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
        """The words of a group."""
        return self.piece.words(self.found, group)

    def quoted(self, group: str) -> list[str]:
        """The quotations in a group."""
        return self.piece.quoted(self.found, group)

    def has(self, group: str) -> bool:
        """Whether a group stands in the clause."""
        return self.found.groupdict().get(group) is not None

    def units(self, group: str, above: Sequence[Cited] = ()) -> list[Cited]:
        """The provisions that a group consists of, completed by those above, or by the place; none where
        they are in another article than the place."""
        named = units_in(self.words(group), above[-1:] or self.place.cited)
        held = {_article(one) for one in self.place.cited} - {""}
        is_elsewhere = (
            group in ("what", "new", "as")
            and held
            and any(_article(one) not in held for one in named)
        )
        return [] if is_elsewhere else named

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


def _article(one: Cited) -> str:
    return next((step.label for step in one.steps if step.kind == UnitKind.ARTICLE), "")


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
    if not old or len(old) != len(new) or not _has_place(said):
        return None
    if any(not one.strip() or one == other for one, other in zip(old, new, strict=True)):
        return None
    pairs = tuple(
        WordPair(one, other, places=said.cited) for one, other in zip(old, new, strict=True)
    )
    made = Order(Verb.REPLACE_WORDS, pairs=pairs, whole_act=said.place.is_all, text=said.text)
    return Meant([made], is_bare)


def _has_place(said: Said) -> bool:
    return bool(said.cited) or said.place.is_all


def replaced_bare(said: Said) -> Meant | None:
    """ "mỗi tháng một lần nay là mỗi quý một lần": words of the place without marks; they must be alike, so
    that no name of what is changed is taken for its words."""
    old, new = (_listed(said.words(group)) for group in ("old", "new"))
    if len(old) != len(new):
        old, new = [said.words("old").strip()], [said.words("new").strip(" .")]
    if not all(_alike(one, other) for one, other in zip(old, new, strict=True)):
        return None
    return _pairs(said, old, new, is_bare=True)


def _listed(words: str) -> list[str]:
    return [one.strip(" .") for one in re.split(r"\s*,\s*(?:và\s+)?|\s+và\s+", words.strip(" ."))]


_STOPS = frozenset(["và", "của", "các", "là", "được", "cho", "trong", "một", "những", "với"])


def _alike(one: str, other: str) -> bool:
    """Whether two phrases are about the same: they share a word that means something."""
    left, right = (set(words.lower().split()) - _STOPS for words in (one, other))
    if _NAMES_UNIT.search(one) or _LIMITS.search(f"{one} {other}"):
        return False
    are_numbers = all(_AMOUNT.fullmatch(words) for words in (one, other))
    return (are_numbers or bool(left & right)) and one.lower() != other.lower()


# "03 ngày trong năm 2026", "10 ngày, trừ ngày lễ"
_LIMITS = late(
    r"\b(?:trong năm|đến hết|cho đến|kể từ|từ ngày|nếu|trừ|riêng|khi|đối với|tạm thời|giữ nguyên)\b",
    re.IGNORECASE,
)
_NAMES_UNIT = late(rf"\b{UNIT}", re.IGNORECASE)
_AMOUNT = late(r"\d+(?:[.,]\d+)*\s*%?")


def gone(said: Said) -> Meant | None:
    old = said.quoted("old")
    if not old or not _has_place(said):
        return None
    if said.has("anchor"):
        if len(old) > 1:
            return None
        (anchor,) = said.quoted("anchor")
        side = "before" if said.words("side").lower().endswith("trước") else "after"
        beside = WordPair("", "", places=said.cited, anchor=anchor, side=side)
        pairs: tuple[WordPair, ...] = (replace(beside, old=old[0]),)
    else:
        pairs = tuple(WordPair(one, "", places=said.cited) for one in old)
    return Meant(
        [Order(Verb.REMOVE_WORDS, pairs=pairs, whole_act=said.place.is_all, text=said.text)]
    )


def added(said: Said) -> Meant | None:
    new, anchor = said.quoted("new"), said.quoted("anchor")
    if len(new) != 1 or len(anchor) != 1 or not _has_place(said):
        return None
    side = "before" if said.words("side").lower().endswith("trước") else "after"
    pair = WordPair("", new[0], anchor=anchor[0], side=side, places=said.cited)
    return Meant(
        [Order(Verb.ADD_WORDS, pairs=(pair,), whole_act=said.place.is_all, text=said.text)]
    )


def added_at_end(said: Said) -> Meant | None:
    """Words for the end of a place: before its closing mark when they go on, behind it when they are a
    sentence."""
    quoted = said.quoted("quoted") if said.has("quoted") else []
    bare = said.words("bare").strip() if said.has("bare") else ""
    words = quoted[0] if len(quoted) == 1 else bare
    if not words or len(said.cited) != 1:
        return None
    side = "start" if said.has("start") else "end"
    is_phrase = said.has("phrase") or words[:1].islower() or not words[:1].isalnum()
    if is_phrase or side == "start":
        pair = WordPair("", words, places=said.cited, side=side)
        return Meant([Order(Verb.ADD_WORDS, pairs=(pair,), text=said.text)], bool(bare))
    order = Order(Verb.INSERT, reference=said.cited[0], side=side, inline=words, text=said.text)
    if said.cited[0].slot != "unit":
        pair = WordPair("", words, places=said.cited, side=side)
        order = Order(Verb.ADD_WORDS, pairs=(pair,), text=said.text)
    return Meant([order], bool(bare))


def with_capital(said: Said) -> Meant | None:
    words = said.quoted("old")
    return _pairs(said, words, [capital(one) for one in words])


# -- new wording of what is there --------------------------------------------------------------------


def _wording(said: Said) -> tuple[str | None, bool, bool]:
    """The new wording of a clause, whether it is without marks, and whether it is still to come."""
    if said.has("quoted"):
        return "\n".join(said.quoted("quoted")), False, False
    if said.has("bare"):
        return said.words("bare").strip(), True, False
    return None, False, True


def amended(said: Said) -> Meant | None:
    wording, is_bare, is_open = _wording(said)
    targets = said.units("what") if said.has("what") else list(said.cited)
    if not targets or (is_open and not said.has("open")):
        return None
    if len(targets) > 1 and not is_open:
        return None
    if any(map(_is_group, targets)):
        return None
    order = Order(Verb.AMEND, tuple(targets), inline=wording, promises_text=is_open, text=said.text)
    return Meant([order], is_bare)


_GROUPS = frozenset((UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.PART))


def _is_group(one: Cited) -> bool:
    """A chapter, a section, a part; "mục 1" of a part is a number."""
    return one.is_whole and one.steps[0].kind in _GROUPS and not one.steps[0].label[:1].isdigit()


def renamed(said: Said) -> Meant | None:
    wording, is_bare, is_open = _wording(said)
    named = said.units("what") if said.has("what") else said.cited
    if is_open or len(named) != 1 or not wording:
        return None
    (one,) = named
    if one.slot not in ("unit", "heading") or not one.steps:
        return None
    order = Order(
        Verb.AMEND, (replace(one, slot="heading"),), inline=wording.strip(" ."), text=said.text
    )
    return Meant([order], is_bare)


# -- what is new, what goes, what moves ---------------------------------------------------------------


def inserted(said: Said) -> Meant | None:
    wording, is_bare, is_open = _wording(said)
    if is_open and not said.has("open"):
        return None
    reference, side = _beside(said)
    at = [reference] if reference is not None and side != "end" else []
    new = said.units("as" if said.has("as") else "new", at)
    if not new or not all(one.is_whole for one in new):
        return inserted_part(said)
    if said.has("beside") and reference is None:
        return None
    order = Order(
        Verb.INSERT,
        tuple(new),
        reference=reference,
        side=side,
        inline=wording,
        promises_text=is_open,
        text=said.text,
    )
    return Meant([order], is_bare)


def _beside(said: Said) -> tuple[Cited | None, str]:
    if not said.has("beside"):
        return None, ""
    beside = said.units("beside")
    word = said.words("side").lower() if said.has("side") else ""
    side = "before" if "trước" in word else "end" if "cuối" in word else "after"
    if not beside or (len(beside) > 1 and "giữa" not in word):
        return None, ""
    return beside[0], side


def inserted_part(said: Said) -> Meant | None:
    """A sentence, a dash, a paragraph beside another one, or a further one of that number."""
    wording, is_bare, is_open = _wording(said)
    reference, side = _beside(said)
    if said.has("rows") and (wording or said.has("open")):
        return _inserted_row(said, wording)
    if is_open and reference is not None and reference.is_whole and said.has("open"):
        # "Bổ sung 02 mục vào sau mục 3.2:" – their numbers stand in the wording alone.
        order = Order(
            Verb.INSERT, reference=reference, side=side, promises_text=True, text=said.text
        )
        return Meant([order])
    if is_open or not wording:
        return None
    if reference is None:
        new = said.units("new") if said.has("new") else []
        if len(new) != 1 or ":" not in new[0].slot or new[0].slot.startswith("row"):
            return None
        kind, _, number = new[0].slot.rpartition(":")
        if kind == "sentence":
            order = Order(Verb.INSERT, tuple(new), inline=wording, text=said.text)
            return Meant([order], is_bare)
        if not number.isdigit() or int(number) < 2:
            return None
        reference, side = replace(new[0], slot=f"{kind}:{int(number) - 1}"), "after"
    if ":" not in reference.slot or reference.slot.startswith("row"):
        label = read_label(wording)
        if label is None or reference.slot != "unit" or not reference.steps:
            return None
        if label.kind != reference.steps[0].kind:
            return None
    order = Order(Verb.INSERT, reference=reference, side=side, inline=wording, text=said.text)
    return Meant([order], is_bare)


def _inserted_row(said: Said, wording: str | None) -> Meant | None:
    new = said.units("rows")
    if len(new) != 1 or not new[0].slot.startswith("row:"):
        return None
    order = Order(
        Verb.INSERT, tuple(new), inline=wording, promises_text=wording is None, text=said.text
    )
    return Meant([order])


def inserted_itself(said: Said) -> Meant | None:
    """ "Điều 7a được bổ sung, đứng trước Điều 8, như sau:": the place is what is new."""
    wording, is_bare, is_open = _wording(said)
    if not said.cited or not all(one.is_whole for one in said.cited):
        return None
    reference, side = _beside(said)
    if (said.has("beside") and reference is None) or (is_open and not said.has("open")):
        return None
    order = Order(
        Verb.INSERT,
        said.cited,
        reference=reference,
        side=side,
        inline=wording,
        promises_text=is_open,
        text=said.text,
    )
    return Meant([order], is_bare)


def in_their_place(said: Said) -> Meant | None:
    """ "Điểm c và điểm d bỏ, thay bằng điểm c: …"."""
    new = said.units("to", said.cited)
    wording, is_bare, is_open = _wording(said)
    if len(new) != 1 or (is_open and not said.has("open")):
        return None
    if not all(one.is_whole for one in (*new, *said.cited)):
        return None
    if all(one.steps != new[0].steps for one in said.cited):
        return None
    is_one = len(said.cited) == 1
    order = Order(
        Verb.AMEND if is_one else Verb.MERGE,
        said.cited,
        () if is_one else tuple(new),
        inline=wording,
        promises_text=is_open,
        text=said.text,
    )
    return Meant([order], is_bare)


def repealed(said: Said) -> Meant | None:
    targets = said.units("what") if said.has("what") else list(said.cited)
    if not targets:
        return None
    return Meant([Order(Verb.REPEAL, tuple(targets), text=said.text)])


def moved(said: Said) -> Meant | None:
    """Provisions that get other numbers, or another place with them."""
    before = said.units("what") if said.has("what") else list(said.cited)
    if not before or not all(one.is_whole for one in before):
        return None
    after = said.units("to", before)
    after = after or labels_as(re.sub(rf"(?:chữ|số|{KIND})\s+", "", said.words("to")), before)
    if len(after) != len(before):
        return None
    order = Order(Verb.MOVE, tuple(before), tuple(after), text=said.text)
    return Meant([order])


def swapped(said: Said) -> Meant | None:
    cited = said.units("what") if said.has("what") else list(said.cited)
    if len(cited) != 2:
        return None
    kinds = {(len(one.steps), one.slot.partition(":")[0]) for one in cited}
    if len(kinds) > 1:
        return None
    order = Order(Verb.RENUMBER, tuple(cited), tuple(cited[::-1]), text=said.text)
    return Meant([order])


def merged(said: Said) -> Meant | None:
    before = said.units("what") if said.has("what") else list(said.cited)
    wording, is_bare, is_open = _wording(said)
    if len(before) < 2 or not all(one.is_whole for one in before):
        return None
    after = said.units("to", before) if said.has("to") else []
    if not after and said.has("number"):
        after = labels_as(said.words("number"), before[:1])
    if len(after) != 1 or (is_open and not said.has("open")):
        return None
    order = Order(
        Verb.MERGE,
        tuple(before),
        tuple(after),
        inline=wording,
        promises_text=is_open,
        text=said.text,
    )
    return Meant([order], is_bare)


def merged_parts(said: Said) -> Meant | None:
    """Dashes or paragraphs of one place that become one."""
    wording, is_bare, is_open = _wording(said)
    kinds = {(len(one.steps), one.slot.partition(":")[0]) for one in said.cited}
    if len(said.cited) < 2 or len(kinds) > 1 or any(":" not in one.slot for one in said.cited):
        return None
    if is_open and not said.has("open"):
        return None
    order = Order(Verb.MERGE, said.cited, inline=wording, promises_text=is_open, text=said.text)
    return Meant([order], is_bare)


def split(said: Said) -> Meant | None:
    before = said.units("what") if said.has("what") else list(said.cited)
    wording, _, is_open = _wording(said)
    if len(before) != 1 or not before[0].is_whole or said.has("bare"):
        return None
    if is_open and not said.has("open"):
        return None
    after: list[Cited] = said.units("to", before) if said.has("to") else []
    for line in (wording or "").split("\n") if wording and not after else ():
        label = read_label(line)
        if label is None or label.kind != before[0].steps[0].kind:
            return None
        after += labels_as(label.label, before)
    order = Order(
        Verb.SPLIT,
        tuple(before),
        tuple(after),
        inline=wording,
        promises_text=is_open,
        text=said.text,
    )
    return Meant([order])


def nothing(said: Said) -> Meant | None:
    return Meant([])
