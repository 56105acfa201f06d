"""A sentence in the natural style → its orders, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from quyche_app.domain.addresses import Step
from quyche_app.domain.patterns import late
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.language.attachments import unnamed
from quyche_app.language.citations import ARTICLE_RANK, Cited
from quyche_app.language.grammar import shared_places
from quyche_app.language.lexer import outside_quotes, tokenize
from quyche_app.language.natural.addresses import (
    Place,
    first_place,
    is_inside,
    place_inside,
    units_in,
)
from quyche_app.language.natural.forms import Meant
from quyche_app.language.natural.pieces import ISSUING_ACT, Piece, piece_of, without_noise
from quyche_app.language.natural.table import meanings
from quyche_app.language.natural.words import UNIT
from quyche_app.language.orders import Order, Statement
from quyche_app.language.topics import at_once

# Longer sentences are lists, which other rules read.
_LONGEST = 900
_MOST_UNITS = 12
_UNIT = late(UNIT, re.IGNORECASE)
_THE_TEXT = late(r"(?<=\s)Quy (?:chế|định)\b", re.IGNORECASE)
_CUT = late(
    r"\s*(?:;|,|\.(?=\s))\s*(?:(?:và|còn|đồng thời|riêng|theo đó)\s+)*|\s+(?:và|đồng thời|còn)\s+",
    re.IGNORECASE,
)
# "được sửa đổi: bỏ …, thêm …": what is done follows.
_LEADS = late(
    r"(?:(?:nay|được)\s+)*(?:sửa đổi|sửa|đổi|điều chỉnh|bổ sung)(?:,?\s+bổ sung)?(?:\s+như sau)?\s*:\s*"
    r"(?=(?:bỏ|thêm|thay|viết|bổ sung|đổi|sửa|khoản|điểm|câu|gạch|ý|đoạn|[“\"«])\b|[“\"«])",
    re.IGNORECASE,
)
# "Giữ nguyên và bãi bỏ Điều 5": of one place two things that do not go together.
_STAYS_AND_GOES = late(
    r"^\W*(?:được\s+)?giữ nguyên\s*(?:,|;|và|nhưng)\s"
    r"|\bgiữ nguyên\s*(?:,|;|và|nhưng)\s+(?:bị\s+|được\s+)?(?:bãi bỏ|hủy bỏ|huỷ bỏ|bỏ)\W*$",
    re.IGNORECASE,
)
_LINK = late(r"\s*[,:–-]*\s*(?:(?:và|thì)\s+)?", re.IGNORECASE)


def natural_statement(text: str) -> Statement | None:
    """Give what a sentence in the natural style orders; None where it is not understood as a whole.

    Its orders name all their places, but for those of the lines above it.
    """
    if _STAYS_AND_GOES.search(text):
        return None
    meant = _read(text)
    if meant is None or not meant.orders:
        return None
    if _is_torn(text, meant) or _drops_a_place(text, meant.orders):
        return None
    orders = at_once(shared_places(_once(meant.orders)))
    if _lacks_its_article(orders):
        return None
    if any(order.promises_text for order in orders[:-1]) and not _are_told_apart(orders):
        return None
    act, of_text = _act_named(text)
    return Statement(
        tuple(orders),
        act,
        of_text,
        promises_text=orders[-1].promises_text,
        is_bare=meant.is_bare,
    )


def _is_torn(text: str, meant: Meant) -> bool:
    """Whether words of a new wording without marks were taken for what stands beside a place: its lines do
    not stand in the sentence as they are."""
    if not meant.is_bare:
        return False
    wordings = [order.inline for order in meant.orders if order.inline is not None]
    return any(line not in text for words in wordings for line in words.split("\n"))


def _are_told_apart(orders: Sequence[Order]) -> bool:
    """Whether the new wordings that follow several orders are told apart by their numbers."""
    promised = [one for order in orders if order.promises_text for one in order.targets]
    if any(order.promises_text and not order.targets for order in orders):
        return False
    numbers = {(one.own.kind, one.own.label) for one in promised if one.is_whole}
    return orders[-1].promises_text and len(numbers) == len(promised)


def _drops_a_place(text: str, orders: Sequence[Order]) -> bool:
    """Whether a provision is named that no order is about."""
    piece = piece_of(text)
    if piece is None:
        return True
    words = without_noise(piece).text
    return bool(unnamed(tokenize(words), words, orders))


def _once(orders: Sequence[Order]) -> list[Order]:
    """Each order once: "không thực hiện nữa, bãi bỏ" repeals and says so again."""
    said = [_essence(one) for one in orders]
    return [one for at, one in enumerate(orders) if said[at] not in said[:at]]


def _essence(order: Order) -> Order | tuple[Verb, list[tuple[list[Step], str]]]:
    if order.verb is not Verb.REPEAL:
        return order
    return order.verb, [(one.steps, one.slot) for one in order.targets]


def _act_named(text: str) -> tuple[str, bool]:
    """The act that a sentence names beside a place, and whether that is the regulation itself."""
    issuing = next(iter(outside_quotes(ISSUING_ACT, text)), None)
    if issuing is not None:
        return issuing["act"], False
    of_text = bool(outside_quotes(_THE_TEXT, text))
    return ("Quy chế" if of_text else "", of_text)


def _lacks_its_article(orders: Sequence[Order]) -> bool:
    """Whether a clause or a point stands without its article while another order names one: "Bãi bỏ khoản 1,
    sửa khoản 2 Điều 103" shares it."""
    cited = [one for order in orders for one in (*_named(order), *_of_pairs(order)) if one.steps]
    in_article = [any(step.kind == UnitKind.ARTICLE for step in one.steps) for one in cited]
    # "khoản 8.3" tells its article by itself.
    small = [Cited([one.top]).rank < ARTICLE_RANK and "." not in one.top.label for one in cited]
    return any(in_article) and any(small)


def _of_pairs(order: Order) -> list[Cited]:
    return [one for pair in order.pairs for one in pair.places]


@lru_cache(maxsize=256)
def _read(text: str) -> Meant | None:
    if len(text) > _LONGEST or len(_UNIT.findall(text)) > _MOST_UNITS:
        return None
    piece = piece_of(text)
    return None if piece is None else _Reading().clauses(without_noise(piece), Place(), 0)


class _Reading:
    """One sentence while it is cut; what was tried is tried once, and not without end."""

    def __init__(self) -> None:
        self._left = _MOST_CLAUSES
        self._known: dict[tuple[str, Place], Meant | None] = {}

    def clauses(self, piece: Piece, above: Place, depth: int) -> Meant | None:
        """The first clause, as short as it may be, and those behind it."""
        if not piece.hidden.strip(" .;"):
            return Meant([])
        if depth > _MOST:
            return None
        key = (piece.text, above)
        if key not in self._known:
            self._known[key] = self._cut(piece, above, depth)
        return self._known[key]

    def _cut(self, piece: Piece, above: Place, depth: int) -> Meant | None:
        for end, behind in _cuts(piece.hidden):
            self._left -= 1
            if self._left < 0:
                return None
            ends = ";" in piece.hidden[end:behind]
            goes_on = above
            if not ends and end < len(piece.hidden):
                # "Bãi bỏ khoản 3, Điều 4; khoản 4, Điều 4 được chuyển …": a comma ends no further repeal.
                goes_on = Place(above.cited, above.is_all)
            for meant, place in _clause(piece.cut(0, end), goes_on):
                if not ends:
                    place = Place(place.cited, place.is_all)  # a comma joins no further repeal
                rest = self.clauses(piece.cut(behind), place, depth + 1)
                if rest is not None:
                    orders = [*meant.orders, *rest.orders]
                    return Meant(orders, any((meant.is_bare, rest.is_bare)))
        return None


_MOST_CLAUSES = 60
_MOST = 12
# "bỏ, thay bằng đoạn sau: …" is one.
_GOES_ON = late(r"(?:được\s+)?thay\s+(?:thế\s+)?(?:bằng|là)\b", re.IGNORECASE)


def _cuts(hidden: str) -> Iterator[tuple[int, int]]:
    for cut in _CUT.finditer(hidden):
        start, end = cut.span()
        is_within = 0 < start < end < len(hidden)
        if is_within and not _GOES_ON.match(hidden, end):
            yield start, end
    yield len(hidden), len(hidden)


def _clause(piece: Piece, above: Place) -> Iterator[tuple[Meant, Place]]:
    """Each reading of a clause, with the place that it leaves to the next one."""
    if above.is_of_repeal:
        yield from _further_repeal(piece, above)
    for words in _with_and_without_lead(piece):
        first = first_place(words, above)
        if first is not None:
            place, said = first
            yield from _of_place(said, place)
        for place, said in place_inside(words, above):
            yield from _of_place(said, place)
        if meant := meanings(words, replace(above, is_inherited=True)):
            yield meant, _left(meant, above)


def _further_repeal(piece: Piece, above: Place) -> Iterator[tuple[Meant, Place]]:
    """ "Bãi bỏ khoản 3 Điều 4; khoản 4 Điều 9": a clause of places alone."""
    cited = units_in(piece.text.strip(" ."), above.cited)
    if cited:
        place = Place(tuple(cited[-1:]), is_of_repeal=True)
        yield Meant([Order(Verb.REPEAL, tuple(cited), text=piece.text)]), place


def _with_and_without_lead(piece: Piece) -> Iterator[Piece]:
    """What a clause says without "được sửa đổi:", and with it, which may be the order itself: "sửa đổi: “b)
    …”"."""
    leads = _LEADS.match(piece.hidden)
    if leads is not None:
        yield piece.cut(leads.end())
    yield piece


def _said(piece: Piece) -> Iterator[Piece]:
    link = _LINK.match(piece.hidden)
    yield from _with_and_without_lead(piece.cut(link.end() if link is not None else 0))


def _of_place(words: Piece, place: Place) -> Iterator[tuple[Meant, Place]]:
    for said in _said(words):
        if meant := meanings(said, place):
            yield meant, place
        for inner, less in place_inside(said, place):
            if not is_inside(inner, place):
                continue
            for shorter in _said(less):
                if meant := meanings(shorter, inner):
                    yield meant, place


def _left(meant: Meant, above: Place) -> Place:
    """The place of a clause that names it in its order alone: "Bỏ khoản 2 Điều 5; khoản 3 …"."""
    if not meant.orders:
        return above
    repeals = {order.verb for order in meant.orders} == {Verb.REPEAL}
    if above.cited and not above.is_of_repeal:
        return above
    named = [one for order in meant.orders for one in _named(order) if one.steps]
    return Place(tuple(named[-1:]), is_of_repeal=repeals)


def _named(order: Order) -> list[Cited]:
    beside = [order.reference] if order.reference is not None else []
    return [*beside, *order.results, *order.targets]
