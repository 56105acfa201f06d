"""The collector of garbage rests while trees are built."""

from __future__ import annotations

import gc

from quyche_app.collector import collector_paused


class Circle:
    def __init__(self) -> None:
        self.itself = self


def test_the_collector_rests_inside_and_works_again_after() -> None:
    with collector_paused():
        assert not gc.isenabled()
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_is_old_afterwards() -> None:
    with collector_paused():
        made = [[] for _ in range(5000)]
    assert not any(found is made for found in gc.get_objects(generation=0))
    assert any(found is made for found in gc.get_objects(generation=2))


def test_circles_made_meanwhile_go_with_the_next_full_collection() -> None:
    gc.collect()
    with collector_paused():
        Circle()
    gc.collect()
    assert not any(isinstance(found, Circle) for found in gc.get_objects())


def test_what_was_set_apart_stays_so() -> None:
    gc.freeze()
    try:
        before = gc.get_freeze_count()
        with collector_paused():
            Circle()
        assert gc.get_freeze_count() == before
    finally:
        gc.unfreeze()
