"""The proof of a decision: its orders, read back and applied to the old text, give the new one.

In: the text that was meant, and what applying the decision gave. Out: the provisions that differ,
and a verdict on each order. The writer never marks its own work (docs/decisions/0002).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from quyche_app.amending.readings import reading_of
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.addresses import PATH_PREFIX
from quyche_app.domain.decisions import Item, Mismatch, WrittenItem
from quyche_app.domain.flow import component_lines, own_head_lines
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Confidence, Consolidation, Outcome, State
from quyche_app.domain.trees import Placed, TreeIndex, tree_index
from quyche_app.domain.units import GROUPING_KINDS, Unit, UnitKind
from quyche_app.drafting.deciding.changes import plain_lines


def mismatches(goal: Act, got: Act) -> tuple[Mismatch, ...]:
    """Provisions that differ: their own words, and their children in order; chapters that hold other
    articles, and whole appendices."""
    has_groups = any(unit.kind in GROUPING_KINDS for unit in goal.units())
    indexes = tree_index(goal), TreeIndex(got)
    wanted, found = (_provisions(index, has_groups=has_groups) for index in indexes)
    words = {placed.address.path: placed.address.words for index in indexes for placed in index}
    differing = [
        Mismatch(path, _words_of(path, words), wanted.get(path, ""), found.get(path, ""))
        for path in dict.fromkeys((*wanted, *found))
        if wanted.get(path) != found.get(path)
    ]
    rows = [({UnitKind.ARTICLE}, "thứ tự các điều")]
    if has_groups:
        rows.append((set(GROUPING_KINDS), "thứ tự các chương, mục"))
    for kinds, said in rows:
        one, other = _orders_of_shared(*indexes, kinds)
        if one != other:
            differing.append(Mismatch("", said, one, other))
    return tuple(differing)


def _orders_of_shared(goal: TreeIndex, got: TreeIndex, kinds: set[UnitKind]) -> tuple[str, str]:
    """The order in which two texts have the provisions that stand in both."""
    one, other = _order(goal, kinds), _order(got, kinds)
    in_both = set(one) & set(other)
    first, second = (", ".join(p for p in side if p in in_both) for side in (one, other))
    return first, second


def _words_of(path: str, words: Mapping[str, str]) -> str:
    """A provision in words; "d5#2" is the second one with that label."""
    plain, _, time = path.partition("#")
    return f"{words.get(plain, plain)} (lần thứ {time})" if time else words.get(path, path)


def _order(index: TreeIndex, kinds: set[UnitKind]) -> list[str]:
    """The living provisions of some kinds in the order of the text."""
    return [
        placed.address.path
        for placed in index
        if placed.unit.kind in kinds and not placed.unit.repealed
    ]


def _provisions(index: TreeIndex, *, has_groups: bool) -> dict[str, str]:
    """Article, or what stands outside articles → all its living words; chapter → its name and what
    articles it holds; appendix → all of it. A label that stands twice counts its units. Chapters are
    left out where the new text has none."""
    result: dict[str, str] = {}
    seen: Counter[str] = Counter()

    def add(path: str, words: str) -> None:
        seen[path] += 1
        result[path if seen[path] == 1 else f"{path}#{seen[path]}"] = words

    for placed in index:
        if placed.component.kind is ComponentKind.APPENDIX:
            continue
        is_group = placed.unit.kind in GROUPING_KINDS
        words = _words_of_group(placed.unit) if is_group else _words_of_article(placed)
        if words and (has_groups or not is_group):
            add(placed.address.path, words)
    for component in index.act.components:
        if component.kind is ComponentKind.APPENDIX and not component.repealed:
            add(
                f"{PATH_PREFIX['appendix']}{component.label}", "\n".join(component_lines(component))
            )
    return result


def _words_of_group(unit: Unit) -> str:
    """The name of a chapter and what articles it holds; "" where it is repealed."""
    if unit.repealed:
        return ""
    held = [child.label for child in unit.children if child.is_article_in_force]
    return "\n".join([*own_head_lines(unit), *_named(held)])


def _words_of_article(placed: Placed) -> str:
    """The living words of an article, or of what stands outside articles; "" for what is inside one."""
    above = placed.parent
    is_inside = above is not None and above.kind not in GROUPING_KINDS
    if is_inside and placed.unit.kind is not UnitKind.ARTICLE:
        return ""
    return "\n".join(plain_lines((placed.unit,)))


def _named(labels: Sequence[str]) -> list[str]:
    return [f"(Điều {', '.join(labels)})"] if labels else []


def proved(entry: tuple[Item, str, str], result: Consolidation, bad: set[str]) -> WrittenItem:
    """Give an order with what became of it.

    Args:
        entry: the order, where the decision prints it, and its printed words.
        result: what reading the decision as a stranger's and applying it gave.
        bad: paths of the provisions that differ from the text that was meant.
    """
    item, place, words = entry
    outcomes = [o for o in result.outcomes if o.instruction.place == place and _is_about(o, item)]
    fault = _fault(item, outcomes, bad)
    doubt = next((_why(o) for o in outcomes if o.confidence is not Confidence.HIGH), None)
    reading = reading_of(outcomes[0].instruction) if outcomes else None
    return WrittenItem(item, place, words, reading, fault is None, fault or doubt)


def _fault(item: Item, outcomes: Sequence[Outcome], bad: set[str]) -> Message | None:
    """Why an order did not do what was meant; None when it did."""
    if not outcomes:
        return message("proof.not_read_again", "đọc lại không thấy nội dung sửa đổi này")
    failed = next((o for o in outcomes if o.state is not State.APPLIED), None)
    if failed is not None:
        return _why(failed)
    if any(t.address.path.partition("/")[0] in bad for t in item.targets):
        return message("proof.other_wording", "áp dụng thử không ra lời văn của bản mới")
    return None


def _why(outcome: Outcome) -> Message:
    return message("proof.reasons", "{reasons}", reasons=outcome.reasons)


def _is_about(outcome: Outcome, item: Item) -> bool:
    wanted = {t.address.steps for t in item.targets}
    told = {t.address.steps for t in (*outcome.targets, *outcome.instruction.targets)}
    return bool(wanted & told)
