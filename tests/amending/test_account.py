"""The account of one instruction while it is applied."""

from __future__ import annotations

from quyche_app.amending.account import Ledger
from quyche_app.domain.operations import Instruction
from quyche_app.domain.verbs import Verb
from tests.making import why


def ledger() -> Ledger:
    return Ledger(Instruction(0, 1, "Điều 1 khoản 1", (1, 1), "Bãi bỏ Điều 3.", Verb.REPEAL, ()))


def test_doubts_and_failures_are_said_once() -> None:
    made = ledger()
    for doubt in (why("one"), None, why("two"), why("one")):
        made.doubt(doubt)
    made.fail(why("x"))
    made.fail(why("y"), "Điều 4")
    made.fail(why("x"), "Điều 5")
    assert made.doubts == [why("one"), why("two")]
    assert made.failures == [why("x"), why("y")]
    assert made.nearest == "Điều 4"


def test_a_unit_is_written_once_and_every_note_is_kept() -> None:
    made = ledger()
    for unit, what in (("u", "lead"), ("v", "unit"), ("u", "heading")):
        made.write(unit, what)
    assert made.changed == ["u", "v"]
    assert made.notes == [("u", "lead"), ("v", "unit"), ("u", "heading")]


def test_what_was_found_out_stays_when_nothing_is_carried_out() -> None:
    made = ledger()
    made.doubt(why("one"))
    made.fail(why("x"), "Điều 4")
    made.write("u", "unit")
    kept = made.without_changes()
    assert (kept.doubts, kept.failures, kept.nearest) == ([why("one")], [why("x")], "Điều 4")
    assert (kept.changed, kept.notes, kept.occurrences) == ([], [], [])
