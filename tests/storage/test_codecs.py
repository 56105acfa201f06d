"""Whatever a kind holds comes back equal; what a codec does not know is refused with a sentence."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import Message
from quyche_app.domain.operations import (
    Confidence,
    Exclusion,
    Footnote,
    Instruction,
    Position,
    ReadAmendments,
    Target,
    Unread,
    Verb,
)
from quyche_app.domain.sources import AccountEntry, Role
from quyche_app.storage.codecs import accounts, instructions, messages, notes, readings
from tests.domain.test_encoding import blocks, words
from tests.storage.test_stored_forms import (
    ACCOUNT_TEXT,
    FULL,
    FULL_TEXT,
    NOTES_TEXT,
    READING,
    READING_TEXT,
)

numbers = st.integers(0, 999)
lines = st.tuples(numbers, numbers)
days = st.none() | st.dates()


def some(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=2).map(tuple)


def _pairs(facts: dict[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple(facts.items())


plain_facts = words | numbers | st.dates()
said = st.recursive(
    st.builds(Message, words, words, st.dictionaries(words, plain_facts, max_size=2).map(_pairs)),
    lambda inner: st.builds(
        Message,
        words,
        words,
        st.dictionaries(words, inner | some(inner), max_size=2).map(_pairs),
    ),
    max_leaves=4,
)

addresses = st.builds(Address, some(st.builds(Step, words, words)), words)
targets = st.builds(Target, addresses, words)
positions = st.builds(Position, words, st.none() | targets, words)
orders = st.builds(
    Instruction,
    index=numbers,
    act_no=numbers,
    place=words,
    source_lines=lines,
    source_text=words,
    verb=st.sampled_from(Verb),
    targets=some(targets),
    quoted=blocks,
    openings=some(numbers),
    words_old=some(words),
    words_new=some(words),
    position=st.none() | positions,
    exclusions=some(st.builds(Exclusion, words, some(targets))),
    results=some(targets),
    container=st.none() | numbers,
    act_reference=words,
    component=words,
    effect_date=days,
    confidence=st.sampled_from(Confidence),
    reasons=some(said),
)
stretches = st.builds(Unread, numbers, lines, words, said, st.booleans())
heads = st.builds(Act, words, words, words, words, words, days, days, words)
read_acts = st.builds(
    ReadAmendments,
    act=heads,
    instructions=st.just(()),
    unread=some(stretches),
    effect_date=days,
    implementing=some(lines),
    amended=some(words),
    is_effect_unknown=st.booleans(),
    transitional=some(stretches),
)
footnotes = st.builds(Footnote, words, words, words, numbers, numbers, words)
entries = st.builds(AccountEntry, numbers, st.sampled_from(Role), words, words, st.none() | said)


@given(orders)
def test_an_instruction_comes_back(order: Instruction) -> None:
    assert instructions.decode_instruction(instructions.encode_instruction(order)) == order


@given(some(said))
def test_messages_come_back_with_their_words(several: tuple[Message, ...]) -> None:
    back = messages.decode_messages(messages.encode_messages(several))
    assert repr(back) == repr(several)  # equality looks at code and facts alone


@given(read_acts)
def test_a_reading_comes_back(reading: ReadAmendments) -> None:
    text = readings.encode_reading(reading)
    assert readings.decode_reading(text) == reading
    assert readings.unread_count(text) == len(reading.unread)


@given(st.lists(footnotes, max_size=3).map(tuple))
def test_notes_come_back(some_notes: tuple[Footnote, ...]) -> None:
    assert notes.decode_notes(notes.encode_notes(some_notes)) == some_notes


@given(st.lists(entries, max_size=3).map(tuple))
def test_an_account_comes_back(account: tuple[AccountEntry, ...]) -> None:
    assert accounts.decode_account(accounts.encode_account(account)) == account


def test_a_reading_leaves_out_what_has_rows_of_its_own() -> None:
    act = replace(READING.act, components=(Component("c", ComponentKind.BODY),))
    whole = replace(READING, act=act, instructions=(FULL,))
    assert readings.encode_reading(whole) == READING_TEXT


def _from_bytes(decode: Callable[[bytes], object]) -> Callable[[str], object]:
    return lambda text: decode(zlib.compress(text.encode()))


CODECS: dict[str, tuple[Callable[[str], object], str]] = {
    "instruction": (instructions.decode_instruction, FULL_TEXT),
    "reading": (readings.decode_reading, READING_TEXT),
    "count": (readings.unread_count, READING_TEXT),
    "notes": (_from_bytes(notes.decode_notes), NOTES_TEXT),
    "account": (_from_bytes(accounts.decode_account), ACCOUNT_TEXT),
}


def code_of(decode: Callable[[str], object], text: str) -> str:
    with pytest.raises(StorageError) as caught:
        decode(text)
    assert caught.value.sentence.startswith("Kho có dữ liệu")
    return caught.value.code


@pytest.mark.parametrize("kind", CODECS)
def test_another_name_or_version_is_refused(kind: str) -> None:
    decode, text = CODECS[kind]
    name, version, held = json.loads(text)
    assert code_of(decode, json.dumps(["of_tomorrow", version, held])) == "QC-S090"
    assert code_of(decode, json.dumps([name, version + 1, held])) == "QC-S090"


@pytest.mark.parametrize("kind", CODECS)
@pytest.mark.parametrize(
    "text", ["", "[", "1", "null", '["instruction",1]', '{"@":"Instruction","index":0}']
)
def test_what_is_no_stored_value_is_damaged(kind: str, text: str) -> None:
    decode, _ = CODECS[kind]
    assert code_of(decode, text) == "QC-S091"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"verb":"amend"', '"verb":"amend_of_tomorrow"'),
        ('"verb":"amend"', '"verb":"amend","field_of_tomorrow":1'),
        ('"verb":"amend",', ""),
        ('"side":"after"', '"side":"after","field_of_tomorrow":1'),
        ('{"slot":"unit"}', '{"slot":"unit","field_of_tomorrow":1}'),
        ('"lines":[12,18]', '"lines":[12]'),
        ('["o","h1.png"', '["block_of_tomorrow","h1.png"'),
        ('"2018-07-16"', '"hôm qua"'),
    ],
)
def test_a_part_that_a_codec_does_not_know_is_not_dropped_in_silence(old: str, new: str) -> None:
    assert old in FULL_TEXT
    text = FULL_TEXT.replace(old, new)
    assert code_of(instructions.decode_instruction, text) == "QC-S091"


@pytest.mark.parametrize("data", [b"", b"x", zlib.compress(b"\xff")])
def test_bytes_that_are_not_deflated_are_damaged(data: bytes) -> None:
    for decode in (notes.decode_notes, accounts.decode_account):
        with pytest.raises(StorageError) as caught:
            decode(data)
        assert caught.value.code == "QC-S091"
