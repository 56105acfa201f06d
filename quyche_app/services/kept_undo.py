"""What could be taken back in a draft when it was closed in order, for when it is opened again.

    {"version":1,"text":"9f…","numbering":"recount","done":2}
    [["gõ chữ tại khoản 1 Điều 4","01a2…",[["w",…]]],[null,null]]

A file beside the journal: a head, then one step a line, the oldest first; behind the steps that were
done stand those that were taken back. The steps fit the text of which the head has the digest and
no other; a stack that does not fit is dropped without a word.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from quyche_app.domain.acts import Act
from quyche_app.domain.encoding import encode_component, encode_unit
from quyche_app.domain.units import Unit
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.edits import Step
from quyche_app.drafting.records import decode_kept_step, encode_kept_step

VERSION = 1
MOST = 2_000_000  # bytes of steps that are kept of each kind, the newest ones
_END = b"\n"


class KeptUndo:
    """The undo stack of one draft while nobody has it open.

    Args:
        folder: where the journals lie; whoever uses this holds the journal of the draft.
    """

    def __init__(self, folder: Path, draft_id: str) -> None:
        self._path = folder / f"{draft_id}.hoan-tac"

    def keep(self, draft: Draft) -> None:
        """Keep what can be taken back and done again. Where that cannot be written nothing is kept: it
        must not keep a draft from being closed."""
        done, undone = _newest(draft.done), _newest(draft.undone)
        head = {
            "version": VERSION,
            "text": text_digest(draft.act) if done or undone else "",
            "numbering": draft.numbering,
            "done": len(done),
        }
        try:
            if not done and not undone:
                self.forget()
                return
            fresh = self._path.with_suffix(".moi")
            fresh.write_bytes(_END.join([json.dumps(head).encode(), *done, *undone]))
            os.replace(fresh, self._path)
        except OSError:
            self.forget()

    def give_back(self, draft: Draft) -> None:
        """Let a draft that was opened take back what was kept, where it fits the text."""
        try:
            head, *lines = self._path.read_bytes().split(_END)
            is_fitting = _fits(json.loads(head), draft)
            steps = [decode_kept_step(line) for line in lines] if is_fitting else []
            count = json.loads(head)["done"] if is_fitting else 0
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            steps, count = [], 0
        if steps:
            draft.done, draft.undone = steps[:count], steps[count:]
        else:
            self.forget()

    def forget(self) -> None:
        """Have nothing kept."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def _newest(steps: Sequence[Step]) -> list[bytes]:
    """The newest steps that fit into the room there is, as lines, the oldest first."""
    lines: list[bytes] = []
    size = 0
    for step in reversed(steps):
        line = encode_kept_step(step).encode("utf-8", "surrogatepass")
        size += len(line)
        if size > MOST:
            break
        lines.append(line)
    return lines[::-1]


def _fits(head: dict[str, object], draft: Draft) -> bool:
    return (
        head["version"] == VERSION
        and head["numbering"] == draft.numbering
        and head["text"] == text_digest(draft.act)
    )


def text_digest(act: Act) -> str:
    """Give what a text is known by: the same words under the same identities at the same places."""
    import hashlib  # loads OpenSSL: not for commands that open no draft

    digest = hashlib.blake2b(digest_size=16)

    def take(units: tuple[Unit, ...]) -> None:
        for unit in units:
            digest.update(f"({unit.id}{encode_unit(unit)}".encode("utf-8", "surrogatepass"))
            take(unit.children)
            digest.update(b")")

    for component in act.components:
        digest.update(
            f"[{component.id}{encode_component(component)}".encode("utf-8", "surrogatepass")
        )
        take(component.units)
    return digest.hexdigest()
