"""Đối chiếu hai đoạn: two pasted wordings and what is said and shown of them, without widgets."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from quyche_app.domain.comparisons import Change, Likeness, PastedComparison
from quyche_app.gui.text_lines import Line, Run, TextBlock, runs_within
from quyche_app.languages import tr
from quyche_app.services.pasted import MOST_CHARACTERS

_FORMS = {"delete": "removed", "insert": "added"}
_TAGS = {"delete": "s", "insert": "u"}  # Word keeps these, and neither needs a colour
_LIKENESS = {
    Likeness.SAME: "Hai đoạn giống hệt nhau, từng ký tự.",
    Likeness.SPACES: "Hai đoạn chỉ khác khoảng trắng, chỗ xuống dòng hoặc ký tự ẩn.",
    Likeness.CODING: "Hai đoạn chỉ khác cách mã hóa chữ có dấu (dựng sẵn hay tổ hợp).",
    Likeness.TONES: "Hai đoạn chỉ khác chỗ đặt dấu thanh (hoà, hòa).",
    Likeness.TYPING: "Hai đoạn chỉ khác cách gõ: khoảng trắng, mã hóa chữ, chỗ đặt dấu thanh.",
}
# Signs that nobody sees, but for spaces: where they came or went something must be seen.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


@dataclass
class PastedTexts:
    """Two wordings as they stand in the fields, and their comparison once it is there."""

    left: str = ""
    right: str = ""
    found: PastedComparison | None = None

    def write(self, left: str, right: str) -> None:
        """Take other words; what was found of those before counts no more."""
        self.left, self.right, self.found = left, right, None

    @property
    def is_empty(self) -> bool:
        """Nothing was pasted yet."""
        return not self.left and not self.right

    @property
    def is_too_long(self) -> bool:
        """A side has more than is compared here."""
        return max(len(self.left), len(self.right)) > MOST_CHARACTERS

    @property
    def can_compare(self) -> bool:
        """Both sides have words, and not too many."""
        return all((self.left, self.right)) and not self.is_too_long

    @property
    def is_awaited(self) -> bool:
        """The comparison is still to come."""
        return self.can_compare and self.found is None

    def verdict(self) -> str:
        """Say what differs, or what is missing; "" while it is awaited."""
        if self.is_too_long:
            limit = f"{MOST_CHARACTERS:,}".replace(",", ".")
            return tr(
                "Mỗi ô nhận nhiều nhất {limit} ký tự; văn bản dài hơn thì nhập vào kho rồi so sánh.",
                limit=limit,
            )
        if not self.can_compare:
            return tr("Dán hoặc gõ lời văn vào cả hai ô; chỗ khác nhau hiện ngay bên dưới.")
        if self.found is None:
            return ""
        told = _LIKENESS.get(self.found.likeness)
        return tr(told) if told is not None else _counted(self.found)

    def looked_at(self) -> str:
        """Say what was compared: how many words of each side; "" while nothing was."""
        if self.found is None:
            return ""
        return tr(
            "Đã đối chiếu {left} chữ với {right} chữ, cả dấu câu và khoảng trắng.",
            left=self.found.left.words,
            right=self.found.right.words,
        )


def _counted(found: PastedComparison) -> str:
    words = tr(
        "Thêm {added} chữ, bỏ {removed} chữ.",
        added=found.added.words,
        removed=found.removed.words,
    )
    if found.added.marks == found.removed.marks == 0:
        return words
    marks = tr(
        "Thêm {added} dấu câu, bỏ {removed} dấu câu.",
        added=found.added.marks,
        removed=found.removed.marks,
    )
    return f"{words} {marks}"


# -- what is shown -------------------------------------------------------------------------------------


def marked_blocks(changes: Iterable[Change]) -> tuple[TextBlock, ...]:
    """Give the changes as one text, a block a paragraph: removed words before those that replace them."""
    shown = [(_FORMS.get(change.op, ""), _visible(change)) for change in changes]
    text = "".join(words for _, words in shown)
    ends = list(accumulate(len(words) for _, words in shown))
    runs = [
        Run(end - len(words), end, form)
        for (form, words), end in zip(shown, ends, strict=True)
        if form
    ]
    return tuple(_blocks(text, runs))


def _visible(change: Change) -> str:
    """A line end or a hidden sign that came or went is seen by a sign in its place."""
    if change.op == "equal":
        return change.text
    return _HIDDEN.sub("□", change.text).replace("\n", "¶\n")


def _blocks(text: str, runs: list[Run]) -> Iterator[TextBlock]:
    start = 0
    for number, words in enumerate(text.split("\n")):
        end = start + len(words)
        own = runs_within(runs, start, end)
        yield TextBlock(f"pasted:{number}", "", "", "", (Line(words, "plain", own),))
        start = end + 1


# -- what is copied ------------------------------------------------------------------------------------


def copied_plain(changes: Iterable[Change]) -> str:
    """Give the result for a program that knows no marks: [bỏ: …], [thêm: …]."""
    return "".join(map(_bracketed, changes))


def _bracketed(change: Change) -> str:
    match change.op:
        case "delete":
            return tr("[bỏ: {words}]", words=change.text)
        case "insert":
            return tr("[thêm: {words}]", words=change.text)
    return change.text


def copied_html(changes: Iterable[Change]) -> str:
    """Give the result for Word: removed words struck through, added words underlined."""
    words = "".join(_tagged(change) for change in changes)
    return f"<p>{words.replace(chr(10), '<br>')}</p>"


def _tagged(change: Change) -> str:
    words = html.escape(change.text)
    tag = _TAGS.get(change.op)
    return words if tag is None else f"<{tag}>{words}</{tag}>"
