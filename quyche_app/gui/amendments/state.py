"""What the amendment desk shows: instructions with state and decision, base and result.

Nothing is decided beforehand. "Accept all" takes the sure ones only and says how many it left; what
is recorded is what was accepted (docs/window.md 1 and 5.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from quyche_app.domain.comparisons import Comparison
from quyche_app.domain.operations import (
    Confidence,
    Instruction,
    Occurrence,
    Outcome,
    State,
)
from quyche_app.domain.texts import capital, fold_number, shortened, tokens
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import WORD_VERBS, Verb
from quyche_app.gui.compare.marked import MarkedTexts, marked_texts
from quyche_app.gui.sequences import alike_ends
from quyche_app.gui.text_lines import Line, Run
from quyche_app.languages import tr
from quyche_app.services.progress import Progress
from quyche_app.services.views import Amended, AmendPlan, DocumentRow, OperationRow, Role

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace

SURE, DOUBT, FAILED, IGNORED = "sure", "doubt", "failed", "ignored"
ACCEPTED, SKIPPED = "accepted", "skipped"
_LEAD, _TAIL = 8, 16  # tokens of the sentence shown before and after a replaced phrase
FILTERS: tuple[tuple[str, str, str], ...] = (
    ("all", "Tất cả", "accent"),
    (SURE, "Khớp", "good"),
    (DOUBT, "Cần xem", "doubt"),
    (FAILED, "Không được", "bad"),
    (IGNORED, "Không thuộc quy chế", "outline"),
)
_CHIPS = {
    SURE: ("khớp", "good_ok"),
    DOUBT: ("cần xem", "doubt_warn"),
    FAILED: ("không áp dụng được", "bad_err"),
    IGNORED: ("không thuộc quy chế này", "outline"),
}
_VERBS = {
    Verb.AMEND: "sửa",
    Verb.INSERT: "bổ sung",
    Verb.REPEAL: "bãi bỏ",
    Verb.REPLACE_WORDS: "thay cụm từ",
    Verb.ADD_WORDS: "thêm cụm từ",
    Verb.REMOVE_WORDS: "bỏ cụm từ",
    Verb.REPLACE: "thay",
    Verb.RENUMBER: "đổi số",
    Verb.MOVE: "chuyển",
    Verb.SPLIT: "tách",
    Verb.MERGE: "gộp",
    Verb.SUSPEND: "tạm ngưng",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One instruction as a card."""

    index: int
    number: int
    target: str
    verb: str
    words: str
    state: str
    decision: str

    @property
    def chip(self) -> tuple[str, str]:
        """Words and form of the state."""
        words, form = _CHIPS[self.state]
        return tr(words), form

    @property
    def decision_chip(self) -> tuple[str, str]:
        """Words and form of the decision, ("", "") for none."""
        return {ACCEPTED: (tr("đã nhận"), "accent"), SKIPPED: (tr("đã bỏ qua"), "outline")}.get(
            self.decision, ("", "")
        )


@dataclass(frozen=True, slots=True)
class Laid:
    """An act laid over a regulation, with the marks of the result."""

    plan: AmendPlan
    marked: MarkedTexts
    comparison: Comparison


def read_choices(workspace: Workspace) -> tuple[DocumentRow, ...]:
    """Give the regulations and amending acts of the workspace."""
    from quyche_app.services.library import list_documents

    return tuple(list_documents(workspace))


def lay(
    workspace: Workspace,
    regulation: str,
    act: str,
    effect: date | None,
    skip: frozenset[int],
    progress: Progress,
) -> Laid:
    """Lay an act over a regulation and mark what it changes; nothing is stored."""
    from quyche_app.services.amend import plan_amendment
    from quyche_app.services.compare import compare_acts

    progress.step(0, 2, tr("Đang đọc nội dung sửa đổi"))
    plan = plan_amendment(workspace, regulation, act, effect=effect, skip=skip)
    progress.step(1, 2, tr("Đang đánh dấu thay đổi"))
    comparison = compare_acts(plan.consolidation.base, plan.consolidation.act)
    return Laid(plan, marked_texts(comparison), comparison)


def record(
    workspace: Workspace,
    regulation: str,
    act: str,
    effect: date | None,
    skip: frozenset[int],
    who: str,
) -> Amended:
    """Record what was accepted, in one step."""
    from quyche_app.services.amend import amend

    return amend(workspace, regulation, act, effect=effect, skip=skip, who=who)


def read_operations(workspace: Workspace, regulation: str) -> tuple[OperationRow, ...]:
    """Give the recorded operations of a regulation."""
    from quyche_app.services.amend import operations

    return operations(workspace, regulation)


def undo(workspace: Workspace, regulation: str, operation: str, who: str) -> int:
    """Take one recorded operation back; give the number of the recording."""
    from quyche_app.services.undo_amend import undo_amend

    return undo_amend(workspace, regulation, operation, who)


def card_state(outcome: Outcome) -> str:
    """Give sure, doubt, failed or ignored."""
    if outcome.state is State.FAILED:
        return FAILED
    if outcome.state is State.IGNORED:
        return IGNORED
    return SURE if outcome.confidence is Confidence.HIGH else DOUBT


def target_words(instruction: Instruction) -> str:
    """Give the targets in words: "Khoản 2 Điều 5", "Khoản 2, khoản 3 Điều 17"."""
    words = [target.words for target in instruction.targets]
    if not words:
        return tr("Toàn văn bản")
    return capital(shortened(", ".join(words), 70))


def place_words(place: str) -> str:
    """Give the place in the act: "Điều 1, khoản 3, điểm a"."""
    for level in ("khoản", "điểm", "tiết"):
        place = place.replace(f" {level} ", f", {level} ")
    return place


def occurrence_line(occurrence: Occurrence) -> Line:
    """Give a sentence with the old words struck and the new ones behind them."""
    old, new = tokens(occurrence.before), tokens(occurrence.after)
    start, end = alike_ends(old, new)
    before = "".join(old[max(0, start - _LEAD) : start])
    removed = "".join(old[start : len(old) - end])
    added = "".join(new[start : len(new) - end])
    after = "".join(old[len(old) - end : len(old) - end + _TAIL] if end else [])
    lead = "…" if start > _LEAD else ""
    tail = "…" if end > _TAIL else ""
    head = lead + before
    runs = (
        Run(len(head), len(head) + len(removed), "removed"),
        Run(len(head) + len(removed), len(head) + len(removed) + len(added), "added"),
    )
    return Line(
        head + removed + added + after + tail,
        "plain",
        tuple(run for run in runs if run.end > run.start),
    )


@dataclass
class AmendmentsState:
    """The desk as it is looked at."""

    documents: tuple[DocumentRow, ...] = ()
    regulation: str = ""
    act: str = ""
    effect: date | None = None
    first: Laid | None = None  # everything recognised: states of the cards
    laid: Laid | None = None  # without what was skipped: the preview
    decisions: dict[int, str] = field(default_factory=dict)
    present: int = 0  # index of the instruction
    filter: str = "all"
    operations: tuple[OperationRow, ...] = ()
    _by_index: dict[int, Outcome] = field(default_factory=dict)

    # -- choosing ---------------------------------------------------------------------------

    def choose(self, documents: tuple[DocumentRow, ...], wanted: str) -> None:
        """Propose act and regulation: the wanted document, its counterpart, else the newest."""
        self.documents = documents
        ids = {row.id for row in documents}
        by_id = {row.id: row for row in documents}
        self.act = self.act if self.act in ids else ""
        self.regulation = self.regulation if self.regulation in ids else ""
        if wanted in by_id:
            if by_id[wanted].role is Role.AMENDING:
                self.act = wanted
            elif by_id[wanted].role is Role.REGULATION:
                self.regulation = wanted
        if not self.act and self.acts():
            self.act = self.acts()[0].id
        if not self.regulation or wanted == self.act != "":
            self.regulation = self._amended_by(by_id.get(self.act)) or self.regulation

    def _amended_by(self, act: DocumentRow | None) -> str:
        """The regulation whose number stands in the name of the act, else the newest one."""
        regulations = self.regulations()
        if act is not None:
            name = fold_number(act.title)
            for row in regulations:
                if row.number and fold_number(row.number) in name:
                    return row.id
        return regulations[0].id if regulations else ""

    def acts(self) -> list[DocumentRow]:
        """Give the amending acts."""
        return [row for row in self.documents if row.role is Role.AMENDING]

    def regulations(self) -> list[DocumentRow]:
        """Give the regulations."""
        return [row for row in self.documents if row.role is Role.REGULATION]

    def name_of(self, document: str) -> str:
        """Give the number of a document, or its name."""
        row = next((row for row in self.documents if row.id == document), None)
        return row.cited_as if row is not None else ""

    def take(self, laid: Laid) -> None:
        """Show an act laid over a regulation, at its first instruction."""
        self.first = self.laid = laid
        self._by_index = {o.instruction.index: o for o in laid.plan.consolidation.outcomes}
        self.decisions = {}
        self.effect = laid.plan.effect_date
        outcomes = self.outcomes()
        self.present = outcomes[0].instruction.index if outcomes else 0

    # -- what is shown ------------------------------------------------------------------------

    @property
    def is_recorded(self) -> bool:
        """The act is in the record: everything is read-only but taking an operation back."""
        return self.first is not None and self.first.plan.is_recorded

    def outcomes(self) -> tuple[Outcome, ...]:
        """Give the outcome of every instruction, as if all were accepted."""
        return self.first.plan.consolidation.outcomes if self.first is not None else ()

    def outcome(self, index: int) -> Outcome | None:
        """Give the outcome of one instruction."""
        return self._by_index.get(index) if self.first is not None else None

    def cards(self) -> tuple[Card, ...]:
        """Give the cards that pass the filter."""
        return tuple(card for card in self.all_cards() if self.filter in ("all", card.state))

    def all_cards(self) -> tuple[Card, ...]:
        """Give every card."""
        return tuple(
            Card(
                outcome.instruction.index,
                number,
                target_words(outcome.instruction),
                tr(_VERBS[outcome.instruction.verb]),
                _card_words(outcome),
                card_state(outcome),
                self.decision(outcome.instruction.index),
            )
            for number, outcome in enumerate(self.outcomes(), 1)
        )

    def decision(self, index: int) -> str:
        """Give what was decided on an instruction, "" for nothing yet."""
        if self.is_recorded:
            return ACCEPTED if self._can_be_applied(index) else ""
        return self.decisions.get(index, "")

    def _can_be_applied(self, index: int) -> bool:
        outcome = self.outcome(index)
        return outcome is not None and outcome.state is State.APPLIED

    def counts(self) -> dict[str, int]:
        """Give the counts of the filter chips; all but "all" add up to it."""
        counts = {key: 0 for key, _, _ in FILTERS}
        for outcome in self.outcomes():
            counts["all"] += 1
            counts[card_state(outcome)] += 1
        return counts

    def number_of(self, index: int) -> int:
        """Give the number of an instruction in the list, from 1."""
        indexes = [outcome.instruction.index for outcome in self.outcomes()]
        return indexes.index(index) + 1 if index in indexes else 0

    def unread(self) -> tuple[tuple[str, str], ...]:
        """Give (words, reason) of every paragraph that was not understood, of what goes on under the
        old rules, and of what was recorded before and comes out otherwise now."""
        if self.first is None:
            return ()
        plan = self.first.plan
        rows = [
            *plan.consolidation.unread,
            *(p for r in plan.consolidation.amending for p in r.transitional),
        ]
        return (
            *((each.text, tr(each.why)) for each in rows),
            *(
                (f"{each.act_number}, {each.place}: {tr(each.account)}", tr(each.reasons))
                for each in plan.disturbed
            ),
        )

    # -- deciding -------------------------------------------------------------------------------

    def can_accept(self, index: int) -> bool:
        """It can be applied and was not accepted yet."""
        return self._can_be_applied(index) and self.decision(index) != ACCEPTED

    def accept(self, index: int) -> None:
        """Accept an instruction and go on to the next undecided one."""
        if self.can_accept(index):
            self.decisions[index] = ACCEPTED
            self._go_on(index)

    def skip(self, index: int) -> None:
        """Leave an instruction out, or take that back."""
        if self.is_recorded or self.outcome(index) is None:
            return
        if self.decisions.get(index) == SKIPPED:
            del self.decisions[index]
        else:
            self.decisions[index] = SKIPPED
            self._go_on(index)

    def accept_all_sure(self) -> tuple[int, int]:
        """Accept what is sure; give how many were accepted and how many are left."""
        accepted = self._sure_and_undecided()
        self.decisions.update(dict.fromkeys(accepted, ACCEPTED))
        return len(accepted), self.undecided

    def _sure_and_undecided(self) -> list[int]:
        return [
            card.index
            for card in self.all_cards()
            if card.state == SURE and not self.decisions.get(card.index)
        ]

    def _go_on(self, index: int) -> None:
        indexes = [card.index for card in self.cards()]
        at = indexes.index(index) if index in indexes else -1
        for other in indexes[at + 1 :] + indexes[: max(at, 0)]:
            if not self.decisions.get(other):
                self.present = other
                return

    def step(self, by: int) -> bool:
        """Go to the next card or the one before; False at the end."""
        indexes = [card.index for card in self.cards()]
        if self.present not in indexes:
            return False
        at = indexes.index(self.present) + by
        if not 0 <= at < len(indexes):
            return False
        self.present = indexes[at]
        return True

    def _count(self, decision: str) -> int:
        return sum(value == decision for value in self.decisions.values())

    @property
    def accepted(self) -> int:
        """How many are accepted."""
        return self._count(ACCEPTED)

    @property
    def skipped(self) -> int:
        """How many are left out."""
        return self._count(SKIPPED)

    @property
    def undecided(self) -> int:
        """How many nobody decided yet; what speaks of another text needs no decision."""
        return sum(
            not self.decisions.get(card.index) for card in self.all_cards() if card.state != IGNORED
        )

    @property
    def can_record(self) -> bool:
        """Something was accepted and is not recorded."""
        return not self.is_recorded and self.accepted > 0

    @property
    def has_sure_left(self) -> bool:
        """Something is sure and not decided."""
        return not self.is_recorded and bool(self._sure_and_undecided())

    def record_words(self) -> str:
        """Give what the main button says."""
        if self.can_record and self.undecided:
            return tr("Ghi bản hợp nhất, còn {count} nội dung", count=self.undecided)
        return tr("Ghi bản hợp nhất")

    def left_out(self) -> frozenset[int]:
        """Give the instructions that are not recorded: all that were not accepted."""
        return frozenset(
            outcome.instruction.index
            for outcome in self.outcomes()
            if self.decisions.get(outcome.instruction.index) != ACCEPTED
        )

    def not_previewed(self) -> frozenset[int]:
        """Give the instructions that the preview leaves out: those that were skipped."""
        return frozenset(index for index, value in self.decisions.items() if value == SKIPPED)

    # -- the present instruction ----------------------------------------------------------------

    def units_of(self, index: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the units to show in the base and in the result, the best first."""
        outcome = self.outcome(index)
        if outcome is None or self.first is None:
            return (), ()
        from quyche_app.domain.trees import TreeIndex

        base = TreeIndex(self.first.plan.consolidation.base)
        found = [
            placed.unit.id
            for target in outcome.instruction.targets
            for placed in base.find(target.address)
        ]
        position = outcome.instruction.position
        if position is not None and position.reference is not None:
            found += [placed.unit.id for placed in base.find(position.reference.address)]
        old = tuple(dict.fromkeys([*found, *outcome.changed_ids]))
        new = tuple(dict.fromkeys([*outcome.changed_ids, *found]))
        return old, new

    def is_phrase(self, index: int) -> bool:
        """The instruction works on words in several places."""
        outcome = self.outcome(index)
        return outcome is not None and _works_on_words(outcome)

    def operation_of(self, index: int) -> OperationRow | None:
        """Give the recorded operation of an instruction, while it is applied."""
        outcome = self.outcome(index)
        if outcome is None or self.first is None:
            return None
        number = self.first.plan.consolidation.amending[outcome.instruction.act_no - 1].act.number
        wanted = (number, outcome.instruction.place, outcome.reading, State.APPLIED)
        return next(
            (
                row
                for row in self.operations
                if (row.act_number, row.place, row.reading, row.state) == wanted
            ),
            None,
        )


def _own_quoted(outcome: Outcome, quoted: Sequence[str]) -> str:
    """The paragraph of the quotation that is about this provision: "2. …" and "2a. …" often stand in
    one quotation of two instructions."""
    for target in outcome.instruction.targets[:1]:
        steps = target.address.steps
        label = steps[-1].label if steps else ""
        for text in quoted:
            # "2a. …", "đ1) …", "Điều 14a. …": the label is the first or the second word.
            if label in [word.rstrip(".):") for word in text.split(" ", 2)[:2]]:
                return text
    return quoted[0]


def _works_on_words(outcome: Outcome) -> bool:
    return outcome.instruction.verb in WORD_VERBS and bool(outcome.occurrences)


def _card_words(outcome: Outcome) -> str:
    instruction = outcome.instruction
    if outcome.state is not State.APPLIED and outcome.reasons:
        return f"– {tr(outcome.reasons)}"
    if _works_on_words(outcome):
        return tr("{count} chỗ", count=len(outcome.occurrences))
    quoted = [
        block.text for block in instruction.quoted if isinstance(block, Paragraph) and block.text
    ]
    if quoted:
        return f"“{shortened(_own_quoted(outcome, quoted), 50)}”"
    if instruction.verb in (Verb.MOVE, Verb.RENUMBER, Verb.SPLIT, Verb.MERGE):
        return tr(outcome.account)
    return ""
