"""What the command box finds: commands, provisions of the open text, texts of the library.

Plain Python. "d12k3", "12.3", "điều 12 khoản 3" and "dieu 12" all work; tone marks are optional.
Source: docs/window.md 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quyche_app.domain.texts import search_key
from quyche_app.languages import tr

_LIMIT = 8
_DOTTED = re.compile(r"^(\d+\w?)(?:\.(\d+\w?))?(?:\.?([a-zđ]\d?))?$")


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the list: group, words, small words at the right, what to run."""

    group: str  # "Lệnh", "Điều khoản", "Văn bản"
    words: str
    remark: str
    kind: str  # action, unit, document
    target: str


def provision_keys(typed: str) -> list[str]:
    """Give the forms in which typed words may name a provision, as search keys of its address."""
    key = search_key(typed.strip())
    forms = [key]
    dotted = _DOTTED.match(key)
    if dotted:
        article, clause, point = dotted.groups()
        words = f"dieu {article}"
        if clause:
            words = f"khoan {clause} {words}"
        if point:
            words = f"diem {point} {words}"
        forms.append(words)
    short = re.match(r"^d(\d+\w?)(?:k(\d+\w?))?(?:d(\w\d?))?$", key)
    if short:
        article, clause, point = short.groups()
        words = f"dieu {article}"
        if clause:
            words = f"khoan {clause} {words}"
        if point:
            words = f"diem {point} {words}"
        forms.append(words)
    spoken = re.match(r"^dieu (\w+) khoan (\w+)(?: diem (\w+))?$", key)
    if spoken:
        article, clause, point = spoken.groups()
        forms.append((f"diem {point} " if point else "") + f"khoan {clause} dieu {article}")
    return forms


def find(
    typed: str,
    actions: Iterable[tuple[str, str, str]],
    provisions: Iterable[tuple[str, str]],
    documents: Iterable[tuple[str, str]],
) -> list[Found]:
    """Give what matches, in three groups.

    Args:
        actions: (id, words, key) of what can be done now.
        provisions: (unit id, address in words) of the open text.
        documents: (document id, number and name).
    """
    key = search_key(typed.strip())
    found = [
        Found(tr("Lệnh"), words, keys, "action", action)
        for action, words, keys in actions
        if key in search_key(words)
    ][:_LIMIT]
    if not key:
        return found
    forms = provision_keys(typed)
    matching = []
    for unit, words in provisions:
        folded = search_key(words)
        exact = folded in forms
        if exact or any(folded.startswith(form) or form in folded for form in forms):
            matching.append(
                (not exact, len(words), Found(tr("Điều khoản"), words, "", "unit", unit))
            )
    matching.sort(key=lambda item: item[:2])
    found += [item[2] for item in matching[:_LIMIT]]
    found += [
        Found(tr("Văn bản"), words, "", "document", document)
        for document, words in documents
        if key in search_key(words)
    ][:_LIMIT]
    return found
