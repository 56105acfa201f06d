"""Plain text: one paragraph a line, no footnote marks (docs/command-line.md 1)."""

from __future__ import annotations

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines


def text_bytes(act: Act) -> bytes:
    """Give the text in UTF-8; repealed units keep their label with "(được bãi bỏ)"."""
    return ("\n".join(line for line in act_lines(act) if line.strip()) + "\n").encode()
