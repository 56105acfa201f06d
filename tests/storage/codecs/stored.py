"""What the codecs have in common: parts of stored values made up, and what is refused."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import Message
from quyche_app.domain.operations import Exclusion, Position, Target
from tests.domain.test_encoding import words

Decode = Callable[[str], object]
NO_STORED_VALUES = ("", "[", "1", "null", '["instruction",1]', '{"@":"Instruction","index":0}')
NOT_DEFLATED = (b"", b"x", zlib.compress(b"\xff"))

numbers = st.integers(0, 999)
lines = st.tuples(numbers, numbers)
days = st.none() | st.dates()


def some(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Give up to two of something."""
    return st.lists(values, max_size=2).map(tuple)


def _pairs(facts: dict[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple(facts.items())


said = st.recursive(
    st.builds(
        Message,
        words,
        words,
        st.dictionaries(words, words | numbers | st.dates(), max_size=2).map(_pairs),
    ),
    lambda inner: st.builds(
        Message, words, words, st.dictionaries(words, inner | some(inner), max_size=2).map(_pairs)
    ),
    max_leaves=3,
)
steps = st.builds(Step, words, words)
addresses = st.builds(Address, some(steps), words)
targets = st.builds(Target, addresses, words)
positions = st.builds(Position, words, st.none() | targets, words)
exclusions = st.builds(Exclusion, words, some(targets))


def from_bytes(decode: Callable[[bytes], object]) -> Decode:
    """Give a decoder of deflated values as one of their texts."""
    return lambda text: decode(zlib.compress(text.encode()))


def code_of(decode: Decode, text: str) -> str:
    """Give the code of the error with which a text is refused."""
    with pytest.raises(StorageError) as caught:
        decode(text)
    return caught.value.code


def refuses_what_it_does_not_know(decode: Decode, text: str) -> None:
    """Another name, another version, and what is no stored value at all."""
    name, version, held = json.loads(text)
    assert code_of(decode, json.dumps(["of_tomorrow", version, held])) == "QC-S090"
    assert code_of(decode, json.dumps([name, version + 1, held])) == "QC-S090"
    for damaged in NO_STORED_VALUES:
        assert code_of(decode, damaged) == "QC-S091"
