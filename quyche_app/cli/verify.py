"""``quyche verify``: compute every consolidated text again and compare every hash."""

from __future__ import annotations

import argparse

from quyche_app.cli.rows import verdict_row
from quyche_app.cli.workspace_values import opened, print_json, verdict_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has no arguments of its own."""


def run(args: argparse.Namespace) -> int:
    """Print every verdict; 3 when one is false."""
    from quyche_app.services.verify import verify

    verdicts = verify(opened(args))
    if args.json:
        print_json("verify", verdicts=[verdict_row(each) for each in verdicts])
    else:
        print("\n".join(line for verdict in verdicts for line in verdict_lines(verdict)))
    return 0 if all(verdict.is_true for verdict in verdicts) else 3
