"""The record of a regulation: its base, the acts recorded over it, and the text computed from both.

Import, amend, undo, export and verify all compute the text here, so they cannot disagree.
Source: docs/architecture.md 4.2, 4.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from quyche_app.domain.acts import Act
from quyche_app.domain.operations import Consolidation, Outcome, ReadAmendments, State
from quyche_app.domain.units import walk
from quyche_app.services.views import Disturbed
from quyche_app.storage.amendments import Amendment, Stated, amendments_of, stated
from quyche_app.storage.documents import Entry
from quyche_app.storage.recordings import known_timelines
from quyche_app.storage.tables import NO_DAY
from quyche_app.storage.timelines import NEVER, OperationKey, Spans, timelines_of
from quyche_app.storage.trees import load_act


@dataclass(frozen=True, slots=True)
class Record:
    """What a regulation is computed from, as known at a recording."""

    entry: Entry
    known_at: int
    base: Act
    amendments: tuple[Amendment, ...]

    @property
    def readings(self) -> tuple[ReadAmendments, ...]:
        """The acts as read, in the order of their numbers on the line."""
        return tuple(amendment.reading for amendment in self.amendments)

    @property
    def inactive(self) -> frozenset[OperationKey]:
        """Operations that take no part: undone, or not accepted when recorded."""
        return frozenset(
            operation.key
            for amendment in self.amendments
            for operation in amendment.operations
            if not operation.is_active
        )


@dataclass(frozen=True, slots=True)
class Computed:
    """A text computed from its record."""

    consolidation: Consolidation
    timelines: Mapping[str, Spans]
    outcomes: Mapping[OperationKey, Outcome]
    article_count: int


def load_record(connection: Connection, entry: Entry, known_at: int | None = None) -> Record:
    """Load the base and the acts of a line as known at a recording (default: now)."""
    known = entry.newest_recording if known_at is None else known_at
    base = load_act(connection, entry.line, 0, entry.first_recording)
    return Record(entry, known, base, tuple(amendments_of(connection, entry.line, known)))


def consolidated(
    base: Act, readings: Sequence[ReadAmendments], inactive: Iterable[OperationKey]
) -> Consolidation:
    """Compute a text; what a person left out or took back takes no part."""
    # The amending floor is needed only where there are acts to apply.
    from quyche_app.amending.apply import consolidate

    return consolidate(base, readings, skip=frozenset(inactive))


def compute(
    entry: Entry, base: Act, readings: Sequence[ReadAmendments], inactive: Iterable[OperationKey]
) -> Computed:
    """Compute a text and the timelines of all its units."""
    inactive = frozenset(inactive)
    consolidation = consolidated(base, readings, inactive)
    outcomes = {
        (outcome.instruction.act_no, outcome.instruction.index): outcome
        for outcome in consolidation.outcomes
    }
    writers: dict[tuple[int, str], OperationKey] = {}
    for key, outcome in outcomes.items():
        if outcome.state is State.APPLIED and key not in inactive:
            day = day_number(effect_of(outcome, readings))
            writers.update(((day, unit_id), key) for unit_id in outcome.changed_ids)
    states = [(0, base)]
    states += [(day_number(stage.effect_date), stage.act) for stage in consolidation.stages]
    timelines = timelines_of(
        states, entry.document_uuid, lambda day, unit_id: writers.get((day, unit_id))
    )
    return Computed(consolidation, timelines, outcomes, article_count(states[-1][1]))


def effect_of(outcome: Outcome, readings: Sequence[ReadAmendments]) -> date | None:
    """Give the day on which an instruction takes effect: its own, else that of its act."""
    instruction = outcome.instruction
    return instruction.effect_date or readings[instruction.act_no - 1].effect_date


def day_number(day: date | None) -> int:
    """Give a day of effect as timelines hold it."""
    return NO_DAY if day is None else day.toordinal()


def article_count(act: Act) -> int:
    """Count the articles of the main component that are in force."""
    return sum(1 for unit in walk(act.main.units) if unit.is_article_in_force)


def changed_timelines(
    connection: Connection, record: Record, computed: Computed
) -> dict[str, Spans]:
    """Give the timelines that differ from what the workspace knew at the record's recording."""
    known = known_timelines(connection, record.entry.line, record.known_at)
    changed = {
        unit_id: spans
        for unit_id, spans in computed.timelines.items()
        if known.get(unit_id) != spans
    }
    # What an operation that was taken back had inserted stands in no state any more.
    changed |= {
        unit_id: NEVER
        for unit_id, spans in known.items()
        if unit_id not in computed.timelines and spans != NEVER
    }
    return changed


def disturbed(record: Record, before: Consolidation, computed: Computed) -> tuple[Disturbed, ...]:
    """Give the recorded operations that lose their effect, get it back, or become doubtful.

    Args:
        before: the text as computed from the record alone, so that only what is recorded now counts.
    """
    earlier = {(o.instruction.act_no, o.instruction.index): o for o in before.outcomes}
    found = []
    for amendment in record.amendments:
        for operation in amendment.operations:
            was, now = earlier.get(operation.key), computed.outcomes.get(operation.key)
            if was is None or now is None:
                continue
            is_doubtful = bool(set(now.reasons) - set(was.reasons))
            if now.state is not was.state or is_doubtful:
                found.append(
                    Disturbed(
                        str(operation.id),
                        amendment.act.cited_as,
                        operation.place,
                        now.account,
                        str(was.state),
                        str(now.state),
                        now.reasons,
                    )
                )
    return tuple(found)


def changed_outcomes(record: Record, computed: Computed) -> list[tuple[int, Stated]]:
    """Give the recorded operations that came out otherwise, with what came of them."""
    found = []
    for amendment in record.amendments:
        for operation in amendment.operations:
            now = computed.outcomes.get(operation.key)
            if not operation.is_active or now is None:
                continue
            if stated(now) != Stated(operation.state, operation.reasons, operation.account):
                found.append((operation.id, stated(now)))
    return found
