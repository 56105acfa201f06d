"""A drafting session: commands, what is told of each, undo of everything, marks, clashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from quyche_app.domain.acts import Act
from quyche_app.domain.errors import ClashError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import message
from quyche_app.domain.units import Cell, Mark, Paragraph, Table, Unit, UnitKind, walk
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.edits import own_frame, own_words
from quyche_app.drafting.session import (
    AddTable,
    BaseText,
    Changed,
    ChangeLevel,
    ChangeTable,
    ChangeWords,
    Command,
    Demote,
    DraftSession,
    Fate,
    InsertAfter,
    InsertKind,
    Join,
    Move,
    MoveDown,
    MoveUp,
    NewParagraph,
    Numbering,
    Paste,
    Place,
    Promote,
    Recount,
    Redo,
    Remove,
    Repeal,
    ReplaceAll,
    RestoreText,
    RestoreWords,
    SetNumbering,
    Split,
    Spot,
    TakeTheirs,
    TypeWords,
    Undo,
)
from quyche_app.reading.files import read_bytes

_TEXT = """QUYẾT ĐỊNH
Ban hành Quy chế làm việc
QUY CHẾ
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Văn phòng họp hằng tuần.
2. Tài liệu gửi trước; xem khoản 1 Điều này.
3. Xem Điều 2.
Điều 2. Họp
Văn phòng họp:
a) Thứ hai;
b) Thứ sáu.
Chương II
LÀM VIỆC
Điều 3. Hồ sơ
1. Hồ sơ giấy.
2. Hồ sơ điện tử.
"""
_TABLE = Table(((Cell((Paragraph("Một"),)), Cell((Paragraph("Hai"),))),))


def new_act() -> Act:
    return read_bytes("quy-che.txt", _TEXT.encode()).act


def new_session(numbering: Numbering = Numbering.RECOUNT) -> DraftSession:
    act = new_act()
    numbers = count(1)
    return DraftSession(Draft(act, numbering), BaseText(act), lambda: f"moi{next(numbers)}")


def told(session: DraftSession) -> list[Changed]:
    heard: list[Changed] = []
    session.subscribe(heard.append)
    return heard


def unit_at(session: DraftSession, words: str) -> Unit:
    """The provision that says some words."""
    return next(u for u in session.act.units() if words in f"{u.heading} {u.lead}")


def stand(session: DraftSession, words: str, at: int | None = None) -> Spot:
    """Put the caret into the provision that says some words, at their end unless said."""
    unit = unit_at(session, words)
    first = unit.lead[0]
    assert isinstance(first, Paragraph)
    spot = Spot(unit.id, "lead", 0, len(first.text) if at is None else at)
    session.put_caret(spot)
    return spot


def type_at(session: DraftSession, spot: Spot, words: str) -> None:
    """Type letter by letter, as the page tells it: first the words, then the caret."""
    for letter in words:
        block = session.draft.unit(spot.unit_id).lead[spot.block]
        assert isinstance(block, Paragraph)
        text = block.text[: spot.at] + letter + block.text[spot.at :]
        session.do(TypeWords(spot.unit_id, spot.slot, spot.block, text, block.marks))
        spot = Spot(spot.unit_id, spot.slot, spot.block, spot.at + 1)
        session.put_caret(spot)


# -- numbering and undo -----------------------------------------------------------------------------


def with_a_clause_between() -> DraftSession:
    """A draft that keeps its numbers, with khoản 1a, counted anew."""
    session = new_session(Numbering.FROZEN)
    session.do(InsertAfter(unit_at(session, "hằng tuần").id))
    assert "1a." in act_lines(session.act)
    session.do(Recount())
    return session


def test_taking_back_a_recount_takes_its_policy_back_and_enter_numbers_nothing_else() -> None:
    session = with_a_clause_between()
    assert session.numbering is Numbering.RECOUNT
    assert "3. Tài liệu gửi trước; xem khoản 1 Điều này." in act_lines(session.act)
    session.do(Undo())
    assert session.numbering is Numbering.FROZEN
    before = act_lines(session.act)
    session.do(Split(stand(session, "Hồ sơ giấy")))
    after = act_lines(session.act)
    assert Counter(after) - Counter(before) == Counter(["1a."])
    assert Counter(before) - Counter(after) == Counter()


def test_doing_a_recount_again_brings_its_policy_back() -> None:
    session = with_a_clause_between()
    session.do(Undo())
    session.do(Redo())
    assert session.numbering is Numbering.RECOUNT


def test_how_labels_follow_is_a_step_of_its_own() -> None:
    session = new_session()
    changed = session.do(SetNumbering(Numbering.FROZEN))
    assert changed is not None
    assert changed.units == frozenset()
    assert session.undo_name == "giữ số cũ, chèn 14a"
    assert session.do(SetNumbering(Numbering.FROZEN)) is None
    session.do(Undo())
    assert session.numbering is Numbering.RECOUNT


def test_counting_anew_where_all_labels_run_changes_the_policy_alone() -> None:
    session = new_session(Numbering.FROZEN)
    assert session.recounting() == (0, 0)
    session.do(Recount())
    assert session.numbering is Numbering.RECOUNT
    assert session.act == new_act()


def test_counting_anew_says_beforehand_what_would_change() -> None:
    session = with_a_clause_between()
    session.do(Undo())
    assert session.recounting() == (3, 0)


def test_a_level_is_changed_in_one_step_whatever_lies_between() -> None:
    session = new_session()
    unit = unit_at(session, "Hồ sơ điện tử")
    session.do(ChangeLevel(unit.id, UnitKind.SUBPOINT))
    assert session.draft.unit(unit.id).kind is UnitKind.POINT  # no point above to go into
    assert len(session.draft.done) == 1
    session.do(ChangeLevel(unit.id, UnitKind.CLAUSE))
    assert session.act == new_act()
    assert session.do(ChangeLevel(unit.id, UnitKind.ARTICLE)) is None


def test_undo_stands_where_the_caret_stood() -> None:
    session = new_session()
    spot = stand(session, "hằng tuần", 5)
    session.do(Split(spot))
    assert session.caret is not None
    assert session.caret.unit_id != spot.unit_id
    session.do(Undo())
    assert session.caret == spot


def test_typing_done_again_stands_behind_what_was_typed() -> None:
    session = new_session()
    spot = stand(session, "hằng tuần", 4)
    type_at(session, spot, "abc")
    session.do(Undo())
    assert session.caret == spot
    session.do(Redo())
    assert session.caret == Spot(spot.unit_id, "lead", 0, 7)


def test_typing_goes_on_as_one_step_until_the_caret_goes_elsewhere() -> None:
    session = new_session()
    type_at(session, stand(session, "hằng tuần"), "ab")
    type_at(session, stand(session, "điện tử"), "c")
    type_at(session, stand(session, "hằng tuần"), "d")
    assert [step.name for step in session.draft.done] == [
        "gõ chữ tại khoản 1 Điều 1",
        "gõ chữ tại khoản 2 Điều 3",
        "gõ chữ tại khoản 1 Điều 1",
    ]


def test_what_a_stopped_program_left_is_taken_back_and_can_be_had_again() -> None:
    session = new_session()
    spot = stand(session, "hằng tuần")
    session.do(Split(spot))
    session.do(SetNumbering(Numbering.FROZEN))
    steps, written = tuple(session.draft.done), session.act
    heard = told(session)
    session.take_back(steps)
    assert (session.act, session.numbering) == (new_act(), Numbering.RECOUNT)
    assert len(heard) == 1
    session.do(Undo())
    session.do(Undo())
    assert (session.act, session.numbering) == (written, Numbering.FROZEN)


def test_a_stack_of_another_text_is_dropped_without_a_word() -> None:
    session, other = new_session(), new_session()
    other.do(Remove(unit_at(other, "Hồ sơ giấy").id))
    session.draft.done = list(other.draft.done)
    assert session.do(Undo()) is None
    assert session.act == new_act()
    assert session.undo_name == ""


# -- what is told ----------------------------------------------------------------------------------


def test_typing_tells_the_provision_and_marks_it_when_it_rests() -> None:
    session = new_session()
    spot = stand(session, "hằng tuần")
    heard = told(session)
    type_at(session, spot, "x")
    assert [(c.units, c.is_typed) for c in heard] == [(frozenset((spot.unit_id,)), True)]
    assert session.differences.count == 0
    session.rest()
    assert heard[-1] == Changed(units=frozenset((spot.unit_id,)))
    assert session.differences.fates == {spot.unit_id: Fate.EDITED}
    session.rest()
    assert len(heard) == 2


def test_the_caret_is_told_when_it_comes_to_another_provision() -> None:
    session = new_session()
    stand(session, "hằng tuần", 1)
    heard = told(session)
    stand(session, "hằng tuần", 2)
    assert heard == []
    stand(session, "điện tử")
    assert heard == [Changed()]


def test_words_left_in_another_provision_are_marked_at_once() -> None:
    session = new_session()
    spot = stand(session, "hằng tuần")
    type_at(session, spot, "x")
    stand(session, "điện tử")
    assert session.differences.fates == {spot.unit_id: Fate.EDITED}


def test_everybody_hears_of_a_change_before_anybody_hears_what_came_of_it() -> None:
    session = new_session()
    heard: list[tuple[str, bool]] = []

    def page(changed: Changed) -> None:
        heard.append(("page", changed.step is not None))
        if changed.step is not None:
            stand(session, "điện tử")

    session.subscribe(page)
    session.subscribe(lambda changed: heard.append(("outline", changed.step is not None)))
    session.do(InsertAfter(unit_at(session, "hằng tuần").id))
    assert heard == [("page", True), ("outline", True), ("page", False), ("outline", False)]


def test_who_has_left_hears_nothing() -> None:
    session = new_session()
    heard: list[Changed] = []
    end = session.subscribe(heard.append)
    end()
    end()
    session.do(InsertAfter(unit_at(session, "hằng tuần").id))
    assert heard == []


def test_a_command_that_makes_no_sense_changes_and_tells_nothing() -> None:
    session = new_session()
    heard = told(session)
    first = unit_at(session, "hằng tuần").id
    senseless: list[Command] = [
        Promote(first),
        Demote(first),
        MoveUp(first),
        InsertAfter("không có"),
        InsertKind(first, UnitKind.SECTION),
        ChangeWords(Place("không có", "lead", 0, 0, 1), "x", message("test", "sửa")),
        ReplaceAll((), "x"),
        RestoreText(session.act, "mốc"),
    ]
    assert [session.do(command) for command in senseless] == [None] * len(senseless)
    assert (heard, session.draft.done) == ([], [])


def test_words_that_are_given_back_within_a_step_are_not_told() -> None:
    session = new_session()
    first, second = unit_at(session, "hằng tuần").id, unit_at(session, "Hồ sơ giấy").id
    session.do(MoveDown(first))
    taken = session.do(Undo())
    assert taken is not None
    assert second not in taken.units
    assert taken.keeps_structure is False


@pytest.mark.parametrize(
    ("kind", "where", "line"),
    [
        (UnitKind.ARTICLE, "hằng tuần", "Điều 2."),
        (UnitKind.POINT, "hằng tuần", "a)"),
        (UnitKind.POINT, "Thứ hai", "b)"),
        (UnitKind.CLAUSE, "Hồ sơ giấy", "2."),
    ],
)
def test_a_provision_of_a_kind_comes_where_it_belongs(
    kind: UnitKind, where: str, line: str
) -> None:
    session = new_session()
    session.do(InsertKind(unit_at(session, where).id, kind))
    assert session.here is not None
    assert session.here.kind is kind
    assert line in act_lines(session.act)


def test_a_place_is_counted_with_the_provision_where_it_stands_now() -> None:
    session = new_session()
    article, first = unit_at(session, "Phạm vi"), unit_at(session, "hằng tuần")
    move = Move(first.id, article.id, 3)
    assert session.may_move(move)
    assert session.words_when_moved(move) == "Khoản 3 Điều 1"
    session.do(move)
    assert [u.id for u in session.draft.unit(article.id).children][-1] == first.id
    assert not session.may_move(Move(article.id, first.id, 0))
    assert session.words_when_moved(Move(article.id, first.id, 0)) == ""


# -- words ------------------------------------------------------------------------------------------


def test_a_head_is_written_like_the_rest() -> None:
    session = new_session()
    component = next(c for c in session.act.components if c.front)
    block = component.front[0]
    assert isinstance(block, Paragraph)
    session.do(TypeWords(component.id, "front", 0, block.text + " MỚI"))
    changed = session.do(NewParagraph(Spot(component.id, "front", 0, len(block.text))))
    assert changed is not None
    assert changed.units == {component.id}
    assert session.caret == Spot(component.id, "front", 1, 0)
    session.do(Paste(Spot(component.id, "front", 0, 0), (_TABLE,)))
    session.do(ChangeTable(component.id, "front-object", 1, None))
    assert [line for line in act_lines(session.act) if line not in act_lines(new_act())] == ["MỚI"]
    for _ in range(4):
        session.do(Undo())
    assert session.act == new_act()


def test_a_table_is_added_changed_and_taken_out() -> None:
    session = new_session()
    spot = stand(session, "hằng tuần")
    session.do(AddTable(spot, _TABLE))
    assert session.undo_name == "thêm bảng tại khoản 1 Điều 1"
    assert "Một | Hai" in act_lines(session.act)
    session.do(ChangeTable(spot.unit_id, "lead-object", 1, Table(_TABLE.rows * 2)))
    session.do(ChangeTable(spot.unit_id, "lead-object", 1, None))
    assert session.act == new_act()


def test_words_are_changed_in_place_and_the_caret_stands_behind_them() -> None:
    session = new_session()
    (place,) = session.find("hằng tuần")
    session.do(ChangeWords(place, "hằng tháng", message("test", "sửa theo kiểm tra: Chữ")))
    assert session.undo_name == "sửa theo kiểm tra: Chữ tại khoản 1 Điều 1"
    assert session.caret == Spot(place.unit_id, "lead", 0, place.start + len("hằng tháng"))


def test_every_place_is_replaced_in_one_step() -> None:
    session = new_session()
    changed = session.do(ReplaceAll(tuple(session.find("hồ sơ")), "tài liệu"))
    assert changed is not None
    assert changed.keeps_structure
    assert changed.units == {
        unit_at(session, words).id for words in ("Tài liệu giấy", "Tài liệu điện tử")
    } | {u.id for u in session.act.units() if u.heading == "Tài liệu"}


def test_an_earlier_wording_and_an_earlier_text_are_taken_back() -> None:
    session = new_session()
    spot = stand(session, "hằng tuần")
    then = session.draft.unit(spot.unit_id)
    type_at(session, spot, "x")
    session.do(RestoreWords(spot.unit_id, then))
    assert session.act == new_act()
    session.do(Remove(spot.unit_id))
    assert session.do(RestoreWords(spot.unit_id, then)) is None
    session.do(RestoreText(new_act(), "một"))
    assert session.undo_name == "lấy lại mốc “một”"
    assert session.act == new_act()


# -- marks and clashes --------------------------------------------------------------------------------


def test_marks_are_given_of_all_or_of_some() -> None:
    session = new_session()
    first, second = unit_at(session, "hằng tuần").id, unit_at(session, "điện tử").id
    session.do(ReplaceAll(tuple(session.find("hằng tuần")), "hằng tháng"))
    session.do(ReplaceAll(tuple(session.find("điện tử")), "số"))
    assert set(session.word_marks()) == {(first, "lead", 0), (second, "lead", 0)}
    (changes,) = session.word_marks([second]).values()
    assert [c.text for c in changes if c.op == "delete"] == ["điện tử"]
    session.do(InsertAfter(first))
    assert session.renumbered()[unit_at(session, "Tài liệu").id] == "2."


def clash_over(unit_id: str) -> ClashError:
    said = message("QC-S050", "Điều khoản đã được người khác sửa.")
    return ClashError(said, recordings={unit_id: 7})


def test_of_a_clash_one_text_is_taken() -> None:
    session, other = new_session(), new_session()
    spot = stand(session, "hằng tuần")
    type_at(other, stand(other, "hằng tuần"), " Của họ.")
    type_at(session, spot, " Của tôi.")
    heard = told(session)
    session.meet(clash_over(spot.unit_id))
    assert session.clash is not None
    session.do(TakeTheirs(other.act, session.clash.unit_ids))
    assert session.clash is None
    assert session.act == other.act
    assert heard[-1].units == {spot.unit_id}
    session.meet(clash_over(spot.unit_id))
    session.keep_mine()
    assert (session.clash, session.seen) == (None, {spot.unit_id: 7})


# -- whatever is done in whatever order ----------------------------------------------------------------


def differing(before: Act, after: Act) -> set[str]:
    """The identities whose own words, number or place differ, found by looking at everything: places
    but for siblings that others pushed on."""
    was, now = _all(before), _all(after)
    found = {u for u in was.keys() | now.keys() if was.get(u) != now.get(u)}
    moved = {u for u, fate in BaseText(before).differences(after).fates.items() if u in was}
    return found | {u for u in moved if BaseText(before).differences(after).fates[u] is Fate.MOVED}


def _all(act: Act) -> dict[str, object]:
    found: dict[str, object] = {c.id: own_frame(c) for c in act.components}

    def look(units: tuple[Unit, ...], holder: str) -> None:
        for unit in units:
            found[unit.id] = (own_words(unit), holder)
            look(unit.children, unit.id)

    for component in act.components:
        look(component.units, component.id)
    return found


_AT: dict[str, Callable[[str], Command]] = {
    "after": InsertAfter,
    "promote": Promote,
    "demote": Demote,
    "up": MoveUp,
    "down": MoveDown,
    "join": Join,
    "remove": Remove,
    "repeal": Repeal,
    "point": lambda unit_id: InsertKind(unit_id, UnitKind.POINT),
    "article": lambda unit_id: InsertKind(unit_id, UnitKind.ARTICLE),
    "subpoint": lambda unit_id: ChangeLevel(unit_id, UnitKind.SUBPOINT),
    "clause": lambda unit_id: ChangeLevel(unit_id, UnitKind.CLAUSE),
}


class Session(RuleBasedStateMachine):
    """Random commands. Every step told names what differs; undoing everything gives text, policy and
    marks of the beginning, doing it again those of the end."""

    def __init__(self) -> None:
        super().__init__()
        self.session = new_session()
        self.before = self.session.act
        self.told: list[Changed] = []
        self.session.subscribe(self.hear)

    def hear(self, changed: Changed) -> None:
        if changed.step is not None:
            assert changed.units == differing(self.before, self.session.act)
            self.before = self.session.act
        assert self.before is self.session.act
        self.told.append(changed)

    def unit(self, place: int) -> Unit | None:
        units = list(walk(self.session.act.main.units))
        return units[place % len(units)] if units else None

    def spot(self, place: int, at: int) -> Spot | None:
        unit = self.unit(place)
        block = unit.lead[0] if unit is not None and unit.lead else None
        if unit is None or not isinstance(block, Paragraph):
            return None
        return Spot(unit.id, "lead", 0, at % (len(block.text) + 1))

    @rule(place=st.integers(0, 20), at=st.integers(0, 30), words=st.sampled_from(["ư", "Telex"]))
    def type_words(self, place: int, at: int, words: str) -> None:
        spot = self.spot(place, at)
        if spot is not None:
            self.session.put_caret(spot)
            type_at(self.session, spot, words)

    @rule(place=st.integers(0, 20), at=st.integers(0, 30))
    def make_bold(self, place: int, at: int) -> None:
        spot = self.spot(place, at)
        if spot is not None:
            self.session.put_caret(spot)
            block = self.session.draft.unit(spot.unit_id).lead[0]
            assert isinstance(block, Paragraph)
            marks = (Mark(0, spot.at, "b"),) if spot.at else ()
            self.session.do(TypeWords(spot.unit_id, "lead", 0, block.text, marks))

    @rule(place=st.integers(0, 20), name=st.sampled_from(sorted(_AT)))
    def change_structure(self, place: int, name: str) -> None:
        unit = self.unit(place)
        if unit is not None:
            self.session.do(_AT[name](unit.id))

    @rule(place=st.integers(0, 20), at=st.integers(0, 30), is_split=st.booleans())
    def press_enter(self, place: int, at: int, is_split: bool) -> None:
        spot = self.spot(place, at)
        if spot is not None:
            self.session.do(Split(spot) if is_split else NewParagraph(spot))

    @rule(place=st.integers(0, 20), holder=st.integers(0, 20), at=st.integers(0, 4))
    def move(self, place: int, holder: int, at: int) -> None:
        unit, parent = self.unit(place), self.unit(holder)
        if unit is not None and parent is not None:
            self.session.do(Move(unit.id, parent.id, at))

    @rule(place=st.integers(0, 20), at=st.integers(0, 30), has_table=st.booleans())
    def paste(self, place: int, at: int, has_table: bool) -> None:
        spot = self.spot(place, at)
        if spot is not None:
            self.session.do(Paste(spot, (_TABLE,) if has_table else (Paragraph("Dán."),)))

    @rule(command=st.sampled_from([Recount(), *map(SetNumbering, Numbering)]))
    def number(self, command: Command) -> None:
        self.session.do(command)

    @rule(words=st.sampled_from(["Văn phòng", "hồ sơ", "dán"]))
    def replace(self, words: str) -> None:
        self.session.do(ReplaceAll(tuple(self.session.find(words)), "x"))

    @rule()
    def go_back(self) -> None:
        self.session.do(RestoreText(new_act(), "đầu"))

    @rule()
    def undo(self) -> None:
        self.session.do(Undo())

    @rule()
    def redo(self) -> None:
        self.session.do(Redo())

    @rule()
    def rest(self) -> None:
        self.session.rest()

    @invariant()
    def marks_are_those_of_the_text_but_where_typing_goes_on(self) -> None:
        session = self.session
        now = BaseText(new_act()).differences(session.act)
        stale = {session.caret.unit_id} if session.caret is not None else set()
        fates = session.differences.fates.items() ^ now.fates.items()
        assert {unit for unit, _ in fates} <= stale
        assert session.differences.removed == now.removed

    def teardown(self) -> None:
        session = self.session
        session.rest()
        end = (session.act, session.numbering, session.differences, dict(session.word_marks()))
        done = len(session.draft.done)
        for _ in range(done):
            assert session.do(Undo()) is not None
        assert (session.act, session.numbering) == (new_act(), Numbering.RECOUNT)
        assert (session.differences.count, dict(session.word_marks())) == (0, {})
        for _ in range(done):
            assert session.do(Redo()) is not None
        assert (
            session.act,
            session.numbering,
            session.differences,
            dict(session.word_marks()),
        ) == end


TestSession = Session.TestCase
TestSession.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
