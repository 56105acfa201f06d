"""Instructions made by hand and the desk they are carried out at, where reading is not the matter."""

from __future__ import annotations

from typing import Any

from quyche_app.amending.account import Ledger
from quyche_app.amending.desk import Desk
from quyche_app.amending.targets import TargetFinder
from quyche_app.amending.work import WorkText
from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address, parse_path
from quyche_app.domain.messages import Message
from quyche_app.domain.operations import Instruction, Target
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import Verb


def target(path: str, slot: str = "unit") -> Target:
    """Give a target: "d5/k2", with its slot "d5#heading"; "*" is the whole text."""
    path, _, named = path.partition("#")
    address = Address(()) if path in ("", "*") else parse_path(path)
    assert address is not None, path
    return Target(address, named or slot)


def order(
    verb: Verb, *paths: str, quoted: tuple[str, ...] = (), slot: str = "unit", **rest: Any
) -> Instruction:
    """Give an instruction about provisions; ``results`` are paths too."""
    rest["results"] = tuple(target(path) for path in rest.get("results", ()))
    rest.setdefault("openings", (0,) if quoted else ())
    return Instruction(
        0,
        1,
        "Điều 1 khoản 1",
        (1, 1),
        rest.pop("source_text", ""),
        verb,
        tuple(target(path, slot) for path in paths),
        tuple(Paragraph(text) for text in quoted),
        **rest,
    )


def desk_of(text: Act, title: str = "", amending: Act | None = None) -> Desk:
    """Give the desk at which a text is changed; ``title``: that of the amending act."""
    finder = TargetFinder(TreeIndex(text), title)
    return Desk(finder, WorkText.of(text), amending or Act(), {}, set())


def codes(messages: list[Message]) -> list[str]:
    """Give the codes of doubts or failures."""
    return [each.code for each in messages]


def told(ledger: Ledger) -> tuple[list[str], list[str]]:
    """Give the codes of the failures and of the doubts of an instruction."""
    return codes(ledger.failures), codes(ledger.doubts)
