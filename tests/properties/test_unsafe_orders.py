"""Whatever marks new wording stands in, and however a list of places is written: what is carried out is
what the act says, or the text stays as it was and a person is told (docs/field.md 4.3, 3.7)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quyche_app.amending.apply import Accept, consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Confidence, ReadAmendments, State
from quyche_app.reading.files import read_bytes

_HEAD = "HUYỆN ỦY SÔNG MẪU\n*\nSố {number}\nĐẢNG CỘNG SẢN VIỆT NAM\nSông Mẫu, ngày 02 tháng 3 năm 2026\n"
_OLD = [
    "Điều 1. Họp",
    "1. Họp mỗi tuần.",
    "2. Tài liệu gửi trước 05 ngày, gồm:",
    "a) Báo cáo;",
    "b) Dự thảo.",
]
_NEXT = ["Điều 2. Báo cáo", "1. Báo cáo hằng quý.", "2. Báo cáo gửi Thường trực."]
_BASE = read_bytes(
    "quy-che.txt",
    "\n".join(
        [
            _HEAD.format(number="11-QC/HU") + "QUY CHẾ",
            "làm việc của Văn phòng mẫu",
            *_OLD,
            *_NEXT,
        ]
    ).encode(),
).act
_CONTAINER = "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế làm việc của Văn phòng mẫu như sau:"
_NEW = ["Điều 1. Họp mới", "1. Họp mỗi tháng.", "2. Tài liệu gửi trước 03 ngày."]

_OPENINGS = st.sampled_from(["“", '"', "‘", "«", "'", "„", "”", "", "``", "“ ", "\n“\n"])
_CLOSINGS = st.sampled_from(["”.", '".', "’.", "»", "'", "”", "", "”;", "“.", '" .'])


def _read(*orders: str) -> ReadAmendments:
    act = "\n".join(
        [
            _HEAD.format(number="12-QĐ/HU") + "QUYẾT ĐỊNH",
            "sửa đổi, bổ sung Quy chế làm việc của Văn phòng mẫu",
            *orders,
            "Điều 3. Quyết định này có hiệu lực từ ngày ký.",
        ]
    )
    return read_amendments(read_bytes("qd.txt", act.encode()))


@st.composite
def _quoted(draw: st.DrawFn) -> str:
    opening, closing = draw(_OPENINGS), draw(_CLOSINGS)
    match draw(st.sampled_from(["whole", "name only", "each line", "cut short"])):
        case "whole":
            return opening + "\n".join(_NEW) + closing
        case "name only":
            return f"{opening}{_NEW[0]}{closing}\n{_NEW[1]}\n{_NEW[2]}"
        case "each line":
            return "\n".join(f"{opening}{line}{closing}" for line in _NEW)
        case _:
            return f"{opening}{_NEW[0]}\n{_NEW[1]}{closing}\n{_NEW[2]}"


@given(_quoted(), st.sampled_from([" như sau:\n", " như sau: ", " ", "\n", ": "]), st.booleans())
@settings(max_examples=300, deadline=None)
def test_new_wording_is_taken_whole_or_the_text_is_left_alone_and_told(
    quoted: str, lead: str, is_numbered: bool
) -> None:
    order = f"Sửa đổi, bổ sung Điều 1{lead}{quoted}"
    orders = [_CONTAINER, f"1. {order}"] if is_numbered else [f"Điều 1. {order}"]
    result = consolidate(_BASE, [_read(*orders)], accept=Accept.CONFIDENT)
    lines = act_lines(result.act)
    told = bool(result.unread) or any(o.state is State.FAILED for o in result.outcomes)
    head = lines[: lines.index("làm việc của Văn phòng mẫu") + 1]
    if told:
        assert lines in ([*head, *_OLD, *_NEXT], [*head, *_NEW, *_NEXT])
    else:
        assert lines == [*head, *_NEW, *_NEXT]


_PLACES = ("d1", "d2", "d1/k1", "d1/k2", "d2/k1", "d1/k2/đa")
_WORDS = {"d": "Điều", "k": "khoản", "đ": "điểm"}


def _place(path: str, between: str, *, largest_first: bool) -> str:
    steps = [f"{_WORDS[step[0]]} {step[1:]}" for step in path.split("/")]
    return between.join(steps if largest_first else steps[::-1])


@st.composite
def _listed(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A list of places in one order of words, and the paths it means; a clause of an article that is
    listed too is left out."""
    chosen = draw(st.lists(st.sampled_from(_PLACES), min_size=1, max_size=3, unique=True))
    paths = [p for p in chosen if not any(p.startswith(f"{other}/") for other in chosen)]
    written = []
    largest_first = draw(st.booleans())
    for path in paths:
        between = draw(st.sampled_from([" ", ", ", " - ", ": "] if largest_first else [" ", ", "]))
        written.append(_place(path, between, largest_first=largest_first))
    return draw(st.sampled_from([", ", "; ", " và "])).join(written), sorted(paths)


@given(
    _listed(),
    st.sampled_from(
        [
            "Bãi bỏ {}.",
            "Bỏ cụm từ “05 ngày” tại {}.",
            "Thay cụm từ “05 ngày” bằng cụm từ “03 ngày” tại {}.",
        ]
    ),
)
@settings(max_examples=400, deadline=None)
def test_a_list_of_places_is_read_as_it_is_meant_or_told(
    listed: tuple[str, list[str]], order: str
) -> None:
    words, meant = listed
    reading = _read(_CONTAINER, f"1. {order.format(words)}")
    told = bool(reading.unread) or any(
        i.confidence is not Confidence.HIGH for i in reading.instructions
    )
    got = sorted(
        t.address.path.removeprefix("qc:") for i in reading.instructions for t in i.targets
    )
    assert got == meant or told
