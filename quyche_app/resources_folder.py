"""Where the data files are: ``resources/`` in the source tree, ``quyche_app/_resources`` in a wheel.

Source: docs/architecture.md 2.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Give the path of a data file, whether or not it exists: ``resource("sample", "quy-che.txt")``."""
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def sample_file(name: str) -> Path:
    """Give the path of a file of the built-in sample: "quy-che.docx", "quyet-dinh-3868.docx"."""
    return resource("sample", name)
