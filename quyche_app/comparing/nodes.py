"""A component as a flat list of provisions with the keys that they are compared by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quyche_app.domain.acts import Component
from quyche_app.domain.addresses import Address
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Unit, UnitKind, block_lines, own_head_lines

# What merely follows a renumbering: the numbers of cited provisions.
_CITATION = re.compile(
    r"\b(?P<kind>điều|khoản|điểm|chương|mục|phần|tiểu mục|tiết)s?\s+"
    r"(?P<labels>(?:[\divxlcIVXLC]+[a-zđ]?\d?|[a-zđ]\d{0,2})(?![\wđ])"
    r"(?:(?:,|\s+và|\s+hoặc|\s+đến)\s+(?:\d+[a-zđ]?|[a-zđ]\d{0,2})(?![\wđ]))*)",
    re.IGNORECASE,
)
_LIKE = re.compile(r"[^\W_]+")


@dataclass(eq=False, slots=True)
class Node:
    """A provision of one side.

    Attributes:
        place: index in the list of its side, the order of the text.
        words: its own words (label, heading, lead), lines joined by a line feed.
        body: own words without the label, citations masked: equal bodies are the same provision.
        weight: how many characters it holds with its children: the heavier one stays, the lighter
            one has moved.
    """

    unit: Unit
    parent: Node | None
    address: Address
    place: int
    words: str
    tail: str
    body: str
    weight: int = 0
    children: list[Node] = field(default_factory=list)
    mate: Node | None = None
    sure: bool = True

    @property
    def kind(self) -> UnitKind:
        """The level of the provision."""
        return self.unit.kind


def masked(text: str) -> str:
    """Give a text with the numbers of cited provisions taken out."""
    return _CITATION.sub(lambda m: m["kind"].lower() + " #", text)


def syllables(text: str) -> list[str]:
    """Give the words of a text in small letters, for likeness."""
    return _LIKE.findall(text.lower())


def nodes_of(component: Component, index: TreeIndex) -> list[Node]:
    """Give every provision of a component in the order of the text."""
    nodes: list[Node] = []

    def add(unit: Unit, parent: Node | None) -> Node:
        words = "\n".join(own_head_lines(unit))
        tail = "\n".join(line for block in unit.tail for line in block_lines(block))
        prefix = unit.prefix.strip()
        inner = words[len(prefix):].lstrip() if words.startswith(prefix) else words
        body = masked(inner) if any(c.isdigit() for c in inner) or "điểm" in inner else inner
        node = Node(unit, parent, index.by_id[unit.id].address, len(nodes), words, tail, body,
                    len(words) + len(tail))
        nodes.append(node)
        for child in unit.children:
            made = add(child, node)
            node.children.append(made)
            node.weight += made.weight
        return node

    for unit in component.units:
        add(unit, None)
    return nodes


def pair(old: Node, new: Node, *, sure: bool = True) -> None:
    """Say that two provisions are the same one."""
    old.mate, new.mate = new, old
    old.sure = new.sure = sure
