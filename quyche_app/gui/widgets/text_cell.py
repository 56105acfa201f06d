"""One provision laid out for a width: paragraphs and tables, painted, hit and selected.

Layouts are kept until the width changes (docs/window.md 11.5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from quyche_app.domain.texts import LINE_BREAK
from quyche_app.gui.text_lines import Line, Run
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, px, text_font
from quyche_app.gui.widgets.marks import formats, paint_marks


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell is set: size of type, indents and gaps in px at 100 %."""

    size: float = t.SIZE_COLUMN
    justified: bool = True
    first_indent: float = 30
    depth_indent: float = 18
    gap: float = 6
    role: str = "text"


class _Piece:
    """A paragraph, or one cell of a table row, with its layout and place in the cell."""

    def __init__(self, text: str, runs: Sequence[Run], offset: int) -> None:
        self.text, self.runs, self.offset = text, tuple(runs), offset
        self.layout: QTextLayout | None = None
        self.x = self.y = self.height = 0.0
        self.in_table = False


class TextCell:
    """The lines of one block, laid out together."""

    def __init__(self, lines: Sequence[Line], style: CellStyle) -> None:
        self.lines = tuple(lines)
        self.style = style
        self._pieces: list[_Piece] = []
        self._frames: list[QRectF] = []
        self._width = -1.0
        self.height = 0.0

    def estimated_height(self, width: float) -> float:
        """Give a height without laying out: from the number of characters."""
        per_line = max(10.0, width / (self.style.size * 0.45 * px(100) / 100))
        advance = px(self.style.size * t.LINE_HEIGHT)
        rows = sum(1 + int(len(line.text) / per_line) for line in self.lines)
        return rows * advance + len(self.lines) * px(self.style.gap)

    def lay_out(self, width: float) -> float:
        """Lay the cell out for a width unless it is already; give its height."""
        if width == self._width:
            return self.height
        self._width = width
        self._pieces, self._frames = [], []
        y, offset = 0.0, 0
        for number, line in enumerate(self.lines):
            if number:
                y += px(self.style.gap)
            if line.cells:
                y = self._lay_table(line, y, offset, width)
            else:
                piece = _Piece(line.text, line.runs, offset)
                y += self._lay_paragraph(piece, line, 0.0, y, width)
                self._pieces.append(piece)
            offset += len(line.text) + 1
        self.height = y
        return y

    def _lay_paragraph(self, piece: _Piece, line: Line, x: float, y: float, width: float) -> float:
        centered = line.look in ("group", "center")
        option = QTextOption(_alignment(line.look, self.style.justified))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        indent = 0.0
        if line.look in ("body", "article"):
            indent = px(self.style.first_indent + self.style.depth_indent * min(line.depth, 3))
        piece.layout = self._broken(piece, option, 0.0 if centered else indent, width)
        piece.x, piece.y = x, y
        piece.height = self._place_lines(piece.layout, 0.0 if centered else indent)
        return piece.height

    def _broken(
        self, piece: _Piece, option: QTextOption, indent: float, width: float
    ) -> QTextLayout:
        # Joined levels and numbers keep together on screen; the stored text stays
        # (docs/window.md 6.3).
        layout = QTextLayout(kept_together(piece.text), text_font(self.style.size))
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(formats(piece.runs, len(piece.text)))
        layout.beginLayout()
        first = True
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            room = max(20.0, width - (indent if first else 0))
            line.setLineWidth(room)
            whole = whole_number_columns(piece.text, line.textStart(), line.textLength())
            if whole:
                line.setNumColumns(whole, room)
            first = False
        layout.endLayout()
        return layout

    def _place_lines(self, layout: QTextLayout, indent: float) -> float:
        advance = float(px(self.style.size * t.LINE_HEIGHT))
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            top = number * advance + (advance - line.height()) / 2
            line.setPosition(QPointF(indent if number == 0 else 0.0, top))
        return max(1, layout.lineCount()) * advance

    def _lay_table(self, line: Line, y: float, offset: int, width: float) -> float:
        columns = max((len(row) for row in line.cells), default=1)
        shares = _column_shares(line.cells, columns)
        is_framed = len(line.cells) > 1 and not _is_head_table(line.cells)
        is_signature = any("Nơi nhận" in words for row in line.cells for words in row)
        pad = px(5) if is_framed else px(2)
        for at, row in enumerate(line.cells):
            x, height, made = 0.0, 0.0, []
            for number, words in enumerate(row):
                wide = width * (sum(shares[number:]) if number == len(row) - 1 else shares[number])
                runs = line.cell_runs[at][number] if line.cell_runs else ()
                piece = _Piece(words, runs, offset)
                piece.in_table = True
                look = "plain" if is_framed or (is_signature and not number) else "center"
                height = max(
                    height,
                    self._lay_paragraph(piece, Line(words, look), x + pad, y + pad, wide - 2 * pad),
                )
                made.append((x, wide))
                self._pieces.append(piece)
                offset += len(words) + 3
                x += wide
            offset -= 2
            if is_framed:
                self._frames += [QRectF(left, y, wide, height + 2 * pad) for left, wide in made]
            y += height + 2 * pad
        return y

    def rows(self) -> list[tuple[float, float]]:
        """Give top and bottom of what must not be cut: each line of words, each row of a table."""
        found: dict[float, float] = {}
        advance = float(px(self.style.size * t.LINE_HEIGHT))
        framed = {frame.y(): frame.bottom() for frame in self._frames}
        for piece in self._pieces:
            if piece.in_table:
                top = max((y for y in framed if y <= piece.y), default=piece.y)
                found[top] = max(found.get(top, 0.0), framed.get(top, piece.y + piece.height))
                continue
            count = piece.layout.lineCount() if piece.layout is not None else 1
            for number in range(max(1, count)):
                found[piece.y + number * advance] = piece.y + (number + 1) * advance
        return sorted(found.items())

    # -- painting ---------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, x: float, y: float, selection: tuple[int, int] | None = None
    ) -> None:
        """Paint the cell with its top left corner at a place."""
        painter.setPen(QPen(color("edge"), 1))
        for frame in self._frames:
            painter.drawRect(frame.translated(x, y))
        for piece in self._pieces:
            if piece.layout is None:
                continue
            origin = QPointF(x + piece.x, y + piece.y)
            painter.setPen(color(self.style.role))
            piece.layout.draw(painter, origin, self._selected(piece, selection))
            paint_marks(painter, piece.layout, origin, piece.runs)

    def _selected(
        self, piece: _Piece, selection: tuple[int, int] | None
    ) -> list[QTextLayout.FormatRange]:
        if selection is None:
            return []
        start = max(selection[0] - piece.offset, 0)
        end = min(selection[1] - piece.offset, len(piece.text))
        if start >= end:
            return []
        made = QTextLayout.FormatRange()
        made.start, made.length = start, end - start
        made.format = QTextCharFormat()
        made.format.setBackground(color("accent"))
        made.format.setForeground(color("on_accent"))
        return [made]

    # -- hitting and copying ------------------------------------------------------------------

    def position_at(self, x: float, y: float) -> int:
        """Give the position in the copied text that lies nearest to a point of the cell."""
        if not self._pieces:
            return 0
        piece = min(self._pieces, key=lambda p: (_distance(p.y, p.height, y), abs(p.x - x)))
        layout = piece.layout
        if layout is None:
            return piece.offset
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if y - piece.y < line.y() + line.height() or number == layout.lineCount() - 1:
                return piece.offset + int(line.xToCursor(x - piece.x))
        return piece.offset

    @property
    def length(self) -> int:
        """How many positions the copied text has."""
        return sum(len(line.text) + 1 for line in self.lines) - 1 if self.lines else 0

    def copied(self, start: int, end: int) -> str:
        """Give the words between two positions, without footnote numbers."""
        pieces, offset = [], 0
        for line in self.lines:
            low, high = max(start - offset, 0), min(end - offset, len(line.text))
            if low <= high:
                keep = [True] * len(line.text)
                for run in line.runs:
                    if run.form == "note":
                        keep[run.start : run.end] = [False] * (run.end - run.start)
                chosen = zip(line.text[low:high], keep[low:high], strict=True)
                pieces.append("".join(char for char, kept in chosen if kept))
            offset += len(line.text) + 1
        return "\n".join(pieces)


def _alignment(look: str, justified: bool) -> Qt.AlignmentFlag:
    if look in ("group", "center"):
        return Qt.AlignmentFlag.AlignHCenter
    if look == "right":
        return Qt.AlignmentFlag.AlignRight
    if look == "body" and justified:
        return Qt.AlignmentFlag.AlignJustify
    return Qt.AlignmentFlag.AlignLeft


def _distance(top: float, height: float, y: float) -> float:
    if y < top:
        return top - y
    return max(0.0, y - top - height)


def _column_shares(rows: Sequence[Sequence[str]], columns: int) -> list[float]:
    """Wide columns for long words: by the square root of the longest cell, never below a tenth."""
    longest = [1.0] * columns
    for row in rows:
        for number, words in enumerate(row[:columns]):
            longest[number] = max(longest[number], max(map(len, words.split(LINE_BREAK))) ** 0.5)
    total = sum(longest)
    shares = [max(size / total, 0.1) for size in longest]
    return [share / sum(shares) for share in shares]


def _is_head_table(rows: Sequence[Sequence[str]]) -> bool:
    """The head of an act and its signature are two columns without a frame (NĐ 30/2020, phụ lục I)."""
    words = " ".join(cell for row in rows for cell in row)
    marks = ("CỘNG HÒA", "CỘNG SẢN", "Nơi nhận", "T/M", "TM.", "KT.")
    return max(len(row) for row in rows) == 2 and any(mark in words for mark in marks)


_JOINING = {
    "khoản ",
    "Khoản ",
    "điểm ",
    "Điểm ",
    "Điều ",
    "điều ",
    "Chương ",
    "Mục ",
    "ngày ",
    "tháng ",
    "năm ",
    "số ",
}


def kept_together(text: str) -> str:
    """Give a text of equal length whose lines do not break between a level and its label."""
    chars = list(text)
    for word in _JOINING:
        at = text.find(word)
        while at >= 0:
            after = at + len(word)
            whole = at == 0 or not text[at - 1].isalpha()
            if (
                whole
                and after < len(text)
                and (text[after].isdigit() or _is_letter_label(text, after))
            ):
                chars[after - 1] = "\u00a0"
            at = text.find(word, at + 1)
    return "".join(chars)


def whole_number_columns(text: str, start: int, length: int) -> int:
    """Give how many letters a line may take so that "05-QC/TU" is not cut behind its hyphen;
    0 when it is not (docs/window.md 6.3)."""
    end = start + length
    if not (1 < end < len(text) and text[end - 1] == "-"):
        return 0
    if not (text[end - 2].isdigit() and text[end].isupper()):
        return 0
    return max(0, text.rfind(" ", start, end) + 1 - start)


def _is_letter_label(text: str, at: int) -> bool:
    end = at
    while end < len(text) and text[end].isalnum():
        end += 1
    return end - at == 1 or text[at:end].isupper()
