"""Each module below the doors has its tests in the mirrored place: ``quyche_app/domain/dates.py`` in
``tests/domain/test_dates.py``, which imports it (docs/testing.md 2).

No file is asked for where nothing is decided: a module without functions (values, enumerations, tables),
and the migrations, which Alembic runs and ``tests/services/test_released_workspaces.py`` proves.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture import shape

ROOMS = (
    "domain",
    "language",
    "amending",
    "comparing",
    "drafting",
    "checking",
    "reading",
    "writing",
    "storage",
    "services",
)
_MIGRATIONS = "quyche_app.storage.migrations"


def decides(tree: ast.Module) -> bool:
    """Tell whether a module has a function of its own, at its top or in a class."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))


def mirror_of(module: str) -> Path:
    """Give the place of the tests of a module."""
    *folders, name = module.split(".")[1:]
    return shape.ROOT.joinpath("tests", *folders, f"test_{name}.py")


def is_mirrored(module: str) -> bool:
    """Tell whether the mirrored file is there and imports the module."""
    path = mirror_of(module)
    return path.is_file() and module in shape.imports(shape.tree_of(path), {module})


def wanted() -> set[str]:
    """Give the modules that need a mirrored file."""
    return {
        module
        for module, path in shape.modules().items()
        if module.split(".")[1:2] in [[room] for room in ROOMS]
        and path.name != "__init__.py"
        and not module.startswith(_MIGRATIONS)
        and decides(shape.tree_of(path))
    }


def test_each_module_has_its_tests_in_the_mirrored_place() -> None:
    missing = {module for module in wanted() if not is_mirrored(module)}
    assert missing == set(), "write tests/<room>/test_<name>.py"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("X = 1\nY: dict[str, int] = {}", False),
        ("class Kind(StrEnum):\n    A = 'a'", False),
        ("from a import b\n__all__ = ['b']", False),
        ("def f() -> int:\n    return 1", True),
        ("class Value:\n    def f(self) -> int:\n        return 1", True),
    ],
    ids=["constants", "enumeration", "re-export", "function", "method"],
)
def test_values_alone_decide_nothing(code: str, expected: bool) -> None:
    assert decides(ast.parse(code)) is expected


def test_the_mirrored_place_keeps_folders() -> None:
    path = mirror_of("quyche_app.storage.codecs.notes").relative_to(shape.ROOT)
    assert path.as_posix() == "tests/storage/codecs/test_notes.py"
