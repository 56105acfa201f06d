"""Machine-readable accounts of reading and consolidating, in the schemas of
docs/command-line.md 6."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quyche_app.domain.acts import Act
from quyche_app.domain.messages import Message, facts_of
from quyche_app.domain.operations import (
    ABOUT,
    COUNTED,
    Consolidation,
    Instruction,
    Outcome,
    ReadAmendments,
    Target,
    Unread,
)
from quyche_app.domain.units import UnitKind, walk
from quyche_app.domain.verbs import Verb

Json = dict[str, Any]


def consolidation_report(result: Consolidation) -> Json:
    """Give the account ``quyche/consolidation/1``."""
    return {
        "schema": "quyche/consolidation/1",
        "base": {"number": result.base.number, "articles": article_count(result.base)},
        "acts": [
            {
                "act": number,
                "number": reading.act.number,
                "effect_date": str(reading.day_of_effect or "") or None,
            }
            for number, reading in enumerate(result.amending, 1)
        ],
        "instructions": [outcome_row(outcome) for outcome in result.outcomes],
        "unread": [unread_row(unread) for unread in result.unread],
        "transitional": [
            unread_row(passage) for reading in result.amending for passage in reading.transitional
        ],
        "footnotes": [{"unit": note.path, "text": note.text} for note in result.footnotes],
    }


def amendments_report(reading: ReadAmendments, outcomes: tuple[Outcome, ...] = ()) -> Json:
    """Give the account ``quyche/amendments/1``; outcomes come from applying the act to a base."""
    by_index = {outcome.instruction.index: outcome for outcome in outcomes}
    rows = []
    for instruction in reading.instructions:
        row = instruction_row(instruction)
        outcome = by_index.get(instruction.index)
        if outcome is not None:
            row |= {
                "confidence": outcome.confidence.value,
                "reason": outcome.reason,
                "reasons": said_rows(outcome.reasons),
                "reading": outcome.reading,
            }
        rows.append(row)
    return {
        "schema": "quyche/amendments/1",
        "act": {
            "number": reading.act.number,
            "title": reading.act.full_name,
            "effect_date": str(reading.effect_date) if reading.effect_date else None,
            "is_effect_unknown": reading.is_effect_unknown,
        },
        "instructions": rows,
        "unread": [unread_row(unread) for unread in reading.unread],
        "transitional": [unread_row(passage) for passage in reading.transitional],
    }


def instruction_row(instruction: Instruction) -> Json:
    """Give an instruction as read."""
    from quyche_app.amending.readings import reading_of

    position = instruction.position
    if position is not None and position.side in (ABOUT, COUNTED):
        position = None  # what words are about, and how often they stand, is no place
    moved = instruction.verb in (Verb.MOVE, Verb.RENUMBER, Verb.SPLIT, Verb.MERGE)
    row: Json = {
        "act": instruction.act_no,
        "place": instruction.place,
        "source_lines": list(instruction.source_lines),
        "verb": instruction.verb.value,
        **target_fields(instruction.targets),
        "confidence": instruction.confidence.value,
        "reason": instruction.reason,
        "reasons": said_rows(instruction.reasons),
        "reading": str(reading_of(instruction)),
        "words_old": list(instruction.words_old),
        "words_new": list(instruction.words_new),
        "position": position.text if position is not None and not moved else None,
        "container": instruction.container,
        "effect_date": str(instruction.effect_date) if instruction.effect_date else None,
    }
    if instruction.results:
        row["results"] = [target.path for target in instruction.results]
    return row


def target_fields(targets: tuple[Target, ...]) -> Json:
    """Give paths and slot; where the slots differ every path carries its own ("d18/k2#lead")."""
    slots = {target.slot for target in targets}
    mixed = len(slots) > 1
    return {
        "targets": [t.path if mixed else t.address.path for t in targets],
        "slot": "mixed" if mixed else next(iter(slots), "unit"),
    }


def outcome_row(outcome: Outcome) -> Json:
    """Give an instruction with what came of it."""
    row = instruction_row(outcome.instruction)
    for name in ("words_old", "words_new", "position", "container", "effect_date"):
        row.pop(name)
    row |= target_fields(outcome.targets or outcome.instruction.targets)
    row |= {
        "state": outcome.state.value,
        "confidence": outcome.confidence.value,
        "reason": outcome.reason,
        "reasons": said_rows(outcome.reasons),
        "reading": outcome.reading,
        "changed": list(outcome.changed),
    }
    return row


def unread_row(unread: Unread) -> Json:
    """Give paragraphs that were not read."""
    return {
        "act": unread.act_no,
        "lines": list(unread.lines),
        "text": unread.text,
        "reason": unread.reason,
        "reasons": said_rows([unread.why]),
    }


def said_rows(messages: Iterable[Message]) -> list[Json]:
    """Give messages by code and facts, for a program that reads the account."""
    return [{"code": each.code, "facts": facts_of(each)} for each in messages]


def article_count(act: Act) -> int:
    """How many articles the main component has (the attached regulation where there is one)."""
    return sum(1 for unit in walk(act.main.units) if unit.kind is UnitKind.ARTICLE)
