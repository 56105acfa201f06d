"""The new wording of a quotation → units, handed out to the provisions that claim them.

"One quotation, split by labels": each target takes the unit with its label, wherever it stands in
the quotation (a repeated lead-in above it is context). Source: docs/field.md 4.3.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.addresses import Step
from quyche_app.domain.identities import NewId
from quyche_app.domain.labels import follows, order_of
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.operations import Instruction
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.structure import build_quotation
from quyche_app.domain.texts import CAPITALS
from quyche_app.domain.units import Block, Paragraph, Unit, UnitKind, walk
from quyche_app.domain.verbs import Verb

_KIND_WORD = late(
    r"^(?:Khoản|Điểm|khoản|điểm)\s+(?P<label>\d{1,3}[a-zđ]{0,2}|[a-zđ]\d{0,2})\s*[.:)-]\s*",
    re.DOTALL,
)


_COMMA_LABEL = late(rf"(?P<label>Điều \d{{1,3}}[a-zđ]{{0,2}}),\s+(?=[{CAPITALS}])")
_POINT_START = late(r"(?P<label>[a-zđ]\d?)\)\s")
_GLUED = late(r"[;.](?P<label>[a-zđ]\d?)\)\s")


@dataclass(frozen=True, slots=True)
class Wording:
    """Quoted new wording.

    Attributes:
        loose: blocks before the first label.
        units: what has labels, with everything behind.
    """

    loose: tuple[Block, ...]
    units: tuple[Unit, ...]

    def all_units(self) -> Iterator[Unit]:
        """Every unit, parents first."""
        return walk(self.units)


def parse_wording(instruction: Instruction, new_id: NewId) -> Wording:
    """Give the units that the quotation of an instruction holds."""
    loose: tuple[Block, ...] = ()
    units: tuple[Unit, ...] = ()
    for number, quoted in enumerate(_own_quotations(instruction)):
        paragraphs = [SourceParagraph(n, _plain_label(b)) for n, b in enumerate(quoted, 1)]
        forest = build_quotation(paragraphs, new_id)
        first = forest.placements[0].place if forest.placements else len(paragraphs)
        loose = tuple(quoted[:first]) if number == 0 else loose
        units += forest.units
    return Wording(loose, units)


def _own_quotations(instruction: Instruction) -> list[list[Block]]:
    """The quoted paragraphs, cut where a target's new wording has marks of its own.

    "khoản 1, điểm a khoản 2 như sau: “1. …” “a) …”": the point is no child of clause 1. A quotation
    that begins with a label nobody asked for goes on with what stands before it.
    """
    wanted = Counter(
        (t.address.own.kind, t.address.own.label.casefold())
        for t in (*instruction.targets, *instruction.results)
        if t.address.steps
    )
    repeated = {key for key, count in wanted.items() if count > 1}
    begun: set[tuple[str, str]] = set()
    pieces: list[list[Block]] = [[]]
    for index, block in enumerate(_with_article_named(instruction)):
        if index == 0 or index in instruction.openings or repeated:
            first = _plain_label(block)
            label = read_label(first.text) if isinstance(first, Paragraph) else None
            key = (str(label.kind), label.label.casefold()) if label is not None else ("", "")
            opens = index == 0 or index in instruction.openings
            # "khoản 3 Điều 5 và khoản 3 Điều 9: “3. … / 3. …”": in one quotation each has its own.
            if wanted[key] > 0 and (opens or (key in repeated and begun)):
                wanted[key] -= 1
                begun.add(key)
                pieces.append([])
        pieces[-1] += _unglued(block)
    return [piece for piece in pieces if piece] or [[]]


def _with_article_named(instruction: Instruction) -> Sequence[Block]:
    """ "Bổ sung Điều 14a như sau: “14a. Phân cấp …”": the number of the new article without its word; "2."
    may begin a clause of Điều 2."""
    quoted, targets = instruction.quoted, instruction.targets
    first = quoted[0] if quoted else None
    target = only(targets)
    if target is None or not target.address.steps:
        return quoted
    if instruction.verb is not Verb.INSERT or not isinstance(first, Paragraph):
        return quoted
    step = target.address.own
    is_put_in = step.kind == UnitKind.ARTICLE and not step.label.isdigit()
    if not is_put_in or not first.text.startswith(f"{step.label}."):
        return quoted
    return (Paragraph(f"Điều {first.text}", (), first.align), *quoted[1:])


def _unglued(block: Block) -> list[Block]:
    """A paragraph that runs into the next point without a line break: "a) …;b) …"
    (docs/field.md 4.8)."""
    if not isinstance(block, Paragraph) or block.marks:
        return [block]
    first = _POINT_START.match(block.text)
    pieces, start = [], 0
    before = first["label"] if first else ""
    for found in _GLUED.finditer(block.text):
        if before and follows(found["label"], before):
            pieces.append(block.text[start : found.start() + 1])
            start, before = found.start() + 1, found["label"]
    if not pieces:
        return [block]
    pieces.append(block.text[start:].lstrip())
    return [Paragraph(piece, (), block.align) for piece in pieces]


def _plain_label(block: Block) -> Block:
    """ "Khoản 3. …" at the start of a quotation is "3. …" (old acts), "Điều 45, …" a slip."""
    if not isinstance(block, Paragraph):
        return block
    slip = _COMMA_LABEL.match(block.text)
    if slip is not None:
        return Paragraph(f"{slip['label']}. {block.text[slip.end() :]}", (), block.align)
    match = _KIND_WORD.match(block.text)
    if match is None:
        return block
    mark = ". " if match["label"][0].isdigit() else ") "
    return Paragraph(match["label"] + mark + block.text[match.end() :])


_DOTS = late(r"[\s“\"(]*(?:\.{2,}|…)[\s.…;)”\"]*$")


def _is_dots(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_DOTS.match(block.text))


def has_elisions(unit: Unit) -> bool:
    """Tell whether paragraphs of the new wording stand for what is left as it is ("…")."""
    return any(_is_dots(b) for u in walk((unit,)) for b in (*u.lead, *u.tail))


def filled(new: Unit, old: Unit) -> Unit:
    """Give the new wording with what its dots stand for: the children and words of the old one."""
    if not has_elisions(new):
        return new
    by_label = {(c.kind, c.label): c for c in old.children}
    children = [
        filled(child, by_label.pop((child.kind, child.label)))
        if (child.kind, child.label) in by_label
        else child
        for child in new.children
    ]
    for kept in by_label.values():
        place = next(
            (n for n, c in enumerate(children) if order_of(c.label) > order_of(kept.label)),
            len(children),
        )
        children.insert(place, kept)
    lead = tuple(b for b in new.lead if not _is_dots(b))
    tail = tuple(b for b in new.tail if not _is_dots(b))
    return replace(new, lead=lead or old.lead, children=tuple(children), tail=tail or old.tail)


def claimed(wording: Wording, steps: Sequence[Step], taken: Collection[str] = ()) -> Unit | None:
    """Give the quoted unit that a target claims: by kind and label, those that no other target has
    taken before the rest, the outermost first."""
    if not steps:
        return None
    return _claimed(wording, steps, taken, {steps[-1].kind}) or _claimed(
        wording, steps, taken, _ALIKE.get(steps[-1].kind, set())
    )


# A text without articles numbers its levels as it likes: "b)" under "1.2." is a level below it, alone it
# is a point.
_ALIKE: dict[str, set[str]] = {
    UnitKind.POINT: {UnitKind.SUBPOINT, UnitKind.CLAUSE},
    UnitKind.SUBPOINT: {UnitKind.POINT},
    UnitKind.CLAUSE: {UnitKind.POINT},
}


def _claimed(
    wording: Wording, steps: Sequence[Step], taken: Collection[str], kinds: Collection[str]
) -> Unit | None:
    last = steps[-1]
    wanted = last.label.casefold()
    above = [(s.kind, s.label.casefold()) for s in steps[:-1]]
    best: tuple[int, Unit] | None = None
    for depth, unit, path in _with_paths(wording.units, ()):
        if str(unit.kind) not in kinds or unit.label.casefold() != wanted:
            continue
        if not _may_stand_in(path, above):
            continue
        agreeing = sum(step in path for step in above)
        score = -depth + 10 * agreeing - (100 if unit.id in taken else 0)
        if best is None or score > best[0]:
            best = (score, unit)
    return best[1] if best is not None else None


_Path = tuple[tuple[str, str], ...]


def _may_stand_in(path: _Path, above: Sequence[tuple[str, str]]) -> bool:
    """Whether nothing that holds a quoted unit is other than what holds the provision asked for; one that
    nothing holds is looked for at the top alone."""
    if not above:
        return not path
    return all(step in path or not _has_kind(path, step[0]) for step in above)


def _has_kind(path: _Path, kind: str) -> bool:
    return any(k == kind for k, _ in path)


def _with_paths(
    units: Sequence[Unit], path: _Path, depth: int = 0
) -> Iterator[tuple[int, Unit, _Path]]:
    for unit in units:
        yield depth, unit, path
        inner = (*path, (str(unit.kind), unit.label.casefold()))
        yield from _with_paths(unit.children, inner, depth + 1)


def with_identities(new: Unit, old: Unit | None) -> Unit:
    """Give the new wording the identities of the old one: the unit's own, and of its children with
    the same kind and label."""
    if old is None:
        return new
    by_label: dict[tuple[UnitKind, str], list[Unit]] = {}
    for child in old.children:
        by_label.setdefault((child.kind, child.label), []).append(child)
    children = []
    for child in new.children:
        same = by_label.get((child.kind, child.label))
        children.append(with_identities(child, same.pop(0) if same else None))
    return replace(new, id=old.id, children=tuple(children))
