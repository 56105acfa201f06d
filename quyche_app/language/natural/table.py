"""The forms of the natural style: each a pattern for all the words that a clause says of its place."""

from __future__ import annotations

import re

from quyche_app.domain.patterns import late
from quyche_app.language.natural import forms
from quyche_app.language.natural.addresses import Place
from quyche_app.language.natural.forms import Build, Meant, Said
from quyche_app.language.natural.pieces import Piece
from quyche_app.language.natural.words import (
    ADDS,
    ADV,
    AFTER,
    BECOMES,
    CALLED,
    CHANGE,
    CHANGE_WORDS,
    COUNT,
    END,
    EVERYWHERE,
    GOES,
    JOIN,
    JOINED_TEXT,
    LABEL,
    NOUN,
    PLAIN,
    PUTS,
    SUBJECT,
    TEXT,
    UNIT,
    UNITS,
    WORD_LIST,
    WORDS,
    Q,
)

_KINDLESS = r"(?:điều|khoản|điểm|mục|ý|tiết|phần|chương)"
_PART = r"(?:câu|đoạn|gạch đầu dòng|ý|dấu cộng|dòng)"
_SOME = rf"(?:\s+(?:(?:thêm|vào|mới|{COUNT})\s+)*)"
_AT_SIDE = r"(?:(?:đặt|đứng|nằm|vào|xếp|ngay|liền|tiếp|ở)\s+)*"
_POSITION = (
    rf"(?:\s*,?\s*\(?{_AT_SIDE}(?P<side>liền sau|phía sau|sau|trước|giữa|vào cuối|cuối)"
    rf"\s+(?P<beside>{UNITS})\)?|\s+(?:liền|ngay|tiếp)\s+(?:sau|theo))?"
)
_LED = (
    r"(?P<side>(?:(?:vào|ngay|liền|tiếp|ở)\s+)*(?:phía\s+)?(?:sau|trước|giữa))"
    rf"\s+(?P<beside>{UNITS})\s*,?\s*"
)
_CALLED_AS = r"\s*,?\s*(?:lấy|đánh|mang|là|gọi)\s*(?:số|chữ)?\s*(?:là|thành)?\s+"
_NUMBERED = rf"(?:{_CALLED_AS}(?P<as>{UNIT}))?"
_OF_LEVEL = r"(?:\s+(?:câu|đoạn|khoản|điểm|ý|mục|điều))?"
_BESIDE = r"(?:vào\s+)?(?:(?:ngay|liền)\s+)?(?:phía\s+|đằng\s+)?(?:sau|trước)"
_LABELS = rf"{LABEL}(?:(?:\s*,\s*|\s+và\s+){LABEL})*"
_AS_IT_IS = r"(?:\s*,\s*giữ nguyên\s+(?:câu chữ|nội dung|lời văn))?"
# What is said of what stays orders nothing more.
_GOES_ON = (
    r"(?:và|nhưng|song|đồng thời|bỏ|bớt|đánh|sửa|thay|thêm|chuyển|đổi|không đánh|trừ|dồn|bậc)"
)
_NO_MORE = rf"(?:(?!\b{_GOES_ON}\b)[^“”:;\d])*"
_STAYS = rf"giữ nguyên{_NO_MORE}"
_OPEN_WORDS = r"(?P<bare>[^“”«»„\":;][^“”«»„\":]{5,})"
_ALL_OF_IT = rf"(?:\s+(?:toàn bộ|toàn văn|cả {_KINDLESS}))?"
_BUT = rf"(?:\s*,?\s*\(?(?:ngoại\s+)?trừ\s+(?P<less>{UNITS})\)?)?"
# What an amount is the amount of; its name stays.
_AMOUNT_OF = r"(?:thời hạn|thời gian|mức chi|mức|số tiền|số lượng|số|tỷ lệ)"
# "…, nội dung: “4. …”", "và sửa đổi như sau:"
_WITH_WORDING = (
    r"(?:(?:với|có)\s+nội dung|nội dung(?:\s+là)?|(?:và\s+)?(?:được\s+)?(?:viết lại|sửa đổi|sửa|sửa lại)"
    r"(?:,?\s+bổ sung)?)(?:\s+(?:như sau|thành|là))?"
)
_ONE_OF_THEM = rf"(?:\s+(?:làm|thành)\s+(?:một|1|01)(?:\s+{_KINDLESS})?)?"

_STEP = r"(?:(?:ngày|tháng|năm|thứ|khoản|mức)\s+)?\d[\d.,]*(?:\s+[^\W\d_]+){0,3}?"

_Form = tuple[str, Build]

_OF_NOTHING: tuple[_Form, ...] = (
    (
        rf"{ADV}(?:vẫn\s+)?(?:giữ nguyên|không thay đổi|không đổi|như cũ){_NO_MORE}{END}",
        forms.nothing,
    ),
    (
        rf"(?:các|những)\s+{_KINDLESS}\s+(?:sau|khác|còn lại|tiếp theo){_NO_MORE}{_STAYS}",
        forms.nothing,
    ),
    (
        r"(?:(?:các|những)\s+)?(?:việc|nhiệm vụ|nội dung)\s+này\s+(?:giao|chuyển|do|thuộc)\s[^“”:;\d]*",
        forms.nothing,
    ),
)
_OF_NAMES: tuple[_Form, ...] = (
    (
        rf"{ADV}(?:đổi|sửa)\s+(?:lại\s+)?tên\s+(?:gọi\s+)?(?P<what>{UNITS})\s+(?:thành"
        rf"|là){AFTER}{JOINED_TEXT}",
        forms.renamed,
    ),
    (
        rf"{ADV}(?:(?:tên|tiêu đề)(?:\s+(?:gọi|mục|điều|chương|phần|khoản))?\s+{ADV}(?:{CHANGE}\s+)?{JOIN}"
        r"|lấy\s+tên(?:\s+mới)?\s+là|(?:đổi|sửa)\s+tên(?:\s+gọi)?\s+(?:thành|là)"
        rf"|mang tên(?: mới)?(?: là)?){AFTER}{JOINED_TEXT}",
        forms.renamed,
    ),
)
_OF_WORDS: tuple[_Form, ...] = (
    (
        rf"đoạn(?:\s+văn)?\s+(?P<begins>(?:bắt đầu|mở đầu|có câu đầu là)\s+(?:bằng\s+)?(?:(?:cụm )?từ\s+"
        rf"|chữ\s+)?)?"
        rf"(?P<old>{Q})\s*,?\s*{BECOMES}{AFTER}\s*:?\s*(?P<new>{Q}){END}",
        forms.begun,
    ),
    (
        rf"(?:{PLAIN}\s)?(?P<old>{WORD_LIST}){EVERYWHERE}\s*,?\s*{BECOMES}\s+(?P<new>{WORD_LIST}){END}",
        forms.replaced,
    ),
    (
        rf"(?:{SUBJECT}\s)?{ADV}{CHANGE_WORDS}\s+(?:thế\s+)?(?:từ\s+)?(?P<old>{WORD_LIST})\s*,?\s*"
        rf"(?:{ADV}{CHANGE_WORDS}\s+)?{JOIN}\s+(?P<new>{WORD_LIST}){END}",
        forms.replaced,
    ),
    (
        rf"{ADV}{GOES}\s+(?P<old>{WORD_LIST})\s*,?\s*(?:và\s+)?{CHANGE_WORDS}\s+{JOIN}\s+"
        rf"(?P<new>{WORD_LIST}){END}",
        forms.replaced,
    ),
    (
        rf"{ADV}(?:(?:dùng|lấy)\s+)?(?:{PLAIN}\slà\s+)?(?P<new>{WORDS})\s+(?:để\s+)?thay\s+(?:thế\s+)?cho\s+"
        rf"(?P<old>{WORDS}){END}",
        forms.replaced,
    ),
    (
        rf"(?:{SUBJECT}\s)?{ADV}(?:rút|giảm|nâng|tăng|hạ)(?:\s+ngắn)?(?:\s+{SUBJECT})?\s+từ\s+"
        rf"(?P<old>{WORDS})\s+{JOIN}\s+"
        rf"(?P<new>{WORDS}){END}",
        forms.replaced,
    ),
    (
        rf"{ADV}{GOES}\s+(?P<old>{WORD_LIST})(?:\s+đi)?"
        rf"(?:\s+(?:ở\s+)?(?P<side>(?:ngay\s+)?(?:sau|trước))\s+(?P<anchor>{WORDS}))?{END}",
        forms.gone,
    ),
    (rf"(?P<old>{WORD_LIST})\s*,?\s*{ADV}{GOES}(?:\s+đi)?{END}", forms.gone),
    (
        rf"{ADV}{PUTS}\s+(?P<new>{WORDS})\s+(?P<side>{_BESIDE})\s+(?P<anchor>{WORDS}){END}",
        forms.added,
    ),
    (
        rf"{ADV}(?:{PUTS}\s+)?(?P<side>{_BESIDE})\s+(?P<anchor>{WORDS})\s*,?\s*(?:{ADV}{PUTS}\s+)?"
        rf"(?P<new>{WORDS}){END}",
        forms.added,
    ),
    (
        rf"{ADV}{PUTS}\s+(?P<phrase>{CALLED}\s+)?(?P<quoted>{Q})\s+vào\s+(?:cuối"
        rf"|(?P<start>đầu)){_OF_LEVEL}{END}",
        forms.added_at_end,
    ),
    (
        rf"{ADV}(?:{PUTS}\s+)?(?:vào\s+)?cuối{_OF_LEVEL}(?:\s+{PUTS})?\s+"
        rf"(?P<phrase>(?:(?:các|những|mấy)\s+)?(?:cụm từ|từ|chữ)\s+)(?P<quoted>{Q}){END}",
        forms.added_at_end,
    ),
    (
        rf"{ADV}{PUTS}(?:\s+thêm)?\s+(?:vào\s+)?cuối{_OF_LEVEL}(?:\s+(?:{COUNT}\s+)?(?:câu|nội dung|ý))?"
        rf"(?:\s+(?:sau|văn))?\s*:?\s*(?P<quoted>{Q}){END}",
        forms.added_at_end,
    ),
    (
        rf"{ADV}(?:nối thêm|{PUTS}(?:\s+thêm)?(?:\s+(?:{COUNT}\s+)?(?:câu|nội dung"
        rf"|ý)(?:\s+sau)?)?\s+(?:vào\s+)?cuối"
        rf"{_OF_LEVEL}(?:\s+(?:{COUNT}\s+)?(?:câu|nội dung|ý))?(?:\s+sau)?)\s*:\s+{_OPEN_WORDS}",
        forms.added_at_end,
    ),
    (
        rf"{ADV}{PUTS}(?:\s+thêm)?\s+(?:{COUNT}\s+)?(?:câu|nội dung"
        rf"|ý)(?:\s+sau)?\s+vào\s+cuối{_OF_LEVEL}\s*:?\s*"
        rf"(?P<quoted>{Q}){END}",
        forms.added_at_end,
    ),
    (
        rf"{ADV}{PUTS}(?:\s+thêm)?\s+vào\s+cuối\s+(?P<what>{UNITS})\s+(?:{COUNT}\s+)?"
        rf"(?P<phrase>(?:(?:các|những)\s+)?(?:cụm từ|từ|chữ))?(?:câu|nội dung|đoạn|ý)?"
        rf"(?:\s+(?:sau|văn))?\s*:?\s*(?P<quoted>{Q}){END}",
        forms.added_at_end,
    ),
    (
        rf"{ADV}{PUTS}\s+(?:thêm\s+)?(?:{COUNT}\s+)?(?P<item>gạch đầu dòng|ý)\s+(?:mới\s+)?(?:vào\s+)?cuối"
        rf"(?:\s+cùng)?\s*:?\s*(?P<quoted>{Q}){END}",
        forms.added_item_at_end,
    ),
    (rf"{ADV}(?:nối thêm|nối tiếp)\s*:?\s*(?P<quoted>{Q}){END}", forms.added_at_end),
    (
        rf"{ADV}{PUTS}\s+(?:(?:{COUNT}\s+)?(?:câu|nội dung|ý)|(?P<phrase>cụm từ|từ|chữ))(?:\s+sau)?\s*:\s*"
        rf"(?P<quoted>{Q})\s+vào\s+cuối{_OF_LEVEL}{END}",
        forms.added_at_end,
    ),
    (rf"{ADV}viết hoa\s+(?:chữ cái đầu\s+)?(?P<old>{WORD_LIST}){END}", forms.with_capital),
)
_OF_BARE_WORDS: tuple[_Form, ...] = (
    (
        rf"{ADV}{CHANGE_WORDS}\s+(?P<old>từ\s+{_STEP}\s+đến\s+{_STEP})\s+(?:thành|bằng|là)\s+"
        rf"(?P<new>từ\s+{_STEP}\s+đến\s+{_STEP}){END}",
        forms.range_replaced,
    ),
    (
        rf"(?:{SUBJECT}\s+)?{ADV}{CHANGE_WORDS}\s+từ\s+(?P<old>\d{PLAIN})\s+{JOIN}\s+(?P<new>\d{PLAIN}){END}",
        forms.replaced_bare,
    ),
    (
        rf"(?:{SUBJECT}\s)?{ADV}(?:rút|giảm|nâng|tăng|hạ)(?:\s+ngắn)?(?:\s+{SUBJECT})?\s+(?P<raised>từ)\s+"
        rf"(?P<old>\d{PLAIN})\s+"
        rf"(?:xuống còn|xuống|lên thành|lên|còn)\s+(?P<new>{PLAIN}){END}",
        forms.replaced_bare,
    ),
    (
        rf"{ADV}{CHANGE_WORDS}\s+(?:từ\s+)?(?:{_AMOUNT_OF}\s+)?(?P<old>{PLAIN})\s+{JOIN}\s+"
        rf"(?:{_AMOUNT_OF}\s+)?(?P<new>{PLAIN}){END}",
        forms.replaced_bare,
    ),
    (
        rf"{_AMOUNT_OF}\s+(?P<old>\d{PLAIN})\s*,?\s*{BECOMES}\s+(?P<new>\d{PLAIN}){END}",
        forms.replaced_bare,
    ),
    (rf"(?P<old>{PLAIN})\s*,?\s*{BECOMES}\s+(?P<new>{PLAIN}){END}", forms.replaced_bare),
    (
        rf"{PLAIN}\slà\s+(?P<new>{PLAIN})\s+thay\s+(?:thế\s+)?cho\s+(?P<old>{PLAIN}){END}",
        forms.replaced_bare,
    ),
)
_OF_NEW: tuple[_Form, ...] = (
    (
        rf"{ADV}{PUTS}\s+{_LED}(?:{COUNT}\s+)?{_KINDLESS}(?:\s+mới)?{_CALLED_AS}(?P<as>{UNIT}){AFTER}{TEXT}",
        forms.inserted,
    ),
    (
        rf"{ADV}{_LED}{ADV}{PUTS}{_SOME}{_KINDLESS}(?:\s+mới)?{_CALLED_AS}(?P<as>{UNIT}){AFTER}{TEXT}",
        forms.inserted,
    ),
    (
        rf"{ADV}{_LED}(?:{ADV}{PUTS}){_SOME}(?P<new>{UNITS})(?:\s+mới)?{_NUMBERED}{AFTER}{TEXT}",
        forms.inserted,
    ),
    (
        rf"{ADV}{PUTS}\s+{_LED}(?:{COUNT}\s+)?(?P<new>{UNITS})(?:\s+mới)?{_NUMBERED}(?:\s+là)?{AFTER}{TEXT}",
        forms.inserted,
    ),
    (
        rf"{ADV}{PUTS}{_SOME}(?P<new>{UNITS})(?:\s+mới)?{_POSITION}{_NUMBERED}(?:\s+là)?"
        rf"(?:\s*,)?{AFTER}{TEXT}",
        forms.inserted,
    ),
    (
        rf"{ADV}{PUTS}{_SOME}{_KINDLESS}(?:\s+mới)?{_POSITION}{_CALLED_AS}(?P<as>{UNIT}){AFTER}{TEXT}",
        forms.inserted,
    ),
    (
        rf"{ADV}{PUTS}\s+(?P<rows>số thứ tự\s+\d+[a-zđ]?)(?:{_POSITION}){AFTER}{TEXT}",
        forms.inserted_part,
    ),
    (
        rf"(?:vào\s+)?cuối\s+bảng(?:\s+(?P<table>{UNITS}))?\s+{ADV}{PUTS}{_SOME}(?:dòng"
        rf"|hàng)(?:\s+mới)?{AFTER}{TEXT}",
        forms.inserted_last_row,
    ),
    (
        rf"{ADV}{PUTS}\s+{COUNT}\s+{_KINDLESS}(?:\s+mới)?{_POSITION}{AFTER}{TEXT}",
        forms.inserted_part,
    ),
    (rf"{ADV}{_LED}{ADV}{PUTS}{_SOME}{_PART}{AFTER}(?:\s+là)?{TEXT}", forms.inserted_part),
    (rf"{ADV}{PUTS}\s+{_LED}(?:{_SOME}|\s*){_PART}{AFTER}(?:\s+là)?{TEXT}", forms.inserted_part),
    (
        rf"{ADV}{PUTS}{_SOME}{_PART}(?:\s+(?:mới|sau))?{_POSITION}{AFTER}(?:\s+là)?{TEXT}",
        forms.inserted_part,
    ),
    (
        rf"{ADV}{_LED}{ADV}{PUTS}\s+(?:{COUNT}\s+)?{_KINDLESS}(?:\s+mới)?{AFTER}{TEXT}",
        forms.inserted_part,
    ),
    (rf"{ADV}{_LED}{ADV}{PUTS}{AFTER}\s*(?P<open>:?)", forms.inserted_part),
    (rf"(?P<new>{UNITS})\s+mới\s*(?:là)?{AFTER}{TEXT}", forms.inserted),
    (rf"được\s+{ADDS}{_POSITION}(?:\s*,)?{AFTER}{TEXT}", forms.inserted_itself),
)
_OF_WORDING: tuple[_Form, ...] = (
    (
        rf"{ADV}(?:{GOES}\s*,?\s*(?:và\s+)?)?{ADV}thay(?:\s+thế)?\s+bằng\s+(?:{COUNT}\s+)?(?P<to>{UNIT})"
        rf"(?:\s+mới)?"
        rf"{AFTER}{TEXT}",
        forms.in_their_place,
    ),
    (
        rf"{ADV}(?:{GOES}\s*,?\s*(?:và\s+)?)?{CHANGE}{_ALL_OF_IT}{NOUN}{AFTER}{TEXT}",
        forms.amended,
    ),
    (
        rf"{ADV}(?:{GOES}\s*,?\s*(?:và\s+)?)?{CHANGE}"
        rf"{_ALL_OF_IT}\s+{JOIN}{NOUN}{AFTER}"
        rf"{JOINED_TEXT}",
        forms.amended,
    ),
    (rf"nay\s+(?:là|thành){NOUN}{AFTER}{JOINED_TEXT}", forms.amended),
    (
        rf"{ADV}{CHANGE}\s+(?:toàn bộ\s+)?(?P<what>{UNITS})(?:\s*,\s*gồm\s[^“”:;]{{3,40}})?(?:\s+{JOIN})?"
        rf"{NOUN}{AFTER}{TEXT}",
        forms.amended,
    ),
)
_OF_REPEAL: tuple[_Form, ...] = (
    (
        rf"{ADV}{GOES}(?:\s+(?:nữa|đi|toàn bộ|hẳn|cả {_KINDLESS}))*(?:\s*\((?:bãi bỏ|bỏ)\))?{_BUT}{END}",
        forms.repealed,
    ),
    (rf"không còn phù hợp\s*,?\s*(?:nên\s+)?{ADV}{GOES}{END}", forms.repealed),
    (rf"(?:chuyển|giao|do|vì|đã)\s[^“”:;]{{3,80}}?\s+nên\s+{ADV}{GOES}{END}", forms.repealed),
    (
        rf"{ADV}{GOES}\s+(?:toàn bộ\s+)?(?:nội dung\s+)?(?P<what>{UNITS}){_BUT}{END}",
        forms.repealed,
    ),
)
_OF_NUMBERS: tuple[_Form, ...] = (
    (
        rf"{ADV}(?:đổi\s+(?:vị trí|chỗ|thứ tự)|hoán đổi(?:\s+vị trí)?|đảo\s+(?:vị trí|chỗ))(?:\s+cho nhau)?"
        rf"(?:\s*,\s*đánh số theo vị trí mới)?(?:\s*\((?P<said>[^()“”]*)\))?{END}",
        forms.swapped,
    ),
    (
        rf"{ADV}(?:đánh\s+(?:lại\s+)?(?:số thứ tự|số|thứ tự)(?:\s+lại)?|đánh\s+lại|dồn|chuyển|đổi"
        rf"|sắp xếp lại)"
        r"(?:\s+(?:số|thứ tự|lên|xuống|lần lượt))*"
        rf"\s+(?:thành|là|làm)\s+(?P<to>(?:(?:chữ|số)\s+)?(?:{UNITS}|{_LABELS}))"
        rf"(?:\s*,?\s*(?:đặt|đứng|xếp)\s+(?:ngay\s+|liền\s+)?(?P<side>sau|trước)\s+(?P<beside>{UNITS}))?"
        rf"{_AS_IT_IS}{END}",
        forms.moved,
    ),
    (rf"(?:nay\s+(?:là|thành)|thành)\s+(?P<to>{UNITS}){END}", forms.moved),
    (rf"{ADV}(?:lần lượt\s+)?mang\s+(?:chữ|số)\s+(?P<to>{_LABELS}){END}", forms.moved),
    (
        rf"{ADV}(?:đưa|chuyển)\s+(?:(?P<what>{UNITS})\s+)?(?:xuống|lên|sang|về|vào)\s+(?:cuối\s+)?"
        rf"(?P<into>{UNITS})\s*,?\s*(?:và\s+)?(?:thành|làm|là)\s+(?P<to>{UNITS}){_AS_IT_IS}{END}",
        forms.moved_into,
    ),
    (
        rf"{ADV}(?:đưa|chuyển)\s+(?:(?P<what>{UNITS})\s+)?(?:xuống|lên|sang|về|vào)\s+(?:cuối\s+)?"
        rf"(?P<into>{UNITS})\s*,?\s*(?:và\s+)?(?:thành|làm|là)\s+(?P<to>{UNITS})\s*,?\s*{_WITH_WORDING}"
        rf"{TEXT}",
        forms.moved_into,
    ),
    (
        rf"{ADV}(?:đưa|chuyển)\s+(?P<what>{UNITS})\s+(?:(?:xuống|lên|sang|về)\s+)?(?:thành|làm|là)\s+"
        rf"(?P<to>{UNITS}){_AS_IT_IS}{END}",
        forms.moved,
    ),
    (
        rf"{ADV}chuyển\s+(?:(?:lên|xuống|về)\s+)?(?:đặt\s+|đứng\s+)?(?:ngay\s+|liền\s+)?(?:sau"
        rf"|trước)\s+{UNITS}"
        rf"\s*,?\s*(?:và\s+)?(?:mang|lấy|đánh)\s+(?:lại\s+)?số\s+(?:là\s+)?(?P<to>{LABEL}){END}",
        forms.moved,
    ),
    (
        rf"{ADV}(?:gộp|nhập|ghép|hợp nhất)(?:\s+lại)?{_ONE_OF_THEM}\s*,?\s*(?:thành|là|lấy|đánh số|lấy số)"
        rf"(?:\s+(?:là|số))?\s+(?:(?P<to>{UNIT})"
        rf"|(?P<number>{LABEL}))(?:\s+mới)?(?:\s*,)?{AFTER}(?:\s+là)?{TEXT}",
        forms.merged,
    ),
    (
        rf"{ADV}(?:gộp|nhập|ghép|hợp nhất)\s+(?P<what>{UNITS})(?:\s+lại)?\s+(?:thành|làm)\s+(?P<to>{UNIT})"
        rf"(?:\s+mới)?{AFTER}{TEXT}",
        forms.merged,
    ),
    (
        rf"{ADV}(?:gộp|nhập|ghép)(?:\s+lại)?\s+(?:thành|làm)\s+(?:một|1"
        rf"|01)(?:\s+{_PART})?{AFTER}(?:\s+là)?{TEXT}",
        forms.merged_parts,
    ),
    (
        rf"{ADV}(?:gộp|nhập|ghép)\s+(?P<what>{UNITS})(?:\s+lại)?\s+(?:thành|làm)\s+(?:một|1|01)\s+{_PART}"
        rf"{AFTER}(?:\s+là)?{TEXT}",
        forms.merged_parts,
    ),
    (
        rf"{ADV}(?:gộp|nhập|ghép"
        rf"|hợp nhất)(?:\s+lại)?{_ONE_OF_THEM}\s*,?\s*(?:và\s+)?{ADV}{CHANGE}{AFTER}{TEXT}",
        forms.merged,
    ),
    (
        rf"{ADV}tách\s+(?:(?P<what>{UNITS})\s+)?(?:ra\s+)?(?:làm|thành)\s+(?:{COUNT}\s+{_KINDLESS}"
        rf"|(?P<to>{UNITS}))"
        rf"{AFTER}{TEXT}",
        forms.split,
    ),
)
_FORMS = tuple(
    (late(pattern, re.IGNORECASE), build)
    for pattern, build in (
        *_OF_NOTHING,
        *_OF_NAMES,
        *_OF_WORDS,
        *_OF_NEW,
        *_OF_WORDING,
        *_OF_REPEAL,
        *_OF_NUMBERS,
        *_OF_BARE_WORDS,
    )
)


def meanings(piece: Piece, place: Place) -> Meant | None:
    """Give what a clause without its place says of it; None where no form takes all its words."""
    for form, build in _FORMS:
        found = form.fullmatch(piece.hidden)
        if found is not None and (meant := build(Said(piece, found, place))) is not None:
            return meant
    return None
