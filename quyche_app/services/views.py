"""What services give to the command line and the window: frozen rows, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from quyche_app.domain.acts import Act, Citable
from quyche_app.domain.counts import InstructionCounts
from quyche_app.domain.messages import Message, all_said
from quyche_app.domain.operations import Consolidation, Footnote, State
from quyche_app.domain.sources import Finding


class Role(StrEnum):
    """What a stored text is to the office."""

    REGULATION = "regulation"  # has versions: base + amendments
    AMENDING = "amending"  # an act that amends others
    DRAFT = "draft"


class Status(StrEnum):
    """The state of a text on the day asked for (docs/window.md 4.1)."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    DRAFT = "draft"
    APPLIED = "applied"  # amending act, recorded: "Đã áp dụng 21/23"
    NOT_APPLIED = "not_applied"  # amending act, not recorded yet
    UNKNOWN = "unknown"  # no effect date known


@dataclass(frozen=True, slots=True)
class DocumentRow(Citable):
    """One line of the library."""

    id: str
    number: str
    title: str  # kind and name in full
    issuer: str
    role: Role
    status: Status
    chip: Message  # its state in a few words
    day: date | None  # issue date, or of the newest amendment
    remarks: tuple[Message, ...]  # second line: "28 điều · sửa đổi 2 lần"
    article_count: int
    amended_times: int
    updated_at: datetime
    counts: InstructionCounts | None = None  # of an amending act that is recorded
    is_archived: bool = False  # put away by a person; nothing is lost
    updated_by: str = ""  # who recorded last

    @property
    def status_text(self) -> str:
        """The chip in Vietnamese."""
        return str(self.chip)

    @property
    def remark(self) -> str:
        """The second line in Vietnamese."""
        return all_said(self.remarks, between=" · ")


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One entry of "Các mốc của văn bản", newest first."""

    title: Message
    remarks: tuple[Message, ...]
    day: date | None
    recording: int
    is_in_force: bool = False

    @property
    def remark(self) -> str:
        """The second line in Vietnamese."""
        return all_said(self.remarks, between=" · ")


@dataclass(frozen=True, slots=True)
class OriginalRow:
    """An original file kept whole; ``is_intact``: its bytes still have the recorded SHA-256."""

    name: str
    sha256: str
    size_bytes: int
    is_intact: bool


@dataclass(frozen=True, slots=True)
class DocumentDetails:
    """The right panel of the library."""

    row: DocumentRow
    milestones: tuple[MilestoneRow, ...]
    originals: tuple[OriginalRow, ...]


@dataclass(frozen=True, slots=True)
class RecordedSince:
    """What was recorded after a recording.

    Attributes:
        newest: number of the newest recording.
        documents: the text of each recording, oldest first.
        new: those of them that began with one.
    """

    newest: int
    documents: tuple[str, ...] = ()
    new: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of importing one file."""

    document: DocumentRow
    file_name: str
    paragraph_count: int
    placed_count: int
    findings: tuple[Finding, ...]
    was_known: bool  # the same bytes were in the workspace already; nothing was stored
    recording: int
    doubtful_count: int = 0  # paragraphs that a person should look at


@dataclass(frozen=True, slots=True)
class TextAt:
    """A text as in force on a day, as known at a recording; ``header`` names both."""

    document: DocumentRow
    act: Act
    as_at: date | None  # None = the first wording (issued)
    known_at: int  # recording number
    header: Message
    footnotes: tuple[Footnote, ...]
    amended_by: tuple[AmendedBy, ...]
    consolidated_to: date | None = None  # the last day of effect that the wording takes in
    amended_later: tuple[AmendedBy, ...] = ()  # acts recorded that take effect after the day


@dataclass(frozen=True, slots=True)
class DraftBase:
    """What a draft began from, and so what its marks are against."""

    act: Act
    said: Message  # "05-QC/TU, lời văn ngày 17/7/2018"
    document: str  # id of the text it began from
    as_at: date | None  # None = the first wording
    recording: int  # the first of the draft


@dataclass(frozen=True, slots=True)
class AmendedBy(Citable):
    """An amending act in force in a text."""

    number: str
    title: str  # kind and name
    issuer: str
    issue_date: date | None
    effect_date: date | None


class WordingRow(NamedTuple):
    """One wording of a provision in its history, oldest first."""

    unit_id: str
    path: str
    words: str  # address in words, as it was called then
    text: str  # own words of the unit; "" when it is not in force in this span
    valid_from: date | None  # None = from the first day
    valid_to: date | None  # None = until further notice; the day before the next wording
    recording: int
    recorded_at: datetime
    who: str
    act_number: str  # the act that wrote it
    act_place: str  # "khoản 3 Điều 1"; "" for the base
    operation: str  # id for undo-amend; "" for the base
    is_current: bool  # not superseded by a later recording


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A provision that says what was searched."""

    document: DocumentRow
    unit_id: str
    path: str
    words: str  # address in words, as it was called then
    text: str  # own words of the unit
    marks: tuple[tuple[int, int], ...]  # first character and end of what was found in ``text``
    is_current: bool
    chip: Message  # the state of the text, or of the wording, in a few words
    place: tuple[int, int, int, int]  # line, unit, recording, first day
    is_phrase: bool  # the words stand together, in their order
    same_count: int = 0  # how many drafts say the very same there


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found; ``hits`` are the first of ``total``."""

    words: str
    as_at: date | None
    hits: tuple[SearchHit, ...]
    total: int
    document_count: int
    searched_count: int


@dataclass(frozen=True, slots=True)
class Span:
    """A wording of an article over time: ``ordinal`` 0 = gốc, 1 = lần 1 …; -1 = not in force."""

    valid_from: date | None
    valid_to: date | None
    ordinal: int
    is_inserted: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """The bars of one article."""

    unit_id: str
    path: str
    words: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """A point of one of the two rulers; ``day`` of effect, or the moment of recording."""

    day: date
    title: Message
    recording: int
    is_future: bool = False
    remark: Message | None = None  # how much of the text it changed


@dataclass(frozen=True, slots=True)
class Timeline:
    """Both rulers and the bars of every article that ever changed."""

    document: DocumentRow
    valid_events: tuple[TimelineEvent, ...]
    known_events: tuple[TimelineEvent, ...]
    changed: tuple[TimelineRow, ...]
    unchanged_count: int


@dataclass(frozen=True, slots=True)
class Disturbed:
    """A recorded operation that comes out otherwise because of what is recorded now."""

    operation: str  # id
    act_number: str
    place: str
    account: Message
    before: str  # state until now: applied, failed
    state: str  # state now; the same as ``before``: it has become doubtful
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A recording without one operation, and the other operations that come out otherwise in it."""

    recording: int
    disturbed: tuple[Disturbed, ...]


@dataclass(frozen=True, slots=True)
class AmendPlan:
    """An amending act laid over a regulation, nothing stored yet."""

    document: DocumentRow
    act_document: DocumentRow | None
    consolidation: Consolidation  # base, result, outcomes, unread
    effect_date: date | None
    is_recorded: bool  # the same act is in the record of this regulation already
    recorded_in: int = 0
    disturbed: tuple[Disturbed, ...] = ()  # operations of other acts that come out otherwise

    @property
    def is_undated(self) -> bool:
        """Something would be applied, and nothing tells from which day."""
        return any(
            (outcome.instruction.effect_date or self.effect_date) is None
            for outcome in self.consolidation.outcomes
            if outcome.state is State.APPLIED
        )


@dataclass(frozen=True, slots=True)
class Amended:
    """A recorded amendment."""

    recording: int
    applied: int
    failed: int
    ignored: int
    unread: int
    plan: AmendPlan
    operations: tuple[str, ...] = ()  # ids, in the order of the outcomes


@dataclass(frozen=True, slots=True)
class OperationRow:
    """One recorded operation of a regulation."""

    id: str
    act_number: str
    place: str
    reading: str
    state: str  # applied, failed, ignored, undone
    effect_date: date | None
    recording: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be known of a file that was written though its words are right."""

    said: Message
    needs_a_person: bool = True  # else it is told and no more

    @property
    def sentence(self) -> str:
        """What is to be known, in Vietnamese."""
        return str(self.said)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a proof found; ``differences`` say where.

    ``is_checked`` is False for what is named only because it was not looked at.
    """

    is_true: bool
    checked: Message  # what was compared
    differences: tuple[Message, ...] = ()
    is_checked: bool = True
    remarks: tuple[Remark, ...] = ()  # what the proof does not reach

    @property
    def needs_a_person(self) -> bool:
        """A proof is false, or there is something that a person must look at."""
        return not self.is_true or any(remark.needs_a_person for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class Exported:
    """Files written and proved."""

    paths: tuple[str, ...]
    verdicts: tuple[Verdict, ...] = field(default=())
    remarks: tuple[Remark, ...] = ()  # what is to be known though every proof is true

    @property
    def needs_a_person(self) -> bool:
        """A proof is false, or there is something that a person must look at."""
        return any(verdict.needs_a_person for verdict in self.verdicts) or any(
            remark.needs_a_person for remark in self.remarks
        )


# -- days that are perhaps not known ------------------------------------------------------------------


def known_or_first(day: date | None) -> date:
    """Give a day to compare with others; one that is not known comes before all."""
    return day or date.min


def known_or_last(day: date | None) -> date:
    """Give a day to compare with others; one that is not known comes behind all."""
    return day or date.max


def known_or_today(day: date | None) -> date:
    """Give a day, or today when none is asked for."""
    return day or date.today()


def is_in_force(since: date | None, day: date) -> bool:
    """Tell whether what takes effect on a day is in force on another; what has no known day does not
    count as in force (docs/field.md 8)."""
    return since is not None and since <= day
