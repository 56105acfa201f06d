"""Laws of a written decision: applied to the old text it gives the new one, and its verdict says so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.acts import Act, act_lines
from quyche_app.domain.errors import WritingError
from quyche_app.domain.units import UnitKind, unit_lines
from quyche_app.reading.files import read_bytes
from quyche_app.services.decide import decide
from tests.properties.revisions import revisions
from tests.properties.strategies import edited_typed

_REVISIONS = st.one_of(revisions(keeps_labels=True), revisions(keeps_labels=False))


def _articles(act: Act) -> list[list[str]]:
    """The words of every article, without those of what is repealed."""
    found = []
    for unit in act.units():
        if unit.kind is UnitKind.ARTICLE and not unit.repealed:
            found.append([line for line in unit_lines(unit) if not line.endswith("(được bãi bỏ)")])
    return found


def _applied(old: Act, decision: Act) -> Act:
    """Print the decision, read the file as a stranger's, and apply it."""
    text = read_bytes("quyet-dinh.txt", "\n".join(act_lines(decision)).encode())
    return consolidate(old, [read_amendments(text, 1)]).act


@given(_REVISIONS)
def test_a_decision_applied_to_the_old_text_gives_what_it_leads_to(texts: tuple[Act, Act]) -> None:
    old, new = texts
    try:
        decision = decide(old, new)
    except WritingError:
        assert act_lines(old) == act_lines(new)
        return
    assert decision.mismatches == ()
    assert _articles(_applied(old, decision.act)) == _articles(decision.goal)
    if not decision.relabelled:
        assert _articles(decision.goal) == _articles(new)


@given(edited_typed())
def test_the_verdict_is_true_just_where_the_new_text_comes_out(texts: tuple[Act, Act]) -> None:
    old, new = texts
    try:
        decision = decide(old, new)
    except WritingError:
        assert act_lines(old) == act_lines(new)
        return
    comes_out = _articles(_applied(old, decision.act)) == _articles(decision.goal)
    assert comes_out == (not decision.mismatches)
    assert decision.is_true <= comes_out
