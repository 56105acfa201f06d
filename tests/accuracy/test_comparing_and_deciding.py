"""Real families: what a comparison names, and decisions written from base and consolidated text."""

from __future__ import annotations

import re
from pathlib import Path

from quyche_app.domain.acts import Act
from quyche_app.domain.units import UnitKind, unit_lines
from quyche_app.reading.files import read_file
from quyche_app.services.decide import applied, decide

_WRONG_LIMIT = 0.005


# How sources print what is repealed; a text may leave it out as well (domain.md 5.3).
_REPEALED = re.compile(r"\((?:được |bị )?bãi bỏ\)$", re.IGNORECASE)


def _articles(act: Act) -> dict[str, list[str]]:
    """The words of every article without what is repealed; none for an article that is."""
    found = {
        unit.label: [line for line in unit_lines(unit) if not _REPEALED.search(line)]
        for unit in act.units() if unit.kind is UnitKind.ARTICLE
    }
    return {label: lines for label, lines in found.items() if lines}


def _families(shared: Path) -> list[Path]:
    return sorted((shared / "corpus" / "triples").iterdir())


def test_decisions_of_all_triples_give_the_consolidated_articles(shared: Path) -> None:
    """99.5 % of the articles come out word for word, and the verdict is true just there."""
    total, wrong, lying = 0, [], []
    for family in _families(shared):
        old, new = (read_file(family / f"{name}.txt").act for name in ("base", "consolidated"))
        decision = decide(old, new)
        wanted, got = _articles(new), _articles(applied(old, decision.act).act)
        verdicts = {v.new_path.removeprefix("d"): v.is_true for v in decision.provisions}
        for label, lines in wanted.items():
            total += 1
            is_right = got.get(label) == lines
            if not is_right:
                wrong.append(f"{family.name} Điều {label}")
            if verdicts.get(label) != is_right:
                lying.append(f"{family.name} Điều {label}")
    assert len(wrong) <= _WRONG_LIMIT * total, wrong
    assert lying == []
