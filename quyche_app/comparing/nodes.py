"""A component as a flat list of provisions with the keys that they are compared by."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from quyche_app.comparing.vocabulary import masked
from quyche_app.domain.acts import Act, Component, ComponentKind, blocks_lines
from quyche_app.domain.addresses import PATH_PREFIX
from quyche_app.domain.flow import own_words
from quyche_app.domain.units import Unit, UnitKind


@dataclass(eq=False, slots=True)
class Node:
    """A provision of one side.

    Attributes:
        place: index in the list of its side, the order of the text.
        path: its address as a path of the command line.
        words: its own words (label, heading, lead), lines joined by a line feed.
        body: own words without the label, citations masked: equal bodies are the same provision.
        weight: how many characters it holds with its children: the heavier one stays, the lighter
            one has moved.
        code: its body as a string of one character a word, made when it is asked for.
        key: equal for provisions with equal words inside and out.
    """

    unit: Unit
    kind: UnitKind
    parent: Node | None
    path: str
    place: int
    words: str
    tail: str
    body: str
    weight: int = 0
    children: Sequence[Node] = ()
    mate: Node | None = None
    sure: bool = True
    code: str | None = None
    key: int = 0


def root_path(act: Act, component: Component) -> str:
    """Give what the paths inside a component begin with: "", "qc:", "qc2:" or "plI/"."""
    match component.kind:
        case ComponentKind.REGULATION:
            root = act.address_root(component)
            return f"{root}:" if root else ""
        case ComponentKind.APPENDIX:
            return f"{PATH_PREFIX['appendix']}{component.label}/"
        case ComponentKind.BODY:
            return ""


def nodes_of(component: Component, root: str, masks: dict[str, str] | None = None) -> list[Node]:
    """Give every provision of a component in the order of the text.

    Args:
        root: see ``root_path``.
        masks: words → words with citations masked, as far as they are known: most words of the new
            text are those of the old one.
    """
    masks = {} if masks is None else masks
    nodes: list[Node] = []
    _add(component.units, None, root, root, nodes)
    # Whether any word is in NFD is asked once for all, as nearly none is: by the first bytes of the
    # marks that combine.
    written = "".join([node.body for node in nodes]).encode()
    if b"\xcc" in written or b"\xcd" in written:
        for node in nodes:
            node.body = unicodedata.normalize("NFC", node.body)
    for node in nodes:
        body = node.body
        without = masks.get(body)
        if without is None:
            without = masks[body] = masked(body)
        node.body = without
    return nodes


def _add(
    units: Sequence[Unit], parent: Node | None, above: str, root: str, nodes: list[Node]
) -> int:
    total, article = 0, UnitKind.ARTICLE
    made: list[Node] = []
    for unit in units:
        kind = unit.kind
        # An article is addressed without its chapter (docs/command-line.md 5.2).
        start = root if kind is article else above
        path = f"{start}{PATH_PREFIX[kind]}{unit.label}"
        words, inner = own_words(unit)
        tail = "\n".join(blocks_lines(unit.tail)) if unit.tail else ""
        node = Node(unit, kind, parent, path, len(nodes), words, tail, inner)
        made.append(node)
        nodes.append(node)
        weight = len(words) + len(tail)
        if unit.children:
            weight += _add(unit.children, node, path + "/", root, nodes)
        node.weight = weight
        total += weight
    if parent is not None:
        parent.children = made
    return total


def pair(old: Node, new: Node, *, sure: bool = True) -> None:
    """Say that two provisions are the same one."""
    old.mate, new.mate = new, old
    old.sure = new.sure = sure
