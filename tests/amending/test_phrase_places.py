"""Where the words of an order may stand: all of a place, its start or end, one of its sentences."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.phrase_places import Stretch, WordPlaces
from quyche_app.amending.targets import TargetFinder
from quyche_app.amending.work import WorkText
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import order, target, told
from tests.making import act, article, clause, point, table

_TEXT = act(
    article(
        "1",
        "Họp",
        clause("1", "Họp mỗi tuần. Tài liệu gửi trước. Chánh Văn phòng chủ trì."),
        clause(
            "2", "Tài liệu gồm:", point("a", "Báo cáo;"), point("b", "Dự thảo; tờ trình."), id="c2"
        ),
        clause("3", "Đã bỏ.", id="c3", repealed=True),
    ),
    article(
        "2", "Bảng", id="a2", tail=(Paragraph("Như sau:"), table(("1", "Họp"), ("2", "Báo cáo")))
    ),
)


def stretches(path: str) -> tuple[list[Stretch], Ledger]:
    made = order(Verb.REPLACE_WORDS, path, slot="text")
    ledger = Ledger(made)
    places = WordPlaces(TargetFinder(TreeIndex(_TEXT), ""), WorkText.of(_TEXT))
    return places.stretches(target(path, "text"), ledger), ledger


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("d1/k2", ["Tài liệu gồm:", "Báo cáo;", "Dự thảo; tờ trình."]),
        ("d1/k2#text:start", ["Tài liệu gồm:"]),
        ("d1/k2#text:end", ["Dự thảo; tờ trình."]),
        ("d1/k1#sentence:1", ["Họp mỗi tuần."]),
        ("d1/k1#sentence:2", ["Tài liệu gửi trước."]),
        ("d1/k1#sentence:last", ["Chánh Văn phòng chủ trì."]),
        ("d1#heading", ["Họp"]),
        ("d2", ["Bảng", "Như sau:", "1", "Họp", "2", "Báo cáo"]),
    ],
)
def test_a_place_gives_its_words_and_no_others(path: str, words: list[str]) -> None:
    found, ledger = stretches(path)
    assert [one.text[one.start : one.end] for one in found] == words
    assert told(ledger) == ([], [])


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("d1/k1#sentence:4", "target.missing"),
        ("d1/k1#paragraph:2", "target.missing"),
        ("d1/k3", "target.repealed"),
        ("d7", "target.nearest"),
        ("pl1", "target.missing"),
    ],
)
def test_a_place_without_words_fails(path: str, code: str) -> None:
    found, ledger = stretches(path)
    assert found == []
    assert told(ledger)[0] == [code]
