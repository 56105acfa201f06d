"""Where an order applies, named in either direction: "điểm c khoản 2 Điều 13", "Điều 13, khoản 2, điểm c".

From the small to the large the attachment rule of ``citations`` holds. From the large to the small each
unit is in the one before it, with a comma, a dash, a colon or nothing between them; what follows with
"và" or as a further one of the smallest kind is beside the smallest. A slot behind a unit ("Khoản 1
Điều 8, đoạn thứ hai") is that of the unit. Source: docs/field.md 3.7.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.addresses import Step
from quyche_app.domain.operations import slot_kind
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
        are_groups = min(one.rank, other.rank) > ARTICLE_RANK
        if all((one.slot == "heading", other.is_whole, are_groups)):
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
    if not any(":" in one.slot for one in cited):
        return False
    if any(one.is_whole for one in cited):
        return True
    return len({bool(one.steps) for one in cited}) > 1


def names_part_of_part(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether parts are named so that it is not told what each belongs to: "đoạn 1, câu 2 Điều 7". A
    sentence of a paragraph and a list of parts of one kind are told."""
    parts = [at for at in range(start, end) if part_kind(tokens[at])]
    return not all(_is_told(tokens, one, other, end) for one, other in itertools.pairwise(parts))


def part_kind(token: Token) -> str:
    """Give the kind of part that a token names: "đoạn thứ hai" → "paragraph"; "" when it names none."""
    if token.kind is not TokenKind.SLOT:
        return ""
    kind, colon, _ = slot_of(token.value).partition(":")
    return kind if colon else ""


def _is_told(tokens: Sequence[Token], one: int, other: int, end: int) -> bool:
    """Whether it is told of two parts in a row what each belongs to."""
    kind, next_kind = part_kind(tokens[one]), part_kind(tokens[other])
    between = tokens[one + 1 : other]
    if _names_unit(between):
        return True
    if kind == next_kind:
        return True
    if not all(token.word in _LINKS or token.kind in _HOLDS for token in between):
        return False
    if (kind, next_kind) in _SENTENCE_OF:
        return True
    # From the large to the small nothing may be named behind: "đoạn 1, câu 2 Điều 7".
    behind = tokens[other + 1 : end]
    is_last = not any(map(part_kind, behind))
    return all(((next_kind, kind) in _SENTENCE_OF, is_last, not _names_unit(behind)))


_HOLDS = frozenset((TokenKind.OF, TokenKind.AT))
_HOLDERS = ("paragraph", "item")
_SENTENCE_OF = frozenset(("sentence", holder) for holder in _HOLDERS)


def _names_unit(tokens: Sequence[Token]) -> bool:
    return any(token.kind is TokenKind.UNIT for token in tokens)


def _without_its_part(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> Sequence[_Atom]:
    """The places before a part of the smallest of them: "Điều 3, khoản 1, câu thứ hai"."""
    if len(atoms) < 3:
        return atoms
    if listed := _parts_listed(tokens, atoms):
        return atoms[: -len(listed)]
    *units, part = atoms
    are_all_kinds = len({unit.rank for unit in units}) == len(units)
    is_behind = _is_part(part) and _comma_between(tokens, units[-1], part)
    return units if is_behind and are_all_kinds else atoms


def _is_mixed(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> bool:
    atoms = _without_its_part(tokens, atoms)
    if len(atoms) < 2:
        return False
    if any(form(tokens, atoms) for form, _ in _FORMS):
        return False
    return any(_are_mixed(tokens, atoms, place) for place in range(len(atoms) - 1))


def _are_mixed(tokens: Sequence[Token], atoms: Sequence[_Atom], place: int) -> bool:
    """Whether it is not told of a place and the next one how they belong together."""
    one, other = atoms[place : place + 2]
    if 0 in (one.rank, other.rank) or _is_heading_beside(one, other):
        return False
    if one.rank == other.rank:
        return not tokens[one.end : other.start]  # two of a kind with nothing between them
    return one.rank > other.rank and not _is_held_behind(tokens, atoms, place + 1)


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
    return all(token.kind in _HOLDS for token in tokens[one.end : other.start])


def _gaps(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> list[Sequence[Token]]:
    """What stands between each of them and the next one."""
    return [tokens[one.end : other.start] for one, other in itertools.pairwise(atoms)]


def _group(tokens: Sequence[Token], start: int, end: int, used: set[int] | None) -> list[Cited]:
    found = _not_rising(tokens, start, end, used) if _may_fall(tokens, start, end) else None
    return cited_provisions(tokens, start, end, used) if found is None else found


def _not_rising(
    tokens: Sequence[Token], start: int, end: int, used: set[int] | None
) -> list[Cited] | None:
    """What a group names that does not go from the small to the large; None where it is none."""
    atoms = _atoms(tokens, start, end)
    if len(atoms) < 2:
        return None
    if any(one.generic for atom in atoms for one in atom.cited):
        return None
    for form, read in _FORMS:
        if form(tokens, atoms):
            _use(atoms, used)
            return read(atoms)
    return _with_part(tokens, start, end, atoms, used)


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
    ranks = [one.rank for one in small]
    if not 0 < min(ranks) == max(ranks) < large.rank:
        return False
    if large.rank > ARTICLE_RANK:
        return False  # "Chương V (Điều 18, Điều 19)": what it consists of
    if len(large.cited) != 1:
        return False
    opened = [token.word for token in tokens[large.end : small[0].start]]
    closed = "".join(token.word for token in tokens[small[-1].end - 1 : small[-1].end + 1])
    return all((opened == ["("], ")" in closed, *map(_separates, _gaps(tokens, small))))


def _rises_inside(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> bool:
    """ "Điều 7, điểm d khoản 5", "Điều 7 (điểm d khoản 5)": an article, and what of it is meant from the
    small to the large."""
    if [len(atom.cited) for atom in atoms] != [1, 1, 1]:
        return False
    article, small, large = atoms
    if not 0 < small.rank < large.rank < article.rank == ARTICLE_RANK:
        return False
    return _belongs_to(tokens, article, small) and _touch(tokens, small, large)


def are_pairs(words: str) -> bool:
    """Tell whether words name several places, each from the large to the small: "Điều 3 khoản 3, Điều 5
    khoản 2", "Điều 3 khoản 3, Điều 4 và Điều 5"."""
    tokens = tokenize(words)
    if not _may_fall(tokens, 0, len(tokens)):
        return False
    atoms = _atoms(tokens, 0, len(tokens))
    return _are_pairs(tokens, atoms) or _are_articles_and_parts(tokens, atoms)


def _are_pairs(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> bool:
    """Each large one with its small ones right behind it; where commas stand inside the places, they are
    joined by another word: "Điều 3, khoản 3 và Điều 5, khoản 2"."""
    places = _falling_places(atoms)
    if not _are_alike(places):
        return False
    between = [tokens[one[-1].end : other[0].start] for one, other in itertools.pairwise(places)]
    if not all(map(_separates, between)):
        return False
    inside = [gap for place in places for gap in _gaps(tokens, place)]
    if not any(inside):
        return True
    is_joined = not any(map(_only_links, between))
    return is_joined and all(map(_only_links, inside))


def _are_alike(places: Sequence[Sequence[_Atom]]) -> bool:
    """Several places, each of the same kinds of units and with one label of each larger one."""
    if len(places) < 2:
        return False
    depth, *others = ([atom.rank for atom in place] for place in places)
    has_one_label = all(len(atom.cited) == 1 for place in places for atom in place[:-1])
    is_alike = all(other == depth for other in others)
    return all((is_alike, len(depth) > 1, 0 not in depth, has_one_label))


def _are_articles_and_parts(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> bool:
    """Articles, some with what of them is meant right behind: "Điều 13 khoản 2, Điều 18 và Điều 20"; of two
    with a comma between it is not told whose the clause is."""
    places = _falling_places(atoms)
    if len(places) < 2 or any(place[0].rank != ARTICLE_RANK for place in places):
        return False
    if any(len(atom.cited) > 1 for place in places for atom in place[:-1]):
        return False
    between = [tokens[one[-1].end : other[0].start] for one, other in itertools.pairwise(places)]
    inside = [gap for place in places for gap in _gaps(tokens, place)]
    if not inside or any(inside) or not all(map(_separates, between)):
        return False
    return not _only_links(between[-1])


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
    return {token.kind for token in tokens} == {TokenKind.SEPARATOR}


def _with_part(
    tokens: Sequence[Token], start: int, end: int, atoms: Sequence[_Atom], used: set[int] | None
) -> list[Cited] | None:
    """Units with a part of them before or behind; None when no part is named."""
    if _begins_with_part(tokens, atoms):
        return _part_of(_group(tokens, atoms[0].end, end, used), atoms[0], used)
    last = atoms[-1]
    if _is_part(last) and _belongs_to(tokens, atoms[-2], last):
        return _part_of(_group(tokens, start, last.start, used), last, used)
    if parts := _parts_listed(tokens, atoms):
        return _each_of(_group(tokens, start, parts[0].start, used), parts, used)
    return None


def _begins_with_part(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> bool:
    """ "câu cuối, khoản 1 Điều 2": a part and, linked to it, what holds it; of two parts alone it is not
    told which holds the other."""
    are_two_parts = [_is_part(atom) for atom in atoms] == [True, True]
    is_linked = _comma_between(tokens, atoms[0], atoms[1])
    return all((_is_part(atoms[0]), is_linked, not are_two_parts))


def _part_of(held: Sequence[Cited], part: _Atom, used: set[int] | None) -> list[Cited] | None:
    """A part of each of the provisions that hold it; None where one of them has none, or there are none."""
    slots = [_slot_inside(one, part.cited[0].slot) for one in held]
    if not held or "" in slots:
        return None
    _use([part], used)
    return [
        replace(one, slot=slot, token=min(one.token, part.start))
        for one, slot in zip(held, slots, strict=True)
    ]


def _parts_listed(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> Sequence[_Atom]:
    """Parts of one kind in a row behind their place: "Điều 8, khoản 2, gạch đầu dòng thứ nhất và gạch
    đầu dòng thứ ba"; none where they are no such list."""
    units = list(itertools.takewhile(lambda atom: not _is_part(atom), atoms))
    parts = atoms[len(units) :]
    if not units or len(parts) < 2:
        return ()
    kinds = {slot_kind(part.cited[0].slot) for part in parts}
    is_joined = all(map(_separates, _gaps(tokens, parts)))
    is_behind = _belongs_to(tokens, units[-1], parts[0])
    return parts if all((*map(_is_part, parts), len(kinds) == 1, is_joined, is_behind)) else ()


def _each_of(
    held: Sequence[Cited], parts: Sequence[_Atom], used: set[int] | None
) -> list[Cited] | None:
    """Each part of the one provision that holds them; none of several, and None where there is none."""
    if not held:
        return None
    if [one.is_whole for one in held] != [True]:
        return []
    _use(parts, used)
    return [replace(held[0], slot=part.cited[0].slot) for part in parts]


def _slot_inside(held: Cited, slot: str) -> str:
    """The slot of a part of what is named: of a whole provision, or a sentence of a part of it; "" where
    there is none."""
    if held.is_whole:
        return slot
    kind = slot_kind(held.slot)
    is_inside = all((kind in _HOLDERS, "/" not in held.slot, slot.startswith("sentence:")))
    return f"{held.slot}/{slot}" if is_inside else ""


def _use(atoms: Sequence[_Atom], used: set[int] | None) -> None:
    for atom in atoms:
        if used is not None:
            used.update(range(atom.start, atom.end))


def _is_part(atom: _Atom) -> bool:
    """A paragraph, a sentence, a dash, a row: what stands inside a provision."""
    if [bool(one.steps) for one in atom.cited] != [False]:
        return False
    slot = atom.cited[0].slot
    return slot == "lead" or ":" in slot


def _comma_between(tokens: Sequence[Token], one: _Atom, other: _Atom) -> bool:
    """Nothing but a comma, a dash or a colon stands between two of them, or nothing at all."""
    return _only_links(tokens[one.end : other.start])


def _only_links(tokens: Sequence[Token]) -> bool:
    return all(token.word in _LINKS for token in tokens)


def _belongs_to(tokens: Sequence[Token], unit: _Atom, part: _Atom) -> bool:
    """A part right behind its unit, or in brackets: "Khoản 1 Điều 2 (câu cuối)"."""
    opened = tokens[unit.end : part.start]
    return _comma_between(tokens, unit, part) or [token.value for token in opened] == ["("]


def _falls(tokens: Sequence[Token], atoms: Sequence[_Atom]) -> bool:
    """From the large to the small, each large one with one label and linked to what is in it; only the
    smallest kind may come again. A heading of a chapter holds no article: "tiêu đề Chương II, Điều 2"."""
    if _is_heading_beside(*atoms[:2]):
        return False
    ranks = [atom.rank for atom in atoms]
    smallest = min(ranks)
    larger = [rank for rank in ranks if rank != smallest]
    if not 0 < smallest < max(ranks):
        return False
    if ranks[: len(larger)] != sorted(set(larger), reverse=True):
        return False
    have_one_label = all(len(atom.cited) == 1 for atom in atoms[: len(larger)])
    return have_one_label and all(map(_only_links, _gaps(tokens, atoms[: len(larger) + 1])))


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


def _of_pairs(atoms: Sequence[_Atom]) -> list[Cited]:
    return [one for place in _falling_places(atoms) for one in _inside_each_other(place)]


def _of_article(atoms: Sequence[_Atom]) -> list[Cited]:
    """An article, and behind it what rises: "Điều 7, điểm d khoản 5"."""
    return _inside_each_other([atoms[0], *atoms[:0:-1]])


# The forms of places that do not rise, with how each is read.
_Form = Callable[[Sequence[Token], Sequence[_Atom]], bool]
_FORMS: tuple[tuple[_Form, Callable[[Sequence[_Atom]], list[Cited]]], ...] = (
    (_falls, _inside_each_other),
    (_in_brackets, _inside_each_other),
    (_rises_inside, _of_article),
    (_are_pairs, _of_pairs),
    (_are_articles_and_parts, _of_pairs),
)


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
