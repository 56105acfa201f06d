"""Keys that a person may choose: what is refused, and why. Source: docs/window.md 9.

Almost everybody types through Unikey, EVKey, OpenKey or the Telex keyboard of Windows; a key that
those take for themselves would never reach the program, or would change what is typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QKeySequence

from quyche_app.gui.actions import AnyAction

NONE = "-"  # an action that was left without a key
_TYPED = frozenset(
    {
        "Space",
        "Return",
        "Enter",
        "Tab",
        "Backtab",
        "Backspace",
        "Esc",
        "Del",
        "Ins",
        "Left",
        "Right",
        "Up",
        "Down",
        "Home",
        "End",
        "PgUp",
        "PgDown",
    }
)
_ARROWS = frozenset({"Left", "Right", "Up", "Down"})


def refusal(keys: str) -> str:
    """Give why a key sequence cannot be a key of the program, "" when it can.

    Args:
        keys: portable form, "Ctrl+Shift+A".
    """
    if "," in keys.replace("Ctrl+,", ""):
        return "Chỉ dùng một lần nhấn, không dùng chuỗi hai phím."
    *held, last = keys.split("+") if not keys.endswith("+") else [*keys[:-2].split("+"), "+"]
    modifiers = frozenset(held)
    if last == "Backspace":
        return "Unikey gửi phím Backspace trong khi gõ dấu."
    if {"Ctrl", "Shift"} <= modifiers:
        return "Ctrl+Shift bật, tắt tiếng Việt trong Unikey."
    if {"Alt", "Shift"} <= modifiers or (modifiers == {"Ctrl"} and last == "Space"):
        return "Tổ hợp này đổi bàn phím của máy."
    if modifiers == {"Alt"} and last == "Z":
        return "Alt+Z là phím của Unikey."
    if {"Ctrl", "Alt"} <= modifiers and last in _ARROWS:
        return "Ctrl+Alt và phím mũi tên xoay màn hình ở một số máy."
    if modifiers <= {"Shift"} and (len(last) == 1 or last in _TYPED):
        return "Phím này dùng để gõ chữ, gõ dấu."
    return ""


def chosen_keys(words: str) -> dict[str, str]:
    """Read remembered keys: action → sequence, or ``NONE``; what cannot be read counts as nothing."""
    try:
        found = json.loads(words) if words else {}
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def written(keys: Mapping[str, str]) -> str:
    """Give keys as they are remembered."""
    return json.dumps(dict(sorted(keys.items())), ensure_ascii=False)


def keys_of(action: AnyAction, chosen: Mapping[str, str]) -> str:
    """Give the key of an action, "" for none."""
    keys = chosen.get(action.id, action.keys)
    return "" if keys == NONE else keys


def other_owner(
    keys: str,
    action_id: str,
    tables: Iterable[tuple[str, tuple[AnyAction, ...]]],
    chosen: Mapping[str, str],
) -> AnyAction | None:
    """Give the action that has a key already where this one would be heard too."""
    owned = [(screen, action) for screen, table in tables for action in table]
    screen = next(place for place, action in owned if action.id == action_id)
    wanted = QKeySequence(keys)
    for place, action in owned:
        meets = place == screen or "" in (place, screen)
        if (
            meets
            and action.id != action_id
            and keys_of(action, chosen)
            and QKeySequence(keys_of(action, chosen)) == wanted
        ):
            return action
    return None
