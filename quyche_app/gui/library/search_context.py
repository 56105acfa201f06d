"""A hit of a search in its article: what stands before and behind it. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quyche_app.domain.trees import Placed, tree_index
from quyche_app.domain.units import Unit, UnitKind
from quyche_app.gui.text_lines import Line, unit_lines
from quyche_app.services.views import SearchHit, TextAt

if TYPE_CHECKING:
    from datetime import date

    from quyche_app.services.workspace import Workspace

_TEXTS = 12  # texts whose articles are named; the hits of further ones stay without


@dataclass(frozen=True, slots=True)
class HitContext:
    """What stands around a hit: name of its article, provisions before and behind it."""

    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()


def read_texts(
    workspace: Workspace, hits: Iterable[SearchHit], as_at: date | None
) -> dict[str, TextAt]:
    """Give the texts of the first hits as at the day of the search."""
    from quyche_app.services.text_as_at import text_as_at

    documents = list(dict.fromkeys(hit.document.id for hit in hits))[:_TEXTS]
    return {document: text_as_at(workspace, document, as_at=as_at) for document in documents}


def article_name(text: TextAt | None, unit_id: str) -> str:
    """Give the name of the article that a provision stands in, "" when it has none or is one."""
    placed = None if text is None else tree_index(text.act).by_id.get(unit_id)
    article = _article_of(text, placed) if text is not None and placed is not None else None
    if article is None or article.unit.heading is None:
        return ""
    return article.unit.heading


def context_of(text: TextAt | None, unit_id: str) -> HitContext:
    """Give the head of the article and the neighbours of a provision."""
    placed = tree_index(text.act).by_id.get(unit_id) if text is not None else None
    if text is None or placed is None:
        return HitContext()
    article = _article_of(text, placed)
    if article is None or article.unit.id == unit_id:
        return HitContext(after=_lines(_ids(placed.unit.children[:1]), text))
    siblings = placed.parent.children if placed.parent is not None else ()
    at = next((n for n, unit in enumerate(siblings) if unit.id == unit_id), 0)
    above = [article.unit] if placed.parent is None else [article.unit, placed.parent]
    before = siblings[max(0, at - 1) : at]
    return HitContext(
        _lines(list(dict.fromkeys(_ids([*above, *before]))), text),
        _lines(_ids(siblings[at + 1 : at + 2]), text),
    )


def _ids(units: Sequence[Unit]) -> list[str]:
    return [unit.id for unit in units]


def _article_of(text: TextAt, placed: Placed) -> Placed | None:
    index = tree_index(text.act)
    here: Placed | None = placed
    while here is not None and here.unit.kind is not UnitKind.ARTICLE:
        here = index.by_id.get(here.parent.id) if here.parent is not None else None
    return here


def _lines(unit_ids: Sequence[str], text: TextAt) -> tuple[Line, ...]:
    index = tree_index(text.act)
    return tuple(line for unit_id in unit_ids for line in unit_lines(index.by_id[unit_id].unit)[:3])


def found_forms(hits: Iterable[SearchHit], most: int = 3) -> list[str]:
    """Give the different words that were found, the most frequent first: "hằng tuần", "hàng tuần"."""
    counts: dict[str, int] = {}
    for hit in hits:
        for start, end in hit.marks:
            words = hit.text[start:end].lower()
            counts[words] = counts.get(words, 0) + 1
    longest = max((words.count(" ") for words in counts), default=0)
    whole = [words for words in counts if words.count(" ") == longest]
    return sorted(whole, key=lambda words: -counts[words])[:most]
