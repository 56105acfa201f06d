"""The sentences that a person may read, found in the code: extraction methods for Babel.

A sentence is a whole text with named holes. In the window and on the terminal it stands in ``tr(…)``, or
in a table whose texts are given to ``tr`` where they are shown; in the library it stands in
``message(code, …)``, or is a plain text that an error, a finding or a step says. An f-string is never a
sentence: its words are known too late to be looked up.

``METHODS`` says which method reads which module. A sentence with a number that decides between one and
many (the hole or the argument ``count``) has plural forms.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import IO, Any, TypeAlias

# What Babel expects: line, name of the function, texts, comments for translators.
Found: TypeAlias = tuple[int, str, str | tuple[str, str], list[str]]

# Modules of the library whose texts reach a person; the others hold words of the law.
_TELLING = (
    "services/**.py",
    "storage/**.py",
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
    "amending/**.py",
    "writing/layout.py",
    "writing/comparison_text.py",
)
# Modules whose tables are words of the law, of the sample, of fonts: only what they mark is a sentence.
_MARKING = (
    "gui/vietnamese.py",
    "gui/pictures.py",
    "gui/theme/**.py",
    "gui/shell/commands.py",
    "gui/timeline/state.py",
    "gui/widgets/text_cell.py",
    "storage/migrations/**.py",
    "language/lexer.py",
    "language/citations.py",
    "amending/closing.py",
    "language/grammar.py",
    "language/statements.py",
    "language/paraphrases/**.py",
    "language/bare_wordings.py",
    "amending/unquoting.py",
    "language/borders.py",
    "amending/notes.py",
    "language/phrase_grammar.py",
    "amending/scope.py",
    "language/unexplained.py",
    "amending/wording.py",
)
# Modules of the library whose tables are words that a person reads, short ones too.
_TABLES = (
    "checking/rules.py",
    "domain/beside.py",
    "services/demo.py",
    "services/files.py",
    "services/outline.py",
    "services/templates.py",
    "writing/comparison_text.py",
    "writing/three_way.py",
)
METHODS: tuple[tuple[str, str], ...] = (
    *((pattern, "sentences:marked") for pattern in _MARKING),
    ("gui/**.py", "sentences:shown"),
    ("cli/**.py", "sentences:shown"),
    *((pattern, "sentences:shown") for pattern in _TABLES),
    *((pattern, "sentences:told") for pattern in _TELLING),
    ("**.py", "sentences:marked"),
)
# Words of texts that stand among sentences; they are never shown in another language.
_OF_TEXTS = frozenset(
    {
        "2. Ban Thường vụ họp thường lệ mỗi tháng mộthai lần.",
        "3. Văn phòng thông báo kết luận theo khoản 2 Điều 15.",
        "Căn cứ",
        "Quyết định",
        "Quy chế làm việc",
        "Điều",
        "Điều 12. Chế độ hội nghị",
        "mộthai",
        "năm",
        " ngày",
        "Nơi nhận",
        "ngày ký",
        "từ ",
    }
)
# Words in tables that have no letter by which Vietnamese is told from English.
_PLAIN = frozenset({"&Xem", "Chung", "Tha&y…", "Xanh – cam", "sai", "thay"})
# Texts of the library that are no sentences: patterns, mark-up, words and pairs of words of the law.
_NOT_SENTENCES = re.compile(r"\\|\(\?|<\w|\||^[^{}.A-ZĐ“]+$")
_MARKS = frozenset({"tr", "message", "Message"})
_HOLE = re.compile(r"\{\w+\}")
_LETTERS = re.compile(r"[^\W\d_]")  # a text without any is said the same in every language


def marked(
    file: IO[bytes], keywords: object, comment_tags: Collection[str], options: dict[str, Any]
) -> Iterator[Found]:
    """Give what stands in ``tr(…)`` and ``message(…)``."""
    for text in _texts(file):
        if text.is_marked:
            yield text.found


def shown(
    file: IO[bytes], keywords: object, comment_tags: Collection[str], options: dict[str, Any]
) -> Iterator[Found]:
    """Give what is marked, and every other Vietnamese text."""
    for text in _texts(file):
        is_said = is_vietnamese(text.words) and text.words not in _OF_TEXTS
        if text.is_marked or is_said or text.words in _PLAIN:
            yield text.found


def told(
    file: IO[bytes], keywords: object, comment_tags: Collection[str], options: dict[str, Any]
) -> Iterator[Found]:
    """Give what is marked, and every other text that reads like a sentence in Vietnamese."""
    for text in _texts(file):
        if text.is_marked or (_is_sentence(text.words) and text.words not in _OF_TEXTS):
            yield text.found


def is_vietnamese(text: str) -> bool:
    """Whether a text has a letter that English does not have."""
    return any(ord(c) > 127 and unicodedata.category(c).startswith("L") for c in text)


def _is_sentence(words: str) -> bool:
    return is_vietnamese(words) and " " in words.strip() and not _NOT_SENTENCES.search(words)


class _Text:
    """A text in the code, with the call that it stands in."""

    def __init__(self, node: ast.Constant, call: ast.Call | None) -> None:
        self.words = str(node.value)
        self._line = node.lineno
        self._call = call
        self.is_marked = call is not None and bool(_LETTERS.search(_HOLE.sub("", self.words)))

    @property
    def found(self) -> Found:
        """The text as Babel wants it."""
        if self._is_counted():
            return self._line, "ngettext", (self.words, self.words), self._comments()
        return self._line, "gettext", self.words, self._comments()

    def _is_counted(self) -> bool:
        given = self._call.keywords if self._call is not None else []
        return "{count}" in self.words or any(each.arg == "count" for each in given)

    def _comments(self) -> list[str]:
        first = self._call.args[0] if self._call is not None else None
        code = first.value if isinstance(first, ast.Constant) else None
        return [code] if isinstance(code, str) and code != self.words else []


def _texts(file: IO[bytes]) -> Iterator[_Text]:
    """Every text that is no docstring, no key of a mapping and no part of an f-string."""
    tree = ast.parse(file.read())
    skipped: set[int] = set()
    marks: dict[int, ast.Call] = {}
    for node in ast.walk(tree):
        skipped |= {id(part) for part in _not_said(node)}
        if isinstance(node, ast.Call) and _is_mark(node):
            marks |= {id(text): node for text in _said_in(node)}
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in skipped:
            yield _Text(node, marks.get(id(node)))  # type: ignore[arg-type]


def _not_said(node: ast.AST) -> list[ast.expr]:
    match node:
        case ast.Expr(value=ast.Constant() as docstring):
            return [docstring]
        case ast.JoinedStr(values=values):
            return values
    return []


def _is_mark(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in _MARKS and bool(call.args)


def _said_in(call: ast.Call) -> Iterator[ast.expr]:
    """The sentence of a call: the first text of ``tr``, the second of ``message``; each of a choice."""
    is_message = isinstance(call.func, ast.Name) and call.func.id != "tr"
    of = call.args[1:2] if is_message else call.args[:1]
    for each in of:
        yield from (each.body, each.orelse) if isinstance(each, ast.IfExp) else (each,)
