"""Provisions that an instruction speaks about, as parts of a stored instruction.

{"component":"qc","steps":[["article","5"],["clause","2"]],"slot":"lead"}
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.operations import Exclusion, Position, Target
from quyche_app.storage.codecs.envelope import Fields, whole, without_empty


def steps_fields(steps: Iterable[Step]) -> list[list[str]]:
    """Give the levels of an address as fields."""
    return [[step.kind, step.label] for step in steps]


def read_steps(held: Iterable[Any]) -> tuple[Step, ...]:
    """Give the levels of stored fields."""
    return tuple([Step(kind, label) for kind, label in held])


def target_fields(target: Target) -> dict[str, object]:
    """Give the fields of a target."""
    address = target.address
    fields: dict[str, object] = {
        "component": address.component,
        "steps": steps_fields(address.steps),
        "slot": target.slot,
    }
    return without_empty(fields)


def targets_fields(targets: Iterable[Target]) -> list[object]:
    """Give the fields of several targets."""
    return [target_fields(target) for target in targets]


def read_target(held: Fields) -> Target:
    """Give the target of stored fields."""
    take = held.pop
    address = Address(steps=read_steps(take("steps", ())), component=take("component", ""))
    return whole(held, Target(address=address, slot=take("slot", "")))


def read_targets(held: list[Any]) -> tuple[Target, ...]:
    """Give the targets of stored fields."""
    return tuple([read_target(each) for each in held])


def position_fields(position: Position) -> dict[str, object]:
    """Give the fields of a place where something goes."""
    reference = position.reference
    fields: dict[str, object] = {
        "side": position.side,
        "reference": None if reference is None else target_fields(reference),
        "words": position.words,
    }
    return without_empty(fields)


def read_position(held: Fields) -> Position:
    """Give the place of stored fields."""
    take = held.pop
    reference = take("reference", None)
    position = Position(
        side=take("side", ""),
        reference=None if reference is None else read_target(reference),
        words=take("words", ""),
    )
    return whole(held, position)


def exclusion_fields(exclusion: Exclusion) -> dict[str, object]:
    """Give the fields of what is left out of a phrase operation."""
    fields: dict[str, object] = {
        "words": exclusion.words,
        "targets": targets_fields(exclusion.targets),
    }
    return without_empty(fields)


def read_exclusion(held: Fields) -> Exclusion:
    """Give what is left out, of stored fields."""
    take = held.pop
    exclusion = Exclusion(words=take("words", ""), targets=read_targets(take("targets", [])))
    return whole(held, exclusion)
