"""A place, its old words and its new ones on lines of their own: "Điều 4, khoản 2" / "Hiện ghi: “15 ngày”"
/ "Nay ghi: “10 ngày”". They order what a row of a table of changes does.

Source: docs/field.md 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.amending.act_lines import ActLine
from quyche_app.domain.change_tables import Columns
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.patterns import late
from quyche_app.domain.units import block_lines
from quyche_app.language.topics import place_alone

COLUMNS = Columns(count=3, place=0, old=1, new=2)
_SAYS = r"(?:nội dung|quy định|nguyên văn|lời văn)"
_OLD = late(
    rf"^[-+•*]?\s*(?:{_SAYS}\s+)?(?:hiện hành|hiện nay|hiện|cũ|đang)(?:\s+(?:ghi|quy định|viết|là))*\s*:\s*"
    r"(?P<words>[“«\"].*[”»\"])\s*[.;]?\s*$",
    re.IGNORECASE,
)
_NEW = late(
    rf"^[-+•*]?\s*(?:{_SAYS}\s+)?(?:nay|mới|sau khi sửa|sửa(?:\s+(?:lại|đổi))?|đề nghị sửa)"
    r"(?:\s+(?:ghi|viết|quy định|sửa|lại|thành|là))*\s*:\s*(?P<words>[“«\"].*[”»\"])?\s*[.;]?\s*$",
    re.IGNORECASE,
)


def old_and_new(lines: Sequence[ActLine]) -> tuple[ActLine, list[str]] | None:
    """Give the first three of some lines as one, with the cells of a row of a table of changes; None when
    they are no place, old words and new words."""
    if len(lines) < 3:
        return None
    place, old, new = lines[:3]
    said, becomes = _OLD.match(old.text), _NEW.match(new.text)
    if said is None or becomes is None or place.quoted or old.quoted or not place_alone(place.text):
        return None
    words = becomes["words"]
    if (words is None) == (not new.quoted):
        return None  # neither, or words on both lines
    if words is None:
        words = "\n".join(line for one in new.quoted for line in block_lines(one.block))
    doubt = place.doubt or old.doubt or new.doubt
    text = f"{place.text} {old.text} {new.text}"
    line = replace(place, last=new.last, text=text, doubt=doubt)
    return line, [place.text.rstrip(" .:"), _cell(said["words"]), _cell(words)]


def _cell(words: str) -> str:
    """A provision stands in a cell without marks, words of one within them."""
    inside = words.strip('“”«»" .;')
    return words.strip('“”«»" ') if read_label(inside) is not None else words
