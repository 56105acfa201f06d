"""Taking some provisions from another text of the same draft: their words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quyche_app.domain.acts import Act
from quyche_app.domain.messages import Message
from quyche_app.domain.units import Unit, walk
from quyche_app.drafting.edits import Edit, Frame, Splice, Step, Words, own_frame, own_words
from quyche_app.drafting.restoring import restore_text

_Below = dict[str, list[Unit]]  # identity of a parent → its children


def take_units(now: Act, theirs: Act, unit_ids: Iterable[str], said: Message) -> Step | None:
    """Give the step after which some provisions are as in another text; None when they are.

    A provision that the other text has not goes, one that only it has comes with what it stands in.

    Args:
        unit_ids: provisions, or components for their heads and ends.

    Raises:
        EditRefused: QC-D002 one text has a component that the other has not.
    """
    wanted = set(unit_ids)
    mine, other = _below(now), _below(theirs)
    wanted |= _needed(mine, other, wanted)
    merged = _merged(mine, other, wanted)
    known = {unit.id: unit for unit in now.units()}
    known |= {unit.id: unit for unit in theirs.units() if unit.id in wanted or unit.id not in known}
    taken = replace(
        now,
        components=tuple(
            replace(c, units=tuple(_built(merged, known, c.id))) for c in now.components
        ),
    )
    both = known.keys() & {u.id for u in now.units()} & {u.id for u in theirs.units()}
    if not both <= {unit.id for unit in taken.units()}:
        return restore_text(now, theirs, said)  # two moves that exclude each other
    edits = (*_frames(now, theirs, wanted), *_edits(now, taken))
    return Step(said, edits, next(iter(_focus(edits)), "")) if edits else None


def _below(act: Act) -> _Below:
    result = {component.id: list(component.units) for component in act.components}
    return result | {unit.id: list(unit.children) for unit in act.units()}


def _needed(mine: _Below, other: _Below, wanted: set[str]) -> set[str]:
    """What of the other text must come along, because a wanted provision stands in it."""
    above = {child.id: parent for parent, children in other.items() for child in children}
    found: set[str] = set()
    for unit_id in wanted:
        at = above.get(unit_id)
        while at is not None and at not in mine:
            found |= {at, *(unit.id for unit in walk(tuple(other[at])) if unit.id not in mine)}
            at = above.get(at)
    return found


def _merged(mine: _Below, other: _Below, wanted: set[str]) -> _Below:
    merged = {parent: [u for u in units if u.id not in wanted] for parent, units in mine.items()}
    places_there = mine.keys() | wanted
    for parent, units in other.items():
        if parent not in places_there:
            continue
        for at, unit in enumerate(units):
            if unit.id in wanted:
                siblings = merged.setdefault(parent, [])
                before = {u.id for u in units[:at]}
                places = [n for n, u in enumerate(siblings) if u.id in before]
                siblings.insert(places[-1] + 1 if places else 0, unit)
    return merged


def _built(merged: _Below, known: dict[str, Unit], parent: str) -> Iterator[Unit]:
    for unit in merged.get(parent, ()):
        yield replace(known[unit.id], children=tuple(_built(merged, known, unit.id)))


def _frames(now: Act, theirs: Act, wanted: set[str]) -> Iterator[Edit]:
    other = {component.id: component for component in theirs.components}
    for component in now.components:
        then = other.get(component.id)
        if component.id in wanted and then is not None and own_frame(component) != own_frame(then):
            yield Frame(component.id, own_frame(component), own_frame(then))


def _edits(now: Act, then: Act) -> Iterator[Edit]:
    """New words where the provisions are the same ones, else their whole component."""
    for old, new in zip(now.components, then.components, strict=True):
        before, after = list(walk(old.units)), list(walk(new.units))
        if _shape(old.units) != _shape(new.units):
            yield Splice(old.id, 0, old.units, new.units)
            continue
        for one, two in zip(before, after, strict=True):
            if own_words(one) != own_words(two):
                yield Words(one.id, own_words(one), own_words(two))


def _shape(units: tuple[Unit, ...]) -> tuple[object, ...]:
    return tuple((unit.id, _shape(unit.children)) for unit in units)


def _focus(edits: Iterable[Edit]) -> Iterator[str]:
    for edit in edits:
        match edit:
            case Words():
                yield edit.unit_id
            case Frame():
                yield edit.component_id
