"""Files made to harm: what they claim is bounded before it costs memory or time."""

from __future__ import annotations

import os
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from quyche_app.domain.errors import ReadingError
from quyche_app.domain.units import Table
from quyche_app.reading import docx_things, guards, package
from quyche_app.reading.archive import Archive
from quyche_app.reading.disk import file_bytes
from quyche_app.reading.docx import MAX_COLUMNS, read_docx
from quyche_app.reading.docx_numbering import LONGEST_LABEL
from quyche_app.reading.files import read_file
from quyche_app.reading.text import read_text
from quyche_app.writing.ooxml.blocks import table_element
from tests.reading.packages import cell, docx, members, p, read, row, table, texts, zipped

_HUGE = "999999999"
_MB = 1024 * 1024


def _numbering(text: str, form: str = "decimal", start: str = "1") -> str:
    """Nine levels of one form and label."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level in range(9)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def _numbered(level: str = "0") -> str:
    return p("lời", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def _peak(work: object) -> int:
    """Give the most memory that a piece of work held, in bytes."""
    assert callable(work)
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "rows",
    [
        row(cell(p("a"), head=f'<w:gridSpan w:val="{_HUGE}"/>'), cell(p("b"))),
        row(cell(p("a")), cell(p("b")), head=f'<w:gridBefore w:val="{_HUGE}"/>'),
        row(cell(p("a")), cell(p("b")), head=f'<w:gridAfter w:val="{_HUGE}"/>'),
        row(
            cell(p("a"), head='<w:gridSpan w:val="-5"/>'),
            cell(p("b")),
            head='<w:gridBefore w:val="-7"/>',
        ),
    ],
)
def test_a_cell_spans_no_more_columns_than_word_makes(rows: str) -> None:
    (paragraph,) = read(table(rows)).paragraphs
    assert isinstance(paragraph.block, Table)
    spans = [one.span for one in paragraph.block.rows[0]]
    assert all(1 <= span <= MAX_COLUMNS for span in spans)
    assert [one.blocks[0].text for one in paragraph.block.rows[0] if one.blocks] == ["a", "b"]
    assert len(etree.tostring(table_element(paragraph.block))) < 10_000


@pytest.mark.parametrize(
    ("text", "form", "start"),
    [
        ("x" * 500_000, "decimal", "1"),
        ("x" * 500_000, "bullet", "1"),
        ("%1" * 250_000, "decimal", _HUGE),
        ("%1" * 10_000, "lowerLetter", "2500"),
        ("%1%2%3%4%5%6%7%8%9", "upperRoman", _HUGE),
        ("%9" * 2_000, "upperRoman", "32767"),
    ],
)
def test_no_label_is_longer_than_one_on_paper(text: str, form: str, start: str) -> None:
    lines = texts(_numbered("8") * 20, numbering=_numbering(text, form, start))
    assert len(lines) == 20
    assert all(len(line) <= LONGEST_LABEL + len(" lời") for line in lines)
    assert all(line.endswith("lời") for line in lines)


@pytest.mark.parametrize("level", [_HUGE, "-3", "9" * 5000, "²", ""])
def test_a_level_that_no_list_has_is_read_as_one_that_it_has(level: str) -> None:
    assert len(texts(_numbered(level), numbering=_numbering("%1."))) == 1


@pytest.mark.parametrize("kind", ["header", "footer", "comments", "theme", "styles", "numbering"])
def test_a_part_with_many_relations_is_unpacked_a_few_times_only(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = members(p("Điều 1. Phạm vi"))
    many = "".join(
        f'<Relationship Id="q{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="chung.xml"/>'
        for n in range(300)
    )
    rels = "word/_rels/document.xml.rels"
    made[rels] = str(made[rels]).replace("</Relationships>", many + "</Relationships>")
    made["word/chung.xml"] = members("")["word/document.xml"]
    unpacked: Counter[str] = Counter()
    plain = Archive.read

    def counted(self: Archive, member: str) -> bytes:
        unpacked[member] += 1
        return plain(self, member)

    monkeypatch.setattr(Archive, "read", counted)
    assert len(read_docx("x.docx", zipped(made)).paragraphs) == 1
    assert unpacked["word/chung.xml"] <= 3


def test_the_elements_of_all_parts_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_ELEMENTS", 300)
    assert texts(p("x") * 40, styles="<w:style/>" * 40)
    with pytest.raises(ReadingError, match="quá nhiều phần tử"):
        texts(p("x") * 40, styles="<w:style/>" * 200)


def test_the_bytes_of_all_parts_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_XML_BYTES", 20_000)
    assert texts(p("x" * 5_000))
    with pytest.raises(ReadingError, match="quá nhiều phần tử"):
        texts(p("x" * 5_000), header=p("y" * 15_000))


def test_a_picture_too_large_to_keep_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_things, "MAX_KEPT_BYTES", 1000)
    picture = '<w:p><w:r><w:drawing><a:blip r:embed="r_image"/></w:drawing></w:r></w:p>'
    made = docx(p("Điều 1. Phạm vi") + picture, image=os.urandom(4 * _MB))
    assert _peak(lambda: read_docx("x.docx", made)) < 3 * _MB


def test_the_size_of_a_file_is_asked_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "lon.txt"
    large.touch()
    os.truncate(large, 3 * 1024 * _MB)  # sparse: takes no room

    def refused() -> None:
        with pytest.raises(ReadingError) as caught:
            read_file(large)
        assert caught.value.code == "QC-R002"

    assert _peak(refused) < _MB


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="hệ điều hành này không có ống tên")
def test_a_pipe_that_nobody_writes_into_keeps_nobody_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "ong"
    os.mkfifo(pipe)
    assert file_bytes(pipe) == b""


def test_what_has_no_size_is_read_no_further_than_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("hệ điều hành này không có /dev/zero")
    monkeypatch.setattr(guards, "MAX_FILE_BYTES", 5 * _MB)
    with pytest.raises(ReadingError) as caught:
        file_bytes(Path("/dev/zero"))
    assert caught.value.code == "QC-R002"


@pytest.mark.parametrize("end", ["\n", "\r", "\f", "\u2028", "\r\n"])
def test_a_text_of_too_many_lines_is_refused_before_it_is_cut(end: str) -> None:
    data = (end * 450_000).encode()

    def refused() -> None:
        with pytest.raises(ReadingError) as caught:
            read_text("x.txt", data)
        assert caught.value.code == "QC-R021"

    assert _peak(refused) < 4 * _MB


def test_a_text_in_utf7_is_read() -> None:
    words = "Điều 1. Phạm vi điều chỉnh\n1. Cơ quan họp mỗi tháng."
    read_back = read_text("x.txt", words.encode("utf-7"))
    assert [one.text for one in read_back.paragraphs] == words.split("\n")


@pytest.mark.parametrize(
    "words",
    [
        "1+1=2, C++ va A+BCD- +Abc- x+y\n+xyz+abc+def",
        "+ABC+DEF+GHI+",
        "A+ B+ +AGEAYgBj- +AGEAYgBj- +AGEAYgBj-",
    ],
)
def test_plus_signs_of_a_text_without_marks_stay(words: str) -> None:
    assert [one.text for one in read_text("x.txt", words.encode()).paragraphs] == words.split("\n")
