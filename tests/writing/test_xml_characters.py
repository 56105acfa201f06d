"""Characters that a file of XML may hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from quyche_app.writing.xml_characters import legal


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("\x00một\x08", "một"),
        ("một\thai\nba\rbốn", "một\thai\nba\rbốn"),
        ("\x0b\x0c\x0e\x1f", ""),
        ("\x20\x7f", "\x20\x7f"),
        ("\ufffd\ufffe\uffff", "\ufffd"),
        ("& < >", "& < >"),
    ],
    ids=[
        "first and last",
        "tab, line, return",
        "between",
        "space, delete",
        "ends",
        "escaped later",
    ],
)
def test_what_xml_forbids_goes(words: str, kept: str) -> None:
    assert legal(words) == kept


@settings(max_examples=20)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_stays_stands_in_xml(words: str) -> None:
    element = etree.Element("t")
    element.text = legal(words)
    assert etree.fromstring(etree.tostring(element)) is not None
