"""A row of a table of changes → what it orders: new wording, words for words, something new, a repeal.

In: the cells of a row and which of them says what (``domain.change_tables``). A row that is not
understood orders nothing, and its line is told. Source: docs/field.md 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.addresses import Step
from quyche_app.domain.change_tables import Columns
from quyche_app.domain.labels import follows
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import Cited
from quyche_app.language.orders import Order, WordPair
from quyche_app.language.predicates import completed
from quyche_app.language.statements import read_statement
from quyche_app.language.subjects import about_one_spot, subject_of
from quyche_app.language.topics import place_alone

_REPEALED = late(
    r"(?:(?:bãi bỏ|hủy bỏ|huỷ bỏ|lược bỏ|bỏ)(?:\s+(?:khoản|điểm|điều) này)?"
    r"|(?:thôi |không )quy định(?: nữa)?)\.?$",
    re.I,
)
_KEPT = late(r"(?:giữ nguyên|không thay đổi|như cũ|không sửa(?: đổi)?)\.?$", re.IGNORECASE)
# What speaks about the change, or points elsewhere, is no wording.
_NO_WORDING = late(
    r"(?:như (?:trên|cũ)|nt|xem|không|đề nghị|thay|sửa|bỏ|bãi bỏ|hủy bỏ|lược bỏ|chuyển|bổ sung|thêm"
    r"|giữ nguyên|hủy|huỷ|xóa|xoá|loại bỏ|cắt bỏ|nhất trí|theo dự thảo|gộp|nhập|tách|đổi|[-–/.]+)(?:\b|$)",
    re.IGNORECASE,
)
# "Khoản 4 Điều 7: 01 ngày": the place is no part of the new words.
_ADDRESS_INSIDE = late(
    r"^[\W\d]*(?:(?:khoản|điểm|điều|mục)\s+\w{1,4}[,\s]*)+:|\b(?:khoản|điểm)\s+\w{1,4}\s*:\s",
    re.IGNORECASE,
)
_FURTHER_ORDER = late(
    r";\s*(?:bỏ|bãi bỏ|sửa|thay|bổ sung|thêm|chuyển)\b|,\s*(?:bỏ|bãi bỏ|sửa|thay|bổ sung|thêm)\s+[“\"«]",
    re.IGNORECASE,
)
_NOTHING_YET = late(
    r"\(?(?:bổ sung mới|bổ sung|chưa (?:có|quy định)|không có|mới|-|–|/)?\)?\.?$", re.IGNORECASE
)
_NOT_THERE = late(
    r"\(\s*(?:chưa có|không có|bổ sung mới|mới|chưa quy định)"
    r"(?:\s+(?:điều|khoản|điểm|gạch đầu dòng)\s+\w{1,4})?\s*\)\s*$",
    re.IGNORECASE,
)
_CALLED_NEW = late(r"\s*\(\s*mới\s*\)", re.IGNORECASE)
_WHOLE = late(r"\s*\(\s*(?:toàn bộ|cả điều)\s*\)\s*$", re.IGNORECASE)
# What stands right in a provision.
HOLDS: dict[str, tuple[str, ...]] = {
    UnitKind.ARTICLE: (UnitKind.CLAUSE, UnitKind.POINT),
    UnitKind.CLAUSE: (UnitKind.POINT,),
    UnitKind.SECTION: (UnitKind.CLAUSE,),
}


def is_repeal(cell: str) -> bool:
    """Tell a cell that says that what stands beside it goes: "(bỏ)"."""
    return _REPEALED.match(cell.strip("()[] ")) is not None


def is_kept(cell: str) -> bool:
    """Tell a cell that says that nothing changes."""
    return _KEPT.match(cell.strip("()[] ")) is not None


def between_marks(cell: str) -> str | None:
    """Give the words of a cell that is one quotation; None for another one."""
    found = _MARKS.match(cell)
    return found["words"] if found is not None else None


_MARKS = late(r"^[“„«\"](?P<words>.*)[”»\"]\.?$", re.DOTALL)
_DASH = late(r"^[-–+•*]\s")
_DOTS = late(r"…|\.{3}")
_ARTICLE = late(r"(?P<place>Điều\s+\d{1,3}[a-zđ]?)[.:]\s")


@dataclass(frozen=True, slots=True)
class Row:
    """What a row orders.

    Attributes:
        wording: the paragraphs of the new words when they stand for a provision.
        old: the words that the row says stand there now.
    """

    order: Order | None
    wording: tuple[str, ...] = ()
    old: str = ""


def row_of(cells: Sequence[str], columns: Columns, above: Cited | None = None) -> Row | None:
    """Give what a row orders: a ``Row`` without an order says that nothing changes; None = not
    understood.

    Args:
        above: the provision whose parts the table is about, when a line over it names one.
    """
    row = _row_of(cells, columns)
    if row is not None:
        return row
    if columns.place is None:
        return _by_labels(cells[columns.old], cells[columns.new], above)
    return _spoken(cells[columns.place], cells[columns.old], cells[columns.new])


_SPOKEN = late(
    r"^(?:chuyển|đưa|gộp|nhập|hợp nhất|ghép)\s[^“”«»\":]+(?::\s+(?P<words>\S.*))?$",
    re.IGNORECASE | re.DOTALL,
)


def _spoken(place: str, old: str, new: str) -> Row | None:
    """A cell that says what becomes of its provision: "Khoản 4, Điều 5 | … | Chuyển sang Điều 7, thành khoản
    5 Điều 7", "Khoản 3 và khoản 4, Điều 7 | … | Gộp thành khoản 3: 3. …"."""
    found = _SPOKEN.match(new)
    if found is None:
        return None
    says = new[: found.start("words")].strip() if found["words"] else new
    statement = read_statement(f"{place.strip()}: {says[:1].lower()}{says[1:]}")
    if len(statement.orders) != 1 or statement.slips:
        return None
    (order,) = statement.orders
    if order.unknown or order.pairs or order.verb not in (Verb.MOVE, Verb.MERGE):
        return None
    words = paragraphs_of(between_marks(found["words"]) or found["words"]) if found["words"] else ()
    return Row(replace(order, text=f"{place}: {says}"), words, old)


def _row_of(cells: Sequence[str], columns: Columns) -> Row | None:
    old, new = cells[columns.old], cells[columns.new]
    is_new = bool(_NOTHING_YET.match(old))
    if columns.place is None:
        words, old = _split(old)
        is_new = bool(_NOT_THERE.search(words)) and not old
        words = _WHOLE.sub("", _NOT_THERE.sub("", words))
    else:
        words = cells[columns.place]
        is_new = is_new or bool(_CALLED_NEW.search(words))
        words = _CALLED_NEW.sub("", words)
    new = _ADDS.sub("", new) if is_new else new
    if _KEPT.match(new.strip("()[] ")):
        return Row(None)
    cited = place_alone(words)
    if len(cited) > 1 and _quotations(old) == _quotations(new) == len(cited):
        return _in_turn(cited, old, new, words)
    if _IN_TURN.search(new):
        return _in_turn(cited, old, _IN_TURN.sub("", new), words)
    place = only(cited)
    if place is None or not place.steps:
        return None
    old, new = _between_dots(old, new)
    if _REPEALED.match(new.strip("()[] ")):
        # The old words are those of the place itself, or none: a part of it is not all of it.
        is_whole = not old or _is_wording_of(place, old)
        said = (
            None if not old or _DOTS.search(old) else old
        )  # what goes must be all that stands there
        return Row(Order(Verb.REPEAL, (place,), inline=said, text=words)) if is_whole else None
    goes_on_alike = old.split(" ")[:1] == new.split(" ")[:1]  # "không quá 10 %" | "không quá 20 %"
    if (
        (_NO_WORDING.match(new.strip("()[] ")) and not goes_on_alike)
        or _FURTHER_ORDER.search(new)
        or _DOTS.search(new)
    ):
        return None
    if _ADDRESS_INSIDE.search(new):
        return None
    if is_new:
        return _insertion(place, new, words)
    return _amended(place, old, new, words)


# "Khoản 4. Điều chỉnh …", "Điều 11, khoản 2. Biên bản …": the place before its words.
_LED = late(
    r"(?P<place>(?:(?:Điều|Khoản|Điểm)\s+\w{1,4}[,\s]*)+)[.:]\s+(?P<words>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


def _by_labels(old: str, new: str, above: Cited | None) -> Row | None:
    """A row whose cells begin with the label of what they word: "3. Cũ." | "3. Mới."; without labels they are
    words of the place over the table."""
    if _KEPT.match(new):
        return Row(None)
    is_new, goes = bool(_NOTHING_YET.match(old)), bool(_REPEALED.match(new.strip("()")))
    place, said = _labelled(new if is_new else old, above)
    if place is None:
        return None if is_new else _as_words(old, new, above)
    if goes:  # what goes must be all that stands there
        whole = None if _DOTS.search(said) or said == old else said
        return Row(Order(Verb.REPEAL, (place,), inline=whole, text=old))
    same, words = _labelled(new, above)
    if same is None or same.steps != place.steps:
        return None
    verb = Verb.INSERT if is_new else Verb.AMEND
    return Row(Order(verb, (place,), promises_text=True, text=words), paragraphs_of(words), old)


def _as_words(old: str, new: str, above: Cited | None) -> Row | None:
    """Words for words of the place over the table."""
    if above is None or _NO_WORDING.match(new.strip("()")):
        return None
    pair = WordPair(_plain(old), _plain(new), places=(replace(above, slot="text"),))
    return Row(Order(Verb.REPLACE_WORDS, pairs=(pair,), text=old))


def _labelled(cell: str, above: Cited | None) -> tuple[Cited | None, str]:
    """The provision that a cell begins with, and its words behind the label as a text has it."""
    led = _LED.match(cell)
    if led is not None:
        named = only([one for one in place_alone(led["place"].strip(" ,")) if one.is_whole])
        if named is None:
            return None, cell
        small = named.own
        is_article = small.kind == UnitKind.ARTICLE
        mark = ")" if small.label.isalpha() else "."
        words = cell if is_article else f"{small.label}{mark} {led['words']}"
        (placed,) = completed([named], [above] if above is not None else [])
        return placed, words
    label = read_label(cell) if above is not None else None
    if above is None or label is None:
        return None, cell
    if label.kind not in HOLDS.get(above.own.kind, ()):
        return None, cell
    return Cited([Step(str(label.kind), label.label), *above.steps]), cell


def _split(cell: str) -> tuple[str, str]:
    """The place and the old words of a cell that holds both: "Khoản 3, Điều 14: 3. Định mức …"."""
    article = _ARTICLE.match(cell)
    if article is not None:
        return article["place"], _WHOLE.sub("", cell)
    words, colon, rest = cell.partition(":")
    return (words.strip(), rest.strip()) if colon else (cell, "")


# "Chưa có | Thêm khoản 4: 4. Chủ động …": the number is said twice.
_ADDS = late(
    r"^(?:thêm|bổ sung)\s+(?:khoản|điểm|điều)\s+(?P<label>\w{1,4})(?:\s+như sau)?\s*:\s+"
    r"(?=[“«\"]?(?:điều\s+)?(?P=label)[.)-])",
    re.IGNORECASE,
)
_ONE_QUOTATION = late(r"[“«][^“”«»]*[”»](?:\s*;\s*|\.?$)")


def _quotations(cell: str) -> int:
    """How many quotations a cell is, with nothing but semicolons between them; 0 for another one."""
    left, count = _ONE_QUOTATION.subn("", cell.strip())
    return 0 if left.strip() else count


_IN_TURN = late(r"\(?(?:theo thứ tự|lần lượt|tương ứng)\)?:?\s*", re.IGNORECASE)


def _in_turn(cited: Sequence[Cited], old: str, new: str, words: str) -> Row | None:
    """ "Khoản 1 và khoản 2, Điều 9 | ngày 20; ngày 25 | (theo thứ tự) ngày 18; ngày 22"."""
    before, after = (re.split(r"\s*;\s*", cell.strip(" .;")) for cell in (old, new))
    if not 1 < len(cited) == len(before) == len(after) or not all(one.steps for one in cited):
        return None
    pairs = tuple(
        WordPair(_plain(one), _plain(other), places=(replace(place, slot="text"),))
        for one, other, place in zip(before, after, cited, strict=True)
    )
    return Row(Order(Verb.REPLACE_WORDS, pairs=pairs, text=words))


_LEFT_OUT = late(r"^(?:…|\.{3})\s*|\s*(?:…|\.{3})$")


def _between_dots(old: str, new: str) -> tuple[str, str]:
    """ "… trong 05 ngày … | … trong 03 ngày …": words of the place, with what stands around them left out
    on both sides alike."""
    dots = [
        [bool(m) for m in (re.match("…|\\.{3}", c), re.search("(?:…|\\.{3})$", c))]
        for c in (old, new)
    ]
    if dots[0] != dots[1] or not any(dots[0]):
        return old, new
    return _LEFT_OUT.sub("", old), _LEFT_OUT.sub("", new)


def _insertion(place: Cited, new: str, words: str) -> Row | None:
    wording = paragraphs_of(new)
    label = read_label(wording[0])
    holder = place.own.kind
    if label is None or holder not in HOLDS or label.kind not in HOLDS[holder]:
        return None
    order = Order(Verb.INSERT, reference=place, side="end", promises_text=True, text=words)
    return Row(order, wording)


def _amended(place: Cited, old: str, new: str, words: str) -> Row | None:
    if _is_wording_of(place, new):
        order = Order(Verb.AMEND, (place,), promises_text=True, text=words)
        return Row(order, paragraphs_of(new), old)
    if (parts := _points_of(place, old, new)) is not None:
        return parts
    before, after = _plain(old), _plain(new)
    if "(" in after and "(" not in before:
        return None  # "Phó phòng (trừ khoản 3)": a remark, or words of the text
    if not before or not after or _DOTS.search(before) or _is_wording_of(place, before):
        return None
    at = replace(place, slot="text" if place.slot == "unit" else place.slot)
    order = Order(Verb.REPLACE_WORDS, pairs=(WordPair(before, after, places=(at,)),), text=words)
    (narrowed,) = about_one_spot((order,), subject_of(words))
    return Row(narrowed)


def _points_of(place: Cited, old: str, new: str) -> Row | None:
    """Several points of a clause in both cells: "a) Tập: 50; b) Diễn: 100." | "a) Tập: 70; b) Diễn: 150."."""
    before, after = ([read_label(words) for words in paragraphs_of(cell)] for cell in (old, new))
    labels = [label.label for label in after if label is not None]
    kinds = {label.kind for label in (*before, *after) if label is not None}
    if len(labels) < 2 or len(labels) != len(after) or place.slot != "unit" or len(kinds) != 1:
        return None
    kind = kinds.pop()
    if [label and label.label for label in before] != labels or kind not in HOLDS.get(
        place.own.kind, ()
    ):
        return None
    targets = tuple(Cited([Step(str(kind), label), *place.steps]) for label in labels)
    return Row(Order(Verb.AMEND, targets, promises_text=True, text=old), paragraphs_of(new))


def _plain(words: str) -> str:
    found = _MARKS.match(words)
    return found["words"] if found is not None else words


def _is_wording_of(place: Cited, words: str) -> bool:
    """Whether words begin as the provision itself does: with its label, or with a dash."""
    if place.slot.startswith("item"):
        return bool(_DASH.match(words))
    label = read_label(words)
    return (
        place.slot == "unit"
        and label is not None
        and label.label.casefold() == place.own.label.casefold()
    )


_LABELS = late(r"(?<=[:;.])\s+(?=(?:[a-zđ]\)|\d{1,2}\.)\s)|(?<=[\wà-ỹ])\s+(?=1\.\s)", re.IGNORECASE)


def paragraphs_of(words: str) -> tuple[str, ...]:
    """Give the paragraphs that a cell ran together: "2. Phụ cấp: a) Trong tỉnh; b) Ngoài tỉnh."."""
    pieces = [piece for line in words.split("\n") for piece in _LABELS.split(line)]
    made: list[str] = []
    last: dict[UnitKind, str] = {}
    for piece in pieces:
        label = read_label(piece)
        goes_on = made and label is not None and not follows(label.label, last.get(label.kind))
        if goes_on:
            made[-1] = f"{made[-1]} {piece}"
            continue
        if label is not None:
            last[label.kind] = label.label
        made.append(piece)
    return tuple(made)
