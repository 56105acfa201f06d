"""A comparison as rows: numbers, layers, folds, moved provisions."""

from __future__ import annotations

from quyche_app.domain.comparisons import Change, ChangeKind, Comparison, Layer, Pair, Side
from quyche_app.domain.units import UnitKind
from quyche_app.gui.compare.folds import fold
from quyche_app.gui.compare.marked import marked_texts
from quyche_app.gui.compare.rows import LAYERS, SHOWN_AT_FIRST, make_rows
from quyche_app.gui.compare.state import Compared, CompareState
from tests.gui import fakes

OLD, NEW = fakes.act_of(fakes.OLD_TEXT), fakes.act_of(fakes.NEW_TEXT)
COMPARISON = fakes.comparison_of(OLD, NEW)
ALL = frozenset(key for key, _ in LAYERS)


def with_layer(layer: Layer) -> Comparison:
    """Give the comparison with its edits put into another layer."""
    pairs = tuple(
        Pair(
            p.old,
            p.new,
            p.kind,
            p.level,
            p.slot,
            p.sure,
            tuple(Change(c.op, c.text, c.layer if c.op == "equal" else layer) for c in p.changes),
        )
        if p.kind is ChangeKind.EDITED
        else p
        for p in COMPARISON.pairs
    )
    return Comparison(OLD, NEW, pairs)


def moved() -> Comparison:
    """Give a comparison in which Điều 4 moved up behind Điều 1."""
    old = next(p for p in COMPARISON.pairs if p.old and p.old[0].words == "Điều 4").old[0]
    new = Side(old.unit_id, "d1a", "Điều 1a")
    text = "Điều 4. Con dấu\nVăn phòng quản lý con dấu."
    pair = Pair(
        (old,), (new,), ChangeKind.MOVED, UnitKind.ARTICLE, "text", True, (Change("equal", text),)
    )
    kept = [p for p in COMPARISON.pairs if not p.old or p.old[0].words != "Điều 4"]
    return Comparison(OLD, NEW, (*kept[:4], pair, *kept[4:]))


def test_an_inserted_article_counts_once_with_its_clauses() -> None:
    view = make_rows(COMPARISON, SHOWN_AT_FIRST)
    assert [change.words for change in view.changes] == ["Khoản 1 Điều 1", "Điều 3a", "Điều 4"]
    assert view.changes[1].summary == "bổ sung, gồm 2 khoản"
    assert [row.change for row in view.rows if row.words.endswith("3a")] == [2, 2, 2]


def test_every_line_of_both_texts_is_in_the_rows() -> None:
    rows = make_rows(COMPARISON, SHOWN_AT_FIRST).rows
    left = [line.text for row in rows for line in row.left or ()]
    right = [line.text for row in rows for line in row.right or ()]
    assert left == fakes.OLD_TEXT.split("\n")
    assert right == fakes.NEW_TEXT.split("\n")


def test_a_missing_side_is_hatched_not_empty() -> None:
    rows = make_rows(COMPARISON, SHOWN_AT_FIRST).rows
    assert next(row for row in rows if row.words == "Điều 3a").left is None
    assert next(row for row in rows if row.words == "Điều 4").right is None


def test_what_a_hidden_layer_hides_is_counted() -> None:
    comparison = with_layer(Layer.PUNCTUATION)
    some, every = make_rows(comparison, SHOWN_AT_FIRST), make_rows(comparison, ALL)
    assert some.hidden == 1
    assert len(some.changes) + some.hidden == len(every.changes) == some.total
    edited = next(row for row in some.rows if row.words == "Khoản 1 Điều 1")
    assert not any(run.form == "removed" for line in edited.left or () for run in line.runs)


def test_a_moved_provision_stands_at_both_places_under_one_number() -> None:
    rows = make_rows(moved(), SHOWN_AT_FIRST).rows
    here = [row for row in rows if row.bar == "moved"]
    assert len(here) == 2
    assert {row.change for row in here} == {here[0].change}
    places = {(row.left is None, row.right is None) for row in here}
    assert places == {(True, False), (False, True)}
    words = {row.left_remark or row.right_remark for row in here}
    assert words == {"chuyển đến Điều 1a", "chuyển từ Điều 4"}


def test_folds_hide_only_what_did_not_change_and_say_how_much() -> None:
    view = make_rows(COMPARISON, SHOWN_AT_FIRST)
    folded = fold(view.rows)
    inside = [inner for row in folded for inner in row.folded]
    assert not any(inner.change for inner in inside)
    assert [row.change for row in folded if row.change] == [
        row.change for row in view.rows if row.change
    ]
    assert len(inside) + sum(not row.is_fold for row in folded) == len(view.rows)
    names = [(row.fold, row.fold_count) for row in folded if row.is_fold]
    assert ("Điều 2 – Điều 3", "2 điều không đổi") in names
    assert any(count == "khoản 2 Điều 1 không đổi" for _, count in names)


def test_the_name_of_the_article_above_a_change_stays_in_view() -> None:
    folded = fold(make_rows(COMPARISON, SHOWN_AT_FIRST).rows)
    assert "Điều 1" in [row.words for row in folded if not row.is_fold]


def test_marks_lie_in_the_texts_they_belong_to() -> None:
    marked = marked_texts(COMPARISON)
    old = {run.form for block in marked.old for line in block.lines for run in line.runs}
    new = {run.form for block in marked.new for line in block.lines for run in line.runs}
    assert "removed" in old
    assert "added" not in old
    assert "added" in new
    assert "removed" not in new


def state() -> CompareState:
    """Give the state of the screen over the comparison."""
    made = CompareState(document="d1")
    made.compared = Compared(None, None, COMPARISON)  # type: ignore[arg-type]
    made.make_view()
    made.present = 1
    return made


def test_seen_and_next_goes_through_all_changes() -> None:
    looked = state()
    for _ in range(looked.total):
        looked.seen_and_next()
    assert looked.seen_count() == looked.total == 3
    assert looked.present == 3


def test_a_tick_belongs_to_the_words() -> None:
    looked = state()
    looked.tick(1)
    assert looked.is_seen(1)
    other = with_layer(Layer.SUBSTANCE)
    pairs = tuple(
        Pair(p.old, p.new, p.kind, p.level, p.slot, p.sure, (*p.changes, Change("insert", " mới")))
        if p.kind is ChangeKind.EDITED
        else p
        for p in other.pairs
    )
    looked.compared = Compared(None, None, Comparison(OLD, NEW, pairs))  # type: ignore[arg-type]
    looked.make_view()
    assert not looked.is_seen(1)


def test_the_list_is_filtered_without_tone_marks() -> None:
    looked = state()
    looked.words = "dieu 3a"
    assert [change.words for change in looked.listed()] == ["Điều 3a"]


def test_equal_texts_are_called_equal() -> None:
    looked = state()
    looked.compared = Compared(None, None, fakes.comparison_of(OLD, OLD))  # type: ignore[arg-type]
    looked.make_view()
    assert looked.verdict() == "Lời văn hai bản giống hệt nhau, từng chữ."
    looked.compared = Compared(None, None, with_layer(Layer.PUNCTUATION))  # type: ignore[arg-type]
    looked.layers = frozenset({"numbering"})
    looked.make_view()
    assert looked.verdict() == "Nội dung giống nhau; có 3 khác biệt ở các lớp đang ẩn."


def test_a_comma_that_came_with_new_words_is_marked_with_them() -> None:
    pairs = tuple(
        Pair(
            p.old,
            p.new,
            p.kind,
            p.level,
            p.slot,
            p.sure,
            (*p.changes, Change("insert", ",", Layer.PUNCTUATION)),
        )
        if p.kind is ChangeKind.EDITED
        else p
        for p in COMPARISON.pairs
    )
    view = make_rows(Comparison(OLD, NEW, pairs), SHOWN_AT_FIRST)
    edited = next(row for row in view.rows if row.words == "Khoản 1 Điều 1")
    (line,) = edited.right or ()
    assert line.runs[-1].form == "added"
    assert line.text[line.runs[-1].start : line.runs[-1].end] == ","
    assert view.hidden == 0
