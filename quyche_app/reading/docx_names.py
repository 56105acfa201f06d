"""Names of the elements of WordprocessingML that the readers look at (ECMA-376 part 1)."""

from __future__ import annotations

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """Give the full name of an element or attribute of the main namespace."""
    return _MAIN + name


VAL = w("val")
ID = w("id")
P, PPR, R, RPR, T = w("p"), w("pPr"), w("r"), w("rPr"), w("t")
TBL, TR, TC = w("tbl"), w("tr"), w("tc")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
PSTYLE, RSTYLE, JC, NUMPR = w("pStyle"), w("rStyle"), w("jc"), w("numPr")
ILVL, NUM_ID = w("ilvl"), w("numId")
TEXT_BOX = w("txbxContent")
_MERGE = w("vMerge")
RELATION_ID, RELATION_EMBED = _RELATIONS + "id", _RELATIONS + "embed"
ALTERNATE = _COMPATIBILITY + "AlternateContent"
CHOICE, FALLBACK = _COMPATIBILITY + "Choice", _COMPATIBILITY + "Fallback"
MATH, MATH_PARAGRAPH, MATH_TEXT = _MATH + "oMath", _MATH + "oMathPara", _MATH + "t"
BLIP = _DRAWING + "blip"
IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"


def is_on(element: etree._Element) -> bool:
    """Tell whether an on/off property is on: without a value it is."""
    return element.get(VAL, "1").lower() not in _OFF


def child_value(element: etree._Element | None, name: str) -> str | None:
    """Give the value of a child, or None when there is no such child."""
    if element is None:
        return None
    child = element.find(name)
    return None if child is None else child.get(VAL, "")


def child_words(element: etree._Element | None, name: str, default: str = "") -> str:
    """Give the value of a child; the default when there is no such child or its value is empty."""
    return child_value(element, name) or default


def is_child_on(element: etree._Element, name: str) -> bool:
    """Tell whether an on/off property is there and on."""
    child = element.find(name)
    return child is not None and is_on(child)


def continues_above(cell_properties: etree._Element | None) -> bool:
    """Tell whether a cell continues the one above: it shows nothing of its own (17.4.85)."""
    merge = None if cell_properties is None else cell_properties.find(_MERGE)
    return merge is not None and merge.get(VAL, "continue") == "continue"


def own_text(element: etree._Element) -> str:
    """Give the text right inside an element."""
    return element.text or ""


def number(text: str | None, default: int = 0) -> int:
    """Give a whole number out of a file; what is none, or absurdly long, is the default."""
    if text is None or len(text) > 9:
        return default
    try:
        return int(text)
    except ValueError:
        return default


def chosen_branch(alternate: etree._Element) -> etree._Element | None:
    """Give the one branch of mc:AlternateContent that is read: both hold the same words."""
    branch = alternate.find(CHOICE)
    return alternate.find(FALLBACK) if branch is None else branch
