"""A comparison as rows that stand level with each other: pure values.

Each changed provision is one change with a number; an inserted article counts once with all that is
in it. A hidden layer takes nothing away: what is hidden is counted (docs/window.md 1, principle 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quyche_app.domain.addresses import stands_in
from quyche_app.domain.comparisons import Change, ChangeKind, Comparison, Layer, Pair, Side
from quyche_app.domain.texts import capital, shortened
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import GROUPING_KINDS, UnitKind
from quyche_app.gui.text_lines import Line, Run, runs_within, unit_lines
from quyche_app.languages import tr

MOVES = "moved"
# Layers in the order of the row "Hiện:"; moves stand apart from other changes of substance.
LAYERS: tuple[tuple[str, str], ...] = (
    (Layer.SUBSTANCE.value, "Nội dung"),
    (MOVES, "Chuyển chỗ"),
    (Layer.NUMBERING.value, "Đánh số"),
    (Layer.REFERENCES.value, "Dẫn chiếu"),
    (Layer.ORTHOGRAPHY.value, "Chính tả"),
    (Layer.PUNCTUATION.value, "Dấu câu, hoa thường"),
    (Layer.FORMATTING.value, "Định dạng"),
)
SHOWN_AT_FIRST = frozenset({Layer.SUBSTANCE.value, MOVES})
_MOVED = (ChangeKind.MOVED, ChangeKind.MOVED_EDITED)
_LAYER_ORDER = [key for key, _ in LAYERS if key != MOVES]
_CHIPS = {
    ChangeKind.EDITED: ("sửa", "doubt"),
    ChangeKind.INSERTED: ("thêm", "added"),
    ChangeKind.REMOVED: ("bỏ", "removed"),
    ChangeKind.MOVED: ("chuyển", "moved"),
    ChangeKind.MOVED_EDITED: ("chuyển", "moved"),
    ChangeKind.RENUMBERED: ("đánh số", "outline"),
    ChangeKind.SPLIT: ("tách", "doubt"),
    ChangeKind.MERGED: ("gộp", "doubt"),
}
_BARS = {
    ChangeKind.INSERTED: "added",
    ChangeKind.REMOVED: "removed",
    ChangeKind.MOVED: "moved",
    ChangeKind.MOVED_EDITED: "moved",
    ChangeKind.RENUMBERED: "edge",
}


@dataclass(frozen=True, slots=True)
class CompareRow:
    """Two cells level with each other; ``left`` or ``right`` None = hatched.

    Attributes:
        change: number of the change from 1, 0 = none.
        bar: token of the bar in the middle band.
        left_remark, right_remark: "chuyển đến khoản 2 Điều 14a".
        fold: words of a folded run ("" = no fold): what is inside, and how much at the right.
    """

    left: tuple[Line, ...] | None = ()
    right: tuple[Line, ...] | None = ()
    left_unit: str = ""
    right_unit: str = ""
    words: str = ""
    level: UnitKind | None = None
    change: int = 0
    bar: str = ""
    left_remark: str = ""
    right_remark: str = ""
    fold: str = ""
    fold_count: str = ""
    folded: tuple[CompareRow, ...] = ()

    @property
    def is_fold(self) -> bool:
        """It stands for rows that did not change."""
        return bool(self.folded)


@dataclass(frozen=True, slots=True)
class ListedChange:
    """One line of the list of changes."""

    number: int
    words: str
    summary: str
    chip: str
    form: str
    layer: str
    key: str  # of the words compared: a tick belongs to them


@dataclass(frozen=True, slots=True)
class CompareRows:
    """What the screen shows of a comparison with some layers hidden."""

    rows: tuple[CompareRow, ...]
    changes: tuple[ListedChange, ...]
    counts: dict[str, int]  # per layer, hidden ones too
    hidden: int

    @property
    def total(self) -> int:
        """How many changes there are in all layers."""
        return sum(self.counts.values())


def layer_of(pair: Pair) -> str:
    """Give the layer a pair counts in: moves, or the weightiest among its differences of words."""
    if pair.kind in _MOVED:
        return MOVES
    if pair.kind in (ChangeKind.INSERTED, ChangeKind.REMOVED, ChangeKind.SPLIT, ChangeKind.MERGED):
        return Layer.SUBSTANCE.value
    layers = {change.layer.value for change in pair.changes if change.op != "equal"}
    if pair.kind is ChangeKind.RENUMBERED and not layers:
        return Layer.NUMBERING.value
    return next((layer for layer in _LAYER_ORDER if layer in layers), Layer.FORMATTING.value)


class SideTexts:
    """The lines of units on both sides, with looks and marks."""

    def __init__(self, comparison: Comparison) -> None:
        self._old, self._new = TreeIndex(comparison.old), TreeIndex(comparison.new)

    def is_repealed(self, pair: Pair) -> bool:
        """The provision kept its place and label, and lost its words."""
        if pair.kind is not ChangeKind.EDITED or pair.slot != "text" or len(pair.new) != 1:
            return False
        placed = self._new.by_id.get(pair.new[0].unit_id)
        before = self._old.by_id.get(pair.old[0].unit_id)
        return bool(placed and placed.unit.repealed and before and not before.unit.repealed)

    def lines(self, pair: Pair, side: str, shown: frozenset[str]) -> tuple[Line, ...]:
        """Give one side of a pair. Where its layer is shown every difference is marked: a comma
        that came with new words is not hidden behind them; where it is hidden none is."""
        skipped, marked = ("insert", "removed") if side == "left" else ("delete", "added")
        own = [change for change in pair.changes if change.op != skipped]
        text = "".join(change.text for change in own)
        runs = _runs(pair, own, marked) if layer_of(pair) in shown else []
        if self.is_repealed(pair):
            # "3. (được bãi bỏ)" shares no words with what was there, only the label.
            label = len(self._new.by_id[pair.new[0].unit_id].unit.prefix.rstrip())
            runs = [Run(label + 1, len(text), marked)]
        return _cut(self._looks(pair, side, text), [_trimmed(run, text) for run in runs])

    def _looks(self, pair: Pair, side: str, text: str) -> tuple[Line, ...]:
        sides = pair.old if side == "left" else pair.new
        index = self._old if side == "left" else self._new
        if pair.slot == "text" and len(sides) == 1 and sides[0].unit_id in index.by_id:
            looks = unit_lines(index.by_id[sides[0].unit_id].unit)
            lines = [piece for line in looks for piece in _untabled(line)]
            if "\n".join(line.text for line in lines) == text:
                return tuple(lines)
        depth = max(0, pair.level.depth - UnitKind.CLAUSE.depth) if pair.level else 0
        look = _plain_look(pair.level)
        return tuple(Line(piece, look, (), depth) for piece in text.split("\n"))


def _plain_look(level: UnitKind | None) -> str:
    if level is None:
        return "plain"
    return "group" if level in GROUPING_KINDS else "body"


_WHOLE = (ChangeKind.INSERTED, ChangeKind.REMOVED)


def _runs(pair: Pair, changes: Iterable[Change], marked: str) -> list[Run]:
    """Give the marks of one side: what is on it alone, and all of what has moved."""
    of_equal = "moved" if pair.kind in _MOVED else ""
    runs: list[Run] = []
    at = 0
    for change in changes:
        form = of_equal if change.op == "equal" else marked
        if form:
            runs.append(Run(at, at + len(change.text), form))
        at += len(change.text)
    return runs


def _trimmed(run: Run, text: str) -> Run:
    """Marks begin and end at words: spaces at their ends carry none."""
    words = text[run.start : run.end]
    if not words.strip():
        return run
    lead = len(words) - len(words.lstrip(" .)" if run.form == "moved" else " "))
    return Run(run.start + lead, run.end - (len(words) - len(words.rstrip(" "))), run.form)


def _untabled(line: Line) -> list[Line]:
    if line.cells:
        return [Line(piece, "plain") for piece in line.text.split("\n")]
    return [line]


def _cut(lines: Iterable[Line], runs: list[Run]) -> tuple[Line, ...]:
    """Give each line its part of the runs over the joined text."""
    result, offset = [], 0
    for line in lines:
        end = offset + len(line.text)
        own = runs_within(runs, offset, end)
        result.append(replace(line, runs=line.runs + own))
        offset = end + 1
    return tuple(result)


def _words_of(pair: Pair) -> str:
    side = _newest_side(pair)
    suffix = {"tail": tr(", đoạn cuối"), "front": "", "back": ""}.get(pair.slot, "")
    words = side.words or {"front": tr("Phần đầu"), "back": tr("Phần cuối")}.get(pair.slot, "")
    return capital(words) + suffix


def _newest_side(pair: Pair) -> Side:
    return (pair.new or pair.old)[0]


class _Numbering:
    """Gives numbers to changes in reading order; children of an inserted unit share its number."""

    def __init__(self, shown: frozenset[str], texts: SideTexts) -> None:
        self._shown, self._texts = shown, texts
        self.changes: list[ListedChange] = []
        self.counts = {key: 0 for key, _ in LAYERS}
        self._head: tuple[ChangeKind, str, int] | None = None
        self._inside: list[Pair] = []

    def number(self, pair: Pair) -> int:
        """Give the number of a pair, 0 when it is unchanged or its layer is hidden."""
        if not pair.is_changed:
            self._head = None
            return 0
        path = _newest_side(pair).path
        if self._head is not None and pair.kind is self._head[0]:
            above = self._head[1]
            if stands_in(path, above):
                self._count_inside(pair)
                return self._head[2]
        layer = layer_of(pair)
        self.counts[layer] += 1
        number = len(self.changes) + 1 if layer in self._shown else 0
        self._head = (pair.kind, path, number) if pair.kind in _WHOLE else None
        if number:
            self.changes.append(self._listed(pair, number, layer, path))
            self._inside = []
        return number

    def _listed(self, pair: Pair, number: int, layer: str, path: str) -> ListedChange:
        key = "\x1f".join(f"{change.op[0]}{change.text}" for change in pair.changes) + path
        if self._texts.is_repealed(pair):
            chip, form = "bãi bỏ", "removed"
            summary = tr("bãi bỏ “{words}”", words=shortened(_old_words(pair), 48))
        else:
            chip, form = _CHIPS.get(pair.kind, ("sửa", "doubt"))
            summary = _summary(pair, self._shown)
        return ListedChange(number, _words_of(pair), summary, tr(chip), form, layer, key)

    def _count_inside(self, pair: Pair) -> None:
        """Say in the line of an inserted article how much is in it."""
        if self._head is None or not self._head[2]:
            return
        self._inside.append(pair)
        clauses = sum(inner.level is UnitKind.CLAUSE for inner in self._inside)
        points = sum(inner.level is UnitKind.POINT for inner in self._inside)
        parts = [
            f"{count} {name}"
            for count, name in ((clauses, tr("khoản")), (points, tr("điểm")))
            if count
        ]
        at = self._head[2] - 1
        what = tr("bổ sung") if pair.kind is ChangeKind.INSERTED else tr("bãi bỏ")
        if parts:
            self.changes[at] = replace(
                self.changes[at],
                summary=tr("{what}, gồm {parts}", what=what, parts=", ".join(parts)),
            )


def _summary(pair: Pair, shown: frozenset[str]) -> str:
    if pair.kind is ChangeKind.INSERTED:
        return tr("bổ sung “{words}”", words=shortened(_joined(pair, "insert"), 48))
    if pair.kind is ChangeKind.REMOVED:
        return tr("bỏ “{words}”", words=shortened(_joined(pair, "delete"), 48))
    words = _word_summary(pair, shown)
    if pair.kind in _MOVED:
        place = pair.old[0].words
        return tr("từ {place}, có sửa chữ", place=place) if words else tr("từ {place}", place=place)
    if pair.kind is ChangeKind.SPLIT:
        return tr("tách thành {places}", places=", ".join(side.words for side in pair.new))
    if pair.kind is ChangeKind.MERGED:
        return tr("gộp từ {places}", places=", ".join(side.words for side in pair.old))
    if pair.kind is ChangeKind.RENUMBERED:
        return tr("trước là {place}", place=pair.old[0].words)
    return words


def _old_words(pair: Pair) -> str:
    return " ".join("".join(c.text for c in pair.changes if c.op != "insert").split())


def _joined(pair: Pair, op: str) -> str:
    return " ".join(
        "".join(change.text for change in pair.changes if change.op in (op, "equal")).split()
    )


def _word_summary(pair: Pair, shown: frozenset[str]) -> str:
    pieces: list[str] = []
    changes = [
        change for change in pair.changes if change.op == "equal" or change.layer.value in shown
    ]
    at = 0
    while at < len(changes):
        change = changes[at]
        follows = changes[at + 1] if at + 1 < len(changes) else None
        if change.op == "delete" and follows is not None and follows.op == "insert":
            pieces.append(
                f"“{shortened(change.text.strip(), 24)}” → “{shortened(follows.text.strip(), 24)}”"
            )
            at += 1
        elif change.op == "delete":
            pieces.append(tr("bỏ “{words}”", words=shortened(change.text.strip(), 40)))
        elif change.op == "insert":
            pieces.append(tr("thêm “{words}”", words=shortened(change.text.strip(), 40)))
        at += 1
    if len(pieces) > 2:
        return tr("{first}; còn {count} chỗ", first=pieces[0], count=len(pieces) - 1)
    return "; ".join(pieces)


def _row(pair: Pair, number: int, texts: SideTexts, shown: frozenset[str]) -> CompareRow:
    is_moved = pair.kind in _MOVED and number > 0
    has_left = bool(pair.old) and not is_moved
    return CompareRow(
        texts.lines(pair, "left", shown) if has_left else None,
        texts.lines(pair, "right", shown) if pair.new else None,
        pair.old[0].unit_id if has_left else "",
        pair.new[0].unit_id if pair.new else "",
        _words_of(pair),
        pair.level,
        number,
        _bar(pair, texts) if number else "",
        "",
        _came_from(pair) if number else "",
    )


def _bar(pair: Pair, texts: SideTexts) -> str:
    return "removed" if texts.is_repealed(pair) else _BARS.get(pair.kind, "edit_bar")


def _came_from(pair: Pair) -> str:
    """Where a provision stood before, when it has another place or number."""
    match pair.kind:
        case ChangeKind.MOVED:
            return tr("chuyển từ {place}", place=pair.old[0].words)
        case ChangeKind.MOVED_EDITED:
            return tr("chuyển từ {place}, có sửa chữ", place=pair.old[0].words)
        case ChangeKind.RENUMBERED:
            return tr("trước là {place}", place=pair.old[0].words)
        case _:
            return ""


def _ghost(pair: Pair, number: int, texts: SideTexts, shown: frozenset[str]) -> CompareRow:
    """The place a moved provision left."""
    old: Side = pair.old[0]
    return CompareRow(
        texts.lines(pair, "left", shown),
        None,
        old.unit_id,
        "",
        capital(old.words),
        pair.level,
        number,
        "moved",
        tr("chuyển đến {place}", place=pair.new[0].words),
    )


def make_rows(comparison: Comparison, shown: frozenset[str]) -> CompareRows:
    """Give the rows, unfolded, and the list of changes of the shown layers."""
    texts = SideTexts(comparison)
    numbering = _Numbering(shown, texts)
    rows: list[CompareRow] = []
    ghosts: list[tuple[str, CompareRow]] = []
    for pair in comparison.pairs:
        number = numbering.number(pair)
        rows.append(_row(pair, number, texts, shown))
        if number and pair.kind in _MOVED:
            ghosts.append((pair.old[0].unit_id, _ghost(pair, number, texts, shown)))
    hidden = sum(count for key, count in numbering.counts.items() if key not in shown)
    placed = _place_ghosts(rows, ghosts, comparison)
    return CompareRows(tuple(placed), tuple(numbering.changes), numbering.counts, hidden)


def _place_ghosts(
    rows: list[CompareRow], ghosts: list[tuple[str, CompareRow]], comparison: Comparison
) -> list[CompareRow]:
    """Put each left place behind the row of the provision that stood before it."""
    order = {unit.id: at for at, unit in enumerate(comparison.old.units())}
    units = list(order)
    for unit_id, ghost in sorted(ghosts, key=lambda pair: order.get(pair[0], 0)):
        row_of = {row.left_unit: at for at, row in enumerate(rows) if row.left_unit}
        at = order.get(unit_id, 0) - 1
        while at >= 0 and units[at] not in row_of:
            at -= 1
        rows.insert(row_of[units[at]] + 1 if at >= 0 else 0, ghost)
    return rows
