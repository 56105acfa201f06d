"""The sentences that a person may read, gathered from the code, for the catalogues of translations.

A sentence is a text in Vietnamese letters: in the window and on the terminal whatever goes through
``tr``, and every table of such texts; in the library whatever an error, a reason, a finding or a name
of a step says. Holes of a sentence are ``{}``.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_SHOWN = ("gui", "cli")
# Modules of the library whose texts reach a person; the others hold words of the law.
_TELLING = (
    "services",
    "storage",
    "domain/counts.py",
    "domain/errors.py",
    "domain/addresses.py",
    "domain/operations.py",
    "domain/label_slips.py",
    "domain/structure.py",
    "drafting/draft.py",
    "drafting/deciding/proof.py",
    "drafting/deciding/writer.py",
    "drafting/edits.py",
    "drafting/finding.py",
    "drafting/restoring.py",
    "drafting/session/commands.py",
    "drafting/session/wording.py",
    "drafting/structure.py",
    "checking/check.py",
    "checking/rules.py",
    "checking/words.py",
    "comparing/align.py",
    "reading/components.py",
    "reading/disk.py",
    "reading/docx_findings.py",
    "reading/docx_runs.py",
    "reading/files.py",
    "reading/refusals.py",
    "reading/old_fonts.py",
    "reading/text.py",
    "reading/typed_notes.py",
    "amending",
    "writing/layout.py",
    "writing/comparison_text.py",
)
# Words of the law, of Qt, of fonts and of the sample: no sentences of the program.
_OTHERS = (
    "gui/vietnamese.py",
    "gui/theme/tokens.py",
    "gui/pictures.py",
    "amending/lexer.py",
    "amending/citations.py",
    "amending/closing.py",
    "amending/effects.py",
    "amending/grammar.py",
    "amending/unquoting.py",
    "amending/borders.py",
    "amending/notes.py",
    "amending/phrase_grammar.py",
    "amending/scope.py",
    "amending/unexplained.py",
    "amending/wording.py",
)
# Texts of the library that are no sentences: patterns, mark-up, words and pairs of words of the law.
_NOT_SENTENCES = re.compile(r"\\|\(\?|<\w|\||^[^{}.A-ZĐ“]+$")
_NAMED_HOLE = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place.

    Attributes:
        words: with ``{}`` for each hole.
        place: file and line.
        is_marked: it is given to ``tr`` where it stands.
        is_table: it stands outside of functions, to be given to ``tr`` where it is shown.
    """

    words: str
    place: str
    is_marked: bool
    is_table: bool


def is_vietnamese(text: str) -> bool:
    """Whether a text has a letter that English does not have."""
    return any(ord(c) > 127 and unicodedata.category(c).startswith("L") for c in text)


def sentences(root: Path = ROOT) -> Iterator[Sentence]:
    """Give every sentence of the program, in the order of the files."""
    package = root / "quyche_app"
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        if name in _OTHERS or name.startswith("storage/migrations"):
            continue
        if name.startswith(_SHOWN):
            yield from _shown(path, name)
        elif name.startswith(_TELLING):
            yield from _told(path, name)


def _shown(path: Path, name: str) -> Iterator[Sentence]:
    for node, is_marked, is_table in _texts(ast.parse(path.read_text(encoding="utf-8"))):
        words = _NAMED_HOLE.sub("{}", _template(node))
        if is_marked or is_vietnamese(words):
            yield Sentence(words, f"{name}:{node.lineno}", is_marked, is_table)


def _told(path: Path, name: str) -> Iterator[Sentence]:
    for node, _, is_table in _texts(ast.parse(path.read_text(encoding="utf-8"))):
        words = _NAMED_HOLE.sub("{}", _template(node))
        if is_vietnamese(words) and " " in words.strip() and not _NOT_SENTENCES.search(words):
            yield Sentence(words, f"{name}:{node.lineno}", False, is_table)


def _texts(tree: ast.Module) -> Iterator[tuple[ast.Constant | ast.JoinedStr, bool, bool]]:
    """Every text that is not a docstring, with whether ``tr`` gets it and whether it is in a table."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))  # docstrings
        elif isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values if isinstance(part, ast.Constant)}
    inside = {
        id(found)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.Lambda)
        for found in ast.walk(function)
    }
    marked = {
        id(call.args[0])
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "tr"
        and call.args
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
        if is_text and id(node) not in skipped:
            yield node, id(node) in marked, id(node) not in inside  # type: ignore[misc]


def _template(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
    )
