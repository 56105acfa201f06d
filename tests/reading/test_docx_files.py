"""Real office files beside the project, against the text that LibreOffice makes of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from quyche_app.domain.sources import SourceText
from quyche_app.domain.texts import clean
from quyche_app.domain.units import Block, Opaque, Paragraph, Table
from quyche_app.reading.docx import read_docx

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "files"
_DOCX = sorted((_SHARED / "docx").glob("*.docx"))
_TRACKED = sorted((_SHARED / "tracked").glob("*.accepted.txt"))
_LABEL = re.compile(
    r"""["“”]?(
        (?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu\ mục)\s+(?:[IVXLC]+|\d+|thứ\s\w+|[A-Z])\b
        |(?:Điều|ĐIỀU)\s+\d+\w*|\d+(?:\.\d+)*\s?[.)](?=\s|$|[^\d\W])|[a-zđ]\d?\)|[IVX]+\.|[-+](?=\s)
    )""",
    re.VERBOSE,
)
_WORDS = re.compile(r"[^\W\d_]+")
# LibreOffice makes the table of contents and the date anew; ours are what the file shows.
_MADE_ANEW = {"complicated-document"}


def block_texts(block: Block) -> Iterator[str]:
    """Give the paragraphs of a block as LibreOffice writes them: each cell paragraph on a line."""
    match block:
        case Paragraph():
            yield block.text
        case Table():
            for line in block.rows:
                for cell in line:
                    for inside in cell.blocks:
                        yield from block_texts(inside)
        case Opaque():
            return


def lines_of(source: SourceText) -> list[str]:
    """Give the paragraphs of a text, cells apart."""
    return [text for paragraph in source.paragraphs for text in block_texts(paragraph.block)]


def expected_lines(path: Path) -> list[str]:
    """Give the lines of LibreOffice's text."""
    lines = map(clean, path.read_text("utf-8").splitlines())
    return [line for line in lines if line]


def labels(lines: list[str]) -> list[str]:
    """Give the labels that lines begin with, without spaces."""
    return ["".join(found[1].split()) for line in lines if (found := _LABEL.match(line))]


def is_part_in_order(part: list[str], whole: list[str]) -> bool:
    """Tell whether all of ``part`` stands in ``whole`` in the same order."""
    rest = iter(whole)
    return all(label in rest for label in part)


def has_text_boxes(source: SourceText) -> bool:
    """Tell whether a file has text boxes: LibreOffice leaves their words out."""
    return any(finding.name == "text_boxes" for finding in source.findings)


def words(lines: list[str]) -> list[str]:
    """Give the words in small letters, digits left out (LibreOffice glues footnote numbers on)."""
    return _WORDS.findall(" ".join(lines).lower())


@pytest.mark.skipif(not _DOCX, reason=f"cần các tệp mẫu trong {_SHARED}")
@pytest.mark.parametrize("path", _DOCX, ids=lambda path: path.stem)
def test_labels_stand_in_the_same_order_and_no_word_is_lost(path: Path) -> None:
    expected = expected_lines(path.with_suffix(".expected.txt"))
    source = read_docx(path.name, path.read_bytes())
    ours = lines_of(source)
    if has_text_boxes(source):
        assert is_part_in_order(labels(expected), labels(ours))
    else:
        assert labels(ours) == labels(expected)
    assert not Counter(words(expected)) - Counter(words([*ours, *source.footnotes]))


@pytest.mark.skipif(not _TRACKED, reason=f"cần các tệp mẫu trong {_SHARED}")
@pytest.mark.parametrize("side", ["accepted", "rejected"])
@pytest.mark.parametrize("name", [path.name.split(".")[0] for path in _TRACKED])
def test_both_sides_of_tracked_changes_read_as_in_libreoffice(name: str, side: str) -> None:
    if name in _MADE_ANEW:
        pytest.skip("mục lục và ngày được LibreOffice tạo lại")
    folder = _SHARED / "tracked"
    source = read_docx(name, (folder / f"{name}.docx").read_bytes(), tracked=side)
    expected = expected_lines(folder / f"{name}.{side}.txt")
    ours = lines_of(source)
    if has_text_boxes(source):
        assert is_part_in_order(words(expected), words(ours))
    else:
        assert "".join(words(ours)) == "".join(words(expected))


@pytest.mark.skipif(not _DOCX, reason=f"cần các tệp mẫu trong {_SHARED}")
def test_paragraph_numbers_run_without_gaps() -> None:
    for path in _DOCX[::6]:
        line = 1
        for paragraph in read_docx(path.name, path.read_bytes()).paragraphs:
            assert paragraph.number == line
            line += paragraph.line_count
