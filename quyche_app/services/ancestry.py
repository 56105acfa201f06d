"""What stored words say, and what stood above a unit at a moment: its address as it was called
then."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection

from quyche_app.domain.acts import ComponentKind, blocks_lines
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.encoding import ACT, decode_component, decode_unit, is_component
from quyche_app.domain.flow import component_lines, own_head_lines
from quyche_app.domain.units import UnitKind
from quyche_app.storage.documents import Entry
from quyche_app.storage.recordings import StoredSpan, spans_of_numbers
from quyche_app.storage.tables import FROM_FIRST_DAY
from quyche_app.storage.trees import load_act


@lru_cache(maxsize=4096)
def _fields(words: str) -> list[Any]:
    fields: list[Any] = json.loads(words)
    return fields


def is_head(span: StoredSpan) -> bool:
    """Whether a row holds the head of the act itself, not a provision."""
    return span.words is not None and _fields(span.words)[0] == ACT


def own_text(words: str | None) -> str:
    """Give the text that stored words print; "" for a unit that is not in force, and for the head of
    an act."""
    fields = _fields(words) if words is not None else [ACT]
    if fields[0] == ACT:
        return ""
    if is_component(fields):
        component = decode_component(fields, "", ())
        if component.repealed:  # its words are kept, but they do not apply
            return component_lines(component)[0]
        return "\n".join(blocks_lines(component.front + component.back))
    unit = decode_unit(fields, "", ())
    return "\n".join(own_head_lines(unit) + blocks_lines(unit.tail))


class _At(NamedTuple):
    """A moment on both axes of time."""

    recording: int
    day: int


_Steps = tuple[tuple[str, str], ...]
_Named = tuple[_Steps, str]
_APPENDIX = "appendix"


class Ancestry:
    """What stands above a unit at a moment, for its address as it was called then."""

    def __init__(self, connection: Connection, entry: Entry, spans: Sequence[StoredSpan]) -> None:
        self._by_unit: dict[int, list[StoredSpan]] = {}
        self._names: dict[_Named, tuple[str, str]] = {}
        self._above: dict[tuple[int | None, _At], _Named] = {}
        self._add(spans)
        missing = self._missing_above(spans)
        while missing:
            spans = spans_of_numbers(connection, entry.line, missing)
            self._add(spans)
            missing = self._missing_above(spans)
        # Paths into an attached regulation begin with qc: where its decision has articles.
        self._decision_has_articles: bool | None = None
        self._connection, self._entry = connection, entry

    def _add(self, spans: Sequence[StoredSpan]) -> None:
        for span in spans:
            self._by_unit.setdefault(span.unit, []).append(span)

    def _missing_above(self, spans: Sequence[StoredSpan]) -> list[int]:
        """Numbers of the parents that are not loaded yet; a component needs none: an address begins
        in it."""
        return list(
            dict.fromkeys(
                span.parent
                for span in spans
                if span.parent is not None
                and span.parent not in self._by_unit
                and span.words is not None
                and not is_component(_fields(span.words))
            )
        )

    def _span(self, unit: int, at: _At) -> StoredSpan | None:
        """The row of a unit at a moment; rows are in order of recording and day."""
        found = None
        for span in self._by_unit.get(unit, ()):
            if span.recording > at.recording:
                break
            if span.valid_from <= at.day:
                found = span
        return found

    def named(self, span: StoredSpan) -> tuple[str, str]:
        """Give path and words of the address of a wording, that of the wording before when it is
        not in force; most wordings of a unit share them."""
        if span.words is None:
            earlier = [
                other
                for other in self._by_unit[span.unit]
                if other.words is not None and other.recording <= span.recording
            ]
            return self.named(earlier[-1]) if earlier else ("", "")
        steps = self._steps(span, _At(span.recording, span.valid_from))
        found = self._names.get(steps)
        if found is None:
            small_to_large, component = steps
            address = Address(tuple(Step(*step) for step in reversed(small_to_large)), component)
            found = self._names[steps] = (address.path, address.words)
        return found

    def _steps(self, span: StoredSpan | None, at: _At) -> _Named:
        """Kinds and labels of the address from the small to the large, and its component."""
        if span is None or span.words is None:
            return (), ""
        fields = _fields(span.words)
        if is_component(fields):
            in_regulation = fields[0] == ComponentKind.REGULATION and self._is_under_decision()
            is_appendix = fields[0] == ComponentKind.APPENDIX
            return ((_APPENDIX, fields[1]),) if is_appendix else (), "qc" if in_regulation else ""
        above, component = self._steps_above(span.parent, at)
        if fields[0] == UnitKind.ARTICLE:  # chapters are no part of an address
            above = tuple(step for step in above if step[0] == _APPENDIX)
        return ((fields[0], fields[1]), *above), component

    def _steps_above(self, unit: int | None, at: _At) -> _Named:
        """The same of a unit at a moment: what one recording wrote stands under the same units."""
        found = self._above.get((unit, at))
        if found is None:
            span = None if unit is None else self._span(unit, at)
            found = self._above[unit, at] = self._steps(span, at)
        return found

    def _is_under_decision(self) -> bool:
        if self._decision_has_articles is None:
            act = load_act(
                self._connection, self._entry.line, FROM_FIRST_DAY, self._entry.first_recording
            )
            self._decision_has_articles = act.has_decision_and_regulation
        return self._decision_has_articles
