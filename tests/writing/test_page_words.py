"""Words of a page as its proof reads them."""

from __future__ import annotations

import pytest

from quyche_app.writing.page_words import page_lines


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>Một</p><p> Hai </p>", ["Một", "Hai"]),
        ("<p>A &amp; &lt;B&gt; &#272;</p>", ["A & <B> Đ"]),
        ("<p>mỗi <b>tháng</b> một <i>lần</i></p>", ["mỗi tháng một lần"]),
        ('<p>3.<sup id="r1"><a href="#n1">1</a></sup> Lời</p>', ["3. Lời"]),
        ('<p>Lời</p><ol class="notes"><li>Chú thích</li></ol>', ["Lời"]),
        ("<title>Tên</title><style>p{}</style><p>Lời</p>", ["Lời"]),
        ("<table><tr><td>a</td><td><p>b</p></td></tr><tr><td>c</td></tr></table>", ["a", "b", "c"]),
        ("<p></p><p> </p>", []),
        ("", []),
    ],
    ids=[
        "paragraphs",
        "escaped",
        "marks inside",
        "number of a note",
        "list of notes",
        "name and style",
        "cells",
        "no words",
        "nothing",
    ],
)
def test_paragraphs_and_cells_are_lines_without_notes_and_style(
    page: str, lines: list[str]
) -> None:
    assert page_lines(page) == lines


def test_a_number_of_a_note_ends_where_it_ends() -> None:
    assert page_lines("<sup>1</sup><p>Một</p><sup>2</sup>hai") == ["Mộthai"]
