"""What Fusion draws otherwise: fields, ticks, radio marks, focus, scroll bars. No style sheets.

Source: docs/window.md 6.4 and 11.4 (style sheets break palettes and high contrast).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QWidget,
)

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, program_font, px

_SCROLL_EXTENT = 10


class QuyCheStyle(QProxyStyle):
    """Fusion with our own indicators, field frames and thin scroll bars."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        match metric:
            case QStyle.PixelMetric.PM_ScrollBarExtent:
                return px(_SCROLL_EXTENT)
            case QStyle.PixelMetric.PM_ScrollBarSliderMin:
                return px(28)
            case QStyle.PixelMetric.PM_IndicatorWidth | QStyle.PixelMetric.PM_IndicatorHeight:
                return px(16)
            case (
                QStyle.PixelMetric.PM_ExclusiveIndicatorWidth
                | QStyle.PixelMetric.PM_ExclusiveIndicatorHeight
            ):
                return px(16)
            case (
                QStyle.PixelMetric.PM_CheckBoxLabelSpacing
                | QStyle.PixelMetric.PM_RadioButtonLabelSpacing
            ):
                return px(8)
            case QStyle.PixelMetric.PM_SplitterWidth:
                return 1
            case _:
                return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        match element:
            case QStyle.PrimitiveElement.PE_PanelLineEdit:
                _paint_field(option, painter)
            case QStyle.PrimitiveElement.PE_FrameLineEdit:
                pass
            case QStyle.PrimitiveElement.PE_IndicatorCheckBox:
                _paint_tick(option, painter)
            case QStyle.PrimitiveElement.PE_IndicatorRadioButton:
                _paint_radio(option, painter)
            case QStyle.PrimitiveElement.PE_IndicatorBranch:
                _paint_branch(option, painter)
            case QStyle.PrimitiveElement.PE_FrameFocusRect:
                painter.setPen(QPen(color("accent"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 3, 3)
            case _:
                super().drawPrimitive(element, option, painter, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_UnderlineShortcut:
            return 0
        return super().styleHint(hint, option, widget, data)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element is QStyle.ControlElement.CE_Splitter:
            painter.fillRect(option.rect, color("line"))
            return
        if element is QStyle.ControlElement.CE_MenuBarEmptyArea:
            painter.fillRect(option.rect, color("panel"))
            return
        if element is QStyle.ControlElement.CE_MenuBarItem and isinstance(
            option, QStyleOptionMenuItem
        ):
            _paint_menu_title(option, painter)
            return
        if element is QStyle.ControlElement.CE_HeaderSection:
            painter.fillRect(option.rect, color("panel"))
            painter.setPen(color("line"))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
            return
        if element is QStyle.ControlElement.CE_HeaderLabel and isinstance(
            option, QStyleOptionHeader
        ):
            _paint_header_words(option, painter)
            return
        super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control is QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            painter.fillRect(option.rect, color("window"))
            slider = QRectF(self._slider(option)).adjusted(2, 2, -2, -2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("edge"))
            painter.drawRoundedRect(slider, 3, 3)
            return
        super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        sub: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control is QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            if sub is QStyle.SubControl.SC_ScrollBarGroove:
                return option.rect
            if sub is QStyle.SubControl.SC_ScrollBarSlider:
                return self._slider(option)
            if sub in (
                QStyle.SubControl.SC_ScrollBarAddLine,
                QStyle.SubControl.SC_ScrollBarSubLine,
            ):
                return QRect()
            slider = self._slider(option)
            upright = option.orientation is Qt.Orientation.Vertical
            if sub is QStyle.SubControl.SC_ScrollBarSubPage:
                end = slider.topRight() if upright else slider.bottomLeft()
                return QRect(option.rect.topLeft(), end)
            if sub is QStyle.SubControl.SC_ScrollBarAddPage:
                start = slider.bottomLeft() if upright else slider.topRight()
                return QRect(start, option.rect.bottomRight())
        # The binding takes None; its stub does not say so.
        return super().subControlRect(control, option, sub, widget)  # type: ignore[arg-type]

    def _slider(self, option: QStyleOptionSlider) -> QRect:
        upright = option.orientation is Qt.Orientation.Vertical
        whole = option.rect.height() if upright else option.rect.width()
        span = option.maximum - option.minimum
        if span <= 0:
            return QRect()
        length = max(px(28), whole * option.pageStep // (span + option.pageStep))
        place = QStyle.sliderPositionFromValue(
            option.minimum, option.maximum, option.sliderPosition, whole - length, False
        )
        if upright:
            return QRect(option.rect.x(), option.rect.y() + place, option.rect.width(), length)
        return QRect(option.rect.x() + place, option.rect.y(), length, option.rect.height())


def _paint_menu_title(option: QStyleOptionMenuItem, painter: QPainter) -> None:
    is_on = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, color("accent_pale" if is_on else "panel"))
    painter.setPen(color("accent_text" if is_on else "text"))
    painter.setFont(program_font())
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
    painter.drawText(QRectF(option.rect), int(flags), option.text)


def _paint_header_words(option: QStyleOptionHeader, painter: QPainter) -> None:
    # The whole height of the section: the label's own rectangle cuts marks below the letters.
    whole = QRectF(option.rect).adjusted(px(7), -px(6), -px(7), px(6))
    painter.setPen(color("text"))
    painter.setFont(program_font(bold=True))
    painter.drawText(whole, int(option.textAlignment.value), option.text)


def _paint_field(option: QStyleOption, painter: QPainter) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    pen = QPen(color("accent" if focused else "edge"), 2.0 if focused else 1.0)
    inset = 1.0 if focused else 0.5
    painter.setPen(pen)
    painter.setBrush(color("control"))
    radius = px(t.RADIUS_CONTROL)
    painter.drawRoundedRect(
        QRectF(option.rect).adjusted(inset, inset, -inset, -inset), radius, radius
    )
    painter.restore()


def _paint_branch(option: QStyleOption, painter: QPainter) -> None:
    """The arrow before what has something inside, as on our buttons; no lines between."""
    if not option.state & QStyle.StateFlag.State_Children:
        return
    side = px(12)
    box = QRectF(option.rect)
    name = "down" if option.state & QStyle.StateFlag.State_Open else "right"
    place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    paint_icon(painter, name, place, color("text2"))


def _paint_tick(option: QStyleOption, painter: QPainter) -> None:
    state = option.state
    is_on = bool(state & QStyle.StateFlag.State_On)
    is_half = bool(state & QStyle.StateFlag.State_NoChange)
    paint_tick(painter, QRectF(option.rect), is_on=is_on, is_half=is_half)


def paint_tick(painter: QPainter, rect: QRectF, *, is_on: bool, is_half: bool = False) -> None:
    """Paint a tick box: on, off or half."""
    side = min(rect.width(), rect.height(), px(16))
    box = QRectF(rect.x(), rect.center().y() - side / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("accent" if is_on or is_half else "edge"), 1.2))
    painter.setBrush(color("accent" if is_on else "control"))
    painter.drawRoundedRect(box, 3, 3)
    if is_on:
        _paint_hook(painter, box)
    elif is_half:
        painter.setPen(QPen(color("accent"), 2))
        middle = box.center().y()
        painter.drawLine(QPointF(box.left() + 3, middle), QPointF(box.right() - 3, middle))
    painter.restore()


def _paint_hook(painter: QPainter, box: QRectF) -> None:
    """The hook of a ticked box, heavy enough to be seen at this size."""
    pen = QPen(color("on_accent"), max(1.6, box.width() * 0.13))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    side = box.width()
    painter.drawPolyline(
        [
            QPointF(box.x() + side * 0.23, box.y() + side * 0.53),
            QPointF(box.x() + side * 0.42, box.y() + side * 0.71),
            QPointF(box.x() + side * 0.77, box.y() + side * 0.30),
        ]
    )


def _paint_radio(option: QStyleOption, painter: QPainter) -> None:
    paint_radio(painter, QRectF(option.rect), is_on=bool(option.state & QStyle.StateFlag.State_On))


def choice_pen(*, is_on: bool, has_focus: bool) -> QPen:
    """Give the frame of a card that can be chosen."""
    return QPen(color("accent" if is_on or has_focus else "line"), 2 if has_focus else 1)


def paint_radio(painter: QPainter, rect: QRectF, *, is_on: bool) -> None:
    """Paint a radio mark: on or off."""
    side = min(rect.width(), rect.height(), px(16))
    box = QRectF(rect.x(), rect.center().y() - side / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("accent" if is_on else "edge"), 1.2))
    painter.setBrush(color("accent" if is_on else "control"))
    painter.drawEllipse(box)
    if is_on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("on_accent"))
        painter.drawEllipse(box.center(), side * 0.2, side * 0.2)
    painter.restore()
