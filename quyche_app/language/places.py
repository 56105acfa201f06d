"""Where an order applies, named in either direction: "điểm c khoản 2 Điều 13", "Điều 13, khoản 2, điểm c".

From the small to the large the attachment rule of ``citations`` holds. From the large to the small each
unit is in the one before it, with a comma, a dash, a colon or nothing between them; what follows with
"và" or as a further one of the smallest kind is beside the smallest. A slot behind a unit ("Khoản 1
Điều 8, đoạn thứ hai") is that of the unit. Source: docs/field.md 3.7.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.addresses import Step
from quyche_app.language.citations import ARTICLE_RANK, Cited, cited_provisions, rank_of, slot_of
from quyche_app.language.lexer import Token, TokenKind, tokenize


@dataclass(frozen=True, slots=True)
class _Atom:
    """One kind with its labels, or a slot: tokens ``start`` to ``end`` (end excluded)."""

    start: int
    end: int
    cited: tuple[Cited, ...]

    @property
    def rank(self) -> int:
        return self.cited[0].rank if self.cited else 0

    @property
    def names_group(self) -> bool:
        """The heading of a chapter or a section."""
        return self.rank > ARTICLE_RANK and self.cited[0].slot == "heading"


def places(
    tokens: Sequence[Token], start: int, end: int, used: set[int] | None = None
) -> list[Cited]:
    """Give the provisions that tokens[start:end] name, in either direction.

    Args:
        used: takes the indexes of the tokens that name them.
    """
    found: list[Cited] = []
    for begin, stop in _groups(tokens, start, end):
        found += _headings(_group(tokens, begin, stop, used))
    return found


def _headings(cited: list[Cited]) -> list[Cited]:
    """ "tiêu đề Chương II, Mục 1, Mục 2 Chương II": of groups in a row behind "tiêu đề" the headings are
    meant, and not all their articles."""
    for one, other in itertools.pairwise(cited):
        if one.slot == "heading" and other.is_whole and min(one.rank, other.rank) > ARTICLE_RANK:
            other.slot = "heading"
    return cited


def _groups(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the groups between semicolons begin and end."""
    begin = start
    for at in range(start, end):
        if tokens[at].word == ";":
            yield begin, at
            begin = at + 1
    yield begin, end


def is_ambiguous(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether places may be read in two ways: "Điều 5 khoản 1, Điều 6" (whose is khoản 1?), "khoản 2
    Điều 6 Điều 7"."""
    groups = _groups(tokens, start, end)
    return any(_is_mixed(tokens, _atoms(tokens, begin, stop)) for begin, stop in groups)


def mixes_parts(cited: Sequence[Cited]) -> bool:
    """Tell whether parts stand beside whole provisions, so that it is not told whose they are: "câu thứ
    hai khoản 1 Điều 1, Điều 2"."""
    parts = [one for one in cited if ":" in one.slot]
    return bool(parts) and (
        any(one.is_whole for one in cited) or len({bool(one.steps) for one in cited}) > 1
    )


def names_part_of_part(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether parts are named so that it is not told what each belongs to: "đoạn 1, câu 2 Điều 7". A
    sentence of a paragraph and a list of parts of one kind are told."""
    named = [
        (at, slot_of(tokens[at].value).partition(":")[0])
        for at in range(start, end)
        if tokens[at].kind is TokenKind.SLOT and ":" in slot_of(tokens[at].value)
    ]
    for (one, kind), (other, next_kind) in itertools.pairwise(named):
        between = tokens[one + 1 : other]
        if any(token.kind is TokenKind.UNIT for token in between) or kind == next_kind:
            continue
        is_chain = all(token.word in _LINKS or token.kind in _HOLDS for token in between)
        inside = kind == "sentence" and next_kind in _HOLDERS
        is_last = next_kind == "sentence" and kind in _HOLDERS and other == named[-1][0]
        ends = not any(token.kind is TokenKind.UNIT for token in tokens[other + 1 : end])
        # In a list under its article no unit may be named: "Đoạn cuối, câu thứ hai sửa là …".
        is_alone = not any(token.kind is TokenKind.UNIT for token in tokens[start:end])
        behind = is_last and ends and (is_alone or _is_behind_unit(tokens, start, one))
        if not (is_chain and (inside or behind)):
            return True
    return False


_HOLDS = frozenset((TokenKind.OF, TokenKind.AT))
_HOLDERS = ("paragraph", "item")


def _is_behind_unit(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a provision is named before a part: "Điều 7, đoạn 1, câu 2"."""
    return any(token.kind is TokenKind.UNIT for token in tokens[start:at])


def _without_its_part(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> Sequence[_Atom]:
    """The places before a part of the smallest of them: "Điều 3, khoản 1, câu thứ hai"."""
    if listed := _parts_listed(tokens, atoms):
        return atoms[: len(atoms) - len(listed)]
    *units, part = atoms
    if len(units) < 2 or not _is_part(part) or not _comma_between(tokens, units[-1], part):
        return atoms
    return units if len({unit.rank for unit in units}) == len(units) else atoms


def _is_mixed(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> bool:
    if len(atoms) < 2:
        return False
    atoms = _without_its_part(tokens, atoms)
    if len(atoms) < 2 or _falls(atoms, tokens):
        return False
    forms = (_are_pairs, _in_brackets, _rises_inside)
    if any(form(tokens, atoms) for form in forms):
        return False
    for place, (one, other) in enumerate(itertools.pairwise(atoms)):
        if not (one.rank and other.rank) or _is_heading_beside(one, other):
            continue
        if one.rank == other.rank and not tokens[one.end : other.start]:
            return True  # two of a kind with nothing between them
        if one.rank > other.rank and not _is_held_behind(tokens, atoms, place + 1):
            return True
    return False


def _is_heading_beside(group: _Atom, article: _Atom) -> bool:
    return group.names_group and article.rank == ARTICLE_RANK


def _is_held_behind(tokens: Sequence[Token], atoms: Sequence[_Atom], place: int) -> bool:
    """Whether what holds a small unit stands right behind it, or behind further ones of its kind, and a
    mark before it: "Điều 5, khoản 1 Điều 7"."""
    small = atoms[place]
    if _touch(tokens, atoms[place - 1], small):
        return False
    for before, here in itertools.pairwise(atoms[place:]):
        if here.rank > small.rank:
            return _touch(tokens, before, here)
    return False


def _touch(tokens: Sequence[Token], one: _Atom, other: _Atom) -> bool:
    """Nothing, or "của", "tại", stands between two of them."""
    between = tokens[one.end : other.start]
    return all(token.kind in (TokenKind.OF, TokenKind.AT) for token in between)


def _group(tokens: Sequence[Token], start: int, end: int, used: set[int] | None) -> list[Cited]:
    if not _may_fall(tokens, start, end):
        return cited_provisions(tokens, start, end, used)
    atoms = _atoms(tokens, start, end)
    if len(atoms) < 2 or any(one.generic for atom in atoms for one in atom.cited):
        return cited_provisions(tokens, start, end, used)
    if _falls(atoms, tokens):
        _use(atoms, used)
        return _inside_each_other(atoms)
    if _in_brackets(tokens, atoms):
        _use(atoms, used)
        return _inside_each_other(atoms)
    if _rises_inside(tokens, atoms):
        _use(atoms, used)
        return _inside_each_other([atoms[0], *atoms[:0:-1]])
    if _are_pairs(tokens, atoms):
        _use(atoms, used)
        return [one for place in _falling_places(atoms) for one in _inside_each_other(place)]
    with_part = _with_part(tokens, start, end, atoms, used)
    return cited_provisions(tokens, start, end, used) if with_part is None else with_part


def _may_fall(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a smaller unit comes behind a larger one, or a part is named; most sentences only rise."""
    highest = 0
    for token in tokens[start:end]:
        if token.kind is TokenKind.SLOT:
            return True
        if token.kind is TokenKind.UNIT:
            rank = rank_of(token)
            if rank < highest:
                return True
            highest = rank
    return False


def _in_brackets(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> bool:
    """ "Điều 4 (khoản 2)", "Điều 4 (khoản 1, khoản 2)": one unit, and in brackets what of it is meant."""
    large, small = atoms[0], atoms[1:]
    if large.rank > ARTICLE_RANK:
        return False  # "Chương V (Điều 18, Điều 19)": what it consists of
    if len(large.cited) != 1 or any(not 0 < one.rank < large.rank for one in small):
        return False
    if len({one.rank for one in small}) > 1 or small[0].rank == 0:
        return False
    opened = [token.word for token in tokens[large.end : small[0].start]]
    closed = "".join(token.word for token in tokens[small[-1].end - 1 : small[-1].end + 1])
    between = [tokens[one.end : other.start] for one, other in itertools.pairwise(small)]
    return opened == ["("] and ")" in closed and all(map(_separates, between))


def _rises_inside(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> bool:
    """ "Điều 7, điểm d khoản 5", "Điều 7 (điểm d khoản 5)": an article, and what of it is meant from the
    small to the large."""
    article, inner = atoms[0], atoms[1:]
    if [len(atom.cited) for atom in atoms] != [1, 1, 1] or article.rank != ARTICLE_RANK:
        return False
    small, large = inner
    if not 0 < small.rank < large.rank < article.rank:
        return False
    return _belongs_to(tokens, article, small) and _touch(tokens, small, large)


def are_pairs(words: str) -> bool:
    """Tell whether words name several places, each from the large to the small and each as deep: "Điều 3
    khoản 3, Điều 5 khoản 2"."""
    tokens = tokenize(words)
    return _are_pairs(tokens, _atoms(tokens, 0, len(tokens)))


def _are_pairs(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> bool:
    """Each large one with its small ones right behind it; where commas stand inside the places, they are
    joined by another word: "Điều 3, khoản 3 và Điều 5, khoản 2"."""
    places = _falling_places(atoms)
    depths = {tuple(atom.rank for atom in place) for place in places}
    if len(places) < 2 or len(depths) > 1:
        return False
    (depth,) = depths
    if len(depth) < 2 or 0 in depth:
        return False
    if any(len(atom.cited) != 1 for place in places for atom in place[:-1]):
        return False
    inside = [
        tokens[one.end : other.start]
        for place in places
        for one, other in itertools.pairwise(place)
    ]
    between = [tokens[one[-1].end : other[0].start] for one, other in itertools.pairwise(places)]
    if not all(map(_separates, between)):
        return False
    is_joined = all(any(t.word not in _LINKS for t in each) for each in between)
    is_linked = all(t.word in _LINKS for each in inside for t in each)
    return is_joined and is_linked if any(inside) else True


def _falling_places(atoms: Sequence[_Atom]) -> list[list[_Atom]]:
    """Cut where the largest kind comes again; nothing where a place does not fall."""
    largest = max((atom.rank for atom in atoms), default=0)
    places: list[list[_Atom]] = []
    for atom in atoms:
        if atom.rank == largest:
            places.append([atom])
        elif places and atom.rank < places[-1][-1].rank:
            places[-1].append(atom)
        else:
            return []
    return places


def _separates(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and all(token.kind is TokenKind.SEPARATOR for token in tokens)


def _with_part(
    tokens: Sequence[Token], start: int, end: int, atoms: Sequence[_Atom], used: set[int] | None
) -> list[Cited] | None:
    """Units with a part of them before or behind; None when no part is named."""
    are_parts = _is_part(atoms[0]) and len(atoms) == 2 and _is_part(atoms[1])
    if _is_part(atoms[0]) and not are_parts and _comma_between(tokens, atoms[0], atoms[1]):
        part = atoms[0]
        held = _group(tokens, part.end, end, used)
    elif _is_part(atoms[-1]) and _belongs_to(tokens, atoms[-2], atoms[-1]):
        part = atoms[-1]
        held = _group(tokens, start, part.start, used)
    elif (parts := _parts_listed(tokens, atoms)) and (
        held := _group(tokens, start, parts[0].start, used)
    ):
        return _each_of(held, parts, used)
    else:
        return None
    slots = [_slot_inside(one, part.cited[0].slot) for one in held]
    if not slots or not all(slots):
        return None
    _use([part], used)
    return [
        replace(one, slot=slot, token=min(one.token, part.start))
        for one, slot in zip(held, slots, strict=True)
    ]


def _parts_listed(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> Sequence[_Atom]:
    """Parts of one kind in a row behind their place: "Điều 8, khoản 2, gạch đầu dòng thứ nhất và gạch
    đầu dòng thứ ba"; none where they are no such list."""
    first = next((at for at, atom in enumerate(atoms) if _is_part(atom)), 0)
    parts = atoms[first:]
    if first == 0 or len(parts) < 2 or not all(map(_is_part, parts)):
        return ()
    if len({part.cited[0].slot.partition(":")[0] for part in parts}) > 1:
        return ()
    joined = all(
        _separates(tokens[one.end : other.start]) for one, other in itertools.pairwise(parts)
    )
    return parts if joined and _belongs_to(tokens, atoms[first - 1], parts[0]) else ()


def _each_of(held: Sequence[Cited], parts: Sequence[_Atom], used: set[int] | None) -> list[Cited]:
    if len(held) != 1 or not held[0].is_whole:
        return []
    _use(parts, used)
    return [replace(held[0], slot=part.cited[0].slot) for part in parts]


def _slot_inside(held: Cited, slot: str) -> str:
    """The slot of a part of what is named: of a whole provision, or a sentence of a part of it; "" where
    there is none."""
    if held.is_whole:
        return slot
    is_holder = held.slot.partition(":")[0] in _HOLDERS and "/" not in held.slot
    return f"{held.slot}/{slot}" if is_holder and slot.startswith("sentence:") else ""


def _use(atoms: Sequence[_Atom], used: set[int] | None) -> None:
    for atom in atoms:
        if used is not None:
            used.update(range(atom.start, atom.end))


def _is_part(atom: _Atom) -> bool:
    """A paragraph, a sentence, a dash, a row: what stands inside a provision."""
    if len(atom.cited) != 1 or atom.cited[0].steps:
        return False
    return ":" in atom.cited[0].slot or atom.cited[0].slot == "lead"


def _comma_between(tokens: Sequence[Token], one: _Atom, other: _Atom) -> bool:
    """Nothing but a comma, a dash or a colon stands between two of them, or nothing at all."""
    return all(token.word in _LINKS for token in tokens[one.end : other.start])


def _belongs_to(tokens: Sequence[Token], unit: _Atom, part: _Atom) -> bool:
    """A part right behind its unit, or in brackets: "Khoản 1 Điều 2 (câu cuối)"."""
    opened = tokens[unit.end : part.start]
    return _comma_between(tokens, unit, part) or [token.value for token in opened] == ["("]


def _falls(atoms: Sequence[_Atom], tokens: Sequence[Token]) -> bool:
    """From the large to the small, each large one with one label and linked to what is in it; only the
    smallest kind may come again. A heading of a chapter holds no article: "tiêu đề Chương II, Điều 2"."""
    if _is_heading_beside(*atoms[:2]):
        return False
    smallest = min(atom.rank for atom in atoms)
    large = [atom for atom in atoms if atom.rank != smallest]
    if not large or smallest == 0 or atoms[: len(large)] != large:
        return False
    pairs = list(itertools.pairwise(atoms[: len(large) + 1]))
    return all(len(atom.cited) == 1 for atom in large) and all(
        one.rank > other.rank and _comma_between(tokens, one, other) for one, other in pairs
    )


_LINKS = frozenset((",", "-", "–", ":", "các"))


def _inside_each_other(atoms: Sequence[_Atom]) -> list[Cited]:
    """The smallest ones with all that stand before them as what holds them."""
    smallest = min(atom.rank for atom in atoms)
    above: list[list[Step]] = [[]]
    for atom in atoms:
        if atom.rank == smallest:
            break
        above = [[*one.steps, *held] for one in atom.cited for held in above]
    token = atoms[0].start
    return [
        replace(one, steps=[*one.steps, *held], token=token, end=atoms[-1].end)
        for atom in atoms
        if atom.rank == smallest
        for one in atom.cited
        for held in above
    ]


def _goes_with_slot(pair: Sequence[Token]) -> bool:
    """ "tên Điều 5": a slot and the unit right behind it."""
    return [token.kind for token in pair] == [TokenKind.SLOT, TokenKind.UNIT]


def _atoms(tokens: Sequence[Token], start: int, end: int) -> list[_Atom]:
    """Cut where a kind of unit or a slot begins; a slot right before a unit goes with it."""
    begins = [
        at
        for at in range(start, end)
        if tokens[at].kind in (TokenKind.SLOT, TokenKind.UNIT)
        and not _goes_with_slot(tokens[max(at - 1, start) : at + 1])
    ]
    atoms = []
    for place, at in enumerate(begins):
        stop = begins[place + 1] if place + 1 < len(begins) else end
        cited = tuple(cited_provisions(tokens, at, stop))
        if cited:
            atoms.append(_Atom(at, max(one.end for one in cited), cited))
    return atoms
