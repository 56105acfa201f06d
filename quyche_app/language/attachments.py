"""Whether every provision that a sentence names is joined to it in a way that the reading accounts for.

"Bãi bỏ khoản 2 Điều 5 theo quy định tại khoản 3 Điều 9" names a reason, no second target; "thay “A” tại khoản
2 Điều 5 bằng “B” tại Điều 8" names a place that no order may lose. Source: docs/field.md 3.7, 4.10.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from quyche_app.domain.addresses import Step
from quyche_app.domain.patterns import late
from quyche_app.language.citations import ARTICLE_RANK, Cited, rank_of
from quyche_app.language.lexer import Token, TokenKind, outside_quotes, tokenize
from quyche_app.language.orders import Order
from quyche_app.language.places import part_kind, places

# What stands between two provisions that are two things of a list, or of two orders.
_CUTS = frozenset(
    (
        TokenKind.QUOTE,
        TokenKind.VERB,
        TokenKind.JOIN,
        TokenKind.COLON,
        TokenKind.POSITION,
        TokenKind.OBJECT,
        TokenKind.EXCEPT,
    )
)
_ANNEX_RANK = Cited([Step("appendix", "1")]).rank
_JOINS = frozenset((TokenKind.SEPARATOR, TokenKind.RANGE))
_OF_OR_JOINS = _JOINS | {TokenKind.OF}


def ill_joined(tokens: Sequence[Token], text: str) -> str:
    """Give the words from a provision to another one that nothing joins to it as a further one; "" when there
    are none."""
    for start, end in _stretches(tokens):
        for first, last in _ill_joined(tokens, start, end):
            return text[tokens[first].start : tokens[last].end]
    return ""


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where no quotation, verb or mark cuts a sentence, and no name of an act begins."""
    begin = 0
    for at, token in enumerate(tokens):
        if token.kind in _STRETCH_ENDS or token.word in _CUTTING_WORDS:
            yield begin, at
            begin = at + 1
    yield begin, len(tokens)


_STRETCH_ENDS = _CUTS | {TokenKind.ACT}
_CUTTING_WORDS = frozenset((";", "được", "bị", "nay", "là", "gồm"))


def _ill_joined(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The first and the last token of what is not told."""
    units = _units_in(tokens, start, end)
    for at in units:
        if _shared_by_bare_labels(tokens, start, at, end) or _ranges_over_levels(tokens, start, at):
            yield start, min(at + 2, end - 1)
    for one, other in itertools.pairwise(units):
        if _is_of_no_larger(tokens, one, other) or _shares_over_and(tokens, one, other):
            yield one, other
    if not any(_may_be_loose(tokens, *pair) for pair in itertools.pairwise(units)):
        return  # "điểm a khoản 2 Điều 5", "khoản 3": nearly every place
    cited = [one for one in places(tokens, start, end) if one.steps]
    for left, right in itertools.pairwise(sorted(cited, key=lambda one: one.token)):
        if _is_loose(tokens, left, right):
            yield left.token, right.token


def _units_in(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if tokens[at].kind is TokenKind.UNIT]


def _is_joined(between: Sequence[Token]) -> bool:
    """Whether "và", a comma, "đến" stands between two provisions."""
    return any(token.kind in _JOINS for token in between)


def _shared_by_bare_labels(tokens: Sequence[Token], start: int, at: int, end: int) -> bool:
    """ "khoản 2 Điều 5 và 8": whether khoản 2 is that of both is not said."""
    if rank_of(tokens[at]) != ARTICLE_RANK:
        return False
    if tokens[at - 1].word in ("các", "những"):
        return False
    return _holds_small(tokens, start, at) and _has_further_number(tokens, at, end)


def _holds_small(tokens: Sequence[Token], start: int, article: int) -> bool:
    """Whether a clause or a point stands before an article, and nothing joins the two."""
    before = _units_in(tokens, start, article)
    if not before or _is_joined(tokens[before[-1] : article]):
        return False
    return rank_of(tokens[before[-1]]) < ARTICLE_RANK


def _has_further_number(tokens: Sequence[Token], article: int, end: int) -> bool:
    """ "Điều 5 và 8": a number alone behind an article and its own number."""
    if article + 3 >= end:
        return False
    join, label = tokens[article + 2 : article + 4]
    return join.word in ("và", ",") and label.value.rstrip(".,;").isdigit()


def _ranges_over_levels(tokens: Sequence[Token], start: int, at: int) -> bool:
    """ "điểm a khoản 1 đến khoản 2": a range behind a place of two levels."""
    if _units_in(tokens, start, at)[-2:] != [at - 5, at - 3]:
        return False
    if tokens[at - 1].kind is not TokenKind.RANGE:
        return False
    return rank_of(tokens[at - 5]) < rank_of(tokens[at - 3]) == rank_of(tokens[at])


def _is_of_no_larger(tokens: Sequence[Token], one: int, other: int) -> bool:
    """ "khoản 2 của khoản 3 Điều 5"; "Phụ lục 5 thuộc Phụ lục I ban hành kèm theo Thông tư này" is one."""
    rank = rank_of(tokens[other])
    kinds = {token.kind for token in tokens[one + 1 : other]}
    if kinds & _OF_OR_JOINS != {TokenKind.OF}:
        return False
    return _ANNEX_RANK != rank <= rank_of(tokens[one])


def _shares_over_and(tokens: Sequence[Token], one: int, other: int) -> bool:
    """ "điểm a và khoản 2 Điều 7": a small unit is joined by "và" to the larger one right behind it, which
    seems to hold it."""
    if tokens[other - 1].word not in ("và", "hoặc"):
        return False
    return 0 < rank_of(tokens[one]) < rank_of(tokens[other]) < ARTICLE_RANK


def _may_be_loose(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether an article, or what holds articles, stands right before another provision."""
    return rank_of(tokens[other]) <= ARTICLE_RANK <= rank_of(tokens[one])


def _is_loose(tokens: Sequence[Token], left: Cited, right: Cited) -> bool:
    """Whether nothing joins an article, or what holds articles, to the provision behind it."""
    if not right.rank <= ARTICLE_RANK <= left.rank:
        return False  # "Điều 21 (Chương IV)", "Điều 2 từ Chương I sang Chương II"
    if not left.token < left.end <= right.token:
        return False
    return not _is_joined(tokens[left.end : right.token])


# "Điều 8, 9, 10 giữ nguyên; …"
_KEPT = late(r"(?:^|[;.]\s)[^;:“”.]*\bgiữ nguyên\b[^;,.“”\d]*(?=[;,.]|$)", re.IGNORECASE)


def unnamed(tokens: Sequence[Token], text: str, orders: Sequence[Order]) -> str:
    """Give the words of a provision that a sentence names and none of its orders does; "" when there is
    none. What names of acts, reasons and histories cite is no place of an order."""
    cited = [one for order in orders for one in _cited(order)]
    known = {step.label.casefold() for one in cited for step in one.steps}
    if not known:
        return ""
    for at in _own_tokens(tokens, text):
        if _is_unnamed(tokens, at, known):
            return text[tokens[at].start : tokens[at + 1].end]
    return _part_unnamed(tokens, text, orders, cited)


def _own_tokens(tokens: Sequence[Token], text: str) -> Iterator[int]:
    """The tokens that speak of what is ordered, without the last one, which has no label behind it."""
    kept = [found.span() for found in outside_quotes(_KEPT, text)]
    passed = False  # in the name of an act, or in a reason
    for at, token in enumerate(tokens[:-1]):
        if any(start <= token.start < end for start, end in kept):
            continue
        if token.kind in _CUTS:
            passed = False
        if _leads_away(tokens, at):
            passed = True
        if not passed:
            yield at


def _is_unnamed(tokens: Sequence[Token], at: int, known: set[str]) -> bool:
    """Whether a unit with a number begins that no order knows."""
    if tokens[at].kind is not TokenKind.UNIT:
        return False
    label = tokens[at + 1].value.rstrip(")").casefold()
    if not label[:1].isdigit():
        return False
    return not any((label in known, _is_in_path(label, known), _is_behind_between(tokens, at)))


def _leads_away(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name of an act, a reason or a history begins: "được sửa đổi tại khoản 1 Điều 17 …", or
    where something stands in brackets: "Điều 57a Nghị định 88/CP (sau Điều 57)"."""
    token = tokens[at]
    if token.kind is TokenKind.ACT or token.word in ("theo", "bởi", "gồm"):
        return True
    before = [one.word for one in tokens[max(at - 2, 0) : at]]
    if token.kind is TokenKind.POSITION:
        return before[-1:] == ["("]
    return token.kind is TokenKind.AT and before[:1] == ["được"]


def _part_unnamed(
    tokens: Sequence[Token], text: str, orders: Sequence[Order], cited: Sequence[Cited]
) -> str:
    """A paragraph, a sentence or a dash behind which something goes, where the order knows of none."""
    if any(":" in one.slot for one in cited):
        return ""
    if not any(map(_goes_beside, orders)):
        return ""
    part = next(filter(part_kind, tokens), None)
    return "" if part is None else text[part.start : part.end]


def _goes_beside(order: Order) -> bool:
    return order.reference is not None and order.side in ("before", "after")


def _is_behind_between(tokens: Sequence[Token], at: int) -> bool:
    """ "giữa khoản 1 và khoản 2": the first tells the place."""
    before = [token.word for token in tokens[max(at - 8, 0) : at]]
    return before[-1:] == ["và"] and "giữa" in before


def _is_in_path(label: str, known: set[str]) -> bool:
    """ "1-3", the 3 of "mục 3" that "3.1" says again, or 1.1 and c of "điểm 1.1.c"."""
    is_range = not _DASHES.isdisjoint(label)
    number, _, letter = label.rpartition(".")
    return (
        is_range or {number, letter} <= known or any(one.startswith(f"{label}.") for one in known)
    )


_DASHES = frozenset("-–")


def _cited(order: Order) -> list[Cited]:
    cited = [*order.targets, *order.results, *(c for p in order.pairs for c in p.places)]
    cited += [c for _, left in order.exclusions for c in left]
    return [*cited, order.reference] if order.reference is not None else cited


# What makes an order wider or less certain than it reads, in whatever place.
_OPEN = late(
    r"\bvà\s*/\s*hoặc\b|…|\.{3}|\btương tự\b"
    r"|\bvà (?:các|những) (?:quy chế|văn bản|quy định|quyết định) (?:khác|liên quan|có liên quan)\b"
    # "hai câu cuối": one of them is read.
    r"|(?<!khoản )(?<!điều )(?<!điểm )(?<!mục )(?<!đoạn )\b(?:hai|ba|bốn|0?[2-9])\s+(?:câu|đoạn"
    r"|gạch(?: đầu dòng)?|ý|khoản|điểm)\s+(?:đầu|cuối)\b"
    r"|^(?:bãi |lược |loại |hủy )?bỏ\s+(?:tại|ở|trong)\s+(?=[^“”]*[“\"«])",
    re.IGNORECASE,
)


def left_open(text: str) -> str:
    """Give words that leave open what an order is about: "và/hoặc", "khoản 2, 3, …", "các cụm từ tương
    tự"."""
    found = next(iter(outside_quotes(_OPEN, text)), None)
    return found.group() if found is not None else ""


_FIRST = late(
    r"(?:Tại|Trong|Ở)\s+(?P<place>(?:Điều|khoản|điểm|Chương|Mục)\s[^,“”:;]{1,40}),\s", re.IGNORECASE
)


def outside_its_place(text: str, orders: Sequence[Order]) -> str:
    """Give the place that a sentence begins with when an order is about another one: "Tại Điều 5, bãi bỏ
    khoản 2 Điều 8"."""
    led = _FIRST.match(text)
    if led is None:
        return ""
    article = _article_alone(led["place"])
    if not article:
        return ""
    named = [one for order in orders for one in _cited(order) if one.steps]
    if not all(_may_be_inside(one, article[-1]) for one in named):
        return led["place"]
    are_itself = [one.steps == article for one in named]
    return led["place"] if len(set(are_itself)) > 1 else ""


def _article_alone(words: str) -> list[Step]:
    """The steps of the one whole article that words name; none where they name something else."""
    tokens = tokenize(words)
    held = places(tokens, 0, len(tokens))
    if [(one.is_whole, one.rank) for one in held] != [(True, ARTICLE_RANK)]:
        return []
    return held[0].steps


def _may_be_inside(one: Cited, article: Step) -> bool:
    return one.rank < ARTICLE_RANK or article in one.steps
