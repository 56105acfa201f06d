"""What the command box finds."""

from __future__ import annotations

import pytest

from quyche_app.gui.shell.commands import find

PROVISIONS = [
    ("u1", "Điều 12"),
    ("u2", "khoản 3 Điều 12"),
    ("u3", "điểm a khoản 3 Điều 12"),
    ("u4", "Điều 1"),
    ("u5", "khoản 3 Điều 1"),
]
ACTIONS = [("import", "Nhập văn bản…", "Ctrl+O"), ("swap", "Đổi hai bên", "")]
DOCUMENTS = [("d1", "05-QC/TU · Quy chế làm việc")]


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("d12k3", "u2"),
        ("12.3", "u2"),
        ("điều 12 khoản 3", "u2"),
        ("dieu 12", "u1"),
        ("12.3.a", "u3"),
        ("khoản 3 Điều 1", "u5"),
        ("1", "u4"),
    ],
)
def test_a_provision_is_found_however_it_is_typed(typed: str, unit: str) -> None:
    found = [each for each in find(typed, (), PROVISIONS, ()) if each.kind == "unit"]
    assert found[0].target == unit


def test_commands_come_first_and_show_their_keys() -> None:
    found = find("nhap van", ACTIONS, PROVISIONS, DOCUMENTS)
    assert (found[0].target, found[0].remark) == ("import", "Ctrl+O")


def test_texts_are_found_by_number_or_name() -> None:
    assert [each.target for each in find("quy che lam", ACTIONS, PROVISIONS, DOCUMENTS)] == ["d1"]


def test_nothing_typed_offers_commands_only() -> None:
    assert {each.kind for each in find("", ACTIONS, PROVISIONS, DOCUMENTS)} == {"action"}
