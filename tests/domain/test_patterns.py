"""A pattern that is compiled late behaves as the compiled one, and every one of the program compiles."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re

import pytest

import quyche_app.domain
import quyche_app.reading
from quyche_app.domain.patterns import _Late, late


def test_the_methods_of_a_late_pattern_answer_as_those_of_the_pattern() -> None:
    words = r"(?P<kind>điều|khoản)\s+(\d+)"
    ready, pattern = re.compile(words, re.IGNORECASE), late(words, re.IGNORECASE)
    text = "Khoản 2, Điều 5"
    first, first_of_ready = pattern.match(text), ready.match(text)
    assert first is not None
    assert first_of_ready is not None
    assert first["kind"] == first_of_ready["kind"] == "Khoản"
    assert pattern.findall(text) == ready.findall(text)
    assert pattern.sub("x", text) == ready.sub("x", text)
    assert pattern.split(text) == ready.split(text)
    assert pattern.fullmatch(text) is None
    assert (pattern.pattern, pattern.flags, pattern.groups) == (
        ready.pattern,
        ready.flags,
        ready.groups,
    )


def test_what_is_no_pattern_is_told_at_its_first_use() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.search("x")
    with pytest.raises(AttributeError):
        getattr(late("x"), "no_such_method")  # noqa: B009


def test_every_late_pattern_of_the_program_compiles() -> None:
    for room in (quyche_app.domain, quyche_app.reading):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    patterns = [one for one in gc.get_objects() if isinstance(one, _Late)]
    assert len(patterns) > 100
    for pattern in patterns:
        if pattern._words != "(":
            re.compile(pattern._words, pattern._flags)
