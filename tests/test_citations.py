"""Every citation of a document leads somewhere: the file is in the project, and so is the section.

A citation is a path and, behind it, numbers of sections: "docs/field.md 4.7", "docs/field.md 3.5, 3.6",
"docs/window.md 3 and 9", "docs/field.md 5.1-5.5". It may run over the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
_FOLDERS = ("quyche_app", "tests", "benchmarks", "packaging", "docs", "resources")
_FILES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "pyproject.toml")
_ENDINGS = {".py", ".md", ".json", ".toml", ".txt", ".tsv", ".css", ""}
# A blank, or the end of a line with the mark of a comment in front of the next one.
_GAP = r"(?:[ ]|[ ]?\n[ ]*(?:#[ ])?)"
_NUMBER = r"\d+(?:\.\d+)*"
_CITED = re.compile(
    rf"(?P<file>[\w./-]*\w\.md)\b(?P<sections>(?:`?{_GAP}{_NUMBER}(?:(?:,{_GAP}|{_GAP}and{_GAP}|-){_NUMBER})*)?)"
)
_HEADING = re.compile(rf"^#+ ({_NUMBER})\.? ", re.MULTILINE)
# Real material lies beside the project; tests that read it may name it.
_BESIDE = "../shared/"


class Citation(NamedTuple):
    """Where something is cited, the file, and the sections named."""

    place: str
    folder: Path
    file: str
    sections: tuple[str, ...]


def citations_in(text: str, path: Path) -> Iterator[Citation]:
    """Give the citations of a text; ``path``: the file that it stands in."""
    for found in _CITED.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Citation(
            f"{path.relative_to(ROOT)}:{line}",
            path.parent,
            found["file"],
            tuple(re.findall(_NUMBER, found["sections"])),
        )


@cache
def headings(file: Path) -> frozenset[str]:
    """Give the numbers of the sections of a document."""
    return frozenset(_HEADING.findall(file.read_text(encoding="utf-8")))


def fault(citation: Citation) -> str:
    """Say what is wrong with a citation, "" when nothing is."""
    if citation.file.startswith(_BESIDE):
        return ""
    # A page links its neighbours by their own names.
    places = [ROOT / citation.file]
    if citation.place.partition(":")[0].endswith(".md"):
        places.append(citation.folder / citation.file)
    file = next((place for place in places if place.is_file()), None)
    if file is None:
        return f"{citation.place}: {citation.file} is not in the project"
    lost = [number for number in citation.sections if number not in headings(file)]
    return f"{citation.place}: {citation.file} has no section {', '.join(lost)}" if lost else ""


def sources() -> list[Path]:
    """Give every text of the project that may cite."""
    found = [ROOT / name for name in _FILES]
    for folder in _FOLDERS:
        found += (
            path
            for path in sorted((ROOT / folder).rglob("*"))
            if path.is_file() and path.suffix in _ENDINGS and "__pycache__" not in path.parts
        )
    return [path for path in found if path != Path(__file__).resolve()]


def test_every_citation_leads_to_a_section() -> None:
    cited = [
        each for path in sources() for each in citations_in(path.read_text(encoding="utf-8"), path)
    ]
    assert len(cited) > 200, "the citations of the code are found at all"
    assert [said for each in cited if (said := fault(each))] == []


@pytest.mark.parametrize(
    "words",
    [
        "docs/field.md 99.1",
        "docs/field.md 3.5, 99",
        "docs/field.md 3 and\n    # 99.2",
        "docs/field.md 3.1-3.99",
        "domain.md 4.7",
        "architecture.md 2",
        "design/ui.md 5.2",
    ],
)
def test_a_citation_that_leads_nowhere_is_found(words: str) -> None:
    (cited,) = citations_in(f"# Source: {words}.\n", ROOT / "quyche_app" / "x.py")
    assert fault(cited)


@pytest.mark.parametrize(
    ("words", "sections"),
    [
        ("docs/field.md 4.7", ("4.7",)),
        ("docs/field.md 3.5,\n4.10.", ("3.5", "4.10")),
        ("docs/window.md 3 and 9", ("3", "9")),
        ("docs/field.md 5.1-5.5", ("5.1", "5.5")),
        ("docs/architecture.md", ()),
        ("`docs/testing.md` 8", ("8",)),
    ],
)
def test_the_sections_of_a_citation_are_read(words: str, sections: tuple[str, ...]) -> None:
    (cited,) = citations_in(f"# Source: {words}.\n", ROOT / "quyche_app" / "x.py")
    assert cited.sections == sections
    assert fault(cited) == ""
