"""The structure of a text for a person, for machines and as a tree."""

from __future__ import annotations

import re
from pathlib import Path

from quyche_app.domain.units import walk
from quyche_app.resources_folder import sample_file
from quyche_app.services.outline import outline_lines, outline_tree, read_outline

_NODE = re.compile(r'  (?:(?P<above>n\d+) --> )?(?P<name>n\d+)\["(?P<words>[^"]*)"\]')


def test_the_tree_has_every_provision_once_below_what_holds_it() -> None:
    text = read_outline(sample_file("quy-che.docx"))
    first, *lines = outline_tree(text)
    assert first == "flowchart LR"
    nodes = [_NODE.fullmatch(line) for line in lines]
    assert all(nodes)
    above = {node["name"]: node["above"] for node in nodes if node}
    units = [unit for component in text.act.components for unit in walk(component.units)]
    assert len(nodes) == 1 + len(text.act.components) + len(units)
    assert [name for name, holder in above.items() if holder is None] == ["n0"]
    words = {node["name"]: node["words"] for node in nodes if node}
    clause = next(name for name, said in words.items() if said.startswith("Khoản 1."))
    assert words[above[clause]].startswith("Điều ")


def test_quotation_marks_and_number_signs_do_not_end_a_name(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text('QUY CHẾ\nĐiều 1. Tên "mới" và số #5\n1. Lời.\n', encoding="utf-8")
    text = read_outline(file)
    (line,) = [line for line in outline_tree(text) if "Điều 1" in line]
    assert "#quot;mới#quot;" in line
    assert "#35;5" in line
    assert line.count('"') == 2


def test_lines_are_set_in_by_their_depth(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("QUY CHẾ\nĐiều 1. Tên\n1. Lời:\na) Điểm.\n", encoding="utf-8")
    lines = outline_lines(read_outline(file))
    assert lines[-3:] == ["  Điều 1. Tên", "    Khoản 1. Lời:", "      Điểm a. Điểm"]
