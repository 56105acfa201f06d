"""What a comparison says: aligned provisions and, inside each pair, word changes in layers.

Source: docs/architecture.md 6, docs/command-line.md 6.3.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import parse_path
from quyche_app.domain.beside import Uncompared
from quyche_app.domain.units import UnitKind


class ChangeKind(StrEnum):
    """What happened to a provision."""

    UNCHANGED = "unchanged"
    EDITED = "edited"
    INSERTED = "inserted"
    REMOVED = "removed"
    MOVED = "moved"
    MOVED_EDITED = "moved_edited"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"


class Layer(StrEnum):
    """What sort of difference a change of words is; each can be hidden, none is dropped."""

    SUBSTANCE = "substance"
    NUMBERING = "numbering"
    REFERENCES = "references"
    ORTHOGRAPHY = "orthography"
    PUNCTUATION = "punctuation"
    FORMATTING = "formatting"


# What stands before the first and behind the last provision of a component, by the name of the slot.
EDGE_WORDS = {"front": "phần đầu", "back": "phần cuối"}


class Change(NamedTuple):
    """A stretch of words: op "equal", "delete" or "insert". Paragraphs are separated by "\\n"."""

    op: str
    text: str
    layer: Layer = Layer.SUBSTANCE


class Side(NamedTuple):
    """A provision on one side: identity, path, and a name where it has no address."""

    unit_id: str
    path: str
    name: str = ""

    @property
    def words(self) -> str:
        """Its address in words: khoản 2 Điều 5."""
        address = None if self.name else parse_path(self.path)
        return self.name if address is None else address.words


class Pair(NamedTuple):
    """A provision of the old text with what it became.

    Attributes:
        old, new: the provisions; empty for inserted and removed; two or more for merged and split.
        level: the kind of unit; None for the head or tail of a component.
        slot: "text" = label, heading and lead of the unit (its own words, children are pairs of
            their own); "tail" = the paragraphs after its children; "front", "back" of a component.
        sure: False when the pairing was guessed by likeness.
        changes: joined without the inserts they are the old words, without the deletes the new.
    """

    old: tuple[Side, ...]
    new: tuple[Side, ...]
    kind: ChangeKind
    level: UnitKind | None
    slot: str
    sure: bool
    changes: tuple[Change, ...]

    @property
    def is_changed(self) -> bool:
        """Anything at all differs."""
        return self.kind is not ChangeKind.UNCHANGED

    @property
    def only_follows(self) -> bool:
        """Its words and its own number are the same: what holds it has another number."""
        return self.kind is ChangeKind.RENUMBERED and all(c.op == "equal" for c in self.changes)

    @property
    def is_told(self) -> bool:
        """It is told to a person one by one: it changed, and does not only follow."""
        return self.is_changed and not self.only_follows

    @property
    def is_kept_provision(self) -> bool:
        """It holds the own words of a provision that stands on both sides."""
        return self.slot == "text" and bool(self.old and self.new)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pairs in reading order: the new text's order, removed provisions after their old neighbour.

    ``by_hand``: paths of old and new provisions that a person said are the same. ``not_compared``: parts
    in which the files differ beside their words; no pair shows them.
    """

    old: Act
    new: Act
    pairs: tuple[Pair, ...]
    by_hand: tuple[tuple[str, str], ...] = ()
    not_compared: tuple[Uncompared, ...] = ()

    def counts(self) -> dict[str, int]:
        """How many pairs of each kind there are, without the unchanged."""
        return kind_counts(self.pairs)

    def layer_counts(self) -> dict[str, int]:
        """How many pairs have a change of words in each layer; a provision that came or went is
        substance."""
        result: dict[str, int] = {}
        for pair in self.pairs:
            for layer in {change.layer for change in pair.changes if change.op != "equal"}:
                result[layer.value] = result.get(layer.value, 0) + 1
        return dict(sorted(result.items()))


def told_pairs(pairs: Iterable[Pair]) -> list[Pair]:
    """Give the changed pairs that a person is told one by one: not those that only follow."""
    return [pair for pair in pairs if pair.is_told]


def kind_counts(pairs: Iterable[Pair]) -> dict[str, int]:
    """How many pairs of each kind there are, without the unchanged; kinds in the order of their names."""
    counts = Counter(pair.kind.value for pair in pairs if pair.is_changed)
    return dict(sorted(counts.items()))


class Likeness(StrEnum):
    """How much two pasted wordings have in common, from everything down."""

    SAME = "same"  # character for character
    SPACES = "spaces"  # but for spaces, line ends and signs that nobody sees
    CODING = "coding"  # but for letters in one piece (NFC) or several (NFD)
    TONES = "tones"  # but for the place of tone marks: hoà, hòa
    TYPING = "typing"  # but for more than one of these
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class TokenCounts:
    """How many words (syllables, numbers) and marks there are; spaces are not counted."""

    words: int = 0
    marks: int = 0


@dataclass(frozen=True, slots=True)
class PastedComparison:
    """Two pasted wordings and what leads from one to the other.

    Attributes:
        changes: joined without the inserts they are the left text, without the deletes the right.
        left, right: what was looked at.
        removed, added: what the changes take away and bring.
    """

    changes: tuple[Change, ...]
    likeness: Likeness
    left: TokenCounts
    right: TokenCounts
    removed: TokenCounts
    added: TokenCounts
