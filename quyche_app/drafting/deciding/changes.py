"""From two matched texts to single orders: amend, insert, repeal, headings, lead-ins.

The shortest readable list: what changed alone is named, and a provision of which most was rewritten
is given whole. Source: docs/field.md 4.1, 4.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quyche_app.domain.acts import Act, Component, ComponentKind, blocks_lines
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.comparisons import EDGE_WORDS
from quyche_app.domain.decisions import Item, LeftOut
from quyche_app.domain.flow import (
    as_blocks,
    component_lines,
    own_flow,
    own_head_lines,
    unit_flow,
    unit_lines,
)
from quyche_app.domain.labels import order_of
from quyche_app.domain.operations import Position, Target
from quyche_app.domain.trees import TreeIndex, tree_index
from quyche_app.domain.units import (
    GROUPING_KINDS,
    Block,
    Unit,
    UnitKind,
    block_lines,
    walk,
)
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.matches import Matches, articles_of

# A provision on which there would be more than so many orders, quoting more than this share of it, is
# given whole: nearly all of it, or a good part when there would be many orders.
_MOST_ITEMS = ((2, 0.85), (5, 0.6))


def blocks_of(unit: Unit) -> tuple[Block, ...]:
    """Give a provision with all inside as paragraphs, labels in them, and tables."""
    return tuple(as_blocks(unit_flow(unit)))


def head_blocks(unit: Unit) -> list[Block]:
    """Give label, heading and lead of a provision."""
    return as_blocks(own_flow(unit))


def plain_lines(units: Iterable[Unit]) -> list[str]:
    """Give the lines of provisions without those that are repealed: a text may print "(được bãi bỏ)"
    or leave them out."""
    return [line for unit in units for line in _living_lines(unit)]


def _living_lines(unit: Unit) -> list[str]:
    if unit.repealed:
        return []
    lines = own_head_lines(unit)
    for child in unit.children:
        lines += _living_lines(child)
    for block in unit.tail:
        lines += block_lines(block)
    return lines


class ChangeFinder:
    """Finds the orders that lead from an old text to its goal.

    Args:
        goal: see ``goal_of``.
        whole: identities of old articles that are given whole, because finer orders did not prove
            true.
    """

    def __init__(self, old: Act, goal: Act, matches: Matches, whole: frozenset[str]) -> None:
        self._old, self._goal = tree_index(old), tree_index(goal)
        self._matches = matches
        self._whole = whole
        self._order = {unit.id: number for number, unit in enumerate(old.units())}
        self._component = ""
        self._has_groups = any(unit.kind in GROUPING_KINDS for unit in goal.units())
        self._has_articles = any(unit.kind is UnitKind.ARTICLE for unit in old.units())
        # Provisions inside whole chapters that go or come; the texts count identities apart.
        self._gone: set[str] = set()
        self._come: set[str] = set()
        self.left_out: list[LeftOut] = []

    def find(self) -> list[Item]:
        """Give the orders in the order of the old text."""
        items: list[Item] = []
        for old, new in self._matches.components:
            self._component = _id(old)
            there = [component for component in (old, new) if component is not None]
            if ComponentKind.APPENDIX in {component.kind for component in there}:
                items += self._appendix(old, new, there[-1].label)
            elif old is not None and new is not None:
                items += self._component_items(old, new)
            else:
                reason = "cả một phần văn bản chỉ có ở một bên"
                self.left_out += [LeftOut(component.title, reason) for component in there]
        return sorted(items, key=lambda item: item.order)

    # -- appendices -------------------------------------------------------------------------------

    def _appendix(self, old: Component | None, new: Component | None, label: str) -> list[Item]:
        if old is not None and new is not None and component_lines(old) == component_lines(new):
            return []
        appendices = [c for c in self._old.act.components if c.kind is ComponentKind.APPENDIX]
        if [c.label for c in appendices].count(label) > 1:
            self.left_out.append(
                LeftOut(
                    f"Phụ lục {label}".rstrip(),
                    "có nhiều phụ lục cùng số nên không nêu được là phụ lục nào",
                )
            )
            return []
        target = Target(Address((Step("appendix", label),)))
        order = len(self._order) + len(self._matches.components)
        verb = _verb_on_appendix(old, new)
        if verb is None:
            return []
        new_ids = () if verb is Verb.REPEAL else _ids(new)
        return [Item(verb, (target,), _id(old), target.path, order, _ids(old), new_ids)]

    # -- chapters and articles --------------------------------------------------------------------

    def _component_items(self, old: Component, new: Component) -> list[Item]:
        goal = next(c for c in self._goal.act.components if c.id == new.id)
        self._edges(old, goal)
        self._gone, self._come = set(), set()
        items = list(self._groups(old, goal))
        items += self._listed(
            [u for u in articles_of(old) if u.id not in self._gone],
            [u for u in articles_of(goal) if u.id not in self._come],
            "các điều",
        )
        return items + self._listed(
            _loose(old.units), _loose(goal.units), "các khoản không thuộc điều"
        )

    def _edges(self, old: Component, goal: Component) -> None:
        """No order says what stands before the first and behind the last provision."""
        for slot, words in EDGE_WORDS.items():
            if blocks_lines(getattr(old, slot)) != blocks_lines(getattr(goal, slot)):
                self.left_out.append(
                    LeftOut(words, "khác ở phần không thuộc điều, khoản nào", is_provision=False)
                )

    def _listed(self, old: Sequence[Unit], new: Sequence[Unit], name: str) -> list[Item]:
        items = self._siblings(old, new)
        if items is None:
            self.left_out.append(LeftOut(name, "thứ tự đã đổi nên không nêu được từng chỗ sửa"))
            return []
        return items

    def _groups(self, old: Component, goal: Component) -> Iterator[Item]:
        """Chapters and sections: their names, whole new ones, whole ones that are gone."""
        old_groups = [u for u in walk(old.units) if u.kind in GROUPING_KINDS]
        new_groups = [u for u in walk(goal.units) if u.kind in GROUPING_KINDS]
        if old_groups and not new_groups:
            self.left_out.append(LeftOut("tên các chương, mục", "bản mới không có chương, mục nào"))
            return
        yield from self._lost_groups(old_groups)
        yield from self._kept_groups(new_groups)

    def _lost_groups(self, groups: Sequence[Unit]) -> Iterator[Item]:
        """Chapters and sections that the new text has no more."""
        for unit in groups:
            if self._matches.is_removed(unit) and unit.id not in self._gone:
                if all(self._matches.is_removed(u) for u in walk(unit.children)):
                    self._gone.update(u.id for u in walk((unit,)))
                    yield self._item(Verb.REPEAL, unit, None)
                else:
                    self._leave_out(
                        self._old, unit, "chương, mục bị bỏ mà các điều bên trong vẫn còn"
                    )

    def _kept_groups(self, groups: Sequence[Unit]) -> Iterator[Item]:
        """Chapters and sections of the new text: what changed in them, and whole new ones."""
        before: Unit | None = None
        for unit in groups:
            mate = self._matches.old_of.get(unit.id)
            if mate is not None:
                before = mate
                yield from self._group_words(mate, unit)
                continue
            if unit.id in self._come:
                continue
            if before is not None and all(map(self._matches.is_inserted, walk(unit.children))):
                self._come.update(u.id for u in walk((unit,)))
                yield self._inserted([unit], before, None)
            else:
                self._leave_out(self._goal, unit, "chương, mục mới bao các điều đã có")

    def _group_words(self, old: Unit, new: Unit) -> Iterator[Item]:
        if old.heading_words != new.heading_words:
            yield self._item(Verb.AMEND, old, new, "heading", head_blocks(new))
        if (old.lead, old.tail) != (new.lead, new.tail):
            self._leave_out(self._old, old, "lời dẫn của chương, mục đã đổi")
        yield from self._listed(
            _loose(old.children), _loose(new.children), self._old.by_id[old.id].address.words
        )

    def _leave_out(self, index: TreeIndex, unit: Unit, reason: str) -> None:
        self.left_out.append(LeftOut(index.by_id[unit.id].address.words, reason))

    # -- siblings ---------------------------------------------------------------------------------

    def _siblings(self, old: Sequence[Unit], new: Sequence[Unit]) -> list[Item] | None:
        """Orders on siblings; None when no list of orders on single ones leads there."""
        places = {unit.id: number for number, unit in enumerate(old)}
        own = {unit.id: unit for unit in old}
        mates = [own.get(_id(self._matches.old_of.get(unit.id))) for unit in new]
        kept = [places[mate.id] for mate in mates if mate is not None]
        if kept != sorted(kept):
            return None
        items: list[Item] = []
        run: list[Unit] = []
        before: Unit | None = None
        for unit, mate in zip(new, mates, strict=True):
            if mate is None:
                run += [] if unit.repealed else [unit]
                continue
            items += self._run(run, before, mate)
            run = []
            items += self._unit(mate, unit)
            before = mate
        if run and before is None:
            if not old or run[0].kind is not UnitKind.ARTICLE:
                return None
            before = old[-1]  # repealed by this decision; until then it is there to be named
        items += self._run(run, before, None)
        stay = set(kept)
        gone = [u for u in old if places[u.id] not in stay and not u.repealed]
        return items + [self._item(Verb.REPEAL, unit, None) for unit in gone]

    def _run(self, run: list[Unit], before: Unit | None, after: Unit | None) -> list[Item]:
        """New siblings that stand together: one order for each kind."""
        items = []
        while run:
            kind = run[0].kind
            same = [unit for unit in run if unit.kind is kind]
            run = [unit for unit in run if unit.kind is not kind]
            items.append(self._inserted(same, before, after))
        return items

    def _inserted(self, units: list[Unit], before: Unit | None, after: Unit | None) -> Item:
        side, reference = ("after", before) if before is not None else ("before", after)
        assert reference is not None
        if units[0].kind is UnitKind.ARTICLE:
            place = self._in_chapter(units[0], before, after)
            side, reference = place or (side, reference)
        at = self._old.by_id[reference.id].address
        position = Position(side, Target(at))
        quoted = [block for unit in units for block in blocks_of(unit)]
        *_, last = walk((reference,)) if side == "after" else (reference,)
        is_inside = units[0].kind.depth > UnitKind.ARTICLE.depth
        return Item(
            Verb.INSERT,
            tuple(Target(self._goal.by_id[u.id].address) for u in units),
            self._component,
            _article_path(at) if is_inside else "",
            self._order[last.id],
            (),
            tuple(u.id for u in units),
            tuple(quoted),
            position=position,
        )

    def _in_chapter(
        self, new: Unit, before: Unit | None, after: Unit | None
    ) -> tuple[str, Unit] | None:
        """Where a new article stands when the one before it does not say so: it is the first of a
        chapter, or its chapter is emptied."""
        if before is not None and after is not None:
            chapter = self._chapter(self._goal, new)
            chapter_before = self._chapter(self._goal, self._now(before))
            if chapter_before != chapter == self._chapter(self._goal, self._now(after)):
                return "before", after
        return self._in_emptied_chapter(new)

    def _in_emptied_chapter(self, new: Unit) -> tuple[str, Unit] | None:
        """Where a new article stands in a chapter whose articles are all repealed by this decision: until
        then they are there to be named."""
        home = self._goal.by_id[new.id].parent
        mate = self._matches.old_of.get(home.id) if home is not None else None
        inside = (
            [u for u in mate.children if u.kind is UnitKind.ARTICLE] if mate is not None else []
        )
        if not inside or not all(self._matches.is_removed(u) for u in inside):
            return None
        earlier = [u for u in inside if order_of(u.label) < order_of(new.label)]
        return ("after", earlier[-1]) if earlier else ("before", inside[0])

    def _now(self, old: Unit) -> Unit:
        return self._goal.by_id[self._matches.new_of[old.id].id].unit

    def _chapter(self, index: TreeIndex, unit: Unit) -> str:
        return _id(index.by_id[unit.id].parent)

    # -- one provision ------------------------------------------------------------------------------

    def _unit(self, old: Unit, new: Unit) -> list[Item]:
        if old.kind is UnitKind.ARTICLE:
            self._check_chapter(old, new)
        if plain_lines((old,)) == plain_lines((new,)):
            return []
        if new.repealed:
            return [self._item(Verb.REPEAL, old, None)]
        finer = None if old.id in self._whole else self._finer(old, new)
        if finer is None or _is_too_much(finer, new):
            return [self._item(Verb.AMEND, old, new, "unit", list(blocks_of(new)))]
        return finer

    def _finer(self, old: Unit, new: Unit) -> list[Item] | None:
        """Orders on the parts of a provision alone; None when none lead there."""
        if old.repealed or not self._has_articles:
            return None  # "đoạn mở đầu khoản 2" is understood inside an article only
        has_children = bool(old.children and new.children)
        if not has_children or blocks_lines(old.tail) != blocks_lines(new.tail):
            if old.kind is UnitKind.ARTICLE and self._is_only_heading(old, new):
                return [self._item(Verb.AMEND, old, new, "heading", _heading(new))]
            return None
        head = self._head(old, new)
        if head is None:
            return None
        inside = self._siblings(old.children, new.children)
        return head + inside if inside is not None else None

    def _head(self, old: Unit, new: Unit) -> list[Item] | None:
        """Orders on the name and the lead of a provision; None when one of them came or went."""
        items = []
        if old.heading != new.heading:
            if None in (old.heading, new.heading):
                return None
            items.append(self._item(Verb.AMEND, old, new, "heading", _heading(new)))
        if blocks_lines(old.lead) != blocks_lines(new.lead):
            if not new.lead or not old.lead:
                return None
            items.append(self._item(Verb.AMEND, old, new, "lead", _lead(new)))
        return items

    def _check_chapter(self, old: Unit, new: Unit) -> None:
        """An article that went into another chapter with its number keeps its words: no order of the
        usual ones says so."""
        home, goal = self._old.by_id[old.id].parent, self._goal.by_id[new.id].parent
        mate = self._matches.old_of.get(goal.id) if goal is not None else None
        has_come = mate is None if goal is not None else not self._has_groups
        has_gone = home is not None and self._matches.is_removed(home)
        if has_come or has_gone:
            return  # chapters that came or went are told as such
        if _id(mate) == _id(home):
            return
        words = self._old.by_id[old.id].address.words
        if goal is not None:
            words += f" chuyển sang {self._goal.by_id[goal.id].address.words}"
        elif home is not None:
            words += f" ra khỏi {self._old.by_id[home.id].address.words}"
        self.left_out.append(LeftOut(words, "đổi chương, mục mà vẫn giữ số"))

    def _is_only_heading(self, old: Unit, new: Unit) -> bool:
        return (
            None not in (old.heading, new.heading)
            and old.heading != new.heading
            and _beside_heading(old) == _beside_heading(new)
        )

    def _item(
        self,
        verb: Verb,
        old: Unit,
        new: Unit | None,
        slot: str = "unit",
        quoted: Sequence[Block] = (),
    ) -> Item:
        address = self._old.by_id[old.id].address
        return Item(
            verb,
            (Target(address, slot),),
            self._component,
            _article_path(address),
            self._order[old.id],
            (old.id,),
            _ids(new),
            tuple(quoted),
        )


def _id(part: Component | Unit | None) -> str:
    """The identity of a part of a text; "" where there is none."""
    return part.id if part is not None else ""


def _ids(part: Component | Unit | None) -> tuple[str, ...]:
    return (part.id,) if part is not None else ()


def _verb_on_appendix(old: Component | None, new: Component | None) -> Verb | None:
    """What becomes of an appendix; None when it is gone already."""
    if new is not None and not new.repealed:
        return Verb.INSERT if old is None else Verb.REPLACE
    return None if old is None or old.repealed else Verb.REPEAL


def _is_too_much(items: Sequence[Item], new: Unit) -> bool:
    """Whether orders on the parts of a provision quote so much that it is better given whole."""
    quoted = sum(len(line) for item in items for line in blocks_lines(item.quoted))
    length = sum(map(len, unit_lines(new)))
    return any(len(items) > most and quoted > share * length for most, share in _MOST_ITEMS)


def _loose(units: Sequence[Unit]) -> list[Unit]:
    """What stands outside articles in a text that has chapters or clauses alone."""
    return [u for u in units if u.kind.depth > UnitKind.ARTICLE.depth]


def _beside_heading(unit: Unit) -> tuple[list[str], list[str]]:
    """The words of an article without its label and name."""
    return plain_lines(unit.children), blocks_lines((*unit.lead, *unit.tail))


def _heading(unit: Unit) -> list[Block]:
    return as_blocks(own_flow(replace(unit, lead=())))


def _lead(unit: Unit) -> list[Block]:
    """The lead of an article stands below its name and has no label; that of a clause has one."""
    if unit.heading is not None:
        return list(unit.lead)
    return head_blocks(unit)


def _article_path(address: Address) -> str:
    steps = address.steps
    for number, step in enumerate(steps):
        if step.kind == UnitKind.ARTICLE:
            return Address(steps[: number + 1], address.component).path
    return address.path
