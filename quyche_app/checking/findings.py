"""What a check says: the rule, the place, the words, and the ways to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quyche_app.domain.messages import Message


class Severity(StrEnum):
    """How much a finding matters (docs/window.md 4.1)."""

    MUST = "must"  # phải sửa
    SHOULD = "should"  # nên xem
    HINT = "hint"  # gợi ý


@dataclass(frozen=True, slots=True)
class Rule:
    """A check.

    Attributes:
        key: its name in what people chose ("silent:capitals").
        title: what it looks at, in Vietnamese.
        why: why it matters, with the source of the rule.
    """

    key: str
    title: str
    severity: Severity
    why: str


@dataclass(frozen=True, slots=True)
class Mend:
    """A way to mend: characters start to end of the paragraph get other words."""

    said: Message
    start: int
    end: int
    words: str

    @property
    def label(self) -> str:
        """What it does, in Vietnamese."""
        return str(self.said)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule says about the words of one paragraph; ``start`` = ``end`` = 0: about all of it."""

    rule: str
    said: Message
    start: int = 0
    end: int = 0
    mends: tuple[Mend, ...] = ()

    @property
    def sentence(self) -> str:
        """What it says, in Vietnamese."""
        return str(self.said)


@dataclass(frozen=True, slots=True)
class PlacedFlaw:
    """A finding in a draft.

    Attributes:
        unit_id: the provision.
        words: its address in words.
        slot, index: which paragraph of it, as on the page.
    """

    rule: Rule
    unit_id: str
    words: str
    slot: str
    index: int
    flaw: Flaw

    @property
    def key(self) -> tuple[str, str, str, int, Message, int]:
        """What tells it from others while the text changes."""
        flaw = self.flaw
        return self.rule.key, self.unit_id, self.slot, self.index, flaw.said, flaw.start
