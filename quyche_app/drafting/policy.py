"""The two ways in which labels follow a change of structure (docs/window.md 5.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Numbering(StrEnum):
    """How labels follow a change."""

    RECOUNT = "recount"  # đánh số lại liên tục
    FROZEN = "frozen"  # giữ số cũ, chèn 14a


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """From a step on labels follow in another way; taking the step back takes this back too."""

    old: Numbering
    new: Numbering

    @property
    def inverse(self) -> PolicyChange:
        """The change that takes this one back."""
        return PolicyChange(self.new, self.old)
