"""One draft, two people: what one recorded is never overwritten by the other without a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quyche_app.domain.errors import ClashError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.identities import uuid7
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.drafting.edits import Step, own_frame, own_words
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.structure import Structure
from quyche_app.services.drafts import begin_draft
from quyche_app.services.editing import Editing, open_editing
from quyche_app.services.history import wordings_of_units
from quyche_app.services.import_file import import_file
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.workspace import Workspace, open_workspace

_TEXT = """QUY CHẾ
Điều 1. Họp
1. Văn phòng họp.
2. Tài liệu gửi trước.
Điều 2. Việc
1. Giao một người.
2. Báo cáo ngay.
"""
Open = Callable[[str], Editing]


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[tuple[Workspace, str]]:
    file = tmp_path / "quy-che.txt"
    file.write_text(_TEXT, encoding="utf-8")
    with closing(open_workspace(tmp_path / "kho")) as opened:
        yield opened, begin_draft(opened, import_file(opened, file).document.id).id


@pytest.fixture
def opened(shared: tuple[Workspace, str], tmp_path: Path) -> Open:
    """Give what opens the draft for a person, as on a machine of his own."""
    workspace, draft_id = shared
    return lambda name: open_editing(workspace, draft_id, folder=tmp_path / name)


def lines(shared: tuple[Workspace, str]) -> list[str]:
    workspace, draft_id = shared
    return act_lines(text_as_at(workspace, draft_id).act)


def unit(editing: Editing, words: str) -> Unit:
    return next(
        u
        for u in editing.draft.act.units()
        if words in (u.heading or "")
        or any(isinstance(b, Paragraph) and words in b.text for b in u.lead)
    )


def write(editing: Editing, words: str, new: str) -> None:
    """Give the clause that has some words others."""
    editing.draft.type_words(replace(own_words(unit(editing, words)), lead=(Paragraph(new),)))


def structure(editing: Editing) -> Structure:
    return Structure(editing.draft.act, Numbering.FROZEN, uuid7)


def do(editing: Editing, step: Step | None) -> Step:
    assert step is not None
    editing.draft.do(step)
    return step


def clash_of(editing: Editing) -> ClashError:
    with pytest.raises(ClashError) as caught:
        editing.save()
    return caught.value


def test_a_letter_taken_back_makes_another_s_recording_no_own_one(
    shared: tuple[Workspace, str], opened: Open
) -> None:
    a, b = opened("a"), opened("b")
    write(a, "Văn phòng họp.", "Của A.")
    a.save()
    write(b, "Báo cáo ngay.", "Báo cáo ngay.x")
    b.draft.undo()
    b.save()
    write(b, "Văn phòng họp.", "Của B.")
    clash = clash_of(b)
    assert clash.unit_ids == (unit(b, "Của B.").id,)
    assert "1. Của A." in lines(shared)


def test_a_clash_that_is_settled_settles_that_clause_alone(
    shared: tuple[Workspace, str], opened: Open
) -> None:
    a, b = opened("a"), opened("b")
    write(a, "Văn phòng họp.", "Một của A.")
    write(a, "Tài liệu gửi trước.", "Hai của A.")
    a.save()
    write(b, "Văn phòng họp.", "Một của B.")
    b.take_over(clash_of(b))
    b.save()
    write(b, "Tài liệu gửi trước.", "Hai của B.")
    assert clash_of(b).unit_ids == (unit(b, "Hai của B.").id,)
    assert {"1. Một của B.", "2. Hai của A."} <= set(lines(shared))


def test_one_s_own_recordings_do_not_clash_with_oneself(
    shared: tuple[Workspace, str], opened: Open
) -> None:
    a, b = opened("a"), opened("b")
    write(b, "Báo cáo ngay.", "Một.")
    b.save()
    write(a, "Văn phòng họp.", "Của A.")
    a.save()
    for old, new in (("Một.", "Hai."), ("Hai.", "Ba.")):
        write(b, old, new)
        b.save()
    assert {"1. Của A.", "2. Ba."} <= set(lines(shared))
    write(b, "Văn phòng họp.", "Của B.")
    assert clash_of(b).recordings, "between two own recordings stands another's"


def test_the_same_words_of_two_people_do_not_clash_then_or_later(
    shared: tuple[Workspace, str], opened: Open
) -> None:
    a, b = opened("a"), opened("b")
    for person in (a, b):
        write(person, "Văn phòng họp.", "Như nhau.")
        person.save()
    write(b, "Như nhau.", "Của B.")
    b.save()
    assert "1. Của B." in lines(shared)


def test_another_who_records_again_meanwhile_clashes_again(
    shared: tuple[Workspace, str], opened: Open
) -> None:
    a, b = opened("a"), opened("b")
    write(a, "Văn phòng họp.", "Một của A.")
    a.save()
    write(b, "Văn phòng họp.", "Của B.")
    clash = clash_of(b)
    write(a, "Một của A.", "Hai của A.")
    a.save()
    b.take_over(clash)
    assert clash_of(b).recordings != clash.recordings
    assert "1. Hai của A." in lines(shared)


def _reworded(editing: Editing) -> None:
    write(editing, "Giao một người.", "Của A.")


def _removed(editing: Editing) -> None:
    do(editing, structure(editing).remove(unit(editing, "Giao một người.").id))


def _moved(editing: Editing) -> None:
    do(
        editing,
        structure(editing).move(unit(editing, "Giao một người.").id, unit(editing, "Họp").id, 0),
    )


@pytest.mark.parametrize("other", [_reworded, _removed, _moved])
@pytest.mark.parametrize("own", [_reworded, _removed, _moved])
def test_what_another_did_is_taken_whatever_it_was(
    shared: tuple[Workspace, str],
    opened: Open,
    own: Callable[[Editing], None],
    other: Callable[[Editing], None],
) -> None:
    a, b = opened("a"), opened("b")
    other(a)
    write(a, "Báo cáo ngay.", "Cũng của A.")
    a.save()
    expected = lines(shared)
    own(b)
    if own is _reworded:
        write(b, "Của A.", "Của B.")
    if own is other and own is not _reworded:
        b.save()  # both did just the same
    else:
        b.yield_to(clash_of(b))
        b.save()
    assert lines(shared) == expected


def test_the_head_that_another_wrote_is_taken(shared: tuple[Workspace, str], opened: Open) -> None:
    a, b = opened("a"), opened("b")
    for person, words in ((a, "Của A."), (b, "Của B.")):
        main = person.draft.act.main
        person.draft.type_frame(replace(own_frame(main), back=(Paragraph(words),)))
    a.save()
    b.yield_to(clash_of(b))
    b.save()
    assert "Của A." in lines(shared)
    assert "Của B." not in lines(shared)


def test_a_clause_added_to_an_article_that_another_takes_out_is_told(
    shared: tuple[Workspace, str], opened: Open
) -> None:
    a, b = opened("a"), opened("b")
    do(a, structure(a).insert_after(unit(a, "Báo cáo ngay.").id))
    a.save()
    kept = lines(shared)
    do(b, structure(b).remove(unit(b, "Việc").id))
    clash = clash_of(b)
    assert lines(shared) == kept
    b.yield_to(clash)
    b.save()
    assert lines(shared) == kept


def test_a_clause_added_to_an_article_that_another_took_out_is_told_and_can_stay(
    shared: tuple[Workspace, str], opened: Open
) -> None:
    a, b = opened("a"), opened("b")
    do(a, structure(a).remove(unit(a, "Việc").id))
    a.save()
    step = do(b, structure(b).insert_after(unit(b, "Báo cáo ngay.").id))
    new = next(u for u in b.draft.act.units() if u.id == step.focus)
    b.draft.type_words(replace(own_words(new), lead=(Paragraph("Khoản mới."),)))
    b.take_over(clash_of(b))
    b.save()
    assert lines(shared) == act_lines(b.draft.act)
    assert "3. Khoản mới." in lines(shared)


def test_what_was_typed_over_another_s_recording_is_found_again_and_asked_about(
    shared: tuple[Workspace, str], opened: Open
) -> None:
    a, b = opened("a"), opened("b")
    write(a, "Văn phòng họp.", "Của A.")
    a.save()
    write(b, "Báo cáo ngay.", "Một của B.")
    b.save()
    write(b, "Một của B.", "Hai của B.")
    write(b, "Văn phòng họp.", "Của B.")
    page = b.draft.act
    b.leave_as_it_is()
    again = opened("b")
    assert again.draft.act == page
    assert clash_of(again).unit_ids == (unit(again, "Của B.").id,), "the own clause is no clash"
    again.take_over(clash_of(again))
    again.save()
    assert {"1. Của B.", "2. Hai của B."} <= set(lines(shared))
    workspace, draft_id = shared
    texts = [row.text for row in wordings_of_units(workspace, draft_id, [unit(again, "Của B.").id])]
    assert texts == ["1. Văn phòng họp.", "1. Của A.", "1. Của B."]
