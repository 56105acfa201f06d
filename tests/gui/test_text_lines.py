"""A text as lines to be painted and copied."""

from __future__ import annotations

from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Footnote
from quyche_app.domain.trees import TreeIndex
from quyche_app.gui.text_lines import act_blocks, with_notes, words_of
from quyche_app.gui.word_marks import word_runs
from quyche_app.gui.words import number_words, size_words
from tests.gui import fakes


def test_no_line_of_the_text_is_lost() -> None:
    act = fakes.act_of(fakes.OLD_TEXT)
    shown = [line.text for block in act_blocks(act) for line in block.lines]
    assert shown == act_lines(act)


def test_a_chapter_is_centred_and_the_label_of_an_article_is_bold() -> None:
    blocks = act_blocks(fakes.act_of(fakes.OLD_TEXT))
    assert [line.look for line in blocks[0].lines] == ["group", "group"]
    article = next(block for block in blocks if block.words == "Điều 1")
    assert article.lines[0].runs[0].form == "bold"


def test_notes_are_numbered_in_reading_order_and_are_no_words() -> None:
    act = fakes.act_of(fakes.OLD_TEXT)
    index = TreeIndex(act)
    ids = {placed.address.words: placed.unit.id for placed in index}
    notes = (
        Footnote(ids["Điều 4"], "d4", "Điều này được sửa đổi.", 1, 1),
        Footnote(ids["khoản 1 Điều 1"], "d1/k1", "Khoản này được sửa đổi.", 1, 0),
    )
    blocks, numbered = with_notes(act, notes)
    assert [note.path for _, note in numbered] == ["d1/k1", "d4"]
    line = next(block for block in blocks if block.words == "khoản 1 Điều 1").lines[0]
    assert line.text.startswith("1.1 ")  # behind the label, as in the file
    assert words_of(line) == "1. Hội nghị thường lệ họp mỗi tháng một lần."


def test_a_change_of_one_syllable_marks_the_whole_syllable() -> None:
    old, new = "chậm nhất ba ngày", "chậm nhất năm ngày"
    (run,) = word_runs(old, new)
    assert new[run.start : run.end] == "năm"


def test_numbers_and_sizes_are_written_as_in_vietnamese() -> None:
    assert number_words(1234567) == "1.234.567"
    assert size_words(1_300_000) == "1,2 MB"
