"""Small realistic regulations and what may become of them, for the laws in this folder.

Two ways to make a text: typed lines that are read, and trees with what a reader makes of office
files: tables, marks, repealed provisions, names on lines of their own, appendices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.units import Block, Cell, Mark, Paragraph, Table, Unit, UnitKind
from quyche_app.reading.files import read_bytes

_SYLLABLES = (
    "họp",
    "tháng",
    "tuần",
    "báo",
    "cáo",
    "văn",
    "phòng",
    "ủy",
    "quyền",
    "05",
    "ngày",
    "điều",
    "khoản",
    "hồ",
    "sơ",
    "A&B",
    "<c>",
    "\\1",
)
_LETTERS = "abcdđ"


def _spelled(drawn: bytes) -> str:
    return " ".join(_SYLLABLES[byte % len(_SYLLABLES)] for byte in drawn)


# A phrase is one draw, a byte a syllable: drawing a list of syllables took most of the time of the laws.
WORDS = st.binary(min_size=2, max_size=9).map(_spelled)


# -- typed lines ----------------------------------------------------------------------------------


@st.composite
def articles(draw: st.DrawFn) -> list[list[str]]:
    """Give the lines of articles: heading, clauses, points, now and then a closing paragraph."""
    result = []
    for _ in range(draw(st.integers(1, 5))):
        lines = [draw(WORDS).capitalize()]
        for clause in range(1, draw(st.integers(0, 3)) + 1):
            lines.append(f"{clause}. {draw(WORDS)}:")
            lines += [f"{c}) {draw(WORDS)};" for c in _LETTERS[: draw(st.integers(0, 3))]]
        if draw(st.booleans()):
            lines.append(draw(WORDS).capitalize() + ".")
        result.append(lines)
    return result


def typed(parts: list[list[str]]) -> Act:
    """Give the act that the reader makes of lines of articles."""
    lines = ["QUY CHẾ"]
    for number, (heading, *rest) in enumerate(parts, 1):
        lines += [f"Điều {number}. {heading}", *rest]
    return read_bytes("x.txt", "\n".join(lines).encode()).act


@st.composite
def edited_typed(draw: st.DrawFn) -> tuple[Act, Act]:
    """Give a regulation and what became of it: articles moved, removed, inserted, words changed."""
    parts = draw(articles())
    new = [list(lines) for lines in draw(st.permutations(parts))]
    new += draw(st.lists(articles().map(lambda a: a[0]), max_size=2))
    for lines in new:
        if draw(st.booleans()):
            at = draw(st.integers(0, len(lines) - 1))
            label, _, words = lines[at].partition(" ") if at else ("", "", lines[at])
            lines[at] = f"{label} {draw(WORDS)} {words}".strip()
    return typed(parts), typed(new[: draw(st.integers(1, len(new)))])


# -- trees ----------------------------------------------------------------------------------------


def _paragraph(words: str, marked: bytes, align: str) -> Paragraph:
    text = words.capitalize() + "."
    places = [byte % len(text) for byte in marked]
    marks = tuple(
        Mark(min(one, other), max(one, other) + 1, _LOOKS[kind % len(_LOOKS)])
        for one, other, kind in zip(places[::3], places[1::3], marked[2::3], strict=False)
    )
    return Paragraph(text, marks, align)


_LOOKS = ("b", "i", "sup")
# A paragraph with up to two marks: three bytes say where each begins, ends, and what it is.
PARAGRAPHS = st.builds(
    _paragraph, WORDS, st.binary(max_size=6), st.sampled_from(["", "", "center"])
)
_CELLS = st.lists(PARAGRAPHS, min_size=1, max_size=2).map(lambda blocks: Cell(tuple(blocks)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Give a table of up to three columns; a cell may hold two paragraphs or cover two columns."""
    width = draw(st.integers(1, 3))
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        cells = [draw(_CELLS) for _ in range(width)]
        if width > 1 and draw(st.booleans()):
            cells = [replace(cells[0], span=2), *cells[2:]]
        rows.append(tuple(cells))
    return Table(tuple(rows))


BLOCKS: st.SearchStrategy[Block] = st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, tables())


@st.composite
def trees(draw: st.DrawFn) -> Act:
    """Give an act of a body and perhaps an appendix, with every shape of a provision."""
    ids = (f"{n:032d}" for n in count(1))
    body = Component(
        next(ids),
        ComponentKind.BODY,
        front=tuple(draw(st.lists(BLOCKS, max_size=4))),
        units=tuple(_article(draw, ids, n) for n in range(1, draw(st.integers(1, 4)) + 1)),
        back=tuple(draw(st.lists(BLOCKS, max_size=3))),
    )
    if not draw(st.booleans()):
        return Act(components=(body,))
    front = (Paragraph("Phụ lục I", align="center"), *draw(st.lists(BLOCKS, max_size=3)))
    appendix = Component(
        next(ids),
        ComponentKind.APPENDIX,
        "I",
        "Phụ lục I",
        front,
        repealed=draw(st.integers(0, 5)) == 0,
    )
    return Act(components=(body, appendix))


def _article(draw: st.DrawFn, ids: Iterator[str], number: int) -> Unit:
    heading = draw(st.one_of(st.none(), WORDS))
    children = tuple(
        Unit(
            next(ids),
            UnitKind.CLAUSE,
            str(n),
            f"{n}. ",
            lead=(draw(PARAGRAPHS), *draw(st.lists(BLOCKS, max_size=1))),
            repealed=draw(st.integers(0, 9)) == 0,
        )
        for n in range(1, draw(st.integers(0, 3)) + 1)
    )
    lead = tuple(draw(st.lists(BLOCKS, max_size=2)))
    if heading is None and not lead:
        lead = (draw(PARAGRAPHS),)
    return Unit(
        next(ids),
        UnitKind.ARTICLE,
        str(number),
        f"Điều {number}. ",
        heading,
        heading is not None and draw(st.booleans()),
        lead,
        children,
        tuple(draw(st.lists(BLOCKS, max_size=1))) if children else (),
        repealed=draw(st.integers(0, 9)) == 0,
    )


@st.composite
def edited_trees(draw: st.DrawFn) -> tuple[Act, Act]:
    """Give two states of one text that share identities: units changed, moved, dropped, added."""
    old, other = draw(trees()), draw(trees())
    body = old.components[0]
    units = list(draw(st.permutations(body.units)))
    for place, unit in enumerate(units):
        donor = draw(st.sampled_from(other.components[0].units))
        change = draw(st.sampled_from(["none", "lead", "heading", "tail", "repealed", "children"]))
        if change == "repealed":
            units[place] = replace(unit, repealed=not unit.repealed)
        elif change != "none":
            value = getattr(donor, change)
            if change == "heading" and value is None and not unit.lead:
                continue
            if change == "children":
                taken = {child.id for child in unit.children}
                value = (
                    tuple(
                        replace(
                            child,
                            id=f"9{child.id[1:]}" if child.id in taken else f"8{child.id[1:]}",
                        )
                        for child in value
                    )
                    or unit.children
                )
            units[place] = replace(unit, **{change: value})
    kept = units[: draw(st.integers(1, len(units)))]
    front, back = (
        draw(st.sampled_from([body, other.components[0]])),
        draw(st.sampled_from([body, other.components[0]])),
    )
    changed = replace(body, front=front.front, units=_distinct(kept), back=back.back)
    return old, Act(components=(changed, *other.components[1:]))


def _distinct(units: list[Unit]) -> tuple[Unit, ...]:
    """Give children that several units took from one donor identities of their own."""
    seen: set[str] = set()
    result = []
    for unit in units:
        children = []
        for child in unit.children:
            identity = child.id
            while identity in seen:
                identity = f"7{len(seen):030d}" + identity[-1]
            seen.add(identity)
            children.append(replace(child, id=identity))
        result.append(replace(unit, children=tuple(children)))
    return tuple(result)
