"""Actions are data: one table per screen; menus, keys, command box and tips are made from it.

Source: docs/architecture.md 8, docs/window.md 3 and 9.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Owner = TypeVar("Owner")
State = TypeVar("State")


def always(state: Any) -> bool:
    """The condition of actions that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Action(Generic[Owner, State]):
    """Something a person can do on a screen, or anywhere: then the window owns it.

    Attributes:
        id: stable name; the menu layout refers to it.
        text: words of the menu, with & before the letter that opens it; … when more is asked.
        run: does it with the screen (or the window), whose class is loaded later than the table.
        keys: key sequence in portable form.
        enabled: from the state of the screen to whether it would do something now.
        is_on: for toggles and choices, from the state to whether it is on.
    """

    id: str
    text: str
    run: Callable[[Owner], object]
    icon: str = ""
    keys: str = ""
    enabled: Callable[[State], bool] = always
    is_on: Callable[[State], bool] | None = None


AnyAction = Action[Any, Any]


def plain_words(text: str) -> str:
    """Give the text of a menu without the mark of its mnemonic."""
    return text.replace("&", "")
