"""What a person is told of a DOCX: one finding for each kind of thing that was met."""

from __future__ import annotations

import pytest

from quyche_app.reading.docx_findings import Account, Apart, apart_from_body
from quyche_app.reading.docx_fonts import FontTable
from quyche_app.reading.docx_runs import RunReader
from quyche_app.reading.docx_styles import Styles
from quyche_app.reading.package import open_package
from tests.reading.packages import members, p, zipped


def account() -> tuple[Account, RunReader]:
    runs = RunReader(Styles(None, FontTable({})), is_accepted=True)
    return Account(runs, is_accepted=True), runs


def test_nothing_met_is_nothing_told() -> None:
    assert account()[0].findings(0, Apart(), 0) == ()


@pytest.mark.parametrize(
    ("holder", "field", "name"),
    [
        ("runs", "change_count", "tracked_changes"),
        ("account", "breaks_joined", "soft_breaks"),
        ("account", "breaks_parted", "soft_breaks"),
        ("account", "contents_lines", "contents_left_out"),
        ("runs", "hidden_count", "hidden_left_out"),
        ("account", "text_boxes", "text_boxes"),
        ("account", "frames", "frames_opened"),
        ("account", "things", "opaque_kept"),
        ("account", "foreign_parts", "foreign_parts"),
        ("runs", "unknown_symbols", "unknown_symbols"),
    ],
)
def test_each_thing_that_was_counted_is_told_with_its_number(
    holder: str, field: str, name: str
) -> None:
    made, runs = account()
    setattr(made if holder == "account" else runs, field, 7)
    (finding,) = made.findings(0, Apart(), 0)
    assert finding.name == name
    assert "7" in finding.sentence
    assert finding.line == 0


@pytest.mark.parametrize(
    ("is_accepted", "words"), [(True, "đã chấp nhận tất cả"), (False, "đã từ chối tất cả")]
)
def test_how_tracked_changes_were_read_is_told(is_accepted: bool, words: str) -> None:
    runs = RunReader(Styles(None, FontTable({})), is_accepted=is_accepted)
    runs.change_count = 2
    (finding,) = Account(runs, is_accepted=is_accepted).findings(0, Apart(), 0)
    assert words in finding.sentence


@pytest.mark.parametrize(
    ("footnotes", "apart", "struck", "name"),
    [
        (7, Apart(), 0, "footnotes_apart"),
        (0, Apart(headers=7), 0, "headers_left_out"),
        (0, Apart(comments=7), 0, "comments_left_out"),
        (0, Apart(has_macros=True), 0, "macros_ignored"),
        (0, Apart(), 7, "struck_read"),
    ],
)
def test_what_stands_beside_the_body_is_told(
    footnotes: int, apart: Apart, struck: int, name: str
) -> None:
    (finding,) = account()[0].findings(footnotes, apart, struck)
    assert finding.name == name
    assert apart.has_macros or "7" in finding.sentence


@pytest.mark.parametrize(
    ("parts", "apart"),
    [
        ({}, Apart()),
        ({"header": p("Công báo")}, Apart(headers=1)),
        ({"header": p("1")}, Apart()),
        ({"header": p("x")}, Apart()),
        ({"comments": "<w:comment/><w:comment/>"}, Apart(comments=2)),
        ({"styles": ""}, Apart()),
    ],
    ids=["nothing", "a header", "a page number", "one letter", "comments", "styles"],
)
def test_what_a_package_holds_beside_its_body(parts: dict[str, str], apart: Apart) -> None:
    package = open_package("a.docx", zipped(members(p("Lời."), **parts)))
    assert apart_from_body(package, package.relations("word/document.xml")) == apart


def test_macros_and_missing_parts() -> None:
    data: dict[str, str | bytes] = {
        **members(p("Lời."), header=p("Công báo")),
        "word/vbaProject.bin": b"x",
    }
    del data["word/header1.xml"]
    package = open_package("a.docx", zipped(data))
    found = apart_from_body(package, package.relations("word/document.xml"))
    assert found == Apart(has_macros=True)
