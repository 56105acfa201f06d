"""The places of a clause in the natural style: at its beginning, behind "ở", "tại", or those of the clause
before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.addresses import Step
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.language.attachments import ill_joined
from quyche_app.language.citations import Cited
from quyche_app.language.lexer import Token, TokenKind, tokenize
from quyche_app.language.natural.pieces import Piece
from quyche_app.language.natural.words import KIND, UNIT, UNITS
from quyche_app.language.places import is_ambiguous, mixes_parts, names_part_of_part, places


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """What a clause is about; ``is_all``: the whole text; ``is_inherited``: the clause before names it."""

    cited: tuple[Cited, ...] = ()
    is_all: bool = False
    is_inherited: bool = False
    is_of_repeal: bool = False  # "Bãi bỏ khoản 3 Điều 4; khoản 4 Điều 9": the verb goes on


_IN_BRACKETS = rf"(?:\s*\(\s*(?:{UNITS})\s*\))?"
_FIRST = late(
    r"(?:(?:(?:tại|ở|trong|về|đối với|với|riêng"
    r"|cũng)\s+)+(?:phần\s+)?)?(?:nội dung\s+(?:quy định\s+)?(?:tại\s+|của\s+)?)?"
    rf"(?P<place>{UNITS}{_IN_BRACKETS})",
    re.IGNORECASE,
)
_INSIDE = late(
    rf"(?:,?\s*\b(?:(?:nêu|quy định|ghi|đã nêu|có|nằm)\s+)?(?:ở|tại|trong|thuộc|vào)\s+"
    # "Chữ “A” điểm c mục 1 đổi thành “B”": right behind the words.
    rf"|\s+(?=\()|(?<=[”»\"])\s+(?={KIND}\s))(?P<place>\(?{UNITS}\)?"
    rf"(?:(?:\s*,\s*|\s+và\s+)(?:(?:ở|tại|trong)\s+)?{UNITS})*{_IN_BRACKETS})",
    re.IGNORECASE,
)
_ALL = (
    r"(?:toàn bộ(?: văn bản| nội dung)?|toàn văn|toàn|cả|suốt|tất cả các điều(?:,? khoản)? (?:của"
    r"|trong)?|các điều)"
    r"(?:\s+(?:của|trong|thuộc))?(?:\s+(?:bản\s+)?(?:quy chế|quy định|văn bản|các điều))?(?:\s+này)?"
)
_ALL_FIRST = late(
    rf"(?:(?:trong|tại|ở|trên)\s+)?{_ALL}(?:\s*,\s*kể cả\s+(?:tên"
    rf"|tiêu đề)(?:\s+(?:các\s+)?(?:điều|chương|mục))*)?\s*[,:]\s*",
    re.IGNORECASE,
)
_ALL_INSIDE = late(
    r"\s+(?:ở|tại|trong)\s+(?:toàn bộ|toàn văn|toàn|cả)\s+(?:bản\s+)?(?:quy chế|quy định|văn bản)(?:\s+này)?"
    rf"(?:\s*,?\s*\(?(?:kể cả|bao gồm cả|cả)\s+(?:ở\s+)?(?:tên|tiêu đề)\s+{UNITS}\)?)?",
    re.IGNORECASE,
)
_LINKS = frozenset(
    (
        ",",
        "-",
        "–",
        "(",
        ")",
        ".",
        "số",
        "của",
        "ở",
        "tại",
        "và",
        "với",
        "các",
        "những",
        "từ",
    )
)
_COUNTED = late(r"^(?:cả|hai|các|những)\s+", re.IGNORECASE)
_NAMING = frozenset(
    (TokenKind.SLOT, TokenKind.OF, TokenKind.AT, TokenKind.SOME, TokenKind.SEPARATOR)
)


def units_in(words: str, above: Sequence[Cited] = ()) -> list[Cited]:
    """Give the provisions that words consist of, completed by those above; nothing where a word is left, or
    where it is not told what belongs to what."""
    words = _COUNTED.sub("", words)
    tokens = tokenize(words)
    end = len(tokens)
    used: set[int] = set()
    cited = places(tokens, 0, end, used)
    left = [token for at, token in enumerate(tokens) if at not in used]
    if not cited or not all(map(_names, left)):
        return []
    doubts = (
        any(map(_is_unnamed, cited)),
        is_ambiguous(tokens, 0, end),
        names_part_of_part(tokens, 0, end),
        ill_joined(tokens, words),
        mixes_parts(cited),
    )
    return [] if any(doubts) else [_below(one, above) for one in cited]


def _is_unnamed(one: Cited) -> bool:
    """ "một số khoản", "Điều này"."""
    return any((one.generic, one.is_this))


def _below(one: Cited, above: Sequence[Cited]) -> Cited:
    """A provision or a part with all that holds it, as far as the places above share that: "mục 2" of
    "Phần IV", "câu cuối" of "khoản 2 Điều 5"."""
    held = {tuple(step for step in other.steps if _holds(step, one)) for other in above}
    if len(held) != 1:
        return one
    (shared,) = held
    slot = one.slot if one.steps else _slot_below(one.slot, above)
    return replace(one, slot=slot, steps=[*one.steps, *shared])


def _slot_below(slot: str, above: Sequence[Cited]) -> str:
    """A part as a part of the only one above: a sentence of a paragraph, or of an item."""
    holder = only(above)
    if not slot.startswith("sentence:") or holder is None:
        return slot
    outer = holder.slot
    return f"{outer}/{slot}" if outer.startswith(("paragraph:", "item:")) else slot


def _names(token: Token) -> bool:
    return token.kind in _NAMING or token.word in _LINKS


def labels_as(words: str, like: Sequence[Cited]) -> list[Cited]:
    """Give bare labels ("b, c") as provisions beside those whose numbers they become."""
    labels = re.findall(r"[\wđ.]+", re.sub(r"\bvà\b", ",", words))
    if len(labels) != len(like) or any(not one.is_whole for one in like):
        return []
    return [
        replace(one, steps=[Step(one.own.kind, label), *one.steps[1:]])
        for label, one in zip(labels, like, strict=True)
    ]


def first_place(piece: Piece, above: Place) -> tuple[Place, Piece] | None:
    """Give the place that a clause begins with, and what it says of it; None where it begins with none."""
    everywhere = _ALL_FIRST.match(piece.hidden)
    if everywhere is not None:
        return Place(is_all=True), piece.cut(everywhere.end())
    found = _FIRST.match(piece.hidden)
    if found is None:
        return None
    for end in _ends(piece.hidden, found):
        cited = units_in(piece.text[found.start("place") : end], above.cited)
        if cited:
            return _narrowed(Place(tuple(cited)), piece.cut(end))
    return None


def _holds(step: Step, one: Cited) -> bool:
    """Whether a level of a place holds a provision: a larger one, or "điểm 2.3" a letter."""
    if not one.steps:
        return True
    rank = Cited([step]).rank
    if rank != one.rank:
        return rank > one.rank
    return "." in step.label and one.top.label.isalpha()


def is_inside(inner: Place, outer: Place) -> bool:
    """Tell whether a place is part of another one, or of none that was named."""
    if inner.is_all:
        return False
    if not outer.cited:
        return not outer.is_all
    return len(outer.cited) == 1 and all(_is_below(one, outer.cited[0]) for one in inner.cited)


def _narrowed(place: Place, rest: Piece) -> tuple[Place, Piece]:
    """ "Điều 6: khoản 3, …": a place behind a colon, or a comma, that is in the one before."""
    link = re.match(r"\s*[:,–-]\s*", rest.hidden)
    if link is None:
        return place, rest
    inner = first_place(rest.cut(link.end()), place)
    if inner is None or not is_inside(inner[0], place):
        return place, rest
    return inner


def _is_below(one: Cited, outer: Cited) -> bool:
    """Whether a provision or a part is in another one, and is not that itself."""
    size = len(outer.steps)
    if one.steps[-size:] != outer.steps:
        return False
    if outer.slot != "unit":
        return len(one.steps) == size and one.slot.startswith(f"{outer.slot}/")
    return (len(one.steps), one.slot) != (size, "unit")


def _ends(hidden: str, found: re.Match[str]) -> list[int]:
    """Where the place may end: the longest first, then each shorter one; never within a word."""
    start, end = found.span("place")
    cuts = [start + cut.start() for cut in _CUT.finditer(hidden[start:end])]
    ends = [end, *reversed([cut for cut in cuts if cut > start])]
    return [one for one in ends if _is_border(hidden, one) and hidden[one - 1] not in ",–-"]


_CUT = late(
    r"\s*(?:[,(–-]|\s(?:và|với|của|ở|tại|thuộc|trong|đến)\s|\s(?=(?:" + UNIT + r")))", re.IGNORECASE
)


def _is_border(hidden: str, end: int) -> bool:
    return not hidden[end : end + 1].isalnum()


def place_inside(piece: Piece, above: Place) -> list[tuple[Place, Piece]]:
    """Give the places that a clause names behind "ở", "tại", each with the clause without it."""
    found = []
    for everywhere in _ALL_INSIDE.finditer(piece.hidden):
        found.append((Place(is_all=True), piece.without(*everywhere.span()).cut(0)))
    for inside in _INSIDE.finditer(piece.hidden):
        if not _is_border(piece.hidden, inside.end()):
            continue
        words = piece.text[inside.start("place") : inside.end("place")]
        cited = units_in(
            re.sub(r"(?<=[,\s])(?:ở|tại|trong)\s+", "", words).strip("()"), above.cited
        )
        if cited:
            found.append((Place(tuple(cited)), piece.without(*inside.span()).cut(0)))
    return found
