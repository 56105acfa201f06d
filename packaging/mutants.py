"""Mutation testing: small faults are put into the program, and the suite has to notice each.

    python3 packaging/dev.py mutants                     go on where it stopped, or begin
    python3 packaging/dev.py mutants --new --seed 7 --sample 800 --rooms domain reading
    python3 packaging/dev.py mutants --again             survivors once more, against the tests of now
    python3 packaging/dev.py mutants --report            what is known so far

Places are drawn by a seed from all places of the rooms that an operator of cosmic-ray changes, then
one change for each. What became of it is kept in ``.mutants/session.sqlite``, a session of cosmic-ray
that ``cr-report`` reads as well. Why cosmic-ray: docs/decisions/0004.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from cosmic_ray.work_db import WorkDB
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkerOutcome, WorkItem, WorkResult
from mutant_tests import ROOT, Fate, SuiteMap, fate, map_tests, prepare, read_map

FOLDER = ROOT / ".mutants"
SESSION = FOLDER / "session.sqlite"
ABOUT = FOLDER / "session.json"
TESTS = FOLDER / "tests.json"
ROOMS = (
    "domain",
    "language",
    "amending",
    "drafting",
    "comparing",
    "reading",
    "writing",
    "storage",
)
# Whether equal numbers and texts are one object is Python's affair, and None equals nothing else.
_LEFT_OUT = ("_Eq_Is", "_Eq_IsNot", "_NotEq_Is", "_NotEq_IsNot", "_Is_Eq", "_IsNot_NotEq")


@dataclass(frozen=True, order=True)
class Place:
    """A place of the program that operators of one family change.

    Attributes:
        module: path from the root.
        start: line, counted from 1, and column of the first changed sign.
        end: line and column behind the last.
        occurrence: how many places of the family stand before it in the module.
        operators: the changes that may be made there.
    """

    module: str
    start: tuple[int, int]
    end: tuple[int, int]
    occurrence: int
    operators: tuple[str, ...]


# -- drawing ---------------------------------------------------------------------------------------


def families() -> list[tuple[str, ...]]:
    """Give the operators in groups that change the same places."""
    groups: dict[str, list[str]] = {}
    for name in operator_names():
        if not get_operator(name).arguments() and not name.endswith(_LEFT_OUT):
            groups.setdefault(name.rpartition("_")[0] or name, []).append(name)
    return [tuple(group) for group in groups.values()]


def places(module: str, source: str) -> Iterator[Place]:
    """Give every place of a module that can be changed."""
    nodes = list(ast_nodes(get_ast(source)))
    for group in families():
        operator = get_operator(group[0])()
        found = (span for node in nodes for span in operator.mutation_positions(node))
        for occurrence, (start, end) in enumerate(found):
            yield Place(module, start, end, occurrence, group)


class _Plain(ast.NodeTransformer):
    """Takes away what is not run: annotations, and imports for the type checker alone."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant("")
        return self.generic_visit(node)

    def visit_If(self, node: ast.If) -> ast.AST | None:
        if "TYPE_CHECKING" in ast.unparse(node.test):
            return None
        return self.generic_visit(node)


def runs_as(one: str, other: str) -> bool:
    """Say whether two sources are the same program."""
    return _plain(one) == _plain(other)


@lru_cache(maxsize=512)
def _plain(source: str) -> str:
    return ast.dump(_Plain().visit(ast.parse(source)))


def mutant(spec: MutationSpec, source: str) -> str | None:
    """Give the changed source, or None where nothing that runs is changed, or nothing runs.

    To cosmic-ray the star before arguments with a name is an operator, and it cannot change an
    exception with a dot in its name.
    """
    try:
        made = mutate_code(source, get_operator(spec.operator_name)(), spec.occurrence)
        return None if made is None or runs_as(source, made) else str(made)
    except (SyntaxError, AttributeError):
        return None


def drawn(sources: dict[str, str], seed: int, sample: int) -> Iterator[WorkItem]:
    """Draw places by a seed, one change for each; where nothing is changed another is drawn."""
    chance = random.Random(seed)
    all_places = sorted(place for each in sources.items() for place in places(*each))
    chance.shuffle(all_places)
    left = sample
    for place in all_places:
        spec = MutationSpec(
            module_path=Path(place.module),
            operator_name=chance.choice(place.operators),
            occurrence=place.occurrence,
            start_pos=place.start,
            end_pos=place.end,
        )
        if left and mutant(spec, sources[place.module]) is not None:
            left -= 1
            yield WorkItem.single(f"{sample - left:05d}", spec)


def sources_of(rooms: Sequence[str]) -> dict[str, str]:
    """Give the modules of rooms with their sources; generated migrations are no room of ours."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for room in rooms
        for path in sorted((ROOT / "quyche_app" / room).rglob("*.py"))
        if "migrations" not in path.parts
    }


def fingerprint(sources: dict[str, str]) -> str:
    """Give what a session knows the sources by."""
    return hashlib.sha256(json.dumps(sources, sort_keys=True).encode()).hexdigest()


# -- running ---------------------------------------------------------------------------------------


def begin(session: WorkDB, asked: argparse.Namespace) -> None:
    """Make the session, unless there is one: then it goes on as it was begun.

    Raises:
        SystemExit: the program changed since, so the places are no longer known.
    """
    known = json.loads(ABOUT.read_text(encoding="utf-8")) if ABOUT.exists() else None
    if known is not None and not asked.new:
        if fingerprint(sources_of(known["rooms"])) != known["sources"]:
            raise SystemExit("Chương trình đã thay đổi từ khi bắt đầu phiên; hãy thêm --new.")
        return
    sources = sources_of(asked.rooms)
    ABOUT.unlink(missing_ok=True)
    session.clear()
    session.add_work_items(drawn(sources, asked.seed, asked.sample))
    about = {"seed": asked.seed, "rooms": asked.rooms, "sources": fingerprint(sources)}
    ABOUT.write_text(json.dumps(about), encoding="utf-8")


def left(session: WorkDB, again: bool) -> list[WorkItem]:
    """Give the mutants that nobody tried, or with ``again`` those that survived too, as drawn."""
    done = {
        job
        for job, result in session.results
        if not again or result.test_outcome is not TestOutcome.SURVIVED
    }
    return sorted(
        (item for item in session.work_items if item.job_id not in done), key=lambda i: i.job_id
    )


def try_one(item: WorkItem, tests: SuiteMap) -> WorkResult:
    """Put one mutant to its tests."""
    (spec,) = item.mutations
    module = spec.module_path.as_posix()
    source = (ROOT / module).read_text(encoding="utf-8")
    made = mutant(spec, source) or source
    chosen = tests.chosen(module, spec.start_pos[0], spec.end_pos[0])
    what = fate(module, made, chosen, sum(tests.seconds[test] for test in chosen))
    lives = what in (Fate.SURVIVED, Fate.UNTESTED)
    return WorkResult(
        worker_outcome=WorkerOutcome.NORMAL,
        output=what.value,
        test_outcome=TestOutcome.SURVIVED if lives else TestOutcome.KILLED,
        diff="\n".join(
            difflib.unified_diff(source.split("\n"), made.split("\n"), module, "", "", "", 0, "")
        ),
    )


# -- telling ---------------------------------------------------------------------------------------


def report(session: WorkDB) -> Iterator[str]:
    """Give the survivors with their places, and the figures of each room."""
    counts: dict[str, Counter[str]] = {}
    for item, result in sorted(session.completed_work_items, key=lambda pair: pair[0].job_id):
        (spec,) = item.mutations
        counts.setdefault(spec.module_path.parts[1], Counter())[str(result.output)] += 1
        if result.test_outcome is TestOutcome.SURVIVED:
            yield f"{spec.module_path.as_posix()}:{spec.start_pos[0]} ({result.output})"
            changed = str(result.diff).split("\n")[3:]
            yield from (f"    {line}" for line in changed)
    kinds = [each.value for each in Fate]
    yield "  ".join(f"{word:>9}" for word in ("", *kinds, "noticed"))
    for room, of_room in (*sorted(counts.items()), ("all", sum(counts.values(), Counter()))):
        total = sum(of_room.values())
        noticed = of_room[Fate.KILLED.value] + of_room[Fate.TIMEOUT.value]
        share = f"{100 * noticed / total:.1f} %" if total else "–"
        yield "  ".join(f"{word:>9}" for word in (room, *(of_room[k] for k in kinds), share))
    yield f"{session.num_results} of {session.num_work_items} tried"


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """Read the words of the command line."""
    parser = argparse.ArgumentParser(prog="dev.py mutants")
    parser.add_argument("--new", action="store_true", help="bắt đầu phiên mới")
    parser.add_argument("--again", action="store_true", help="thử lại các lỗi chưa bị phát hiện")
    parser.add_argument("--report", action="store_true", help="chỉ in kết quả đã có")
    parser.add_argument("--seed", type=int, default=23)
    parser.add_argument("--sample", type=int, default=600, help="số lỗi được thử")
    parser.add_argument("--rooms", nargs="+", choices=ROOMS, default=list(ROOMS))
    return parser.parse_args(words)


def main(words: Sequence[str]) -> int:
    """Try what is left, and tell."""
    asked = parsed(words)
    FOLDER.mkdir(exist_ok=True)
    prepare()
    session = WorkDB(str(SESSION), WorkDB.Mode.create)
    if not asked.report:
        begin(session, asked)
        if asked.new or asked.again or not TESTS.exists():
            print("Xem kiểm thử nào chạy qua dòng nào…", flush=True)
            TESTS.unlink(missing_ok=True)
            if failed := map_tests(TESTS):
                names = "\n".join(failed)
                raise SystemExit(f"Chưa cài lỗi nào mà đã có kiểm thử không đạt:\n{names}")
        tests = read_map(TESTS)
        for item in left(session, asked.again):
            result = try_one(item, tests)
            session.set_result(item.job_id, result)
            (spec,) = item.mutations
            print(
                f"{result.output:<9} {spec.module_path.as_posix()}:{spec.start_pos[0]}", flush=True
            )
    for line in report(session):
        print(line)
    session.close()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
