"""A drafting session: undo of everything, what is told, clashes, whatever order things come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from quyche_app.domain.acts import Act
from quyche_app.domain.errors import ClashError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import message
from quyche_app.domain.units import Mark, Paragraph, Unit, UnitKind, walk
from quyche_app.drafting.edits import own_frame, own_words
from quyche_app.drafting.session import (
    BaseText,
    Changed,
    ChangeLevel,
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
    Remove,
    Repeal,
    ReplaceAll,
    RestoreText,
    SetNumbering,
    Split,
    Spot,
    TakeTheirs,
    TypeWords,
)
from quyche_app.drafting.session.session import Redo, Undo
from tests.drafting.session.texts import TABLE, new_act, new_session, stand, told, type_at, unit_at

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


def test_counting_anew_says_beforehand_what_would_change() -> None:
    session = with_a_clause_between()
    session.do(Undo())
    assert session.recounting() == (3, 0)


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
            self.session.do(Paste(spot, (TABLE,) if has_table else (Paragraph("Dán."),)))

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
