"""The report of a defect: versions and trace, never the text of a document
(docs/architecture.md 9)."""

from __future__ import annotations

import platform
import tempfile
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from quyche_app import __version__
from quyche_app.languages import tr


def report_defect(defect: BaseException, arguments: Sequence[str]) -> Path:
    """Write the report to a temporary file and give its path.

    Options are named; paths and words given by the person are not.
    """
    options = [word for word in arguments if word.startswith("-")]
    lines = [
        tr(
            "Quy Chế {version}, Python {python}, {system}",
            version=__version__,
            python=platform.python_version(),
            system=platform.platform(),
        ),
        f"{datetime.now():%Y-%m-%d %H:%M:%S}",
        tr(
            "lệnh: {command} {options}",
            command=arguments[0] if arguments else tr("cửa sổ"),
            options=" ".join(options),
        ),
        "",
        *(line.rstrip("\n") for line in traceback.format_tb(defect.__traceback__)),
        f"{type(defect).__name__}",
    ]
    with tempfile.NamedTemporaryFile(
        "w", prefix="quyche-loi-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write("\n".join(lines) + "\n")
    return Path(file.name)
