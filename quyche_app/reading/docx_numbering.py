"""Word's automatic numbers made visible: what Word shows in front of a numbered paragraph.

In: numbering.xml, and paragraphs one after another by their numbering and level. Out: the label as
Word shows it ("1.", "Điều 5.", "c)"). Rules: ECMA-376 part 1, 17.9. Letters are Word's own
alphabet a b c d e, without đ, because that is what stands on the paper.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from quyche_app.domain.patterns import late
from quyche_app.reading.docx_fonts import FontTable
from quyche_app.reading.docx_names import (
    ILVL,
    NUM_ID,
    PSTYLE,
    RPR,
    VAL,
    child_value,
    child_words,
    is_child_on,
    number,
    w,
)
from quyche_app.reading.docx_styles import NumberReference, ParagraphStyle, Styles, run_format
from quyche_app.reading.number_words import number_text
from quyche_app.reading.old_encodings import OldFont

LEVELS = 9
LONGEST_LABEL = 255  # characters; no label on paper is nearly as long
_PLACE = late(r"%([1-9])")
_SEPARATORS = {"nothing": "", "space": " "}
_ANY_ABOVE = -1


class Level(NamedTuple):
    """One level of a numbering.

    Attributes:
        restart: the level (1-based) whose use begins this one anew; 0 = never; -1 = any above.
        is_legal: all numbers in the label are shown as 1, 2, 3.
        font: the old Vietnamese font that the level names for its numbers.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    separator: str = " "
    restart: int = _ANY_ABOVE
    is_legal: bool = False
    style: str = ""
    font: OldFont | None = None


class Override(NamedTuple):
    """What one list changes in its numbering: where a level starts, or the whole level."""

    start: int | None = None
    level: Level | None = None


class Label(NamedTuple):
    """A visible number with what Word sets between it and the words, and its old font."""

    text: str
    separator: str
    is_bullet: bool = False
    font: OldFont | None = None


def _level(element: etree._Element, fonts: FontTable) -> Level:
    form = element.find(w("numFmt"))
    restart = child_value(element, w("lvlRestart"))
    rpr = element.find(RPR)
    return Level(
        start=number(child_value(element, w("start")), 0),
        format="decimal" if form is None else form.get(VAL, "decimal"),
        text=child_words(element, w("lvlText"))[:LONGEST_LABEL],
        separator=_SEPARATORS.get(child_words(element, w("suff"), "tab"), " "),
        restart=_ANY_ABOVE if restart is None else number(restart),
        is_legal=is_child_on(element, w("isLgl")),
        style=child_words(element, PSTYLE),
        font=None if rpr is None else fonts.font(run_format(rpr, fonts).bits),
    )


def _levels(parent: etree._Element, fonts: FontTable) -> dict[int, Level]:
    return {
        number(element.get(ILVL)): _level(element, fonts) for element in parent.iterfind(w("lvl"))
    }


class _List(NamedTuple):
    """A list (w:num): the numbering it counts in, and what it changes there."""

    abstract: str
    overrides: dict[int, Override]


class _Ready(NamedTuple):
    """A list as it counts: all its levels, and where it starts them anew."""

    num_id: str
    abstract: str
    levels: tuple[Level | None, ...]
    starts: dict[int, int]

    def start(self, level: int) -> int:
        """Give the number that a level begins with."""
        form = self.levels[level]
        return self.starts.get(level, 1 if form is None else form.start)


class Numbering:
    """The lists of a document with their counters; ask for every paragraph in the order of the text."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._ready: dict[str, _Ready | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def _load(self, root: etree._Element) -> None:
        for element in root.iterfind(w("abstractNum")):
            abstract = element.get(w("abstractNumId"), "")
            self._abstracts[abstract] = _levels(element, self._styles.fonts)
            link = child_value(element, w("numStyleLink"))
            if link:
                self._links[abstract] = link
        for element in root.iterfind(w("num")):
            overrides = {}
            for change in element.iterfind(w("lvlOverride")):
                start = child_value(change, w("startOverride"))
                level = change.find(w("lvl"))
                overrides[number(change.get(ILVL))] = Override(
                    None if start is None else number(start),
                    None if level is None else _level(level, self._styles.fonts),
                )
            self._lists[element.get(NUM_ID, "")] = _List(
                child_words(element, w("abstractNumId")), overrides
            )

    def label(self, said: NumberReference | None, style: ParagraphStyle) -> Label | None:
        """Give the label of the next paragraph, or None when it has none; this counts it.

        Args:
            said: the numbering in the paragraph's own properties.
            style: the paragraph's style.
        """
        num_id, level = self._place(said, style)
        found = self._list(num_id)
        if found is None or found.levels[level] is None:
            return None
        counters = self._count(found, level)
        return _shown(found, counters, level)

    def _list(self, num_id: str) -> _Ready | None:
        """Give a list with the levels it really has."""
        if num_id not in self._ready:
            found = self._lists.get(num_id)
            self._ready[num_id] = None if found is None else self._made_ready(num_id, found)
        return self._ready[num_id]

    def _made_ready(self, num_id: str, found: _List) -> _Ready:
        abstract = self._abstract(found.abstract)
        levels = dict(self._abstracts.get(abstract, {}))
        starts = {}
        for place, override in found.overrides.items():
            if override.level is not None:
                levels[place] = override.level
            if override.start is not None:
                starts[place] = override.start
        return _Ready(num_id, abstract, tuple([levels.get(n) for n in range(LEVELS)]), starts)

    def _place(self, said: NumberReference | None, style: ParagraphStyle) -> tuple[str, int]:
        below = style.reference
        if said is not None and said.num_id:
            return said.num_id, _within(said.level or 0)
        if below is None or not below.num_id:
            return "", 0
        level = said.level if said is not None else None
        if level is None:
            level = self._level_of_style(below.num_id, style.owner)
        if level is None:
            level = below.level or 0
        return below.num_id, _within(level)

    def _level_of_style(self, num_id: str, style: str) -> int | None:
        """A level may name the paragraph style that it belongs to (17.9.23)."""
        found = self._lists.get(num_id)
        if found is None:
            return None
        levels = self._abstracts.get(self._abstract(found.abstract), {})
        return next((n for n, level in sorted(levels.items()) if level.style == style), None)

    def _abstract(self, abstract: str) -> str:
        """Follow links to a numbering style; a circle ends where it was entered."""
        seen = set()
        while abstract in self._links and abstract not in seen:
            seen.add(abstract)
            found = self._lists.get(self._styles.numbering_of(self._links[abstract]))
            if found is None:
                break
            abstract = found.abstract
        return abstract

    def _count(self, found: _Ready, level: int) -> list[int | None]:
        """Count one paragraph; lists of one numbering share its counters (17.9.15, 17.9.26)."""
        counters = self._counters.setdefault(found.abstract, [None] * LEVELS)
        begins = (found.num_id, level) not in self._begun
        self._begun.add((found.num_id, level))
        before = counters[level]
        if before is None or (begins and level in found.starts):
            counters[level] = found.start(level)
        else:
            counters[level] = before + 1
        for above in range(level):  # a level that is shown but was never used counts as used
            if counters[above] is None:
                counters[above] = found.start(above)
        for below in range(level + 1, LEVELS):
            lower = found.levels[below]
            restart = _ANY_ABOVE if lower is None else lower.restart
            if restart == _ANY_ABOVE or level < restart:
                counters[below] = None
        return counters


def _shown(found: _Ready, counters: list[int | None], level: int) -> Label | None:
    form = found.levels[level]
    if form is None:
        return None
    if form.format == "bullet":
        return Label(_bullet(form.text), form.separator, is_bullet=True)

    def value(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        shown, count = found.levels[place], counters[place]
        if shown is None or count is None or place > level:
            return ""
        as_decimal = form.is_legal and shown.format != "none"
        return number_text(count, "decimal" if as_decimal else shown.format)

    text = _PLACE.sub(value, form.text)[:LONGEST_LABEL]
    return Label(text, form.separator, font=form.font) if text.strip() else None


def _within(level: int) -> int:
    return max(0, min(level, LEVELS - 1))


def _bullet(text: str) -> str:
    """Give a bullet as it is written in acts: "+" stays, words stay, any other sign is "-"."""
    return text if text == "+" or len(text.strip()) > 1 else "-"
