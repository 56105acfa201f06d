"""Notes of a consolidated text: on which unit, of which slot, how often (docs/field.md 5.4)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.notes import act_words, component_path, footnotes_of, place_words
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.addresses import parse_path
from quyche_app.domain.operations import Instruction, Target
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.verbs import Verb
from tests.making import article, clause, component

_BODY = component(ComponentKind.BODY, article("5", "A", clause("2", "x")))
_APPENDIX = component(ComponentKind.APPENDIX, label="I")
_INDEX = TreeIndex(Act(components=(_BODY, _APPENDIX)))
_ACT = Act("9-QĐ/TU", "Quyết định", "sửa đổi", issue_date=date(2018, 7, 5))
_ADDRESS = parse_path("d5/k2")
assert _ADDRESS is not None
_ORDER = Instruction(3, 2, "Điều 1 khoản 3 điểm a", (1, 1), "", Verb.AMEND, (Target(_ADDRESS),))


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (_ACT, "Quyết định số 9-QĐ/TU, ngày 05/7/2018"),
        (replace(_ACT, issue_date=None), "Quyết định số 9-QĐ/TU"),
        (replace(_ACT, number="9/2018/QĐ-UBND"), "Quyết định số 9/2018/QĐ-UBND sửa đổi"),
        (Act(title="Sửa đổi"), "Văn bản sửa đổi"),
        (Act(), "Văn bản"),
    ],
)
def test_an_act_as_a_note_names_it(act: Act, words: str) -> None:
    assert act_words(act) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Điều 1 khoản 3 điểm a", "điểm a khoản 3 Điều 1"),
        ("Điều 1", "Điều 1"),
        ("khoản 3 điểm a tiết i", "tiết i điểm a khoản 3"),
        ("", ""),
    ],
)
def test_a_place_is_cited_from_the_small(place: str, words: str) -> None:
    assert place_words(place) == words


@pytest.mark.parametrize(
    ("unit", "path"), [(_APPENDIX.id, "plI"), (_BODY.id, "*"), ("không có", "*")]
)
def test_the_path_of_a_component(unit: str, path: str) -> None:
    assert component_path(_INDEX, unit) == path


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ([("clause-2", "unit")], [("clause-2", "d5/k2", "unit")]),
        ([("clause-2", "words:text")], [("clause-2", "d5/k2", "text")]),
        ([("clause-2", "unit"), ("clause-2", "unit")], [("clause-2", "d5/k2", "unit")]),
        (
            [("clause-2", "heading"), ("article-5", "lead")],
            [("clause-2", "d5/k2", "heading"), ("article-5", "d5", "lead")],
        ),
        ([(_APPENDIX.id, "repeal")], [(_APPENDIX.id, "plI", "repeal")]),
        ([], []),
    ],
)
def test_one_note_a_changed_unit_and_slot(
    written: list[tuple[str, str]], found: list[tuple[str, str, str]]
) -> None:
    order = replace(_ORDER, verb=Verb.REMOVE_WORDS, words_old=("cũ",))
    ledger = Ledger(order if "words" in str(written) else _ORDER)
    for unit, what in written:
        ledger.write(unit, what)
    notes = footnotes_of(ledger, _ACT, _INDEX, date(2018, 7, 16), Counter())
    assert [(note.unit_id, note.path, note.slot) for note in notes] == found
    assert all((note.act_no, note.instruction) == (2, 3) for note in notes)
    assert all(act_words(_ACT) in note.text and "16 tháng 7" in note.text for note in notes)


@pytest.mark.parametrize(
    ("verb", "old", "new", "count"),
    [
        (Verb.REPLACE_WORDS, ("a", "b"), ("c",), 2),
        (Verb.REPLACE_WORDS, ("a",), (), 0),
        (Verb.ADD_WORDS, (), ("c", "d"), 1),
        (Verb.REMOVE_WORDS, ("a", "b"), (), 2),
    ],
)
def test_words_have_a_note_each(
    verb: Verb, old: tuple[str, ...], new: tuple[str, ...], count: int
) -> None:
    ledger = Ledger(replace(_ORDER, verb=verb, words_old=old, words_new=new))
    ledger.write("clause-2", "words:text")
    assert len(footnotes_of(ledger, _ACT, _INDEX, None, Counter())) == count


def test_how_often_a_unit_was_amended_is_counted_on() -> None:
    times: Counter[str] = Counter({"clause-2": 1})
    ledger = Ledger(_ORDER)
    ledger.write("clause-2", "unit")
    (second,) = footnotes_of(ledger, _ACT, _INDEX, None, times)
    (third,) = footnotes_of(ledger, _ACT, _INDEX, None, times)
    assert times["clause-2"] == 3
    assert second.text != third.text
