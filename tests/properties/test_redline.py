"""Laws of comparing and redlining over random regulations and random edits."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from quyche_app.comparing import compare
from quyche_app.domain.acts import Act, act_lines
from quyche_app.domain.comparisons import ChangeKind
from quyche_app.reading.files import read_bytes
from quyche_app.writing.layout import load_profile
from quyche_app.writing.redline import redline_bytes
from quyche_app.writing.resolver import accept_all, reject_all

_SYLLABLES = ("họp", "tháng", "tuần", "báo", "cáo", "văn", "phòng", "ủy", "quyền", "05", "ngày",
              "điều", "khoản", "hồ", "sơ")
_WORDS = st.lists(
    st.sampled_from(_SYLLABLES),
    min_size=2, max_size=9,
).map(" ".join)


@st.composite
def articles(draw: st.DrawFn) -> list[list[str]]:
    """Articles with a heading, clauses, points and now and then a closing paragraph."""
    result = []
    for _ in range(draw(st.integers(1, 5))):
        lines = [draw(_WORDS).capitalize()]
        for clause in range(1, draw(st.integers(0, 3)) + 1):
            lines.append(f"{clause}. {draw(_WORDS)}:")
            lines += [f"{c}) {draw(_WORDS)};" for c in "abc"[: draw(st.integers(0, 3))]]
        if draw(st.booleans()):
            lines.append(draw(_WORDS).capitalize() + ".")
        result.append(lines)
    return result


def _act(parts: list[list[str]]) -> Act:
    lines = ["QUY CHẾ"]
    for number, (heading, *rest) in enumerate(parts, 1):
        lines += [f"Điều {number}. {heading}", *rest]
    return read_bytes("x.txt", "\n".join(lines).encode()).act


@st.composite
def edited(draw: st.DrawFn) -> tuple[Act, Act]:
    """A regulation and what became of it: articles moved, removed, inserted, words changed."""
    parts = draw(articles())
    new = [list(lines) for lines in draw(st.permutations(parts))]
    new += draw(st.lists(articles().map(lambda a: a[0]), max_size=2))
    for lines in new:
        if draw(st.booleans()):
            at = draw(st.integers(0, len(lines) - 1))
            label, _, words = lines[at].partition(" ") if at else ("", "", lines[at])
            lines[at] = f"{label} {draw(_WORDS)} {words}".strip()
    return _act(parts), _act(new[: draw(st.integers(1, len(new)))])


@given(edited())
def test_reject_all_is_the_old_text_and_accept_all_the_new(texts: tuple[Act, Act]) -> None:
    old, new = texts
    data = redline_bytes(
        compare(old, new), author="A", day=date(2020, 1, 2), profile=load_profile("dang")
    )
    assert reject_all(data) == act_lines(old)
    assert accept_all(data) == act_lines(new)


@given(edited())
def test_every_provision_stands_in_exactly_one_pair_and_the_words_add_up(
    texts: tuple[Act, Act],
) -> None:
    old, new = texts
    pairs = [p for p in compare(old, new).pairs if p.slot == "text"]
    assert sorted(s.unit_id for p in pairs for s in p.old) == sorted(u.id for u in old.units())
    assert sorted(s.unit_id for p in pairs for s in p.new) == sorted(u.id for u in new.units())


@given(articles())
def test_a_text_compared_with_itself_is_unchanged(parts: list[list[str]]) -> None:
    act = _act(parts)
    assert {p.kind for p in compare(act, act).pairs} == {ChangeKind.UNCHANGED}
