"""Paragraphs → a forest of units. Used for whole texts, for quoted new wording and for pasted text.

In: paragraphs in order, some marked as quotation. Out: units, and for every paragraph the unit that
took it. It never drops a paragraph: what is no label becomes words of the unit before it.
Rules: docs/field.md 3.1-3.3, 3.6.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quyche_app.domain.addresses import KIND_WORDS, Step
from quyche_app.domain.identities import NewId
from quyche_app.domain.labels import SortKey, follows, missing_between, number_of, order_of
from quyche_app.domain.line_labels import LineLabel, read_label
from quyche_app.domain.messages import Message, message
from quyche_app.domain.sources import Placement, Role, SourceParagraph
from quyche_app.domain.units import Block, Paragraph, Unit, UnitKind

# A clause number may jump this far before it is taken for something else (a year, an amount).
_LARGEST_GAP = 20
_LARGEST_GAP_OF_POINTS = 6
_HEADING_LENGTH = 300
_DASHES = ("-", "–")
# Looked up for every line of a text: a name of the module is found four times as fast as a member.
_ARTICLE, _CLAUSE, _POINT, _SUBPOINT = (
    UnitKind.ARTICLE,
    UnitKind.CLAUSE,
    UnitKind.POINT,
    UnitKind.SUBPOINT,
)
_ARTICLE_DEPTH, _CLAUSE_DEPTH, _POINT_DEPTH = _ARTICLE.depth, _CLAUSE.depth, _POINT.depth
_LABEL = Role.LABEL


# What a unit has none of, which is most units of a text: shared, never added to.
_NO_NODES: list[Node] = []
_NO_BLOCKS: list[Block] = []


class Belief(NamedTuple):
    """Whether a label begins a unit where it stands, and what is not certain about it."""

    is_one: bool
    doubt: Message | None = None


def doubted(why: Message) -> Belief:
    """Give the belief that a label begins a unit, with a doubt."""
    return Belief(True, why)


NOT_BELIEVED, _YES = Belief(False), Belief(True)
_AFTER_INSERTED = doubted(message("label.after_inserted", "đứng sau số chèn thêm trước nó"))
_NOT_FROM_1 = doubted(message("label.not_from_1", "số đầu tiên không phải là 1"))
_NOT_FROM_A = doubted(message("label.not_from_a", "chữ đầu tiên không phải là a"))


class Node:
    """A unit while it is being built. Written out: thousands are made for a text."""

    __slots__ = (
        "children",
        "first",
        "heading",
        "heading_apart",
        "id",
        "is_dotted",
        "kind",
        "label",
        "label_alone",
        "lead",
        "parent",
        "prefix",
        "tail",
    )

    def __init__(
        self,
        kind: UnitKind,
        label: str,
        prefix: str,
        parent: Node | None,
        first: int,
        id: str,
        is_dotted: bool,
        label_alone: bool,
    ) -> None:
        self.kind = kind
        self.label = label
        self.prefix = prefix
        self.parent = parent
        self.first = first  # index of its first paragraph
        self.id = id
        self.heading: str | None = None
        self.heading_apart = False
        self.lead: list[Block] = []
        self.children = _NO_NODES
        self.tail = _NO_BLOCKS
        self.is_dotted = is_dotted
        self.label_alone = label_alone  # nothing stands on the label's line

    def add_child(self, node: Node) -> None:
        """Put a unit behind its children."""
        if self.children:
            self.children.append(node)
        else:
            self.children = [node]

    def add_words(self, block: Block) -> None:
        """Put a block behind everything the unit has."""
        if not self.children:
            self.lead.append(block)
        elif self.tail:
            self.tail.append(block)
        else:
            self.tail = [block]

    def frozen(self) -> Unit:
        """Give the finished unit."""
        return Unit(
            self.id,
            self.kind,
            self.label,
            self.prefix,
            self.heading,
            self.heading_apart,
            tuple(self.lead),
            tuple([child.frozen() for child in self.children]) if self.children else (),
            tuple(self.tail) if self.tail else (),
        )


def _last_of(nodes: Sequence[Node], kind: UnitKind) -> Node | None:
    for node in reversed(nodes):
        if node.kind is kind:
            return node
    return None


class Forest(NamedTuple):
    """Units with the place of every paragraph."""

    units: tuple[Unit, ...]
    placements: tuple[Placement, ...]


class ForestBuilder:
    """Takes paragraphs one after another and builds the forest.

    Args:
        new_id: gives identities.
        is_quotation: the paragraphs are new wording out of an amending act: its first label may be
            any, and words after its last point belong to that point (there is nothing above).
        has_articles: False for texts without any điều, whose top levels are I., 1., a).
    """

    def __init__(self, new_id: NewId, *, is_quotation: bool = False, has_articles: bool = True):
        self._new_id = new_id
        self._is_quotation = is_quotation
        self.has_articles = has_articles
        self.top: list[Node] = []
        self.current: Node | None = None
        self._pending: list[tuple[int, Block, Role]] = []
        self.placements: list[Placement] = []
        self.nodes: list[Node] = []
        self.article_labels: set[str] = set()
        self.last_article: Node | None = None
        self._heading_open: Node | None = None
        self._has_dotted = False  # most texts number nothing "1.1."

    # -- deciding ---------------------------------------------------------------------------

    def accepts(self, label: LineLabel) -> Belief:
        """Tell whether a label begins a unit here."""
        kind = label.kind
        if kind.depth >= _CLAUSE_DEPTH and self._goes_on(label):
            return _YES
        if kind.depth > _CLAUSE_DEPTH:
            return self._accepts_point(label)
        if kind is _CLAUSE:
            return self._accepts_among(label)
        return self._accepts_article(label) if kind is _ARTICLE else self._accepts_group(label)

    def _goes_on(self, label: LineLabel) -> bool:
        """Whether a label is the next of an open list: nearly every label of a text."""
        if label.is_dotted:
            return False
        node = self._open_above(label.kind.depth + 1)
        if node is None or node.kind is not label.kind:
            return False
        return node.parent is not None and follows(label.label, node.label)

    def _accepts_group(self, label: LineLabel) -> Belief:
        if label.is_strong:
            return _YES if _may_be_name(label.rest, _HEADING_LENGTH, (";", ",")) else NOT_BELIEVED
        if self.has_articles:
            return _YES if self._heads_articles(label) else NOT_BELIEVED
        return self._accepts_among(label)

    def _heads_articles(self, label: LineLabel) -> bool:
        """ "I. QUY ĐỊNH CHUNG" before Điều 1, then "II. …": sections in capitals where others have
        chapters. Behind the last article such a line begins a form (docs/field.md 3.2)."""
        if label.kind is not UnitKind.SECTION or not label.rest.isupper():
            return False
        before = _last_of(self.top, UnitKind.SECTION)
        if before is None:
            return label.label == "I" and not self.top
        return follows(label.label, before.label) and bool(before.children)

    def _accepts_article(self, label: LineLabel) -> Belief:
        if self.last_article is None:
            return _YES
        before, order = order_of(self.last_article.label), order_of(label.label)
        if order > before:
            return _YES if label.is_strong or order[0] - before[0] <= 1 else NOT_BELIEVED
        if not label.is_strong:
            return NOT_BELIEVED
        if before[:-1] == order and label.label not in self.article_labels:
            return _AFTER_INSERTED  # "Điều 1a" was inserted before Điều 1
        is_of_text = bool(label.rest) and not self._is_quotation
        return _out_of_order(label, self.last_article) if is_of_text else NOT_BELIEVED

    def _accepts_among(self, label: LineLabel) -> Belief:
        """Tell whether a clause, or a group of a text without any điều, begins among its siblings."""
        holder = self._open_above(label.kind.depth)
        needs_holder = self.has_articles and not self._is_quotation
        if holder is None and needs_holder:
            return NOT_BELIEVED
        siblings = holder.children if holder is not None else self.top
        before = _last_of(siblings, label.kind)
        if before is None:
            return self._accepts_first(label, holder, siblings)
        if follows(label.label, before.label):
            return _YES
        is_before_inserted = order_of(before.label)[:-1] == order_of(label.label)
        if is_before_inserted and label.label not in _labels_of(siblings, label.kind):
            return _AFTER_INSERTED  # "1a" was inserted before 1 (docs/field.md 4.9)
        if self._is_typed_twice(label, before):
            return _out_of_order(label, before)
        return self._gapped(label, siblings, before, _LARGEST_GAP)

    def _accepts_first(
        self, label: LineLabel, holder: Node | None, siblings: Sequence[Node]
    ) -> Belief:
        """Tell whether a label begins the first unit of its kind there."""
        if holder is None and self._is_quotation:
            return _YES  # "c) …", then "2. …": units of several levels in one quotation
        if any(child.kind.depth > label.kind.depth for child in siblings):
            return NOT_BELIEVED  # numbers after points of the article itself: a list inside a point
        if follows(label.label, None):
            return _YES
        return _NOT_FROM_1 if number_of(label.label) <= 30 else NOT_BELIEVED

    def _accepts_point(self, label: LineLabel) -> Belief:
        kind = self._kind_of(label)  # "a)" under "1.2." is a level below it
        holder = self._holder(kind, label)
        if holder is None:
            if not self._is_quotation:
                return NOT_BELIEVED
        elif label.is_dotted and not self._continues_number(label, holder):
            return NOT_BELIEVED
        if (label.kind, label.label[0]) == (_SUBPOINT, "i"):
            return _YES
        siblings = holder.children if holder is not None else self.top
        before = _last_of(siblings, kind)
        if before is None:
            is_first = label.is_dotted and label.label.endswith(".1")  # "2.1." under "2."
            if not self.top or is_first or follows(label.label, None):
                return _YES
            return NOT_BELIEVED if label.kind is _SUBPOINT else _NOT_FROM_A
        if follows(label.label, before.label):
            return _YES
        if label.is_dotted and order_of(label.label) > order_of(before.label):
            return _YES
        if self._is_typed_twice(label, before):
            return _out_of_order(label, before)
        return self._gapped(label, siblings, before, _LARGEST_GAP_OF_POINTS)

    def _gapped(
        self, label: LineLabel, siblings: Sequence[Node], before: Node, largest: int
    ) -> Belief:
        """Labels between are missing, or come later: "a b d c", "1 3 2 4"."""
        order = order_of(label.label)
        highest = max((one for one in siblings if one.kind is before.kind), key=_order_of_node)
        is_behind = order > order_of(highest.label)
        is_last = is_behind and highest is before
        if not is_last and self._fills_a_gap(label, siblings, before):
            return _YES if is_behind else _out_of_order(label, before)
        gap = order[0] - number_of(before.label)
        return _missing(label, before.label) if 0 < gap <= largest else NOT_BELIEVED

    def _fills_a_gap(self, label: LineLabel, siblings: Sequence[Node], before: Node) -> bool:
        """Whether no sibling has the label, one has that before it, and no other list is open."""
        labels = _labels_of(siblings, before.kind)
        if label.label in labels or self._refused_since(before, label.kind):
            return False
        return any(follows(label.label, one) for one in labels)

    def _is_typed_twice(self, label: LineLabel, before: Node) -> bool:
        """Whether a number stands twice by a slip of typing. A text without any điều, mostly a model
        or a table of an appendix, numbers its boxes and notes as it likes."""
        if label.label != before.label or label.is_dotted:
            return False
        if label.kind.depth > _POINT_DEPTH or label.prefix.rstrip()[-1:] in _DASHES:
            return False
        if self.last_article is None and label.kind.depth >= _ARTICLE_DEPTH:
            return False
        if _announces(before) and not before.children:
            return False
        return not self._refused_since(before, label.kind)

    def _refused_since(self, before: Node, kind: UnitKind) -> bool:
        """Whether a list inside a unit has begun: a label of this kind was taken for words of it."""
        blocks = [*before.lead[1:], *before.tail, *(block for _, block, _ in self._pending)]
        for child in before.children:
            blocks += [*child.lead[1:], *child.tail]
        labels = [read_label(block.text) for block in blocks if isinstance(block, Paragraph)]
        return any(label.kind is kind for label in labels if label is not None)

    def _continues_number(self, label: LineLabel, holder: Node) -> bool:
        """ "1.2." stands under "1."; elsewhere it is a date or an amount, unless the text numbers
        everything so."""
        if holder.kind in (_CLAUSE, _ARTICLE) or holder.is_dotted:
            return label.label.rsplit(".", 1)[0] == holder.label
        return not self.has_articles

    def _holder(self, kind: UnitKind, label: LineLabel) -> Node | None:
        """The open unit that would hold a new unit of this kind."""
        if not label.is_dotted:
            return self._open_above(kind.depth)
        dots, node = label.label.count("."), self.current
        while node is not None:
            is_shorter_number = node.is_dotted and node.label.count(".") < dots
            if is_shorter_number or node.kind.depth < _POINT_DEPTH:
                return node
            node = node.parent
        return None

    def _open_above(self, depth: int) -> Node | None:
        """The innermost open unit that stands above a level."""
        node = self.current
        while node is not None and node.kind.depth >= depth:
            node = node.parent
        return node

    @property
    def awaits_heading(self) -> bool:
        """The last label was a chapter or the like, whose name may stand in the next paragraph."""
        return self._heading_open is not None

    # -- building ---------------------------------------------------------------------------

    def open(
        self, index: int, label: LineLabel, paragraph: SourceParagraph, doubt: Message | None
    ) -> Node:
        """Begin a unit at a paragraph."""
        kind = self._kind_of(label)
        self._has_dotted |= label.is_dotted
        holder = self._holder(kind, label)
        if self._pending:
            self._place_pending(holder, kind)
        node = Node(
            kind,
            label.label,
            label.prefix,
            holder,
            index,
            self._new_id(),
            label.is_dotted,
            not label.rest,
        )
        if holder is None:
            self.top.append(node)
        else:
            if holder.tail:
                self._give_tail_down(holder)
            holder.add_child(node)
        self.nodes.append(node)
        self.current = node
        self._heading_open = None
        if kind is _ARTICLE:
            self.last_article = node
            self.article_labels.add(node.label)
        if kind.depth < _ARTICLE_DEPTH:
            node.heading = label.rest or None
            self._heading_open = node
        elif label.rest:
            node.lead.append(_rest_of(paragraph, label))
        self.placements.append(Placement(index, _LABEL, node.id, doubt))
        return node

    def _give_tail_down(self, holder: Node) -> None:
        """A further child comes: what was taken for the end of the holder stood in the middle, and
        belongs to the last child."""
        last = holder.children[-1]
        for block in holder.tail:
            last.add_words(block)
        holder.tail = _NO_BLOCKS
        for number in range(len(self.placements) - 1, -1, -1):
            placed = self.placements[number]
            if placed.place <= last.first:
                break
            if placed.owner_id == holder.id:
                self.placements[number] = placed._replace(owner_id=last.id)

    def _kind_of(self, label: LineLabel) -> UnitKind:
        """A dotted number under a dotted number, or a letter under one, is a level deeper."""
        if label.is_dotted:
            return _POINT if label.label.count(".") == 1 else _SUBPOINT
        if self._has_dotted and label.kind is _POINT:
            node = self._open_above(_POINT_DEPTH + 1)
            if node is not None and node.is_dotted:
                return _SUBPOINT
        return label.kind

    def words(self, index: int, block: Block, role: Role = Role.TEXT) -> None:
        """Take a paragraph without a label."""
        node = self.current
        if node is None:
            raise AssertionError("words before the first unit belong to the front")
        if self._heading_open is node and self._continues_heading(node, block):
            text = _text_of(block)
            if node.heading is None:
                node.heading, node.heading_apart = text, True
            else:
                node.heading += "\n" + text
            self.placements.append(Placement(index, Role.HEADING, node.id))
            return
        self._heading_open = None
        if node.kind.depth >= _POINT_DEPTH and node.parent is not None:
            self._pending.append((index, block, role))
            return
        node.add_words(block)
        self.placements.append(Placement(index, role, node.id))

    def _continues_heading(self, node: Node, block: Block) -> bool:
        if not isinstance(block, Paragraph) or len(block.text) > _HEADING_LENGTH:
            return False
        if node.heading is None:
            return not block.text.endswith((".", ";", ":")) or block.text.isupper()
        return all(words.isupper() for words in (block.text, node.heading))

    def _place_pending(self, holder: Node | None, kind: UnitKind) -> None:
        """Give words after a point to the point when its list goes on, else to what holds it.

        Source: docs/field.md 3.1 ("đoạn cuối" after the points); dash items stay with their point.
        """
        owner = self.current
        if owner is None or owner.parent is None:
            return  # only words after a point inside another unit wait
        above = owner.parent
        goes_on = holder is owner or (holder, kind) == (above, owner.kind)
        taken = self._pending
        self._pending = []
        own = len(taken) if goes_on else _own_items(owner, taken)
        for number, (index, block, role) in enumerate(taken):
            node = owner if number < own else above
            node.add_words(block)
            self.placements.append(Placement(index, role, node.id))

    def finish(self) -> Forest:
        """Give the forest; the builder is used up."""
        self._place_pending(None, UnitKind.PART)
        self.placements.sort(key=lambda placement: placement.place)
        units = tuple([node.frozen() for node in self.top])
        for node in self.nodes:
            node.parent = None  # a circle less: the nodes go at once, without the collector
        return Forest(units, tuple(self.placements))


def _out_of_order(label: LineLabel, before: Node) -> Belief:
    """A number typed wrong: the unit is one all the same, its words are not those of another."""
    name = Step(before.kind, before.label).words
    if label.label == before.label:
        return doubted(message("label.twice", "trùng số: đứng sau một {before} khác", before=name))
    return doubted(
        message("label.out_of_order", "số không theo thứ tự: đứng sau {before}", before=name)
    )


def _order_of_node(node: Node) -> SortKey:
    return order_of(node.label)


def _labels_of(nodes: Sequence[Node], kind: UnitKind) -> list[str]:
    return [node.label for node in nodes if node.kind is kind]


def _text_of(block: Block) -> str:
    """The words of a paragraph; nothing for a table."""
    return block.text if isinstance(block, Paragraph) else ""


def _announces(node: Node) -> bool:
    """Whether a list follows the words of a unit: its numbers begin again there."""
    return any(_text_of(last).endswith(":") for last in node.lead[-1:])


def _own_items(owner: Node, taken: list[tuple[int, Block, Role]]) -> int:
    """How many of the paragraphs after the last point are its own: dash items, and what a colon
    announces."""
    announced = _announces(owner)
    for own, (_, block, role) in enumerate(taken):
        is_item = _text_of(block).startswith(("- ", "+ ", "– "))
        if not any((is_item, announced, role is Role.QUOTATION)):
            return own
        if is_item:
            announced = False
    return len(taken)


def _rest_of(paragraph: SourceParagraph, label: LineLabel) -> Paragraph:
    block = paragraph.block
    if not isinstance(block, Paragraph) or not block.marks:
        return Paragraph(label.rest)
    shift = len(block.text) - len(label.rest)
    marks = tuple(
        type(mark)(max(0, mark.start - shift), mark.end - shift, mark.kind)
        for mark in block.marks
        if mark.end > shift
    )
    return Paragraph(label.rest, marks)


def build_quotation(paragraphs: Sequence[SourceParagraph], new_id: NewId) -> Forest:
    """Give the units that quoted paragraphs hold. Paragraphs before the first label are not
    placed: the caller sees them missing from ``placements``."""
    builder = ForestBuilder(new_id, is_quotation=True)
    for index, paragraph in enumerate(paragraphs):
        label = read_label(paragraph.text) if isinstance(paragraph.block, Paragraph) else None
        belief = builder.accepts(label) if label is not None else NOT_BELIEVED
        if label is not None and belief.is_one:
            builder.open(index, label, paragraph, belief.doubt)
        elif builder.current is not None:
            builder.words(index, paragraph.block)
    settle_headings(builder.nodes)
    return builder.finish()


def settle_headings(nodes: Sequence[Node]) -> None:
    """Decide for every article whether the words after its label are its name.

    A name has no closing stop (some sources print one), is short, and something follows it; it may
    stand on the next line (docs/field.md 3.3).
    """
    for node in nodes:
        if node.kind is _ARTICLE:
            _settle_heading(node)
        elif node.heading is None and node.label_alone and node.lead:
            node.prefix = node.prefix.rstrip() + "\n"


def _settle_heading(node: Node) -> None:
    first = node.lead[0] if node.lead else None
    if not isinstance(first, Paragraph):
        return
    more = any((node.lead[1:], node.children, node.tail))
    if node.label_alone:
        if more and _may_be_name(first.text, 250, (".", ";", ":", ",")):
            node.heading, node.heading_apart = first.text, True
            del node.lead[0]
        else:
            node.prefix = node.prefix.rstrip() + "\n"
        return
    if _is_heading(first.text, more, node):
        node.heading = first.text
        del node.lead[0]


def _may_be_name(text: str, longest: int, no_ends: tuple[str, ...]) -> bool:
    """Whether words are short enough for a name and do not end as a name never does."""
    return len(text) <= longest and not text.endswith(no_ends)


def _is_heading(text: str, more: bool, node: Node) -> bool:
    if not _may_be_name(text, _HEADING_LENGTH, (":", ";", ",")):
        return False
    if not text.endswith("."):
        return more or len(text) < 150
    if len(text) > 160 or ". " in text:
        return False
    return len(node.lead) + len(node.children) > 1


def _missing(label: LineLabel, before: str) -> Belief:
    """Siblings that are not there: "thiếu điểm đ, sau điểm d là điểm e"."""
    kind = KIND_WORDS[label.kind]
    missing = missing_between(before, label.label)
    if not missing:
        text = "đánh số nhảy: sau {kind} {before} là {kind} {label}"
        return doubted(message("label.gap", text, kind=kind, before=before, label=label.label))
    if len(missing) == 1:
        text = "thiếu {kind} {first}, sau {kind} {before} là {kind} {label}"
    else:
        text = "thiếu {kind} {first} đến {last}, sau {kind} {before} là {kind} {label}"
    return doubted(
        message(
            "label.missing",
            text,
            kind=kind,
            first=missing[0],
            last=missing[-1],
            before=before,
            label=label.label,
        )
    )
