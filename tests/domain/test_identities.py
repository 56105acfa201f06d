"""Identities: sorted by time, running, or derived from what they stand for."""

from __future__ import annotations

import os
import time
import uuid

import pytest

from quyche_app.domain.identities import derived, running_numbers, uuid7


def test_a_new_identity_is_a_uuid_of_version_7_in_32_digits() -> None:
    made = uuid7()
    assert len(made) == 32
    assert (uuid.UUID(made).version, uuid.UUID(made).variant) == (7, uuid.RFC_4122)


def test_a_new_identity_begins_with_the_time_and_holds_all_the_noise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 0x0123456789AB * 1_000_000 + 999_999)
    monkeypatch.setattr(os, "urandom", lambda length: b"\xff" * length)
    assert uuid7() == "0123456789ab" + "7fff" + "bfffffffffffffff"
    monkeypatch.setattr(os, "urandom", lambda length: b"\x00" * length)
    assert uuid7() == "0123456789ab" + "7000" + "8000000000000000"


def test_identities_are_told_apart() -> None:
    assert len({uuid7() for _ in range(200)}) == 200


def test_running_numbers_begin_at_one_for_each_giver() -> None:
    new_id, other = running_numbers(), running_numbers("phụ")
    assert [new_id(), new_id(), new_id()] == ["u1", "u2", "u3"]
    assert other() == "phụ1"


def test_a_derived_identity_depends_on_its_parts_alone() -> None:
    assert derived("op", "d5/k2") == derived("op", "d5/k2")
    assert len(derived("op")) == 32


@pytest.mark.parametrize(
    ("one", "other"),
    [(("a", "b"), ("ab",)), (("a", "b"), ("b", "a")), (("a", ""), ("a",))],
    ids=["joined", "turned round", "one more, empty"],
)
def test_other_parts_give_another_identity(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert derived(*one) != derived(*other)
