"""Actions are data: one table per screen; menus, keys, command box and tips are made from it.

Source: docs/architecture.md 8, docs/window.md 3 and 9.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def always(state: Any) -> bool:
    """The condition of actions that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    Attributes:
        id: stable name; the menu layout refers to it.
        text: words of the menu, with & before the letter that opens it; … when more is asked.
        run: name of the method of the screen (or the window) that does it.
        argument: given to that method when not empty.
        keys: key sequence in portable form.
        enabled: from the state of the screen to whether it would do something now.
        is_on: for toggles and choices, from the state to whether it is on.
    """

    id: str
    text: str
    run: str
    icon: str = ""
    keys: str = ""
    argument: str = ""
    enabled: Callable[[Any], bool] = always
    is_on: Callable[[Any], bool] | None = None


def plain_words(text: str) -> str:
    """Give the text of a menu without the mark of its mnemonic."""
    return text.replace("&", "")
