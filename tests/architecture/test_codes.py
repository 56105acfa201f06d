"""One code, one meaning: a code stands beside one sentence."""

from __future__ import annotations

import ast
import re
from collections import defaultdict

from quyche_app.reading.refusals import REFUSALS
from tests.architecture import shape

_CODE = re.compile(r"QC-[A-Z]\d{3}|[a-z_]+\.[a-z_0-9]+")


def _words(node: ast.expr) -> str | None:
    """The sentence of an argument, with {} for its values; None when it is no literal."""
    if isinstance(node, ast.Call) and node.args:  # tr(…)
        return _words(node.args[0])
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return None


def sentences() -> dict[str, set[str]]:
    """Give the sentences that stand beside each code."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in shape.modules().values():
        for call in ast.walk(shape.tree_of(path)):
            if not isinstance(call, ast.Call):
                continue
            for code, beside in zip(call.args, call.args[1:], strict=False):
                is_code = isinstance(code, ast.Constant) and isinstance(code.value, str)
                is_code = is_code and ast.unparse(call.func) in ("message", "refusal")
                if is_code and _CODE.fullmatch(ast.literal_eval(code)):
                    words = _words(beside)
                    if words is not None and ast.unparse(call.func) != "refusal":
                        found[ast.literal_eval(code)].add(words)
    return found


def test_a_code_has_one_sentence() -> None:
    known = sentences()
    assert len([code for code in known if code.startswith("QC-")]) > 60
    assert len(known) > 250
    assert {code: said for code, said in known.items() if len(said) > 1} == {}
    assert set(known) & set(REFUSALS) == set()
