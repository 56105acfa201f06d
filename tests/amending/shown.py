"""What an act was read as and what became of it, line by line, for cases that are kept in files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quyche_app.domain.messages import Message
from quyche_app.domain.operations import Consolidation, Position, Target


def readings_shown(result: Consolidation) -> Iterator[str]:
    """Give a line for each order: "1:12-14 amend d5/k2 → d5/k3 | after d5/k1 | “A” → “B” | 2 paragraphs |
    applied high | codes of the reasons", for each line that is not read, and for each act."""
    for outcome in result.outcomes:
        made = outcome.instruction
        first, last = made.source_lines
        becomes = _paths(made.results)
        said = [
            f"{made.act_no}:{first}-{last} {made.verb} {_paths(outcome.targets)}",
            f"→ {becomes}" if becomes else "",
            _beside(made.position),
            " ".join(f"“{one}”" for one in made.words_old),
            " ".join(f"→ “{one}”" for one in made.words_new),
            f"{len(made.quoted)} paragraphs" if made.quoted else "",
            " ".join(f"but {_paths(less.targets)} {less.words}" for less in made.exclusions),
            f"{outcome.state} {outcome.confidence}",
            " ".join(dict.fromkeys(_codes(outcome.reasons))),
            "" if made.effect_date is None else made.effect_date.isoformat(),
        ]
        yield " | ".join(filter(None, said))
    for unread in result.unread:
        first, last = unread.lines
        yield f"{unread.act_no}:{first}-{last} unread | {unread.why.code}"
    for reading in result.amending:
        closing = " ".join(f"{first}-{last}" for first, last in reading.implementing)
        yield f"effect {reading.effect_date} | closing {closing}"


def _paths(targets: Iterable[Target]) -> str:
    return " ".join(target.path for target in targets)


def _beside(position: Position | None) -> str:
    if position is None:
        return ""
    reference = position.reference.path if position.reference is not None else ""
    return " ".join(filter(None, (position.side, reference, position.words)))


def _codes(reasons: Iterable[Message]) -> Iterator[str]:
    for reason in reasons:
        yield reason.code
        for _, value in reason.arguments:
            inner = value if isinstance(value, tuple) else (value,)
            yield from _codes(one for one in inner if isinstance(one, Message))
