"""Which provision of the old text is which of the new one.

By hand and by identity first; else by equal words, by what became of the children, by words and
place inside paired parents, and last by words elsewhere. What was paired by likeness of few words is
unsure. Source: docs/architecture.md 6.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from quyche_app.comparing.nodes import Node, pair
from quyche_app.comparing.splitting import Parts, splits
from quyche_app.comparing.vocabulary import Vocabulary, likeness
from quyche_app.domain.sequences import heaviest_chain
from quyche_app.domain.units import UnitKind

# Likeness below which two provisions are not the same one: between the same neighbours, under the
# same parent, anywhere. A pairing is sure from the last figure on.
_LIKE_BETWEEN = 0.5
_LIKE_INSIDE = 0.65
_LIKE_ANYWHERE = 0.7
_SURE, _SURE_CROSSING = 0.65, 0.75
_PLAINLY, _MOST_CHARACTERS = 0.8, 10_000 * 10_000
# Where as many stand between the same neighbours on both sides, place is a witness, a label too:
# few common words are enough for a short provision. Every word more asks for more.
_LIKE_IN_PLACE, _LIKE_IN_PLACE_AND_LABEL, _MOST_LIKE_IN_PLACE = 0.2, 0.12, 0.45
_ASKED_MORE, _SHORT = 0.02, 5
_MOST_IN_PLACE = 3
_LIKE_NEAR_PLACE = 0.4
# Few words are alike by chance: the likeness asked for anywhere grows by this share of a word, and
# below a number of words the beginning and the end must be the same.
_CHANCE, _MANY_WORDS = 1.6, 16
_ENDS, _LEAST_ENDS = 0.75, 4
# A body of fewer characters may stand in two places by chance: its place is asked first.
_SHORT_BODY, _SHORTEST_BODY = 60, 12
# Pairings that are tried one by one; more are looked for by common words first.
_ALL_TRIED = 2500
_CANDIDATES = 4
_COMMON = 20
# Share of the lighter parent that must have gone to the other parent.
_VOTE_SHARE = 0.5
_LIKE_HEADING = 0.3
_LIKE_NAMESAKE = 0.3
_DEEP_WORDS = 400


class Aligner:
    """Pairs the provisions of two components; those without a mate were inserted or removed."""

    def __init__(self, old: list[Node], new: list[Node]) -> None:
        self._old, self._new = old, new
        self._tops = tuple([n for n in nodes if n.parent is None] for nodes in (old, new))
        self._articles = tuple(
            [n for n in nodes if n.kind is UnitKind.ARTICLE] for nodes in (old, new)
        )
        self._words = Vocabulary()
        self._deep: dict[Node, str] = {}
        self._whole: dict[Node, str] = {}
        self._taken: set[Node] = set()
        self.split: Parts = {}
        self.merged: Parts = {}

    def align(self, *, by_identity: bool, by_hand: Iterable[tuple[str, str]] = ()) -> None:
        """Pair what belongs together; see the module for the order of witnesses."""
        self._by_hand(by_hand)
        if by_identity:
            self._by_identity()
        self._by_subtree()
        self._by_body(_SHORT_BODY)
        for turn in range(3):
            before = self._paired()
            self._by_children(by_content_alone=turn > 0)
            self._inside_parents()
            if turn and self._paired() == before:
                break
        if self._by_body(_SHORTEST_BODY) | self._elsewhere():
            self._by_children()
            self._inside_parents()
        self._find_parts()
        self._inside_parents(by_place=True)

    def _find_parts(self) -> None:
        """Find what was split and what was merged, and pair what stands inside across the parts."""
        self.split = splits(self._new, self._whole_code, self._inner_code)
        taken = {n for whole, parts in self.split.items() for n in (whole, whole.mate, *parts)}
        # A provision is split or merged, not both: else a part of the other side stood nowhere.
        self.merged = {
            whole: parts
            for whole, parts in splits(self._old, self._whole_code, self._inner_code).items()
            if taken.isdisjoint((whole, whole.mate, *parts))
        }
        self._taken = set(itertools.chain(*self.split.values(), *self.merged.values()))
        for whole, parts in self.split.items():
            self._in_lists(whole.children, _children(parts))
        for whole, parts in self.merged.items():
            self._in_lists(_children(parts), whole.children)

    def _paired(self) -> int:
        return sum(node.mate is not None for node in self._old)

    # -- what is certain ------------------------------------------------------------------------

    def _by_hand(self, by_hand: Iterable[tuple[str, str]]) -> None:
        old, new = ({n.path: n for n in nodes} for nodes in (self._old, self._new))
        for one, other in by_hand:
            left, right = old.get(one), new.get(other)
            if left is not None and right is not None and left.mate is right.mate is None:
                pair(left, right)

    def _by_identity(self) -> None:
        known = {node.unit.id: node for node in self._new}
        for node in self._old:
            mate = known.get(node.unit.id)
            if mate is None or mate.kind is not node.kind:
                continue
            if node.mate is mate.mate is None:
                pair(node, mate)

    def _by_subtree(self) -> None:
        """Whole provisions with the same words inside, unique on both sides."""
        known: dict[object, int] = {}
        for nodes in (self._old, self._new):
            for node in reversed(nodes):  # children before parents
                content: object = (node.kind.depth, node.body)
                if node.children or node.tail:
                    content = (content, node.tail, *[child.key for child in node.children])
                node.key = known.setdefault(content, len(known))
        for left, right in _once(self._old, self._new, _KEY):
            if left.weight >= _SHORT_BODY:
                _pair_deep(left, right)

    def _by_body(self, least: int) -> bool:
        """The same own words of so many characters, unique on both sides; a short heading when the
        label is the same. Tells whether anything was found."""
        found = False
        for left, right in _once(self._old, self._new, lambda node: (node.kind.depth, node.body)):
            if len(left.body) >= least or (
                left.unit.heading and left.unit.label == right.unit.label
            ):
                pair(left, right)
                found = True
        return found

    # -- parents by their children ----------------------------------------------------------------

    def _by_children(self, *, by_content_alone: bool = True) -> None:
        """A parent is the parent that most of its children's words went to; ``by_content_alone``:
        even when nothing in their own words is alike."""
        votes: dict[Node, Counter[Node]] = defaultdict(Counter)
        by_kind: dict[UnitKind, list[Node]] = defaultdict(list)
        for node in self._old:
            if node.children and node.mate is None:
                by_kind[node.kind].append(node)
        namesakes = dict(_once(self._old, self._new, lambda node: (node.kind.depth, node.body)))
        for kind in reversed(UnitKind):
            for node in by_kind.get(kind, ()):
                namesake = namesakes.get(node)
                if namesake is not None and node.body:
                    votes[node][namesake] += 1
                for other, weight in _homes_of_children(node):
                    votes[node][other] += weight
            self._settle(votes, by_content_alone)
            votes.clear()

    def _settle(self, votes: dict[Node, Counter[Node]], by_content_alone: bool) -> None:
        ranked = sorted(
            (
                (weight, -one.place, -other.place, one, other)
                for one, counter in votes.items()
                for other, weight in counter.items()
            ),
            key=lambda row: row[:3],
            reverse=True,
        )
        witnesses: tuple[Callable[[Node, Node, float], bool], ...] = (
            lambda one, other, weight: self._went_to(one, other, weight, by_content_alone),
            lambda one, other, _: one.body == other.body and self._share_words(one, other),
            lambda one, other, _: self._alike(one, other, _LIKE_BETWEEN) >= _LIKE_BETWEEN,
        )
        for says_so in witnesses:
            for weight, _, _, one, other in ranked:
                if one.mate is other.mate is None and says_so(one, other, weight):
                    pair(one, other)

    def _share_words(self, one: Node, other: Node) -> bool:
        """Whether enough stands in both of two parents of one name."""
        return likeness(self._deep_code(one), self._deep_code(other)) >= _LIKE_NAMESAKE

    def _went_to(self, one: Node, other: Node, weight: float, by_content_alone: bool) -> bool:
        """Whether so much of a parent went to another that it is the same: half of the lighter one;
        half of the heavier one too when nothing in their own words is alike."""
        if weight < _VOTE_SHARE * min(one.weight, other.weight):
            return False
        if one.body == other.body:
            return True
        left, right = self._code(one), self._code(other)
        if not left or not right or likeness(left, right) >= _LIKE_HEADING:
            return True
        return by_content_alone and weight >= _VOTE_SHARE * max(one.weight, other.weight)

    # -- inside paired parents ----------------------------------------------------------------------

    def _inside_parents(self, *, by_place: bool = False) -> None:
        """Children of paired parents, from the top down; articles are one list whatever chapter."""
        self._in_lists(*self._tops, by_place=by_place)
        if self._articles[0] and self._articles[0][0].parent is not None:
            self._in_lists(*self._articles, by_place=by_place)
        done: set[Node | None] = {None}
        for node in self._old:  # parents come before their children
            if node.mate is None and node.parent not in done:
                parent = node.parent
                done.add(parent)
                if parent is not None and parent.mate is not None:
                    self._in_lists(parent.children, parent.mate.children, by_place=by_place)

    def _in_lists(
        self, left_all: Sequence[Node], right_all: Sequence[Node], *, by_place: bool = False
    ) -> None:
        """Pair what is left of two lists of siblings: equal words, then words and place."""
        left, right = self._free(left_all), self._free(right_all)
        if not left or not right:
            return
        self._repealed(left, right)
        if len(left) * len(right) > _ALL_TRIED:
            for one, other in _between_anchors(left_all, right_all, self._free):
                if len(one) * len(other) > _ALL_TRIED:
                    _pair_equal(one, other)
        for one, other in _between_anchors(left_all, right_all, self._free):
            self._in_order(one, other)
        self._crossing(self._free(left), self._free(right))
        if by_place:
            self._by_place(left_all, right_all)

    def _by_place(self, left_all: Sequence[Node], right_all: Sequence[Node]) -> None:
        """Pair what is left between the same neighbours, and little of it."""
        for one, other in _between_anchors(left_all, right_all, self._free):
            if max(len(one), len(other)) > _MOST_IN_PLACE:
                continue
            if len(one) == len(other):
                self._in_place(one, other)
            else:
                self._near_place(one, other)

    def _free(self, nodes: Iterable[Node]) -> list[Node]:
        return [node for node in nodes if node.mate is None and node not in self._taken]

    def _repealed(self, left: Sequence[Node], right: Sequence[Node]) -> None:
        """A repealed provision keeps its label and place, and none of its words
        (docs/field.md 5.3)."""
        labels = {(n.kind, n.unit.label): n for n in right}
        for node in left:
            other = labels.get((node.kind, node.unit.label))
            if other is None or other.mate is not None:
                continue
            if node.unit.repealed or other.unit.repealed:
                pair(node, other)

    def _in_order(self, left: list[Node], right: list[Node]) -> None:
        """Provisions between the same paired neighbours: the pairing of greatest likeness that
        keeps the order."""
        if (
            len(left) == len(right) == 1
            and left[0].kind is right[0].kind
            and (_plainly_alike(left[0].body, right[0].body))
        ):
            pair(left[0], right[0])
            return
        scores = list(self._scores(left, right, _LIKE_BETWEEN))
        for number in heaviest_chain(
            [(one.place, other.place, score) for one, other, score in scores]
        ):
            one, other, score = scores[number]
            pair(one, other, sure=score >= _SURE or len(left) == len(right) == 1)

    def _in_place(self, left: list[Node], right: list[Node]) -> None:
        """As many provisions between the same neighbours on both sides, of few common words."""
        for one, other in zip(left, right, strict=True):
            same_label = one.unit.label == other.unit.label
            least = _LIKE_IN_PLACE_AND_LABEL if same_label else _LIKE_IN_PLACE
            words = min(len(self._whole_code(one)), len(self._whole_code(other)))
            least = min(_MOST_LIKE_IN_PLACE, least + _ASKED_MORE * max(0, words - _SHORT))
            if one.kind is other.kind and self._alike(one, other, least) >= least:
                pair(one, other, sure=False)

    def _near_place(self, left: list[Node], right: list[Node]) -> None:
        """More provisions on one side between the same neighbours: those that begin and end alike."""
        scores = [
            (one, other, score)
            for one, other, score in self._scores(left, right, _LIKE_NEAR_PLACE)
            if _same_ends(self._code(one), self._code(other))
        ]
        for number in heaviest_chain(
            [(one.place, other.place, score) for one, other, score in scores]
        ):
            pair(*scores[number][:2], sure=False)

    def _crossing(self, left: list[Node], right: list[Node]) -> None:
        """Provisions that changed places under one parent."""
        if not left or not right:
            return
        rows = sorted(
            (
                (score, -abs(one.place - other.place), one, other)
                for one, other, score in self._scores(left, right, _LIKE_INSIDE)
            ),
            key=lambda row: row[:2],
            reverse=True,
        )
        for score, _, one, other in rows:
            if one.mate is other.mate is None:
                pair(one, other, sure=score >= _SURE_CROSSING)

    # -- anywhere ---------------------------------------------------------------------------------

    def _elsewhere(self) -> bool:
        """The rest, wherever it went; tells whether anything was found."""
        left = [n for n in self._old if n.mate is None]
        right = [n for n in self._new if n.mate is None]
        if not left or not right:
            return False
        rows = sorted(
            (
                (score, one.weight, -abs(one.place - other.place), one, other)
                for one, other, score in self._scores(left, right, _LIKE_ANYWHERE)
                if self._is_no_chance(one, other, score)
            ),
            key=lambda row: row[:3],
            reverse=True,
        )
        for score, _, _, one, other in rows:
            if one.mate is other.mate is None:
                pair(one, other, sure=score >= _SURE + 0.2)
        return bool(rows)

    def _is_no_chance(self, one: Node, other: Node, score: float) -> bool:
        """Few words are alike by chance. They are the same provision when they begin and end alike
        and one place between was changed; many words when enough of them are the same."""
        left, right = self._code(one), self._code(other)
        words = min(len(left), len(right))
        if words >= _MANY_WORDS:
            return score >= _LIKE_ANYWHERE + _CHANCE / words
        start = _common_start(left, right)
        end = min(_common_start(left[::-1], right[::-1]), words - start)
        return min(start, end) >= 1 and start + end >= max(_LEAST_ENDS, _ENDS * words)

    # -- likeness ---------------------------------------------------------------------------------

    def _scores(
        self, left: Sequence[Node], right: Sequence[Node], least: float
    ) -> list[tuple[Node, Node, float]]:
        """Give the pairings of one kind that are at least so much alike."""
        scores = []
        for one, other in self._candidates(left, right):
            if one.kind is other.kind:
                score = self._alike(one, other, least)
                if score >= least:
                    scores.append((one, other, score))
        return scores

    def _candidates(
        self, left: Sequence[Node], right: Sequence[Node]
    ) -> Iterable[tuple[Node, Node]]:
        if len(left) * len(right) <= _ALL_TRIED:
            return itertools.product(left, right)
        index: dict[str, list[Node]] = defaultdict(list)
        for node in right:
            for words in self._threes(node):
                index[words].append(node)
        found: list[tuple[Node, Node]] = []
        for node in left:
            shared: Counter[Node] = Counter()
            for words in self._threes(node):
                others = index.get(words, ())
                if len(others) <= _COMMON:
                    shared.update(others)
            found += [(node, other) for other, _ in shared.most_common(_CANDIDATES)]
        return found

    def _threes(self, node: Node) -> Iterable[str]:
        """Three words in a row, each once and in order: a set would give another order every run."""
        code = self._code(node)
        return dict.fromkeys([code[at : at + 3] for at in range(len(code) - 2)] or [code])

    def _code(self, node: Node) -> str:
        if node.code is None:
            node.code = self._words.code(node.body)
        return node.code

    def _whole_code(self, node: Node) -> str:
        """The words of a provision with all inside."""
        if not node.children and not node.tail:
            return self._code(node)
        code = self._whole.get(node)
        if code is None:
            inner = "".join([self._whole_code(child) for child in node.children])
            code = self._code(node) + inner + (self._words.code(node.tail) if node.tail else "")
            self._whole[node] = code
        return code

    def _inner_code(self, node: Node) -> str:
        """The words of a provision without its name, which a part loses or gets."""
        if not node.children or node.unit.heading is None:
            return self._whole_code(node)
        return self._whole_code(node)[len(self._code(node)) :]

    def _deep_code(self, node: Node) -> str:
        """The words of a provision with all inside, up to a limit."""
        code = self._deep.get(node)
        if code is None:
            code = self._code(node)
            for child in node.children:
                if len(code) > _DEEP_WORDS:
                    break
                code += self._deep_code(child)
            self._deep[node] = code
        return code

    def _alike(self, one: Node, other: Node, least: float) -> float:
        """Own words; where there are children, what stands inside is a witness too."""
        if one.body == other.body != "":
            return 1.0
        if not one.children or not other.children:
            return likeness(self._code(one), self._code(other), least)
        own = likeness(self._code(one), self._code(other))
        deep = likeness(self._deep_code(one), self._deep_code(other))
        return max(deep, (own + deep) / 2)


def _children(nodes: Sequence[Node]) -> list[Node]:
    return [child for node in nodes for child in node.children]


def _homes_of_children(node: Node) -> Iterator[tuple[Node, int]]:
    """The free parents of its kind that children of a provision stand in now, with their weight."""
    for child in node.children:
        other = child.mate.parent if child.mate is not None else None
        if other is not None and other.kind is node.kind and other.mate is None:
            yield other, max(1, child.weight)


def _same_ends(one: str, other: str) -> bool:
    """Two codes begin and end with the same word."""
    return one[:1] == other[:1] != "" and one[-1] == other[-1]


def _plainly_alike(one: str, other: str) -> bool:
    """Whether so many characters are the same that words need not be looked at; of very long words
    it is not asked."""
    from rapidfuzz.distance import Indel

    if len(one) * len(other) > _MOST_CHARACTERS:
        return False
    return Indel.normalized_similarity(one, other, score_cutoff=_PLAINLY) >= _PLAINLY


_KEY = attrgetter("key")


def _once(
    old: Sequence[Node], new: Sequence[Node], key: Callable[[Node], object]
) -> list[tuple[Node, Node]]:
    """Give the free provisions whose key stands once on both sides."""
    first = _free_by_key(old, key)
    return [(first[name], right) for name, right in _free_by_key(new, key).items() if name in first]


def _free_by_key(nodes: Sequence[Node], key: Callable[[Node], object]) -> dict[object, Node]:
    """The free provisions whose key no other free one has."""
    found: dict[object, Node | None] = {}
    for node in nodes:
        if node.mate is None:
            name = key(node)
            found[name] = None if name in found else node
    return {name: node for name, node in found.items() if node is not None}


def _common_start(one: str, other: str) -> int:
    """How many words two codes have in common at their beginning."""
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return same


def _pair_equal(left: Sequence[Node], right: Sequence[Node]) -> None:
    """Pair equal words in order: long lists of provisions that say the same ("(được bãi bỏ)") are not
    tried one by one."""
    from rapidfuzz.distance import Indel

    known: dict[tuple[UnitKind, str, int], int] = {}
    one, other = (
        [known.setdefault((n.kind, n.body, n.key), len(known)) for n in side]
        for side in (left, right)
    )
    for op in Indel.opcodes(one, other):
        if op.tag == "equal":
            for a, b in zip(
                left[op.src_start : op.src_end], right[op.dest_start : op.dest_end], strict=True
            ):
                pair(a, b)


def _pair_deep(old: Node, new: Node) -> None:
    if old.mate is new.mate is None:
        pair(old, new)
    for one, other in zip(old.children, new.children, strict=True):
        _pair_deep(one, other)


def _between_anchors(
    left: Sequence[Node], right: Sequence[Node], free: Callable[[Iterable[Node]], list[Node]]
) -> list[tuple[list[Node], list[Node]]]:
    """Give the free provisions of two lists that stand between the same anchors: paired provisions
    of both lists that kept their order."""
    place: dict[Node | None, int] = {node: number for number, node in enumerate(right)}
    rows = []
    for number, node in enumerate(left):
        if (at := place.get(node.mate)) is not None:
            rows.append((number, at, float(max(1, node.weight))))
    found, from_left, from_right = [], 0, 0
    for to_left, to_right in (
        *((rows[n][0], rows[n][1]) for n in heaviest_chain(rows)),
        (len(left), len(right)),
    ):
        one, other = free(left[from_left:to_left]), free(right[from_right:to_right])
        if one and other:
            found.append((one, other))
        from_left, from_right = to_left + 1, to_right + 1
    return found
