"""Orders + the container they stand under → instructions with complete addresses.

Source: docs/field.md 4.4 (what a container gives), docs/field.md 3.7 (a unit without its article
takes the container's; with none it is not guessed).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.messages import Message
from quyche_app.domain.operations import (
    Confidence,
    Exclusion,
    Instruction,
    Position,
    Target,
    Verb,
)
from quyche_app.domain.units import Block, Paragraph, UnitKind
from quyche_app.language.citations import Cited
from quyche_app.language.orders import Order, WordPair


@dataclass(frozen=True, slots=True)
class Common:
    """What every instruction of a statement shares."""

    act_no: int
    place: str
    lines: tuple[int, int]
    text: str
    act_name: str
    component: str
    quoted: tuple[Block, ...]
    openings: tuple[int, ...]
    confidence: Confidence
    reasons: tuple[Message, ...]

    def instruction(self, verb: Verb, targets: tuple[Target, ...]) -> Instruction:
        """An instruction with these common parts."""
        return Instruction(
            0,
            self.act_no,
            self.place,
            self.lines,
            self.text,
            verb,
            targets,
            self.quoted,
            self.openings,
            act_reference=self.act_name,
            component=self.component,
            confidence=self.confidence,
            reasons=self.reasons,
        )


def unit_instruction(order: Order, common: Common, context: tuple[Step, ...]) -> Instruction | None:
    targets = tuple(
        target for cited in order.targets if (target := _target(cited, context, common.component))
    )
    results = tuple(
        target for cited in order.results if (target := _target(cited, context, common.component))
    )
    if targets and order.verb is Verb.INSERT and all(c.generic for c in order.targets):
        # "Bổ sung 01 điều mới vào cuối Mục 2": the new words say their number.
        targets = tuple(replace(target, slot="tail") for target in targets)
    if not targets and not order.targets and context and common.quoted and order.verb is Verb.AMEND:
        targets = (Target(_address(context, common.component)),)
    if order.reference is None and order.side in ("end", "start") and context and not targets:
        targets = (Target(_address(context, common.component), "tail"),)
    reference = _target(order.reference, context, common.component) if order.reference else None
    if not targets and order.side in ("before", "after") and reference is not None:
        is_item = reference.slot.startswith("item")
        named = reference if is_item else _beside(common, reference)
        targets = (named,) if named is not None else ()
    position = Position(order.side, reference) if order.side and reference else None
    if position is None and order.verb is Verb.INSERT and targets:
        group = next((g for c in order.targets if (g := c.group_steps())), ())
        if group:  # "Bổ sung Điều 30 vào Chương IV"
            position = Position("end", Target(_address(group, common.component)))
    if (
        not targets
        and order.verb is Verb.INSERT
        and position is not None
        and (order.side in ("end", "start"))
    ):
        # "Bổ sung vào cuối khoản 4 như sau": words joined to the end of a clause.
        targets = (replace(position.reference, slot="tail"),) if position.reference else ()
    if not targets:
        return None
    instruction = replace(common.instruction(order.verb, targets), effect_date=order.effect)
    if results:
        stays = all(
            t.address.steps[:-1] == r.address.steps[:-1]
            for t, r in zip(targets, results, strict=False)
        )
        verb = Verb.RENUMBER if order.verb is Verb.MOVE and stays else order.verb
        instruction = replace(instruction, verb=verb, results=results)
    return replace(instruction, position=position)


def _beside(common: Common, reference: Target) -> Target | None:
    """ "Thêm vào sau điểm 1.3 nội dung sau: “1.4. …”", "Điều 11 bổ sung 01 khoản sau khoản 3:": the new
    words say their number themselves, beside one of their level."""
    first = common.quoted[0] if common.quoted else None
    label = read_label(first.text) if isinstance(first, Paragraph) else None
    steps = reference.address.steps
    if label is None or not steps:
        return None
    is_alike = steps[-1].label[:1].isdigit() == label.label[:1].isdigit()
    kind = steps[-1].kind if is_alike and label.kind is not UnitKind.ARTICLE else str(label.kind)
    if not is_alike or (kind == UnitKind.ARTICLE) != (label.kind is UnitKind.ARTICLE):
        return None
    address = Address((*steps[:-1], Step(kind, label.label)), reference.address.component)
    return Target(address)


def phrase_instructions(
    order: Order, common: Common, context: tuple[Step, ...]
) -> list[Instruction]:
    groups: dict[tuple[object, ...], list[WordPair]] = {}
    for pair in order.pairs:
        key = (tuple(id(c) for c in pair.places), pair.anchor, pair.side, pair.act)
        groups.setdefault(key, []).append(pair)
    made = []
    for pairs in groups.values():
        first = pairs[0]
        targets = tuple(
            replace(t, slot="text" if t.slot == "unit" else t.slot)
            for cited in first.places
            if (t := _target(cited, context, common.component))
        )
        if not targets:
            if first.places and not order.whole_act:
                continue
            steps = () if order.whole_act else context
            targets = (Target(_address(steps, common.component), "text"),)
        exclusions = tuple(
            Exclusion(
                words, tuple(t for c in places if (t := _target(c, context, common.component)))
            )
            for words, places in order.exclusions
        )
        instruction = replace(
            common.instruction(order.verb, targets),
            quoted=(),
            act_reference=first.act or common.act_name,
            words_old=tuple(p.old for p in pairs if p.old),
            words_new=tuple(p.new for p in pairs if p.new),
            exclusions=exclusions,
            effect_date=order.effect,
        )
        if first.anchor or first.side:
            instruction = replace(instruction, position=Position(first.side, None, first.anchor))
        made.append(instruction)
    return made


def placeless(order: Order, context: tuple[Step, ...]) -> str:
    """Give the words of a provision of an order that neither its line nor its container places: "khoản
    7" in "Bãi bỏ Điều 5, 6 và khoản 7"; "" when there is none, or when the order names nothing else."""
    cited = [*order.targets, *order.results, *(c for pair in order.pairs for c in pair.places)]
    lost = [c for c in cited if c.steps and not c.generic and _target(c, context, "") is None]
    return Address(tuple(lost[0].path_steps())).words if lost else ""


def _target(cited: Cited, context: tuple[Step, ...], component: str) -> Target | None:
    """Complete a citation from the container; None when nothing tells which provision it is."""
    steps = cited.path_steps()
    if cited.generic and not steps:
        return None
    if cited.is_this or not steps:
        if cited.slot in ("preamble", "title"):
            return Target(_address((), component), cited.slot)
        inherited = context
        if cited.slot == "heading":
            inherited = tuple(s for s in context if s.kind not in _SMALL)
        return Target(_address(inherited, component), cited.slot) if inherited else None
    if steps[0].kind in _SMALL:
        held = _above(context, steps[0].kind)
        if not held:
            return None
        steps = (*held, *steps)
    return Target(_address(steps, component), cited.slot)


_SMALL = {UnitKind.CLAUSE, UnitKind.POINT, UnitKind.SUBPOINT}
_LEVELS = [UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT, UnitKind.SUBPOINT]


def _above(context: tuple[Step, ...], kind: str) -> tuple[Step, ...]:
    """The part of the container's address that can hold a unit of a kind."""
    level = _LEVELS.index(UnitKind(kind))
    higher = {str(k) for k in _LEVELS[:level]}
    return tuple(s for s in context if s.kind in higher or s.kind not in {str(k) for k in _LEVELS})


def _address(steps: tuple[Step, ...], component: str) -> Address:
    return Address(steps, "qc" if component == "regulation" else "")


def steps_of_places(cited: Sequence[Cited], context: tuple[Step, ...]) -> tuple[Step, ...]:
    """The address that a line without a verb gives to what stands under it; nothing when it names several
    places or one that the container does not hold."""
    target = _target(cited[0], context, "") if len(cited) == 1 else None
    return target.address.steps if target is not None and target.slot == "unit" else ()


def common_steps(orders: Sequence[Order], context: tuple[Step, ...]) -> tuple[Step, ...]:
    """The address that all provisions of a container share (docs/field.md 4.4, rule c)."""
    paths = []
    for order in orders:
        cited_list = [*order.targets, *[c for p in order.pairs for c in p.places]]
        if order.reference is not None and order.reference.steps:
            cited_list.append(order.reference)
        for cited in cited_list:
            target = _target(cited, context, "")
            if target is None and cited.generic:
                continue
            if target is not None and target.address.steps:
                paths.append(target.address.steps)
    if not paths:
        return context
    shared = paths[0]
    for path in paths[1:]:
        count = 0
        while count < min(len(shared), len(path)) and shared[count] == path[count]:
            count += 1
        shared = shared[:count]
    return shared
