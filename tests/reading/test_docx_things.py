"""Pictures, formulas and embedded objects as opaque blocks."""

from __future__ import annotations

import base64

import pytest
from lxml import etree

from quyche_app.domain.units import Opaque
from quyche_app.reading import docx_things
from quyche_app.reading.docx_runs import Thing
from quyche_app.reading.docx_things import Things
from quyche_app.reading.package import Relation, open_package
from tests.reading.packages import members, p, zipped

_ELEMENT = etree.fromstring("<m>x</m>")
_RELATIONS = {
    "r1": Relation("r1", "image", "word/media/h1.png"),
    "r2": Relation("r2", "image", "https://vi.du/h2.png", True),
    "r3": Relation("r3", "image", "word/media/mat.png"),
    "r4": Relation("r4", "image", "word/media/h4.png"),
}


def things() -> Things:
    parts: dict[str, str | bytes] = {
        **members(p("Lời.")),
        "word/media/h1.png": b"12345",
        "word/media/h4.png": b"678",
    }
    return Things(open_package("a.docx", zipped(parts)), _RELATIONS)


def coded(data: bytes) -> str:
    return base64.b64encode(data).decode()


@pytest.mark.parametrize(
    ("relation", "block"),
    [
        ("r1", Opaque("h1.png", "[hình: h1.png]", coded(b"12345"))),
        ("r2", Opaque("h2.png", "[hình: h2.png]")),
        ("r3", Opaque("mat.png", "[hình: mat.png]")),
        ("", Opaque("hình", "[hình]", coded(b"<m>x</m>"))),
    ],
    ids=["a part", "outside", "missing", "without a relation"],
)
def test_the_block_of_a_thing(relation: str, block: Opaque) -> None:
    assert things().opaque(Thing("hình", relation, _ELEMENT)) == block


def test_what_does_not_fit_keeps_its_name_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_things, "MAX_KEPT_BYTES", 7)
    made = things()
    kept = [
        made.opaque(Thing("hình", relation, _ELEMENT)).payload
        for relation in ("r1", "r1", "r4", "")
    ]
    assert kept == [coded(b"12345"), coded(b"12345"), "", ""]


def test_exactly_what_fits_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_things, "MAX_KEPT_BYTES", 8)
    made = things()
    assert [bool(made.opaque(Thing("hình", r, _ELEMENT)).payload) for r in ("r1", "r4")] == [
        True
    ] * 2
