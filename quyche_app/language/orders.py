"""What the words of an instruction order, as values: the grammar makes them, the reader completes
them from the containers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import Cited


@dataclass(frozen=True, slots=True)
class WordPair:
    """Old and new words of a phrase operation with the places named for them alone."""

    old: str
    new: str
    places: tuple[Cited, ...] = ()
    act: str = ""  # the act these places are in, when one order names several
    anchor: str = ""  # neighbour words
    side: str = ""  # "before", "after", "end", "start"


@dataclass(frozen=True, slots=True)
class Order:
    """One thing that a statement orders; provisions are not completed from the container yet.

    Attributes:
        targets: cited provisions; of move, split and merge those before "thành".
        results: those after "thành".
        reference, side: where an insertion goes.
        pairs: of a phrase operation.
        exclusions: quoted words with places that are left out.
        inline: new wording quoted in the same paragraph.
        promises_text: "như sau" stands behind it.
        whole_act: the place is the whole act ("tại Nghị định này").
        unknown: words that no rule explains: the order is not carried out.
        effect: the day from which this order alone applies.
        until: of a suspension: "đến hết ngày 31 tháng 12 năm 2027".
    """

    verb: Verb
    targets: tuple[Cited, ...] = ()
    results: tuple[Cited, ...] = ()
    reference: Cited | None = None
    side: str = ""
    pairs: tuple[WordPair, ...] = ()
    exclusions: tuple[tuple[str, tuple[Cited, ...]], ...] = ()
    inline: str | None = None
    promises_text: bool = False
    whole_act: bool = False
    text: str = ""
    unknown: str = ""
    effect: date | None = None
    until: str = ""

    def with_places(self, changed: Callable[[Cited], Cited]) -> Order:
        """Give the order with every provision that it names changed, those of its words too."""
        return replace(
            self.with_places_of_words(changed),
            targets=tuple(map(changed, self.targets)),
            results=tuple(map(changed, self.results)),
            reference=changed(self.reference) if self.reference is not None else None,
        )

    def with_places_of_words(self, changed: Callable[[Cited], Cited]) -> Order:
        """Give the order with the provisions changed in which its words stand."""
        pairs = [replace(pair, places=tuple(map(changed, pair.places))) for pair in self.pairs]
        return replace(self, pairs=tuple(pairs))


@dataclass(frozen=True, slots=True)
class Statement:
    """An instruction line as read: its orders, and the act it names ("" = none).

    ``act_name``: the words after "của", "tại" that name an act; ``is_order`` False when the line
    orders nothing the grammar knows. ``slips``: words as typed and as they were read.
    ``is_bare``: the new wording behind the order has no quotation marks.
    """

    orders: tuple[Order, ...]
    act_name: str = ""
    names_regulation: bool = False
    has_generic: bool = False
    promises_text: bool = False
    slips: tuple[tuple[str, str], ...] = ()
    is_bare: bool = False


@dataclass
class Clause:
    """A verb with the tokens up to the next verb."""

    verb: Verb
    token: int
    start: int
    end: int
    words: str
    cited: list[Cited] = field(default_factory=list)
