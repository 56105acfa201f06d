"""Real families: what a comparison names, and decisions written from base and consolidated text."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

from quyche_app.domain.acts import Act
from quyche_app.domain.comparisons import Comparison, Layer
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.units import UnitKind, walk
from quyche_app.reading.files import read_file
from quyche_app.services.compare import compare_files
from quyche_app.services.decide import applied, decide

_WRONG_LIMIT = 0.005
# Articles that the measure of amendments sees otherwise: it takes chapter names into an article.
_SEEN_OTHERWISE = 3
# What that measure takes for typing, not for a change.
_TYPING = {Layer.ORTHOGRAPHY, Layer.PUNCTUATION, Layer.NUMBERING, Layer.FORMATTING}


# How sources print what is repealed; a text may leave it out as well (docs/field.md 5.3).
_REPEALED = re.compile(r"\((?:được |bị )?bãi bỏ\)$", re.IGNORECASE)


# "Điều 5:", "Điều 5" and "Điều 5." are one label, as the measure of amendments has it.
_LABEL = re.compile(r"^Điều\s*(\d+[a-zđ]{0,2})[ .:]*")


def _article_names(act: Act) -> dict[str, str]:
    """Identity → label of every article; one that a source prints twice is "416#2", as the measure
    has it."""
    met: Counter[str] = Counter()
    names = {}
    for unit in act.units():
        if unit.kind is UnitKind.ARTICLE:
            met[unit.label] += 1
            names[unit.id] = (
                unit.label if met[unit.label] == 1 else f"{unit.label}#{met[unit.label]}"
            )
    return names


def _articles(act: Act) -> dict[str, list[str]]:
    """The words of every article without what is repealed; none for an article that is."""
    names = _article_names(act)
    found = {
        names[unit.id]: [
            _LABEL.sub(r"Điều \1. ", line).strip()
            for line in unit_lines(unit)
            if not _REPEALED.search(line)
        ]
        for unit in act.units()
        if unit.id in names
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
        verdicts = dict(
            zip(_article_names(new).values(), [v.is_true for v in decision.provisions], strict=True)
        )
        for label, lines in wanted.items():
            total += 1
            is_right = got.get(label) == lines
            if not is_right:
                wrong.append(f"{family.name} Điều {label}")
            if verdicts.get(label) != is_right:
                lying.append(f"{family.name} Điều {label}")
    assert len(wrong) <= _WRONG_LIMIT * total, wrong
    assert lying == []


def test_a_comparison_names_the_articles_that_the_measure_counts_as_changed(shared: Path) -> None:
    measure = _measure(shared)
    missed, wrong, total = [], [], 0
    for family in _families(shared):
        files = family / "base.txt", family / "consolidated.txt"
        counted = _counted(measure, *files)
        named = _named(compare_files(*files))
        total += len(counted)
        missed += [f"{family.name} {label}" for label in counted - named.keys()]
        wrong += [
            f"{family.name} {label}" for label in named.keys() - counted if named[label] - _TYPING
        ]
    assert total > 800
    assert len(missed) + len(wrong) <= _SEEN_OTHERWISE, (missed, wrong)


def _measure(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "accuracy" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def _counted(measure: ModuleType, base: Path, consolidated: Path) -> set[str]:
    """The articles whose words the measure finds changed, added or gone."""
    old = measure.parse(base.read_text(encoding="utf-8"), measure.NOTES_OF_BASE)
    new = measure.parse(consolidated.read_text(encoding="utf-8"), measure.NOTES_OF_OTHERS)
    before, after, _ = measure.keyed_texts(old, new, None)
    found = set()
    for key in before.keys() | after.keys():
        unit = before.get(key) or after.get(key)
        words = [side[key].words if key in side else () for side in (before, after)]
        if unit.kind == "article" and words[0] != words[1]:
            found.add(unit.label.removeprefix("Điều "))
    return found


def _named(comparison: Comparison) -> dict[str, set[Layer]]:
    """The articles in which anything changed, with the layers; a whole provision is substance."""
    holders = [_holding_articles(act) for act in (comparison.old, comparison.new)]
    found: dict[str, set[Layer]] = {}
    for pair in comparison.pairs:
        layers = {change.layer for change in pair.changes if change.op != "equal"}
        if pair.level is None or not layers:
            continue
        for sides, holding in zip((pair.old, pair.new), holders, strict=True):
            for side in sides:
                if side.unit_id in holding:
                    found.setdefault(holding[side.unit_id], set()).update(layers)
    return found


def _holding_articles(act: Act) -> dict[str, str]:
    """Identity of an article, or of what stands in one → the article's label."""
    names = _article_names(act)
    return {
        inside.id: names[unit.id]
        for unit in act.units()
        if unit.id in names
        for inside in walk((unit,))
    }
