"""Rows of a table of changes that stand under a row naming their article, often with a column of remarks:
"Điều 4 | Điều 4 |" / "“mỗi quý” | “mỗi tuần” | Khoản 2" / " | 5. Mới. | Thêm khoản".

The remark narrows the article to a clause, or says where something new goes. Source: docs/field.md 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.amending.table_orders import (
    HOLDS,
    Row,
    between_marks,
    is_kept,
    is_repeal,
    paragraphs_of,
)
from quyche_app.domain.addresses import Step
from quyche_app.domain.change_tables import Columns
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.domain.units import REPEALED_TEXT, UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import Cited
from quyche_app.language.orders import Order, WordPair
from quyche_app.language.topics import place_alone

_ARTICLE = late(
    r"(?P<kind>Điều|Chương)\s+(?P<label>\d{1,3}[a-zđ]?|[IVXLC]{1,5})\s*(?:[.:]\s*(?P<name>\S.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_KINDS = {"điều": UnitKind.ARTICLE, "chương": UnitKind.CHAPTER}
_GONE = late(
    r"\(?\s*(?:bỏ|bãi bỏ|hủy bỏ|lược bỏ)"
    r"(?:\s+(?:câu|cụm từ|cả|toàn bộ|điều|khoản|điểm|đoạn|ý|này))*\s*\)?\.?$",
    re.IGNORECASE,
)
_MOVED = late(
    r"\(?\s*(?:chuyển|đổi|đánh số(?: lại)?)\s+(?:thành|là|sang)\s+(?P<place>[^(),;]+)"
    r"(?:,\s*(?:giữ nguyên|không đổi)[^();]*)?\)?\.?$",
    re.IGNORECASE,
)
# What a remark says of the change, beside a place.
_SAID = late(
    r"^\W*(?:sửa đổi|sửa|bổ sung|thêm|bỏ|bãi bỏ|chuyển|thay|mới)?\s*"
    r"(?:tên điều|tên|khoản mới|khoản|điểm|điều|câu|đoạn|ý)?\W*$",
    re.IGNORECASE,
)
_SIDE = late(
    r"^(?:thêm|bổ sung|đặt|chèn)?\s*(?P<side>vào cuối|cuối|sau|vào sau|trước|vào trước)\s+(?P<place>.+)$",
    re.IGNORECASE,
)
_VERB = late(r"^(?:thêm|bổ sung|sửa|bỏ)\s+(?:vào\s+|tại\s+)?(?=khoản|điểm|điều)", re.IGNORECASE)
_DASH = late(r"[-–+•]\s")


def heading_row(cells: Sequence[str], columns: Columns) -> tuple[Cited, Row] | None:
    """Give the article, or chapter, that the rows below are about, and what this row orders of its name; None
    when a row is no such heading."""
    if columns.place is not None:
        return None
    old, new = _ARTICLE.match(cells[columns.old]), _ARTICLE.match(cells[columns.new])
    if old is None or new is None or old["label"].lower() != new["label"].lower():
        return None
    if columns.note is None and (old["name"] or new["name"]):
        return None  # the article itself, in its old words and its new ones
    kind = _KINDS[old["kind"].lower()]
    place = Cited([Step(str(kind), old["label"])])
    if not new["name"] or old["name"] == new["name"]:
        return place, Row(None)
    named = replace(place, slot="heading")
    return place, Row(Order(Verb.AMEND, (named,), inline=new["name"], text=cells[columns.new]))


def annotated_row(cells: Sequence[str], columns: Columns, above: Cited | None) -> Row | None:
    """Give what a row under its article orders; None = not understood.

    Args:
        above: the article that a row before named.
    """
    if columns.note is None:
        return None
    old, new, note = cells[columns.old], cells[columns.new], cells[columns.note]
    article = _ARTICLE.match(old)
    if article is not None and _GONE.match(new):
        whole = Cited([Step(str(_KINDS[article["kind"].lower()]), article["label"])])
        return Row(Order(Verb.REPEAL, (whole,), text=old))
    if above is None:
        return None
    place, side = _place_of(note, above)
    if place is None:
        return None
    if not old:
        return _new(new, place, side)
    if is_kept(new):
        return Row(None)
    if side:
        return None
    return _changed(old, new, place)


def _place_of(note: str, above: Cited) -> tuple[Cited | None, str]:
    """The place that a remark narrows the article to, and on which side of it; None where the remark says
    something else."""
    if _SAID.match(note):
        return above, ""
    sided = _SIDE.match(note)
    words = sided["place"] if sided is not None else _VERB.sub("", note)
    cited = place_alone(words.strip(" ."))
    named = only(cited)
    if named is None or not named.is_whole:
        return None, ""
    steps = named.steps
    largest = steps[-1].kind
    if largest != UnitKind.ARTICLE:
        steps = [*steps, *(step for step in above.steps if step not in steps)]
    side = ""
    if sided is not None:
        word = sided["side"].lower()
        side = "end" if "cuối" in word else "before" if "trước" in word else "after"
    return replace(named, steps=steps), side


def _new(new: str, place: Cited, side: str) -> Row | None:
    """Something that the old column does not have."""
    if side in ("", "end") and _DASH.match(new):
        last = replace(place, slot="item:last")
        return Row(Order(Verb.INSERT, reference=last, side="after", inline=new, text=new))
    label = read_label(new)
    if label is None:
        return None
    wording = paragraphs_of(new)
    if label.kind is UnitKind.ARTICLE and len(wording) == 1:
        return None  # name and words of the article run together in one cell
    if side in ("after", "before"):
        if str(label.kind) != place.own.kind:
            return None
        made = Cited([Step(str(label.kind), label.label), *place.steps[1:]])
        order = Order(
            Verb.INSERT, (made,), reference=place, side=side, promises_text=True, text=new
        )
        return Row(order, wording)
    if label.kind not in HOLDS.get(place.own.kind, ()):
        return None
    made = Cited([Step(str(label.kind), label.label), *place.steps])
    return Row(Order(Verb.INSERT, (made,), promises_text=True, text=new), wording)


def _changed(old: str, new: str, place: Cited) -> Row | None:
    """Words for words, a dash, or a provision with its label."""
    marked = between_marks(old)
    if marked is not None:
        return _words(marked, new, place)
    if _DASH.match(old):
        return _words(old, f"- {REPEALED_TEXT}" if _GONE.match(new) else new, place)
    unit = _unit_of(old, place)
    if unit is None:
        return None
    if _GONE.match(new) or is_repeal(new):
        return Row(Order(Verb.REPEAL, (unit,), text=old))
    moved = _MOVED.match(new)
    if moved is not None:
        to = only(place_alone(moved["place"].strip()))
        if to is None or not to.is_whole or len(to.steps) != len(unit.steps):
            return None
        return Row(Order(Verb.MOVE, (unit,), (to,), text=old))
    label = read_label(new)
    if label is None or label.label.casefold() != unit.own.label.casefold():
        return None
    order = Order(Verb.AMEND, (unit,), promises_text=True, text=new)
    return Row(order, paragraphs_of(new))


def _unit_of(words: str, place: Cited) -> Cited | None:
    """The provision whose old words a cell begins with: below the place, or the place itself."""
    label = read_label(words)
    if label is None:
        return None
    own = place.own
    if (own.kind, own.label.casefold()) == (str(label.kind), label.label.casefold()):
        return place
    if label.kind not in HOLDS.get(own.kind, ()):
        return None
    return Cited([Step(str(label.kind), label.label), *place.steps])


def _words(old: str, new: str, place: Cited) -> Row | None:
    at = replace(place, slot="text")
    if _GONE.match(new):
        pair = WordPair(old, "", places=(at,))
        return Row(Order(Verb.REMOVE_WORDS, pairs=(pair,), text=old))
    words = new if _DASH.match(old) else between_marks(new)
    if not words or words == old:
        return None
    pair = WordPair(old, words, places=(at,))
    return Row(Order(Verb.REPLACE_WORDS, pairs=(pair,), text=old))
