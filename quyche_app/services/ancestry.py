"""What stored words say, and what stood above a unit at a moment: its address as it was called
then."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

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


@dataclass(frozen=True, slots=True)
class _At:
    """A moment on both axes of time."""

    recording: int
    day: int


_Steps = tuple[tuple[str, str], ...]


class Ancestry:
    """What stands above a unit at a moment, for its address as it was called then."""

    def __init__(self, connection: Connection, entry: Entry, spans: Sequence[StoredSpan]) -> None:
        self._by_unit: dict[int, list[StoredSpan]] = {}
        self._names: dict[tuple[_Steps, str], tuple[str, str]] = {}
        self._add(spans)
        above = self._above(spans)
        while above:
            spans = spans_of_numbers(connection, entry.line, above)
            self._add(spans)
            above = self._above(spans)
        # Paths into an attached regulation begin with qc: where its decision has articles.
        self._decision_has_articles: bool | None = None
        self._connection, self._entry = connection, entry

    def _add(self, spans: Sequence[StoredSpan]) -> None:
        for span in spans:
            self._by_unit.setdefault(span.unit, []).append(span)

    def _above(self, spans: Sequence[StoredSpan]) -> list[int]:
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
        steps, component = self._steps(span)
        found = self._names.get((steps, component))
        if found is None:
            address = Address(tuple(Step(*step) for step in reversed(steps)), component)
            found = self._names[steps, component] = (address.path, address.words)
        return found

    def _steps(self, span: StoredSpan) -> tuple[_Steps, str]:
        """Kinds and labels of the address from the small to the large, and its component."""
        at = _At(span.recording, span.valid_from)
        steps: list[tuple[str, str]] = []
        now: StoredSpan | None = span
        is_article_seen = False
        while now is not None and now.words is not None:
            fields = _fields(now.words)
            if fields[0] == ComponentKind.APPENDIX:
                steps.append(("appendix", fields[1]))
            if is_component(fields):
                in_regulation = fields[0] == ComponentKind.REGULATION and self._is_under_decision()
                return tuple(steps), "qc" if in_regulation else ""
            if not is_article_seen:
                steps.append((fields[0], fields[1]))
            is_article_seen = is_article_seen or fields[0] == UnitKind.ARTICLE
            now = self._span(now.parent, at) if now.parent else None
        return tuple(steps), ""

    def _is_under_decision(self) -> bool:
        if self._decision_has_articles is None:
            act = load_act(
                self._connection, self._entry.line, FROM_FIRST_DAY, self._entry.first_recording
            )
            self._decision_has_articles = act.has_decision_and_regulation
        return self._decision_has_articles
