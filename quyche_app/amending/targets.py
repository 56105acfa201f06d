"""A target and a tree → the unit it names, or the reason why not, with the nearest candidate.

Which component an address means: the one the instruction names, else the attached regulation when
the act says that it amends a regulation, else the one that has the provision.
Source: docs/field.md 3.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.addresses import FIRST, KIND_WORDS, LAST, Address, Step
from quyche_app.domain.labels import order_of
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.domain.texts import capital
from quyche_app.domain.trees import Placed, TreeIndex
from quyche_app.domain.units import GROUPING_KINDS, Unit, UnitKind, walk
from quyche_app.language.vocabulary import ATTACHED_KINDS

_NUMBERED = frozenset((UnitKind.CLAUSE, UnitKind.POINT, UnitKind.SUBPOINT))
# What people call by each other's names below an article or a Roman number: "mục a", "điểm 2", "tiết 1.2".
_BELOW = frozenset((*_NUMBERED, UnitKind.SUBSECTION, UnitKind.SECTION))
_REGULATION = late("|".join(ATTACHED_KINDS), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A unit of the base; ``doubt`` says what was supplied by us."""

    placed: Placed
    doubt: Message | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Why no unit was found, and the words of the nearest one."""

    why: Message
    nearest: str = ""

    @property
    def reason(self) -> Message:
        """Why, with the nearest one where there is one."""
        if not self.nearest:
            return self.why
        return message(
            "target.nearest", "{why}; gần nhất: {nearest}", why=self.why, nearest=self.nearest
        )


class TargetFinder:
    """Finds targets in one tree, the text as it stood before the act (docs/field.md 4.6)."""

    def __init__(self, index: TreeIndex, amending_title: str) -> None:
        self.act = act = index.act
        self.index = index
        self._two = act.has_decision_and_regulation
        self._says_regulation = bool(_REGULATION.search(amending_title))
        self._attached = {act.address_root(one): one.title for one in act.regulations}
        self._known: dict[tuple[Address, str, str], tuple[Address, Message | None]] = {}

    def meant(self, address: Address, instruction: Instruction) -> tuple[Address, Message | None]:
        """Give what an address of an instruction means in this text, see ``address``."""
        return self.address(address, instruction.component, instruction.act_reference)

    def address(
        self, address: Address, component: str = "", named: str = ""
    ) -> tuple[Address, Message | None]:
        """Give an address with the component it means, and a doubt when that was chosen by us.

        Args:
            component: what the instruction says: "regulation", "body" (the decision), "".
            named: how it calls the text: "Quy chế làm việc của Văn phòng".
        """
        asked = (address, component, named)
        known = self._known.get(asked)
        if known is None:  # one place is asked for a dozen times
            known = self._known[asked] = self._found(*asked)
        return known

    def _found(
        self, address: Address, component: str, named: str
    ) -> tuple[Address, Message | None]:
        meant, doubt = self._with_component(address, component)
        if len(self._attached) > 1 and meant.component in self._attached:
            meant, unnamed = self._of_named(meant, named)
            doubt = unnamed or doubt
        called, other = self._as_in_text(meant)
        return called, doubt or other

    def _of_named(self, address: Address, named: str) -> tuple[Address, Message | None]:
        """Of several texts that one decision issues, the one whose name is said: by the words that the
        others have not."""
        words = {root: set(title.lower().split()) for root, title in self._attached.items()}
        said = set(named.lower().split())
        counts = {
            root: len((own - set().union(*(w for r, w in words.items() if r != root))) & said)
            for root, own in words.items()
        }
        most = max(counts.values())
        best = [root for root, count in counts.items() if count == most]
        if most and len(best) == 1:
            return Address(address.steps, best[0]), None
        return address, message(
            "target.which_regulation",
            "quyết định ban hành nhiều văn bản, không rõ nội dung này nói về văn bản nào",
        )

    def _with_component(self, address: Address, component: str) -> tuple[Address, Message | None]:
        if not self._two:
            return Address(address.steps), None
        if component == "body" and self.index.find(Address(address.steps[:1])):
            return Address(address.steps), None
        if component == "body" and address.component != "qc":
            return Address(address.steps, "qc"), message(
                "target.not_of_decision",
                "nêu quyết định, nhưng chỗ ấy chỉ có trong quy chế kèm theo",
            )
        if address.component == "qc" or not address.steps:
            return Address(address.steps, "qc"), None
        if address.top.kind == "appendix":
            return Address(address.steps), None
        in_regulation = Address(address.steps, "qc")
        if self._says_regulation:
            return in_regulation, None
        article = Address(address.steps[:1])
        if not self.index.find(Address(article.steps, "qc")):
            return Address(address.steps), None
        if self.index.find(article):
            return in_regulation, message(
                "target.decision_or_regulation",
                "không nói rõ điều này của quyết định hay của quy chế kèm theo",
            )
        return in_regulation, None

    def _as_in_text(self, address: Address) -> tuple[Address, Message | None]:
        """A unit called by another kind than the text has it, as the text has it: "điểm 1.3" of Mục II is
        1.3 in number 1, "Phần I" is "I- …", "mục a" is "a)", "mục 4" of an annex is number 4. A number with
        dots tells its place by itself; a plain one raises a doubt in an article, whose clauses and points
        have names of their own."""
        if not address.steps or self.index.find(address):
            return address, None
        done, doubt = Address((), address.component), None
        for number, step in enumerate(address.steps):
            if step.label in (FIRST, LAST):
                step = self._counted(done, step)
            named = done.child(step.kind, step.label)
            if len(self.index.find(named)) == 1 or (number == 0 and step.kind == "appendix"):
                done = named
                continue
            same = _called_so(self._units_in(done), step)
            unit = only(same)
            if unit is not None:
                doubt = doubt or _other_kind(address, unit, step, done)
                done = self.index.by_id[unit.id].address
            elif number and number == len(address.steps) - 1 and not same:
                return self._new_inside(done, step), doubt
            else:
                return self._beside_its_number(address) or address, None
        return done, doubt

    def _counted(self, holder: Address, step: Step) -> Step:
        """The first or the last unit of a kind in another; the step as it is where there is none."""
        labels = [unit.label for unit in self._units_in(holder) if unit.kind == step.kind]
        return Step(step.kind, labels[0 if step.label == FIRST else -1]) if labels else step

    def _beside_its_number(self, address: Address) -> Address | None:
        """The address of a new "9.3" that names nothing above it: where 9.1 and 9.2 stand."""
        step = address.top
        above = step.label.rpartition(".")[0]
        if len(address.steps) > 1 or not above:
            return None
        beside = {
            placed.address.steps[:-1]
            for placed in self.index
            if placed.unit.label.rpartition(".")[0] == above
            and placed.address.component == address.component
        }
        if len(beside) != 1:
            return None
        return self._new_inside(Address(beside.pop(), address.component), step)

    def _units_in(self, address: Address) -> Sequence[Unit]:
        """The units right below an address; of an empty one those at the top of its text."""
        if not address.steps:
            act = self.index.act
            return [
                unit
                for component in act.components
                if component.kind is not ComponentKind.APPENDIX
                and act.address_root(component) == address.component
                for unit in component.units
            ]
        found = self.index.find(address)
        one = only(found)
        if one is not None:
            return one.unit.children
        annex = self.index.component_of(address.own.label) if not found else None
        return annex.units if annex is not None and len(address.steps) == 1 else ()

    def _new_inside(self, holder: Address, step: Step) -> Address:
        """The address of what is not there yet: of the kind that stands beside it."""
        above = step.label.rpartition(".")[0]
        held = _called_so(self._units_in(holder), Step(step.kind, above)) if above else []
        above_it = only(held)
        if above_it is not None:
            holder = self.index.by_id[above_it.id].address
        kinds = {
            str(child.kind)
            for child in self._units_in(holder)
            if child.kind in _NUMBERED and child.label[:1].isdigit() == step.label[:1].isdigit()
        }
        in_annex = "." in step.label or holder.top.kind == "appendix"
        in_annex = in_annex and step.kind in _BELOW
        # "Phần IV bổ sung mục 2a": a number of a Roman part.
        holds_numbers = (*GROUPING_KINDS, "appendix")
        in_group = holder.own.kind in holds_numbers and step.label[:1].isdigit()
        is_number = step.kind in _NUMBERED or (in_group and step.kind == UnitKind.SECTION)
        alike = len(kinds) == 1 and (in_annex or is_number)
        return holder.child(kinds.pop() if alike else step.kind, step.label)

    def find(self, address: Address) -> Found | Missing:
        """Give the unit of an address (already completed by ``address``)."""
        return self.present(address) or self._missing(address)

    def present(self, address: Address) -> Found | None:
        """Give the unit of an address, or None without asking what is nearest."""
        found = self.index.find(address)
        if len(found) > 1:
            return Found(
                found[0],
                message(
                    "target.several",
                    "có {count} chỗ cùng là {place}",
                    count=len(found),
                    place=address.words,
                ),
            )
        one = only(found)
        return Found(one) if one is not None else self._without_clause(address)

    def _without_clause(self, address: Address) -> Found | None:
        """ "điểm b khoản 1 Điều 3" where the article has points but no clause, and the reverse."""
        steps = address.steps
        if len(steps) == 2 and steps[-1].kind == UnitKind.POINT:
            parent = self.index.find(Address(steps[:1], address.component))
            if len(parent) == 1:
                inside = [
                    self.index.by_id[point.id]
                    for clause in parent[0].unit.children
                    for point in clause.children
                    if point.kind is UnitKind.POINT and point.label == steps[-1].label
                ]
                if len(inside) == 1:
                    return Found(
                        inside[0],
                        message(
                            "target.in_a_clause",
                            "chỉ có một {place}, nằm trong một khoản",
                            place=address.words,
                        ),
                    )
        return None

    def _missing(self, address: Address) -> Missing:
        steps = address.steps
        if not steps:
            return Missing(
                message("target.not_this_way", "không sửa được phần được nêu theo cách này")
            )
        if steps[0].kind == "appendix" and self.index.component_of(steps[0].label) is not None:
            holder = Address(steps[:1]).words
            return Missing(
                message(
                    "target.holder_without",
                    "{holder} không có {place}",
                    holder=capital(holder),
                    place=Address(steps[1:]).words,
                )
                if steps[1:]
                else message(
                    "target.annex_not_this_way",
                    "Không sửa được {place} theo cách này",
                    place=holder,
                )
            )
        for length in range(len(steps) - 1, 0, -1):
            above = self.index.find(Address(steps[:length], address.component))
            if above:
                step = steps[length]
                candidates = [c for c in above[0].unit.children if str(c.kind) == step.kind]
                nearest = _nearest(step.label, [c.label for c in candidates])
                near = ""
                if nearest:
                    near = above[0].address.child(step.kind, nearest).words
                holder = above[0].address.words
                sentence = message(
                    "target.holder_without",
                    "{holder} không có {place}",
                    holder=capital(holder),
                    place=step.words,
                )
                return Missing(sentence, near)
        step = steps[0]
        labels = [p.unit.label for p in self.index if str(p.unit.kind) == step.kind]
        nearest = _nearest(step.label, labels)
        near = Address((type(step)(step.kind, nearest),)).words if nearest else ""
        return Missing(
            message("target.not_in_base", "Không có {place} trong văn bản gốc", place=step.words),
            near,
        )

    def appendix(self, label: str) -> Component | None:
        """Give an appendix of the base by its label."""
        return self.index.component_of(label)


def _called_so(units: Sequence[Unit], step: Step) -> list[Unit]:
    """The units among some, or with dots in their number below them, that a step may call by another kind;
    those of its own kind where there are any."""
    among: Iterable[Unit] = walk(tuple(units)) if "." in step.label else units
    kinds = _BELOW if step.kind in _BELOW else frozenset()
    if step.kind in GROUPING_KINDS:
        kinds |= GROUPING_KINDS
    same = [
        unit
        for unit in among
        if unit.kind in kinds
        and unit.label.casefold() == step.label.casefold()
        and (unit.kind == step.kind or not _says_its_kind(unit))
    ]
    return [unit for unit in same if unit.kind == step.kind] or same


def _says_its_kind(unit: Unit) -> bool:
    """ "Chương II" is never "Mục II"; "II-" may be called so."""
    return KIND_WORDS[unit.kind] in unit.prefix.lower()


def _other_kind(address: Address, unit: Unit, step: Step, holder: Address) -> Message | None:
    """The doubt that another unit than the one called so is meant: in an article."""
    if unit.kind == step.kind:
        return None
    in_article = any(step.kind == UnitKind.ARTICLE for step in holder.steps)
    if not (in_article and step.label.isdigit()):
        return None
    return message(
        "target.other_kind",
        "{place} ở đây hiểu là {kind} {label}",
        place=address.words,
        kind=KIND_WORDS[unit.kind],
        label=unit.label,
    )


def _nearest(label: str, labels: list[str]) -> str:
    order = order_of(label)
    return min(labels, key=lambda other: _distance(order, order_of(other)), default="")


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    width = max(len(one), len(other))
    left, right = one + (0,) * (width - len(one)), other + (0,) * (width - len(other))
    return tuple(abs(a - b) for a, b in zip(left, right, strict=True))


def appendix_components(act: Act) -> list[Component]:
    """The appendices of an act."""
    return [c for c in act.components if c.kind is ComponentKind.APPENDIX]
