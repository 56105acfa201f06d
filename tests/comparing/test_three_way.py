"""Two people revise one text: who changed what, and where a person must decide."""

from __future__ import annotations

from quyche_app.comparing.three_way import compare_three
from quyche_app.domain.acts import Act
from quyche_app.domain.three_way import Standing, ThreeWay
from quyche_app.reading.files import read_bytes

_BASE = (
    "Điều 1. Chế độ họp\n1. Ban Thường vụ họp mỗi tháng một lần.\n2. Tài liệu gửi trước 05 ngày.\n"
    "3. Văn phòng ghi biên bản, gửi các đồng chí dự họp.",
    "Điều 2. Văn bản đi\n1. Chánh Văn phòng ký thừa lệnh.\n2. Văn thư lưu bản gốc tại cơ quan.",
)


def _act(*articles: str) -> Act:
    return read_bytes("x.txt", "\n".join(("QUY CHẾ", *articles)).encode()).act


def _standings(result: ThreeWay) -> dict[tuple[str, str], Standing]:
    return {
        ((row.base or row.mine or row.theirs).path, slot.slot): slot.standing  # type: ignore[union-attr]
        for row in result.rows
        for slot in row.slots
    }


def _changed(*replacements: tuple[str, str]) -> Act:
    articles = list(_BASE)
    for old, new in replacements:
        assert any(old in article for article in articles)
        articles = [article.replace(old, new) for article in articles]
    return _act(*articles)


def test_what_one_changed_is_theirs_alone_and_what_both_changed_alike_is_agreed() -> None:
    result = compare_three(
        _act(*_BASE),
        _changed(("mỗi tháng một lần", "mỗi tuần một lần"), ("05 ngày", "03 ngày")),
        _changed(("05 ngày", "03 ngày"), ("bản gốc tại cơ quan", "bản gốc ba năm")),
    )
    assert _standings(result) == {
        ("d1/k1", "lead"): Standing.MINE,
        ("d1/k2", "lead"): Standing.AGREED,
        ("d2/k2", "lead"): Standing.THEIRS,
    }
    assert result.counts() == {"agreed": 1, "mine": 1, "theirs": 1}


def test_two_wordings_of_one_clause_are_a_conflict_with_both_changes_shown() -> None:
    result = compare_three(
        _act(*_BASE), _changed(("05 ngày", "03 ngày")), _changed(("05 ngày", "07 ngày"))
    )
    (slot,) = [slot for row in result.rows for slot in row.slots]
    assert slot.standing is Standing.CONFLICT
    assert [c.text for c in slot.mine_changes if c.op == "insert"] == ["03"]
    assert [c.text for c in slot.theirs_changes if c.op == "insert"] == ["07"]


def test_a_name_and_a_clause_of_one_article_can_both_be_taken() -> None:
    result = compare_three(
        _act(*_BASE), _changed(("Chế độ họp", "Hội nghị")), _changed(("05 ngày", "07 ngày"))
    )
    assert _standings(result) == {
        ("d1", "heading"): Standing.MINE,
        ("d1/k2", "lead"): Standing.THEIRS,
    }


def test_what_one_removed_and_the_other_rewrote_is_a_conflict() -> None:
    without = _act(_BASE[0].rpartition("\n")[0], _BASE[1])
    rewritten = _changed(("gửi các đồng chí dự họp", "gửi các đồng chí dự họp ngay sau họp"))
    result = compare_three(_act(*_BASE), without, rewritten)
    assert _standings(result) == {("d1/k3", "existence"): Standing.CONFLICT}
    untouched = compare_three(_act(*_BASE), without, _act(*_BASE))
    assert _standings(untouched) == {("d1/k3", "existence"): Standing.MINE}


def test_what_both_added_behind_the_same_clause_is_one_row() -> None:
    added = "\n4. Nghị quyết hội nghị ban hành trong ba ngày."
    other = "\n4. Nghị quyết hội nghị ban hành trong bảy ngày."
    same = compare_three(_act(*_BASE), *[_act(_BASE[0] + added, _BASE[1])] * 2)
    assert _standings(same) == {("d1/k4", "existence"): Standing.AGREED}
    differs = compare_three(
        _act(*_BASE), _act(_BASE[0] + added, _BASE[1]), _act(_BASE[0] + other, _BASE[1])
    )
    assert _standings(differs) == {("d1/k4", "existence"): Standing.CONFLICT}


def test_nobody_changed_anything() -> None:
    assert compare_three(*[_act(*_BASE)] * 3).counts() == {}


def test_what_one_moved_and_the_other_removed_is_a_conflict() -> None:
    clause = "\n3. Văn phòng ghi biên bản, gửi các đồng chí dự họp."
    moved = _act(_BASE[0].replace(clause, ""), _BASE[1] + clause)
    removed = _act(_BASE[0].replace(clause, ""), _BASE[1])
    for mine, theirs in ((moved, removed), (removed, moved)):
        assert Standing.CONFLICT in _standings(compare_three(_act(*_BASE), mine, theirs)).values()


def test_what_one_put_into_an_article_that_the_other_removed_is_a_conflict() -> None:
    added = _act(_BASE[0], _BASE[1] + "\n3. Hồ sơ điện tử lưu mười năm trên hệ thống quản lý.")
    removed = _act(_BASE[0])
    for mine, theirs in ((added, removed), (removed, added)):
        found = _standings(compare_three(_act(*_BASE), mine, theirs))
        assert found["d2/k3", "existence"] is Standing.CONFLICT


def test_an_appendix_that_both_added_with_other_words_is_a_conflict() -> None:
    added = "PHỤ LỤC I\n{}"
    result = compare_three(
        _act(*_BASE),
        _act(*_BASE, added.format("Mẫu tờ trình")),
        _act(*_BASE, added.format("Mẫu báo cáo")),
    )
    assert [s.standing for row in result.rows for s in row.slots] == [Standing.CONFLICT]
    alone = compare_three(_act(*_BASE), _act(*_BASE), _act(*_BASE, added.format("Mẫu báo cáo")))
    assert [s.standing for row in alone.rows for s in row.slots] == [Standing.THEIRS]


def test_an_article_that_went_into_two_other_chapters_is_a_conflict() -> None:
    one, two = _BASE
    other = "Điều 3. Lưu trữ\n1. Hồ sơ lưu mười năm tại kho của cơ quan và nộp lưu theo quy định."
    last = "Điều 4. Tiếp dân\n1. Trả lời đơn trước hạn đã hẹn, ghi sổ và báo cáo hằng tuần."
    heads = "Chương I\nMỘT", "Chương II\nHAI", "Chương III\nBA"
    base = _act(heads[0], one, two, heads[1], other, heads[2], last)
    mine = _act(heads[0], one, heads[1], two, other, heads[2], last)
    theirs = _act(
        heads[0],
        one,
        heads[1],
        other.replace("Điều 3", "Điều 2"),
        heads[2],
        two.replace("Điều 2", "Điều 3"),
        last,
    )
    result = compare_three(base, mine, theirs)
    places = [
        s
        for row in result.rows
        for s in row.slots
        if s.slot == "place" and row.base is not None and row.base.path == "d2"
    ]
    assert [s.standing for s in places] == [Standing.CONFLICT]
    assert "Chương II" in places[0].mine
    assert "Chương III" in places[0].theirs


def test_what_was_removed_is_shown_with_the_words_behind_its_points() -> None:
    clause = "4. Chuẩn bị gồm:\na) Tờ trình;\nb) Dự thảo.\nTài liệu mật gửi riêng."
    base = _act(f"{_BASE[0]}\n{clause}", _BASE[1])
    result = compare_three(base, _act(*_BASE), base)
    gone = next(s for row in result.rows for s in row.slots if s.slot == "existence")
    assert gone.base.endswith("Tài liệu mật gửi riêng.")


def test_clauses_of_two_different_articles_that_both_added_are_no_conflict() -> None:
    mine = "Điều 2a. Tiếp dân\n1. Trả lời đơn trước hạn.\n2. Ghi sổ tiếp dân hằng ngày."
    theirs = "Điều 2b. Lưu trữ\n1. Hồ sơ lưu mười năm.\n2. Nộp lưu trước ngày 31 tháng 12."
    result = compare_three(_act(*_BASE), _act(*_BASE, mine), _act(*_BASE, theirs))
    assert result.counts() == {"mine": 3, "theirs": 3}


def test_two_appendices_with_other_numbers_are_no_conflict() -> None:
    text = "PHỤ LỤC {}\nMẪU BIỂU\n1. {} ghi theo mẫu.\n2. Ký tên, đóng dấu."
    result = compare_three(
        _act(*_BASE),
        _act(*_BASE, text.format("I", "Tờ trình")),
        _act(*_BASE, text.format("II", "Báo cáo")),
    )
    assert set(result.counts()) == {"mine", "theirs"}


def test_the_same_revision_on_both_sides_is_agreed_where_an_added_chapter_took_an_article() -> None:
    one, two = _BASE
    base = _act("Chương I\nMỘT", one, two)
    both = _act(
        "Chương I\nMỘT", one, "Chương II\nHAI", two, "Điều 3. Lưu trữ\n1. Hồ sơ lưu mười năm."
    )
    assert set(compare_three(base, both, both).counts()) == {"agreed"}


def test_an_appendix_put_before_another_is_told_once() -> None:
    second = "PHỤ LỤC II\nMẪU HAI\n1. Ghi theo mẫu."
    first = "PHỤ LỤC I\nMẪU MỘT\n1. Ghi sổ.\n2. Ký tên."
    base = _act(*_BASE, second)
    result = compare_three(base, _act(*_BASE, first, second), base)
    assert result.counts() == {"mine": 3}


def test_the_head_of_an_appendix_that_both_added_stands_on_two_sides() -> None:
    added = "PHỤ LỤC I\n{}"
    result = compare_three(
        _act(*_BASE),
        _act(*_BASE, added.format("Mẫu tờ trình")),
        _act(*_BASE, added.format("Mẫu báo cáo")),
    )
    (row,) = (row for row in result.rows if row.slots)
    assert [side is None for side in (row.base, row.mine, row.theirs)] == [True, False, False]


def test_what_both_changed_alike_is_agreed_whatever_the_new_words_are() -> None:
    for days in ("03 ngày", "07 ngày"):
        changed = _changed(("05 ngày", days))
        assert _standings(compare_three(_act(*_BASE), changed, changed)) == {
            ("d1/k2", "lead"): Standing.AGREED
        }


def test_what_one_alone_moved_is_told_as_theirs() -> None:
    clause = "\n3. Văn phòng ghi biên bản, gửi các đồng chí dự họp."
    base, moved = _act(*_BASE), _act(_BASE[0].replace(clause, ""), _BASE[1] + clause)
    assert _standings(compare_three(base, moved, base)) == {("d1/k3", "place"): Standing.MINE}
    assert _standings(compare_three(base, base, moved)) == {("d1/k3", "place"): Standing.THEIRS}


def test_what_one_moved_into_an_article_that_the_other_removed_is_a_conflict() -> None:
    clause = "\n3. Văn phòng ghi biên bản, gửi các đồng chí dự họp."
    moved = _act(_BASE[0].replace(clause, ""), _BASE[1] + clause)
    removed = _act(_BASE[0])
    for mine, theirs in ((moved, removed), (removed, moved)):
        found = _standings(compare_three(_act(*_BASE), mine, theirs))
        assert found["d1/k3", "place"] is Standing.CONFLICT


def test_the_head_of_an_appendix_that_one_removed_stands_on_two_sides() -> None:
    appendix = "PHỤ LỤC I\nMẫu tờ trình"
    whole, without = _act(*_BASE, appendix), _act(*_BASE)
    for mine, theirs, sides in ((whole, without, (True, False)), (without, whole, (False, True))):
        (row,) = [row for row in compare_three(whole, mine, theirs).rows if row.slots]
        assert (row.mine is not None, row.theirs is not None) == sides
