"""A text for machines: its tree, and its lines read back out of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Paragraph
from quyche_app.writing.json_text import json_bytes, json_lines
from tests.making import act, article, chapter, clause, component
from tests.writing.made import PARTY_ACT, body, document, note

APPENDIX = component(
    ComponentKind.APPENDIX,
    article("2", "Mẫu"),
    front=(Paragraph("Phụ lục I"),),
    back=(Paragraph("Nơi nhận"),),
    label="I",
)
GONE = component(
    ComponentKind.APPENDIX,
    article("3", "Bỏ"),
    front=(Paragraph("Phụ lục II"),),
    label="II",
    repealed=True,
)


def report(*components: Component, **rest: Any) -> dict[str, Any]:
    return dict(json.loads(json_bytes(document(*components, **rest))))


@pytest.mark.parametrize(
    ("fields", "values"),
    [
        ({}, (None, None)),
        ({"as_at": date(2020, 1, 2)}, ("2020-01-02", None)),
        ({"draft_name": "Dự thảo"}, (None, "Dự thảo")),
    ],
    ids=["present", "on a day", "draft"],
)
def test_which_text_it_is(fields: dict[str, Any], values: tuple[str | None, str | None]) -> None:
    made = report(number="5-QC/TU", kind="Quy chế", title="làm việc", **fields)
    assert (made["as_at"], made["draft"]) == values
    assert (made["schema"], made["number"]) == ("quyche/text/1", "5-QC/TU")
    assert (made["kind"], made["title"]) == ("Quy chế", "làm việc")


def test_acts_in_force_later_are_named_with_their_day() -> None:
    later = (PARTY_ACT, Act(number="13-QĐ/TU"))
    assert report(amended_later=later)["amended_later"] == [
        {"number": "12-QĐ/TU", "title": PARTY_ACT.title, "effect_date": "2018-07-16"},
        {"number": "13-QĐ/TU", "title": "", "effect_date": None},
    ]


def test_a_provision_has_its_path_words_and_notes() -> None:
    notes = (note("clause-1", "Một."), note("clause-1", "Hai."), note("khác", "Ba."))
    made = report(body(), notes=notes)["components"][0]["units"][0]
    (child,) = made.pop("children")
    assert made == {
        "path": "d1",
        "kind": "article",
        "label": "1",
        "heading": "Họp",
        "repealed": False,
        "lines": ["Điều 1. Họp"],
        "tail": [],
        "notes": [],
    }
    assert (child["path"], child["lines"]) == ("d1/k1", ["1. Họp mỗi tháng."])
    assert child["notes"] == ["Một.", "Hai."]


def test_a_repealed_component_has_its_name_alone() -> None:
    _, kept, gone = report(body(), APPENDIX, GONE)["components"]
    assert (kept["kind"], kept["label"], kept["title"]) == ("appendix", "I", [])
    assert (kept["front"], kept["back"]) == (["Phụ lục I"], ["Nơi nhận"])
    assert (gone["repealed"], gone["title"]) == (True, ["Phụ lục II (được bãi bỏ)"])


@pytest.mark.parametrize(
    "text",
    [
        Act(components=(body("QUY CHẾ"), APPENDIX, GONE)),
        act(article("1", "Họp", clause("1", "Lời."), tail=(Paragraph("Đoạn cuối."),))),
        act(article("1", "Họp", clause("1", "Lời."), tail=(Paragraph("x"),), repealed=True)),
        act(chapter("I", article("1", "Họp"), article("2", None, lead=(Paragraph("Lời."),)))),
    ],
    ids=["components", "words behind", "repealed with what it held", "chapter"],
)
def test_the_lines_of_a_text_can_be_read_back(text: Act) -> None:
    assert json_lines(json_bytes(document(*text.components))) == act_lines(text)


def test_letters_are_written_as_they_are() -> None:
    assert "Họp mỗi tháng." in json_bytes(document()).decode()
