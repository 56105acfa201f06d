"""Work in a forked child: killed at a chosen statement, short of disk, or without permission."""

from __future__ import annotations

import os
import signal
import sqlite3
import traceback
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event

from quyche_app.domain.errors import StorageError

KILLED = -signal.SIGKILL
REFUSED = 9  # the child met a StorageError


def in_child(work: Callable[[], object]) -> tuple[int, str]:
    """Run work in a child process; give (exit code, negative for a signal) and what it said."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reader)
            work()
            code = 0
        except StorageError as refused:
            os.write(writer, refused.sentence.encode())
            code = REFUSED
        except BaseException:
            os.write(writer, traceback.format_exc().encode()[-4000:])
        finally:
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said


def kill_at(statement: int) -> None:
    """Let this process die before its n-th statement (from 0) or commit, without any clean-up."""
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        if done == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)


def dump(folder: str | Path) -> list[str]:
    """Give every row of a workspace as SQL."""
    with sqlite3.connect(Path(folder, "kho.db")) as database:
        rows = list(database.iterdump())
    database.close()
    return rows
