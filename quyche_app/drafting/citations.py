"""Citations inside a draft: where they stand, which provision they mean, what they say after a move.

A chain goes from the small to the large ("điểm a, điểm b khoản 2 Điều 5"); "này" means the provision
it stands in; a chain followed by the name of another act is that act's. Source: docs/field.md 3.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address, Step, parse_path, stands_in
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph, UnitKind
from quyche_app.drafting.words import Change

_KINDS = {
    "điểm": UnitKind.POINT,
    "khoản": UnitKind.CLAUSE,
    "điều": UnitKind.ARTICLE,
    "mục": UnitKind.SECTION,
    "chương": UnitKind.CHAPTER,
}
_LABEL = {
    UnitKind.POINT: r"[a-zđ]{1,2}\d{0,2}",
    UnitKind.CLAUSE: r"\d{1,3}[a-zđ]{0,2}",
    UnitKind.ARTICLE: r"\d{1,3}[a-zđ]{0,2}",
    UnitKind.SECTION: r"\d{1,2}[a-zđ]?",
    UnitKind.CHAPTER: r"[IVXLC]+[a-zđ]?",
}
_SEPARATOR = r"(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s+hoặc\s+)"
_ONE = "|".join(
    rf"\b(?:các\s+)?{word}\s+(?:này\b|{_LABEL[kind]}\b(?:{_SEPARATOR}(?:{word}\s+)?{_LABEL[kind]}\b"
    r"(?![^\W\d_]))*)"
    for word, kind in _KINDS.items()
)
_PART = re.compile(_ONE, re.IGNORECASE)
_LINK = re.compile(r"\s+(?:của\s+)?$|^\s+(?:của\s+)?$")
_FOREIGN = re.compile(
    r"\s+(?:(?:của|tại|ban hành kèm theo)\s+)?(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư"
    r"|Quyết định|Quy chế|Quy định|Điều lệ|Hướng dẫn|Chỉ thị|Kết luận)\b(?!\s+này)"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited provision in a paragraph.

    Attributes:
        start, end: characters of the whole chain in the paragraph.
        path: of the provision it means, as ``Address.path``; "" when it is incomplete.
        labels: (kind, start, end) of the labels it is written with.
        is_own: it speaks of this text, not of another act.
    """

    start: int
    end: int
    path: str
    labels: tuple[tuple[UnitKind, int, int], ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class _Part:
    kind: UnitKind
    start: int
    end: int
    labels: tuple[tuple[str, int, int], ...]  # empty for "này"


_WORDS = re.compile(r"\b(?:điều|khoản|điểm|chương|mục)\b", re.IGNORECASE)


def may_cite(text: str) -> bool:
    """Tell quickly whether a paragraph may hold a citation."""
    return _WORDS.search(text) is not None


def citations(text: str, inside: Address) -> list[Citation]:
    """Give every provision that a paragraph cites, in text order.

    Args:
        inside: the provision the paragraph stands in: "khoản 2 Điều này" is of its article.
    """
    found: list[Citation] = []
    for chain in _known_chains(text):
        start, end = chain[0].start, chain[-1].end
        is_own = _FOREIGN.match(text, end) is None
        found += _cited(chain, start, end, inside, is_own=is_own)
    return found


@lru_cache(maxsize=1024)
def citation_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give where a paragraph cites provisions of its own text: first character and end of each chain."""
    if not may_cite(text):
        return ()
    return tuple(
        (chain[0].start, chain[-1].end)
        for chain in _known_chains(text)
        if _FOREIGN.match(text, chain[-1].end) is None
    )


@lru_cache(maxsize=4096)
def _known_chains(text: str) -> tuple[tuple[_Part, ...], ...]:
    """The chains of a paragraph: while a text is edited nearly all of it is read time and again."""
    return tuple(tuple(chain) for chain in _chains(text))


def _chains(text: str) -> Iterator[list[_Part]]:
    chain: list[_Part] = []
    for match in _PART.finditer(text):
        part = _part(match)
        if chain and not (
            part.kind.depth < chain[-1].kind.depth and _LINK.match(text[chain[-1].end : part.start])
        ):
            yield chain
            chain = []
        chain.append(part)
    if chain:
        yield chain


def _part(match: re.Match[str]) -> _Part:
    words = match.group()
    word = next(w for w in _KINDS if re.match(rf"(?:các\s+)?{w}\b", words, re.IGNORECASE))
    kind = _KINDS[word]
    labels = []
    position = re.match(rf"(?:các\s+)?{word}\s+", words, re.IGNORECASE)
    assert position is not None
    for found in re.finditer(
        rf"\b(?:{word}\s+)?(?P<label>{_LABEL[kind]})\b",
        words[position.end() :],
        re.IGNORECASE if kind is not UnitKind.CHAPTER else 0,
    ):
        if found["label"].lower() in ("và", "này", "hoặc", word):
            continue
        at = match.start() + position.end() + found.start("label")
        labels.append((found["label"], at, at + len(found["label"])))
    return _Part(kind, match.start(), match.end(), tuple(labels))


def _cited(
    chain: Sequence[_Part], start: int, end: int, inside: Address, *, is_own: bool
) -> Iterator[Citation]:
    fixed: list[Step] = []
    places: list[tuple[UnitKind, int, int]] = []
    for part in reversed(chain[1:]):
        # "khoản 2 Điều 2 và Điều 3": the clause is that of the first, the second is cited whole.
        for label, a, b in part.labels[1:]:
            yield Citation(
                a,
                b,
                _path([Step(str(part.kind), label), *fixed], inside),
                ((part.kind, a, b),),
                is_own,
            )
        step = _first_step(part, inside)
        if step is None:
            return
        fixed.insert(0, step)
        if not part.labels:  # "khoản này": of the article it stands in
            fixed[1:1] = _around(part.kind, inside, fixed)
        places += [(part.kind, a, b) for _, a, b in part.labels[:1]]
    first = chain[0]
    if not first.labels:  # "Điều này"
        step = _first_step(first, inside)
        if step is not None:
            steps = [step, *_around(first.kind, inside, fixed), *fixed]
            yield Citation(start, end, _path(steps, inside), tuple(places), is_own)
        return
    for label, a, b in first.labels:
        steps = [Step(str(first.kind), label), *fixed]
        yield Citation(start, end, _path(steps, inside), ((first.kind, a, b), *places), is_own)


def _first_step(part: _Part, inside: Address) -> Step | None:
    if part.labels:
        return Step(str(part.kind), part.labels[0][0])
    label = inside.label_of(str(part.kind))
    return Step(str(part.kind), label) if label is not None else None


def _around(kind: UnitKind, inside: Address, said: Sequence[Step]) -> list[Step]:
    """The steps above a kind in an address, from the small to the large, up to the article; without those
    that are said: "khoản này Điều này"."""
    known = {step.kind for step in said}
    return [
        step
        for step in reversed(inside.steps)
        if step.kind in set(UnitKind) - known
        and UnitKind.ARTICLE.depth <= UnitKind(step.kind).depth < kind.depth
    ]


def _path(steps: list[Step], inside: Address) -> str:
    """The path of steps from the small to the large; "" when their article is not said."""
    ordered = list(reversed(steps))
    article = next((n for n, s in enumerate(ordered) if s.kind == UnitKind.ARTICLE), None)
    if article is not None:
        ordered = ordered[article:]
    elif ordered[0].kind in (UnitKind.CLAUSE, UnitKind.POINT):
        return ""
    return Address(tuple(ordered), inside.component).path


def carried(text: str, inside: Address, new_paths: Mapping[str, str]) -> list[Change]:
    """Give the changes that let the citations of a paragraph follow provisions that have moved.

    Args:
        inside: where the paragraph stood before.
        new_paths: old path → new path of every provision that has another one now.
    """
    edits: dict[tuple[int, int], str] = {}
    for citation in citations(text, inside):
        new = new_paths.get(citation.path)
        if not citation.is_own or new is None:
            continue
        labels = _labels_of(new)
        for kind, start, end in citation.labels:
            label = labels.get(kind)
            if label is not None and text[start:end] != label:
                edits.setdefault((start, end), label)
    return [(start, end, label) for (start, end), label in edits.items()]


def _labels_of(path: str) -> dict[UnitKind, str]:
    address = parse_path(path)
    return (
        {UnitKind(step.kind): step.label for step in address.steps if step.kind in set(UnitKind)}
        if address
        else {}
    )


def cited_from(act: Act, unit_id: str) -> list[tuple[str, str]]:
    """Give (identity of the citing provision, its words in address form) for everything that cites
    a provision or something in it: "được dẫn chiếu tại"."""
    index = TreeIndex(act)
    wanted = index.by_id.get(unit_id)
    if wanted is None:
        return []
    path = wanted.address.path
    found = []
    for placed in index:
        for block in (*placed.unit.lead, *placed.unit.tail):
            if isinstance(block, Paragraph) and any(
                c.is_own and stands_in(c.path, path) for c in citations(block.text, placed.address)
            ):
                found.append((placed.unit.id, placed.address.words))
                break
    return found
