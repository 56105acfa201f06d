"""An act read from a file, alone or laid over a base."""

from __future__ import annotations

from pathlib import Path

from quyche_app.domain.operations import State
from quyche_app.domain.verbs import Verb
from quyche_app.services.read_amendments import read_act, read_over
from tests.services.office_texts import HALF, REGULATION, written


def test_an_act_is_read_with_its_number_in_the_call(tmp_path: Path) -> None:
    reading = read_act(written(tmp_path, "a.txt", HALF), 3)
    assert [i.verb for i in reading.instructions] == [Verb.AMEND, Verb.AMEND]
    assert {i.act_no for i in reading.instructions} == {3}
    assert reading.act.number == "300-QĐ/TU"


def test_over_a_base_it_says_what_would_come_of_each(tmp_path: Path) -> None:
    path, base = written(tmp_path, "a.txt", HALF), written(tmp_path, "b.txt", REGULATION)
    reading, outcomes = read_over(path, base)
    assert [outcome.instruction for outcome in outcomes] == list(reading.instructions)
    assert [outcome.state for outcome in outcomes] == [State.APPLIED, State.FAILED]
    assert read_over(path, None) == (reading, ())
