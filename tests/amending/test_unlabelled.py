"""New wording of a provision that does not repeat its number."""

from __future__ import annotations

from quyche_app.amending.account import Ledger
from quyche_app.amending.unlabelled import labelled, prefix_beside
from quyche_app.amending.wording import Wording
from quyche_app.domain.addresses import Address, parse_path
from quyche_app.domain.units import Paragraph, UnitKind
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import desk_of, order, told
from tests.making import act, article, clause

_TEXT = act(article("9", "Họp", clause("10", "Mười.", prefix="10) ")))


def test_it_is_printed_as_its_neighbours_print_their_numbers_and_told() -> None:
    address = parse_path("d9/k10a")
    assert isinstance(address, Address)
    ledger = Ledger(order(Verb.INSERT, "d9/k10a", quoted=("Mới.",)))
    wording = Wording((Paragraph("Mới."),), ())
    made = labelled(desk_of(_TEXT), wording, address, "new", ledger)
    assert (made.kind, made.label, made.prefix) == (UnitKind.CLAUSE, "10a", "10a) ")
    assert made.lead == wording.loose
    assert told(ledger) == ([], ["wording.no_label"])


def test_without_neighbours_a_label_is_printed_in_the_usual_way() -> None:
    assert prefix_beside(None, UnitKind.POINT, "b").strip() == "b)"
