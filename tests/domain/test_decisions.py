"""When a decision is true, when it gives the new text, and when a person must look."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.beside import Part, Uncompared
from quyche_app.domain.decisions import (
    Decision,
    Item,
    LeftOut,
    Mismatch,
    ProvisionVerdict,
    Relabelling,
    WrittenItem,
)
from quyche_app.domain.verbs import Verb
from tests.making import why

_ITEM = WrittenItem(
    Item(Verb.REPEAL, (), "c", "d3", 0), "Điều 1 khoản 1", "Bãi bỏ Điều 3.", why("reading"), True
)
_SOUND = Decision(Act(), Act(), Act(), (ProvisionVerdict("d1", "d1", True),), (_ITEM,), (), (), ())
_RELABELLED = Relabelling("d4", "d3a", "Điều 3a", is_inserted=True)


@pytest.mark.parametrize(
    ("change", "is_true", "gives_new", "needs_a_person"),
    [
        ({}, True, True, False),
        ({"items": ()}, True, True, False),
        ({"mismatches": (Mismatch("d1", "Điều 1", "a", "b"),)}, False, False, True),
        ({"items": (_ITEM, replace(_ITEM, is_true=False))}, False, False, True),
        ({"items": (replace(_ITEM, trouble=why("trouble")),)}, True, True, True),
        ({"relabelled": (_RELABELLED,)}, True, False, True),
        ({"left_out": (LeftOut("Điều 9", "không lệnh nào nói được"),)}, True, False, True),
        ({"left_out": (LeftOut("nơi nhận", "", is_provision=False),)}, True, True, False),
        ({"only_typed": ("d2",)}, True, False, False),
        ({"unused_reasons": ("d7",)}, True, True, True),
        ({"slips": (why("slip"),)}, True, True, True),
        ({"not_compared": (Uncompared(Part.NOTES, 1, 2),)}, True, True, True),
        ({"not_compared": (Uncompared(Part.LINKS, 1, 2),)}, True, True, False),
    ],
    ids=[
        "sound",
        "nothing to order",
        "mismatch",
        "an order that is not true",
        "an order with trouble",
        "relabelled",
        "a provision left out",
        "the foot left out",
        "typing left alone",
        "a reason too many",
        "a slip in the numbers",
        "notes differ",
        "links differ",
    ],
)
def test_what_a_decision_says_of_itself(
    change: dict[str, Any], is_true: bool, gives_new: bool, needs_a_person: bool
) -> None:
    made = replace(_SOUND, **change)
    assert (made.is_true, made.gives_new) == (is_true, gives_new)
    assert made.needs_a_person is needs_a_person
