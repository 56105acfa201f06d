"""A few words that show size, letters, colours and marks: Xem thử."""

from __future__ import annotations

from quyche_app.gui.text_lines import Line, Run
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.quotation import Quotation
from quyche_app.languages import tr

_LEGEND = (
    ("added", "thêm", "gạch dưới"),
    ("removed", "bỏ", "gạch ngang"),
    ("moved", "chuyển chỗ", "gạch dưới đôi"),
    ("trace", "dẫn chiếu", "gạch chấm"),
)


class SamplePanel(Panel):
    """A page to look at while settings are chosen."""

    def __init__(self) -> None:
        super().__init__("panel")
        layout = column(self, margins=(14, 12, 14, 12), gap=10)
        layout.addWidget(Label(tr("Xem thử"), bold=True))
        layout.addWidget(sample_page())
        for form, name, words in _LEGEND:
            line = row(gap=8)
            shown = Quotation(has_bar=False)
            told = tr(name)
            shown.show_lines((Line(told, "plain", (Run(0, len(told), form),)),))
            line.addWidget(shown, 1)
            line.addWidget(Label(tr(words), "text2", t.SIZE_SMALL), 2)
            layout.addLayout(line)
        layout.addStretch()


def sample_page() -> Panel:
    """Give a small page with words of a regulation."""
    frame = Panel("page", "trbl")
    inner = column(frame, margins=(14, 12, 14, 12))
    quotation = Quotation(has_bar=False)
    quotation.show_lines(sample_lines())
    inner.addWidget(quotation)
    return frame


def sample_lines() -> tuple[Line, ...]:
    """Give lines with every kind of mark."""
    second = "2. Ban Thường vụ họp thường lệ mỗi tháng mộthai lần."
    at = second.index("mộthai")
    third = "3. Văn phòng thông báo kết luận theo khoản 2 Điều 15."
    cited = third.index("khoản")
    return (
        Line("Điều 12. Chế độ hội nghị", "article", (Run(0, 24, "bold"),)),
        Line(second, "plain", (Run(at, at + 3, "removed"), Run(at + 3, at + 6, "added"))),
        Line(third, "plain", (Run(3, 12, "moved"), Run(cited, len(third) - 1, "trace"))),
    )
