"""Who cites whom in one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import parse_path
from quyche_app.domain.trees import tree_index
from quyche_app.domain.units import Paragraph
from quyche_app.drafting.citations import citations, may_cite


@dataclass(frozen=True, slots=True)
class CitationIndex:
    """Who cites whom in one text."""

    out: Mapping[str, tuple[tuple[str, str], ...]]  # unit → (path, words)
    into: Mapping[str, tuple[str, ...]]  # cited unit → citing units
    words: Mapping[str, str]  # unit → its address in words
    by_path: Mapping[str, str]  # path → unit
    within: Mapping[str, frozenset[str]]  # unit → itself and what stands in it


def citation_index(act: Act) -> CitationIndex:
    """Read every citation of a text."""
    index = tree_index(act)
    by_path = {placed.address.path: placed.unit.id for placed in index}
    out: dict[str, dict[str, str]] = {}
    into: dict[str, list[str]] = {}
    within: dict[str, set[str]] = {}
    for placed in index:
        unit = placed.unit
        within.setdefault(unit.id, {unit.id})
        if placed.parent is not None:
            above: str | None = placed.parent.id
            while above is not None:
                within.setdefault(above, {above}).add(unit.id)
                parent = index.by_id[above].parent
                above = parent.id if parent is not None else None
        for block in (*unit.lead, *unit.tail):
            if not isinstance(block, Paragraph) or not may_cite(block.text):
                continue
            for cited in citations(block.text, placed.address):
                if not cited.is_own or not cited.path:
                    continue
                address = parse_path(cited.path)
                words = (
                    address.words if address is not None else block.text[cited.start : cited.end]
                )
                out.setdefault(unit.id, {})[cited.path] = words
                target = by_path.get(cited.path)
                if target is not None and unit.id not in into.setdefault(target, []):
                    into[target].append(unit.id)
    return CitationIndex(
        {unit: tuple(paths.items()) for unit, paths in out.items()},
        {unit: tuple(citing) for unit, citing in into.items()},
        {placed.unit.id: placed.address.words for placed in index},
        by_path,
        {unit: frozenset(inside) for unit, inside in within.items()},
    )
