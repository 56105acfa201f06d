"""Folding what did not change, so that the changes stand near each other; a fold says what it holds."""

from __future__ import annotations

from quyche_app.domain.texts import shortened
from quyche_app.domain.units import GROUPING_KINDS, UnitKind
from quyche_app.gui.compare.rows import CompareRow
from quyche_app.gui.text_lines import Line
from quyche_app.languages import tr


def fold(rows: tuple[CompareRow, ...]) -> tuple[CompareRow, ...]:
    """Fold runs of rows without a change, but keep the names above a change in view."""
    needed = _context(rows)
    result: list[CompareRow] = []
    run: list[CompareRow] = []
    partly = False  # the run lies inside an article that changed
    for at, row in enumerate(rows):
        if row.change or at in needed:
            result += _folded(run)
            run = []
            result.append(row)
            partly = True
        else:
            starts_article = row.level in GROUPING_KINDS or row.level is UnitKind.ARTICLE
            if partly and starts_article:
                result += _folded(run)
                run, partly = [], False
            run.append(row)
    return tuple(result + _folded(run))


def _context(rows: tuple[CompareRow, ...]) -> set[int]:
    """Rows that name what stands above a changed row: its article and its clause."""
    needed: set[int] = set()
    above: dict[int, int] = {}
    for at, row in enumerate(rows):
        if row.level is not None:
            depth = row.level.depth
            above = {d: i for d, i in above.items() if d < depth}
            if row.left is not None and row.right is not None:
                above[depth] = at
        if row.change and row.level is not None:
            needed |= {
                i
                for d, i in above.items()
                if UnitKind.ARTICLE.depth <= d < row.level.depth and not rows[i].change
            }
    return needed


def _folded(run: list[CompareRow]) -> list[CompareRow]:
    if all(row.level in GROUPING_KINDS for row in run):
        return run
    articles = [row for row in run if row.level is UnitKind.ARTICLE]
    if articles:
        first, last = articles[0].words, articles[-1].words
        name = first if first == last else f"{first} – {last}"
        count = tr("{count} điều không đổi", count=len(articles))
    else:
        line = next((line for row in run for line in (row.right or row.left or ())), Line(""))
        name = shortened(line.text, 64)
        words = run[0].words
        if run[0].level is not None and run[0].level.depth >= UnitKind.CLAUSE.depth:
            words = words[:1].lower() + words[1:]
        count = (
            tr("{words} không đổi", words=words)
            if len(run) == 1
            else tr("{count} đoạn không đổi", count=len(run))
        )
    return [CompareRow(words=run[0].words, fold=name, fold_count=count, folded=tuple(run))]
