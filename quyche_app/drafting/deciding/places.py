"""Provisions as an order names them: "khoản 2 và khoản 3 Điều 17, các điểm a, b và d khoản 1 Điều 18".

Two of a kind are written out, three or more take "các" and their labels; what holds them is named
once. Source: docs/field.md 4.2, 4.9.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quyche_app.domain.addresses import KIND_WORDS, Address
from quyche_app.domain.operations import Target
from quyche_app.domain.units import UnitKind

_MANY = 3
_LISTED = (UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT)


def places_said(targets: Sequence[Target]) -> str:
    """Give provisions in the order given; neighbours under one parent together."""
    groups: list[list[Target]] = []
    for target in targets:
        if groups and _together(groups[-1][-1], target):
            groups[-1].append(target)
        else:
            groups.append([target])
    said = [_group(group) for group in groups]
    if len(said) == 1:
        return said[0]
    # "khoản 2 và khoản 3 Điều 55, khoản 1 Điều 60": a further "và" would blur which list ends.
    link = ", " if " và " in said[-2] + said[-1] else " và "
    return ", ".join(said[:-1]) + link + said[-1]


def _together(one: Target, other: Target) -> bool:
    left, right = one.address.steps, other.address.steps
    if not left or not right or one.address.component != other.address.component:
        return False
    return (left[:-1], left[-1].kind) == (right[:-1], right[-1].kind)


def _group(targets: Sequence[Target]) -> str:
    above = Address(targets[0].address.steps[:-1])
    own = [replace(t, address=Address(t.address.steps[-1:])) for t in targets]
    plain = all(t.slot in ("unit", "text") for t in targets)
    kind = own[0].address.own.kind if own[0].address.steps else ""
    if len(own) >= _MANY and plain and kind in _LISTED:
        said = f"các {KIND_WORDS[kind]} {listed([t.address.own.label for t in own])}"
    else:
        said = listed([t.words for t in own])
    return f"{said} {above.words}" if above.steps else said


def listed(words: Sequence[str]) -> str:
    """Give words as a list: "khoản 1, khoản 2 và khoản 3"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} và {words[-1]}"
