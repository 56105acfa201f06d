"""What stands above an order in its act and counts for it: place, act, verb, words (docs/field.md 4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quyche_app.amending.instructions import component_named, steps_of_places
from quyche_app.domain.addresses import Step
from quyche_app.language.citations import Cited
from quyche_app.language.orders import Order, Statement, WordPair
from quyche_app.language.subjects import subject_of
from quyche_app.language.topics import names_a_place


@dataclass(frozen=True, slots=True)
class Context:
    """What containers give to what stands under them."""

    steps: tuple[Step, ...] = ()
    act_name: str = ""
    component: str = ""
    verb_words: str = ""
    pairs: tuple[WordPair, ...] = ()
    strict: bool = False  # an article that is no amendment itself: only plain orders count
    limit: str = ""  # words of the container that deny or limit what stands under it
    is_misplaced: bool = False  # the container names a place that is not understood
    listed_verb: str = ""  # the container is no more than this verb
    # What of its place the container is about: "Về báo cáo quý tại khoản 1 Điều 10:".
    subject: str = ""
    # "Khoản 2 và khoản 3 Điều 11:" gives Điều 11, and of it no more than these.
    within: tuple[tuple[Step, ...], ...] = ()

    def leaves_out(self, steps: tuple[Step, ...]) -> bool:
        """Tell whether an address is in the place of the container, and in none of the provisions named."""
        if not self.within or steps[: len(self.steps)] != self.steps:
            return False
        return not any(steps[: len(held)] == held for held in self.within)

    def led(self, head: str, cited: Sequence[Cited]) -> Context:
        """Give what a line that orders nothing hands to those under it: its one place; nothing, where it
        names several that are not of one other, a part, or what is not understood.

        Args:
            cited: the places that the line consists of, see ``place_alone``.
        """
        held = steps_of_places(cited, self.steps)
        is_whole = all(one.slot == "unit" for one in cited)
        if held and is_whole and not self.leaves_out(held):
            return replace(
                self, steps=held, is_misplaced=False, subject=subject_of(head), within=()
            )
        if len(cited) > 1 and is_whole:
            every = tuple(steps_of_places((one,), self.steps) for one in cited)
            above = {steps[:-1] for steps in every}
            if len(above) == 1 and (shared := above.pop()):
                return replace(
                    self,
                    steps=shared,
                    is_misplaced=False,
                    subject=subject_of(head),
                    within=every,
                )
        if cited or names_a_place(head):
            return replace(self, steps=(), is_misplaced=True, within=())
        return self


def component_meant(order: Order, statement: Statement, context: Context) -> str:
    """Give of which text an order speaks: "Điều 3 của Quyết định … ban hành Quy chế …" is an article of the
    decision, and "sửa đổi Quy chế ban hành kèm theo Quyết định …" is about the regulation."""
    issues = component_named(statement.act_name) == "body"
    if not statement.names_regulation:
        return "body" if issues else context.component
    has_places = bool(order.targets) or any(pair.places for pair in order.pairs)
    return "body" if issues and has_places else "regulation"
