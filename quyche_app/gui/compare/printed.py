"""A comparison on paper: both texts as the columns show them, one under the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quyche_app.gui.compare.rows import CompareRow
from quyche_app.gui.compare.state import Compared
from quyche_app.gui.export.printing import Printable
from quyche_app.gui.shown import name_of, state_words
from quyche_app.gui.text_lines import Line, Run, TextBlock, draft_block
from quyche_app.languages import tr
from quyche_app.services.views import Role, TextAt


def printed_comparison(compared: Compared, rows: Sequence[CompareRow]) -> Printable:
    """Give the rows of a comparison for paper; what differs is said twice, before and after."""
    left, right = state_words(compared.left), state_words(compared.right)
    title = tr("So sánh: {left} ↔ {right}", left=left, right=right)
    stem = f"so-sanh {name_of(compared.left)} {name_of(compared.right)}"
    return Printable(title, (*_head(compared, left, right), *_blocks(rows)), stem=stem)


def _head(compared: Compared, left: str, right: str) -> Iterator[TextBlock]:
    yield _block(_bold(tr("SO SÁNH HAI BẢN"), "center"))
    drafts: list[TextAt] = [
        t for t in (compared.left, compared.right) if t.document.role is Role.DRAFT
    ]
    for name in dict.fromkeys(tr(text.document.chip) for text in drafts):
        yield draft_block(name)
    yield _block(
        Line(tr("Trước: {left}", left=left), "plain"),
        Line(tr("Sau: {right}", right=right), "plain"),
    )


def _blocks(rows: Sequence[CompareRow]) -> Iterator[TextBlock]:
    for row in rows:
        if row.is_fold:
            words = f"{row.fold} – {row.fold_count}"
            yield _block(Line(words, "center", (Run(0, len(words), "italic"),)))
        elif not row.change:
            yield _block(*(row.right if row.right is not None else row.left or ()))
        else:
            yield _block(*_both(row))


def _both(row: CompareRow) -> Iterator[Line]:
    """A changed row: what stood there, then what stands there."""
    if row.left is not None:
        yield _bold(tr("Trước:") + (f" ({row.left_remark})" if row.left_remark else ""))
        yield from row.left
    if row.right is not None:
        yield _bold(tr("Sau:") + (f" ({row.right_remark})" if row.right_remark else ""))
        yield from row.right


def _bold(words: str, look: str = "plain") -> Line:
    return Line(words, look, (Run(0, len(words), "bold"),))


def _block(*lines: Line) -> TextBlock:
    return TextBlock("", "", "", "", tuple(lines))
