"""How the window is wired: functions and types, no names of methods and nothing untyped on the way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

GUI = Path(__file__).resolve().parents[2] / "quyche_app" / "gui"
BY_NAME = {"getattr", "setattr", "hasattr"}
# The number only goes down. Colours are tokens by name; a paragraph is told from a table where a page
# is laid out; the data of an item of Qt can be anything.
MOST_BY_NAME, MOST_ASSERTED, MOST_UNTYPED = 2, 4, 1


def nodes() -> Iterator[ast.AST]:
    """Give what the code of the window consists of."""
    for path in sorted(GUI.rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def by_name() -> list[ast.Call]:
    """Give the calls that reach something by its name."""
    return [
        node
        for node in nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in BY_NAME
    ]


def test_nothing_is_reached_by_a_name_that_is_known_beforehand() -> None:
    calls = by_name()
    assert [call.lineno for call in calls if isinstance(call.args[1], ast.Constant)] == []
    assert len(calls) <= MOST_BY_NAME


def test_no_type_is_asserted_where_it_could_be_declared() -> None:
    asserted = [
        node
        for node in nodes()
        if isinstance(node, ast.Assert)
        and isinstance(node.test, ast.Call)
        and isinstance(node.test.func, ast.Name)
        and node.test.func.id == "isinstance"
    ]
    assert len(asserted) <= MOST_ASSERTED


def test_parameters_have_types() -> None:
    untyped = [
        argument
        for node in nodes()
        if isinstance(node, ast.FunctionDef)
        for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        if argument.annotation is not None and ast.unparse(argument.annotation) == "object"
    ]
    assert len(untyped) <= MOST_UNTYPED


def test_no_error_of_a_job_is_thrown_away() -> None:
    silent = [
        node.lineno
        for node in nodes()
        if isinstance(node, ast.Lambda)
        and [argument.arg for argument in node.args.args] == ["error"]
        and isinstance(node.body, ast.Constant)
    ]
    assert silent == []
