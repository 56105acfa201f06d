"""Where acts meet in time: two of one day, or one signed later that is in force earlier, on the same
provision; and an act that amends another act of the same call.

Which of the two wordings stands is no question of the order in which files are given: a person is told
(docs/field.md 8: order by effect date, issue date, place; a clash is shown).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from quyche_app.amending.notes import place_words
from quyche_app.amending.scope import numbers_in
from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import stands_in
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import (
    MEETS,
    Confidence,
    Outcome,
    ReadAmendments,
    Stage,
    State,
)
from quyche_app.domain.texts import fold_number
from quyche_app.domain.units import Unit
from quyche_app.domain.verbs import WORD_VERBS

Key = tuple[int, int]  # act number, index of the instruction


@dataclass(frozen=True, slots=True)
class _Act:
    name: str
    signed: date | None


@dataclass(frozen=True, slots=True)
class _Dated:
    """An instruction that was carried out, or could not be, with the day of its effect."""

    outcome: Outcome
    act: _Act
    day: date

    @property
    def key(self) -> Key:
        return self.outcome.instruction.act_no, self.outcome.instruction.index

    @property
    def is_applied(self) -> bool:
        return self.outcome.state is State.APPLIED

    @property
    def paths(self) -> tuple[str, ...]:
        """What it is about, where no identity of a unit tells it: it changed nothing."""
        return tuple(
            t.address.path for t in self.outcome.targets or self.outcome.instruction.targets
        )

    @property
    def covers_what_is_below(self) -> bool:
        """It words, repeals or moves whole provisions, not words or a heading alone."""
        instruction = self.outcome.instruction
        return instruction.verb not in WORD_VERBS and all(
            t.slot == "unit" for t in instruction.targets
        )


def with_meetings(
    outcomes: Sequence[Outcome],
    readings: Sequence[ReadAmendments],
    base: Act,
    stages: Sequence[Stage],
) -> tuple[Outcome, ...]:
    """Give the outcomes with a doubt on those that meet another act's; an instruction about another act
    of the call has failed: it cannot be carried out on an act."""
    doubts = _doubts(outcomes, readings, base, stages)
    numbers = {fold_number(r.act.number): r.act.number for r in readings if r.act.number}
    result = []
    for outcome in outcomes:
        key = (outcome.instruction.act_no, outcome.instruction.index)
        if (
            key in doubts
        ):  # of what could not be carried out either: the reason names who came first
            reasons = (*outcome.reasons, *doubts[key])
            outcome = replace(outcome, confidence=Confidence.DOUBTFUL, reasons=reasons)
        elif outcome.state is State.IGNORED:
            named = next(
                (
                    numbers[n]
                    for n in numbers_in(outcome.instruction.act_reference)[:1]
                    if n in numbers
                ),
                "",
            )
            if named:
                outcome = replace(
                    outcome,
                    state=State.FAILED,
                    confidence=Confidence.DOUBTFUL,
                    reasons=(_applied_here(named),),
                )
        result.append(outcome)
    return tuple(result)


def meeting_keys(outcomes: Sequence[Outcome]) -> frozenset[Key]:
    """Give the instructions that were carried out and meet another act's."""
    return frozenset(
        (o.instruction.act_no, o.instruction.index)
        for o in outcomes
        if o.state is State.APPLIED and any(reason.code in MEETS for reason in o.reasons)
    )


def _doubts(
    outcomes: Sequence[Outcome],
    readings: Sequence[ReadAmendments],
    base: Act,
    stages: Sequence[Stage],
) -> dict[Key, list[Message]]:
    by_day: dict[tuple[int, date], list[_Dated]] = {}
    for one in _dated(outcomes, readings):
        by_day.setdefault((one.key[0], one.day), []).append(one)
    pairs = [
        (some, others)
        for some, others in combinations(by_day.values(), 2)
        if some[0].key[0] != others[0].key[0] and _how(some[0], others[0]) is not None
    ]
    doubts: dict[Key, list[Message]] = {}
    if not pairs:
        return doubts
    parents = _parents([base, *(stage.act for stage in stages)])
    for some, others in pairs:
        for one in some:
            for other in others:
                if _touch(one, other, parents):
                    doubts.setdefault(one.key, []).append(_met(one, other))
                    doubts.setdefault(other.key, []).append(_met(other, one))
    return {key: list(dict.fromkeys(sentences)) for key, sentences in doubts.items()}


def _dated(outcomes: Sequence[Outcome], readings: Sequence[ReadAmendments]) -> Iterator[_Dated]:
    by_number = {r.instructions[0].act_no: r for r in readings if r.instructions}
    for outcome in outcomes:
        reading = by_number[outcome.instruction.act_no]
        day = outcome.instruction.effect_date or reading.day_of_effect
        if outcome.state is not State.IGNORED and day is not None:
            act = reading.act
            yield _Dated(outcome, _Act(act.number or act.full_name, act.issue_date), day)


def _how(one: _Dated, other: _Dated) -> Message | None:
    """How two acts meet in time, seen from one of them; None when they do not."""
    if one.day == other.day:
        return message("meeting.same_day", "cùng có hiệu lực ngày {day}", day=one.day)
    first, last = (one, other) if one.day < other.day else (other, one)
    if first.act.signed is None or last.act.signed is None or first.act.signed <= last.act.signed:
        return None
    if one is last:
        return message("meeting.signed_first", "ký trước nhưng có hiệu lực sau")
    return message("meeting.signed_last", "ký sau nhưng có hiệu lực trước")


def _met(one: _Dated, other: _Dated) -> Message:
    return message(
        "meeting.same_place",
        "{how} so với {place} của {act}, cùng một chỗ: hãy xem lời văn nào đúng",
        how=_how(one, other) or "",
        place=place_words(other.outcome.instruction.place),
        act=other.act.name,
    )


def _applied_here(number: str) -> Message:
    return message(
        "meeting.act_applied_here",
        "sửa đổi {number}, là văn bản sửa đổi cũng được áp dụng ở đây: hãy xem lời văn nào đúng",
        number=number,
    )


def _touch(one: _Dated, other: _Dated, parents: dict[str, str]) -> bool:
    if not one.is_applied and not other.is_applied:
        return False
    if one.is_applied != other.is_applied:
        return any(_is_on_one_line(p, q) for p in one.paths for q in other.paths)
    mine, others = set(one.outcome.changed_ids), set(other.outcome.changed_ids)
    if mine & others:
        return True
    if one.covers_what_is_below and any(mine & _above(unit, parents) for unit in others):
        return True
    return other.covers_what_is_below and any(others & _above(unit, parents) for unit in mine)


def _is_on_one_line(one: str, other: str) -> bool:
    """Whether one of two paths holds the other."""
    return stands_in(one, other) or stands_in(other, one)


def _above(unit: str, parents: dict[str, str]) -> set[str]:
    found = set()
    while unit in parents:
        unit = parents[unit]
        found.add(unit)
    return found


def _parents(acts: Sequence[Act]) -> dict[str, str]:
    """Unit → what holds it, in any of the texts."""
    parents: dict[str, str] = {}
    pending: list[Unit] = [
        unit for act in acts for component in act.components for unit in component.units
    ]
    while pending:
        unit = pending.pop()
        parents.update((child.id, unit.id) for child in unit.children)
        pending += unit.children
    return parents
