"""What stored words say, and the address of a unit as it was called then."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.encoding import encode_act, encode_component, encode_unit
from quyche_app.domain.units import Paragraph
from quyche_app.services.ancestry import Ancestry, is_head, own_text
from quyche_app.storage.documents import entry_with
from quyche_app.storage.recordings import StoredSpan, spans_of
from tests.making import article, clause, table
from tests.services.conftest import Recorded

_APPENDIX = Component("c", ComponentKind.APPENDIX, "I", "Phụ lục I", (Paragraph("Phụ lục I"),))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (None, ""),
        (encode_act(Act(title="x")), ""),
        (encode_unit(clause("1", "Họp.")), "1. Họp."),
        (encode_unit(article("1", "Họp", tail=(Paragraph("Cuối."),))), "Điều 1. Họp\nCuối."),
        (encode_unit(clause("1", lead=(table(("a", "b")),))), "1.\na | b"),
        (encode_unit(clause("1", "x", repealed=True)), "1. (được bãi bỏ)"),
        (encode_component(_APPENDIX), "Phụ lục I"),
        (
            encode_component(
                Component("c", ComponentKind.APPENDIX, "I", "", _APPENDIX.front, repealed=True)
            ),
            "Phụ lục I (được bãi bỏ)",
        ),
    ],
    ids=[
        "not in force",
        "head",
        "clause",
        "tail",
        "table",
        "repealed",
        "component",
        "repealed appendix",
    ],
)
def test_the_text_of_stored_words(words: str | None, text: str) -> None:
    assert own_text(words) == text
    span = StoredSpan(1, "u", 1, 0, words, None, None, "", "")
    assert is_head(span) is (words is not None and words.startswith('["act"'))


def test_every_wording_is_named_as_it_was_called(recorded: Recorded) -> None:
    with recorded.workspace.reading() as connection:
        entry = entry_with(connection, recorded.regulation)
        assert entry is not None
        spans = spans_of(connection, entry.line, entry.document)
        ancestry = Ancestry(connection, entry, spans)
        named = {ancestry.named(span) for span in spans if not is_head(span)}
    assert {("d2/k2", "khoản 2 Điều 2"), ("d3/đa", "điểm a Điều 3")} <= named
    assert ("d4/k3", "khoản 3 Điều 4") in named
    assert ("cI", "Chương I") in named


def test_what_stands_above_is_looked_up_where_it_was_not_given(recorded: Recorded) -> None:
    with recorded.workspace.reading() as connection:
        entry = entry_with(connection, recorded.regulation)
        assert entry is not None
        every = spans_of(connection, entry.line, entry.document)
        some = [span for span in every if own_text(span.words).startswith("2. Việc gấp")]
        ancestry = Ancestry(connection, entry, some)
        assert {ancestry.named(span) for span in some} == {("d2/k2", "khoản 2 Điều 2")}
