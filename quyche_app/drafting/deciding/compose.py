"""Orders → the decision as a text: articles, numbered orders, quoted wordings, issuing parts.

Orders on provisions stand first in the order of the base, then those on words, then repeals, then
what the template says at the end. Source: docs/field.md 4.2, 4.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from quyche_app.domain.acts import Act, Component, ComponentKind, is_party_number
from quyche_app.domain.addresses import Address, parse_path
from quyche_app.domain.decisions import Item
from quyche_app.domain.identities import NewId, running_numbers
from quyche_app.domain.labels import POINT_LETTERS
from quyche_app.domain.texts import capital
from quyche_app.domain.trees import tree_index
from quyche_app.domain.units import Block, Paragraph, Unit, UnitKind, printed_label
from quyche_app.domain.verbs import WORD_VERBS, Verb
from quyche_app.drafting.deciding.issuing import issuing_of, without_empty_places
from quyche_app.drafting.deciding.sentences import Sentences, is_appendix
from quyche_app.drafting.deciding.template import (
    DecisionTemplate,
    TextName,
    filled,
    name_of,
    template_blocks,
)

_MOST_POINTS = len(POINT_LETTERS)
_REPEALED_TOGETHER = 8
_WORD_ORDERS = (
    (Verb.REPLACE_WORDS, "thay thế"),
    (Verb.ADD_WORDS, "bổ sung"),
    (Verb.REMOVE_WORDS, "bỏ"),
)

Orders = list[Item]  # that stand together in one sentence


@dataclass(frozen=True, slots=True)
class Written:
    """A decision with the place and the words of every order."""

    act: Act
    places: tuple[tuple[Item, str, str], ...]


def compose(
    items: Sequence[Item],
    old: Act,
    goal: Act,
    template: DecisionTemplate,
    apart: frozenset[str] = frozenset(),
) -> Written:
    """Write a decision. Same input, same text.

    Args:
        goal: what it leads to; neighbours in it are ordered in one sentence.
        apart: paths of articles in which every order has a sentence of its own.
    """
    return _Composer(old, goal, template, apart).compose(items)


_NEW_WORDING = (Verb.AMEND, Verb.INSERT)


class _Composer:
    def __init__(
        self, old: Act, goal: Act, template: DecisionTemplate, apart: frozenset[str]
    ) -> None:
        self._old, self._goal, self._template, self._apart = old, goal, template, apart
        self._sentences = Sentences(template, name_of(old, old.main).short)
        self._new_id: NewId = running_numbers("q")
        self._index = tree_index(goal)
        self._articles: list[Unit] = []
        self._places: list[tuple[Item, str, str]] = []
        self._known: set[str] = set()  # texts that have been given a short name

    def compose(self, items: Sequence[Item]) -> Written:
        """Write everything."""
        parts = [c for c in self._old.components if c.kind is not ComponentKind.APPENDIX]
        for component in parts:
            self._new_wording(component, [i for i in items if i.component == component.id])
        appendices = [i for i in items if is_appendix(i) and i.verb is not Verb.REPEAL]
        main = name_of(self._old, self._old.main)
        self._numbered(appendices, self._template.appendices_title, main)
        others = [c for c in parts if c is not self._old.main]
        elsewhere = {c.id for c in others}
        # What belongs to no other part is ordered with the main one.
        self._words_and_repeals(self._old.main, [i for i in items if i.component not in elsewhere])
        for component in others:
            self._words_and_repeals(component, [i for i in items if i.component == component.id])
        for closing in self._template.closing:
            heading, _, text = closing.rpartition("\n")
            said, words = filled([heading, text], self._values(main))
            self._article(said or None, [words])
        return Written(self._act(main), tuple(self._places))

    def _new_wording(self, component: Component, items: Sequence[Item]) -> None:
        """The orders that give provisions of a part of the text, changed or new."""
        name = name_of(self._old, component)
        for some in self._apart_of(component, [i for i in items if i.verb in _NEW_WORDING]):
            self._provisions(some, name)

    def _words_and_repeals(self, component: Component, items: Sequence[Item]) -> None:
        """The orders on words of a part of the text, then what is repealed in it."""
        name = name_of(self._old, component)
        for some in self._apart_of(component, [i for i in items if i.verb in WORD_VERBS]):
            self._phrases(some, name)
        self._repeals([i for i in items if i.verb is Verb.REPEAL], name)

    def _apart_of(self, component: Component, items: Sequence[Item]) -> Iterator[Sequence[Item]]:
        """Orders on articles of a decision that issues a regulation stand one by one, each with its
        name: under a common sentence they would be taken for orders on the regulation."""
        if component is self._old.main or component.kind is ComponentKind.REGULATION:
            yield items
        else:
            yield from ([item] for item in items)

    # -- orders ---------------------------------------------------------------------------------

    def _provisions(self, items: Sequence[Item], name: TextName) -> None:
        orders = self._together(items)
        if not orders:
            return
        number = len(self._articles) + 1
        if len(orders) == 1:
            text = self._say(orders[0], f"Điều {number}", text=name.full)
            self._article(None, [text], _quotation(orders[0], "."))
            return
        self._known.add(name.full)
        is_new = name.short != name.full and (
            name.short not in name.full or name.short.count(" ") < 2
        )
        alias = filled([self._template.alias], {"ten_tat": name.short})[0] if is_new else ""
        text = filled([self._template.container], {"van_ban": name.full})[0] + alias + ":"
        clauses: list[Unit] = []
        for _, group in groupby(orders, key=lambda order: order[0].article or id(order[0])):
            some = list(group)
            for start in range(0, len(some), _MOST_POINTS):
                chunk = some[start : start + _MOST_POINTS]
                clauses.append(self._clause(chunk, number, len(clauses) + 1))
        self._article(None, [text], (), clauses)

    def _together(self, items: Sequence[Item]) -> list[Orders]:
        """Put neighbours that are amended or inserted into one sentence each."""
        orders: list[Orders] = []
        for item in items:
            if orders and item.article not in self._apart and self._is_next(orders[-1][-1], item):
                orders[-1].append(item)
            else:
                orders.append([item])
        return orders

    def _is_next(self, before: Item, item: Item) -> bool:
        """Whether nothing stands between two orders on whole provisions of one parent."""
        if item.article != before.article or not all(map(_is_on_whole, (before, item))):
            return False
        last, first = (self._index.by_id.get(i) for i in (before.new_ids[-1], item.new_ids[0]))
        if last is None or first is None or last.unit.kind is not first.unit.kind:
            return False
        if last.parent is None or first.parent is not last.parent:
            return False
        siblings = last.parent.children
        return siblings.index(last.unit) + 1 == siblings.index(first.unit)

    def _clause(self, orders: Sequence[Orders], article: int, clause: int) -> Unit:
        """One sentence, or several on one article under a container."""
        place = f"Điều {article} khoản {clause}"
        if len(orders) == 1:
            words = self._say(orders[0], place)
            return self._unit(UnitKind.CLAUSE, str(clause), [words, *_quotation(orders[0], ".")])
        items = [item for order in orders for item in order]
        above = _holder(items)
        points = []
        for number, order in enumerate(orders):
            label = POINT_LETTERS[number]
            words = self._say(order, f"{place} điểm {label}", inside=above)
            end = "." if number == len(orders) - 1 else ";"
            points.append(self._unit(UnitKind.POINT, label, [words, *_quotation(order, end)]))
        return self._unit(
            UnitKind.CLAUSE, str(clause), [self._sentences.group(items, above)], points
        )

    def _say(
        self, order: Orders, place: str, *, inside: Address | None = None, text: str = ""
    ) -> str:
        words = self._sentences.of(order, inside=inside, text=text)
        for item in order:
            self._places.append((item, place, words))
        return words

    def _phrases(self, items: Sequence[Item], name: TextName) -> None:
        """The heading names what follows: only replacements, or removals too."""
        said = [word for verb, word in _WORD_ORDERS if any(i.verb is verb for i in items)]
        words = ", ".join(said)
        title = filled([self._template.phrases_title], {"viec": capital(words)})[0]
        self._numbered(items, title, name)

    def _numbered(self, items: Sequence[Item], title: str, name: TextName) -> None:
        if not items:
            return
        number = len(self._articles) + 1
        if len(items) == 1:
            words = self._say([items[0]], f"Điều {number}", text=self._called(name)) + "."
            self._article(None, [words])
            return
        clauses = []
        for place, item in enumerate(items, 1):
            words = self._say([item], f"Điều {number} khoản {place}") + "."
            clauses.append(self._unit(UnitKind.CLAUSE, str(place), [words]))
        self._article(None, filled([title], {"ten_tat": name.short}), (), clauses)

    def _repeals(self, items: Sequence[Item], name: TextName) -> None:
        if not items:
            return
        number = len(self._articles) + 1
        if len(items) <= _REPEALED_TOGETHER:
            words = self._sentences.repeal(items, self._called(name))
            self._places += [(item, f"Điều {number}", words) for item in items]
            self._article(None, [words])
            return
        clauses = []
        for place, at in enumerate(range(0, len(items), _REPEALED_TOGETHER), 1):
            run = items[at : at + _REPEALED_TOGETHER]
            words = self._sentences.repeal(run)
            self._places += [(item, f"Điều {number} khoản {place}", words) for item in run]
            clauses.append(self._unit(UnitKind.CLAUSE, str(place), [words]))
        self._article(
            None, filled([self._template.repeals_title], {"ten_tat": name.short}), (), clauses
        )

    def _called(self, name: TextName) -> str:
        """The short name once it was given."""
        return name.short if name.full in self._known else name.full

    # -- the text ---------------------------------------------------------------------------------

    def _article(
        self,
        heading: str | None,
        lines: Sequence[str],
        blocks: Sequence[Block] = (),
        clauses: Sequence[Unit] = (),
    ) -> None:
        label = str(len(self._articles) + 1)
        lead = (*(Paragraph(line) for line in lines), *blocks)
        self._articles.append(
            Unit(
                self._new_id(),
                UnitKind.ARTICLE,
                label,
                printed_label(UnitKind.ARTICLE, label),
                heading,
                False,
                lead,
                tuple(clauses),
            )
        )

    def _unit(
        self,
        kind: UnitKind,
        label: str,
        parts: Sequence[str | Block],
        children: Sequence[Unit] = (),
    ) -> Unit:
        lead = tuple(Paragraph(part) if isinstance(part, str) else part for part in parts)
        return Unit(
            self._new_id(),
            kind,
            label,
            printed_label(kind, label),
            None,
            False,
            lead,
            tuple(children),
        )

    def _values(self, name: TextName) -> dict[str, str]:
        issuer = self._old.issuer or "…"
        # "05-QC/TU" → TU; "25/QĐ-UBND", "315/2025/NĐ-CP" → UBND, CP (docs/field.md 1.2, 2.1)
        last = self._old.number.rpartition("/")[2]
        symbol = last if is_party_number(self._old.number) else last.partition("-")[2]
        issuing = issuing_of(self._old)
        usual = filled([self._template.on_behalf], {"CO_QUAN": issuer.upper()})[0]
        # "T/M" is the Party's way, "TM." that of the State: what the old text has must fit the template.
        fits = issuing.on_behalf[:2] == usual[:2]
        office = issuing.office if fits else ""
        return {
            "CAP_TREN": issuing.superior,
            "KY_THAY": issuing.on_behalf if fits else usual,
            "CHUC_VU": office or "…",
            "CO_QUAN": issuer.upper(),
            "Co_quan": issuer,
            "KY_HIEU": symbol or "…",
            "Noi": self._old.place or "…",
            "van_ban": name.full,
            "ten_tat": name.short,
            "dieu_cuoi": str(len(self._articles)),
        }

    def _act(self, name: TextName) -> Act:
        values = self._values(name)
        head = without_empty_places(filled(self._template.front, values))
        front = template_blocks(head, centred=True)
        back = template_blocks(filled(self._template.back, values), centred=False)
        body = Component(
            self._new_id(), ComponentKind.BODY, front=front, units=tuple(self._articles), back=back
        )
        return Act(
            kind="Quyết định",
            title=f"sửa đổi, bổ sung {name.full}",
            issuer=self._old.issuer,
            place=self._old.place,
            components=(body, *self._appendices()),
        )

    def _appendices(self) -> list[Component]:
        """The appendices that replace or are added, as the new text has them."""
        wanted = {i for item, _, _ in self._places if is_appendix(item) for i in item.new_ids}
        return [component for component in self._goal.components if component.id in wanted]


def _is_on_whole(item: Item) -> bool:
    """Whether an order gives a whole clause or point of the new text."""
    if not item.new_ids or item.targets[0].slot != "unit":
        return False
    return item.targets[0].address.own.kind in (UnitKind.CLAUSE, UnitKind.POINT)


def _holder(items: Sequence[Item]) -> Address:
    """What a container names: the clause when all are points of it, else the article."""
    article = parse_path(items[0].article)
    assert article is not None
    holders = {target.address.steps[:-1] for item in items for target in item.targets}
    steps = next(iter(holders))
    if len(holders) == 1 and len(steps) == len(article.steps) + 1:
        return Address(steps, article.component)
    return article


def _quotation(order: Orders, end: str) -> list[Block]:
    return quoted_blocks([block for item in order for block in item.quoted], end)


def quoted_blocks(blocks: Sequence[Block], end: str) -> list[Block]:
    """Give a new wording in quotation marks: one opens at its first paragraph, one closes at its last
    (docs/field.md 4.3)."""
    if not blocks:
        return []
    quoted = list(blocks)
    first = quoted[0]
    if isinstance(first, Paragraph):
        quoted[0] = Paragraph("“" + first.text, (), first.align)
    else:
        quoted.insert(0, Paragraph("“"))
    last = quoted[-1]
    if isinstance(last, Paragraph):
        quoted[-1] = Paragraph(f"{last.text}”{end}", (), last.align)
    else:
        quoted.append(Paragraph(f"”{end}"))
    return quoted
