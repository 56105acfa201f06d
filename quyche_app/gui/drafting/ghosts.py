"""Removed words on the page: shown struck where they stood, no part of the text.

The page is one document (docs/decisions/0001-one-document-for-the-editor.md), so removed words have
to be in it to be wrapped with the lines around them. Characters of a ghost carry a property; every
place on the page is counted without them, and the caret never stands in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextFormat

from quyche_app.domain.comparisons import Change
from quyche_app.gui.drafting.inline_marks import formatted_pieces
from quyche_app.gui.drafting.page_blocks import PageBlock
from quyche_app.gui.text_lines import Run
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.marks import char_format

_FORM = QTextFormat.Property.UserProperty.value + 1  # "added" or "removed"
_GAP = 2  # px
REMOVED, ADDED = "removed", "added"


def form_of(form: QTextCharFormat) -> str:
    """Give "added", "removed" or "" for plain words."""
    value = form.property(_FORM)
    return value if isinstance(value, str) else ""


def plain_format(form: QTextCharFormat, base: QTextCharFormat) -> QTextCharFormat:
    """Give a format without the mark of a change, for words typed beside one."""
    plain = QTextCharFormat(base)
    plain.setFontItalic(form.fontItalic())
    return plain


def fragments(block: QTextBlock) -> Iterator[tuple[int, str, QTextCharFormat]]:
    """Give every stretch of one format: place in the block as shown, words, format."""
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.isValid():
            yield fragment.position() - block.position(), fragment.text(), fragment.charFormat()
        iterator += 1


def ghosts(block: QTextBlock) -> list[tuple[int, int]]:
    """Give where removed words are shown in a block: first character, end."""
    found: list[tuple[int, int]] = []
    for start, words, form in fragments(block):
        if form_of(form) == REMOVED:
            if found and found[-1][1] == start:
                found[-1] = (found[-1][0], start + len(words))
            else:
                found.append((start, start + len(words)))
    return found


def real_text(block: QTextBlock) -> str:
    """Give the words of a block without ghosts."""
    text = block.text()
    for start, end in reversed(ghosts(block)):
        text = text[:start] + text[end:]
    return text


def real_at(block: QTextBlock, shown: int) -> int:
    """Give the place in the words for a place as shown."""
    return shown - sum(min(max(shown - start, 0), end - start) for start, end in ghosts(block))


def shown_at(block: QTextBlock, real: int) -> int:
    """Give where a place in the words is shown: before a ghost that stands there."""
    for start, end in ghosts(block):
        if real <= start:
            break
        real += end - start
    return real


def changed_pieces(
    place: PageBlock, changes: Sequence[Change], base: QTextCharFormat
) -> list[tuple[str, QTextCharFormat]]:
    """Give a paragraph as stretches with a format each, removed words among them.

    ``changes`` make up the text of the paragraph; none = no marks.
    """
    if not changes and not place.marks:
        return [(place.text, base)] if place.text else []
    own = formatted_pieces(place, base)
    last = own[-1][1] if own else 0
    own.append((last, len(place.text), QTextCharFormat(base)))
    pieces: list[tuple[str, QTextCharFormat]] = []
    at = 0
    told = changes or (Change("equal", place.text),)
    for number, change in enumerate(told):
        if change.op == "delete":
            is_replaced = number + 1 < len(told) and told[number + 1].op == "insert"
            pieces += _removed_pieces(change.text, base, has_gap=is_replaced)
            continue
        end = at + len(change.text)
        for start, stop, form in own:
            words = place.text[max(start, at) : min(stop, end)]
            if words:
                form = _marked(QTextCharFormat(form), ADDED) if change.op == "insert" else form
                pieces.append((words, form))
        at = end
    return pieces


def _removed_pieces(
    words: str, base: QTextCharFormat, *, has_gap: bool
) -> list[tuple[str, QTextCharFormat]]:
    """Removed words; a gap of 2 px keeps them apart from those that replace them
    (docs/window.md 4.1)."""
    form = _marked(QTextCharFormat(base), REMOVED)
    if not has_gap:
        return [(words, form)]
    last = QTextCharFormat(form)
    last.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    last.setFontLetterSpacing(px(_GAP))
    return [piece for piece in ((words[:-1], form), (words[-1:], last)) if piece[0]]


def _marked(form: QTextCharFormat, kind: str) -> QTextCharFormat:
    form.merge(char_format(kind))
    form.setProperty(_FORM, kind)
    return form


def change_runs(block: QTextBlock) -> list[Run]:
    """Give the marked stretches of a block, for painting their lines."""
    return [
        Run(start, start + len(words), form_of(form))
        for start, words, form in fragments(block)
        if form_of(form)
    ]
