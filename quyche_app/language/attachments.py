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
from quyche_app.language.citations import ARTICLE_RANK, Cited, rank_of, slot_of
from quyche_app.language.lexer import Token, TokenKind, outside_quotes, tokenize
from quyche_app.language.orders import Order
from quyche_app.language.places import places

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


def ill_joined(tokens: Sequence[Token], text: str) -> str:
    """Give the words from a provision to another one that nothing joins to it as a further one; "" when there
    are none."""
    for start, end in _stretches(tokens):
        if (found := _ill_joined(tokens, start, end)) is not None:
            return text[tokens[found[0]].start : tokens[found[1]].end]
    return ""


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where no quotation, verb or mark cuts a sentence, and no name of an act begins."""
    begin = 0
    for at, token in enumerate(tokens):
        if token.kind in _CUTS or token.kind is TokenKind.ACT or token.word in _CUTTING_WORDS:
            yield begin, at
            begin = at + 1
    yield begin, len(tokens)


_CUTTING_WORDS = frozenset((";", "được", "bị", "nay", "là", "gồm"))


def _ill_joined(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    units = [at for at in range(start, end) if tokens[at].kind is TokenKind.UNIT]
    for at in units:
        if _shared_by_bare_labels(tokens, start, at, end) or _ranges_over_levels(tokens, start, at):
            return start, min(at + 2, end - 1)
    for one, other in itertools.pairwise(units):
        between = tokens[one + 1 : other]
        of = [token for token in between if token.kind is TokenKind.OF]
        plain = not any(token.kind in _JOINS for token in between)
        # "khoản 2 của khoản 3 Điều 5"; "Phụ lục 5 thuộc Phụ lục I ban hành kèm theo Thông tư này" is one.
        in_annex = rank_of(tokens[other]) == _ANNEX_RANK
        if of and plain and not in_annex and rank_of(tokens[one]) >= rank_of(tokens[other]):
            return one, other
        # "điểm a và khoản 2 Điều 7"
        if _shares_over_and(tokens, one, other):
            return one, other
    cited = [one for one in places(tokens, start, end) if one.steps]
    for left, right in itertools.pairwise(sorted(cited, key=lambda one: one.token)):
        between = tokens[left.end : right.token]
        is_apart = right.token >= left.end > left.token
        if right.rank > ARTICLE_RANK:
            continue  # "Điều 21 (Chương IV)", "Điều 2 từ Chương I sang Chương II"
        if is_apart and not any(token.kind in _JOINS for token in between) and _is_full(left):
            return left.token, right.token
    return None


def _shared_by_bare_labels(tokens: Sequence[Token], start: int, at: int, end: int) -> bool:
    """ "khoản 2 Điều 5 và 8": whether khoản 2 is that of both is not said."""
    if rank_of(tokens[at]) != ARTICLE_RANK or tokens[at - 1].word in ("các", "những"):
        return False
    small = [u for u in range(start, at) if tokens[u].kind is TokenKind.UNIT]
    if not small or rank_of(tokens[small[-1]]) >= ARTICLE_RANK or at + 3 >= end:
        return False
    if any(token.kind in _JOINS for token in tokens[small[-1] : at]):
        return False
    joined, label = tokens[at + 2], tokens[at + 3]
    return joined.word in ("và", ",") and label.value.rstrip(".,;").isdigit()


def _ranges_over_levels(tokens: Sequence[Token], start: int, at: int) -> bool:
    """ "điểm a khoản 1 đến khoản 2": a range behind a place of two levels."""
    if at < start + 5 or tokens[at - 1].kind is not TokenKind.RANGE:
        return False
    inner = [u for u in range(start, at) if tokens[u].kind is TokenKind.UNIT][-2:]
    if len(inner) < 2 or inner[1] != at - 3 or inner[0] != at - 5:
        return False
    small, large = (rank_of(tokens[u]) for u in inner)
    return small < large == rank_of(tokens[at])


def _is_full(one: Cited) -> bool:
    return one.rank >= ARTICLE_RANK


def _shares_over_and(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether a small unit is joined by "và" to the larger one right behind it, which seems to hold it."""
    if tokens[other - 1].word not in ("và", "hoặc"):
        return False
    return 0 < rank_of(tokens[one]) < rank_of(tokens[other]) < ARTICLE_RANK


# "Điều 8, 9, 10 giữ nguyên; …"
_KEPT = late(r"(?:^|;)[^;:“”]*\bgiữ nguyên\s*(?=[;,.])", re.IGNORECASE)


def unnamed(tokens: Sequence[Token], text: str, orders: Sequence[Order]) -> str:
    """Give the words of a provision that a sentence names and none of its orders does; "" when there is
    none. What names of acts, reasons and histories cite is no place of an order."""
    cited = [one for order in orders for one in _cited(order)]
    known = {step.label.casefold() for one in cited for step in one.steps}
    if not known:
        return ""
    passed = False  # in the name of an act, or in a reason
    kept = [found.span() for found in outside_quotes(_KEPT, text)]
    for at, token in enumerate(tokens):
        if any(start <= token.start < end for start, end in kept):
            continue
        passed = (passed and token.kind not in _CUTS) or _leads_away(tokens, at)
        if passed or token.kind is not TokenKind.UNIT or at + 1 >= len(tokens):
            continue
        label = tokens[at + 1].value.rstrip(")").casefold()
        if not label[:1].isdigit() or label in known or _is_in_path(label, known):
            continue
        if not _is_behind_between(tokens, at):
            return text[token.start : tokens[at + 1].end]
    return _part_unnamed(tokens, text, orders, cited)


def _leads_away(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name of an act, a reason or a history begins: "được sửa đổi tại khoản 1 Điều 17 …", or
    where something stands in brackets: "Điều 57a Nghị định 88/CP (sau Điều 57)"."""
    token = tokens[at]
    if token.kind is TokenKind.ACT or token.word in ("theo", "bởi", "gồm"):
        return True
    before = [one.word for one in tokens[max(at - 2, 0) : at]]
    in_brackets = before[-1:] == ["("] and token.kind is TokenKind.POSITION
    is_history = token.kind is TokenKind.AT and before[:1] == ["được"]
    return in_brackets or is_history


def _part_unnamed(
    tokens: Sequence[Token], text: str, orders: Sequence[Order], cited: Sequence[Cited]
) -> str:
    """A paragraph, a sentence or a dash behind which something goes, where the order knows of none."""
    if any(":" in one.slot for one in cited):
        return ""
    if not any(
        order.reference is not None and order.side in ("before", "after") for order in orders
    ):
        return ""
    parts = [t for t in tokens if t.kind is TokenKind.SLOT and ":" in slot_of(t.value)]
    return text[parts[0].start : parts[0].end] if parts else ""


def _is_behind_between(tokens: Sequence[Token], at: int) -> bool:
    """ "giữa khoản 1 và khoản 2": the first tells the place."""
    before = [token.word for token in tokens[max(at - 8, 0) : at]]
    return before[-1:] == ["và"] and "giữa" in before


def _is_in_path(label: str, known: set[str]) -> bool:
    """ "1-3", or the 3 of "mục 3" that "3.1" says again."""
    return "-" in label or "–" in label or any(one.startswith(f"{label}.") for one in known)


def _cited(order: Order) -> list[Cited]:
    cited = [*order.targets, *order.results, *(c for p in order.pairs for c in p.places)]
    cited += [c for _, left in order.exclusions for c in left]
    return [*cited, order.reference] if order.reference is not None else cited


# What makes an order wider or less certain than it reads, in whatever place.
_OPEN = late(
    r"\bvà\s*/\s*hoặc\b|…|\.{3}|\btương tự\b"
    r"|\bvà (?:các|những) (?:quy chế|văn bản|quy định|quyết định) (?:khác|liên quan|có liên quan)\b"
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
    tokens = tokenize(led["place"])
    held = places(tokens, 0, len(tokens))
    if len(held) != 1 or not held[0].is_whole or held[0].rank != ARTICLE_RANK:
        return ""
    article = held[0].steps[-1]
    named = [one for order in orders for one in _cited(order) if one.steps]
    inside = all(one.rank < ARTICLE_RANK or article in one.steps for one in named)
    is_itself = [one for one in named if one.steps == held[0].steps]
    is_all = len(is_itself) in (0, len(named))
    return "" if inside and is_all else led["place"]
