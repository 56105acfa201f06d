"""Orders + the container they stand under → instructions with complete addresses.

Source: docs/field.md 4.4 (what a container gives), docs/field.md 3.7 (a unit without its article
takes the container's; with none it is not guessed).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import takewhile

from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.messages import Message
from quyche_app.domain.operations import (
    Confidence,
    Exclusion,
    Instruction,
    Position,
    Target,
)
from quyche_app.domain.sequences import only
from quyche_app.domain.units import GROUPING_KINDS, Block, Paragraph, UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import ANNEX_KINDS, Cited
from quyche_app.language.orders import Order, WordPair
from quyche_app.language.vocabulary import ATTACHED_KINDS, ISSUING_KINDS


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
    above: tuple[Step, ...] = ()  # the place of the container

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
            under=_beside_targets(self.above, targets),
            confidence=self.confidence,
            reasons=self.reasons,
        )


def _beside_targets(above: Sequence[Step], targets: Sequence[Target]) -> tuple[Step, ...]:
    """The levels of a container that its orders pass over by naming articles of their own: whether these
    stand in it, the base tells."""
    firsts = [one.address.top for one in targets if one.address.steps]
    if not any(first.kind == UnitKind.ARTICLE for first in firsts):
        return ()
    held = [step for step in above if step.kind in (*GROUPING_KINDS, UnitKind.ARTICLE)]
    return tuple(step for step in held if step not in firsts)


def unit_instruction(order: Order, common: Common, context: tuple[Step, ...]) -> Instruction | None:
    """Give the instruction of an order on provisions; None when nothing tells which are meant."""
    component = common.component
    targets = _targets(order.targets, context, component)
    reference = _target(order.reference, context, component) if order.reference else None
    if not targets:
        targets = _implied_targets(order, common, context, reference)
    elif reference is not None and _is_beside(order):
        targets = _beside(
            common, reference
        )  # "một điểm vào sau điểm a": its letter stands in the words
    elif order.verb is Verb.INSERT and all(c.generic for c in order.targets):
        # "Bổ sung 01 điều mới vào cuối Mục 2": the new words say their number.
        targets = tuple(replace(target, slot="tail") for target in targets)
    if not targets:
        return None
    if order.reference is not None and reference is None:
        # "khoản 2a Điều 6 (vào sau khoản 4)": of what the new one is in.
        reference = _target(order.reference, targets[0].address.steps, component)
    results = _targets(order.results, context, component)
    verb = _verb_of(order, targets, results)
    instruction = replace(
        common.instruction(verb, targets), effect_date=order.effect, results=results
    )
    if order.until:
        instruction = replace(instruction, words_new=(order.until,))
    if order.side and reference is not None:
        return replace(instruction, position=Position(order.side, reference))
    if order.side and order.verb is Verb.INSERT and order.targets and order.reference is None:
        # "vào cuối Quy chế", "vào cuối" of the container.
        return replace(
            instruction, position=Position(order.side, Target(_address(context, component)))
        )
    return replace(instruction, position=_in_group(order, component))


def _is_beside(order: Order) -> bool:
    """Whether something without a number goes before or behind a provision."""
    if order.verb is not Verb.INSERT or order.side not in ("before", "after"):
        return False
    return all(cited.generic for cited in order.targets)


def _implied_targets(
    order: Order, common: Common, context: tuple[Step, ...], reference: Target | None
) -> tuple[Target, ...]:
    """What an order means that names no provision to change: its container, or what it names as the
    place."""
    container = _container(context, common.component)
    if order.verb is Verb.AMEND and common.quoted and not order.targets and container:
        return container
    match order.side:
        case "end" | "start" if order.reference is None:
            return tuple(replace(target, slot=_END_SLOTS[order.side]) for target in container)
        case "end" | "start" if reference is not None and order.verb is Verb.INSERT:
            # "Bổ sung vào cuối khoản 4 như sau": words joined to the end of a clause.
            return (replace(reference, slot=_END_SLOTS[order.side]),)
        case "before" | "after" if reference is not None:
            return _beside(common, reference)
    return ()


# Where words go that an order puts at an end of a provision.
_END_SLOTS: dict[str | None, str] = {"start": "lead", "end": "tail"}


def _container(context: tuple[Step, ...], component: str) -> tuple[Target, ...]:
    """The provision that an order stands under; nothing where it stands under none."""
    return (Target(_address(context, component)),) if context else ()


def _verb_of(order: Order, targets: Sequence[Target], results: Sequence[Target]) -> Verb:
    """What is done: provisions that are moved and stay under what holds them get other numbers."""
    if order.verb is not Verb.MOVE or not results:
        return order.verb
    stays = all(
        target.address.steps[:-1] == result.address.steps[:-1]
        for target, result in zip(targets, results, strict=False)
    )
    return Verb.RENUMBER if stays else order.verb


def _in_group(order: Order, component: str) -> Position | None:
    """ "Bổ sung Điều 30 vào Chương IV"."""
    if order.verb is not Verb.INSERT:
        return None
    group = next((steps for cited in order.targets if (steps := cited.group_steps())), ())
    return Position("end", Target(_address(group, component))) if group else None


def _beside(common: Common, reference: Target) -> tuple[Target, ...]:
    """ "Thêm vào sau điểm 1.3 nội dung sau: “1.4. …”", "Điều 11 bổ sung 01 khoản sau khoản 3:": the new
    words say their number themselves, beside one of their level. A dash or a sentence has none."""
    if reference.slot.startswith(("item", "sentence", "paragraph", "row")):
        return (reference,)
    first = common.quoted[0] if common.quoted else None
    label = read_label(first.text) if isinstance(first, Paragraph) else None
    steps = reference.address.steps
    if label is None or not steps:
        return ()
    if steps[-1].label[:1].isdigit() != label.label[:1].isdigit():
        return ()
    kind = steps[-1].kind
    if label.kind is UnitKind.ARTICLE:
        kind = str(label.kind)
    elif kind == UnitKind.ARTICLE:
        return ()
    address = Address((*steps[:-1], Step(kind, label.label)), reference.address.component)
    return (Target(address),)


def component_named(act_name: str) -> str:
    """Give what the name of an act says of the text meant: "regulation" = one that another act issues, "body"
    = the decision or resolution itself, "" = neither (docs/field.md 3.5)."""
    if act_name.startswith(ISSUING_KINDS):
        return "body"
    return "regulation" if act_name.lower().startswith(ATTACHED_KINDS) else ""


def phrase_instructions(
    order: Order, common: Common, context: tuple[Step, ...]
) -> list[Instruction]:
    """Give the instructions of an order on words: one for those that share their places."""
    exclusions = tuple(
        Exclusion(words, _targets(places, context, common.component))
        for words, places in order.exclusions
    )
    made = []
    several = any(pair.act for pair in order.pairs)
    for pairs in _of_same_places(order.pairs):
        first = pairs[0]
        own = common
        if several:  # of a place that names none nothing says which act it is in
            own = replace(common, act_name=first.act, component=component_named(first.act))
        targets = _targets_of_words(first, order, own, context)
        if not targets:
            continue
        instruction = replace(
            own.instruction(order.verb, targets),
            quoted=(),
            words_old=tuple(p.old for p in pairs if p.old),
            words_new=tuple(p.new for p in pairs if p.new),
            exclusions=exclusions,
            effect_date=order.effect,
        )
        if first.anchor or first.side:
            instruction = replace(instruction, position=Position(first.side, None, first.anchor))
        made.append(instruction)
    return made


def _of_same_places(pairs: Sequence[WordPair]) -> Collection[list[WordPair]]:
    """Pairs of words by what they say of their place."""
    groups: dict[tuple[object, ...], list[WordPair]] = {}
    for pair in pairs:
        key = (tuple(id(c) for c in pair.places), pair.anchor, pair.side, pair.act)
        groups.setdefault(key, []).append(pair)
    return groups.values()


def _targets_of_words(
    pair: WordPair, order: Order, common: Common, context: tuple[Step, ...]
) -> tuple[Target, ...]:
    """Where words are changed: the places named beside them, else the container or the whole act; none
    where places are named that nothing completes."""
    named = _targets(pair.places, context, common.component)
    if named:
        return tuple(replace(t, slot="text" if t.slot == "unit" else t.slot) for t in named)
    if order.whole_act:
        return (Target(_address((), common.component), "text"),)
    return () if pair.places else (Target(_address(context, common.component), "text"),)


def placeless(order: Order, context: tuple[Step, ...]) -> str:
    """Give the words of a provision of an order that neither its line nor its container places: "khoản
    7" in "Bãi bỏ Điều 5, 6 và khoản 7"; "" when there is none, or when the order names nothing else."""
    cited = [*order.targets, *order.results, *(c for pair in order.pairs for c in pair.places)]
    for one in cited:
        if one.steps and not one.generic and _target(one, context, "") is None:
            return Address(tuple(one.path_steps())).words
    return ""


def _targets(
    cited: Sequence[Cited], context: tuple[Step, ...], component: str
) -> tuple[Target, ...]:
    """Complete citations from the container, those that can be."""
    return tuple(target for one in cited if (target := _target(one, context, component)))


def _target(cited: Cited, context: tuple[Step, ...], component: str) -> Target | None:
    """Complete a citation from the container; None when nothing tells which provision it is."""
    steps = cited.path_steps()
    if cited.generic and not steps:
        return None
    if cited.is_this or not steps:
        return _slot_of_container(cited.slot, context, component)
    if context and context[-1].kind in ANNEX_KINDS and steps[0].kind != "appendix":
        annex = [step for step in context if step.kind != steps[0].kind]
        steps = (*annex, *steps)  # "Phụ lục I:" / "a) Mẫu số 03: bãi bỏ mục 3"
    elif steps[0].kind in GROUPING_KINDS:
        steps = (*_groups_above(context, steps[0]), *steps)
    elif steps[0].kind in _SMALL:
        held = _above(context, steps[0].kind)
        if not held and "." not in steps[0].label:
            return None  # "điểm 7.3" tells its place by itself
        steps = (*held, *steps)
    return Target(_address(steps, component), cited.slot)


def _groups_above(context: tuple[Step, ...], group: Step) -> tuple[Step, ...]:
    """The parts and chapters of the container that hold a section: "A. Phần I" / "- Mục 1 viết lại: …"."""
    if any(step.kind not in GROUPING_KINDS for step in context):
        return ()
    rank = Cited([group]).rank
    return tuple(step for step in context if Cited([step]).rank > rank)


def _slot_of_container(slot: str, context: tuple[Step, ...], component: str) -> Target | None:
    """A part of the container, which a citation without a provision means: "tên Điều này"."""
    if slot in ("preamble", "title"):
        return Target(_address((), component), slot)
    if slot == "heading":
        context = tuple(s for s in context if s.kind not in _SMALL)
    return Target(_address(context, component), slot) if context else None


_SMALL = {UnitKind.CLAUSE, UnitKind.POINT, UnitKind.SUBPOINT}
_LEVELS = [UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT, UnitKind.SUBPOINT]


def _above(context: tuple[Step, ...], kind: str) -> tuple[Step, ...]:
    """The part of the container's address that can hold a unit of a kind."""
    level = _LEVELS.index(UnitKind(kind))
    others = {str(k) for k in _LEVELS[level:]}
    return tuple(s for s in context if s.kind not in others)


def _address(steps: tuple[Step, ...], component: str) -> Address:
    return Address(steps, "qc" if component == "regulation" else "")


def steps_of_places(cited: Sequence[Cited], context: tuple[Step, ...]) -> tuple[Step, ...]:
    """The address that a line without a verb gives to what stands under it; nothing when it names several
    places or one that the container does not hold."""
    named = only(cited)
    target = _target(named, context, "") if named is not None else None
    return target.address.steps if target is not None and target.slot == "unit" else ()


def common_steps(orders: Sequence[Order], context: tuple[Step, ...]) -> tuple[Step, ...]:
    """The address that all provisions of a container share (docs/field.md 4.4, rule c)."""
    targets = [_target(cited, context, "") for order in orders for cited in _all_cited(order)]
    paths = [t.address.steps for t in targets if t is not None and t.address.steps]
    return reduce(_common_start, paths) if paths else context


def _all_cited(order: Order) -> list[Cited]:
    """The provisions that an order names to change, and the one beside which it does so."""
    cited = [*order.targets, *(place for pair in order.pairs for place in pair.places)]
    if order.reference is not None and order.reference.steps:
        cited.append(order.reference)
    return cited


def _common_start(one: tuple[Step, ...], other: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps that two addresses have in common at their beginning."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return tuple(step for step, _ in same)
