"""Renumber, move, split and merge: what becomes of what, and what is never done by halves."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.desk import Desk
from quyche_app.amending.relocations import merge, relocate, split
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.flow import act_lines
from quyche_app.domain.identities import running_numbers
from quyche_app.domain.operations import Instruction, Position
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import desk_of, order, target, told
from tests.making import act, article, chapter, clause, component, point, unit

_TEXT = act(
    chapter(
        "I",
        article(
            "1",
            "Họp",
            clause("1", "Một."),
            clause("2", "Hai.", point("a", "Việc.")),
            clause("3", "Ba."),
        ),
        article("2", "Báo cáo", clause("1", "Tuần.", id="c21"), id="a2"),
    ),
    chapter("II", article("4", "Hết", id="a4"), article("7", "Cũ", id="a7", repealed=True)),
)


def carried_out(made: Instruction, text: Act = _TEXT) -> tuple[list[str], Ledger, Desk]:
    desk, ledger = desk_of(text), Ledger(made)
    match made.verb:
        case Verb.SPLIT:
            split(desk, ledger, running_numbers())
        case Verb.MERGE:
            merge(desk, ledger, running_numbers())
        case _:
            relocate(desk, ledger)
    return act_lines(desk.work.frozen()), ledger, desk


def lines_of_first(made: Instruction, count: int = 5) -> list[str]:
    """The lines of Điều 1 after an instruction that raises no doubt."""
    lines, ledger, _ = carried_out(made)
    assert told(ledger) == ([], [])
    return lines[1 : 1 + count]


def refused(made: Instruction, code: str) -> None:
    """Nothing is done, and one reason is given."""
    lines, ledger, _ = carried_out(made)
    assert told(ledger) == ([code], [])
    assert (lines, ledger.changed) == (act_lines(_TEXT), [])


def test_a_clause_without_parts_becomes_a_point_of_another_one() -> None:
    lines = lines_of_first(order(Verb.MOVE, "d1/k3", results=("d1/k2/đb",)))
    assert lines == ["Điều 1. Họp", "1. Một.", "2. Hai.", "a) Việc.", "b) Ba."]


# -- renumber and move -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "labels"),
    [
        (("d1/k3",), ("d1/k4",), ["1", "2", "4"]),
        (("d1/k1",), ("d1/k2a",), ["2", "2a", "3"]),
        (("d1/k2", "d1/k3"), ("d1/k3", "d1/k4"), ["1", "3", "4"]),
        (("d1/k3", "d1/k2"), ("d1/k2", "d1/k3"), ["1", "2", "3"]),
        (("d1/k2",), ("d1/k2",), ["1", "2", "3"]),
    ],
    ids=["an empty number", "in its order", "one behind the other", "swapped", "its own number"],
)
def test_what_gets_another_number_stands_where_it_belongs(
    old: tuple[str, ...], new: tuple[str, ...], labels: list[str]
) -> None:
    _, ledger, desk = carried_out(order(Verb.RENUMBER, *old, results=new))
    first = desk.work.frozen().components[0].units[0].children[0]
    assert [each.label for each in first.children] == labels
    assert [each.prefix.strip() for each in first.children] == [f"{label}." for label in labels]
    assert told(ledger) == ([], [])
    assert [what for _, what in ledger.notes] == ["renumber"] * len(old)


def test_swapped_clauses_keep_their_identities() -> None:
    _, ledger, desk = carried_out(
        order(Verb.RENUMBER, "d1/k3", "d1/k2", results=("d1/k2", "d1/k3"))
    )
    first = desk.work.frozen().components[0].units[0].children[0]
    assert [each.id for each in first.children] == ["clause-1", "clause-3", "clause-2"]
    assert ledger.changed == ["clause-3", "clause-2"]


def test_a_clause_moves_to_another_article_with_what_is_in_it() -> None:
    lines, ledger, _ = carried_out(order(Verb.MOVE, "d1/k2", results=("d2/k2",)))
    assert lines == [
        "Chương I",
        "Điều 1. Họp",
        "1. Một.",
        "3. Ba.",
        "Điều 2. Báo cáo",
        "1. Tuần.",
        "2. Hai.",
        "a) Việc.",
        "Chương II",
        "Điều 4. Hết",
        "Điều 7. (được bãi bỏ)",
    ]
    assert ledger.changed == ["clause-2"]


def test_an_article_keeps_its_chapter() -> None:
    lines, ledger, _ = carried_out(order(Verb.RENUMBER, "d2", results=("d3",)))
    assert lines.index("Điều 3. Báo cáo") < lines.index("Chương II")
    assert told(ledger) == ([], [])


def test_a_unit_without_anything_above_it_is_renumbered() -> None:
    text = act(article("1", "A"), article("2", "B"), article("5", "C"))
    lines, _, _ = carried_out(order(Verb.RENUMBER, "d1", results=("d3",)), text)
    assert lines == ["Điều 2. B", "Điều 3. A", "Điều 5. C"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (("d1/k3",), (), "relocation.of_what"),
        (("d1/k3",), ("d1/k4", "d1/k5"), "relocation.of_what"),
        (("d1/k9",), ("d1/k10",), "target.nearest"),
        (("d1/k3",), ("d9/k1",), "target.nearest"),
        (("d1/k3",), ("d1/k2",), "target.already_there"),
        (("d1/k3",), ("d2/k1",), "target.already_there"),
        (("d1",), ("d4",), "target.already_there"),
        (("d1/k3",), ("d7/k1",), "target.repealed"),
        (("d1/k2",), ("d1a",), "relocation.other_place"),
        (("d1/k2",), ("d1/k1/đa",), "relocation.other_place"),
    ],
    ids=[
        "nothing said",
        "more than there are",
        "no such clause",
        "no such article to go to",
        "beside it",
        "in another article",
        "in another chapter",
        "into what was repealed",
        "a clause is no article",
        "a clause with points is no point",
    ],
)
def test_a_relocation_that_cannot_be_carried_out_changes_nothing(
    old: tuple[str, ...], new: tuple[str, ...], code: str
) -> None:
    refused(order(Verb.MOVE, *old, results=new), code)


def test_what_waits_for_a_place_that_is_not_left_stays_too() -> None:
    lines, ledger, _ = carried_out(
        order(Verb.RENUMBER, "d1/k1", "d1/k2", results=("d1/k2", "d1/k3"))
    )
    assert [failure.about("place") for failure in ledger.failures] == [
        "Khoản 3 Điều 1",
        "Khoản 2 Điều 1",
    ]
    assert lines == act_lines(_TEXT)


def test_one_of_several_is_moved_when_another_is_not_there() -> None:
    lines, ledger, _ = carried_out(
        order(Verb.RENUMBER, "d1/k9", "d1/k3", results=("d1/k10", "d1/k4"))
    )
    assert "4. Ba." in lines
    assert told(ledger) == (["target.nearest"], [])


_TWO = Act(
    components=(
        component(ComponentKind.BODY, article("1", "Ban hành", clause("1", "A."), id="b1")),
        component(
            ComponentKind.APPENDIX,
            article("1", "Việc", clause("1", "M.", point("a", "N."), id="p1"), id="pa1"),
            article("2", "Phí", clause("1", "P.", id="p2"), id="pa2"),
            label="I",
        ),
    )
)


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("plI/d1/k1", "plI/d2/k2", ["Điều 2. Phí", "1. P.", "2. M.", "a) N."]),
        ("d1/k1", "plI/d2/k2", ["Điều 2. Phí", "1. P.", "2. A."]),
        ("plI/d1/k1", "d1/k2", ["Điều 1. Ban hành", "1. A.", "2. M.", "a) N."]),
    ],
    ids=["inside an annex", "into an annex", "out of an annex"],
)
def test_a_clause_that_leaves_its_article_is_lost_in_no_component(
    old: str, new: str, lines: list[str]
) -> None:
    got, ledger, desk = carried_out(order(Verb.MOVE, old, results=(new,)), _TWO)
    assert told(ledger) == ([], [])
    start = got.index(lines[0])
    assert got[start : start + len(lines)] == lines
    assert len(got) == len(act_lines(_TWO))
    moved = desk.work.by_id[ledger.changed[0]]
    assert moved.parent is not None
    assert {node.component for node in moved.walk()} == {moved.parent.component}


def test_a_point_found_without_its_clause_is_renumbered_in_it() -> None:
    text = act(article("1", "A", clause("1", "x:", point("a", "B."))))
    lines, ledger, _ = carried_out(order(Verb.RENUMBER, "d1/k1/đa", results=("d1/k1/đb",)), text)
    assert lines == ["Điều 1. A", "1. x:", "b) B."]
    assert told(ledger) == ([], [])


# -- split -------------------------------------------------------------------------------------------

_PARTS = ("2. Hai mới.", "2a. Thêm.")


def test_the_part_with_the_label_keeps_its_identity() -> None:
    made = order(Verb.SPLIT, "d1/k2", results=("d1/k2", "d1/k2a"), quoted=_PARTS)
    assert lines_of_first(made) == [
        "Điều 1. Họp",
        "1. Một.",
        "2. Hai mới.",
        "2a. Thêm.",
        "3. Ba.",
    ]
    _, ledger, desk = carried_out(made)
    assert [what for _, what in ledger.notes] == ["unit", "insert"]
    assert ledger.changed[0] == "clause-2"
    assert desk.worded["clause-2"] is ledger
    assert set(ledger.changed) <= desk.rewritten


def test_the_part_with_the_label_keeps_its_identity_behind_another_too() -> None:
    made = order(Verb.SPLIT, "d1/k2", results=("d1/k1a", "d1/k2"), quoted=("1a. A.", "2. B."))
    _, ledger, desk = carried_out(made)
    assert ledger.changed[0] == "clause-2"
    assert desk.work.by_id["clause-2"].label == "2"


def test_the_first_part_takes_the_identity_when_none_has_the_label() -> None:
    made = order(Verb.SPLIT, "d1/k3", results=("d1/k4", "d1/k5"), quoted=("4. Bốn.", "5. Năm."))
    lines, ledger, desk = carried_out(made)
    assert lines[5:7] == ["4. Bốn.", "5. Năm."]
    assert desk.work.by_id["clause-3"].label == "4"
    assert ledger.changed[0] == "clause-3"


def test_parts_that_no_order_names_are_those_of_the_wording() -> None:
    lines, ledger, _ = carried_out(order(Verb.SPLIT, "d1/k2", quoted=_PARTS))
    assert (lines[3:5], told(ledger)) == (list(_PARTS), ([], []))


@pytest.mark.parametrize(
    ("old", "new", "quoted", "code"),
    [
        (("d1/k2",), ("d1/k2", "d1/k2a"), (), "relocation.no_parts"),
        (("d1/k2",), (), ("2. A.",), "relocation.no_parts"),
        (("d1/k2", "d1/k3"), ("d1/k2", "d1/k2a"), _PARTS, "relocation.no_parts"),
        (("d1/k9",), ("d1/k2", "d1/k2a"), _PARTS, "target.nearest"),
        (("d1/k2",), ("d1/k2", "d1/k2b"), _PARTS, "relocation.part_missing"),
        (("d1/k2",), ("d1/k2", "d1/k3"), ("2. A.", "3. B."), "target.already_there"),
        (("d1/k2",), ("d1/k2", "d2/k2a"), _PARTS, "relocation.other_place"),
        (("d1/k2",), ("d1/k2", "d1/k2/đb"), ("2. A.", "b) B."), "relocation.other_place"),
        (("d2",), ("d2", "d4"), ("Điều 2. A", "Điều 4. B"), "target.already_there"),
    ],
    ids=[
        "no wording",
        "no parts named",
        "two to split",
        "no such clause",
        "a part without wording",
        "a part where another stands",
        "a part in another article",
        "a part of another level",
        "an article of another chapter",
    ],
)
def test_a_split_that_cannot_be_carried_out_changes_nothing(
    old: tuple[str, ...], new: tuple[str, ...], quoted: tuple[str, ...], code: str
) -> None:
    refused(order(Verb.SPLIT, *old, results=new, quoted=quoted), code)


# -- merge -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "quoted", "lines", "keeper"),
    [
        (("d1/k1", "d1/k2"), "d1/k1", "1. Chung.", ["1. Chung.", "3. Ba."], "clause-1"),
        (("d1/k1", "d1/k2"), "d1/k2", "2. Chung.", ["2. Chung.", "3. Ba."], "clause-2"),
        (("d1/k1", "d1/k2"), "d1/k4", "4. Chung.", ["3. Ba.", "4. Chung."], "clause-1"),
        (("d1/k1", "d1/k1"), "d1/k1", "1. Chung.", ["1. Chung.", "2. Hai."], "clause-1"),
    ],
    ids=["into the first", "into the second", "into a number of its own", "named twice"],
)
def test_one_unit_is_made_of_several(
    old: tuple[str, ...], new: str, quoted: str, lines: list[str], keeper: str
) -> None:
    made = order(Verb.MERGE, *old, results=(new,), quoted=(quoted,))
    assert lines_of_first(made, 3) == ["Điều 1. Họp", *lines]
    _, ledger, desk = carried_out(made)
    assert (ledger.changed, ledger.notes) == ([keeper], [(keeper, "unit")])
    assert desk.worded == {keeper: ledger}


def test_what_goes_away_is_found_no_more_and_left_alone_by_changes_of_words() -> None:
    made = order(Verb.MERGE, "d1/k1", "d1/k2", results=("d1/k1",), quoted=("1. Chung.",))
    _, _, desk = carried_out(made)
    assert not {"clause-2", "point-a"} & set(desk.work.by_id)
    assert {"clause-1", "clause-2", "point-a"} <= desk.rewritten


def test_units_of_two_articles_become_the_one_that_is_named() -> None:
    made = order(Verb.MERGE, "d1/k1", "d2/k1", results=("d2/k1",), quoted=("1. Chung.",))
    lines, ledger, _ = carried_out(made)
    assert lines[1:7] == [
        "Điều 1. Họp",
        "2. Hai.",
        "a) Việc.",
        "3. Ba.",
        "Điều 2. Báo cáo",
        "1. Chung.",
    ]
    assert ledger.changed == ["c21"]


def test_articles_without_a_chapter_are_merged() -> None:
    text = act(article("1", "A"), article("2", "B"), article("3", "C"))
    made = order(Verb.MERGE, "d1", "d2", results=("d1",), quoted=("Điều 1. Chung",))
    assert carried_out(made, text)[0] == ["Điều 1. Chung", "Điều 3. C"]


@pytest.mark.parametrize(
    ("old", "new", "quoted", "code"),
    [
        (("d1/k1", "d1/k2"), ("d1/k1",), (), "relocation.no_merged"),
        (("d1/k1", "d1/k2"), (), ("1. A.",), "relocation.no_merged"),
        (("d1/k1", "d1/k2"), ("d1/k1", "d1/k2"), ("1. A.",), "relocation.no_merged"),
        (("d1/k1", "d1/k9"), ("d1/k1",), ("1. A.",), "target.nearest"),
        (("d1/k1", "d1/k2"), ("d1/k1",), ("2. A.",), "relocation.merged_not_quoted"),
        (("d1/k1", "d1/k2"), ("d1/k3",), ("3. A.",), "target.already_there"),
        (("d1/k1", "d1/k2"), ("d1a",), ("Điều 1a. A",), "relocation.other_place"),
        (("d1/k1", "d1/k2"), ("d2/k2",), ("2. A.",), "relocation.other_place"),
        (("d1", "d1/k2"), ("d1",), ("Điều 1. A",), "relocation.other_place"),
    ],
    ids=[
        "no wording",
        "no place named",
        "two places named",
        "one of them is not there",
        "the wording of another",
        "where another stands",
        "a clause is no article",
        "in an article that none is of",
        "one holds the other",
    ],
)
def test_a_merge_that_cannot_be_carried_out_changes_nothing(
    old: tuple[str, ...], new: tuple[str, ...], quoted: tuple[str, ...], code: str
) -> None:
    refused(order(Verb.MERGE, *old, results=new, quoted=quoted), code)


@pytest.mark.parametrize(
    "made",
    [
        order(Verb.SPLIT, "d1/k2", results=("d1/k2", "d1/k2a"), quoted=_PARTS),
        order(Verb.MERGE, "d1/k1", "d1/k2", results=("d1/k1",), quoted=("1. Chung.",)),
    ],
    ids=["split", "merge"],
)
def test_what_the_act_worded_already_is_no_more_split_or_merged(made: Instruction) -> None:
    desk, ledger = desk_of(_TEXT), Ledger(made)
    other = Ledger(order(Verb.AMEND, "d1/k2"))
    desk.worded["clause-2"] = other
    (split if made.verb is Verb.SPLIT else merge)(desk, ledger, running_numbers())
    assert told(ledger)[0] == ["clash.amended_by_another"]
    assert told(other)[1] == ["clash.another_wording"]
    assert act_lines(desk.work.frozen()) == act_lines(_TEXT)


def test_what_may_fail_in_two_ways_says_both() -> None:
    made = order(Verb.MERGE, "d1/k1", "d1/k9", results=("d1/k1",), quoted=("2. A.",))
    _, ledger, _ = carried_out(made)
    assert told(ledger)[0] == ["target.nearest", "relocation.merged_not_quoted"]
    assert ledger.nearest == "khoản 3 Điều 1"


def test_a_section_is_renumbered_in_its_chapter() -> None:
    text = act(chapter("I", unit(UnitKind.SECTION, "1"), unit(UnitKind.SECTION, "2", id="s2")))
    lines, ledger, _ = carried_out(order(Verb.RENUMBER, "cI/m2", results=("cI/m3",)), text)
    assert lines == ["Chương I", "Mục 1.", "Mục 3."]
    assert told(ledger) == ([], [])


# -- merge into the article itself --------------------------------------------------------------------


def test_all_clauses_merged_into_words_without_a_number_are_those_of_the_article() -> None:
    made = order(Verb.MERGE, "d1/k1", "d1/k2", "d1/k3", quoted=("Chung một lời.",))
    lines, ledger, _ = carried_out(made)
    assert told(ledger) == ([], [])
    assert lines[1:4] == ["Điều 1. Họp", "Chung một lời.", "Điều 2. Báo cáo"]


def test_some_clauses_are_not_merged_into_words_without_a_number() -> None:
    refused(order(Verb.MERGE, "d1/k1", "d1/k2", quoted=("Chung một lời.",)), "relocation.no_merged")


# -- to another chapter ------------------------------------------------------------------------------


def test_an_article_goes_to_another_chapter_under_its_own_number() -> None:
    made = order(Verb.MOVE, "d2", position=Position("end", target("cII")))
    lines, ledger, _ = carried_out(made)
    assert told(ledger) == ([], [])
    assert lines.index("Điều 2. Báo cáo") == lines.index("Chương II") + 1
    assert lines.index("Điều 2. Báo cáo") < lines.index("Điều 4. Hết")


def test_an_article_does_not_go_among_sections_or_to_a_chapter_that_is_not_there() -> None:
    with_sections = act(
        chapter("I", article("1", "Họp")),
        chapter("II", unit(UnitKind.SECTION, "1", "", article("2", "Hết", id="a2"))),
    )
    for text, group, code in (
        (with_sections, "cII", "relocation.other_place"),
        (_TEXT, "cIX", "target.nearest"),
    ):
        lines, ledger, _ = carried_out(
            order(Verb.MOVE, "d1", position=Position("end", target(group))), text
        )
        assert told(ledger)[0] == [code]
        assert lines == act_lines(text)


def _of_two_parts(*later: str) -> Act:
    """Chapter I with Điều 1, chapter II with the others."""
    return act(
        chapter("I", article("1", "Họp", id="a1"), article("2", "Báo cáo", id="a2")),
        chapter("II", *(article(label, "Việc", id=f"a{label}") for label in later)),
    )


@pytest.mark.parametrize(
    ("later", "becomes", "doubts"),
    [
        (("3", "4", "5"), "d6", ["relocation.far_away"]),
        (("3", "4", "5"), "d4a", ["relocation.far_away"]),
        (("3", "4", "5"), "d3a", []),
        (("3", "4", "5"), "d2a", []),
        (("7", "8"), "d6", []),
    ],
)
def test_an_article_numbered_past_those_of_another_chapter_is_doubtful(
    later: tuple[str, ...], becomes: str, doubts: list[str]
) -> None:
    made = order(Verb.RENUMBER, "d2", results=(becomes,))
    _, ledger, _ = carried_out(made, _of_two_parts(*later))
    assert told(ledger) == ([], doubts)


def test_articles_of_another_component_lie_in_no_way() -> None:
    base = _of_two_parts("9")
    annex = component(
        ComponentKind.APPENDIX,
        *(article(label, "Mẫu", id=f"m{label}") for label in ("3", "4", "5")),
        label="1",
    )
    text = Act(kind="Quy chế", components=(*base.components, annex))
    _, ledger, _ = carried_out(order(Verb.RENUMBER, "d2", results=("d6",)), text)
    assert told(ledger) == ([], [])
