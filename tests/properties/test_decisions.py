"""Laws of a written decision: applied to the old text it gives the new one, and its verdict says so."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.comparing import compare
from quyche_app.domain.acts import Act
from quyche_app.domain.decisions import Decision
from quyche_app.domain.errors import WritingError
from quyche_app.domain.flow import act_lines, unit_lines
from quyche_app.domain.units import GROUPING_KINDS, Unit, UnitKind
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


def _laid_out(act: Act) -> list[tuple[tuple[str, ...], list[str]]]:
    """Every living article with the chapter it stands in, in order."""
    found = []

    def look(units: tuple[Unit, ...], above: tuple[str, ...]) -> None:
        for unit in units:
            if unit.repealed:
                continue
            if unit.kind in GROUPING_KINDS:
                look(unit.children, (*above, unit.label))
            else:
                lines = [line for line in unit_lines(unit) if not line.endswith("(được bãi bỏ)")]
                found.append((above, lines))

    for component in act.components:
        look(component.units, ())
    return found


def _decided(old: Act, new: Act) -> Decision | None:
    """The decision; None where no provision differs, or only their order and chapters do."""
    try:
        return decide(old, new)
    except WritingError as refused:
        if act_lines(old) != act_lines(new) and "chỉ khác ở" not in refused.sentence:
            raise
        return None


@given(_REVISIONS)
def test_a_decision_applied_to_the_old_text_gives_what_it_leads_to(texts: tuple[Act, Act]) -> None:
    old, new = texts
    decision = _decided(old, new)
    if decision is None:
        return
    got = _applied(old, decision.act)
    # A quotation mark without its fellow ends the quotation of new wording: the verdict says so.
    is_balanced = all(line.count("“") == line.count("”") for line in act_lines(new))
    if is_balanced and not any(one.is_provision for one in decision.left_out):
        assert _articles(got) == _articles(decision.goal)
    if any(unit.kind in GROUPING_KINDS for unit in new.units()):
        assert decision.is_true == (_laid_out(got) == _laid_out(decision.goal))
    else:  # that the new text has no chapters is left out, and said
        assert decision.is_true == (_articles(got) == _articles(decision.goal))
    if decision.gives_new:
        assert _laid_out(got) == _laid_out(new)


@given(_REVISIONS)
def test_both_texts_can_be_read_off_a_comparison(texts: tuple[Act, Act]) -> None:
    for old, new in (texts, texts[::-1]):
        pairs = compare(old, new).pairs
        for act, left_out in ((old, "insert"), (new, "delete")):
            said = [
                line
                for pair in pairs
                for line in "".join(
                    change.text for change in pair.changes if change.op != left_out
                ).split("\n")
                if line
            ]
            assert Counter(said) == Counter(act_lines(act))


@given(edited_typed())
def test_the_verdict_is_true_just_where_the_new_text_comes_out(texts: tuple[Act, Act]) -> None:
    old, new = texts
    decision = _decided(old, new)
    if decision is None:
        return
    comes_out = _articles(_applied(old, decision.act)) == _articles(decision.goal)
    assert comes_out == (not decision.mismatches)
    assert decision.is_true <= comes_out
