"""``quyche self-test``: the whole main job on the sample, with proofs, and what optional parts are
present."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from quyche_app.languages import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has no options of its own."""


def run(args: argparse.Namespace) -> int:
    """Run every step; 3 when one of them is not as it should be."""
    from quyche_app.services.self_test import optional_parts, run_self_test

    with tempfile.TemporaryDirectory(prefix="quyche-tu-kiem-") as folder:
        steps = run_self_test(Path(folder))
    parts = optional_parts()
    if args.json:
        report = {
            "schema": "quyche/self-test/1",
            "steps": [
                {"name": str(s.name), "ok": s.is_right, "detail": str(s.detail)} for s in steps
            ],
            "optional": parts,
        }
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for step in steps:
            print(
                f"{tr('đạt ') if step.is_right else tr('LỖI ')} {tr(step.name)}: {tr(step.detail)}"
            )
        for name, present in parts.items():
            print(f"{tr('có  ') if present else tr('không')} {name}")
    return 0 if all(step.is_right for step in steps) else 3
