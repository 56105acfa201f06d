"""Checking a whole draft: words of every paragraph, structure, citations, one style of tone marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from quyche_app.checking.findings import Flaw, Mend, PlacedFlaw, Severity
from quyche_app.checking.rules import RULES
from quyche_app.checking.words import in_style, tone_places, word_flaws
from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import parse_path
from quyche_app.domain.label_slips import slips_among
from quyche_app.domain.messages import Message, message
from quyche_app.domain.trees import Placed, tree_index
from quyche_app.domain.units import GROUPING_KINDS, Paragraph, Unit, UnitKind
from quyche_app.drafting.citations import citations, may_cite

_ORDER = {Severity.MUST: 0, Severity.SHOULD: 1, Severity.HINT: 2}
_ABBREVIATION = re.compile(r"(?<![\w/\-.])[A-ZĐ]{2,6}(?![\w/\-])")
_ROMAN = re.compile(r"[IVXLC]+")
_COMMON = frozenset({"CP", "TW", "TU", "QH", "UBTVQH", "TT", "ND", "NQ"})


@dataclass(frozen=True, slots=True)
class _Spot:
    slot: str
    index: int
    text: str


def check_draft(
    act: Act,
    *,
    silent: Collection[str] = (),
    tone: str = "",
    is_stopped: Callable[[], bool] = lambda: False,
) -> tuple[PlacedFlaw, ...]:
    """Give what the checks find, what must be mended first, then in the order of the text.

    Args:
        silent: rules that are not asked.
        tone: "new" for ủy, "old" for uỷ; "" takes what the text uses more often.
        is_stopped: looked at between provisions; what was found so far is given.
    """
    index = tree_index(act)
    paths = {placed.address.path for placed in index}
    style = tone or _style(act)
    found: list[PlacedFlaw] = []
    introduced: set[str] = set()
    for number, placed in enumerate(index):
        if number % 64 == 0 and is_stopped():
            break
        for spot, flaw in _of_unit(placed, paths, (style, bool(tone)), introduced):
            if flaw.rule not in silent:
                found.append(
                    PlacedFlaw(
                        RULES[flaw.rule],
                        placed.unit.id,
                        placed.address.words,
                        spot.slot,
                        spot.index,
                        flaw,
                    )
                )
    found.sort(key=lambda f: _ORDER[f.rule.severity])  # stable: the order of the text stays
    return tuple(found)


def _spots(unit: Unit) -> list[_Spot]:
    spots = [] if unit.heading is None else [_Spot("heading", 0, unit.heading)]
    for slot, blocks in (("lead", unit.lead), ("tail", unit.tail)):
        spots += [_Spot(slot, n, b.text) for n, b in enumerate(blocks) if isinstance(b, Paragraph)]
    return spots


def _of_unit(
    placed: Placed, paths: set[str], style: tuple[str, bool], introduced: set[str]
) -> Iterator[tuple[_Spot, Flaw]]:
    unit = placed.unit
    if unit.repealed:
        return
    spots = _spots(unit)
    first = spots[0] if spots else _Spot("lead", 0, "")
    yield from ((first, flaw) for flaw in _structure(placed))
    for spot in spots:
        found = chain(
            word_flaws(spot.text),
            _tones(spot.text, *style),
            _abbreviations(spot.text, introduced),
            _references(spot.text, placed, paths) if spot.slot != "heading" else (),
        )
        yield from ((spot, flaw) for flaw in found)
    if spots and unit.kind is UnitKind.POINT and not unit.children:
        yield from ((spots[-1], flaw) for flaw in _list_end(placed, spots[-1].text))


# -- structure ------------------------------------------------------------------------------------


def _structure(placed: Placed) -> Iterator[Flaw]:
    unit = placed.unit
    if unit.kind in GROUPING_KINDS:
        if not unit.heading_words.strip():
            yield Flaw(
                "heading",
                message("flaw.no_heading", "{place} chưa có tên.", place=unit.prefix.strip()),
            )
        if not unit.children:
            yield Flaw(
                "empty",
                message("flaw.no_articles", "{place} chưa có điều nào.", place=unit.prefix.strip()),
            )
    elif not _says_something(unit):
        yield Flaw(
            "empty", message("flaw.no_words", "{place} chưa có lời văn.", place=unit.prefix.strip())
        )
    children = [child for child in unit.children if child.kind is not UnitKind.ITEM]
    if len(children) == 1 and children[0].kind in (UnitKind.POINT, UnitKind.CLAUSE):
        kind = "điểm" if children[0].kind is UnitKind.POINT else "khoản"
        yield Flaw(
            "lone",
            message(
                "flaw.lone", "{place} chỉ có một {kind}.", place=unit.prefix.strip(), kind=kind
            ),
        )
    yield from _labels(unit.children)


def _says_something(unit: Unit) -> bool:
    if unit.children or unit.heading_words.strip():
        return True
    return any(not isinstance(b, Paragraph) or b.text.strip() for b in (*unit.lead, *unit.tail))


def _labels(children: tuple[Unit, ...]) -> Iterator[Flaw]:
    for before, unit, is_twice in slips_among(children):
        if is_twice:
            yield Flaw(
                "labels",
                message(
                    "flaw.label_twice",
                    "Có hai {place} trong cùng một chỗ.",
                    place=unit.prefix.strip(),
                ),
            )
        else:
            yield Flaw(
                "labels",
                message(
                    "flaw.label_order",
                    "{place} đứng sau {before}.",
                    place=unit.prefix.strip(),
                    before=before.prefix.strip(),
                ),
            )


def _list_end(placed: Placed, text: str) -> Iterator[Flaw]:
    parent = placed.parent
    if parent is None or not text:
        return
    points = [c for c in parent.children if c.kind is UnitKind.POINT]
    is_last = points[-1].id == placed.unit.id
    wanted = "." if is_last else ";"
    end = len(text)
    if text[-1] in ".;" and text[-1] != wanted and len(points) > 1:
        said = message(
            "flaw.list_end",
            "{place} kết thúc bằng dấu chấm phẩy.",
            place=placed.unit.prefix.strip(),
        )
        if is_last:
            said = message(
                "flaw.list_last_end",
                "{place} điểm cuối kết thúc bằng dấu chấm.",
                place=placed.unit.prefix.strip(),
            )
        yield Flaw(
            "lists",
            said,
            end - 1,
            end,
            (
                Mend(
                    message(
                        "mend.change",
                        "Đổi “{words}” thành “{wanted}”",
                        words=text[-1],
                        wanted=wanted,
                    ),
                    end - 1,
                    end,
                    wanted,
                ),
            ),
        )


# -- words that need the whole text -----------------------------------------------------------------


def _references(text: str, placed: Placed, paths: set[str]) -> Iterator[Flaw]:
    if not may_cite(text):
        return
    for cited in citations(text, placed.address):
        if cited.is_own and cited.path and cited.path not in paths:
            address = parse_path(cited.path)
            words = address.words if address is not None else text[cited.start : cited.end]
            yield Flaw(
                "reference",
                message("flaw.reference", "“{place}” không có trong văn bản này.", place=words),
                cited.start,
                cited.end,
            )


def _style(act: Act) -> str:
    """The place of the tone mark that the text uses more often, "" when it uses one only."""
    counts: Counter[str] = Counter()
    for unit in act.units():
        for spot in _spots(unit):
            counts.update(style for _, _, style in tone_places(spot.text))
    if len(counts) < 2:
        return ""
    return counts.most_common(1)[0][0]


def _tones(text: str, style: str, is_chosen: bool) -> Iterator[Flaw]:
    if not style:
        return
    for start, end, own in tone_places(text):
        if own != style:
            first = start
            while first and text[first - 1].isalpha():
                first -= 1
            written, wanted = text[first:end], text[first:start] + in_style(text[start:end], style)
            yield Flaw(
                "tones",
                _other_tone(written, wanted, is_chosen=is_chosen),
                first,
                end,
                (
                    Mend(
                        message("mend.change_to", "Đổi thành “{wanted}”", wanted=wanted),
                        first,
                        end,
                        wanted,
                    ),
                ),
            )


def _other_tone(words: str, wanted: str, *, is_chosen: bool) -> Message:
    if is_chosen:
        text = "“{words}”: nên viết “{wanted}”."
        return message("flaw.tone", text, words=words, wanted=wanted)
    text = "“{words}”: phần lớn văn bản viết “{wanted}”."
    return message("flaw.tone_of_text", text, words=words, wanted=wanted)


def _abbreviations(text: str, introduced: set[str]) -> Iterator[Flaw]:
    """Abbreviations that nobody introduced; ``introduced`` grows."""
    if text.isupper():
        return
    for match in _ABBREVIATION.finditer(text):
        word = match.group()
        if word in introduced or word in _COMMON or _ROMAN.fullmatch(word):
            continue
        introduced.add(word)  # told once
        before = text[: match.start()].rstrip()
        is_introduced = before.endswith(("(", "là", "“"))
        if not is_introduced:
            yield Flaw(
                "abbreviations",
                message("flaw.abbreviation", "“{words}” chưa được viết đủ ở trước.", words=word),
                *match.span(),
            )
