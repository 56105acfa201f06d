"""Apply amending acts from files to a base from a file: the main job without a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from quyche_app.amending.apply import Accept, consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.acts import Act
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Consolidation, ReadAmendments, State
from quyche_app.reading.files import read_file
from quyche_app.services.progress import SILENT, Progress
from quyche_app.services.views import is_in_force


def useless_acts(result: Consolidation) -> tuple[tuple[ReadAmendments, Message], ...]:
    """Give the acts that have no instruction about the base, each with the question that a person
    must answer."""
    found = []
    for reading in result.amending:
        numbers = {instruction.act_no for instruction in reading.instructions}
        own = [o for o in result.outcomes if o.instruction.act_no in numbers]
        if all(o.state is State.IGNORED for o in own):
            found.append((reading, _question(result, reading)))
    return tuple(found)


def named(act: Act, otherwise: str) -> str:
    """Give the number of an act, else its kind and title, or other words when it has none of them."""
    return act.number or act.full_name or otherwise


def _question(result: Consolidation, reading: ReadAmendments) -> Message:
    name = named(reading.act, "văn bản sửa đổi")
    if not reading.instructions:
        return message(
            "consolidate.no_orders",
            "{name}: không có nội dung sửa đổi nào. Văn bản gốc đứng trước, văn bản sửa "
            "đổi đứng sau phải không?",
            name=name,
        )
    base = named(result.base, "văn bản gốc")
    return message(
        "consolidate.about_another",
        "{name}: mọi nội dung đều nói về văn bản khác. Có đúng là văn bản này sửa đổi "
        "{base} không?",
        name=name,
        base=base,
    )


def has_changes(result: Consolidation) -> bool:
    """Tell whether anything was applied: without it there is no consolidated text."""
    return any(outcome.state is State.APPLIED for outcome in result.outcomes)


def consolidate_files(
    base: Path, acts: Sequence[Path], *, accept: str = "recognised", progress: Progress = SILENT
) -> Consolidation:
    """Read a base and amending acts and apply them in order of effect."""
    total = len(acts) + 2
    progress.step(1, total, message("progress.reading", "Đang đọc {name}", name=base.name))
    text = read_file(base)
    readings, source = [], text.beside
    for number, path in enumerate(acts, 1):
        progress.step(
            number + 1, total, message("progress.reading", "Đang đọc {name}", name=path.name)
        )
        act = read_file(path)
        readings.append(read_amendments(act, number))
        source = source.with_act(act.beside)
    progress.step(total, total, message("progress.applying", "Đang áp dụng"))
    return replace(consolidate(text.act, readings, accept=Accept(accept)), source=source)


def effect_dates(result: Consolidation) -> dict[tuple[int, int], date | None]:
    """Give the day of effect of every instruction, by act and place in it; None = not known."""
    return {
        (i.act_no, i.index): i.effect_date or reading.day_of_effect
        for reading in result.amending
        for i in reading.instructions
    }


def text_as_at(result: Consolidation, day: date | None) -> Act:
    """Give the text in force on a day; None = after everything."""
    if day is None:
        return result.act
    if any(stage.effect_date is None for stage in result.stages):
        # What has no known day does not count as in force (docs/field.md 8), nor under what came
        # after it.
        keys = {
            (o.instruction.act_no, o.instruction.index)
            for o in result.outcomes
            if o.state is not State.APPLIED
        }
        keys |= {key for key, day in effect_dates(result).items() if day is None}
        result = consolidate(result.base, result.amending, skip=frozenset(keys))
    act = result.base
    for stage in result.stages:
        if is_in_force(stage.effect_date, day):
            act = stage.act
    return act
