"""Laws of comparing and redlining over random regulations and random edits."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from quyche_app.comparing import compare
from quyche_app.domain.acts import Act
from quyche_app.domain.comparisons import ChangeKind, Comparison
from quyche_app.domain.flow import act_lines
from quyche_app.domain.texts import clean
from quyche_app.writing.layout import load_profile
from quyche_app.writing.redline import redline_bytes
from quyche_app.writing.redline_lines import side_lines
from quyche_app.writing.resolver import accept_all, reject_all
from tests.properties.strategies import articles, edited_trees, edited_typed, typed


def _bytes(comparison: Comparison) -> bytes:
    return redline_bytes(comparison, author="A", day=date(2020, 1, 2), profile=load_profile("dang"))


def _lines(act: Act) -> list[str]:
    return [line for line in map(clean, act_lines(act)) if line]


@given(edited_typed())
def test_reject_all_is_the_old_text_and_accept_all_the_new(texts: tuple[Act, Act]) -> None:
    old, new = texts
    data = _bytes(compare(old, new))
    assert reject_all(data) == act_lines(old)
    assert accept_all(data) == act_lines(new)


@given(edited_trees())
def test_both_sides_are_right_with_tables_marks_repeals_and_appendices(
    texts: tuple[Act, Act],
) -> None:
    old, new = texts
    for by_identity in (True, False):
        data = _bytes(compare(old, new, by_identity=by_identity))
        assert reject_all(data) == _lines(old)
        assert accept_all(data) == _lines(new)


@given(edited_trees())
def test_the_same_comparison_gives_the_same_bytes(texts: tuple[Act, Act]) -> None:
    comparison = compare(*texts, by_identity=True)
    assert _bytes(comparison) == _bytes(comparison)


@given(edited_trees())
def test_the_lines_of_a_side_are_the_lines_of_the_act(texts: tuple[Act, Act]) -> None:
    for act in texts:
        words = [line for side in side_lines(act) for line in side.text.split("\n")]
        assert words == act_lines(act)


@given(edited_typed())
def test_every_provision_stands_in_exactly_one_pair_and_the_words_add_up(
    texts: tuple[Act, Act],
) -> None:
    old, new = texts
    pairs = [p for p in compare(old, new).pairs if p.slot == "text"]
    assert sorted(s.unit_id for p in pairs for s in p.old) == sorted(u.id for u in old.units())
    assert sorted(s.unit_id for p in pairs for s in p.new) == sorted(u.id for u in new.units())


@given(articles())
def test_a_text_compared_with_itself_is_unchanged(parts: list[list[str]]) -> None:
    act = typed(parts)
    assert {p.kind for p in compare(act, act).pairs} == {ChangeKind.UNCHANGED}
