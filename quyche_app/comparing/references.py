"""Whether another number in a citation merely follows a renumbering, or cites something else.

"khoản 2 Điều 5" that became "khoản 3 Điều 6" follows when article 5 is now 6 and its clause 2 is now
its clause 3. Everything else, and whatever cites another act, is a change of substance.
Source: docs/architecture.md 6 (layers).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quyche_app.comparing.nodes import Node
from quyche_app.domain.addresses import KIND_WORDS
from quyche_app.domain.units import UnitKind

_KIND = re.compile(r"\b(tiểu mục|điều|khoản|điểm|chương|mục|phần|tiết)\b", re.IGNORECASE)
_LABEL = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"điều\s+(\w+)", re.IGNORECASE)
# "khoản 2 và Điều 5", "khoản 2. Điều 5": the article behind is another thing that is cited.
_APART = re.compile(r"[.;:]|\b(?:và|hoặc)\s+$", re.IGNORECASE)
# "Điều 35 Luật Ngân sách nhà nước", "khoản 1 Điều 3 Nghị định số …": another act, unless "này".
_OTHER_ACT = re.compile(
    r"(?:(?!\b[Đđ]iều\b)[^.;:()]){0,40}?\b(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư"
    r"|Quyết định|Quy định|Quy chế|Điều lệ|Hiến pháp|Chỉ thị|Hướng dẫn|Kết luận)\b(?! này)"
)
_IN_ARTICLES = frozenset({"khoản", "điểm", "tiết"})
# How far behind the number its article, or the act, is looked for.
_NEAR = 80


class Renumbering:
    """What has another number in the new text.

    Args:
        old: paired provisions of the old text.
    """

    def __init__(self, old: Iterable[Node]) -> None:
        self._changed: set[tuple[str, str, str, str]] = set()
        for node in old:
            mate = node.mate
            if mate is None or node.kind is UnitKind.ITEM:
                continue
            parent = node.parent
            if node.unit.label == mate.unit.label and (
                parent is None or parent.mate is mate.parent
            ):
                continue  # nearly every one: nothing to be told but what its parent tells
            home, goal = article_label(node), article_label(mate)
            if node.unit.label != mate.unit.label:
                inside = goal if node.kind.depth > UnitKind.ARTICLE.depth else ""
                self._changed.add((KIND_WORDS[node.kind], inside, node.unit.label, mate.unit.label))
            if home != goal:
                # It went into another article, or its own has another number.
                self._changed.add(("điều", "", home, goal))

    def explains(
        self, old: str, new: str, before: str, behind: str, articles: tuple[str, str]
    ) -> bool:
        """Tell whether labels that became other labels only follow.

        Args:
            old, new: the labels: "2", "2, 3", "này".
            before, behind: the new words around them.
            articles: labels of the articles in which they stand in the old and the new text.
        """
        kinds = _KIND.findall(before)
        left, right = _LABEL.findall(old), _LABEL.findall(new)
        if not kinds or len(left) != len(right):
            return False
        kind, inside = kinds[-1].lower(), ""
        behind = behind[:_NEAR]
        if kind in _IN_ARTICLES:
            inside, behind = _article_behind(behind, articles[1])
        elif kind == "điều":
            left, right = (
                [article if label == "này" else label for label in labels]
                for labels, article in zip((left, right), articles, strict=True)
            )
        if _OTHER_ACT.match(behind):
            return False
        changed = {
            (kind, inside, one, other)
            for one, other in zip(left, right, strict=True)
            if one != other
        }
        return changed <= self._changed


def _article_behind(behind: str, own: str) -> tuple[str, str]:
    """Give the article that a clause or a point is cited in, and what stands behind its number.

    Args:
        own: label of the article in which the citation stands.
    """
    found = _ARTICLE.search(behind)
    if found is None or _APART.search(behind[: found.start()]):
        return own, behind
    return own if found[1] == "này" else found[1], behind[found.end() :]


def article_label(node: Node) -> str:
    """Give the label of the article that a provision stands in or is; "" outside of articles."""
    at: Node | None = node
    while at is not None and at.kind is not UnitKind.ARTICLE:
        at = at.parent
    return at.unit.label if at is not None else ""
