"""Insertions: where a new provision goes, what is certain about its place, and what is refused."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.desk import Desk
from quyche_app.amending.insertions import insert
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
            clause("2", "Hai.", point("a", "Việc."), point("b", "Khác.")),
            clause("4", "Bốn.", id="c4", repealed=True),
        ),
        article("2", "Báo cáo", clause("1", "Tuần.", id="c21"), id="a2"),
    ),
    chapter("II", article("5", "Hết", id="a5"), article("6", "Cũ", id="a6", repealed=True)),
)


def new(*paths: str, quoted: tuple[str, ...] = (), beside: str = "", **rest: object) -> Instruction:
    """An insertion; ``beside``: "after:d1/k1"."""
    side, _, path = beside.partition(":")
    position = Position(side, target(path)) if path else None
    return order(Verb.INSERT, *paths, quoted=quoted, position=position, **rest)


def carried_out(
    made: Instruction, text: Act = _TEXT, amending: Act | None = None
) -> tuple[list[str], Ledger, Desk]:
    desk, ledger = desk_of(text, amending=amending), Ledger(made)
    insert(desk, ledger, running_numbers())
    return act_lines(desk.work.frozen()), ledger, desk


def refused(made: Instruction, code: str, text: Act = _TEXT) -> None:
    lines, ledger, _ = carried_out(made, text)
    assert (told(ledger)[0], ledger.changed) == ([code], [])
    assert lines == act_lines(text)


def lines_before_and_behind(made: Instruction, words: str) -> tuple[str, str, Ledger]:
    lines, ledger, _ = carried_out(made)
    assert told(ledger)[0] == []
    at = next(n for n, line in enumerate(lines) if words in line)
    return lines[at - 1], lines[at + 1], ledger


# -- the place --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "before", "behind", "doubts"),
    [
        (new("d1/k1a", quoted=("1a. Mới.",)), "1. Một.", "2. Hai.", []),
        (new("d1/k2a", quoted=("2a. Mới.",), beside="after:d1/k2"), "b) Khác.", "4.", []),
        (new("d1/k1a", quoted=("1a. Mới.",), beside="before:d1/k1"), "Điều 1. Họp", "1. Một.", []),
        (new("d1/k2/đa1", quoted=("a1) Mới.",)), "a) Việc.", "b) Khác.", []),
        (new("d2/k3", quoted=("3. Mới.",)), "1. Tuần.", "Chương II", ["insertion.place_by_number"]),
        (
            new("d1/k1a", quoted=("1a. Mới.",), beside="after:d1/k9"),
            "1. Một.",
            "2. Hai.",
            ["insertion.by_number"],
        ),
        (new("d1/k1a", quoted=("Mới.",)), "1. Một.", "2. Hai.", ["wording.no_label"]),
        (new("d1/k1a", quoted=("1b. Mới.",)), "1. Một.", "2. Hai.", ["wording.other_label"]),
    ],
    ids=[
        "by its number",
        "behind a neighbour and all in it",
        "before a neighbour",
        "a point",
        "a number is left out",
        "its neighbour is not there",
        "the words have no label",
        "the words have another label",
    ],
)
def test_a_new_provision_stands_by_its_neighbour_or_by_its_number(
    made: Instruction, before: str, behind: str, doubts: list[str]
) -> None:
    here, there, ledger = lines_before_and_behind(made, "Mới.")
    assert (here, there.startswith(behind)) == (before, True)
    assert told(ledger) == ([], doubts)
    assert [what for _, what in ledger.notes] == ["insert"]


def test_several_provisions_stand_in_the_order_in_which_they_are_named() -> None:
    for beside in ("after:d1/k1", "before:d1/k2"):
        quoted = ("1a. Xen một.", "1b. Xen hai.")
        lines, ledger, _ = carried_out(new("d1/k1a", "d1/k1b", quoted=quoted, beside=beside))
        at = lines.index("1. Một.")
        assert lines[at + 1 : at + 4] == ["1a. Xen một.", "1b. Xen hai.", "2. Hai."]
        assert told(ledger) == ([], [])


@pytest.mark.parametrize(
    ("made", "before", "behind", "doubts"),
    [
        (new("d2a", quoted=("Điều 2a. Mới",)), "1. Tuần.", "Chương II", []),
        (new("d3", quoted=("Điều 3. Mới",)), "1. Tuần.", "Chương II", []),
        (
            new("d4", quoted=("Điều 4. Mới",)),
            "1. Tuần.",
            "Chương II",
            ["insertion.article_by_number"],
        ),
        (new("d4", quoted=("Điều 4. Mới",), beside="start:cII"), "Chương II", "Điều 5", []),
        (
            new("d4", quoted=("Điều 4. Mới",), beside="end:cI"),
            "1. Tuần.",
            "Chương II",
            [],
        ),
        (
            new("d9", quoted=("Điều 9. Mới",), beside="start:cII"),
            "Chương II",
            "Điều 5",
            ["insertion.out_of_order"],
        ),
    ],
    ids=[
        "2a",
        "the next number",
        "a number is left out",
        "at the start",
        "at the end",
        "out of it",
    ],
)
def test_a_new_article_stands_in_the_chapter_that_is_named_or_behind_the_number_before(
    made: Instruction, before: str, behind: str, doubts: list[str]
) -> None:
    here, there, ledger = lines_before_and_behind(made, "Mới")
    assert (here, there.startswith(behind)) == (before, True)
    assert told(ledger) == ([], doubts)


def test_a_new_chapter_stands_by_its_number() -> None:
    lines, ledger, _ = carried_out(new("cIII", quoted=("Chương III", "CUỐI", "Điều 7. Mới")))
    assert [line for line in lines if line.startswith("Chương")][-1].startswith("Chương III")
    assert told(ledger) == ([], [])


def test_words_behind_a_deeper_neighbour_stand_behind_all_that_holds_it() -> None:
    made = new("d1/k3", quoted=("3. Mới.",), beside="after:d1/k2/đb")
    before, behind, _ = lines_before_and_behind(made, "Mới.")
    assert (before, behind[:2]) == ("b) Khác.", "4.")


def test_what_stands_in_the_place_of_a_repealed_one_is_told() -> None:
    lines, ledger, desk = carried_out(new("d1/k4", quoted=("4. Mới.",)))
    assert "4. Mới." in lines
    assert told(ledger) == ([], ["insertion.in_place_of_repealed"])
    assert not desk.work.by_id["c4"].repealed


# -- what is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (new("d1/k2", quoted=("2. Mới.",)), "target.already_there"),
        (new("d1/k3"), "wording.missing"),
        (new("*", quoted=("Mới.",)), "insertion.of_what"),
        (new("d1/k3", "d1/k5", quoted=("Mới.",)), "wording.not_of_place"),
        (new("d6/k1", quoted=("1. Mới.",)), "target.repealed"),
        (new("d9/k1", quoted=("1. Mới.",)), "target.nearest"),
        (new("d1/đa", quoted=("a) Mới.",)), "insertion.which_clause"),
        (new("d0", quoted=("Điều 0. Mới",)), "insertion.no_place"),
        (new("mI", quoted=("Mục I", "MỚI")), "insertion.no_place_for"),
    ],
    ids=[
        "stands there",
        "no new words",
        "says of nothing",
        "words of neither",
        "in a repealed article",
        "in no article",
        "a point beside clauses",
        "before the first article",
        "a section where none is",
    ],
)
def test_what_has_no_sure_place_is_refused_and_nothing_changes(
    made: Instruction, code: str
) -> None:
    lines, ledger, _ = carried_out(made)
    assert code in told(ledger)[0]
    assert set(told(ledger)[0]) == {code}
    assert (lines, ledger.changed) == (act_lines(_TEXT), [])


def test_beside_what_was_repealed_with_its_article_nothing_is_put() -> None:
    text = act(article("1", "Họp", clause("1", "Một.", repealed=True), repealed=True))
    refused(
        new("d1/k1a", quoted=("1a. Mới.",), beside="after:d1/k1"), "insertion.place_repealed", text
    )


def test_a_chapter_with_sections_is_asked_which_one() -> None:
    text = act(
        chapter(
            "I", unit(UnitKind.SECTION, "1", "", article("1", "Một")), article("2", "Hai", id="a2")
        )
    )
    refused(new("d3", quoted=("Điều 3. Mới",), beside="end:cI"), "insertion.which_section", text)


def test_a_second_insertion_of_one_provision_by_the_same_act_is_refused() -> None:
    desk = desk_of(_TEXT)
    first = Ledger(new("d1/k1a", quoted=("1a. Một bản.",)))
    second = Ledger(new("d1/k1a", quoted=("1a. Bản khác.",)))
    insert(desk, first, running_numbers("x"))
    insert(desk, second, running_numbers("y"))
    assert told(first) == ([], [])
    assert told(second) == (["clash.inserted_by_another"], [])
    assert "1a. Bản khác." not in act_lines(desk.work.frozen())


# -- appendices -------------------------------------------------------------------------------------

_ATTACHED = Act(
    components=(
        component(ComponentKind.BODY),
        component(ComponentKind.APPENDIX, article("1", "Biểu"), label="II"),
    )
)


def test_an_attached_appendix_is_added_and_one_in_quotation_marks_too() -> None:
    for made in (new("plII"), new("plII", quoted=("Bảng kê",))):
        _, ledger, desk = carried_out(made, amending=_ATTACHED)
        assert told(ledger) == ([], [])
        assert [c.label for c in desk.work.frozen().components] == ["", "II"]


def test_only_a_whole_appendix_can_be_attached() -> None:
    """ "Bổ sung phần căn cứ và Phụ lục II", "Bổ sung Điều 3 Phụ lục II": no words for the other one."""
    for made, count in ((new("*#preamble", "plII"), 2), (new("plII/d3"), 1)):
        _, ledger, desk = carried_out(made, amending=_ATTACHED)
        assert told(ledger) == (["wording.missing"], [])
        assert len(desk.work.components) == count


def test_a_form_of_an_appendix_is_not_taken_for_the_appendix() -> None:
    for made in (
        new("plIII/mẫu02", quoted=("Mẫu",)),
        new("plII", "plIII", quoted=("Mẫu",)),
        new("plII#tail", quoted=("Mẫu",)),
    ):
        _, ledger, desk = carried_out(made)
        assert set(told(ledger)[0]) == {"insertion.not_possible"}
        assert len(desk.work.components) == 1


def test_words_for_the_end_of_a_clause_are_joined_to_it() -> None:
    lines, ledger, _ = carried_out(new("d1/k1#tail", quoted=("Thêm câu.",)))
    assert told(ledger)[0] == []
    assert any("Thêm câu." in line for line in lines)


@pytest.mark.parametrize(
    ("beside", "label", "before", "behind"),
    [
        ("after:d1/k2/đa", "2a", "a) Việc.", "3. Ba."),
        ("after:d1/k2", "2a", "a) Việc.", "3. Ba."),
        ("after:d1/k1", "1a", "1. Một.", "2. Hai."),
        ("before:d1/k2", "1a", "1. Một.", "2. Hai."),
    ],
)
def test_a_clause_beside_a_point_stands_behind_the_clause_that_holds_it(
    beside: str, label: str, before: str, behind: str
) -> None:
    held = clause("2", "Hai.", point("a", "Việc."))
    text = act(article("1", "Họp", clause("1", "Một."), held, clause("3", "Ba.")))
    made = new(f"d1/k{label}", quoted=(f"{label}. Mới.",), beside=beside)
    lines, ledger, _ = carried_out(made, text)
    at = lines.index(f"{label}. Mới.")
    assert (lines[at - 1], lines[at + 1]) == (before, behind)
    assert told(ledger)[0] == []


@pytest.mark.parametrize(("label", "count"), [("2a", 0), ("3", 0), ("5", 1)])
def test_an_article_far_behind_the_last_number_is_doubtful_where_no_place_is_said(
    label: str, count: int
) -> None:
    text = act(article("1", "Họp"), article("2", "Báo cáo"))
    lines, ledger, _ = carried_out(new(f"d{label}", quoted=(f"Điều {label}. Mới",)), text)
    assert lines[-1] == f"Điều {label}. Mới"
    assert (told(ledger)[0], len(told(ledger)[1])) == ([], count)


def test_a_section_of_a_text_without_articles_stands_by_its_number() -> None:
    sections = [
        unit(UnitKind.SECTION, label, heading="VIỆC", id=f"m{label}") for label in ("I", "II")
    ]
    wording = ("Ia. MỚI",)
    lines, ledger, desk = carried_out(new("mIa", quoted=wording), act(*sections))
    assert told(ledger)[0] == []
    assert [one.label for one in desk.work.components[0].units] == ["I", "Ia", "II"]
    assert len(lines) == 3


def test_a_new_article_may_be_quoted_without_the_word_for_it() -> None:
    wording = ("2a. Phân cấp", "1. Một việc.", "2. Hai việc.")
    text = act(article("2", "Báo cáo"), article("3", "Hết", id="a3"))
    lines, ledger, _ = carried_out(new("d2a", quoted=wording, beside="after:d2"), text)
    assert told(ledger) == ([], [])
    assert lines[1:4] == ["Điều 2a. Phân cấp", "1. Một việc.", "2. Hai việc."]
