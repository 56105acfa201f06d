"""Orders → the decision as a text: articles, numbered orders, quoted wordings, issuing parts.

Orders on provisions stand first in the order of the base, then those on words, then repeals, then
what the template says at the end. Source: domain.md 4.2, 4.3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from quyche_app.amending.readings import places_words
from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.addresses import Address, parse_path
from quyche_app.domain.decisions import Item
from quyche_app.domain.identities import NewId, running_numbers
from quyche_app.domain.labels import POINT_LETTERS
from quyche_app.domain.operations import WORD_VERBS, Target, Verb
from quyche_app.domain.units import Block, Paragraph, Unit, UnitKind, printed_label
from quyche_app.drafting.deciding.template import (
    DecisionTemplate,
    TextName,
    filled,
    name_of,
    template_blocks,
)

_MOST_POINTS = len(POINT_LETTERS)
_REPEALED_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class Written:
    """A decision with the place and the words of every order."""

    act: Act
    places: tuple[tuple[Item, str, str], ...]


def compose(
    items: Sequence[Item], old: Act, new: Act, template: DecisionTemplate
) -> Written:
    """Write a decision. Same input, same text."""
    return _Composer(old, new, template).compose(items)


class _Composer:
    def __init__(self, old: Act, new: Act, template: DecisionTemplate) -> None:
        self._old, self._new, self._template = old, new, template
        self._new_id: NewId = running_numbers("q")
        self._articles: list[Unit] = []
        self._places: list[tuple[Item, str, str]] = []
        self._known: set[str] = set()  # texts that have been given a short name

    def compose(self, items: Sequence[Item]) -> Written:
        for component in self._old.components:
            own = [i for i in items if i.component == component.id and component.kind is not (
                ComponentKind.APPENDIX)]
            name = name_of(self._old, component)
            self._provisions([i for i in own if i.verb in (Verb.AMEND, Verb.INSERT)], name)
        appendices = [i for i in items if _is_appendix(i) and i.verb is not Verb.REPEAL]
        main = name_of(self._old, self._old.main)
        self._numbered(appendices, self._template.appendices_title, main)
        self._numbered([i for i in items if i.verb in WORD_VERBS], self._template.phrases_title, main)
        self._repeals([i for i in items if i.verb is Verb.REPEAL], main)
        for closing in self._template.closing:
            heading, _, text = closing.rpartition("\n")
            self._article(filled([heading], self._values(main))[0] or None,
                          filled([text], self._values(main)))
        return Written(self._act(main), tuple(self._places))

    # -- orders ---------------------------------------------------------------------------------

    def _provisions(self, items: Sequence[Item], name: TextName) -> None:
        if not items:
            return
        number = len(self._articles) + 1
        if len(items) == 1:
            text = self._sentence(items[0], of=name.full)
            self._placed(items[0], f"Điều {number}", text)
            self._article(None, [text], quoted_blocks(items[0].quoted, "."))
            return
        self._known.add(name.full)
        is_new = name.short not in name.full or name.short.count(" ") < 2
        alias = filled([self._template.alias], {"ten_tat": name.short})[0] if is_new else ""
        text = filled([self._template.container], {"van_ban": name.full})[0] + alias + ":"
        clauses: list[Unit] = []
        for _, group in groupby(items, key=lambda item: item.article or id(item)):
            some = list(group)
            if len(some) > 1:
                for start in range(0, len(some), _MOST_POINTS):
                    clauses.append(self._group(some[start : start + _MOST_POINTS], number,
                                               len(clauses) + 1))
                continue
            label = str(len(clauses) + 1)
            words = self._sentence(some[0])
            self._placed(some[0], f"Điều {number} khoản {label}", words)
            clauses.append(self._unit(UnitKind.CLAUSE, label,
                                      [words, *quoted_blocks(some[0].quoted, ".")]))
        self._article(None, [text], (), clauses)

    def _group(self, items: Sequence[Item], article: int, clause: int) -> Unit:
        """Several orders on one article: a container and its points."""
        above = parse_path(items[0].article)
        assert above is not None
        if len(items) == 1:
            words = self._sentence(items[0])
            self._placed(items[0], f"Điều {article} khoản {clause}", words)
            return self._unit(UnitKind.CLAUSE, str(clause),
                              [words, *quoted_blocks(items[0].quoted, ".")])
        points = []
        for number, item in enumerate(items):
            label = POINT_LETTERS[number]
            words = self._sentence(item, inside=above)
            self._placed(item, f"Điều {article} khoản {clause} điểm {label}", words)
            end = "." if number == len(items) - 1 else ";"
            points.append(self._unit(UnitKind.POINT, label,
                                     [words, *quoted_blocks(item.quoted, end)]))
        text = filled([self._template.orders["group"]], {"noi_sua": above.words})[0]
        return self._unit(UnitKind.CLAUSE, str(clause), [text], points)

    def _numbered(self, items: Sequence[Item], title: str, name: TextName) -> None:
        if not items:
            return
        number = len(self._articles) + 1
        if len(items) == 1:
            words = self._sentence(items[0], of=self._called(name)) + "."
            self._placed(items[0], f"Điều {number}", words)
            self._article(None, [words])
            return
        clauses = []
        for place, item in enumerate(items, 1):
            words = self._sentence(item) + "."
            self._placed(item, f"Điều {number} khoản {place}", words)
            clauses.append(self._unit(UnitKind.CLAUSE, str(place), [words]))
        self._article(None, filled([title], {"ten_tat": name.short}), (), clauses)

    def _repeals(self, items: Sequence[Item], name: TextName) -> None:
        if not items:
            return
        number = len(self._articles) + 1
        if len(items) <= _REPEALED_TOGETHER:
            words = self._repeal(items, of=self._called(name))
            for item in items:
                self._placed(item, f"Điều {number}", words)
            self._article(None, [words])
            return
        runs = [items[at : at + _REPEALED_TOGETHER] for at in range(0, len(items), _REPEALED_TOGETHER)]
        clauses = []
        for place, run in enumerate(runs, 1):
            words = self._repeal(run)
            for item in run:
                self._placed(item, f"Điều {number} khoản {place}", words)
            clauses.append(self._unit(UnitKind.CLAUSE, str(place), [words]))
        self._article(None, filled([self._template.repeals_title], {"ten_tat": name.short}), (),
                      clauses)

    def _called(self, name: TextName) -> str:
        """The short name once it was given."""
        return name.short if name.full in self._known else name.full

    def _repeal(self, items: Sequence[Item], *, of: str = "") -> str:
        targets = tuple(target for item in items for target in item.targets)
        values = {"noi_sua": self._of(places_words(targets), of)}
        return filled([self._template.orders["repeal"]], values)[0] + "."

    def _of(self, places: str, text: str) -> str:
        """"khoản 2 Điều 5 của Quy chế …": where no container names the text."""
        if not text:
            return places
        return filled([self._template.orders["of"]], {"noi_sua": places, "van_ban": text})[0]

    def _sentence(self, item: Item, *, inside: Address | None = None, of: str = "") -> str:
        orders = self._template.orders
        targets = tuple(_relative(t, inside) for t in item.targets) if inside else item.targets
        values = {"noi_sua": self._of(places_words(targets), of), "cu": item.words_old, "moi": item.words_new}
        if item.verb is Verb.INSERT and item.position is not None:
            reference = item.position.reference
            assert reference is not None
            places = places_words(targets)
            if targets and len(targets[0].address.steps) > 1:
                # "Bổ sung khoản 2a vào sau khoản 2 Điều 5": the article is named once, at the end.
                places = places_words(tuple(
                    replace(t, address=Address(t.address.steps[-1:])) for t in targets
                ))
            at = _relative(reference, inside) if inside else reference
            side = "sau" if item.position.side == "after" else "trước"
            values |= {"noi_sua": places, "ben": side, "moc": self._of(at.words, of)}
            return filled([orders["insert"]], values)[0]
        if item.verb is Verb.ADD_WORDS and item.position is not None:
            values["moc"] = item.position.words
        if _is_appendix(item):
            key = "insert_appendix" if item.verb is Verb.INSERT else "replace_appendix"
            values["phu_luc"] = places_words(targets)
            return filled([orders[key]], values)[0]
        key = "heading" if item.targets[0].slot == "heading" else item.verb.value
        return filled([orders[key]], values)[0]

    def _placed(self, item: Item, place: str, words: str) -> None:
        self._places.append((item, place, words))

    # -- the text ---------------------------------------------------------------------------------

    def _article(
        self, heading: str | None, lines: Sequence[str], blocks: Sequence[Block] = (),
        clauses: Sequence[Unit] = (),
    ) -> None:
        label = str(len(self._articles) + 1)
        lead = (*(Paragraph(line) for line in lines), *blocks)
        self._articles.append(Unit(
            self._new_id(), UnitKind.ARTICLE, label, printed_label(UnitKind.ARTICLE, label), heading,
            False, lead, tuple(clauses),
        ))

    def _unit(
        self, kind: UnitKind, label: str, parts: Sequence[str | Block], children: Sequence[Unit] = ()
    ) -> Unit:
        lead = tuple(Paragraph(part) if isinstance(part, str) else part for part in parts)
        return Unit(self._new_id(), kind, label, printed_label(kind, label), None, False, lead,
                    tuple(children))

    def _values(self, name: TextName) -> dict[str, str]:
        issuer = self._old.issuer or "…"
        symbol = self._old.number.rpartition("/")[2] if "/" in self._old.number else "…"
        return {
            "CO_QUAN": issuer.upper(), "Co_quan": issuer, "KY_HIEU": symbol or "…",
            "Noi": self._old.place or "…", "van_ban": name.full, "ten_tat": name.short,
            "dieu_cuoi": str(len(self._articles)),
        }

    def _act(self, name: TextName) -> Act:
        values = self._values(name)
        front = template_blocks(self._template.front, values, centred=True)
        back = template_blocks(self._template.back, values, centred=False)
        body = Component(self._new_id(), ComponentKind.BODY, front=front,
                         units=tuple(self._articles), back=back)
        return Act(kind="Quyết định", title=f"sửa đổi, bổ sung {name.full}",
                   issuer=self._old.issuer, place=self._old.place,
                   components=(body, *self._appendices()))

    def _appendices(self) -> list[Component]:
        """The appendices that replace or are added, as the new text has them."""
        wanted = {i for item, _, _ in self._places if _is_appendix(item) for i in item.new_ids}
        return [component for component in self._new.components if component.id in wanted]


def quoted_blocks(blocks: Sequence[Block], end: str) -> list[Block]:
    """Give a new wording in quotation marks: one opens at its first paragraph, one closes at its last
    (domain.md 4.3)."""
    if not blocks:
        return []
    quoted = list(blocks)
    first, last = quoted[0], quoted[-1]
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


def _relative(target: Target, inside: Address) -> Target:
    """A target as it is called under a container that names its article."""
    steps = target.address.steps[len(inside.steps):]
    return replace(target, address=Address(steps)) if steps else target


def _is_appendix(item: Item) -> bool:
    return bool(item.targets) and item.targets[0].address.steps[:1] != () and (
        item.targets[0].address.steps[0].kind == "appendix"
    )
