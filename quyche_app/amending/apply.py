"""Instructions + base → consolidated text with the outcome of every instruction.

A fold over the acts in order of effect; within one act addresses mean the text as it stood before
that act. Never raises for a bad instruction. Source: docs/architecture.md 4.3, 5;
docs/field.md 4.6, 4.10.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from quyche_app.amending.account import Ledger
from quyche_app.amending.clashes import look_for_clashes, meant_address, meant_places
from quyche_app.amending.desk import Desk
from quyche_app.amending.meetings import meeting_keys, with_meetings
from quyche_app.amending.notes import component_path, footnotes_of
from quyche_app.amending.phrase_operations import PhraseDesk
from quyche_app.amending.readings import reading_of
from quyche_app.amending.remarks import remark_behind
from quyche_app.amending.safeguards import Safeguards
from quyche_app.amending.scope import (
    About,
    choose_reference,
    is_about_another,
    is_number_of,
    is_of_another_issuer,
    names_another_regulation,
    numbers_in,
    passed_over_unsurely,
    year_of_number,
)
from quyche_app.amending.targets import TargetFinder
from quyche_app.amending.unit_operations import apply_to_units
from quyche_app.amending.work import WorkText
from quyche_app.collector import collector_paused
from quyche_app.domain.acts import Act, blocks_lines
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.identities import NewId, derived
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import (
    Confidence,
    Consolidation,
    Footnote,
    Instruction,
    Outcome,
    ReadAmendments,
    Stage,
    State,
    Target,
    Unread,
)
from quyche_app.domain.texts import tokens
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.verbs import WORD_VERBS, Verb

_ANOTHER = message(
    "act.other_base",
    "văn bản sửa đổi có vẻ nêu một quy chế khác với văn bản gốc: khác cơ quan, nội "
    "dung hoặc ngày ký",
)


class Accept(StrEnum):
    """Which readings are applied (``--accept``, docs/command-line.md 3)."""

    RECOGNISED = "recognised"
    CONFIDENT = "confident"


@dataclass(frozen=True, slots=True)
class _Group:
    """The instructions of one act that take effect on one day."""

    reading: ReadAmendments
    effect_date: date | None
    instructions: tuple[Instruction, ...]
    order: tuple[date, date, int]


@dataclass
class _Result:
    """What the fold has found so far."""

    index: TreeIndex
    outcomes: dict[tuple[int, int], Outcome] = field(default_factory=dict)
    footnotes: list[Footnote] = field(default_factory=list)
    times: Counter[str] = field(default_factory=Counter)
    stages: list[Stage] = field(default_factory=list)

    @property
    def act(self) -> Act:
        """The text so far."""
        return self.index.act


def consolidate(
    base: Act,
    readings: Sequence[ReadAmendments],
    *,
    accept: Accept = Accept.RECOGNISED,
    skip: frozenset[tuple[int, int]] = frozenset(),
) -> Consolidation:
    """Apply amending acts to a base.

    Args:
        readings: acts as read; they apply in order of effect. One that does not tell its day
            follows those given before it, within the year of its number.
        accept: CONFIDENT applies only what is certain; the rest is reported as failed.
        skip: (act_no, instruction index) that are left out, as if the act did not have them.
    Returns:
        the text, an outcome for every instruction not skipped, unread paragraphs, footnotes, and
        the text after each day of effect. Same input, same identities of inserted units.
    """
    with collector_paused():
        return _consolidate(base, readings, accept, skip)


def _consolidate(
    base: Act, readings: Sequence[ReadAmendments], accept: Accept, skip: frozenset[tuple[int, int]]
) -> Consolidation:
    result = _Result(TreeIndex(base))
    scopes: dict[int, dict[int, About]] = {}
    before_act: dict[int, TreeIndex] = {}
    for group in _groups(readings, skip):
        reading = group.reading
        number = _act_no(reading)
        if number not in before_act:
            before_act[number] = result.index
            finder = TargetFinder(result.index, reading.act.title)
            scopes[number] = choose_reference(
                reading.instructions,
                base,
                lambda some, f=finder: _likeness(some, f),  # type: ignore[misc]
            )
            if is_about_another(reading.amended, base):  # what names no act means that of the title
                scopes[number] |= {
                    i.index: About.OTHER for i in reading.instructions if not i.act_reference
                }
        _apply_group(group, result, before_act[number], scopes[number], accept)
        stage = Stage(group.effect_date, result.act)
        if result.stages and result.stages[-1].effect_date == group.effect_date:
            result.stages[-1] = stage
        else:
            result.stages.append(stage)
    outcomes = tuple(
        result.outcomes[key]
        for reading in readings
        for i in reading.instructions
        if (key := (i.act_no, i.index)) in result.outcomes
    )
    outcomes = with_meetings(outcomes, readings, base, result.stages)
    if accept is Accept.CONFIDENT and (unsure := meeting_keys(outcomes)):
        return _without_meetings(base, readings, skip, outcomes, unsure)
    unread = tuple(
        one
        for reading in readings
        for one in (
            *reading.unread,
            *_ending(reading, base),
            *_passed_over(reading, base, scopes.get(_act_no(reading), {})),
        )
    )
    return Consolidation(
        base,
        result.act,
        tuple(readings),
        outcomes,
        unread,
        _in_text_order(result.footnotes, result.act),
        tuple(result.stages),
    )


def _ending(reading: ReadAmendments, base: Act) -> list[Unread]:
    """What says that the base ends as a whole, where it is not told anyway."""
    told = {one.lines for one in reading.unread if not one.is_on_effect}
    return [
        line
        for number, line in reading.ended
        if is_number_of(number, base) and line.lines not in told
    ]


def _passed_over(reading: ReadAmendments, base: Act, verdicts: Mapping[int, About]) -> list[Unread]:
    """What says, once, that nothing tells which of the texts named is the base."""
    first = passed_over_unsurely(reading.instructions, base, verdicts)
    if first is None:
        return []
    return [Unread(first.act_no, first.source_lines, first.source_text, _BASE_NOT_TOLD)]


_BASE_NOT_TOLD = message(
    "act.base_not_told",
    "văn bản gốc không ghi số và tên, không rõ nội dung nào sửa văn bản ấy: đã coi là nói về văn bản khác",
)


def _without_meetings(
    base: Act,
    readings: Sequence[ReadAmendments],
    skip: frozenset[tuple[int, int]],
    outcomes: Sequence[Outcome],
    unsure: frozenset[tuple[int, int]],
) -> Consolidation:
    """The text without the instructions of which it is not certain which act stands."""
    whole = _consolidate(base, readings, Accept.CONFIDENT, skip | unsure)
    known = {(o.instruction.act_no, o.instruction.index): o for o in whole.outcomes}
    settled = []
    for outcome in outcomes:
        key = (outcome.instruction.act_no, outcome.instruction.index)
        settled.append(
            known[key]
            if key in known
            else replace(
                outcome,
                state=State.FAILED,
                reasons=(_not_certain(outcome.reasons),),
                changed=(),
                changed_ids=(),
                occurrences=(),
            )
        )
    return replace(whole, outcomes=tuple(settled))


def _groups(readings: Sequence[ReadAmendments], skip: frozenset[tuple[int, int]]) -> list[_Group]:
    groups = []
    latest = date.min
    for place, reading in enumerate(readings):
        by_date: dict[date | None, list[Instruction]] = {}
        for instruction in reading.instructions:
            if (instruction.act_no, instruction.index) not in skip:
                day = instruction.effect_date or reading.day_of_effect
                by_date.setdefault(day, []).append(instruction)
        assumed = _within_year(latest, year_of_number(reading.act.number))
        latest = max(latest, reading.day_of_effect or reading.act.issue_date or assumed)
        for day, some in by_date.items():
            # A day that is not known follows the day of signing: no act is in force before it.
            signed = reading.act.issue_date
            order = (day or signed or assumed, signed or day or assumed, place)
            groups.append(_Group(reading, day, tuple(some), order))
    return sorted(groups, key=lambda group: group.order)


def _within_year(day: date, year: int | None) -> date:
    """The day nearest to a day in a year; the day itself when the year is unknown."""
    if year is None:
        return day
    return min(max(day, date(year, 1, 1)), date(year, 12, 31))


def _act_no(reading: ReadAmendments) -> int:
    return reading.instructions[0].act_no if reading.instructions else 0


def _apply_group(
    group: _Group, result: _Result, before: TreeIndex, scope: dict[int, About], accept: Accept
) -> None:
    finder = TargetFinder(before, group.reading.act.title)
    safeguards = Safeguards(finder, group.reading.act.title)
    act, ledgers = _carried_out(group, result.act, finder, safeguards, scope, frozenset())
    if accept is Accept.CONFIDENT:
        withheld: dict[int, Ledger] = {}
        # Whether an instruction is certain is known only when it has found its targets, and what is
        # left out may take the ground from another: again, until everything carried out is certain.
        while unsure := {
            i: one.without_changes()
            for i, one in ledgers.items()
            if one.changed and not _is_certain(one)
        }:
            withheld |= unsure
            act, ledgers = _carried_out(
                group, result.act, finder, safeguards, scope, frozenset(withheld)
            )
        ledgers |= withheld
    result.index = TreeIndex(act)
    _settle(group, result, ledgers, accept, finder)


def _carried_out(
    group: _Group,
    text: Act,
    finder: TargetFinder,
    safeguards: Safeguards,
    scope: dict[int, About],
    withheld: frozenset[int],
) -> tuple[Act, dict[int, Ledger]]:
    """Give the text after the instructions of a group, and the account of each.

    Args:
        scope: instruction index → whether it is about this base.
        withheld: instructions that are not carried out; what they ask for stays theirs.
    """
    reading = group.reading
    work = WorkText.of(text)
    at_desk = Desk(finder, work, reading.act, {}, set())
    phrases = PhraseDesk(finder, work)
    ledgers = {
        i.index: Ledger(i) for i in group.instructions if scope.get(i.index) is not About.OTHER
    }
    names = {ledger.instruction.act_reference for ledger in ledgers.values()}
    others = {one for one in names if _may_be_on_another(one, reading, finder.act)}
    for ledger in ledgers.values():
        safeguards.look(ledger)
        _tell_scope(ledger, scope.get(ledger.instruction.index, About.BASE))
        if ledger.instruction.act_reference in others:
            ledger.doubt(_ANOTHER)
    claims = _claims(list(ledgers.values()), finder)
    look_for_clashes(list(ledgers.values()), finder)
    carried_out = {index: one for index, one in ledgers.items() if index not in withheld}
    for index, ledger in carried_out.items():
        if ledger.instruction.verb in WORD_VERBS:
            phrases.collect(ledger, index)
    for index, ledger in carried_out.items():
        instruction = ledger.instruction
        if instruction.verb in WORD_VERBS or ledger.failures:
            continue
        beside = frozenset(
            path for other, path in claims.get(instruction.source_lines, ()) if other != index
        )
        ledger.doubt(remark_behind(instruction.quoted))
        apply_to_units(at_desk, ledger, _derived_ids(reading.act, instruction), beside)
    phrases.carry_out(at_desk.rewritten)
    at_desk.doubt_surroundings()
    return work.frozen(), ledgers


_STATUTE = "điều lệ"


def _may_be_on_another(named: str, reading: ReadAmendments, base: Act) -> bool:
    """Whether names and issuers speak for another regulation than the base.

    Args:
        named: what an instruction calls the act that it amends.
    """
    own = " ".join([base.full_name, *(component.title for component in base.components)])
    if named.casefold().startswith(_STATUTE) and _STATUTE not in own.casefold():
        return True  # "khoản 2 Điều 6 Điều lệ Đảng"
    has_number = bool(numbers_in(named))
    # "một số điều của Quy chế": whose it is stands in the title.
    titles = (named,) if has_number else (named, reading.act.title)
    if any(names_another_regulation(title, base) for title in titles):
        return True
    if has_number or reading.amended:
        return False
    return is_of_another_issuer(reading.act.issuer, base.issuer)


def _tell_scope(ledger: Ledger, about: About) -> None:
    named = ledger.instruction.act_reference
    match about:
        case About.LIKELY:
            ledger.doubt(
                message(
                    "act.likely_base",
                    "không rõ “{name}” có phải văn bản gốc này không; nội dung thì khớp",
                    name=named,
                )
            )
        case About.UNKNOWN:
            ledger.fail(
                message(
                    "act.unknown_base",
                    "không rõ “{name}” có phải văn bản gốc này không",
                    name=named,
                )
            )
        case _:
            pass


def _is_certain(ledger: Ledger) -> bool:
    return (
        not ledger.doubts
        and not ledger.failures
        and ledger.instruction.confidence is Confidence.HIGH
    )


def _claims(
    ledgers: Sequence[Ledger], finder: TargetFinder
) -> dict[tuple[int, int], list[tuple[int, str]]]:
    """Paths that instructions sharing a quotation take, by the paragraphs they stand in."""
    result: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for ledger in ledgers:
        instruction = ledger.instruction
        for target in instruction.targets:
            address = meant_address(finder, target, instruction)
            result.setdefault(instruction.source_lines, []).append(
                (instruction.index, address.path)
            )
    return result


def _derived_ids(act: Act, instruction: Instruction) -> NewId:
    """Identities that depend on the act and the place of the instruction alone: the same unit
    whenever the record is computed again."""
    key = (
        act.number,
        act.title,
        str(act.issue_date),
        instruction.place,
        str(instruction.act_no),
        str(instruction.index),
    )
    count = 0

    def new_id() -> str:
        nonlocal count
        count += 1
        return derived(*key, str(count))

    return new_id


def _settle(
    group: _Group,
    result: _Result,
    ledgers: dict[int, Ledger],
    accept: Accept,
    finder: TargetFinder,
) -> None:
    """Write the outcome and the notes of every instruction of the group."""
    index = result.index
    for instruction in group.instructions:
        key = (instruction.act_no, instruction.index)
        ledger = ledgers.get(instruction.index)
        if ledger is None:
            named = instruction.act_reference or ", ".join(group.reading.amended)
            result.outcomes[key] = Outcome(
                instruction,
                State.IGNORED,
                instruction.confidence,
                (_about_another(named),),
                reading_of(instruction),
            )
            continue
        targets = tuple(meant_places(instruction, finder))
        if ledger.changed and _changes_nothing(ledger, finder.index, index):
            ledger.doubt(message("outcome.as_before", "sau khi sửa, lời văn vẫn như cũ"))
        result.outcomes[key] = replace(_outcome(ledger, index, accept), targets=targets)
        if ledger.changed:
            result.footnotes += footnotes_of(
                ledger, group.reading.act, index, group.effect_date, result.times
            )


def _changes_nothing(ledger: Ledger, before: TreeIndex, after: TreeIndex) -> bool:
    """Whether every unit that an instruction wrote reads and stands as it did before its act; what is
    suspended keeps its words."""
    if ledger.instruction.verb is Verb.SUSPEND:
        return False
    for unit_id in ledger.changed:
        old, new = before.by_id.get(unit_id), after.by_id.get(unit_id)
        if old is None or new is None or old.address != new.address:
            return False
        if unit_lines(old.unit) != unit_lines(new.unit):
            return False
    return True


def _outcome(ledger: Ledger, index: TreeIndex, accept: Accept) -> Outcome:
    instruction = ledger.instruction
    doubts = [*instruction.reasons]
    doubts += [d for d in ledger.doubts if d not in doubts]
    applied = bool(ledger.changed)
    if applied:
        state = State.APPLIED
        reasons = ledger.failures + doubts
        certain = not reasons
    else:
        state = State.FAILED
        certain = False
        reasons = ledger.failures or (
            [_not_certain(doubts)]
            if accept is Accept.CONFIDENT and doubts
            else doubts or [message("outcome.nothing_to_change", "không có gì để thay đổi")]
        )
    changed = tuple(
        dict.fromkeys(
            index.by_id[u].address.path if u in index.by_id else component_path(index, u)
            for u in ledger.changed
        )
    )
    reading = reading_of(instruction, len(ledger.occurrences))
    return Outcome(
        instruction,
        state,
        Confidence.HIGH if certain else Confidence.DOUBTFUL,
        tuple(dict.fromkeys(reasons)),
        reading,
        changed,
        tuple(ledger.changed),
        tuple(ledger.occurrences),
        ledger.nearest,
    )


def _not_certain(doubts: Iterable[Message]) -> Message:
    return message("outcome.not_certain", "chưa chắc chắn: {doubts}", doubts=tuple(doubts))


def _about_another(name: str) -> Message:
    text = "nói về {name}, không phải văn bản gốc này"
    named = name or message("act.another", "văn bản khác")
    return message("act.about_another", text, name=named)


def _in_text_order(notes: list[Footnote], act: Act) -> tuple[Footnote, ...]:
    order = {unit.id: place for place, unit in enumerate(act.units())}
    return tuple(sorted(notes, key=lambda note: (order.get(note.unit_id, len(order)), note.act_no)))


def _likeness(instructions: Sequence[Instruction], finder: TargetFinder) -> float:
    """How well instructions fit a base: targets that exist, words of the quotation found there."""
    scores = [_target_likeness(i, t, finder) for i in instructions for t in i.targets]
    return sum(scores) / len(scores) if scores else 0.0


def _target_likeness(instruction: Instruction, target: Target, finder: TargetFinder) -> float:
    address = meant_address(finder, target, instruction)
    found = finder.present(address)
    if found is None:
        return 0.0
    text = " ".join(unit_lines(found.placed.unit)).lower()
    if instruction.words_old:
        return 1.0 if any(old.lower() in text for old in instruction.words_old) else 0.1
    if not instruction.quoted:
        return 0.4
    quoted = " ".join(blocks_lines(instruction.quoted)).lower()
    words, base = set(tokens(quoted)), set(tokens(text))
    return len(words & base) / max(1, len(words))
