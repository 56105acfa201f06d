"""Words replaced, added and taken away in every place that is named, and nowhere else."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.phrase_operations import PhraseDesk
from quyche_app.amending.targets import TargetFinder
from quyche_app.amending.work import WorkText
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Exclusion, Instruction, Position
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Mark, Paragraph
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import order, target, told
from tests.making import act, article, clause, component, point, table

_TEXT = act(
    article(
        "1",
        "Họp Văn phòng",
        clause("1", "Văn phòng họp mỗi tuần; Chánh Văn phòng chủ trì."),
        clause(
            "2",
            "Tài liệu gồm:",
            point("a", "Báo cáo của văn phòng;"),
            point("b", "Dự thảo."),
            tail=(Paragraph("Văn phòng gửi tài liệu."),),
        ),
    ),
    article(
        "2", "Cũ", clause("1", "Văn phòng cũ.", id="c21", repealed=True), id="a2", repealed=True
    ),
    article(
        "3",
        "Báo cáo",
        clause("1", "Báo cáo gửi Thường trực.", id="c31"),
        id="a3",
        tail=(table(("Việc", "Nơi làm"), ("Họp", "Văn phòng")),),
    ),
)


def carried_out(
    *made: Instruction, text: Act = _TEXT, rewritten: set[str] | None = None, title: str = ""
) -> tuple[list[str], list[Ledger], Act]:
    work = WorkText.of(text)
    desk = PhraseDesk(TargetFinder(TreeIndex(text), title), work)
    ledgers = [Ledger(one) for one in made]
    for number, ledger in enumerate(ledgers):
        desk.collect(ledger, number)
    desk.carry_out(rewritten or set())
    return act_lines(work.frozen()), ledgers, work.frozen()


def words(
    old: str, new: str, *paths: str, verb: Verb = Verb.REPLACE_WORDS, **rest: object
) -> Instruction:
    return order(
        verb,
        *paths,
        slot="text",
        words_old=(old,) if old else (),
        words_new=(new,) if new else (),
        **rest,
    )


def added(new: str, side: str, anchor: str, *paths: str) -> Instruction:
    return words("", new, *paths, verb=Verb.ADD_WORDS, position=Position(side, None, anchor))


def change(made: Instruction, text: Act = _TEXT) -> tuple[dict[str, str], Ledger]:
    """The lines that an instruction changed, old → new."""
    lines, (ledger,), _ = carried_out(made, text=text)
    before = act_lines(text)
    assert len(before) == len(lines)
    pairs = zip(before, lines, strict=True)
    return {old: new for old, new in pairs if old != new}, ledger


# -- replace ----------------------------------------------------------------------------------------


def test_words_are_replaced_in_the_place_named_and_nowhere_else() -> None:
    changed, ledger = change(words("Văn phòng họp", "Cơ quan họp", "d1/k1"))
    assert list(changed.values()) == ["1. Cơ quan họp mỗi tuần; Chánh Văn phòng chủ trì."]
    assert told(ledger) == ([], [])
    assert ledger.notes == [("clause-1", "words")]
    (one,) = ledger.occurrences
    assert (one.unit_id, one.path, one.before[:13], one.after[:11]) == (
        "clause-1",
        "d1/k1",
        "Văn phòng họp",
        "Cơ quan họp",
    )


@pytest.mark.parametrize(
    ("path", "count"),
    [("d1", 4), ("d1#heading", 1), ("d1/k2", 2), ("d1/k2#tail", 1), ("d1/k2#lead", 0), ("*", 5)],
)
def test_the_slot_of_a_place_tells_how_far_it_reaches(path: str, count: int) -> None:
    lines, (ledger,), _ = carried_out(words("văn phòng", "cơ quan", path))
    assert sum(line.lower().count("cơ quan") for line in lines) == count
    assert (told(ledger)[0] == ["phrase.missing"]) is (count == 0)


_BORDERS = act(article("1", None, clause("1", "Họp ngày; gửi ngày; Văn phòng làm ngày.")))


@pytest.mark.parametrize(
    ("path", "old", "new", "changed"),
    [
        ("d1/k1#text:end", "ngày", "đêm", "1. Họp ngày; gửi ngày; Văn phòng làm đêm."),
        ("d1/k1#text:start", "Họp", "Họp bàn", "1. Họp bàn ngày; gửi ngày; Văn phòng làm ngày."),
        ("d1/k1#text:end", ".", ";", "1. Họp ngày; gửi ngày; Văn phòng làm ngày;"),
        ("d1/k1#text:end", ";", ".", None),
        ("d1/k1#text:start", "ngày", "đêm", None),
    ],
)
def test_words_at_a_border_of_a_place_are_those_alone(
    path: str, old: str, new: str, changed: str | None
) -> None:
    made, ledger = change(words(old, new, path), _BORDERS)
    assert list(made.values()) == ([changed] if changed else [])
    assert (told(ledger)[0] == ["phrase.missing"]) is (changed is None)


_SENTENCES = act(article("1", None, clause("1", "Văn phòng họp. Văn phòng gửi giấy mời.")))


def test_words_of_one_sentence_leave_the_others_alone() -> None:
    changed, _ = change(words("Văn phòng", "Cơ quan", "d1/k1#sentence:2"), _SENTENCES)
    assert list(changed.values()) == ["1. Văn phòng họp. Cơ quan gửi giấy mời."]
    made = words("", "và bàn", "d1/k1#sentence:1", verb=Verb.ADD_WORDS, position=Position("end"))
    changed, _ = change(made, _SENTENCES)
    assert list(changed.values()) == ["1. Văn phòng họp và bàn. Văn phòng gửi giấy mời."]


def test_a_word_at_the_head_of_a_sentence_keeps_its_capital() -> None:
    changed, ledger = change(words("văn phòng", "cơ quan", "d1/k2#tail"))
    assert changed == {"Văn phòng gửi tài liệu.": "Cơ quan gửi tài liệu."}
    assert told(ledger) == ([], [])


def test_words_that_differ_in_a_capital_alone_are_found_with_a_doubt() -> None:
    changed, ledger = change(words("văn phòng", "cơ quan", "d1#heading"))
    assert list(changed.values()) == ["Điều 1. Họp Cơ quan"]
    assert told(ledger) == ([], ["phrase.loosely"])


def test_cells_of_a_table_are_words_of_the_text_and_keep_their_place() -> None:
    _, (ledger,), after = carried_out(words("Văn phòng", "Cơ quan", "d3"))
    (changed,) = after.components[0].units[2].tail
    assert changed == table(("Việc", "Nơi làm"), ("Họp", "Cơ quan"))
    assert told(ledger) == ([], [])


def test_bold_and_italic_of_a_paragraph_are_kept_where_no_word_changes() -> None:
    marks = (Mark(0, 3, "b"),)
    text = act(article("1", "Họp", clause("1", lead=(Paragraph("Một hai.", marks),))))
    _, _, after = carried_out(words("hai", "hai", "d1"), text=text)
    (kept,) = after.components[0].units[0].children[0].lead
    assert isinstance(kept, Paragraph)
    assert kept.marks == marks


def test_of_two_pairs_that_meet_the_longer_one_is_made() -> None:
    lines, ledgers, _ = carried_out(
        words("Văn phòng", "Cơ quan", "d1/k1"), words("Chánh Văn phòng", "Thủ trưởng", "d1/k1")
    )
    assert lines[1] == "1. Cơ quan họp mỗi tuần; Thủ trưởng chủ trì."
    assert [told(ledger)[0] for ledger in ledgers] == [[], []]


def test_the_last_new_words_stand_for_every_further_old_one() -> None:
    made = order(
        Verb.REPLACE_WORDS,
        "d1/k1",
        slot="text",
        words_old=("họp", "chủ trì"),
        words_new=("làm",),
    )
    changed, _ = change(made)
    assert list(changed.values()) == ["1. Văn phòng làm mỗi tuần; Chánh Văn phòng làm."]


def test_words_beside_a_neighbour_are_those_that_are_meant() -> None:
    for side, neighbour, expected in (
        ("before", "chủ trì", "1. Văn phòng họp mỗi tuần; Chánh Cơ quan chủ trì."),
        ("before", "họp", "1. Cơ quan họp mỗi tuần; Chánh Văn phòng chủ trì."),
        ("after", "Chánh", "1. Văn phòng họp mỗi tuần; Chánh Cơ quan chủ trì."),
    ):
        made = words("Văn phòng", "Cơ quan", "d1/k1", position=Position(side, None, neighbour))
        changed, ledger = change(made)
        assert list(changed.values()) == [expected]
        assert told(ledger) == ([], [])


# -- add and take away ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "line", "doubts"),
    [
        (
            added("định kỳ", "after", "Văn phòng họp", "d1/k1"),
            "1. Văn phòng họp định kỳ mỗi tuần; Chánh Văn phòng chủ trì.",
            [],
        ),
        (
            added("và Phó", "before", "Văn phòng chủ trì", "d1/k1"),
            "1. Văn phòng họp mỗi tuần; Chánh và Phó Văn phòng chủ trì.",
            [],
        ),
        (
            added("tại trụ sở", "end", "", "d1/k1"),
            "1. Văn phòng họp mỗi tuần; Chánh Văn phòng chủ trì tại trụ sở.",
            [],
        ),
        (
            added("Hằng năm,", "start", "", "d3/k1"),
            "1. Hằng năm, báo cáo gửi Thường trực.",
            ["phrase.capital_lowered"],
        ),
        (added("Lưu ý:", "start", "", "d3/k1"), "1. Lưu ý: Báo cáo gửi Thường trực.", []),
    ],
    ids=["behind", "before", "at the end", "at the start", "a sentence at the start"],
)
def test_words_are_added_where_the_order_says(
    made: Instruction, line: str, doubts: list[str]
) -> None:
    changed, ledger = change(made)
    assert list(changed.values()) == [line]
    assert told(ledger) == ([], doubts)


def test_a_name_at_the_start_keeps_its_capital() -> None:
    text = act(
        article(
            "1",
            "Họp",
            clause("1", "Thường trực Huyện ủy họp."),
            clause("2", "Trình Thường trực Huyện ủy, do Thường trực Huyện ủy quyết định."),
        )
    )
    changed, ledger = change(added("Hằng tuần,", "start", "", "d1/k1"), text)
    assert list(changed.values()) == ["1. Hằng tuần, Thường trực Huyện ủy họp."]
    assert told(ledger) == ([], [])


def test_words_taken_away_leave_no_double_blank() -> None:
    changed, ledger = change(words("mỗi tuần", "", "d1/k1", verb=Verb.REMOVE_WORDS))
    assert list(changed.values()) == ["1. Văn phòng họp; Chánh Văn phòng chủ trì."]
    assert told(ledger) == ([], [])


def test_new_words_with_the_label_of_the_place_do_not_write_it_twice() -> None:
    changed, ledger = change(words("Báo cáo gửi", "1. Báo cáo trình", "d3/k1"))
    assert list(changed.values()) == ["1. Báo cáo trình Thường trực."]
    assert told(ledger) == ([], ["phrase.label_dropped"])


# -- what raises a doubt or is refused --------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (words("Bí thư", "X", "d1/k1"), "phrase.missing"),
        (words("Văn phòng", "", "d1/k1"), "phrase.no_new_words"),
        (words("", "X", "d1/k1", verb=Verb.ADD_WORDS), "phrase.beside_what"),
        (words("Văn phòng", "X", "d2"), "target.repealed"),
        (words("Văn phòng", "X", "d8"), "target.nearest"),
        (words("Văn phòng", "X", "plI"), "target.missing"),
    ],
    ids=["not there", "no new words", "beside what", "repealed", "no article", "no annex"],
)
def test_an_order_that_finds_nothing_is_refused(made: Instruction, code: str) -> None:
    changed, ledger = change(made)
    assert (changed, told(ledger)[0], ledger.changed) == ({}, [code], [])


def test_a_word_alone_with_several_places_is_not_certain() -> None:
    text = act(article("1", "Họp", *(clause(str(n), "Cấp trên và cấp dưới.") for n in range(1, 8))))
    _, one = change(words("dưới", "khác", "d1"), text)
    assert told(one) == ([], ["phrase.many_places", "phrase.single_word"])
    _, two = change(words("cấp dưới", "cấp khác", "d1"), text)
    assert told(two) == ([], ["phrase.many_places"])
    _, everywhere = change(words("cấp dưới", "cấp khác", "*"), text)
    assert told(everywhere) == ([], [])


def test_words_right_behind_the_last_point_are_told() -> None:
    _, ledger = change(words("tài liệu", "hồ sơ", "d1/k2/đb"))
    assert told(ledger) == (["phrase.missing"], ["phrase.right_behind"])


def test_what_is_left_out_stays_and_a_place_that_is_not_found_is_told() -> None:
    for exclusion, count, doubts in (
        (Exclusion("", (target("d1/k1", "text"),)), 3, []),
        (Exclusion("Chánh Văn phòng", (target("d1/k1", "text"),)), 4, []),
        (Exclusion("Chánh", (target("d9", "text"),)), 5, ["phrase.no_exclusion"]),
    ):
        lines, (ledger,), _ = carried_out(
            words("Văn phòng", "Cơ quan", "d1", exclusions=(exclusion,))
        )
        assert sum(line.lower().count("cơ quan") for line in lines) == count
        assert [d for d in told(ledger)[1] if d == "phrase.no_exclusion"] == doubts


def test_what_another_order_wrote_is_left_alone() -> None:
    for rewritten in ({"clause-1"}, {"clause-1#lead"}):
        lines, (ledger,), _ = carried_out(
            words("Văn phòng họp", "Cơ quan họp", "d1/k1"), rewritten=rewritten
        )
        assert lines == act_lines(_TEXT)
        assert told(ledger)[0] == ["phrase.rewritten_by_another"]


def test_the_title_stands_in_the_front_of_the_act() -> None:
    front = (Paragraph("QUYẾT ĐỊNH"), Paragraph("ban hành Quy chế làm việc mẫu"))
    text = Act(
        title="ban hành Quy chế làm việc mẫu",
        components=(component(ComponentKind.BODY, article("1", "Quy chế"), front=front),),
    )
    _, (ledger,), after = carried_out(words("Quy chế", "Quy định", "*#title"), text=text)
    assert after.components[0].front[1] == Paragraph("ban hành Quy định làm việc mẫu")
    assert after.components[0].units[0].heading == "Quy chế"
    assert told(ledger) == ([], [])


def test_a_repealed_appendix_holds_no_words_any_more() -> None:
    annex = component(
        ComponentKind.APPENDIX, clause("1", "Văn phòng.", id="in"), label="I", repealed=True
    )
    text = Act(components=(*_TEXT.components, annex))
    _, (ledger,), after = carried_out(words("Văn phòng", "Cơ quan", "plI"), text=text)
    assert told(ledger)[0] == ["target.repealed"]
    _, _, after = carried_out(words("Văn phòng", "Cơ quan", "*"), text=text)
    assert after.components[1] == annex


def test_words_of_a_standing_appendix_are_those_of_its_front_and_its_units() -> None:
    annex = component(
        ComponentKind.APPENDIX,
        clause("1", "Văn phòng.", id="in"),
        label="I",
        front=(Paragraph("Biểu của Văn phòng"),),
    )
    text = Act(components=(*_TEXT.components, annex))
    _, (ledger,), after = carried_out(words("Văn phòng", "Cơ quan", "plI"), text=text)
    assert after.components[1].front == (Paragraph("Biểu của Cơ quan"),)
    assert after.components[1].units[0].lead == (Paragraph("Cơ quan."),)
    assert after.components[0] == _TEXT.components[0]
    assert [o.path for o in ledger.occurrences] == ["*", "plI/k1"]
