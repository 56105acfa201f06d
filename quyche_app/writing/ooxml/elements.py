"""Elements of WordprocessingML: runs, paragraphs, numbers of notes, tracked changes.

In: words and looks. Out: elements of lxml, their children in schema order; who writes puts them into
a part (``ooxml.package``). An element stands in one place: for two places two are made.
Source of the format: ECMA-376, part 1, 17.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from copy import copy
from functools import cache

from lxml import etree

from quyche_app.domain.units import Mark
from quyche_app.writing.xml_characters import legal

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREFIXES = {"w": WORD, "r": RELATIONSHIPS}

Element = etree._Element
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKS = {
    "b": ("b", {}),
    "i": ("i", {}),
    "u": ("u", {"val": "single"}),
    "sup": ("vertAlign", {"val": "superscript"}),
    "sub": ("vertAlign", {"val": "subscript"}),
}
# Order of run properties in the schema.
_MARK_ORDER = ("b", "i", "u", "sup", "sub")


@cache
def name(local: str) -> str:
    """Give the full name of a tag or an attribute of WordprocessingML, as lxml writes it."""
    return f"{{{WORD}}}{local}"


RUN, TEXT, DELETED_TEXT = name("r"), name("t"), name("delText")


def w(tag: str, /, *inside: Element, **attributes: str) -> Element:
    """Give an element with its children: ``w("jc", val="center")`` is w:jc with w:val="center".

    The prefix itself is declared by the root of the part, see ``root``.
    """
    made = etree.Element(name(tag))
    for key, value in attributes.items():
        made.set(name(key), value)
    made.extend(inside)
    return made


def root(tag: str, *inside: Element) -> Element:
    """Give the root of a part, which declares the prefixes for all that stands in it."""
    made = etree.Element(name(tag), nsmap=PREFIXES)
    made.extend(inside)
    return made


# -- words ----------------------------------------------------------------------------------------


def run(words: str, *properties: Element, tag: str = TEXT) -> Element:
    """Give a run of words; spaces at its ends are kept."""
    made = copy(_empty_run(tag))
    made[0].text = legal(words)
    if properties:
        made.insert(0, w("rPr", *properties))
    return made


@cache
def _empty_run(tag: str) -> Element:
    """A run to be copied: that takes a third of the time of making one (see ``paragraph`` too)."""
    text = etree.Element(tag)
    text.set(_SPACE, "preserve")
    return w("r", text)


def marked_runs(words: str, marks: Sequence[Mark] = ()) -> list[Element]:
    """Give the runs of a text with inline marks; none for a text without words."""
    if not marks:
        return [run(words)] if words else []
    borders = {0, len(words), *(m.start for m in marks), *(m.end for m in marks)}
    cuts = sorted(border for border in borders if 0 <= border <= len(words))
    return [
        run(words[start:end], *_letters(marks, start, end))
        for start, end in itertools.pairwise(cuts)
    ]


def _letters(marks: Sequence[Mark], start: int, end: int) -> list[Element]:
    """The properties of the run between two borders."""
    kinds = {mark.kind for mark in marks if mark.covers(start, end)}
    looks = (_MARKS[kind] for kind in _MARK_ORDER if kind in kinds)
    return [w(tag, **attributes) for tag, attributes in looks]


def footnote_reference(number: int) -> Element:
    """Give the mark of a footnote in the text."""
    return w("r", _as_reference(), w("footnoteReference", id=str(number)))


def footnote(number: int, words: str) -> Element:
    """Give a footnote: its number and its words."""
    mark = w("r", _as_reference(), w("footnoteRef"))
    return w("footnote", paragraph([mark, run(f" {words}")], "QCFootnote"), id=str(number))


def _as_reference() -> Element:
    return w("rPr", w("rStyle", val="QCFootnoteReference"))


def page_number() -> list[Element]:
    """Give the runs that Word fills with the number of the page."""
    begin, separate, end = (
        w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")
    )
    return [begin, run(" PAGE ", tag=name("instrText")), separate, run("2"), end]


def paragraph(
    runs: Iterable[Element],
    style: str,
    *,
    align: str = "",
    break_before: bool = False,
    mark: Element | None = None,
    rule: int | None = None,
) -> Element:
    """Give a paragraph.

    Args:
        style: id of its style.
        align: "center" or "right" where it differs from the style.
        mark: the tracked change of the paragraph mark.
        rule: a line below that leaves so much free on both sides, in twentieths of a point.
    """
    made = copy(_empty_paragraph(style, align, break_before, rule))
    if mark is not None:
        made[0].append(w("rPr", mark))
    made.extend(runs)
    return made


@cache
def _empty_paragraph(style: str, align: str, break_before: bool, rule: int | None) -> Element:
    properties = w("pPr", w("pStyle", val=style))
    if break_before:
        properties.append(w("pageBreakBefore"))
    if rule is not None:
        line = w("bottom", val="single", sz="6", space="1", color="auto")
        properties.append(w("pBdr", line))
        properties.append(w("ind", left=str(rule), right=str(rule)))
    if align in ("center", "right"):
        properties.append(w("jc", val=align))
    return w("p", properties)


# -- tracked changes ------------------------------------------------------------------------------


def tracked(
    kind: str, number: int, author: str, when: str, runs: Iterable[Element] = ()
) -> Element:
    """Give a tracked change around runs, or an empty one that marks a paragraph or a row.

    Args:
        kind: "ins" or "del"; what is deleted has text of another name.
        number: of the change in the file.
        when: day and time, as in ISO 8601.
    """
    change = w(kind, *runs, id=str(number), author=legal(author), date=when)
    if kind == "del":
        for text in change.iter(TEXT):
            text.tag = DELETED_TEXT
    return change
