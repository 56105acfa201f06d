"""Orders as values: their provisions change as one."""

from __future__ import annotations

from dataclasses import replace

from quyche_app.domain.addresses import Step
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import Cited
from quyche_app.language.orders import Order, WordPair

_CLAUSE = Cited([Step("khoản", "2")])
_ORDER = Order(
    Verb.MERGE,
    targets=(_CLAUSE,),
    results=(_CLAUSE,),
    reference=_CLAUSE,
    pairs=(WordPair("A", "B", places=(_CLAUSE,)),),
)


def _lead_of(one: Cited) -> Cited:
    return replace(one, slot="lead")


def test_every_provision_of_an_order_is_changed_with_those_of_its_words() -> None:
    changed = _ORDER.with_places(_lead_of)
    (pair,) = changed.pairs
    named = [*changed.targets, *changed.results, changed.reference, *pair.places]
    assert [one.slot for one in named if one is not None] == ["lead"] * 4
    assert (pair.old, pair.new, changed.verb) == ("A", "B", Verb.MERGE)


def test_only_the_places_of_words_are_changed_where_that_is_asked() -> None:
    changed = _ORDER.with_places_of_words(_lead_of)
    assert [one.slot for one in changed.pairs[0].places] == ["lead"]
    assert [one.slot for one in (*changed.targets, *changed.results)] == ["unit", "unit"]


def test_an_order_beside_nothing_stays_so() -> None:
    assert replace(_ORDER, reference=None).with_places(_lead_of).reference is None
