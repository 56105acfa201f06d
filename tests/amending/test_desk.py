"""The desk of one act: what its addresses mean, what it wrote, and who wrote a place first."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.desk import Desk
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.addresses import Address, Step, parse_path
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Target
from quyche_app.domain.units import Paragraph, Unit, UnitKind
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import desk_of, order, told
from tests.making import act, article, clause, component, point

_TEXT = act(
    article(
        "1",
        "Họp",
        clause("1", "Một."),
        clause("2", "Hai.", point("a", "Việc.", id="old-a"), point("b", "Khác.", id="old-b")),
    ),
    article("2", "Báo cáo", id="a2"),
)
_TWO = Act(
    components=(
        component(ComponentKind.BODY, article("1", "Ban hành", id="of-decision")),
        component(ComponentKind.REGULATION, article("1", "Họp", id="of-regulation")),
    )
)


def place(path: str) -> Address:
    found = parse_path(path)
    assert found is not None
    return found


def account(path: str = "d1") -> Ledger:
    return Ledger(order(Verb.AMEND, path))


# -- what an address means ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "component_name", "path", "doubts"),
    [
        ("", "", "qc:d1", ["target.decision_or_regulation"]),
        ("sửa đổi Quy chế làm việc", "", "qc:d1", []),
        ("", "body", "d1", []),
        ("", "regulation", "qc:d1", ["target.decision_or_regulation"]),
    ],
    ids=["neither says", "the title says", "the order says", "as the reader completes it"],
)
def test_an_article_of_both_is_that_of_the_regulation_with_a_doubt_unless_it_is_said(
    title: str, component_name: str, path: str, doubts: list[str]
) -> None:
    desk = desk_of(_TWO, title)
    ledger = Ledger(order(Verb.AMEND, "d1", component=component_name))
    assert desk.address(Target(place("d1")), ledger).path == path
    assert told(ledger) == ([], doubts)


def test_a_unit_is_given_as_it_is_worked_on() -> None:
    desk, ledger = desk_of(_TEXT), account()
    unit = desk.unit(place("d1/k2/đa"), ledger)
    assert unit is desk.work.by_id["old-a"]
    assert told(ledger) == ([], [])


def test_what_is_missing_is_told_with_the_nearest_one() -> None:
    desk, ledger = desk_of(_TEXT), account()
    assert desk.unit(place("d1/k3"), ledger) is None
    assert told(ledger) == (["target.nearest"], [])
    assert ledger.nearest == "khoản 2 Điều 1"


def test_what_another_order_took_away_is_no_place_any_more() -> None:
    desk, ledger = desk_of(_TEXT), account()
    del desk.work.by_id["old-a"]
    assert desk.unit(place("d1/k2/đa"), ledger) is None
    assert told(ledger) == (["clash.changed_by_another"], [])


# -- writing -----------------------------------------------------------------------------------------


def test_new_wording_keeps_the_identities_of_what_keeps_its_label() -> None:
    desk = desk_of(_TEXT)
    clause_2 = desk.work.by_id["clause-2"]
    desk.rewrite(
        clause_2,
        clause("2", "Hai mới.", point("a", "Việc mới.", id="n1"), point("c", "Thêm.", id="n2")),
    )
    made = desk.work.frozen().components[0].units[0].children[1]
    assert (made.id, [child.id for child in made.children]) == ("clause-2", ["old-a", "n2"])
    assert "old-b" not in desk.work.by_id
    assert desk.rewritten == {"clause-2", "old-a", "n2"}
    assert desk.work.by_id["n2"].parent is clause_2


def test_an_article_reworded_without_its_label_keeps_the_printed_one() -> None:
    desk = desk_of(_TEXT)
    desk.rewrite(desk.work.by_id["a2"], article("2", "Báo cáo mới", prefix=""))
    made = desk.work.frozen().components[0].units[1]
    assert (made.prefix, made.heading) == (_TEXT.components[0].units[1].prefix, "Báo cáo mới")


def put(desk: Desk, new: Unit, above: str | None, at: int, ledger: Ledger) -> None:
    parent = desk.work.by_id[above] if above is not None else None
    desk.put(new, parent, None, at, ledger)


def test_a_new_unit_stands_where_it_was_put_and_is_found_by_its_place_with_a_doubt() -> None:
    desk, ledger, later = desk_of(_TEXT), account(), account()
    put(desk, clause("1a", "Xen.", id="new"), "article-1", 1, ledger)
    assert [c.id for c in desk.work.by_id["article-1"].children] == ["clause-1", "new", "clause-2"]
    assert ledger.notes == [("new", "insert")]
    found = desk.unit(place("d1/k1a"), later)
    assert found is not None
    assert found.id == "new"
    assert told(later) == ([], ["doubt.inserted_by_this_act"])


def test_an_article_is_put_among_the_top_units_of_the_main_text() -> None:
    desk, ledger = desk_of(_TEXT), account()
    put(desk, article("3", "Mới", id="new"), None, 2, ledger)
    assert [u.id for u in desk.work.frozen().components[0].units] == ["article-1", "a2", "new"]
    assert desk.inserted == {"d3": "new"}


def test_the_path_of_a_new_unit_of_an_attached_regulation_names_it() -> None:
    desk, ledger = desk_of(_TWO), account()
    put(desk, clause("1", "Mới.", id="new"), "of-regulation", 0, ledger)
    put(desk, clause("1", "Khác.", id="other"), "of-decision", 0, ledger)
    assert desk.inserted == {"qc:d1/k1": "new", "d1/k1": "other"}


def test_the_words_of_an_article_come_before_its_first_clause() -> None:
    """They were its last words while it had no clauses."""
    text = act(article("1", "Họp", tail=(Paragraph("Họp như sau:"),)))
    desk, ledger = desk_of(text), account()
    put(desk, clause("1", "Một."), "article-1", 0, ledger)
    assert act_lines(desk.work.frozen()) == ["Điều 1. Họp", "Họp như sau:", "1. Một."]


# -- who wrote it first ------------------------------------------------------------------------------


def is_free(written: str, wanted: str, new: Unit) -> tuple[bool, Ledger, Ledger]:
    desk, first, second = desk_of(_TEXT), account(), account()
    desk.worded[written] = first
    return desk.is_free(desk.work.by_id[wanted], new, "khoản 2 Điều 1", second), first, second


_OTHER = clause("2", "Lời khác.")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("clause-2", "clause-2"), ("article-1", "clause-2"), ("old-a", "clause-2")],
    ids=["the unit itself", "what holds it", "what is in it"],
)
def test_a_second_wording_fails_and_the_first_becomes_doubtful(written: str, wanted: str) -> None:
    free, first, second = is_free(written, wanted, _OTHER)
    assert not free
    assert told(second) == (["clash.amended_by_another"], [])
    assert told(first) == ([], ["clash.another_wording"])


def test_a_neighbour_and_the_same_words_are_no_clash() -> None:
    same = _TEXT.components[0].units[0].children[1]
    for written, new in (("clause-1", _OTHER), ("clause-2", same)):
        free, first, second = is_free(written, "clause-2", new)
        assert free
        assert (told(first), told(second)) == (([], []), ([], []))


def test_an_order_is_no_clash_with_itself() -> None:
    desk, ledger = desk_of(_TEXT), account()
    desk.worded["clause-2"] = ledger
    assert desk.is_free(desk.work.by_id["clause-2"], _OTHER, "khoản 2", ledger)


def test_paths_stop_at_the_article_whatever_holds_it() -> None:
    text = act(Unit("c1", UnitKind.CHAPTER, "I", "Chương I", children=(article("1", "Họp"),)))
    desk, ledger = desk_of(text), account()
    put(desk, clause("1", "Mới.", id="new"), "article-1", 0, ledger)
    assert desk.inserted == {Address((Step("article", "1"), Step("clause", "1"))).path: "new"}
