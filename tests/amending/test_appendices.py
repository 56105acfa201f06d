"""Appendices as wholes: replaced, added, repealed; what stood in one is no place for other orders."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.appendices import (
    add_appendix,
    is_whole_appendix,
    repeal_appendix,
    replace_appendix,
)
from quyche_app.amending.desk import Desk
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.addresses import Address, parse_path
from quyche_app.domain.flow import act_lines
from quyche_app.domain.identities import running_numbers
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import desk_of, order, told
from tests.making import article, clause, component

_TEXT = Act(
    components=(
        component(ComponentKind.BODY, article("1", "Họp", clause("1", "Một."))),
        component(
            ComponentKind.APPENDIX,
            article("1", "Mẫu cũ", clause("1", "Dòng cũ.", id="in-annex"), id="annex-article"),
            label="II",
            front=(Paragraph("PHỤ LỤC II"), Paragraph("Lời đầu cũ")),
        ),
        component(ComponentKind.APPENDIX, label="III", repealed=True, id="gone"),
    )
)
_ATTACHED = component(
    ComponentKind.APPENDIX,
    article("1", "Mẫu mới", clause("1", "Dòng mới."), id="annex-article"),
    label="II",
    front=(Paragraph("PHỤ LỤC II"),),
    title="Mẫu mới",
    id="of-the-act",
)


def place(path: str) -> Address:
    found = parse_path(path)
    assert found is not None
    return found


def sat_down(*attached: Act) -> tuple[Desk, Ledger]:
    amending = attached[0] if attached else Act(components=(_ATTACHED,))
    return desk_of(_TEXT, amending=amending), Ledger(order(Verb.REPLACE, "plII"))


def lines(desk: Desk) -> list[str]:
    return act_lines(desk.work.frozen())


@pytest.mark.parametrize(
    ("path", "expected"),
    [("plII", True), ("mẫu02", True), ("plII/mẫu02", False), ("plII/d1", False), ("d1", False)],
)
def test_a_whole_appendix_is_told_from_what_is_in_one(path: str, expected: bool) -> None:
    assert is_whole_appendix(place(path)) is expected


def test_words_in_quotation_marks_become_the_appendix_and_it_keeps_its_identity() -> None:
    for words, kept, doubts in (
        (["PHỤ LỤC II", "Bảng mới"], [], []),
        (["Bảng mới"], ["PHỤ LỤC II"], ["appendix.without_name"]),
    ):
        desk, ledger = sat_down()
        quoted = tuple(Paragraph(text) for text in words)
        replace_appendix(desk, place("plII"), quoted, ledger, running_numbers())
        made = desk.work.frozen().components[1]
        whole = (*(Paragraph(text) for text in kept), *quoted)
        assert (made.id, made.units, made.front) == (_TEXT.components[1].id, (), whole)
        assert (ledger.notes, told(ledger)) == ([(made.id, "unit")], ([], doubts))


@pytest.mark.parametrize("label", ["II", "2", "02"])
def test_the_attached_appendix_is_known_by_its_number_in_either_digits(label: str) -> None:
    desk, ledger = sat_down()
    replace_appendix(
        desk, place(f"pl{label}"), (), ledger, running_numbers("new"), is_attached=True
    )
    made = desk.work.frozen().components[1]
    assert told(ledger) == ([], [])
    assert made.id == _TEXT.components[1].id
    assert made.title == "Mẫu mới"
    assert "Dòng mới." in " ".join(lines(desk))
    assert "Dòng cũ." not in " ".join(lines(desk))
    old = {"annex-article", "in-annex"}
    assert not old & {unit.id for unit in made.units}, "identities of another file are not ours"


def test_the_only_attached_appendix_without_a_number_stands_for_the_one_named() -> None:
    alone = Act(components=(component(ComponentKind.APPENDIX, article("9", "Riêng"), label=""),))
    desk, ledger = sat_down(alone)
    replace_appendix(desk, place("plII"), (), ledger, running_numbers(), is_attached=True)
    assert any("Riêng" in line for line in lines(desk))
    assert told(ledger) == ([], ["appendix.other_label"])


@pytest.mark.parametrize(
    ("path", "code"),
    [("plIV", "target.missing"), ("plIII", "target.repealed")],
    ids=["not there", "repealed before"],
)
def test_nothing_is_done_to_an_appendix_that_does_not_stand(path: str, code: str) -> None:
    for carried_out in (
        lambda desk, ledger: replace_appendix(
            desk, place(path), (Paragraph("Mới"),), ledger, running_numbers()
        ),
        lambda desk, ledger: repeal_appendix(desk, place(path), ledger),
    ):
        desk, ledger = sat_down()
        carried_out(desk, ledger)
        assert (told(ledger), ledger.changed) == (([code], []), [])
        assert lines(desk) == act_lines(_TEXT)


def test_an_appendix_that_the_act_does_not_carry_is_asked_for() -> None:
    for is_replaced in (True, False):
        desk, ledger = sat_down(Act())
        if is_replaced:
            replace_appendix(desk, place("plII"), (), ledger, running_numbers(), is_attached=True)
        else:
            add_appendix(desk, place("plIV"), (), ledger, running_numbers())
        assert told(ledger) == (["annex.not_attached"], [])
        assert lines(desk) == act_lines(_TEXT)


def test_a_repealed_appendix_keeps_its_name_and_nothing_of_its_words() -> None:
    desk, ledger = sat_down()
    repeal_appendix(desk, place("plII"), ledger)
    assert desk.work.frozen().components[1].repealed
    assert "Dòng cũ." not in " ".join(lines(desk))
    assert ledger.notes == [(_TEXT.components[1].id, "repeal")]


def test_an_appendix_is_added_behind_the_others_with_an_identity_of_its_own() -> None:
    desk, ledger = sat_down(Act(components=(component(ComponentKind.APPENDIX, label="IV"),)))
    add_appendix(desk, place("plIV"), (), ledger, running_numbers("new"))
    add_appendix(desk, place("plV"), (Paragraph("Biểu"),), ledger, running_numbers("more"))
    last, very_last = desk.work.frozen().components[-2:]
    assert (last.label, very_last.label, very_last.front) == ("IV", "V", (Paragraph("Biểu"),))
    assert last.id != "appendix-IV"
    assert [what for _, what in ledger.notes] == ["insert", "insert"]


@pytest.mark.parametrize("label", ["II", "2", "III"])
def test_what_stands_there_is_not_added_again(label: str) -> None:
    desk, ledger = sat_down()
    add_appendix(desk, place(f"pl{label}"), (Paragraph("Lại"),), ledger, running_numbers())
    assert told(ledger) == (["target.already_there"], [])
    assert lines(desk) == act_lines(_TEXT)


def test_what_this_act_added_is_not_added_twice() -> None:
    desk, ledger = sat_down()
    for _ in range(2):
        add_appendix(desk, place("plIV"), (Paragraph("Một"),), ledger, running_numbers())
    assert told(ledger) == (["target.already_there"], [])
    assert len(desk.work.components) == len(_TEXT.components) + 1


def test_an_appendix_that_another_order_of_the_act_touched_is_left_alone() -> None:
    for written in ("annex-article", "in-annex#lead", _TEXT.components[1].id):
        desk, ledger = sat_down()
        desk.rewritten.add(written)
        repeal_appendix(desk, place("plII"), ledger)
        assert told(ledger) == (["clash.changed_by_another"], [])
        assert not desk.work.frozen().components[1].repealed


def test_a_provision_of_a_repealed_appendix_is_no_place_for_a_later_act() -> None:
    repealed = Act(
        components=(
            _TEXT.components[0],
            component(ComponentKind.APPENDIX, article("8", "Cũ"), label="I", repealed=True),
        )
    )
    desk, ledger = desk_of(repealed), Ledger(order(Verb.REPEAL, "plI/d8"))
    assert desk.unit(place("plI/d8"), ledger) is None
    assert told(ledger) == (["target.repealed"], [])


def test_words_are_not_written_into_an_appendix_that_gave_way() -> None:
    for carried_out in (
        lambda desk, ledger: replace_appendix(
            desk, place("plII"), (Paragraph("Mới"),), ledger, running_numbers()
        ),
        lambda desk, ledger: repeal_appendix(desk, place("plII"), ledger),
    ):
        desk, ledger = sat_down()
        carried_out(desk, ledger)
        assert "in-annex" not in desk.work.by_id
        assert {"in-annex", "annex-article", _TEXT.components[1].id} <= desk.rewritten
        later = Ledger(order(Verb.AMEND, "plII/d1/k1"))
        assert desk.unit(place("plII/d1/k1"), later) is None
        assert told(later)[0] in (["clash.changed_by_another"], ["target.repealed"])
