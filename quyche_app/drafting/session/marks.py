"""What a draft says otherwise than the text it began from, kept up while it is edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quyche_app.domain.acts import Act, Component
from quyche_app.domain.comparisons import Change
from quyche_app.domain.units import Unit
from quyche_app.drafting.differences import BaseText, Differences, Slot
from quyche_app.drafting.draft import Draft

WordMarks = Mapping[tuple[str, str, int], tuple[Change, ...]]  # owner, slot, which paragraph


@dataclass
class Marks:
    """The differences of a draft from its base; words inside a provision are compared when asked for.

    Attributes:
        differences: of the text as it was when it was compared last.
        stale: the provisions and components that were typed in since.
    """

    base: BaseText
    differences: Differences = field(default_factory=Differences)
    stale: set[str] = field(default_factory=set)
    _known: dict[str, tuple[Unit | Component, Mapping[Slot, tuple[Change, ...]]]] = field(
        default_factory=dict
    )

    def compare(self, act: Act) -> None:
        """Compare a whole text."""
        self.stale.clear()
        self.differences = self.base.differences(act)

    def compare_stale(self, draft: Draft) -> frozenset[str]:
        """Compare what was typed in, places being as they were; give what that was."""
        compared = frozenset(self.stale)
        self.stale.clear()
        for owner in compared:
            found = draft.owner(owner)
            if isinstance(found, Component):
                self.differences = self.base.with_frame(self.differences, found)
            elif found is not None:
                self.differences = self.base.with_words(self.differences, found)
        return compared

    def words_of(self, draft: Draft, owners: Iterable[str]) -> WordMarks:
        """Give the changes of words in every paragraph of some provisions and components that has
        some."""
        marks: dict[tuple[str, str, int], tuple[Change, ...]] = {}
        for owner in owners:
            found = draft.owner(owner)
            if found is not None:
                changes = self._changes(owner, found)
                marks |= {(owner, *slot): changed for slot, changed in changes.items()}
        return marks

    def _changes(self, owner: str, now: Unit | Component) -> Mapping[Slot, tuple[Change, ...]]:
        """An edit leaves what it does not touch the same object, and its changes the same."""
        known = self._known.get(owner)
        if known is not None and known[0] is now:
            return known[1]
        found = (
            self.base.frame_changes(now)
            if isinstance(now, Component)
            else self.base.word_changes(now)
        )
        self._known[owner] = (now, found)
        return found
