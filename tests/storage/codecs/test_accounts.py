"""The account of an original file comes back equal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyche_app.domain.sources import AccountEntry, Role
from quyche_app.storage.codecs.accounts import decode_account, encode_account
from tests.domain.test_encoding import words
from tests.storage.codecs.stored import (
    NOT_DEFLATED,
    code_of,
    from_bytes,
    numbers,
    refuses_what_it_does_not_know,
    said,
)
from tests.storage.test_stored_forms import ACCOUNT_TEXT

entries = st.builds(AccountEntry, numbers, st.sampled_from(Role), words, words, st.none() | said)


@settings(max_examples=30)
@given(st.lists(entries, max_size=3).map(tuple))
def test_an_account_comes_back(account: tuple[AccountEntry, ...]) -> None:
    assert decode_account(encode_account(account)) == account


def test_another_kind_version_or_no_value_is_refused() -> None:
    refuses_what_it_does_not_know(from_bytes(decode_account), ACCOUNT_TEXT)


@pytest.mark.parametrize(
    ("old", "new"), [('"front"', '"role_of_tomorrow"'), ('[1,"front"', '["front"')]
)
def test_a_row_that_is_not_known_is_refused(old: str, new: str) -> None:
    assert old in ACCOUNT_TEXT
    assert code_of(from_bytes(decode_account), ACCOUNT_TEXT.replace(old, new)) == "QC-S091"


@pytest.mark.parametrize("data", NOT_DEFLATED)
def test_bytes_that_are_not_deflated_are_damaged(data: bytes) -> None:
    assert code_of(lambda _: decode_account(data), "") == "QC-S091"
