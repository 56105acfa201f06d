"""What stands round the new wording in its quotation."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.surroundings import Handed, doubt_surroundings
from quyche_app.amending.wording import parse_wording
from quyche_app.domain.identities import running_numbers
from quyche_app.domain.units import walk
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import codes, desk_of, order
from tests.making import act, article, clause

_TEXT = act(article("5", "Họp", clause("1", "Một."), clause("2", "Hai."), id="a5"))


def doubts_of(*quoted: str, claims: frozenset[str] = frozenset()) -> list[str]:
    """The doubts about a quotation of which clause 2 became text."""
    made = order(Verb.AMEND, "d5/k2", quoted=quoted)
    ledger, wording = Ledger(made), parse_wording(made, running_numbers())
    taken = [unit.id for unit in walk(wording.units) if unit.label == "2"]
    work = desk_of(_TEXT).work
    held = [unit for unit in work.by_id.values() if unit.label in ("5", "2")]
    doubt_surroundings(Handed(ledger, wording, taken, claims), held)
    return codes(ledger.doubts)


@pytest.mark.parametrize(
    ("quoted", "doubts"),
    [
        (("2. Mới.",), []),
        (("Điều 5. Họp", "2. Mới."), []),
        (("Điều 5. HỌP.", "2. Mới."), []),
        (("Điều 5. Họp", "1. Một.", "2. Mới."), []),
        (("Điều 5. Báo cáo", "2. Mới."), ["wording.held_otherwise"]),
        (("Điều 5. Họp", "1. Khác.", "2. Mới."), ["wording.unused"]),
        (("Khi cần thì họp.", "2. Mới."), ["wording.words_before"]),
        (("…", "2. Mới."), []),
    ],
    ids=[
        "nothing",
        "the name as it is",
        "the name in capitals",
        "a neighbour as it is",
        "another name",
        "another neighbour",
        "words before",
        "dots before",
    ],
)
def test_what_reads_otherwise_than_the_text_is_doubted(
    quoted: tuple[str, ...], doubts: list[str]
) -> None:
    assert doubts_of(*quoted) == doubts


def test_a_neighbour_that_another_order_of_the_quotation_takes_is_no_doubt() -> None:
    assert doubts_of("Điều 5. Họp", "1. Khác.", "2. Mới.", claims=frozenset(("d5/k1",))) == []
