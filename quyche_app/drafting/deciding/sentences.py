"""Orders as sentences, from the templates of an office.

Neighbouring provisions that are amended or inserted are one sentence with one quotation: "Sửa đổi, bổ
sung khoản 2 và bổ sung khoản 2a vào sau khoản 2 Điều 9 như sau:". Source: docs/field.md 4.2, 4.9.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quyche_app.domain.addresses import Address
from quyche_app.domain.decisions import Item
from quyche_app.domain.operations import Target
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.places import listed, places_said
from quyche_app.drafting.deciding.template import DecisionTemplate, filled

_PROMISE = " như sau:"
_OWN_PARTS = {"heading": "tên điều", "lead": "đoạn mở đầu"}
_INSIDE_ARTICLE: dict[str, str] = {UnitKind.POINT: "điểm", UnitKind.CLAUSE: "khoản"}


class Sentences:
    """Writes the sentences of one decision; ``short``: what the amended text is called in short."""

    def __init__(self, template: DecisionTemplate, short: str) -> None:
        self._orders = template.orders
        self._short = short

    def of(self, items: Sequence[Item], *, inside: Address | None = None, text: str = "") -> str:
        """Give the sentence of orders that stand together.

        Args:
            inside: what a container names already.
            text: the text that is amended, where no container names it.
        """
        if len(items) > 1:
            return self._joined(items, inside, text)
        item = items[0]
        targets = tuple(relative(t, inside) for t in item.targets)
        values = {
            "noi_sua": self._in_text(_places(targets, inside), text),
            "cu": item.words_old,
            "moi": item.words_new,
        }
        key = item.verb.value
        if item.verb is Verb.INSERT and item.position is not None:
            return self._insertion(item, inside, text)
        if item.verb is Verb.ADD_WORDS and item.position is not None:
            values["moc"] = item.position.words
        if is_appendix(item):
            key = "insert_appendix" if item.verb is Verb.INSERT else "replace_appendix"
            values |= {"phu_luc": places_said(targets), "van_ban": text or self._short}
        return filled([self._orders[key]], values)[0]

    def group(self, items: Sequence[Item], above: Address) -> str:
        """Give the sentence of a container: "Sửa đổi, bổ sung một số điểm, khoản của Điều 22 như sau:"."""
        targets = [target for item in items for target in item.targets]
        slots = {target.slot for target in targets if target.address == above}
        kinds = {target.address.own.kind for target in targets if target.address != above}
        parts = [name for slot, name in _OWN_PARTS.items() if slot in slots]
        names = [name for kind, name in _INSIDE_ARTICLE.items() if kind in kinds]
        if names:
            parts.append(f"một số {', '.join(names)}")
        if kinds - _INSIDE_ARTICLE.keys() or not parts:
            parts = ["một số nội dung"]
        said = f"{listed(parts)} của {above.words}"
        return filled([self._orders["group"]], {"noi_sua": said})[0]

    def repeal(self, items: Sequence[Item], text: str = "") -> str:
        """Give the sentence that repeals several provisions."""
        places = places_said([target for item in items for target in item.targets])
        return filled([self._orders["repeal"]], {"noi_sua": self._in_text(places, text)})[0] + "."

    def _insertion(self, item: Item, inside: Address | None, text: str) -> str:
        at = relative(_reference(item), inside)
        return filled(
            [self._orders["insert"]],
            {
                "noi_sua": places_said([_last(t) for t in item.targets]),
                "ben": _side(item),
                "moc": self._in_text(at.words, text),
            },
        )[0]

    def _joined(self, items: Sequence[Item], inside: Address | None, text: str) -> str:
        """One verb after the other, what holds them all at the end."""
        above = relative(items[0].targets[0], inside).address.steps[:-1]
        parts: list[str] = []
        run: list[Target] = []
        for item in (*items, None):
            if item is not None and item.verb is Verb.AMEND:
                run.append(_last(item.targets[0]))
                continue
            if run:
                parts.append(self._part("amend", {"noi_sua": places_said(run)}))
                run = []
            if item is not None:
                parts.append(self._inserted_part(item))
        link = ", " if len(parts) > 2 or any(" và " in part for part in parts) else " và "
        said = link.join(part[:1].lower() + part[1:] for part in parts)
        places = f"{said} {Address(above).words}" if above else said
        return places[:1].upper() + self._in_text(places, text)[1:] + _PROMISE

    def _inserted_part(self, item: Item) -> str:
        values = {
            "noi_sua": places_said([_last(t) for t in item.targets]),
            "ben": _side(item),
            "moc": _last(_reference(item)).words,
        }
        return self._part("insert", values)

    def _part(self, key: str, values: dict[str, str]) -> str:
        return filled([self._orders[key].removesuffix(_PROMISE)], values)[0]

    def _in_text(self, places: str, text: str) -> str:
        """ "khoản 2 Điều 5 của Quy chế …": where no container names the text."""
        if not text:
            return places
        return filled([self._orders["of"]], {"noi_sua": places, "van_ban": text})[0]


def relative(target: Target, inside: Address | None) -> Target:
    """Give a target as it is called under a container that names its article or clause."""
    if inside is None:
        return target
    steps = target.address.steps[len(inside.steps) :]
    return replace(target, address=Address(steps)) if steps else target


def _places(targets: Sequence[Target], inside: Address | None) -> str:
    """Under a container the name of its own article is just "tên điều"."""
    if inside is None or len(targets) > 1:
        return places_said(targets)
    target = targets[0]
    is_own_name = (target.address.steps, target.slot) == (inside.steps, "heading")
    return "tên điều" if is_own_name else places_said(targets)


def is_appendix(item: Item) -> bool:
    """Tell whether an order is about a whole appendix."""
    steps = item.targets[0].address.steps if item.targets else ()
    return bool(steps) and steps[0].kind == "appendix"


def _reference(item: Item) -> Target:
    """The provision beside which an order inserts another."""
    reference = item.position.reference if item.position is not None else None
    assert reference is not None
    return reference


def _last(target: Target) -> Target:
    return replace(target, address=Address(target.address.steps[-1:]))


def _side(item: Item) -> str:
    return "sau" if item.position is not None and item.position.side == "after" else "trước"
