"""The export dialog: names, files that exist, pages, the account of the proof."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from quyche_app.domain.operations import Footnote
from quyche_app.gui.export.pages import Paginator
from quyche_app.gui.export.state import ExportState, Preview, file_stem
from quyche_app.gui.text_lines import Line, act_blocks, with_notes
from quyche_app.services.export import KINDS as SERVICE_KINDS
from quyche_app.services.views import Exported, Remark, TextAt, Verdict
from tests.gui import fakes

ACT = fakes.act_of(fakes.NEW_TEXT)


def filled(folder: Path) -> ExportState:
    """Give the dialog as it is after the text was read."""
    state = ExportState("d1", date(2018, 7, 17), folder=folder)
    text = TextAt(fakes.document(), ACT, date(2018, 7, 17), 2, "", (), ())
    state.take(Preview(text, ""))
    return state


def test_the_file_is_named_after_number_kind_and_day() -> None:
    assert file_stem("05-QĐ/TU", "hop-nhat", date(2018, 7, 17)) == "05-QD-TU_hop-nhat_2018-07-17"
    assert file_stem("", "hop-nhat", None) == "van-ban_hop-nhat_ban-hanh"


def test_a_file_of_that_name_is_never_overwritten_unasked(tmp_path: Path) -> None:
    state = filled(tmp_path)
    (tmp_path / f"{state.stem}.docx").write_bytes(b"x")
    assert state.existing().startswith("Đã có tệp 05-QC-TU_hop-nhat_2018-07-17.docx")
    state.other_name()
    assert state.stem.endswith("-2")
    assert not state.existing()


def test_a_typed_name_stays_when_the_kind_changes(tmp_path: Path) -> None:
    state = filled(tmp_path)
    state.stem, state.is_stem_typed = "bản in", True
    state.kind = "redline"
    state.propose_stem()
    assert state.stem == "bản in"
    assert [path.suffix for path in state.outs()] == [".docx"]


def test_the_account_says_whether_every_word_is_right(tmp_path: Path) -> None:
    state = filled(tmp_path)
    state.exported = Exported(
        ("a.docx", "a.html"), (Verdict(True, "từng chữ"), Verdict(True, "từng chữ"))
    )
    assert state.account() == ("Đã xuất 2 tệp. Đối chiếu lời văn: đúng từng chữ.", "good")
    state.exported = replace(state.exported, remarks=(Remark("Tệp .docx không có: 1 chú thích."),))
    assert state.account()[1] == "doubt"
    assert "1 chú thích" in state.account()[0]
    state.exported = Exported(
        ("a.docx",), (Verdict(False, "từng chữ", ("lệch ở khoản 2 Điều 1",)),)
    )
    assert state.account()[1] == "removed"
    assert "lệch ở khoản 2 Điều 1" in state.account()[0]


def test_only_kinds_that_can_be_written_are_offered(tmp_path: Path) -> None:
    state = filled(tmp_path)
    assert {kind.key for kind in state.kinds()} == set(SERVICE_KINDS)


def test_pages_hold_every_line_once_and_notes_stand_on_their_page(application: object) -> None:
    long = "\n".join(
        f"Điều {n}. Tên điều số {n}\n"
        + "\n".join(f"{k}. Lời văn của khoản {k}." for k in range(1, 6))
        for n in range(1, 15)
    )
    act = fakes.act_of(long)
    unit = act.main.units[7].children[2]
    note = Footnote(unit.id, "d8/k3", "Khoản này được sửa đổi theo văn bản minh họa.", 1, 0)
    blocks, notes = with_notes(act, (note,))
    pages = Paginator(500).pages(blocks, notes)
    assert len(pages) > 1
    lines = sum(len(page.slices) for page in pages)
    assert lines == sum(len(block.lines) for block in blocks)
    noted = [page for page in pages if page.notes]
    assert len(noted) == 1
    texts = [line.text for piece in noted[0].slices for line in piece.cell.lines]
    assert any(text.startswith("3.1 Lời văn") for text in texts)


def test_no_heading_stands_alone_at_the_foot_of_a_page(application: object) -> None:
    long = "\n".join(
        f"Chương {'I' * n}\nTÊN CHƯƠNG\nĐiều {n}. Tên điều\n"
        + "\n".join(f"{k}. Lời văn của khoản {k}." for k in range(1, 8))
        for n in range(1, 4)
    )
    blocks = act_blocks(fakes.act_of(long))
    for filler in range(25):  # every place of the page is the foot once
        first = replace(blocks[0], lines=(Line("Lời văn.", "body"),) * (filler + 1))
        for page in Paginator(500).pages((first, *blocks), ())[:-1]:
            assert page.slices[-1].cell.lines[-1].look not in ("group", "article")
