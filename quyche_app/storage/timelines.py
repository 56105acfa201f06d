"""The timeline of every unit, worked out from the states of a text. Pure values.

Source: docs/architecture.md 4.2.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quyche_app.domain.acts import Act
from quyche_app.domain.encoding import encode_act, encode_component, encode_unit
from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.domain.sequences import longest_rising
from quyche_app.domain.units import Unit
from quyche_app.storage.tables import FROM_FIRST_DAY

# Room between neighbours: twelve insertions in one place before siblings are numbered anew.
SPACING = 1 << 12
OperationKey = tuple[int, int]  # act number on the line, index of the instruction


@dataclass(frozen=True, slots=True)
class Span:
    """A wording from a day until the next span; ``words`` None = not in force."""

    valid_from: int
    words: str | None
    parent: str | None
    sort_key: int
    operation: OperationKey | None = None


Spans = tuple[Span, ...]
NEVER: Spans = (Span(FROM_FIRST_DAY, None, None, 0),)  # stands in no state
# (day, identity of the unit) → the operation that wrote it
Author = Callable[[int, str], OperationKey | None]


@dataclass(frozen=True, slots=True)
class _Place:
    words: str
    parent: str | None
    sort_key: int


def timelines_of(
    states: Sequence[tuple[int, Act]],
    root_id: str,
    author: Author | None = None,
    known: Mapping[str, Spans] | None = None,
) -> dict[str, Spans]:
    """Give the timeline of every unit that stands in any of the states.

    Args:
        states: (first day as ordinal, text), in order of days; the first begins at 0.
        root_id: identity of the act itself.
        author: tells which operation wrote a unit on a day.
        known: timelines written before, whose sort keys are kept where they still rise.
    """
    result: dict[str, list[Span]] = {}
    before: dict[str, _Place] = {}
    keys = {
        unit_id: _Place("", spans[-1].parent, spans[-1].sort_key)
        for unit_id, spans in (known or {}).items()
    }
    for day, act in states:
        now = _flatten(act, root_id, before or keys)
        for unit_id in _union(before, now):
            place = now.get(unit_id)
            if place == before.get(unit_id):
                continue
            operation = _author_of(author, day, unit_id, now, before)
            spans = result.setdefault(unit_id, [])
            if not spans and day != FROM_FIRST_DAY:
                spans.append(Span(FROM_FIRST_DAY, None, None, 0))
            spans.append(_span(day, place, operation))
        before = now
    return {unit_id: tuple(spans) for unit_id, spans in result.items()}


def _span(day: int, place: _Place | None, operation: OperationKey | None) -> Span:
    if place is None:
        return Span(day, None, None, 0, operation)
    return Span(day, place.words, place.parent, place.sort_key, operation)


def _union(before: Mapping[str, _Place], now: Mapping[str, _Place]) -> Iterator[str]:
    yield from now
    yield from (unit_id for unit_id in before if unit_id not in now)


def _author_of(
    author: Author | None,
    day: int,
    unit_id: str,
    now: Mapping[str, _Place],
    before: Mapping[str, _Place],
) -> OperationKey | None:
    """The operation that names the unit, or the nearest provision above it that one names."""
    at: str | None = unit_id
    while author is not None and at is not None:
        found = author(day, at)
        if found is not None:
            return found
        place = now.get(at) or before.get(at)
        at = place.parent if place else None
    return None


def _flatten(act: Act, root_id: str, before: Mapping[str, _Place]) -> dict[str, _Place]:
    places = {root_id: _Place(encode_act(act), None, 0)}
    keys = sibling_keys([c.id for c in act.components], _known(before, root_id))
    for component, key in zip(act.components, keys, strict=True):
        places[component.id] = _Place(encode_component(component), root_id, key)
        _flatten_units(component.units, component.id, before, places)
    return places


def _flatten_units(
    units: tuple[Unit, ...], parent: str, before: Mapping[str, _Place], places: dict[str, _Place]
) -> None:
    keys = sibling_keys([unit.id for unit in units], _known(before, parent))
    for unit, key in zip(units, keys, strict=True):
        if unit.id in places:
            raise StorageError(
                message(
                    "QC-S062",
                    "Không ghi được: hai chỗ trong văn bản mang cùng một mã ({prefix}). Không có "
                    "gì thay đổi.",
                    prefix=unit.prefix.strip(),
                ),
                detail=unit.id,
            )
        places[unit.id] = _Place(encode_unit(unit), parent, key)
        if unit.children:
            _flatten_units(unit.children, unit.id, before, places)


def _known(before: Mapping[str, _Place], parent: str) -> Callable[[str], int | None]:
    def key_of(unit_id: str) -> int | None:
        place = before.get(unit_id)
        return place.sort_key if place is not None and place.parent == parent else None

    return key_of


def sibling_keys(ids: Sequence[str], known: Callable[[str], int | None]) -> list[int]:
    """Give rising keys to siblings; as many as can keep the key they had.

    So an insertion writes the new unit alone, and a move the moved one alone.
    """
    had = [(n, key) for n, unit_id in enumerate(ids) if (key := known(unit_id)) is not None]
    kept = dict(had[place] for place in longest_rising([key for _, key in had]))
    keys: list[int] = []
    for index in range(len(ids)):
        if index in kept:
            keys.append(kept[index])
            continue
        if len(keys) > index:
            continue  # got its key with the one before
        count = next((n for n in range(index, len(ids)) if n in kept), len(ids)) - index
        between = _keys_between(keys[-1] if keys else 0, kept.get(index + count), count)
        if between is None:
            return [SPACING * (n + 1) for n in range(len(ids))]
        keys += between
    return keys


def _keys_between(left: int, right: int | None, count: int) -> list[int] | None:
    """Give rising keys behind one and, where there is one, before another; None: there is no room."""
    if right is None:
        return [left + SPACING * (n + 1) for n in range(count)]
    step = right - left
    if step <= count:
        return None
    return [left + step * (n + 1) // (count + 1) for n in range(count)]


def holding_together(
    known: Mapping[str, Spans], now: Mapping[str, Spans], changed: Mapping[str, Spans], root_id: str
) -> dict[str, Spans]:
    """Give what one person changed together with what the text falls apart without.

    Two people may change different units and yet not both be right: one takes an article out, the
    other adds a clause to it. Such a clause would stand in no text. So the units that would hang on
    nothing, and what they hang on, count as changed too, as the person's own text ``now`` has them.

    Args:
        known: what is recorded, with what others changed meanwhile.
    """
    result = dict(changed)
    while lost := _hanging_on_nothing({**known, **result}, root_id):
        units = {unit_id for pair in lost for unit_id in pair if unit_id not in result}
        if not units:
            break
        result |= {unit_id: now.get(unit_id, NEVER) for unit_id in units}
        # What another took out and this person wrote in comes back with everything in it.
        inside = {unit_id for unit_id in units if unit_id not in known or known[unit_id] == NEVER}
        for unit_id, spans in now.items():  # parents first
            if spans[-1].parent in inside:
                inside.add(unit_id)
                result[unit_id] = spans
    return result


def _hanging_on_nothing(timelines: Mapping[str, Spans], root_id: str) -> list[tuple[str, str]]:
    """(unit, parent) of what is in force and is not reached from the act itself."""
    below: dict[str, list[str]] = {}
    above: dict[str, str] = {}
    for unit_id, spans in timelines.items():
        if spans[-1].words is not None and spans[-1].parent is not None:
            below.setdefault(spans[-1].parent, []).append(unit_id)
            above[unit_id] = spans[-1].parent
    waiting = [root_id]
    while waiting:
        for unit_id in below.get(waiting.pop(), ()):
            above.pop(unit_id)
            waiting.append(unit_id)
    return list(above.items())


def digest_of(
    rows: Iterable[tuple[str, int, bytes | None, str | None, int, OperationKey | None]],
) -> bytes:
    """Give 32 bytes that change when any row of a recording is changed, missing or added.

    Rows: identity, day, hash of the words, identity of the parent, sort key, operation.
    """
    proof = hashlib.blake2b(digest_size=32)
    for unit_id, day, name, parent, key, operation in sorted(rows, key=lambda row: row[:2]):
        words = name.hex() if name is not None else ""
        proof.update(
            f"{unit_id}\x1f{day}\x1f{words}\x1f{parent}\x1f{key}\x1f{operation}\n".encode()
        )
    return proof.digest()
