"""How a text is set: the paragraphs of an act in the order of reading, each with its place and part.

Everything that shows or writes a text (Word file, page of HTML, plain text, redline, the page of the
editor, the lists of the window, comparing) walks along these paragraphs and decides looks alone.
"How a provision becomes paragraphs" is said here and nowhere else: a label that stands on a line of
its own, a name beside or below it, words behind it, what a repealed provision prints, where the
number of a footnote stands.

In: acts, components, units, footnotes. Out: ``FlowParagraph``. Cost: linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from quyche_app.domain.acts import Act, Component, ComponentKind, component_head
from quyche_app.domain.units import (
    REPEALED_TEXT,
    Block,
    Mark,
    Opaque,
    Paragraph,
    Table,
    Unit,
    UnitKind,
    block_lines,
)

if TYPE_CHECKING:  # every command reads texts, few know operations: start-up counts
    from quyche_app.domain.operations import Footnote


class Slot(StrEnum):
    """Which words of its owner a paragraph holds."""

    LABEL = "label"
    HEADING = "heading"
    LEAD = "lead"
    TAIL = "tail"
    FRONT = "front"
    BACK = "back"


class Part(StrEnum):
    """What a paragraph is for the reader."""

    LABEL = "label"  # a label on a line of its own: its name or words stand in the next paragraph
    BARE = "bare"  # a label with nothing behind it
    NAME = "name"  # a name, behind its label or below it
    WORDS = "words"  # the first of a provision without a name stands behind its label
    OBJECT = "object"  # a table, a picture, a formula
    REPEALED = "repealed"  # a label that keeps its place, "(được bãi bỏ)" behind it
    TITLE = "title"  # kind and name of the act, the regulation, the appendix
    HEAD = "head"  # other words before the first provision
    FOOT = "foot"  # words behind the last provision: places of dispatch, signature
    NOTES = "notes"  # nothing but the numbers of notes
    STANDING = "standing"  # a line of ours: this is not the present text, an internal copy, a draft
    ACTS = "acts"  # a line of ours: which acts a consolidated text holds


class Note(NamedTuple):
    """A footnote whose number stands at ``at``, counted in ``FlowParagraph.words``."""

    at: int
    footnote: Footnote


class FlowParagraph(NamedTuple):
    """One paragraph, or one table or object.

    Attributes:
        owner: identity of the unit or component.
        place: which block of the slot, from 0.
        label: what stands before ``text`` on the same line, with the gap behind it: "Điều 5. ".
        text: the words; a line feed inside is a break inside the paragraph.
        marks: over ``text``.
        align: "", "center" or "right" where the text says so.
        kind: of the provision; None in the head and foot of a component.
        component_kind: of the component that it stands in.
        block: the table or object.
        new_page: a component begins here that is not the first.
    """

    owner: str
    slot: Slot
    place: int
    part: Part
    text: str = ""
    label: str = ""
    marks: tuple[Mark, ...] = ()
    align: str = ""
    kind: UnitKind | None = None
    component_kind: ComponentKind = ComponentKind.BODY
    block: Table | Opaque | None = None
    notes: tuple[Note, ...] = ()
    new_page: bool = False

    @property
    def words(self) -> str:
        """Label and text as they stand on the line."""
        return self.label + self.text

    @property
    def is_unseen(self) -> bool:
        """Whether no line of words stands here: a name below its label that is still to be typed, or
        the numbers of notes alone."""
        return self.part is Part.NOTES or (self.part is Part.NAME and not self.words)

    @property
    def is_ruled(self) -> bool:
        """Whether the lines of a table are drawn: the tables of the head and of the signatures only
        set words side by side, an appendix has real ones."""
        if self.slot is Slot.FRONT:
            return self.component_kind is ComponentKind.APPENDIX
        return self.slot is not Slot.BACK

    @property
    def word_marks(self) -> tuple[Mark, ...]:
        """The marks over ``words``."""
        shift = len(self.label)
        if not shift:
            return self.marks
        return tuple(Mark(m.start + shift, m.end + shift, m.kind) for m in self.marks)

    @property
    def lines(self) -> list[str]:
        """The lines of plain text; a row of a table is one, see ``block_lines``."""
        if self.block is not None:
            return block_lines(self.block)
        if self.is_unseen:
            return []
        if self.part is Part.NAME or (self.part is Part.WORDS and self.label):
            return self.words.split("\n")
        return [self.words]


_NO_NOTES: Mapping[str, Sequence[Footnote]] = {}
# Notes on a provision as a whole stand behind its label, the others behind the words they are about.
_ON_LABEL = frozenset({"unit", "insert", "repeal", "renumber", "suspend"})
_TITLES = (
    "QUYẾT ĐỊNH",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "LUẬT",
    "BỘ LUẬT",
    "NGHỊ ĐỊNH",
    "THÔNG TƯ",
    "NGHỊ QUYẾT",
    "PHỤ LỤC",
    "ĐIỀU LỆ",
)


def act_flow(act: Act, footnotes: Iterable[Footnote] = ()) -> Iterator[FlowParagraph]:
    """Give the paragraphs of an act in the order of reading, with the notes in their places."""
    notes = notes_by_owner(footnotes)
    for number, component in enumerate(act.components):
        begins_page = number > 0
        for paragraph in component_flow(component, notes):
            yield paragraph._replace(new_page=True) if begins_page else paragraph
            begins_page = False


def notes_by_owner(footnotes: Iterable[Footnote]) -> Mapping[str, Sequence[Footnote]]:
    """Give the notes on each unit or component in their order."""
    found: dict[str, list[Footnote]] = {}
    for note in footnotes:
        found.setdefault(note.unit_id, []).append(note)
    return found


# -- components -------------------------------------------------------------------------------------


def component_flow(
    component: Component, notes: Mapping[str, Sequence[Footnote]] = _NO_NOTES
) -> Iterator[FlowParagraph]:
    """Give the paragraphs of a component with all its provisions."""
    own = notes.get(component.id, ())
    kind = component.kind
    if component.repealed:
        yield _repealed(component, own)
        return
    yield from _front_with_notes(component, own) if own else _front(component)
    for unit in component.units:
        yield from unit_flow(unit, notes, kind)
    for index, block in enumerate(component.back):
        yield _block(component.id, Slot.BACK, index, block, Part.FOOT, None, kind)


def _repealed(component: Component, own: Sequence[Footnote]) -> FlowParagraph:
    head = component_head(component)
    return FlowParagraph(
        component.id,
        Slot.FRONT,
        0,
        Part.REPEALED,
        REPEALED_TEXT,
        f"{head} ",
        component_kind=component.kind,
        notes=tuple(Note(len(head), note) for note in own),
    )


def _front_with_notes(component: Component, own: Sequence[Footnote]) -> Iterator[FlowParagraph]:
    """Notes on the whole stand in the first paragraph that has words, or in one of their own."""
    front = list(_front(component))
    at = next((at for at, paragraph in enumerate(front) if paragraph.block is None), None)
    if at is not None:
        front[at] = _noted(front[at], own)
    yield from front
    if at is None:
        yield FlowParagraph(
            component.id,
            Slot.FRONT,
            len(component.front),
            Part.NOTES,
            component_kind=component.kind,
            notes=tuple(Note(0, note) for note in own),
        )


def _front(component: Component) -> Iterator[FlowParagraph]:
    """The head: a title begins with the kind of the text in capitals and goes on while lines are
    centred (NĐ 30/2020, phụ lục I, mục II.5)."""
    in_title = False
    for index, block in enumerate(component.front):
        part = Part.HEAD
        if isinstance(block, Paragraph):
            begins = is_title(block.text)
            in_title = begins or (in_title and block.align == "center")
            part = Part.TITLE if in_title else Part.HEAD
        yield _block(component.id, Slot.FRONT, index, block, part, None, component.kind)


def is_title(words: str) -> bool:
    """Tell whether a line of the head names the kind of a text in capitals: "QUY CHẾ", "PHỤ LỤC I"."""
    name = words.rstrip(":")
    return name.startswith(_TITLES) and name == name.upper()


# -- units ------------------------------------------------------------------------------------------


def unit_flow(
    unit: Unit,
    notes: Mapping[str, Sequence[Footnote]] = _NO_NOTES,
    component_kind: ComponentKind = ComponentKind.BODY,
) -> list[FlowParagraph]:
    """Give the paragraphs of a unit with its children and its tail."""
    out: list[FlowParagraph] = []
    _add_unit(out, unit, notes, component_kind)
    return out


def _add_unit(
    out: list[FlowParagraph],
    unit: Unit,
    notes: Mapping[str, Sequence[Footnote]],
    component_kind: ComponentKind,
) -> None:
    own = own_flow(unit, component_kind)
    if unit.id in notes:
        own = _with_notes(own, notes[unit.id])
    out += own
    if unit.repealed:
        return
    for child in unit.children:
        _add_unit(out, child, notes, component_kind)
    for index, block in enumerate(unit.tail):
        out.append(_block(unit.id, Slot.TAIL, index, block, Part.WORDS, unit.kind, component_kind))


def own_flow(unit: Unit, component_kind: ComponentKind = ComponentKind.BODY) -> list[FlowParagraph]:
    """Give the paragraphs of label, heading and lead of a unit, without children and tail."""
    kind, owner = unit.kind, unit.id
    if unit.repealed:
        label = f"{unit.prefix.rstrip()} "
        repealed = _label(owner, Part.REPEALED, label, kind, component_kind)
        return [repealed._replace(text=REPEALED_TEXT)]
    label = unit.prefix.lstrip()
    out: list[FlowParagraph] = []
    follows = unit.heading is not None or _begins_with_words(unit)
    if label and (unit.heading_apart or label.endswith("\n") or not follows):
        part = Part.LABEL if follows else Part.BARE
        out.append(_label(owner, part, label.rstrip(), kind, component_kind))
        label = ""
    if unit.heading is not None:
        name = unit.heading if unit.heading_apart else unit.heading.rstrip()
        label = label if name else label.rstrip()
        out.append(
            FlowParagraph(
                owner, Slot.HEADING, 0, Part.NAME, name, label, (), "", kind, component_kind
            )
        )
        label = ""
    for place, block in enumerate(unit.lead):
        if place == 0 and unit.heading is None and isinstance(block, Paragraph):
            out.append(_first_words(unit, block, label, component_kind))
        else:
            out.append(_block(owner, Slot.LEAD, place, block, Part.WORDS, kind, component_kind))
    return out


def _begins_with_words(unit: Unit) -> bool:
    """Whether words stand behind the label of a provision without a name."""
    return bool(unit.lead) and isinstance(unit.lead[0], Paragraph)


def _first_words(
    unit: Unit, first: Paragraph, label: str, component_kind: ComponentKind
) -> FlowParagraph:
    """The first words of a provision without a name, behind its label or on the line below it."""
    text = first.text.rstrip()
    return FlowParagraph(
        unit.id,
        Slot.LEAD,
        0,
        Part.WORDS,
        text,
        label if text else label.rstrip(),
        first.marks,
        first.align,
        unit.kind,
        component_kind,
    )


def _label(
    owner: str, part: Part, label: str, kind: UnitKind, component_kind: ComponentKind
) -> FlowParagraph:
    return FlowParagraph(owner, Slot.LABEL, 0, part, "", label, (), "", kind, component_kind)


def _block(
    owner: str,
    slot: Slot,
    index: int,
    block: Block,
    part: Part,
    kind: UnitKind | None,
    component_kind: ComponentKind,
) -> FlowParagraph:
    if isinstance(block, Paragraph):
        return FlowParagraph(
            owner, slot, index, part, block.text, "", block.marks, block.align, kind, component_kind
        )
    return FlowParagraph(
        owner, slot, index, Part.OBJECT, "", "", (), "", kind, component_kind, block
    )


# -- notes ------------------------------------------------------------------------------------------


def _noted(paragraph: FlowParagraph, notes: Sequence[Footnote]) -> FlowParagraph:
    """Notes behind the words of a paragraph."""
    at = len(paragraph.words)
    return paragraph._replace(
        notes=(*paragraph.notes, *(Note(at, note) for note in notes)),
    )


def _with_notes(own: list[FlowParagraph], notes: Sequence[Footnote]) -> list[FlowParagraph]:
    """Notes on the whole stand behind the label, notes on words behind the last of the words."""
    if not own:
        return own
    first = own[0]
    if first.block is not None:
        return _with_late_notes(own, notes)
    if first.part is Part.REPEALED:
        on_label = list(notes)
    else:
        on_label = [note for note in notes if note.slot in _ON_LABEL]
    if on_label:
        at = len(first.label.rstrip()) if first.label else len(first.words)
        first = first._replace(notes=tuple(Note(at, note) for note in on_label))
    late = [note for note in notes if note not in on_label]
    return _with_late_notes([first, *own[1:]], late)


def _with_late_notes(own: list[FlowParagraph], late: Sequence[Footnote]) -> list[FlowParagraph]:
    """Notes behind the last of the words; behind a table or a picture in a paragraph of their own."""
    if not late:
        return own
    *before, last = own
    if last.block is None:
        return [*before, _noted(last, late)]
    alone = last._replace(
        place=last.place + 1,
        part=Part.NOTES,
        block=None,
        notes=tuple(Note(0, note) for note in late),
    )
    return [*own, alone]


# -- one line after the other -----------------------------------------------------------------------


def by_line(paragraph: FlowParagraph) -> list[FlowParagraph]:
    """Give the paragraphs that a paragraph is set as: the lines of a name, or of words behind a
    label, are paragraphs of their own with their marks and notes."""
    words = paragraph.words
    if paragraph.part is Part.NAME and not words and not paragraph.notes:
        return []
    if "\n" not in words or len(paragraph.lines) == 1:
        return [paragraph]
    out: list[FlowParagraph] = []
    start, shift = 0, len(paragraph.label)
    for number, line in enumerate(words.split("\n")):
        end = start + len(line)
        label = paragraph.label[start : min(end, shift)]
        out.append(
            paragraph._replace(
                text=line[len(label) :],
                label=label,
                marks=cut_marks(paragraph.marks, max(0, start - shift), max(0, end - shift)),
                notes=tuple(Note(at - start, n) for at, n in paragraph.notes if start <= at <= end),
                new_page=paragraph.new_page and number == 0,
            )
        )
        start = end + 1
    return out


def cut_marks(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """Give the marks of a stretch of words, counted from its start."""
    return tuple(
        Mark(max(0, mark.start - start), min(end, mark.end) - start, mark.kind)
        for mark in marks
        if mark.start < end and mark.end > start
    )


def as_blocks(flow: Iterable[FlowParagraph]) -> list[Block]:
    """Give paragraphs as blocks that carry their labels in their words, as a quotation does."""
    return [
        Paragraph(line.words, line.word_marks, line.align) if line.block is None else line.block
        for paragraph in flow
        for line in by_line(paragraph)
    ]


# -- plain lines ------------------------------------------------------------------------------------


def flow_lines(flow: Iterable[FlowParagraph]) -> list[str]:
    """Give the lines of plain text of paragraphs."""
    out: list[str] = []
    for paragraph in flow:
        words = paragraph.label + paragraph.text
        if words and paragraph.block is None and "\n" not in words:
            out.append(words)  # nearly all
        else:
            out += paragraph.lines
    return out


def own_head_lines(unit: Unit) -> list[str]:
    """Give the lines of label, heading and lead of a unit, without children and tail."""
    return flow_lines(own_flow(unit))


def own_words(unit: Unit) -> tuple[str, str]:
    """Give the words of label, heading and lead of a unit, one line a paragraph: with its label, and
    without. Comparing asks for those of every provision."""
    lead = unit.lead
    if len(lead) == 1 and unit.heading is None and not unit.repealed:
        first = lead[0]
        if isinstance(first, Paragraph) and "\n" not in first.text:
            return (unit.prefix + first.text).strip(), first.text.strip()  # nearly all
    words, prefix = "\n".join(own_head_lines(unit)), unit.prefix.strip()
    return words, words[len(prefix) :].strip() if words.startswith(prefix) else words


def unit_lines(unit: Unit) -> list[str]:
    """Give every line of a unit with its children, one a paragraph, in the order of the text."""
    return flow_lines(unit_flow(unit))


def last_lines(units: Sequence[Unit], most: int) -> list[str]:
    """Give the last lines of units, in the order of the text; what stands before is not looked at."""
    out = list(islice(_backwards(units), most))
    out.reverse()
    return out


def _backwards(units: Sequence[Unit]) -> Iterator[str]:
    for unit in reversed(units):
        if not unit.repealed:
            for block in reversed(unit.tail):
                yield from reversed(block_lines(block))
            yield from _backwards(unit.children)
        yield from reversed(own_head_lines(unit))


def component_lines(component: Component) -> list[str]:
    """Give every line of a component; a repealed appendix keeps its name with "(được bãi bỏ)"."""
    return flow_lines(component_flow(component))


def act_lines(act: Act) -> list[str]:
    """Give every line of an act, one a paragraph, in the order of the text."""
    return flow_lines(act_flow(act))
