"""The consolidated text as a Word file: title, list of acts, body, real footnotes, page numbers.

A Party text is an internal copy and says so; it never wears the certification of the State's
"văn bản hợp nhất". Source: domain.md 5.1-5.5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from quyche_app.domain.acts import Act, Component, ComponentKind, act_lines, is_party_number
from quyche_app.domain.beside import NOTHING_BESIDE, Beside
from quyche_app.domain.dates import long_date, short_date
from quyche_app.domain.issuers import issuer_in_text
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import (
    REPEALED_TEXT,
    Block,
    Opaque,
    Paragraph,
    Table,
    Unit,
    UnitKind,
)
from quyche_app.writing.layout import load_profile
from quyche_app.writing.ooxml.elements import (
    block_xml,
    footnote_reference,
    marked_runs,
    paragraph,
    run,
)
from quyche_app.writing.ooxml.heads import head_table_xml
from quyche_app.writing.ooxml.package import build_package
from quyche_app.writing.ooxml.styles import HEADING_OF, STYLE_OF

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
# Notes on the unit as a whole stand behind its label; the others behind the words they are about.
_ON_LABEL = {"unit", "insert", "repeal", "renumber"}


class AmendingAct(Protocol):
    """An act in the list of consolidated acts."""

    @property
    def number(self) -> str:
        """Its number."""

    @property
    def title(self) -> str:
        """Kind and name."""

    @property
    def issuer(self) -> str:
        """Who issued it."""

    @property
    def issue_date(self) -> date | None:
        """The day of signing."""

    @property
    def effect_date(self) -> date | None:
        """The day from which it is in force."""


@dataclass(frozen=True, slots=True)
class ConsolidatedDocument:
    """What a consolidated file is made from; ``as_at`` None = after every act."""

    act: Act
    footnotes: tuple[Footnote, ...]
    amended_by: Sequence[AmendingAct]
    as_at: date | None
    profile_name: str
    made_on: date | None
    made_by: str
    draft_name: str = ""  # "Dự thảo, lần 2": the file says that it is not in force
    amended_later: Sequence[AmendingAct] = ()  # acts that take effect after ``as_at``
    source: Beside = NOTHING_BESIDE  # what the files that the text comes from hold beside its words


def standing_lines(document: ConsolidatedDocument) -> list[str]:
    """Give the lines that say that a text is not the present one: a draft, or a wording that was
    amended after its day."""
    act = document.act
    if document.draft_name:
        of = f" của {act.kind or 'văn bản'} số {act.number}" if act.number else ""
        return [f"({document.draft_name}{of}; chưa ban hành, chưa có hiệu lực)"]
    if not document.amended_later:
        return []
    wording = "khi ban hành" if document.as_at is None else f"ngày {short_date(document.as_at)}"
    later = "; ".join(map(_cited_with_effect, document.amended_later))
    return [f"(Lời văn {wording}; đã được sửa đổi, bổ sung sau ngày này bởi: {later})"]


def opening_lines(document: ConsolidatedDocument) -> list[str]:
    """Give the lines that a consolidated file has before the text: what it is, and which acts."""
    act = document.act
    lines = standing_lines(document)
    if document.draft_name or not document.amended_by:
        return lines
    if is_party_number(act.number) or not act.number:
        latest = document.amended_by[-1]
        others = " và các quyết định sửa đổi khác" if len(document.amended_by) > 1 else ""
        lines.append(
            f"(Bản hợp nhất nội bộ, theo {_cited(latest, is_party=True)}{others}; "
            "có giá trị tham khảo nội bộ)"
        )
    effect = f", có hiệu lực kể từ {long_date(act.effect_date)}" if act.effect_date else ""
    day = f", ngày {short_date(act.issue_date)}" if act.issue_date else ""
    number = f" số {act.number}" if act.number else ""
    lines.append(f"{act.kind or 'Văn bản'}{number}{day}{effect}, được sửa đổi, bổ sung bởi:")
    for place, amending in enumerate(document.amended_by, 1):
        end = "." if place == len(document.amended_by) else ";"
        lines.append(f"{place}) {_cited_with_effect(amending)}{end}")
    return lines


def _cited_with_effect(act: AmendingAct) -> str:
    force = f", có hiệu lực kể từ {long_date(act.effect_date)}" if act.effect_date else ""
    return f"{_cited(act, is_party=is_party_number(act.number))}{force}"


def _cited(act: AmendingAct, *, is_party: bool) -> str:
    kind = act.title.split(" ")[:2]
    name = " ".join(kind) if kind else "Văn bản"
    comma = "," if is_party else ""
    day = f"{comma} ngày {short_date(act.issue_date)}" if act.issue_date else ""
    issuer = f" của {issuer_in_text(act.issuer)}" if act.issuer else ""
    number = f" số {act.number}" if act.number else ""
    return f"{name}{number}{day}{issuer}"


def expected_lines(document: ConsolidatedDocument) -> list[str]:
    """Give the paragraphs that the written file must have, in order: the proof compares them."""
    opening = opening_lines(document)
    lines = act_lines(document.act)
    if not opening:
        return lines
    blocks = document.act.components[0].front
    front = sum(_line_count(b) for b in blocks[: opening_place(blocks)])
    return lines[:front] + opening + lines[front:]


def opening_place(front: Sequence[Block]) -> int:
    """Give the index before which the opening lines stand: after the title, before the căn cứ
    (domain.md 5.1)."""
    for place, block in enumerate(front):
        if isinstance(block, Paragraph) and block.text.lstrip("-– ").startswith("Căn cứ"):
            return place
    return len(front)


def _line_count(block: Block) -> int:
    match block:
        case Paragraph():
            return 1
        case Table():
            return len(block.rows)
        case Opaque():
            return 1 if block.text else 0


def docx_bytes(document: ConsolidatedDocument) -> bytes:
    """Give the Word file. Same document, same bytes. Cost: linear in the text."""
    profile = load_profile(document.profile_name)
    writer = _BodyWriter(document)
    body = writer.body()
    return build_package(
        body, profile=profile, footnotes=writer.notes, title=document.act.full_name
    )


class _BodyWriter:
    """Writes the body and numbers the footnotes in the order of the text."""

    def __init__(self, document: ConsolidatedDocument) -> None:
        self._document = document
        self._shapes = document.source.tables
        self._pending: dict[str, list[Footnote]] = {}
        for note in document.footnotes:
            self._pending.setdefault(note.unit_id, []).append(note)
        self.notes: list[str] = []

    def body(self) -> str:
        """Give the paragraphs of every component."""
        out: list[str] = []
        for number, component in enumerate(self._document.act.components):
            out += self._component(component, number)
        return "".join(out)

    def _marks(self, owner: str, *, on_label: bool | None = None) -> str:
        """The marks of the notes on a unit; each note is numbered where it stands."""
        taken = [
            note
            for note in self._pending.get(owner, ())
            if on_label is None or (note.slot in _ON_LABEL) is on_label
        ]
        out = ""
        for note in taken:
            self._pending[owner].remove(note)
            self.notes.append(note.text)
            out += footnote_reference(len(self.notes))
        return out

    # -- components -------------------------------------------------------------------------------

    def _component(self, component: Component, number: int) -> list[str]:
        new_page = number > 0
        if component.repealed:
            head = next(
                (b.text for b in component.front if isinstance(b, Paragraph)), component.title
            )
            inside = run(head) + self._marks(component.id) + run(f" {REPEALED_TEXT}")
            return [paragraph(inside, "QCTitle", break_before=new_page)]
        out = self._front(component, new_page)
        if number == 0:
            place = opening_place(component.front)
            out[place:place] = [
                paragraph(run(line), "QCNote" if line.startswith("(") else "QCActList")
                for line in opening_lines(self._document)
            ]
        for unit in component.units:
            out += self._unit(unit)
        for place, block in enumerate(component.back):
            out.append(block_xml(block, "QCBack", bordered=False))
            followed = component.back[place + 1 :]
            if isinstance(block, Table) and followed and isinstance(followed[0], Table):
                out.append("")
        return out

    def _front(self, component: Component, new_page: bool) -> list[str]:
        out = []
        in_title = False
        for place, block in enumerate(component.front):
            if isinstance(block, Table):
                is_data = component.kind is ComponentKind.APPENDIX
                out.append(
                    block_xml(block, "QCFront", shapes=self._shapes)
                    if is_data
                    else head_table_xml(block)
                )
                continue
            if not isinstance(block, Paragraph):
                out.append(block_xml(block, "QCFront"))
                continue
            words = block.text
            is_head = words.rstrip(":") == words.rstrip(":").upper() and words.startswith(_TITLES)
            in_title = is_head or (in_title and block.align == "center")
            centred = block.align or ("center" if is_head else "")
            style = "QCTitle" if in_title else "QCFront"
            inside = marked_runs(words, block.marks)
            if place == 0:
                inside += self._marks(component.id)
            out.append(
                paragraph(inside, style, align=centred, break_before=new_page and place == 0)
            )
        return out

    # -- units ------------------------------------------------------------------------------------

    def _unit(self, unit: Unit) -> list[str]:
        style = STYLE_OF[unit.kind]
        if unit.repealed:
            inside = run(unit.prefix.rstrip()) + self._marks(unit.id) + run(f" {REPEALED_TEXT}")
            return [paragraph(inside, style)]
        out = self._head(unit, style)
        for child in unit.children:
            out += self._unit(child)
        out += [block_xml(block, "QCText", shapes=self._shapes) for block in unit.tail]
        return out

    def _head(self, unit: Unit, style: str) -> list[str]:
        """Label, heading and lead: the same lines as ``own_head_lines``."""
        mark = self._marks(unit.id, on_label=True)
        lead = list(unit.lead)
        if unit.heading is not None:
            out = self._heading(unit, style, mark)
        elif lead and isinstance(lead[0], Paragraph):
            first = lead.pop(0)
            assert isinstance(first, Paragraph)
            plain = "QCArticleText" if unit.kind is UnitKind.ARTICLE else style
            out = self._labelled(unit, first, plain, mark)
        elif unit.prefix.strip():
            out = [paragraph(run(unit.prefix.strip()) + mark, style)]
        else:
            out = []
        late = self._marks(unit.id)
        for place, block in enumerate(lead):
            if late and place == len(lead) - 1 and isinstance(block, Paragraph):
                inside = marked_runs(block.text, block.marks) + late
                out.append(paragraph(inside, "QCText", align=block.align))
                late = ""
            else:
                out.append(block_xml(block, "QCText", shapes=self._shapes))
        if late and out:
            out[-1] = (
                out[-1].removesuffix("</w:p>") + late + "</w:p>"
                if (out[-1].endswith("</w:p>"))
                else out[-1] + paragraph(late, "QCText")
            )
        return out

    def _heading(self, unit: Unit, style: str, mark: str) -> list[str]:
        heading = unit.heading or ""
        name_style = HEADING_OF.get(unit.kind, style)
        if unit.heading_apart:
            names = [paragraph(run(line), name_style) for line in heading.split("\n")]
            return [paragraph(run(unit.prefix.strip()) + mark, style), *names]
        first, *others = (unit.prefix + heading).strip().split("\n")
        label = unit.prefix.rstrip()
        inside = (
            run(label) + mark + run(first[len(label) :])
            if first.startswith(label)
            else run(first) + mark
        )
        return [paragraph(inside, style), *(paragraph(run(o), name_style) for o in others)]

    def _labelled(self, unit: Unit, first: Paragraph, style: str, mark: str) -> list[str]:
        label = unit.prefix.rstrip(" ")
        if label.endswith("\n"):
            return [
                paragraph(run(label.strip()) + mark, style),
                paragraph(marked_runs(first.text, first.marks), "QCText", align=first.align),
            ]
        gap = unit.prefix[len(label) :]
        bold = "<w:b/>" if unit.kind is UnitKind.ARTICLE else ""
        inside = run(label, bold) + mark + run(gap) + marked_runs(first.text, first.marks)
        return [paragraph(inside, style)]
