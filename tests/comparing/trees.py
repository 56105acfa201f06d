"""Provisions of two sides as the comparison holds them, made by hand."""

from __future__ import annotations

from quyche_app.comparing.nodes import Node, nodes_of, pair
from quyche_app.domain.acts import ComponentKind
from quyche_app.domain.units import Unit
from tests.making import component


def side(*units: Unit, root: str = "") -> dict[str, Node]:
    """Give the provisions of one side by their paths."""
    nodes = nodes_of(component(ComponentKind.BODY, *units), root)
    return {node.path: node for node in nodes}


def paired(
    old: dict[str, Node], new: dict[str, Node], *paths: tuple[str, str], same: bool = False
) -> None:
    """Pair provisions by their paths; ``same``: all that have one path on both sides too."""
    for one, other in paths:
        pair(old[one], new[other])
    for path in old if same else ():
        if path in new and old[path].mate is None and new[path].mate is None:
            pair(old[path], new[path])
