"""Writing a long text as a Word file: goal WR1, W1 of the list beside the project (its other W are
the window's here).

Beside what is measured in the same run: the words alone as lxml elements in a zip, and python-docx
called once a paragraph.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import etree

from benchmarks import Row, seconds
from benchmarks.reading import BENCH
from quyche_app.reading.files import read_file
from quyche_app.services.outputs import prove, render
from quyche_app.writing.consolidated import ConsolidatedDocument
from quyche_app.writing.layout import profile_for

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_NAMESPACE}}}"


def elements_in_a_zip(lines: Sequence[str]) -> bytes:
    """Write lines as paragraphs of one part: the floor X."""
    root = etree.Element(_W + "document", nsmap={"w": _NAMESPACE})
    body = etree.SubElement(root, _W + "body")
    for line in lines:
        paragraph = etree.SubElement(body, _W + "p")
        properties = etree.SubElement(paragraph, _W + "pPr")
        etree.SubElement(properties, _W + "jc").set(_W + "val", "both")
        text = etree.SubElement(etree.SubElement(paragraph, _W + "r"), _W + "t")
        text.text = line
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", etree.tostring(root, encoding="UTF-8", standalone=True)
        )
    return out.getvalue()


def written_by_python_docx(lines: Sequence[str]) -> bytes:
    """Write lines as a stranger would: one call of python-docx a paragraph."""
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.add_run(line).bold = line.startswith("Điều ")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rows() -> Iterator[Row]:
    """Give the rows; nothing when the data folder is not beside the project."""
    if not BENCH.is_dir():
        print(f"(WR1 cần {BENCH})")
        return
    with tempfile.TemporaryDirectory() as folder:
        maker = [sys.executable, str(BENCH / "make_inputs.py"), "--out", folder]
        wanted = ["--sizes", "L", "--seeds", "1"]
        subprocess.run([*maker, *wanted], check=True, capture_output=True)
        yield from _of_text(Path(folder, "L-1", "new.txt"))


def _of_text(path: Path) -> Iterator[Row]:
    lines = path.read_text(encoding="utf-8").split("\n")
    # Before the tree is there: the collector would walk over it for them too.
    floor = seconds(lambda: elements_in_a_zip(lines))
    peer = seconds(lambda: written_by_python_docx(lines), 3)
    act = read_file(path).act
    document = ConsolidatedDocument(act, (), (), None, profile_for(act), None, "")
    written = seconds(lambda: render(document, ".docx"))
    proved = seconds(lambda: prove(document, ".docx", render(document, ".docx")))
    yield Row("WR1", "ghi DOCX từ cây điều khoản, L", written, floor, "phần tử lxml vào zip", 4)
    yield Row("WR1", "ghi DOCX và đọc lại, L", proved, floor, "phần tử lxml vào zip", 7)
    yield Row("WR1", "ghi DOCX và đọc lại, L", proved, peer, "python-docx", 0.5)
