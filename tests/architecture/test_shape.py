"""The shape of the code does not get worse. The figures are ceilings that only go down."""

from __future__ import annotations

import ast
import textwrap

from tests.architecture import shape

MOST_COMPLEX_SHARE = 0.025
MOST_BOOLEAN_OPERATORS = 35.0


def test_no_file_imports_another_in_a_circle() -> None:
    assert shape.import_cycles() == []
    # A table of actions names the screen that it is about, for the type checker alone.
    circles = shape.import_cycles(with_types=True)
    assert all(any(name.endswith(".actions") for name in circle) for circle in circles)


def test_cycles_are_found_however_long() -> None:
    edges = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": set()}
    assert shape.cycles(edges) == [["a", "b", "c"]]


def test_complexity_counts_branches_loops_handlers_operators_and_comprehensions() -> None:
    code = """
    def f(x):
        for y in x:
            if y and x or None:
                return [z for z in y]
        try:
            return 1 if x else 2
        except OSError:
            def inner(): return x or 1
    """
    (function,) = ast.parse(textwrap.dedent(code)).body
    assert shape.complexity(function) == 1 + 1 + 1 + 2 + 1 + 1 + 1


def test_few_functions_are_complex() -> None:
    above, total = shape.complex_share()
    assert above <= MOST_COMPLEX_SHARE * total, f"{above} of {total}"


def test_conditions_are_short() -> None:
    assert shape.boolean_operators_a_thousand_lines() <= MOST_BOOLEAN_OPERATORS
