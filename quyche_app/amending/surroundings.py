"""What stands round the new wording of a provision in its quotation: the number and name of what holds it,
its lead, its neighbours. Repeated for the reader it changes nothing; where it reads otherwise than the
text it may be a change that no order names.

Source: docs/field.md 4.3, 4.10.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from quyche_app.amending.account import Ledger
from quyche_app.amending.wording import Wording
from quyche_app.amending.work import WorkUnit
from quyche_app.domain.acts import blocks_lines
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.messages import Message, message
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import search_key, shortened
from quyche_app.domain.units import Block, Unit, walk

_WORD = late(r"[^\W\d_]{2}")
_NOT_WORDS = late(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Handed:
    """A quotation that was handed out.

    Attributes:
        taken: identities of the quoted units that became text.
        claims: ends of paths that other orders of the same quotation take for themselves.
    """

    ledger: Ledger
    wording: Wording
    taken: Collection[str]
    claims: Collection[str]


def doubt_surroundings(handed: Handed, held: Collection[WorkUnit]) -> None:
    """Put a doubt into the account of an order whose quotation holds more than what it names.

    Args:
        held: the units that the order wrote and all that hold them, as they are after the act.
    """
    ledger = handed.ledger
    if handed.taken and _says_something(handed.wording.loose):
        ledger.doubt(_loose(handed, held))
    for quoted in _around(handed.wording.units, handed.taken, held):
        unit = next((u for u in held if (u.kind, u.label) == (quoted.kind, quoted.label)), None)
        if unit is None:
            continue
        ledger.doubt(_as_held(quoted, unit, ledger))
        for child in quoted.children:
            if child.id not in handed.taken and not _holds_taken(child, handed.taken):
                ledger.doubt(_neighbour(child, unit, handed.claims))


def _around(
    units: Collection[Unit], taken: Collection[str], held: Collection[WorkUnit]
) -> Iterator[Unit]:
    """The quoted units round what became text, the outermost first: they hold it, or are what holds a part
    that was written (the article whose name is quoted with its chapter)."""
    labels = {(unit.kind, unit.label) for unit in held}
    for unit in units:
        if unit.id in taken:
            continue
        is_above = (unit.kind, unit.label) in labels and bool(unit.children)
        if is_above or _holds_taken(unit, taken):
            yield unit
            yield from _around(unit.children, taken, held)


def _holds_taken(unit: Unit, taken: Collection[str]) -> bool:
    return any(inner.id in taken for inner in walk(unit.children))


def _loose(handed: Handed, held: Collection[WorkUnit]) -> Message | None:
    """Words before the first number that are nowhere in what holds the provision."""
    words = _key(" ".join(blocks_lines(handed.wording.loose)))
    known = [_key(text) for unit in held for text in _texts_of(unit)]
    if any(words in text or text == words for text in known if text):
        return None
    return message(
        "wording.words_before",
        "“{words}” đứng trước lời văn mới trong ngoặc kép và không được dùng đến",
        words=shortened(" ".join(blocks_lines(handed.wording.loose))),
    )


def _as_held(quoted: Unit, unit: WorkUnit, ledger: Ledger) -> Message | None:
    """A doubt when the name or the lead in the quotation is another one than that of the text."""
    slots = {target.slot for target in ledger.instruction.targets}
    known = {_key(text) for text in _texts_of(unit)}
    said: list[str] = []
    if "heading" not in slots:
        said += filter(None, [quoted.heading])
    if not slots & {"lead", "text"}:
        said += blocks_lines(quoted.lead)
    other = next((text for text in said if _key(text) not in {"", *known}), None)
    return _differs(other, unit) if other is not None else None


def _neighbour(quoted: Unit, unit: WorkUnit, claims: Collection[str]) -> Message | None:
    """A doubt when a quoted neighbour that no order names reads otherwise than the text."""
    path = Address((Step(str(quoted.kind), quoted.label),)).path
    if any(f"/{claim}".endswith(f"/{path}") for claim in claims):
        return None
    if not any(one.heading or _says_something(one.lead) for one in walk((quoted,))):
        return None
    if _lines(quoted) in _lines_standing(unit, quoted):
        return None
    return message(
        "wording.unused",
        "trong ngoặc kép còn {label} chưa dùng đến",
        label=quoted.prefix.strip(" .)"),
    )


def _lines_standing(unit: WorkUnit, quoted: Unit) -> list[list[str]]:
    """The lines of the child that a quoted one repeats, as they are and as they were."""
    kind = (quoted.kind, quoted.label)
    same = next((child for child in unit.children if (child.kind, child.label) == kind), None)
    if same is None:
        return []
    return [_lines(one) for one in (same.frozen(), same.origin) if one is not None]


def _lines(unit: Unit) -> list[str]:
    return [_key(line) for line in unit_lines(unit)]


def _differs(words: str, unit: WorkUnit) -> Message:
    return message(
        "wording.held_otherwise",
        "“{words}” trong ngoặc kép khác với {label} trong văn bản và không được dùng đến",
        words=shortened(words),
        label=unit.prefix.strip(" .)"),
    )


def _texts_of(unit: WorkUnit) -> Iterator[str]:
    """The name and paragraphs of a unit, as they are and as they were."""
    yield unit.heading or ""
    yield from blocks_lines((*unit.lead, *unit.tail))
    if unit.origin is not None:
        yield unit.origin.heading or ""
        yield from blocks_lines((*unit.origin.lead, *unit.origin.tail))


def _says_something(blocks: Collection[Block]) -> bool:
    """Whether there is more than a number or dots."""
    return any(_WORD.search(text) for text in blocks_lines(tuple(blocks)))


def _key(text: str) -> str:
    """Words to compare by: without marks, case and spaces; "" where there are none."""
    return _NOT_WORDS.sub(" ", search_key(text)).strip()
