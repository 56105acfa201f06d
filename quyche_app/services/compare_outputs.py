"""A comparison in the format of a file ending."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from quyche_app.domain.comparisons import Comparison, Layer, Pair
from quyche_app.domain.errors import WritingError
from quyche_app.domain.messages import message
from quyche_app.domain.three_way import ThreeWay
from quyche_app.services.files import check_target
from quyche_app.writing.comparison_html import comparison_html
from quyche_app.writing.comparison_json import comparison_report
from quyche_app.writing.comparison_text import (
    KIND_WORDS,
    LAYER_WORDS,
    comparison_lines,
)
from quyche_app.writing.three_way import (
    STANDING_WORDS,
    three_way_lines,
    three_way_report,
)
from quyche_app.writing.three_way_html import three_way_html

FORMATS = (".html", ".txt", ".json")
LAYERS = LAYER_WORDS  # a layer in words, as in every kind of file
KINDS = KIND_WORDS
STANDINGS = STANDING_WORDS  # who changed something, of three texts


def check_comparison_target(path: Path, *, force: bool, inputs: Iterable[Path] = ()) -> None:
    """Refuse a file that could not be written, before any work.

    Raises:
        WritingError (QC-W140): the ending names no format of a comparison.
        WritingError: see ``check_target``.
    """
    if path.suffix.lower() not in FORMATS:
        raise _no_format(path.suffix)
    check_target(path, force=force, inputs=inputs)


def _no_format(suffix: str) -> WritingError:
    return WritingError(
        message(
            "QC-W140",
            "Không ghi được bản so sánh đuôi {suffix}. Dùng .html, .txt hoặc .json.",
            suffix=suffix or "(trống)",
        ),
    )


def comparison_bytes(
    comparison: Comparison,
    pairs: Sequence[Pair],
    suffix: str,
    names: tuple[str, str],
    hidden: Collection[Layer] = (),
) -> bytes:
    """Give a comparison as .html, .txt or .json; ``names`` of the old and the new version, ``hidden``
    layers are left out of ``pairs``.

    Raises:
        WritingError (QC-W140): the ending names no format of a comparison.
    """
    match suffix.lower():
        case ".json":
            report = comparison_report(comparison, pairs)
            return (json.dumps(report, ensure_ascii=False) + "\n").encode()
        case ".txt":
            return ("\n".join(comparison_lines(comparison, pairs, hidden)) + "\n").encode()
        case ".html":
            page = comparison_html(
                comparison, old_name=names[0], new_name=names[1], pairs=pairs, hidden=hidden
            )
            return page.encode()
        case _:
            raise _no_format(suffix)


def three_way_bytes(result: ThreeWay, suffix: str, names: tuple[str, str, str]) -> bytes:
    """Give a three-way comparison as .html, .txt or .json; ``names`` of base, A and B.

    Raises:
        WritingError (QC-W140): the ending names no format of a comparison.
    """
    match suffix.lower():
        case ".json":
            return (json.dumps(three_way_report(result), ensure_ascii=False) + "\n").encode()
        case ".txt":
            return ("\n".join(three_way_lines(result, names=names)) + "\n").encode()
        case ".html":
            return three_way_html(result, names=names).encode()
        case _:
            raise _no_format(suffix)


__all__ = [
    "FORMATS",
    "KIND_WORDS",
    "check_comparison_target",
    "comparison_bytes",
    "three_way_bytes",
]
