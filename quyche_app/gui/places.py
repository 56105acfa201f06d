"""Places and the way back. A place = screen + text + version + provision.
Source: docs/window.md 2."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is; empty strings mean "as it was left"."""

    screen: str
    document: str = ""
    unit: str = ""
    left: str = ""  # version at the left of a comparison
    right: str = ""


@dataclass
class Trail:
    """The places a person came through, as a browser keeps them."""

    places: list[Place] = field(default_factory=list)
    at: int = -1

    def visit(self, place: Place) -> None:
        """Go to a new place: what lay ahead is forgotten; the same place twice counts once."""
        if self.at >= 0 and self.places[self.at] == place:
            return
        del self.places[self.at + 1 :]
        self.places.append(place)
        self.at = len(self.places) - 1

    @property
    def can_go_back(self) -> bool:
        """There is a place before this one."""
        return self.at > 0

    @property
    def can_go_on(self) -> bool:
        """There is a place that was gone back from."""
        return self.at < len(self.places) - 1

    def back(self) -> Place | None:
        """Give the place before this one and stand there."""
        if not self.can_go_back:
            return None
        self.at -= 1
        return self.places[self.at]

    def on(self) -> Place | None:
        """Give the place that was gone back from and stand there."""
        if not self.can_go_on:
            return None
        self.at += 1
        return self.places[self.at]
