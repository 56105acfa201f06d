"""Laws of applying amendments, on made-up regulations and decisions: another text's act changes
nothing, a second time fails, the order of independent instructions does not matter."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Consolidation, State
from quyche_app.reading.files import read_bytes

_HEAD = ("Số 12-QC/TU", "QUY CHẾ", "làm việc của Văn phòng mẫu")
_NEW = st.sampled_from(
    ("họp trực tuyến khi cần", "gửi tài liệu qua mạng", "ghi biên bản", "mời đại biểu")
)


@dataclass(frozen=True)
class Case:
    """A regulation of articles with three clauses each, and orders on articles of their own."""

    base: Act
    orders: tuple[tuple[str, ...], ...]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    count = draw(st.integers(1, 6))
    lines = [*_HEAD]
    for article in range(1, count + 1):
        lines.append(f"Điều {article}. Nội dung thứ {article}")
        lines += [f"{n}. Văn phòng làm việc số {article}{n} theo lịch cũ." for n in (1, 2, 3)]
    chosen = draw(st.permutations(range(1, count + 1)))[: draw(st.integers(1, count))]
    orders = [draw(_order(article)) for article in chosen]
    return Case(read_bytes("goc.txt", "\n".join(lines).encode()).act, tuple(orders))


@st.composite
def _order(draw: st.DrawFn, article: int) -> tuple[str, ...]:
    clause, words = draw(st.integers(1, 3)), draw(_NEW)
    return draw(
        st.sampled_from(
            (
                (
                    f"Sửa đổi khoản {clause} Điều {article} như sau:",
                    f"“{clause}. Văn phòng {words}.”",
                ),
                (f"Sửa đổi tên Điều {article} như sau:", f"“Điều {article}. Việc {words}”"),
                (
                    f"Bổ sung khoản {clause}a vào sau khoản {clause} Điều {article} như sau:",
                    f"“{clause}a. Văn phòng {words}.”",
                ),
                (f"Bãi bỏ khoản {clause} Điều {article}.",),
                (f"Thay cụm từ “theo lịch cũ” bằng cụm từ “{words}” tại Điều {article}.",),
                (f"Bỏ cụm từ “theo lịch cũ” tại khoản {clause} Điều {article}.",),
            )
        )
    )


def applied(base: Act, orders: tuple[tuple[str, ...], ...], named: str) -> Consolidation:
    """Apply a decision on a named text to a base."""
    lines = [
        "QUYẾT ĐỊNH",
        f"sửa đổi, bổ sung một số điều của {named}",
        f"Điều 1. Sửa đổi, bổ sung một số điều của {named} như sau:",
    ]
    for number, (order, *quoted) in enumerate(orders, 1):
        lines += [f"{number}. {order}", *quoted]
    lines.append("Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 02 năm 2026.")
    act = read_amendments(read_bytes("sua-doi.txt", "\n".join(lines).encode()))
    return consolidate(base, [act])


_THIS = "Quy chế làm việc của Văn phòng mẫu số 12-QC/TU"


@given(cases())
def test_every_plain_order_is_applied_once_and_fails_the_second_time(case: Case) -> None:
    first = applied(case.base, case.orders, _THIS)
    assert [o.state for o in first.outcomes] == [State.APPLIED] * len(case.orders)
    second = applied(first.act, case.orders, _THIS)
    assert [o.state for o in second.outcomes] == [State.FAILED] * len(case.orders)
    assert all(o.reason for o in second.outcomes)
    assert act_lines(second.act) == act_lines(first.act)


@given(cases())
def test_an_act_about_another_text_changes_nothing(case: Case) -> None:
    result = applied(case.base, case.orders, "Nghị định số 99/2011/NĐ-CP về kinh doanh xăng dầu")
    assert act_lines(result.act) == act_lines(case.base)
    assert all(o.state is State.IGNORED for o in result.outcomes)


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_independent_instructions_does_not_matter(case: Case, chance: object) -> None:
    shuffled = list(case.orders)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one = applied(case.base, case.orders, _THIS)
    other = applied(case.base, tuple(shuffled), _THIS)
    assert act_lines(one.act) == act_lines(other.act)
