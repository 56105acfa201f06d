"""A file as read: numbered source paragraphs, and the account of where each one went.

Every paragraph that came in is in the account exactly once; nothing is dropped (docs/field.md 3.6).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from quyche_app.domain.acts import Act
from quyche_app.domain.beside import NOTHING_BESIDE, Beside, Part, Thing, data_tables, digest_of
from quyche_app.domain.messages import Message
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Block, Paragraph, Table, block_lines


class SourceParagraph(NamedTuple):
    """One block of a file.

    Attributes:
        number: 1-based; a table row counts as one paragraph and a table takes as many numbers
            as it has rows: ``number`` is that of its first row.
        block: the paragraph (an automatic number of Word stands visibly in its text) or table.
        bold: all its words are bold.
        label_length: how many characters of the text are an automatic number made visible.
    """

    number: int
    block: Block
    bold: bool = False
    label_length: int = 0

    @property
    def text(self) -> str:
        """Its words on one line."""
        if isinstance(self.block, Paragraph):
            return self.block.text
        return " ".join(block_lines(self.block))

    @property
    def line_count(self) -> int:
        """How many paragraph numbers it takes."""
        # Asked for every paragraph of a file: a plain test, most are no tables.
        return max(1, len(self.block.rows)) if isinstance(self.block, Table) else 1


class Finding(NamedTuple):
    """Something the person should know, and the place."""

    said: Message
    line: int = 0  # paragraph number, 0 = the whole file
    path: str = ""

    @property
    def name(self) -> str:
        """The stable name of what was found: the code of its message."""
        return self.said.code

    @property
    def sentence(self) -> str:
        """The message in Vietnamese."""
        return str(self.said)


class FontConversion(NamedTuple):
    """Text of an old Vietnamese font that was put into Unicode; the file itself stays as it was.

    Attributes:
        encoding: its name for people, "TCVN3" or "VNI".
        font: the name in the file (".VnTime"); "" when none is written and the letters told it.
        lines: paragraph numbers in order, each once; footnotes have none.
    """

    encoding: str
    font: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The paragraphs of a file in order; ``footnotes`` are kept apart from the text.

    Attributes:
        in_pieces: paragraphs whose words are typed in pieces (NFD), in NFC → as they are typed.
        beside: what the file holds beside its words; see ``ReadText.beside``.
    """

    name: str
    format: str  # "text", "docx"
    paragraphs: tuple[SourceParagraph, ...]
    footnotes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    conversions: tuple[FontConversion, ...] = ()
    in_pieces: Mapping[str, str] = field(default_factory=dict)
    beside: Beside = NOTHING_BESIDE


class Role(StrEnum):
    """What became of a paragraph."""

    LABEL = "label"  # begins a unit
    TEXT = "text"  # words of a unit
    HEADING = "heading"  # name of a unit on its own line
    FRONT = "front"  # head, title, căn cứ
    BACK = "back"  # signature, recipients
    QUOTATION = "quotation"  # quoted new wording in an amending act
    ASIDE = "aside"  # no part of the text: a typed footnote, or a person said so


class AccountEntry(NamedTuple):
    """Where one paragraph went; ``doubt``: why the place is uncertain."""

    line: int
    role: Role
    owner_id: str  # id of the unit or component that holds it
    path: str
    doubt: Message | None = None


class Placement(NamedTuple):
    """Where one paragraph went; ``place``: its index in the sequence given."""

    place: int
    role: Role
    owner_id: str
    doubt: Message | None = None


def doubtful_lines(
    account: Iterable[AccountEntry], findings: Iterable[Finding]
) -> dict[int, Message]:
    """Give the paragraphs that a person should look at, with the doubt: the one count of them. What was
    put aside is no part of the text, so nothing in it is doubtful."""
    found = {finding.line: finding.said for finding in findings if finding.line}
    doubts: dict[int, Message] = {}
    for entry in account:
        doubt = found.get(entry.line, entry.doubt)
        if doubt is not None and entry.role is not Role.ASIDE:
            doubts[entry.line] = doubt
    return doubts


def placed_count(account: Iterable[AccountEntry]) -> int:
    """How many paragraphs have a place in the text."""
    return sum(entry.role is not Role.ASIDE for entry in account)


@dataclass(frozen=True)
class ReadText:
    """A file as a structured act with its account.

    The account is made when it is asked for: whoever compares two texts needs none.

    Attributes:
        placements: where every paragraph of the source went, in the order of the file.
        corrected: the account where a person said otherwise in the review of an import.
    """

    source: SourceText
    act: Act
    placements: tuple[Placement, ...]
    findings: tuple[Finding, ...] = ()
    corrected: tuple[AccountEntry, ...] | None = None

    @cached_property
    def spans(self) -> dict[str, tuple[int, int]]:
        """Unit id → first and last paragraph number of the unit with its children."""
        own: dict[str, tuple[int, int]] = {}
        for entry in self.account:
            first, _ = own.get(entry.owner_id, (entry.line, 0))
            own[entry.owner_id] = (first, entry.line)
        units = list(self.act.units())
        for unit in reversed(units):  # children before parents
            first, last = own[unit.id]
            own[unit.id] = (first, max(last, *(own[child.id][1] for child in unit.children), 0))
        return {unit.id: own[unit.id] for unit in units}

    @cached_property
    def account(self) -> tuple[AccountEntry, ...]:
        """Where every paragraph went, with the path of its owner; a row of a table has a line of its
        own."""
        if self.corrected is not None:
            return self.corrected
        paths = {p.unit.id: p.address.path for p in TreeIndex(self.act)}
        entries = []
        for paragraph, placed in zip(self.source.paragraphs, self.placements, strict=True):
            for line in range(paragraph.number, paragraph.number + paragraph.line_count):
                path = paths.get(placed.owner_id, "")
                entries.append(AccountEntry(line, placed.role, placed.owner_id, path, placed.doubt))
        return tuple(entries)

    @cached_property
    def beside(self) -> Beside:
        """What the file holds beside the words of its text: notes that are typed as text too, and of the
        tables only those that say something."""
        words = {"\n".join(block_lines(table)) for table in data_tables(self.act)}
        typed = (
            Thing(Part.SOURCE_NOTES, digest_of(self.source.paragraphs[placed.place].text))
            for placed in self.placements
            if placed.role is Role.ASIDE
        )
        source = self.source.beside
        return Beside(
            (*source.things, *typed),
            tuple(shape for shape in source.tables if shape.words in words),
        )

    def paragraph_count(self) -> int:
        """How many paragraphs the file has; equals the number of account entries."""
        return sum(paragraph.line_count for paragraph in self.source.paragraphs)
