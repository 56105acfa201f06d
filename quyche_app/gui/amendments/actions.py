"""What can be done on the amendment desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quyche_app.gui.actions import Action
from quyche_app.gui.amendments.state import AmendmentsState

if TYPE_CHECKING:
    from quyche_app.gui.amendments.screen import AmendmentsScreen


def _has_cards(state: AmendmentsState) -> bool:
    return bool(state.outcomes())


def _open_cards(state: AmendmentsState) -> bool:
    return _has_cards(state) and not state.is_recorded


AMENDMENTS_ACTIONS: tuple[Action[AmendmentsScreen, AmendmentsState], ...] = (
    Action(
        "previous_instruction",
        "Nội dung &trước",
        lambda screen: screen.previous_instruction(),
        "up",
        "Alt+Up",
        enabled=_has_cards,
    ),
    Action(
        "next_instruction",
        "&Nội dung tiếp",
        lambda screen: screen.next_instruction(),
        "down",
        "Alt+Down",
        enabled=_has_cards,
    ),
    Action(
        "skip",
        "&Bỏ qua nội dung này",
        lambda screen: screen.skip_present(),
        "x",
        "F8",
        enabled=_open_cards,
    ),
    Action(
        "accept",
        "&Chấp nhận",
        lambda screen: screen.accept_present(),
        "ok",
        "Ctrl+Return",
        enabled=lambda state: state.can_accept(state.present),
    ),
    Action(
        "accept_all",
        "Chấp nhận &mọi nội dung khớp",
        lambda screen: screen.accept_all_sure(),
        "check",
        enabled=lambda state: state.has_sure_left,
    ),
    Action(
        "record",
        "&Ghi bản hợp nhất",
        lambda screen: screen.record(),
        "save",
        enabled=lambda state: state.can_record,
    ),
    Action(
        "undo_operation",
        "&Hoàn tác một nội dung…",
        lambda screen: screen.ask_undo(),
        "undo",
        enabled=lambda state: state.is_recorded,
    ),
)
