"""New wording that may be a part of what is meant, or more than one provision: it is applied, and doubted.

Source: docs/field.md 4.3, 4.8, 4.10.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyche_app.amending.slots import text_of
from quyche_app.amending.wording import has_elisions
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.labels import order_of
from quyche_app.domain.messages import Message, message
from quyche_app.domain.patterns import late
from quyche_app.domain.stray_lines import glued_label
from quyche_app.domain.texts import matching_key, shortened, tokens
from quyche_app.domain.units import Unit, UnitKind, walk

# Words that stand for the old text, or speak about the change instead of making it.
_STANDS_FOR_OLD = late(
    r"[\W_]*(?:như (?:hiện hành|trên)"
    r"|như (?:khoản|điểm|điều)\b.{0,60}\bhiện hành|sửa đổi|bổ sung(?: mới)?)?[\W_]*$",
    re.IGNORECASE,
)
# "báo cáo tháng, ... gửi Tỉnh ủy", "2. … bằng văn bản …"; more dots are a blank to write in.
_LEFT_OUT = late(
    r"[,;]\s*(?:…|\.{3})\s+\w|^(?:[\w.]{1,5}[.)]\s+)?(?:…|\.{3})(?!\.)|(?<![.…])(?:…|\.{3})[.;]?$"
)
_SPEAKS_OF_CHANGE = late(r"\((?:được\s+)?(?:sửa đổi|bổ sung)(?: mới)?\)[\s.;]*$", re.IGNORECASE)


def is_all_that_goes(old: Sequence[str], said: str) -> bool:
    """Tell whether words quoted behind a repealed provision are its own words or its name, and no part of
    them alone: "Bỏ nội dung khoản 2 Điều 5: “và các ban”".

    Args:
        old: the lines of what goes, the first with its label and name.
        said: the words in quotation marks; dots in them stand for words left out.
    """
    meant = _words(said)
    wholes = [_words(" ".join(old)), *(_words(line) for line in old[:1])]
    if "…" in said or "..." in said:
        first = _words(said.replace("...", "…").partition("…")[0])
        return any(whole[skip:][: len(first)] == first for whole in wholes for skip in _LABEL_WORDS)
    return any(whole[skip:] == meant for whole in wholes for skip in _LABEL_WORDS)


def is_what_went(before: Sequence[str], after: Sequence[str], said: str) -> bool:
    """Tell whether the words quoted behind a part that is taken away are those between its old and new
    lines; dots in them say nothing of the rest."""
    old, new, meant = _words(" ".join(before)), _words(" ".join(after)), _words(said)
    if "…" in said or "..." in said:
        return True
    size = len(meant)
    places = (at for at in range(len(old) - size + 1) if old[at : at + size] == meant)
    return any(old[:at] + old[at + size :] == new for at in places)


def _words(text: str) -> list[str]:
    return [matching_key(word).lower() for word in tokens(text) if word[:1].isalnum()]


_LABEL_WORDS = (0, 1, 2)  # "1." and "Điều 5." may be left out


def _has_more(unit: Unit) -> bool:
    """Whether something stands behind the first paragraph of a unit."""
    return max(len(unit.children), len(unit.lead) - 1) > 0


def _is_name_alone(unit: Unit) -> bool:
    """An article with its name and nothing behind: words that no stop ends are one."""
    if unit.kind is not UnitKind.ARTICLE or any((unit.children, unit.tail)):
        return False
    words = text_of(unit.lead)
    if unit.heading is not None:
        return not words
    return words[-1:] not in (".", ";", ":", "!", "?")


def cut_short(new: Unit, old: Unit, address: Address) -> Message | None:
    """Give the reason why new wording may be a part of what is meant; None when nothing says so: it has a
    name or a lead-in and nothing behind, labels that leave some out, or words that stand for the old ones."""
    if _is_name_alone(new) and not _is_name_alone(old):
        return message(
            "wording.name_alone",
            "lời văn mới chỉ có tên {place}, lời văn cũ còn phần sau tên",
            place=address.words,
        )
    if _has_more(old) and not _has_more(new) and _promises_more(new):
        return message(
            "wording.without_inside",
            "lời văn mới của {place} không có phần bên trong của lời văn cũ",
            place=address.words,
        )
    if has_elisions(new):
        return None  # told by itself
    for child in old.children:
        if _leaves_out(new, child):
            return message(
                "wording.without_child",
                "lời văn mới của {place} không có {missing}",
                place=address.words,
                missing=Step(child.kind, child.label).words,
            )
    if _leaves_words_out(new) and not _leaves_words_out(old):
        return message("wording.left_out_inside", "lời văn mới có dấu “…”: có thể lược bớt lời")
    for unit in walk((new,)):
        words = text_of(unit.lead)
        if (unit.lead and _STANDS_FOR_OLD.match(words)) or _SPEAKS_OF_CHANGE.search(words):
            return message(
                "wording.no_provision",
                "“{words}” trong lời văn mới không giống lời văn của một điều khoản",
                words=shortened(words),
            )
    return None


def _leaves_words_out(unit: Unit) -> bool:
    return any(map(_LEFT_OUT.search, unit_lines(unit)))


def _promises_more(new: Unit) -> bool:
    """Whether new wording is a name alone, or ends with a colon."""
    return not new.lead or text_of(new.lead[-1:]).rstrip().endswith(":")


def _leaves_out(new: Unit, child: Unit) -> bool:
    """Whether new wording has a later label than that of an old child, and not its own."""
    same = [other.label.casefold() for other in new.children if other.kind is child.kind]
    if child.repealed or child.label.casefold() in same:
        return False
    return any(order_of(child.label) < order_of(label) for label in same)


def runs_together(new: Unit) -> Message | None:
    """Give a doubt when another clause or point may go on in a line of new wording: "1. Một. 2. Hai."."""
    glued = glued_label(new)
    if not glued:
        return None
    return message(
        "wording.glued",
        "“{words}” trong lời văn mới có thể là một khoản, điểm khác viết liền",
        words=shortened(glued),
    )
