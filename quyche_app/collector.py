"""Pausing the collector of garbage while a large tree is built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Let the collector rest: it walks all objects of the process again and again while thousands
    of new ones are made, none of which is garbage (measured: a third to half of the time).

    What was made joins the old objects afterwards, without the walk over all of it that the next new
    object would set off; circles in it go with the next full collection.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # what someone else has set apart stays so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
