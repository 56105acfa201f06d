"""What the domain hands out cannot be changed by whoever holds it (docs/architecture.md 4.1)."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from enum import Enum

import pytest

import quyche_app.domain

MODULES = [
    importlib.import_module(f"quyche_app.domain.{found.name}")
    for found in pkgutil.iter_modules(quyche_app.domain.__path__)
]
CLASSES = [
    pytest.param(found, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for module in MODULES
    for name, found in vars(module).items()
    if isinstance(found, type) and found.__module__ == module.__name__
]


@pytest.mark.parametrize("found", CLASSES)
def test_a_class_with_fields_is_a_frozen_value(found: type) -> None:
    if not dataclasses.is_dataclass(found):
        is_other = issubclass(found, Enum | tuple | Exception)
        # A class without slots of its own (a mixin) only names what its heirs hold.
        holds_nothing = vars(found).get("__slots__") == ()
        assert is_other or holds_nothing or not vars(found).get("__annotations__")
        return
    assert found.__dataclass_params__.frozen  # type: ignore[attr-defined]
