"""XML is made of elements: no module that writes office files has markup in its strings, and
python-docx holds the package of a Word file (docs/decisions/0005-python-docx-holds-the-package.md)."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture import shape

# A tag that opens with a prefix, a tag that closes, a declaration.
_MARKUP = re.compile(r"<[a-zA-Z]+:|</|<\?xml|/>")
# Pages of HTML are written as pages: nothing reads them as a tree of elements.
_PAGES = ("html", "comparison_html", "three_way_html")


def markup(tree: ast.AST) -> list[str]:
    """Give the string literals of a module that hold markup, also as part of an f-string."""
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _MARKUP.search(node.value)
    ]


def test_no_string_of_the_writing_floor_holds_markup() -> None:
    rooms = {
        module: path
        for module, path in shape.modules().items()
        if module.startswith("quyche_app.writing") and module.split(".")[-1] not in _PAGES
    }
    assert "quyche_app.writing.ooxml.elements" in rooms
    found = {module: markup(shape.tree_of(path)) for module, path in rooms.items()}
    assert {module: words for module, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "code",
    ["'<w:p>'", "f'<w:t>{words}</w:t>'", "x.removesuffix('</w:p>')", "'<text:p/>'", "'<?xml?>'"],
)
def test_markup_is_found(code: str) -> None:
    assert markup(ast.parse(code))


def test_no_other_floor_splices_elements_of_office_files() -> None:
    office = re.compile(r"</?(?:w|a|r|text|office|table):")
    found = {
        module: [words for words in markup(shape.tree_of(path)) if office.search(words)]
        for module, path in shape.modules().items()
    }
    assert {module: words for module, words in found.items() if words} == {}


def test_python_docx_holds_the_package() -> None:
    path = shape.modules()["quyche_app.writing.ooxml.package"]
    named = {
        node.module for node in ast.walk(shape.tree_of(path)) if isinstance(node, ast.ImportFrom)
    }
    assert {"docx.package", "docx.parts.document", "docx.section"} <= named
