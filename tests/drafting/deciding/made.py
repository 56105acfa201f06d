"""Texts, orders and their matches, made up for tests of what a decision orders."""

from __future__ import annotations

from typing import Any

from quyche_app.amending.read import read_amendments
from quyche_app.comparing import compare
from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address, parse_path
from quyche_app.domain.decisions import Item
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Position, ReadAmendments, Target
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.matches import Matches, matches_of
from quyche_app.reading.files import read_bytes
from quyche_app.services.decide import load_template

PARTY = load_template("dang")


def text(*lines: str) -> Act:
    """Give a text as typed, a line a paragraph."""
    return read_bytes("x.txt", "\n".join(lines).encode()).act


def read_back(decision: Act) -> ReadAmendments:
    """Give the orders of a decision, read as any stranger's."""
    return read_amendments(read_bytes("x.txt", "\n".join(act_lines(decision)).encode()))


def matched(old: Act, new: Act) -> Matches:
    """Give which provision of the new text is which of the old one."""
    return matches_of(compare(old, new))


def at(act: Act, path: str) -> Unit:
    """Give the provision at a path."""
    return next(placed.unit for placed in TreeIndex(act) if placed.address.path == path)


def address(path: str) -> Address:
    """Give the address that a path names."""
    found = Address(()) if path == "*" else parse_path(path)
    assert found is not None
    return found


def target(path: str) -> Target:
    """Give a target from its path, "d5#heading" with its slot."""
    plain, _, slot = path.partition("#")
    return Target(address(plain), slot or "unit")


def order(verb: Verb, *paths: str, **rest: Any) -> Item:
    """Give an order on provisions.

    Args:
        after, before: where an insertion goes.
        quoted: paragraphs of the new wording.
    """
    for side in ("after", "before"):
        if side in rest:
            rest["position"] = Position(side, target(rest.pop(side)))
    rest["quoted"] = tuple(Paragraph(line) for line in rest.pop("quoted", ()))
    rest.setdefault("article", paths[0].partition("#")[0].partition("/")[0])
    component = rest.pop("component", "")
    place = rest.pop("order", 0)
    return Item(verb, tuple(map(target, paths)), component, order=place, **rest)
