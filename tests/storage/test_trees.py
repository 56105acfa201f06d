"""Whatever states a text went through, each is read back as it was, on its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.units import Paragraph, Table, Unit, UnitKind
from quyche_app.storage.documents import new_document
from quyche_app.storage.recordings import (
    NewRecording,
    known_timelines,
    next_number,
    write_recording,
    write_timelines,
)
from quyche_app.storage.timelines import NEVER, timelines_of
from quyche_app.storage.trees import load_act
from quyche_app.storage.workspace import Workspace, open_at

NAMES = "abcdefgh"
counter = iter(range(10**9))


@st.composite
def acts(draw: st.DrawFn) -> Act:
    """An act over a small pool of units: any order, any nesting, any words."""
    order = draw(st.permutations(NAMES))
    kept = order[: draw(st.integers(0, len(NAMES)))]
    article: list[Unit] = []
    for name in kept:
        words = draw(st.sampled_from(["Lời.", "Lời khác.", "đ"]))
        unit = Unit(
            name,
            UnitKind.CLAUSE,
            name,
            f"{name}) ",
            lead=(Paragraph(words),),
            tail=draw(st.sampled_from([(), (Table(()),)])),
            repealed=draw(st.booleans()),
        )
        if article and draw(st.booleans()):
            article[-1] = replace(article[-1], children=(*article[-1].children, unit))
        else:
            article.append(unit)
    cut = draw(st.integers(0, len(article)))
    return Act(
        "1-QC",
        title=draw(st.sampled_from(["một", "hai"])),
        components=(
            Component(
                "x", ComponentKind.BODY, front=(Paragraph("Đầu"),), units=tuple(article[:cut])
            ),
            Component("y", ComponentKind.APPENDIX, "I", units=tuple(article[cut:])),
        ),
    )


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    opened = open_at(Path(tmp_path_factory.mktemp("kho")))
    yield opened
    opened.close()


@given(states=st.lists(acts(), min_size=1, max_size=4))
def test_every_state_is_read_back_on_its_day(workspace: Workspace, states: list[Act]) -> None:
    days = [(0 if n == 0 else 730000 + 10 * n, act) for n, act in enumerate(states)]
    root = f"{next(counter):032x}"
    with workspace.writing() as connection:
        document, line = new_document(connection, root, "regulation", states[0], "")
        number = next_number(connection)
        new = NewRecording(line, document, "import", None, "", 0, 0)
        timelines = timelines_of(days, root)
        write_recording(connection, number, new, timelines)
        write_timelines(connection, number, new, timelines, {})
    with workspace.reading() as connection:
        for day, act in days:
            assert load_act(connection, line, day, number) == act
            assert load_act(connection, line, day + 9, number) == act
        assert known_timelines(connection, line, number) == timelines


@given(states=st.lists(acts(), min_size=2, max_size=4))
def test_every_recording_stays_readable(workspace: Workspace, states: list[Act]) -> None:
    root = f"{next(counter):032x}"
    recorded = []
    with workspace.writing() as connection:
        document, line = new_document(connection, root, "regulation", states[0], "")
        for act in states:
            number = next_number(connection)
            new = NewRecording(line, document, "edit", None, "", 0, 0)
            known = known_timelines(connection, line, number)
            now = timelines_of([(0, act)], root, known=known)
            changed = {u: spans for u, spans in now.items() if known.get(u) != spans}
            changed |= {u: NEVER for u in known if u not in now}
            write_recording(connection, number, new, changed)
            write_timelines(connection, number, new, changed, {})
            recorded.append((number, act))
    with workspace.reading() as connection:
        for number, act in recorded:
            assert load_act(connection, line, 0, number) == act
