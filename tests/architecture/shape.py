"""Figures of the shape of the code: ``python -m tests.architecture.shape``.

Complexity of a function: 1 + branches, loops, handlers, boolean operators, comprehensions.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "quyche_app"
_BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.comprehension,
    ast.match_case,
)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Function(NamedTuple):
    """A function with its complexity."""

    module: str
    name: str
    complexity: int


def modules() -> dict[str, Path]:
    """Give every module of the package: dotted name → file."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def tree_of(path: Path) -> ast.Module:
    """Parse a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.AST, known: set[str], *, with_types: bool = False) -> set[str]:
    """Give the modules of the package that a module imports, at its top or inside functions.

    Args:
        with_types: those too that are named for annotations alone (``if TYPE_CHECKING``).
    """
    found: set[str] = set()
    for node in _nodes(tree, with_types=with_types):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found & known


def _nodes(tree: ast.AST, *, with_types: bool) -> Iterator[ast.AST]:
    todo = [tree]
    while todo:
        node = todo.pop()
        yield node
        is_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        todo += () if is_types and not with_types else ast.iter_child_nodes(node)


def cycles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Give the groups of modules that import each other, however many stand between them."""
    reach: dict[str, set[str]] = {}
    for start in edges:
        seen: set[str] = set()
        todo = list(edges[start])
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo += edges.get(name, ())
        reach[start] = seen
    groups = {
        frozenset(b for b in reach[a] if a in reach.get(b, ())) | {a}
        for a in edges
        if a in reach[a]
    }
    return sorted(sorted(group) for group in groups)


def import_cycles(*, with_types: bool = False) -> list[list[str]]:
    """Give the import cycles of the package, see ``imports``."""
    files = modules()
    known = set(files)
    return cycles(
        {
            name: imports(tree_of(path), known, with_types=with_types) - {name}
            for name, path in files.items()
        }
    )


def complexity(function: ast.AST) -> int:
    """Give the complexity of a function without the functions inside it."""
    total = 1
    todo = list(ast.iter_child_nodes(function))
    while todo:
        node = todo.pop()
        if isinstance(node, _FUNCTIONS):
            continue
        total += isinstance(node, _BRANCHES)
        if isinstance(node, ast.BoolOp):
            total += len(node.values) - 1
        todo += ast.iter_child_nodes(node)
    return total


def functions() -> Iterator[Function]:
    """Give every function of the package."""
    for name, path in modules().items():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, _FUNCTIONS):
                yield Function(name, node.name, complexity(node))


def boolean_operators_a_thousand_lines() -> float:
    """Give how many times ``and`` and ``or`` stand in a thousand lines of code."""
    operators = lines = 0
    for path in modules().values():
        lines += len(path.read_text(encoding="utf-8").splitlines())
        operators += sum(
            len(node.values) - 1 for node in ast.walk(tree_of(path)) if isinstance(node, ast.BoolOp)
        )
    return 1000 * operators / lines


def calls(name: str, room: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Give the calls of a plain name in the package or one room of it."""
    for module, path in modules().items():
        if room and module.split(".")[1:2] != [room]:
            continue
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id == name:
                yield module, node


def literal_getattrs() -> int:
    """Give how many times the window asks for an attribute by a name in quotation marks."""
    return sum(
        len(call.args) > 1 and isinstance(call.args[1], ast.Constant)
        for _, call in calls("getattr", "gui")
    )


def made_sentences() -> int:
    """Give how many sentences with values in them are translated by looking at the finished words."""
    return sum(
        bool(call.args) and isinstance(call.args[0], ast.JoinedStr) for _, call in calls("tr")
    )


def complex_share() -> tuple[int, int]:
    """Give how many functions have a complexity above 10, of how many, without ``amending`` and the
    structure part of ``reading``."""
    left_out = (
        "quyche_app.amending",
        "quyche_app.reading.components",
        "quyche_app.domain.structure",
    )
    counted = [f for f in functions() if not f.module.startswith(left_out)]
    return sum(f.complexity > 10 for f in counted), len(counted)


def main() -> None:
    """Print the figures."""
    above, total = complex_share()
    print(f"import cycles: {import_cycles()}")
    circles = [len(one) for one in import_cycles(with_types=True)]
    print(f"circles with imports for annotations, by size: {circles}")
    print(f"functions above complexity 10: {above} of {total} ({100 * above / total:.1f} %)")
    print(f"boolean operators in 1,000 lines: {boolean_operators_a_thousand_lines():.1f}")
    print(f"getattr with a literal name in gui: {literal_getattrs()}")
    print(f"tr of a made sentence: {made_sentences()}")


if __name__ == "__main__":
    main()
