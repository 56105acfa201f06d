"""Entry point of ``quyche`` and ``python -m quyche_app``: the window without arguments, else the
command line. The only place that knows both doors."""

from __future__ import annotations

import sys


class _Window:
    """The window as the command line sees it; Qt is loaded only when it is opened."""

    def open(self, workspace: str | None) -> int:
        """Open the window on a workspace and give the exit code."""
        from quyche_app.gui.app import run

        return run(workspace)


def main() -> int:
    """Run the program and give the exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        # Answered before anything is loaded: scripts ask for it often.
        from quyche_app import __version__

        print(f"quyche {__version__}")
        return 0
    from quyche_app.cli.main import run

    return run(arguments, _Window())


if __name__ == "__main__":
    sys.exit(main())
