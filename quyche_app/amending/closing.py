"""The closing articles of an act: effect, transition, implementation, and the orders hidden in them.

In: headings and lines. Out: whether an article orders nothing, and which words inside one still change
a text. Source: docs/field.md 4.7.
"""

from __future__ import annotations

import re

from quyche_app.amending.act_lines import ActLine
from quyche_app.amending.scope import numbers_in
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import capital, fold_number
from quyche_app.language.beginnings import is_order
from quyche_app.language.lexer import outside_quotes, without_quotations
from quyche_app.language.statements import read_statement
from quyche_app.language.typing_slips import mended
from quyche_app.language.vocabulary import VERB_WORDS
from quyche_app.language.word_order import active_form

_IMPLEMENTING = late(
    r"(?:Hiệu lực|Điều khoản thi hành|Tổ chức thực hiện|Trách nhiệm|Tổ chức thi hành|Quy định chuyển tiếp"
    r"|Điều khoản chuyển tiếp|Chuyển tiếp|Điều khoản thực hiện|Các nội dung khác|Những nội dung khác"
    r"|.{0,250}\b(?:có hiệu lực|chịu trách nhiệm|có trách nhiệm)\b|.{0,60}(?:giữ nguyên|tiếp tục có) hiệu lực"
    r"|.{0,250}\b(?:thi hành|thực hiện)\s+(?:các\s+)?(?:Quyết định|Nghị quyết|Quy định|Thông báo|Thông tư"
    r"|Nghị định|Kết luận)\s+này\b"
    r"|.{0,250}\bcăn cứ\s+(?:Quyết định|Nghị quyết|Quy định|Thông báo)(?:\s+này)?,?\s+(?:tổ chức\s+)?"
    r"(?:thi hành|thực hiện)\b|Giao\s|Trong quá trình\s"
    r"|(?:Các|Những|Mọi)\s+(?:quy định|nội dung"
    r"|văn bản)\b[^“”]{0,120}\btrái\b[^“”]{0,120}\b(?:bãi bỏ|hiệu lực)\b"
    r"|.{0,80}\bbộ phận không (?:thể )?tách rời\b|.{0,200}\b(?:theo dõi|đôn đốc)\b)",
    re.IGNORECASE,
)
# "Các nội dung khác của Quy chế giữ nguyên": says of the rest that nothing is ordered.
_REST_STAYS = late(
    r"(?:Các|Những)\s+(?:nội dung|quy định|điều khoản|điều,? khoản|điều)\b[^.;“”]{0,120}\b(?:khác|còn lại"
    r"|không (?:được )?sửa đổi)\b[^“”]{0,160}\b(?:giữ nguyên|không thay đổi|thực hiện theo|có hiệu lực)\b"
    r"|(?:Các|Những)\s+(?:nội dung|quy định|điều khoản|điều,? khoản|điều)\s+(?:khác|còn lại)\s+giữ nguyên"
    r"|(?:Các|Những)\s+(?:nội dung|quy định|điều khoản|chỗ|phần)\s+không\s+(?:nêu|có|nói|sửa|đề cập)\b"
    r"[^.;“”]{0,80}\b(?:giữ nguyên|không thay đổi|(?:vẫn|tiếp tục)\s+(?:được\s+)?thực hiện theo)\b",
    re.IGNORECASE,
)
# Words that change a text inside an article on effect or implementation, where nothing is read as an
# order: "…; các cụm từ “A” được thay bằng “B”", "… và thay thế khoản 2 Điều 4 Quy chế số …".
CHANGES = late(
    r"(?<!đã )\bđược\s+(?:sửa đổi|bổ sung|thay|thay thế|bãi bỏ|gọi là|đổi)\b"
    r"|\b(?:thay thế|dừng thực hiện|không thực hiện|không áp dụng|không còn hiệu lực|tạm ngưng|tạm dừng"
    r"|thôi áp dụng|không còn áp dụng|bổ sung vào)\b"
    # An order behind a mark in the same sentence: "Các nội dung khác giữ nguyên; bãi bỏ khoản 3 Điều 6".
    r"|[;,]\s+(?:(?:hủy |huỷ |bãi )?bỏ|sửa(?: đổi)?|thay|chuyển|đổi tên)\s+(?:các\s+)?"
    r"(?:cụm từ|từ|chữ|tên|khoản|điểm|điều)"
    r"|[;,]\s+(?:riêng\s+|trừ\s+)?(?:khoản|điểm|điều|cụm từ)\s[^;,.“”]{0,60}(?:“[^”]*”[^;,.“”]{0,20})?"
    r"\b(?:bãi bỏ|bỏ|chuyển thành|đổi thành|thay)\b"
    # A change given to somebody as a task: "Giao Văn phòng bỏ khoản 4 Điều 5 của Quy chế".
    r"|\b(?:thay|bỏ|sửa|bãi bỏ|bổ sung|đánh số|điều chỉnh|chuyển|gộp|tách)\s+(?:lại\s+)?(?:các\s+)?"
    r"(?:cụm từ|từ\s+“|khoản|điểm|điều|“)"
    # "Khoản 2 Điều 3 sửa theo mẫu kèm theo, có hiệu lực …"
    r"|\b(?:khoản|điểm|điều)\s+\w{1,4}\s+(?:nay\s+)?(?:sửa|bỏ|thay|điều chỉnh)\b"
    r"|(?<!đây )(?<!này )\b(?:gọi là|đổi thành)\b|\bkhông thi hành\b",
    re.IGNORECASE,
)
# A rule of the regulation that is changed without its number: "Chế độ báo cáo tháng không còn áp dụng.".
_CHANGES_RULE = late(
    r"(?:^|[.;]\s+|,\s+|\bvà\s+)(?P<rule>[^.;“”]{0,160}?\b(?:bị bãi bỏ|không còn (?:áp dụng|thực hiện)"
    r"|đổi tên thành|rút (?:ngắn )?(?:xuống )?còn|tăng lên thành|thay cho|thay vì|(?:được )?hiểu là"
    r"|coi như (?:không còn|bị bỏ|bỏ)|nay đọc là)\b"
    r"|(?:bãi )?bỏ (?:(?:các|những) )?(?:chế độ|quy định|việc)\b)"
    r"(?P<rest>[^.;“”]*)"
    r"|\bthời (?:điểm|gian) (?:áp dụng|thi hành|thực hiện|có hiệu lực)\b[^.;“”]*\b(?:do|sẽ)\b[^.;“”]*",
    re.IGNORECASE,
)
# "Các quy định trước đây trái với Quyết định này bị bãi bỏ", "Quyết định số 5-QĐ/HU bị bãi bỏ", "thay cho
# Quy chế ngày …": other acts go.
_OTHER_RULES = late(
    r"\b(?:trái|trước đây|trước này|khác với)\b|\d[/-][^\s,;()]*[A-ZĐ]"
    r"|\bthay cho\s+(?:các\s+)?(?:Quy|Quyết|Nghị|Thông)"
    r"|\b(?:Quyết định|Nghị quyết|Thông tư|Nghị định|Luật)\b[^.;]{0,80}\b(?:bị bãi bỏ|không còn)",
)
_NAMES_UNITS = late(
    r"\b(?:điều|khoản|điểm|chương|mục|phần|phụ lục|mẫu|tên|tiêu đề|đoạn|câu|tiết|cụm từ|căn cứ"
    r"|ý thứ|gạch đầu dòng|số thứ tự)\b|[“\"«]",
    re.IGNORECASE,
)
# "Bãi bỏ các quy định sau đây:", "Bãi bỏ:": the provisions stand in a list under the order.
_HEADS_A_LIST = late(
    r"(?:(?:các|những|một số)\s+(?:quy định|nội dung)\b[^“”;:]{0,120}|\bbỏ\s*):\s*$", re.IGNORECASE
)
# A repeal inside an implementing article (docs/field.md 4.7): "… có hiệu lực từ ngày ký và bãi bỏ
# Điều 15 của Quy chế", "Khoản 3 Điều 2 Quy chế hết hiệu lực kể từ ngày …".
HIDDEN_REPEALS = late(
    r"(?:^|[.;,]\s+|\bvà\s+)(?P<order>bãi bỏ\s+(?:các\s+)?(?:điều|khoản|điểm|chương|mục|phụ lục)\b[^.;“”]*"
    r"|(?:khoản|điểm|điều|chương|mục|phụ lục)\s+[\da-zđIVX][^.;“”]{0,160}?hết hiệu lực[^.;“”]*)",
    re.IGNORECASE,
)


def is_implementing(words: str) -> bool:
    """Tell a heading or a line of an article on effect, transition or implementation."""
    return bool(_IMPLEMENTING.match(words))


# "Dòng 6, dòng 8 giữ nguyên.", "Mục IV, điểm 4: giữ nguyên."
_PLACES_STAY = late(
    r"\W*(?:các\s+)?(?:(?:điều|khoản|điểm|mục|chương|phần|phụ lục|dòng|số thứ tự|ý|câu|đoạn)\s+"
    r"(?:thứ\s+)?[\w.]{1,5}(?:\s*[,:]\s*|\s+(?:và\s+)?))+(?:(?:thì|vẫn|được)\s+)*"
    r"(?:giữ nguyên|không thay đổi|như cũ)\W*$",
    re.IGNORECASE,
)


def says_places_stay(words: str) -> bool:
    """Tell a line that says of provisions that they stay, and no more."""
    return _PLACES_STAY.match(words) is not None


def says_rest_stays(words: str) -> bool:
    """Tell a line that says of everything else that nothing is ordered."""
    return bool(_REST_STAYS.match(words))


def changes_a_rule(words: str) -> bool:
    """Tell whether a line of an implementing article changes what the regulation says without its number, or
    says something of a provision of it."""
    text = without_quotations(words)
    if any(map(_is_about_provision, _SENTENCE.split(text))):
        return True
    return any(not _OTHER_RULES.search(found.group()) for found in _CHANGES_RULE.finditer(text))


# "Các nội dung khác giữ nguyên, riêng mức thưởng là 3 triệu đồng"
_BESIDE_THE_REST = late(
    r"\b(?:giữ nguyên|không thay đổi|không đổi|thực hiện theo)\b[^.,;]*?(?:"
    r",\s*(?:trừ|riêng|ngoại trừ|ngoài ra|không kể|trong đó|nhưng|đồng thời)\b"
    r"|\s(?:trừ|ngoại trừ|nhưng|ngoài ra)\s"
    r"|\svà\s+(?!(?:vẫn|tiếp tục|còn|có|được|không|các|những|thực hiện|quy định|nội dung|số)\b)"
    r"|;\s*(?P<more>[^.;]+))",
    re.IGNORECASE,
)


def adds_to_the_rest(words: str) -> bool:
    """Tell whether a line that says that all else stays goes on with what does not."""
    return any(
        found["more"] is None
        or not (is_implementing(found["more"]) or _OF_EFFECT.search(found["more"]))
        for sentence in _FULL_STOP.split(without_quotations(words))
        if _REST_STAYS.match(sentence)
        for found in _BESIDE_THE_REST.finditer(sentence)
    )


# "…, chỉ áp dụng trong năm 2026", "chưa áp dụng khoản 2 Điều 1"
_LIMITS_ACT = late(
    r"\b(?:(?:chỉ|chưa) (?:áp dụng|có giá trị)|áp dụng thí điểm"
    r"|thí điểm (?:trong|đến)"
    r"|thời điểm (?:áp dụng|thực hiện|thi hành)|trở lại như (?:trước|cũ)"
    r"|(?<!không )áp dụng (?:cho|đến hết|trong) (?:nhiệm kỳ|năm)|giá trị tham khảo)\b"
    r"|\b(?:Quyết định|Nghị quyết)(?: này)? có hiệu lực[^.;]*\bđối với\b"
    # "Khoản 1 Điều 1 Quyết định này không áp dụng đối với …", "Chưa thực hiện khoản 1 Điều 1"
    r"|\b(?:khoản|điểm|điều)\s+[\da-zđ]{1,4}\b[^.;]*\b(?:không|chưa) (?:áp dụng|thực hiện)\b"
    r"|\b(?:không|chưa) (?:áp dụng|thực hiện) (?:các )?(?:khoản|điểm|điều)\s+[\da-zđ]{1,4}\b",
    re.IGNORECASE,
)


def limits_the_act(words: str) -> bool:
    """Tell whether a line of a closing article makes the act, or one of its orders, hold for some only, for a
    time, or later than it says."""
    return _LIMITS_ACT.search(without_quotations(words)) is not None


_REPLACES = late(
    r"\bthay thế\s+(?:cho\s+)?(?:Quyết định|Quy chế|Quy định|Nghị quyết|Nội quy)\s+(?:số\s+)?"
    r"(?P<number>\d[\w/.-]*)",
    re.IGNORECASE,
)


def replaces_the_text(words: str, head: str) -> bool:
    """Tell whether a closing line puts the act in the place of the very text that it amends.

    Args:
        head: the title of the act and the line over its orders.
    """
    amended = {number.casefold() for number in numbers_in(head)}
    return any(number.casefold() in amended for number in _replaced_texts(words))


def _replaced_texts(words: str) -> list[str]:
    """The folded numbers of the texts that a closing line replaces."""
    return [fold_number(found["number"].rstrip("-/.")) for found in _REPLACES.finditer(words)]


_TEXT = r"(?:Quyết định|Quy chế|Quy định|Nghị quyết|Nội quy)"
_EXPIRES = late(
    rf"(?:\bbãi bỏ\s+(?:toàn bộ\s+)?{_TEXT}\s+(?:số\s+)?(?P<repealed>\d[\w/.-]*)"
    rf"|(?:^|[.;]\s+){_TEXT}\s+(?:số\s+)?(?P<expired>\d[\w/.-]*)[^.;]{{0,200}}?\b(?:hết hiệu lực|bị bãi bỏ"
    r"|được bãi bỏ))",
    re.IGNORECASE,
)


def ended_texts(words: str) -> list[str]:
    """Give the folded numbers of the texts that a closing line replaces, or says to end, as a whole."""
    ended = [found["repealed"] or found["expired"] for found in _EXPIRES.finditer(words)]
    return [*_replaced_texts(words), *(fold_number(number.rstrip("-/.")) for number in ended)]


# "Thời hạn báo cáo tại Điều 6 Quy chế kéo dài đến ngày 31 tháng 01": whatever is said, it may change it.
_PROVISION = late(
    r"\b(?:khoản|điểm|điều|chương|mục|phụ lục)\s+(?:\d{1,3}[a-zđ]?|[IVXLC]{1,5}|[a-zđ])\b[^.;“”]{0,40}?"
    r"\s(?:của\s+|trong\s+)?(?:bản\s+)?Quy (?:chế|định)\b(?!\s+(?:này|số))",
    re.IGNORECASE,
)
_WORDS_OF_TEXT = late(
    r"\b(?:nơi|chỗ|cụm từ|từ ngữ|chữ|chức danh)\b[^.;]*\b(?:trong|tại|của)\s+Quy chế\b",
    re.IGNORECASE,
)
_OF_EFFECT = late(r"(?<!hết )\bhiệu lực\b|\bgiữ nguyên\b|\bkhông thay đổi\b", re.IGNORECASE)
_SENTENCE = late(r"[.;]\s+")
_FULL_STOP = late(r"\.\s+")


def _is_about_provision(sentence: str) -> bool:
    if _OF_EFFECT.search(sentence):
        return False
    return bool(_PROVISION.search(sentence) or _WORDS_OF_TEXT.search(sentence))


def orders_something(text: str) -> bool:
    """A line that begins like an order and names a unit, words or a slot, or heads a list of them."""
    if not is_order(active_form(text).lstrip("-–+•* ")):
        return False
    return any(
        _NAMES_UNITS.search(words) or _HEADS_A_LIST.search(words)
        for words in (text, mended(text).text)
    )


# Behind a comma a list may go on ("…, điều chỉnh chủ trương đầu tư"): there the verb has its object.
_BEHIND = late(
    rf"[.;]\s+|(?:,|\bvà)\s+(?=(?:{VERB_WORDS})\s+(?:(?:các|lại)\s+)?(?:(?:khoản|điểm|điều|chương|mục)\s"
    r"+[\dIVXa-zđ]{1,4}\b|cụm từ|từ\s+“|“))",
    re.IGNORECASE,
)


def hides_an_order(text: str) -> bool:
    """Tell whether a line of an implementing article goes on with an order: "… chịu trách nhiệm thi hành;
    thay “A” bằng “B” trong toàn Quy chế", "… từ ngày ký. Khoản 2 Điều 5 sửa như sau:"."""
    return any(_orders_a_text(text[cut.end() :]) for cut in outside_quotes(_BEHIND, text))


def _orders_a_text(words: str) -> bool:
    """Whether words order something of a provision or of words, and not of the act itself."""
    if not is_order(words) or _OF_ITSELF.search(words):
        return False
    orders = read_statement(capital(words)).orders
    return any(order.pairs for order in orders) or any(
        cited.steps for order in orders for cited in order.targets
    )


# "khoản 2 Điều 1 Quyết định này"
_OF_ITSELF = late(
    r"^[^“”\"]{0,80}\b(?:Quyết định|Nghị quyết|Quy định|Thông tư|Nghị định|Luật|Pháp lệnh|Bộ luật|Điều"
    r"|Khoản)\s+này\b",
    re.IGNORECASE,
)


def is_plain_order(line: ActLine) -> bool:
    """Inside articles that are no amendment themselves: new wording or a phrase in quotes, or a
    unit of a named act ("Bãi bỏ khoản 2 Điều 9 Thông tư số 28/2024/TT-BCT")."""
    statement = read_statement(line.text)
    if not statement.orders or any(order.unknown for order in statement.orders):
        return False
    if line.quoted or any(order.pairs or order.inline for order in statement.orders):
        return True
    names = any(c.steps for o in statement.orders for c in o.targets)
    return names and bool(re.search(r"\d", statement.act_name))
