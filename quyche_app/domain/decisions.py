"""An amending decision that is being written: what it orders, what it leaves out, what was proved.

Source: docs/architecture.md 7, docs/field.md 4.2.
"""

from __future__ import annotations

from dataclasses import dataclass

from quyche_app.domain.acts import Act
from quyche_app.domain.beside import Uncompared
from quyche_app.domain.counts import NOTHING_COUNTED, InstructionCounts
from quyche_app.domain.messages import Message
from quyche_app.domain.operations import Position, Target
from quyche_app.domain.units import Block
from quyche_app.domain.verbs import Verb


@dataclass(frozen=True, slots=True)
class Item:
    """One order of a decision.

    Attributes:
        targets: provisions as the old text addresses them; of an insertion what they will be called.
        component: identity of the component of the old text that it is about.
        article: path of the article or chapter it stands in: orders on one article are grouped.
        order: place in the old text; orders stand in the order of the base (docs/field.md 4.2).
        old_ids, new_ids: provisions of both texts whose difference it orders.
        quoted: the new wording with its labels, without the outer quotation marks.
        words_old, words_new: of an order on words.
        position: where an insertion goes.
        reason: why, in the drafter's words.
    """

    verb: Verb
    targets: tuple[Target, ...]
    component: str
    article: str
    order: int
    old_ids: tuple[str, ...] = ()
    new_ids: tuple[str, ...] = ()
    quoted: tuple[Block, ...] = ()
    words_old: str = ""
    words_new: str = ""
    position: Position | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Relabelling:
    """A provision of the new text that keeps its issued label, or takes one in between, because an
    issued text is not counted anew (docs/field.md 3.2)."""

    new_path: str
    path: str
    words: str
    is_inserted: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A difference that no order says, and why; ``is_provision`` False: of the head or the foot of
    the text, which every issue has anew."""

    words: str
    reason: str
    is_provision: bool = True


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A provision that the decision, applied to the old text, does not give as the new text has it."""

    path: str
    words: str
    expected: str
    got: str


@dataclass(frozen=True, slots=True)
class ProvisionVerdict:
    """Whether the decision gives an article exactly as the new text has it, label and words.

    Attributes:
        path: as it is called after the decision.
        new_path: as the new text calls it.
    """

    path: str
    new_path: str
    is_true: bool


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """An order as written: its place in the decision, its words, and whether it does what it should.

    Attributes:
        place: "Điều 1 khoản 3 điểm a".
        reading: what our own reader understands, one sentence; None when it was not read.
        is_true: read, applied, and every provision it is about is as the new text has it.
        trouble: why it is not true, or what our reader doubts though the result is right.
    """

    item: Item
    place: str
    words: str
    reading: Message | None
    is_true: bool
    trouble: Message | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision with its proof.

    Attributes:
        act: the decision as a text of its own.
        old: the text that it amends.
        goal: what it leads to: the new text with issued labels kept.
        provisions: every article of the new text.
        only_typed: paths of the new text that differ in typing alone and were not amended, as asked.
        unused_reasons: addresses for which a reason was given though nothing is changed there.
        slips: numbers that stand twice or out of order in the two texts.
        mismatches: where applying it to the old text gives another wording than the goal.
        not_compared: parts in which the two files differ beside their words; no order is about them.
        counts: its instructions as they are read back and applied to the old text.
    """

    act: Act
    old: Act
    goal: Act
    provisions: tuple[ProvisionVerdict, ...]
    items: tuple[WrittenItem, ...]
    relabelled: tuple[Relabelling, ...]
    left_out: tuple[LeftOut, ...]
    mismatches: tuple[Mismatch, ...]
    only_typed: tuple[str, ...] = ()
    unused_reasons: tuple[str, ...] = ()
    slips: tuple[Message, ...] = ()
    counts: InstructionCounts = NOTHING_COUNTED
    not_compared: tuple[Uncompared, ...] = ()

    @property
    def is_true(self) -> bool:
        """Applied to the old text it gives the goal in every provision, word for word: the new text
        without what is left out and with issued labels kept."""
        return not self.mismatches and all(i.is_true for i in self.items)

    @property
    def gives_new(self) -> bool:
        """Applied to the old text it gives the new text as it was given, in every provision."""
        return (
            self.is_true
            and not self.relabelled
            and not self.only_typed
            and not any(one.is_provision for one in self.left_out)
        )

    @property
    def needs_a_person(self) -> bool:
        """It does not give the new text, or something is to be looked at; typing that was left alone
        as asked is not."""
        told = (self.relabelled, self.unused_reasons, self.slips)
        looked_at = (
            *(one.is_provision for one in self.left_out),
            *(bool(item.trouble) for item in self.items),
            *(part.needs_a_person for part in self.not_compared),
        )
        return not self.is_true or any(told) or any(looked_at)
