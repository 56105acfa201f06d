"""What a draft says otherwise than its base: by identity, word by word."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.acts import Act
from quyche_app.domain.identities import uuid7
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.drafting.differences import LINE_BREAK, BaseText, Fate
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.edits import own_words
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.structure import Structure
from quyche_app.reading.files import read_bytes

TEXT = """\
Điều 1. Phạm vi
1. Một hai ba.
2. Bốn năm sáu.
3. Bảy tám chín.
Điều 2. Cách làm
1. Việc thứ nhất.
2. Việc thứ hai.
"""


def act_of(text: str) -> Act:
    return read_bytes("quy-che.txt", text.encode()).act


def unit_named(act: Act, path: str) -> Unit:
    return next(p.unit for p in TreeIndex(act) if p.address.path == path)


def edited(unit: Unit, words: str) -> Unit:
    return replace(own_words(unit), lead=(Paragraph(words),))


def test_nothing_differs_at_first() -> None:
    act = act_of(TEXT)
    assert BaseText(act).differences(act).count == 0


def test_other_words_are_marked_word_by_word() -> None:
    act = act_of(TEXT)
    base, draft = BaseText(act), Draft(act)
    clause = unit_named(act, "d1/k2")
    draft.type_words(edited(clause, "Bốn năm bảy sáu."))
    assert base.differences(draft.act).fates == {clause.id: Fate.EDITED}
    changes = base.word_changes(draft.unit(clause.id))
    assert [(c.op, c.text.strip()) for c in changes["lead", 0]] == [
        ("equal", "Bốn năm"),
        ("insert", "bảy"),
        ("equal", "sáu."),
    ]


def test_provisions_that_are_counted_anew_only_do_not_differ() -> None:
    act = act_of(TEXT)
    base, draft = BaseText(act), Draft(act)
    step = Structure(act, Numbering.RECOUNT, uuid7).insert_after(unit_named(act, "d1/k1").id)
    assert step is not None
    draft.do(step)
    differences = base.differences(draft.act)
    assert list(differences.fates.values()) == [Fate.ADDED]
    assert differences.count == 1


def test_what_is_gone_is_told_behind_what_stood_before_it() -> None:
    act = act_of(TEXT)
    base, draft = BaseText(act), Draft(act)
    step = Structure(act, Numbering.RECOUNT, uuid7).remove(unit_named(act, "d1/k2").id)
    assert step is not None
    draft.do(step)
    (gone,) = base.differences(draft.act).removed
    assert (gone.unit.id, gone.after_id) == (
        unit_named(act, "d1/k2").id,
        unit_named(act, "d1/k1").id,
    )


def test_an_article_that_goes_is_told_once_with_what_is_in_it() -> None:
    act = act_of(TEXT)
    base, draft = BaseText(act), Draft(act)
    step = Structure(act, Numbering.RECOUNT, uuid7).remove(unit_named(act, "d2").id)
    assert step is not None
    draft.do(step)
    assert [gone.unit.id for gone in base.differences(draft.act).removed] == [
        unit_named(act, "d2").id
    ]


def test_a_provision_moved_among_its_siblings_is_the_one_that_moved() -> None:
    act = act_of(TEXT)
    base, draft = BaseText(act), Draft(act)
    step = Structure(act, Numbering.RECOUNT, uuid7).move_up(unit_named(act, "d1/k3").id)
    assert step is not None
    draft.do(step)
    assert list(base.differences(draft.act).fates.values()) == [Fate.MOVED]


WORDS = st.lists(
    st.sampled_from(["một", "hai", "ba", "bốn,", "năm.", "Ủy"]), min_size=1, max_size=9
)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, min_size=1, max_size=4))
def test_what_is_not_removed_makes_up_each_paragraph(
    before: list[list[str]], after: list[list[str]]
) -> None:
    act = act_of(TEXT)
    clause = unit_named(act, "d1/k1")

    def with_lead(paragraphs: list[list[str]]) -> Unit:
        return replace(own_words(clause), lead=tuple(Paragraph(" ".join(p)) for p in paragraphs))

    draft = Draft(act)
    draft.type_words(with_lead(before))
    base = BaseText(draft.act)
    changes = base.word_changes(with_lead(after))
    for (slot, index), found in changes.items():
        assert slot == "lead"
        kept = "".join(change.text for change in found if change.op != "delete")
        assert kept.replace(LINE_BREAK, "\n") == " ".join(after[index])
    if before == after:
        assert not changes
