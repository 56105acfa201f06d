"""Going back to an earlier text of a draft, as one step that can itself be taken back."""

from __future__ import annotations

from dataclasses import replace

from quyche_app.domain.acts import Act
from quyche_app.domain.messages import Message, message
from quyche_app.domain.units import Unit
from quyche_app.drafting.edits import EditRefused, Splice, Step, Words, own_words


def restore_text(now: Act, then: Act, said: Message) -> Step | None:
    """Give the step from one text of a draft to another, None when they are the same.

    Raises:
        EditRefused: QC-D002 one has a component that the other has not.
    """
    if [c.id for c in now.components] != [c.id for c in then.components]:
        raise EditRefused(
            message(
                "QC-D002",
                "Hai lời văn có số phần khác nhau (quyết định, quy chế, phụ lục); hãy mở mốc "
                "ấy để xem hoặc so sánh.",
            ),
        )
    edits = tuple(
        Splice(old.id, 0, old.units, new.units)
        for old, new in zip(now.components, then.components, strict=True)
        if old.units != new.units
    )
    return Step(said, edits) if edits else None


def restore_words(now: Unit, then: Unit, said: Message) -> Step | None:
    """Give the step that lends a provision earlier words; its label stays that of its place."""
    wanted = replace(own_words(then), id=now.id, kind=now.kind, label=now.label, prefix=now.prefix)
    old = own_words(now)
    return Step(said, (Words(now.id, old, wanted),), now.id) if wanted != old else None
