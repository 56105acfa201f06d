"""Entries of the rail whose screens this version does not have."""

from __future__ import annotations

from typing import ClassVar

from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.widgets.states import EmptyState
from quyche_app.languages import tr

NOT_HERE = "Phần này chưa có trong phiên bản chương trình này."


class LaterScreen(Screen):
    """Says what will be here and that it is not."""

    name: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    purpose: ClassVar[str] = ""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr(self.name))
        page = EmptyState(self.icon, tr(NOT_HERE), tr(self.purpose), tr("Về Kho văn bản"))
        page.chosen.connect(self._go_library)
        self.show_page(page)

    def _go_library(self) -> None:
        self.session.go("library")

    def status(self) -> tuple[str, str]:
        return tr(NOT_HERE), ""


class CommentsScreen(LaterScreen):
    """Góp ý."""

    key: ClassVar[str] = "comments"
    name = "Góp ý"
    icon = "comments"
    purpose = "Nơi thu ý kiến góp ý về dự thảo và lập bảng tiếp thu, giải trình."


class ChecksScreen(LaterScreen):
    """Kiểm tra."""

    key: ClassVar[str] = "checks"
    name = "Kiểm tra"
    icon = "check"
    purpose = "Nơi kiểm tra dự thảo trước khi ban hành."


class ConclusionsScreen(LaterScreen):
    """Kết luận."""

    key: ClassVar[str] = "conclusions"
    name = "Theo dõi kết luận"
    icon = "tasks"
    purpose = "Nơi theo dõi nhiệm vụ giao trong các thông báo kết luận."


class UnitsScreen(LaterScreen):
    """Cấp dưới."""

    key: ClassVar[str] = "units"
    name = "Rà soát cấp dưới"
    icon = "units"
    purpose = "Nơi rà soát quy chế của cấp dưới khi quy chế cấp trên thay đổi."
