"""Checking a whole draft: structure, citations, lists, one style; silence per rule."""

from __future__ import annotations

from dataclasses import replace

from quyche_app.checking.check import check_draft
from quyche_app.checking.findings import Severity
from quyche_app.domain.acts import Act
from quyche_app.domain.trees import change_units
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.reading.files import read_bytes

TEXT = """\
Điều 1. Phạm vi
1. Theo khoản 3 Điều 2 và Điều 9.
2. Xem khoản 1 Điều 2; Điều 9 Luật Cán bộ.
Điều 2. Hồ sơ gồm
1. Hồ sơ gồm:
a) Tờ trình.
b) Dự thảo;
2. Uỷ ban hoà giải, uỷ quyền.
3. Ủy quyền theo BNV.
"""


def act_of(text: str) -> Act:
    return read_bytes("quy-che.txt", text.encode()).act


def told(text: str, rule: str) -> list[tuple[str, str]]:
    return [(f.words, f.flaw.sentence) for f in check_draft(act_of(text)) if f.rule.key == rule]


def test_a_cited_provision_that_is_not_there_is_found_and_other_acts_are_left_alone() -> None:
    assert told(TEXT, "reference") == [("khoản 1 Điều 1", "“Điều 9” không có trong văn bản này.")]


def test_points_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    assert [words for words, _ in told(TEXT, "lists")] == [
        "điểm a khoản 1 Điều 2",
        "điểm b khoản 1 Điều 2",
    ]


def test_one_text_has_one_place_for_tone_marks() -> None:
    assert told(TEXT, "tones") == [("khoản 3 Điều 2", "“Ủy”: phần lớn văn bản viết “Uỷ”.")]


def test_an_abbreviation_that_nobody_introduced_is_told_once() -> None:
    assert told(TEXT + "4. BNV lại trình.\n", "abbreviations") == [
        ("khoản 3 Điều 2", "“BNV” chưa được viết đủ ở trước.")
    ]
    assert told(TEXT.replace("BNV", "Bộ Nội vụ (BNV)"), "abbreviations") == []


def test_labels_twice_or_out_of_order_and_empty_provisions() -> None:
    act = act_of(TEXT)
    clauses = [unit for unit in act.units() if unit.prefix.startswith(("2. ", "3. "))]

    def relabelled(unit: Unit) -> tuple[Unit, ...] | None:
        if unit.id == clauses[-1].id:
            return (replace(unit, label="2", prefix="2. ", lead=(Paragraph(""),)),)
        return None

    found = {(f.rule.key, f.words) for f in check_draft(change_units(act, relabelled))}
    assert ("labels", "Điều 2") in found
    assert ("empty", "khoản 2 Điều 2") in found


def test_what_must_be_mended_comes_first() -> None:
    severities = [found.rule.severity for found in check_draft(act_of(TEXT))]
    assert severities[0] is Severity.MUST
    order = [Severity.MUST, Severity.SHOULD, Severity.HINT]
    assert [order.index(s) for s in severities] == sorted(order.index(s) for s in severities)


def test_a_silent_rule_says_nothing() -> None:
    rules = {found.rule.key for found in check_draft(act_of(TEXT), silent={"reference", "lists"})}
    assert rules
    assert not rules & {"reference", "lists"}


def test_checking_stops_when_asked() -> None:
    assert check_draft(act_of(TEXT), is_stopped=lambda: True) == ()
