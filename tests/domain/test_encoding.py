"""Own words of units, components and acts come back as they were."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.encoding import (
    decode_act,
    decode_component,
    decode_unit,
    encode_act,
    encode_component,
    encode_unit,
    hash_of,
    is_component,
)
from quyche_app.domain.units import Block, Cell, Mark, Opaque, Paragraph, Table, Unit, UnitKind

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
marks = st.builds(Mark, st.integers(0, 9), st.integers(0, 9), st.sampled_from("biu"))
paragraphs = st.builds(
    Paragraph,
    words,
    st.lists(marks, max_size=2).map(tuple),
    st.sampled_from(["", "center", "right"]),
)
cells = st.builds(Cell, st.lists(paragraphs, max_size=2).map(tuple), st.integers(1, 3))
tables = st.builds(Table, st.lists(st.lists(cells, max_size=2).map(tuple), max_size=2).map(tuple))
blocks: st.SearchStrategy[tuple[Block, ...]] = st.lists(
    paragraphs | tables | st.builds(Opaque, words, words, words), max_size=3
).map(tuple)
units = st.builds(
    Unit,
    st.just("u"),
    st.sampled_from(UnitKind),
    words,
    words,
    st.none() | words,
    st.booleans(),
    blocks,
    st.just(()),
    blocks,
    st.booleans(),
)


@given(units)
def test_a_unit_comes_back_and_equal_units_have_equal_words(unit: Unit) -> None:
    stored = encode_unit(unit)
    assert decode_unit(json.loads(stored), "u", ()) == unit
    assert encode_unit(replace(unit, id="other")) == stored


@given(st.sampled_from(ComponentKind), words, words, blocks, blocks, st.booleans())
def test_a_component_comes_back(
    kind: ComponentKind,
    label: str,
    title: str,
    front: tuple[Block, ...],
    back: tuple[Block, ...],
    repealed: bool,
) -> None:
    component = Component("c", kind, label, title, front, (), back, repealed)
    fields = json.loads(encode_component(component))
    assert is_component(fields)
    assert decode_component(fields, "c", ()) == component


def test_the_head_of_an_act_comes_back() -> None:
    act = Act(
        "07-QC/TU", "Quy chế", "làm việc", "TỈNH ỦY", "Bến Mẫu", date(2016, 1, 10), None, "Ai"
    )
    fields = json.loads(encode_act(act))
    assert decode_act(fields, ()) == act
    assert not is_component(fields)


def test_a_plain_clause_is_stored_shortly_and_named_by_its_words() -> None:
    clause = Unit("u", UnitKind.CLAUSE, "2", "2. ", lead=(Paragraph("Mỗi việc một người."),))
    assert encode_unit(clause) == '["clause","2","2. ",["Mỗi việc một người."]]'
    other = replace(clause, lead=(Paragraph("Mỗi việc hai người."),))
    assert hash_of(encode_unit(clause)) != hash_of(encode_unit(other))
    assert len(hash_of("")) == 32
