"""What a file of a consolidated text holds, whatever its format: title, list of acts, text with notes.

A Party text is an internal copy and says so; it never wears the certification of the State's
"văn bản hợp nhất". Source: docs/field.md 5.1-5.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from quyche_app.domain.acts import Act, is_party_number
from quyche_app.domain.beside import NOTHING_BESIDE, Beside
from quyche_app.domain.dates import long_date, short_date
from quyche_app.domain.flow import FlowParagraph, Part, Slot, act_flow, flow_lines
from quyche_app.domain.issuers import issuer_in_text
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import Block, Paragraph


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


def document_flow(document: ConsolidatedDocument) -> Iterator[FlowParagraph]:
    """Give the paragraphs of a consolidated text with notes and opening lines: every kind of file is
    made from these."""
    first = document.act.components[0]
    place = opening_place(first.front)
    opening = [_opening(line) for line in opening_lines(document)]
    for paragraph in act_flow(document.act, document.footnotes):
        is_before = paragraph.owner == first.id and (
            paragraph.slot is Slot.FRONT and paragraph.place < place
        )
        if opening and not is_before:
            yield from opening
            opening = []
        yield paragraph
    yield from opening


def _opening(line: str) -> FlowParagraph:
    part = Part.STANDING if line.startswith("(") else Part.ACTS
    return FlowParagraph("", Slot.FRONT, 0, part, line)


def expected_lines(document: ConsolidatedDocument) -> list[str]:
    """Give the paragraphs that the written file must have, in order: the proof compares them."""
    return flow_lines(document_flow(document))


def opening_place(front: Sequence[Block]) -> int:
    """Give the index before which the opening lines stand: after the title, before the căn cứ
    (docs/field.md 5.1)."""
    for place, block in enumerate(front):
        if isinstance(block, Paragraph) and block.text.lstrip("-– ").startswith("Căn cứ"):
            return place
    return len(front)
