"""Instructions as read, their outcomes, and the notes that a consolidated text carries.

Source: docs/architecture.md 4.3, 5; docs/command-line.md 6.1, 6.2 (names of states and verbs);
docs/field.md 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.beside import NOTHING_BESIDE, Beside
from quyche_app.domain.messages import Message, all_said
from quyche_app.domain.units import Block
from quyche_app.domain.verbs import Verb

# Codes of the reasons of an outcome where two acts meet in time; the library looks for them.
MEETS = frozenset({"meeting.same_place", "meeting.act_applied_here"})


class Confidence(StrEnum):
    """How certain a reading is (docs/field.md 4.10)."""

    HIGH = "high"
    DOUBTFUL = "doubtful"


class State(StrEnum):
    """What came of an instruction (docs/command-line.md 6.1)."""

    APPLIED = "applied"
    FAILED = "failed"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Target:
    """A provision and the slot of it: "unit", "text", "heading", "lead", "tail", "preamble",
    "title", "paragraph:2", "paragraph:last", "sentence:1", "item:1", "paragraph:last/sentence:2"."""

    address: Address
    slot: str = "unit"

    @property
    def path(self) -> str:
        """The path with its slot when that is neither the whole unit nor its words: d18/k2#lead."""
        plain = self.slot in ("unit", "text")
        return self.address.path if plain else f"{self.address.path}#{self.slot}"

    @property
    def words(self) -> str:
        """The target in words: "tên Điều 5", "đoạn mở đầu khoản 2 Điều 18"."""
        slot = slot_words(self.slot)
        if not self.address.steps and self.slot in ("preamble", "title"):
            return slot
        return f"{slot} {self.address.words}".strip()


_SLOT_WORDS = {
    "unit": "",
    "text": "",
    "heading": "tên",
    "lead": "đoạn mở đầu",
    "tail": "cuối",
    "text:start": "phần đầu",
    "text:end": "phần cuối",
    "preamble": "phần căn cứ",
    "title": "tên văn bản",
    "paragraph:last": "đoạn cuối",
    "sentence:last": "câu cuối",
    "row:*": "bảng",
}
_ORDINALS = ("", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def slot_kind(slot: str) -> str:
    """Give what kind of part a slot is: "paragraph" of "paragraph:2", "row" of "row:7", "lead" of "lead"."""
    return slot.partition(":")[0]


def slot_words(slot: str) -> str:
    """Give a slot in words: "đoạn thứ hai", "gạch đầu dòng thứ nhất"."""
    if slot in _SLOT_WORDS:
        return _SLOT_WORDS[slot]
    row, cell, column = slot.partition("/column:")
    if cell:
        return f"cột “{column}” {slot_words(row)}"
    holder, inside, part = slot.rpartition("/")
    if inside:
        return f"{slot_words(part)} {slot_words(holder)}"
    kind, _, number = slot.partition(":")
    word = {
        "paragraph": "đoạn",
        "sentence": "câu",
        "item": "gạch đầu dòng",
        "note": "ghi chú số",
        "column": "cột",
        "row": "số thứ tự",
        "formula": "công thức",
    }.get(kind, kind)
    if kind in ("paragraph", "sentence", "item", "column") and number.isdigit():
        place = int(number)
        return f"{word} thứ {_ORDINALS[place] if place < len(_ORDINALS) else number}"
    if slot.startswith("row:“"):
        word = "dòng"
    return f"{word} {number}"


COUNTED = "counted"  # the side of words that stand in as many spots as the order says
ABOUT = "about"  # the side of words that are those of one spot: of what the order names


@dataclass(frozen=True, slots=True)
class Position:
    """Where something goes: side "before", "after", "end" or "start" of a unit or of words; "about" = what
    the words are about, which stands once in its place; "counted" = how often they stand there."""

    side: str
    reference: Target | None = None
    words: str = ""

    @property
    def text(self) -> str:
        """The position as reports write it: "after:d5/k2", "before:“giới tính”"
        (docs/command-line.md 6.2)."""
        if self.reference is not None:
            return f"{self.side}:{self.reference.address.path}"
        return f"{self.side}:“{self.words}”"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Words left out of a phrase operation: "trừ cụm từ “…” quy định tại khoản 4 Điều 7"."""

    words: str
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Instruction:
    """One order of an amending act as read, before any base is looked at.

    Attributes:
        index: place in the list, from 0.
        act_no: which act of the call, from 1.
        place: "Điều 1 khoản 3 điểm a": the instruction's own place in its act.
        source_lines: first and last paragraph number of the act's file, from 1, both included.
        source_text: the words of the order, without the quotation.
        quoted: the paragraphs of the quotation, without its outer marks.
        openings: places in ``quoted`` where a quotation begins.
        results: of renumber, move, split and merge: what the targets become.
        words_new: of suspend: until when, in the words of the act.
        act_reference: number or name of the act it speaks about when it names one; "" = as title.
        effect_date: when the act gives this instruction a date of its own.
        confidence, reasons: how certain the reading alone is, and why not.
        component: "regulation", "body" or "" when the act does not say which component it means.
        under: the article, chapter or section of the line it stands under, the largest first, where its
            targets do not say that they are in it.
    """

    index: int
    act_no: int
    place: str
    source_lines: tuple[int, int]
    source_text: str
    verb: Verb
    targets: tuple[Target, ...]
    quoted: tuple[Block, ...] = ()
    openings: tuple[int, ...] = ()
    words_old: tuple[str, ...] = ()
    words_new: tuple[str, ...] = ()
    position: Position | None = None
    exclusions: tuple[Exclusion, ...] = ()
    results: tuple[Target, ...] = ()
    container: int | None = None
    act_reference: str = ""
    component: str = ""
    under: tuple[Step, ...] = ()
    effect_date: date | None = None
    confidence: Confidence = Confidence.HIGH
    reasons: tuple[Message, ...] = ()

    @property
    def reason(self) -> str:
        """The reasons in Vietnamese; "" when there are none."""
        return all_said(self.reasons)


@dataclass(frozen=True, slots=True)
class Unread:
    """Paragraphs of the operative part that were not understood, and why.

    Attributes:
        is_on_effect: the day of effect of the whole act hangs on them.
    """

    act_no: int
    lines: tuple[int, int]
    text: str
    why: Message
    is_on_effect: bool = False

    @property
    def reason(self) -> str:
        """Why, in Vietnamese."""
        return str(self.why)


@dataclass(frozen=True, slots=True)
class ReadAmendments:
    """An amending act as read.

    Attributes:
        act: the act itself.
        instructions: in the order of the text.
        unread: what was not understood.
        effect_date: of the whole act; None = not said, or not said surely.
        is_effect_unknown: the act says something of its day of effect that gives no sure day; what
            is among ``unread`` then.
        transitional: what goes on under the old rules: no part of the text, to be looked at.
        implementing: (first, last) paragraph numbers that are effect, transition, implementation.
        amended: numbers of the acts that the title says are amended.
        ended: numbers of the texts that it replaces or ends as a whole, with the line that says so.
    """

    act: Act
    instructions: tuple[Instruction, ...]
    unread: tuple[Unread, ...]
    effect_date: date | None
    implementing: tuple[tuple[int, int], ...] = ()
    amended: tuple[str, ...] = ()
    is_effect_unknown: bool = False
    transitional: tuple[Unread, ...] = ()
    ended: tuple[tuple[str, Unread], ...] = ()

    @property
    def day_of_effect(self) -> date | None:
        """The day from which the act is in force: as said, or that of signing where it says nothing
        (docs/field.md 8); None = not known."""
        if self.effect_date is not None or self.is_effect_unknown:
            return self.effect_date
        return self.act.issue_date


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a phrase operation: the unit, and the sentence before and after."""

    unit_id: str
    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one instruction.

    Attributes:
        reasons: what failed or is not certain; of an instruction that failed, why.
        account: what it does, in one sentence.
        changed: paths of the changed units, as they are called after the act.
        changed_ids: identities of the units that the operation wrote.
        nearest: address words of the nearest candidate when the target is missing.
        targets: the targets as they are addressed in the base.
    """

    instruction: Instruction
    state: State
    confidence: Confidence
    reasons: tuple[Message, ...]
    account: Message
    changed: tuple[str, ...] = ()
    changed_ids: tuple[str, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    nearest: str = ""
    targets: tuple[Target, ...] = ()

    @property
    def reason(self) -> str:
        """The reasons in Vietnamese; "" when there are none."""
        return all_said(self.reasons)

    @property
    def reading(self) -> str:
        """The account in Vietnamese."""
        return str(self.account)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note on a unit in the wording of docs/field.md 5.4; ``slot`` says what of it was
    changed."""

    unit_id: str
    path: str
    text: str
    act_no: int
    instruction: int
    slot: str = "unit"


@dataclass(frozen=True, slots=True)
class Stage:
    """The whole text after everything that takes effect on one day; None = a day not known."""

    effect_date: date | None
    act: Act


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The consolidated text with the account of every instruction.

    ``act`` is computed from the base and the operations, never typed (docs/architecture.md 1).
    ``source``: what the files of the base and of the acts hold beside their words.
    """

    base: Act
    act: Act
    amending: tuple[ReadAmendments, ...]
    outcomes: tuple[Outcome, ...]
    unread: tuple[Unread, ...]
    footnotes: tuple[Footnote, ...]
    stages: tuple[Stage, ...] = ()
    source: Beside = NOTHING_BESIDE
