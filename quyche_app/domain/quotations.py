"""Where the quotation of new wording begins and ends among the paragraphs of an amending act.

A quotation opens at the start of a paragraph or after a colon, may run over many paragraphs, may
hold quotations, and may have lost its closing mark. Source: docs/field.md 4.3.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from quyche_app.domain.patterns import late

_OPENING = "“„«"
_CLOSING = "”»"
_MARK = late(r"[“„«”»\"‘’]")
_COUNTED = late(r"[“„«”»\"]")
_OPENS_PARAGRAPH = late(r"[“„«\"‘']")
_OPENS_AFTER_COLON = late(r":\s*[“„«\"]")
# "Điều 18: nay sửa là “Điều 18. Bộ phận giúp việc" / "1. …”"
_OPENS_ARTICLE = late(r"\b(?:là|thành|bằng)\s+[“«\"]Điều \d+[a-zđ]?\.[^“”«»\"]*$")
_ENDS = late(r"[”»\"“’']\s*[.;,:]*\s*(?:và|;)?\s*$")
# More paragraphs than this are never one quotation that is still open by mistake.
LONGEST = 1500

_UNUSUAL = late(r"[″＂‹›‟❝❞〝〞„]|``|”(?=\w)(?<![^\s:]”)")
_USUAL = str.maketrans("″＂‹›‟❝❞〝〞", '""«»““”“”')
_LOW_AND_HIGH = late(r"„(?P<words>[^„“”]*)“")
_CLOSING_TWICE = late(r"(?P<before>^|[\s:])”(?P<words>(?=\w)[^“”]*)(?P<closing>[“”]|$)")


def has_unusual_marks(texts: Sequence[str]) -> bool:
    """Tell whether any of some texts has marks that ``plain_marks`` changes."""
    return _UNUSUAL.search("\n".join(texts)) is not None


def plain_marks(text: str) -> str:
    """Give a text with unusual marks of quotation as the usual ones, of the same length: primes and
    full-width marks, ‹…›, ``…'', „…“, and closing marks on both sides."""
    if not _UNUSUAL.search(text):
        return text
    text = text.translate(_USUAL)
    if "``" in text:  # two primes alone are marks inside a quotation: tiêu chí ''đạt''
        text = text.replace("``", "“ ").replace("''", "” ")
    text = _LOW_AND_HIGH.sub(r"“\g<words>”", text)
    return _CLOSING_TWICE.sub(
        lambda found: f"{found['before']}“{found['words']}{'”' if found['closing'] else ''}",
        text,
    )


def begins_quotation(text: str) -> bool:
    """Tell whether a paragraph opens a quotation that matters: at its start or after a colon."""
    if _OPENS_PARAGRAPH.match(text):
        return True
    if _OPENS_ARTICLE.search(text) is not None:
        return True
    return ":" in text and _OPENS_AFTER_COLON.search(text) is not None


def balance(text: str, depth: int = 0) -> int:
    """Give how many quotations are open after a paragraph, ``depth`` of them before it.

    A straight mark opens where none is open and closes otherwise; a curly quotation may be closed
    by a straight mark at the end of a paragraph (docs/field.md 4.3: mixed pairs occur).
    """
    if not _MARK.search(text):
        return depth
    deep = _change_inside(text) if depth > 1 else None
    if deep is not None and depth > deep[1]:
        return depth + deep[0]
    return _balance(text, depth)


@lru_cache(maxsize=2048)
def _change_inside(text: str) -> tuple[int, int]:
    """By how much a paragraph changes the number of open quotations where more are open than its marks
    can close, and how many marks it has. A quotation that is never closed is looked for through
    hundreds of paragraphs, those again from the next one."""
    marks = len(_MARK.findall(text))
    return _balance(text, marks + 1) - marks - 1, marks


def _balance(text: str, depth: int) -> int:
    straight = False
    text = _with_double_marks(text)
    said = len(text.rstrip(" .;,"))
    for found in _COUNTED.finditer(text):
        position, char = found.start(), found.group()
        if char in _OPENING:
            # An inverted mark: “ where only a closing one can stand, at the very end of words; a
            # mark alone in its paragraph opens the next one.
            inverted = depth > 0 and position > 0 and position + 1 >= said
            depth += -1 if inverted else 1
        elif char in _CLOSING:
            depth -= 1
        elif char == '"':
            closes = straight or (depth > 0 and position + 1 >= said)
            depth += -1 if closes else 1
            straight = not closes
    return depth


def _with_double_marks(text: str) -> str:
    """Two single marks typed for a double one (’’) as one double mark; the length stays."""
    return text.replace("‘‘", "“ ").replace("’’", "” ")


def after_closing(text: str, depth: int) -> int | None:
    """Give where the words behind the mark that closes all open quotations begin; None when a
    paragraph does not close them with a curly mark, or has no words behind it."""
    for position, char in enumerate(_with_double_marks(text)):
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth -= 1
            if depth <= 0:
                rest = text[position + 1 :]
                return position + 1 if any(c.isalnum() for c in rest) else None
    return None


class QuotationEnd(NamedTuple):
    """Where a quotation ends.

    Attributes:
        last: index of its last paragraph.
        is_closed: its closing mark was found.
        swallowed: index of the first paragraph inside that reads like the instruction expected next
            (it may be one whose quotation lost its opening mark, or words quoted); None = none.
    """

    last: int
    is_closed: bool = True
    swallowed: int | None = None


def _never(_: int) -> bool:
    return False


def quotation_end(
    texts: Sequence[str],
    start: int,
    is_next_order: Callable[[str], bool],
    heads_orders: Callable[[int], bool] = _never,
) -> QuotationEnd:
    """Give where the quotation that opens at ``start`` ends: in its own paragraph, at its closing
    mark, or, where that is lost, before the next expected instruction.

    Args:
        is_next_order: tells whether a paragraph is the instruction expected after this one.
        heads_orders: tells whether the act's next article begins at a paragraph, with orders under it: a
            mark that closes behind them closes something else.
    """
    depth = max(balance(texts[start], 0), 0)
    if depth == 0:
        return QuotationEnd(start)
    fallback: int | None = None
    for index in range(start + 1, min(len(texts), start + LONGEST)):
        text = texts[index]
        if fallback is None and is_next_order(text):
            fallback = index - 1
            if heads_orders(index):
                return QuotationEnd(fallback, is_closed=False)
        depth = balance(text, depth)
        if depth <= 0:
            return QuotationEnd(index, swallowed=None if fallback is None else fallback + 1)
        if fallback is not None and _reopened(text, depth):
            return QuotationEnd(fallback, is_closed=False)
    if fallback is not None:
        return QuotationEnd(fallback, is_closed=False)
    return QuotationEnd(_last_mark(texts, start), is_closed=False)


def _last_mark(texts: Sequence[str], start: int) -> int:
    near = range(start + 1, min(len(texts), start + 80))
    return next((index for index in near if _ENDS.search(texts[index])), start)


def _reopened(text: str, depth: int) -> bool:
    """A paragraph that opens with a mark although the former quotation is still open: that one
    had lost its closing mark (after the next order was seen)."""
    return depth >= 2 and bool(_OPENS_PARAGRAPH.match(text)) and text[:1] in _OPENING
