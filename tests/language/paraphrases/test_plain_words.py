"""Turns of phrase are read in plainer words, and nothing in quotation marks is."""

from __future__ import annotations

import pytest

from quyche_app.language.paraphrases.fragments import Plainer
from quyche_app.language.paraphrases.plain_words import _TABLE, plain_words


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        (
            "Khoản 1 Điều 3: thêm điểm d, ghi: “d) Phòng.”",
            "Khoản 1 Điều 3: thêm điểm d: “d) Phòng.”",
        ),
        ("Khoản 3 Điều 10 ghi lại cho rõ: “3. Họp.”", "Khoản 3 Điều 10 viết lại: “3. Họp.”"),
        ("Sửa khoản 1 Điều 8, nay đọc là:", "Sửa khoản 1 Điều 8 như sau:"),
        (
            "Khoản 1: đổi ngày họp từ “ngày 05” sang “ngày 03”.",
            "Khoản 1: thay “ngày 05” bằng “ngày 03”.",
        ),
        ("Điều 11: khoản 3 nay thực hiện như sau:", "Điều 11: khoản 3 sửa đổi như sau:"),
        ("Điều 18 nay sửa toàn bộ, kể cả tên điều:", "Điều 18 nay sửa đổi:"),
        (
            "Điều 12: không duy trì khoản 3 (bãi bỏ), các khoản khác để nguyên số thứ tự.",
            "Điều 12: bãi bỏ khoản 3.",
        ),
        (
            "Điều 5, khoản 4: sửa điểm c và thêm điểm d:",
            "Sửa đổi điểm c và bổ sung điểm d khoản 4 Điều 5 như sau:",
        ),
        (
            "Hai gạch đầu dòng đầu của Điều 16 thay bằng hai gạch đầu dòng sau:",
            "Gạch đầu dòng thứ nhất và gạch đầu dòng thứ hai Điều 16 sửa đổi như sau:",
        ),
        ("Thêm vào cuối khoản câu sau: “A.”", "Bổ sung câu cuối: “A.”"),
        ("Đổi số khoản 3 Điều 9 thành khoản 4.", "Đổi số thứ tự khoản 3 Điều 9 thành khoản 4."),
        (
            "Thay “A” bằng “B” tại Điều 7, ngoại trừ khoản 3.",
            "Thay “A” bằng “B” tại Điều 7, trừ khoản 3.",
        ),
        (
            "Thay “A” bằng “B” từ Điều 9 đến hết Điều 12.",
            "Thay “A” bằng “B” từ Điều 9 đến Điều 12.",
        ),
        (
            "Thay “A” bằng “B” tại khoản 1 Điều 3 (điểm a).",
            "Thay “A” bằng “B” tại điểm a khoản 1 Điều 3.",
        ),
        ("Sửa đổi cụm từ “A” thành “B” tại Điều 2.", "Sửa đổi cụm từ “A” thành “B” tại Điều 2."),
        ("Đổi cụm từ “A” thành “B” tại Điều 2.", "Đổi cụm từ “A” thành “B” tại Điều 2."),
        ("Đ.2, k.1: “A” thành “B”", "Điều 2, khoản 1: “A” thành “B”"),
        ("Việc giao ban tại Điều 8: khoản 1 bỏ", "Điều 8: khoản 1 bỏ"),
        ("Số 3, phần II bỏ", "Khoản 3, phần II bỏ"),
        ("Các khoản hai, ba của Điều 5 bỏ", "Các khoản 2, 3 của Điều 5 bỏ"),
        ("Điểm a khoản một và hai Điều 5 bỏ", "Điểm a khoản 1 và 2 Điều 5 bỏ"),
        ("Khoản hai, ba lần một năm", "Khoản hai, ba lần một năm"),
        ("Khoản ba mới của Điều 9 được bổ sung:", "Khoản 3 mới của Điều 9 được bổ sung:"),
        ("Điểm d trở thành điểm c", "Điểm d chuyển thành điểm c"),
        ("Điều 19 được chia thành hai khoản như sau:", "Điều 19 tách thành hai khoản như sau:"),
        ("Thay “A” bằng “B” ở Điều 18 (tên điều và nội dung)", "Thay “A” bằng “B” ở Điều 18"),
        ("Thay “A” bằng “B”, kể cả tên Điều 16, trừ khoản 3", "Thay “A” bằng “B”, trừ khoản 3"),
        (
            "Thay “A” bằng “B” trong Quy chế; riêng Điều 7 giữ nguyên.",
            "Thay “A” bằng “B” trong Quy chế, trừ Điều 7.",
        ),
        (
            "Thay “A” bằng “B” tại Điều 7 (không thay tại Điều 8)",
            "Thay “A” bằng “B” tại Điều 7, trừ Điều 8",
        ),
        ("Khoản 2 Điều 8 (sau khi đánh số lại) bỏ", "Khoản 2 Điều 8 bỏ"),
        (
            "Cụm từ “A” ở Điều 10 được thay bằng “B”, ở Điều 18 được thay bằng “C”",
            "Cụm từ “A” ở Điều 10 được thay bằng “B”; Cụm từ “A” ở Điều 18 được thay bằng “C”",
        ),
        (
            "Về toàn bộ Quy chế: các cụm từ “A”, “a” nay sửa lại lần lượt là “B”, “b”",
            "Thay các cụm từ “A”, “a” lần lượt bằng “B”, “b” trong toàn bộ Quy chế",
        ),
        (
            "Gạch đầu dòng thứ ba sửa thành “- A;”, ngay sau gạch này thêm “- B;”",
            "Gạch đầu dòng thứ ba sửa thành “- A;”; sau Gạch đầu dòng thứ ba thêm “- B;”",
        ),
        ("Câu sau, khoản 2 Điều 5 bỏ", "Câu cuối, khoản 2 Điều 5 bỏ"),
        ("Khoản 2, đoạn dưới viết lại:", "Khoản 2, đoạn cuối viết lại:"),
        ("Khoản 2, thêm đoạn sau:", "Khoản 2, thêm đoạn sau:"),
        (
            "Điều 6, đổi chỗ: khoản 2 thành khoản 1, khoản 1 thành khoản 2",
            "Điều 6: khoản 2 chuyển thành khoản 1, khoản 1 chuyển thành khoản 2",
        ),
        ("Điều 8, gộp hai khoản làm một khoản:", "Điều 8, gộp khoản 1 và khoản 2 thành khoản 1:"),
        (
            "Cụm từ “A” (khoản 2, Điều 12) và “B” (khoản 3, Điều 15) đều sửa thành “C”.",
            "Cụm từ “A” tại khoản 2, Điều 12 sửa thành “C”; cụm từ “B” tại khoản 3, Điều 15 sửa thành “C”.",
        ),
        (
            "Điều 2 được bổ sung một ý sau khoản 2.3: “2.3a. A”",
            "Bổ sung khoản 2.3a vào sau khoản 2.3 Điều 2: “2.3a. A”",
        ),
        (
            "Khoản 3 Điều 5 không giao Bí thư nữa, chuyển thành khoản 4",
            "Khoản 3 Điều 5 chuyển thành khoản 4",
        ),
        ("Bỏ khoản 4 Điều 3; các khoản sau giữ nguyên thứ tự.", "Bỏ khoản 4 Điều 3."),
        ("Điều 5: ý thứ tư bỏ do Văn phòng làm.", "Điều 5: ý thứ tư bỏ."),
        ("Điều 5: bỏ dòng 6 do chi bộ đã giải thể.", "Điều 5: bỏ dòng 6."),
        ("Bỏ khoản 6 do Văn phòng chủ trì.", "Bỏ khoản 6 do Văn phòng chủ trì."),
        ("Điều 12: không áp dụng, thực hiện theo Nội quy.", "Điều 12: không áp dụng."),
        ("Khoản 2 (do Quyết định số 48-QĐ/ĐU chuyển sang) bỏ", "Khoản 2 bỏ"),
        (
            "Sắp xếp lại thứ tự mục II: đồng chí Lê A từ số 2 thành số 3.",
            "Mục II: khoản 2 chuyển thành khoản 3.",
        ),
        ("Bổ sung vào cuối Điều 16 câu “A.”", "Cuối Điều 16 thêm câu: “A.”"),
        (
            "Sau dấu gạch thứ hai thêm dấu gạch mới “- A;”",
            "Sau gạch đầu dòng thứ hai thêm gạch đầu dòng: “- A;”",
        ),
        ("II.2.3: thay “A” bằng “B”", "Mục II, tiết 2.3: thay “A” bằng “B”"),
        ("Khoản 2/Điều 13: bỏ", "Khoản 2 Điều 13: bỏ"),
        ("Cũng Điều 2, khoản ba: bỏ", "Điều 2, khoản 3: bỏ"),
        ("Điều 2 (khoản hai) sửa thành:", "Điều 2, khoản 2 sửa thành:"),
        ("Bãi bỏ khoản hai Điều 6.", "Bãi bỏ khoản 2 Điều 6."),
        ("Bãi bỏ hai khoản của Điều 6.", "Bãi bỏ hai khoản của Điều 6."),
        ("Điều 5 (Họp) sửa thành:", "Điều 5 (Họp) sửa thành:"),
        ("Điều 14, hai khoản 1 và 2, bỏ", "Điều 14, các khoản 1 và 2, bỏ"),
        ("Mục III - điểm 3 - tiết 3.1: bỏ", "Mục III, điểm 3, tiết 3.1: bỏ"),
        ("Khoản 2 chức danh “A” đổi thành “B”", "Khoản 2 cụm từ “A” đổi thành “B”"),
        ("Thay số tiền “A” bằng số tiền “B”", "Thay cụm từ “A” bằng cụm từ “B”"),
        ("Khoản 2: “A” sửa “B”", "Khoản 2: “A” thành “B”"),
        ("Khoản 2: “A” nâng lên “B”", "Khoản 2: “A” thành “B”"),
        ("Khoản 2: “A” nay đọc là “B”", "Khoản 2: “A” thành “B”"),
        ("Khoản 2: bỏ “A”, thay “B” bằng “C”", "Khoản 2: bỏ “A”, thay “B” bằng “C”"),
        ("Cụm từ “A” sửa thành “B”", "Cụm từ “A” sửa thành “B”"),
        ("Bổ sung khoản 3 cho Điều 14:", "Bổ sung khoản 3 vào Điều 14:"),
        ("Hợp nhất khoản 1 và khoản 2", "Nhập khoản 1 và khoản 2"),
        ("Điều 15 đổi số thành Điều 14", "Điều 15 chuyển thành Điều 14"),
        ("Không áp dụng khoản 4 Điều 5.", "Không thực hiện khoản 4 Điều 5."),
        ("Câu 2 Điều 5 không còn phù hợp, lược bỏ", "Câu 2 Điều 5 lược bỏ"),
        ("Dòng số thứ tự 2: thay “A”", "Số thứ tự 2: thay “A”"),
        ("Gạch đầu dòng thứ 2: bỏ", "Gạch đầu dòng thứ 2: bỏ"),
        ("Cơ cấu Ban Chỉ đạo (Điều 4) điều chỉnh:", "Điều 4:"),
        ("Bảng mức chi tại khoản 2 Điều 10:", "Tại khoản 2 Điều 10:"),
        (
            "Sửa đổi khoản 2 và khoản 3 Điều 4: điểm b khoản 2 bỏ",
            "Điều 4: điểm b khoản 2 bỏ",
        ),
        ("Sửa đổi khoản 3 Điều 10: bỏ cụm từ “A”", "Khoản 3 Điều 10: bỏ cụm từ “A”"),
        (
            "Điều 6, đổi thứ tự: khoản 3 thành khoản 2, khoản 2 thành khoản 3",
            "Điều 6: khoản 3 chuyển thành khoản 2, khoản 2 chuyển thành khoản 3",
        ),
        ("Khoản 1, 2 nhập thành một khoản: “1. A”", "Khoản 1, 2 nhập thành khoản 1: “1. A”"),
        ("Cuối Điều thêm: “A”", "Bổ sung vào cuối Điều: “A”"),
        ("Khoản 1 (Điều 4): bỏ cụm từ “A”", "Khoản 1 (Điều 4): bỏ cụm từ “A”"),
        ("Đoạn thứ hai tại khoản 1 Điều 3: bỏ “A”", "Đoạn thứ hai tại khoản 1 Điều 3: bỏ “A”"),
        ("Thời hạn báo cáo tại khoản 1 Điều 11 lùi lại: “A”", "Khoản 1 Điều 11: “A”"),
        ("Bỏ khoản 2 – khoản 4 Điều 4", "Bỏ khoản 2 đến khoản 4 Điều 4"),
        ("Khoản 1: “A” thay “B”", "Khoản 1: “A” thay “B”"),
        ("Bỏ khoản mười một Điều 4", "Bỏ khoản mười một Điều 4"),
        ("Bỏ khoản hai và ba Điều 4", "Bỏ khoản 2 và 3 Điều 4"),
        ("Vào cuối khoản một gạch đầu dòng", "Vào cuối khoản một gạch đầu dòng"),
        ("Điều 4, tên điều: thay “A”", "Tên Điều 4 thay “A”"),
        ("Câu thứ hai khoản 2 và khoản 3: bỏ “A”", "Câu thứ hai khoản 2 và khoản 3: bỏ “A”"),
        ("Điểm 3 Phần II, mục a: bỏ “A”", "Điểm a khoản 3 Phần II: bỏ “A”"),
        ("Điểm 3, mục c, Phần II: bỏ “A”", "Điểm c khoản 3 Phần II: bỏ “A”"),
        ("Phần II, điểm 3, mục a: bỏ “A”", "Phần II, khoản 3, mục a: bỏ “A”"),
        ("Bỏ mục b điểm 5 Phần II", "Bỏ điểm b khoản 5 Phần II"),
        ("Khoản 2, câu thứ hai Điều 3: bỏ “A”", "Câu thứ hai Khoản 2 Điều 3: bỏ “A”"),
        ("Khoản 2, câu hai khoản 3 Điều 3: bỏ", "Khoản 2, câu hai khoản 3 Điều 3: bỏ"),
        (
            "Bổ sung vào Chương III các Điều 12a, 12b sau Điều 12 như sau:",
            "Bổ sung các Điều 12a, 12b vào Chương III, sau Điều 12 như sau:",
        ),
        (
            "Khoản 3 Điều 13 đánh số lại thành khoản 4 và sửa đổi như sau:",
            "Khoản 3 Điều 13 được chuyển thành khoản 4 và được sửa đổi, bổ sung như sau:",
        ),
        (
            "Chuyển Điều 13 thành Điều 14 và sửa đổi, bổ sung như sau:",
            "Chuyển Điều 13 thành Điều 14 và được sửa đổi, bổ sung như sau:",
        ),
        ("Bỏ câu thứ hai khoản 2, thay bằng câu: “A”", "Thay câu thứ hai khoản 2 bằng: “A”"),
        ("Khoản 2: câu hai bỏ, thay bằng câu: “A”", "Khoản 2: câu hai sửa thành: “A”"),
        ("Hoán đổi vị trí khoản 1 và khoản 2 Điều 3", "Hoán đổi khoản 1 và khoản 2 Điều 3"),
        ("Đổi chỗ khoản 1 và khoản 2 Điều 3 cho nhau.", "Hoán đổi khoản 1 và khoản 2 Điều 3."),
        (
            "Điều 3: đảo vị trí điểm a và điểm b cho nhau",
            "Điều 3: điểm a và điểm b đổi vị trí cho nhau",
        ),
        ("“A” tại khoản 2, Điều 5 nay bỏ.", "Cụm từ “A” tại khoản 2, Điều 5 được bỏ."),
        ("Khoản 2, Điều 5 nay bỏ.", "Khoản 2, Điều 5 bỏ."),
        ("Khoản 2 bỏ “A”, thay bằng “B”", "Khoản 2 bỏ “A”, thay bằng “B”"),
        ("Khoản 2 Điều 5: dòng gạch thứ hai bỏ.", "Khoản 2 Điều 5: gạch đầu dòng thứ hai bỏ."),
        ("Bỏ dấu gạch ngang ở Điều 5.", "Bỏ dấu gạch ngang ở Điều 5."),
        (
            "Phụ lục 2 ghi lại theo bản kèm theo Quyết định này.",
            "Thay thế Phụ lục 2 bằng Phụ lục 2 kèm theo Quyết định này.",
        ),
        (
            "Điểm d khoản 2 Điều 3 đưa xuống khoản 3, thành điểm d; nội dung không đổi.",
            "Điểm d khoản 2 Điều 3 chuyển thành điểm d khoản 3.",
        ),
        (
            "Khoản 4 chuyển sang Điều 7 với số là khoản 3.",
            "Khoản 4 chuyển sang Điều 7, thành khoản 3.",
        ),
        ("Khoản 2: 10 đồng → 20 đồng.", "Khoản 2: 10 đồng sửa thành 20 đồng."),
        ("Khoản 2: 10 đồng nâng lên 20 đồng.", "Khoản 2: 10 đồng sửa thành 20 đồng."),
        ("Khoản 2 Điều 7: “A” → “B”.", "Khoản 2 Điều 7: “A” thành “B”."),
        ("Điều 2, câu cuối → “A.”", "Điều 2, câu cuối sửa thành: “A.”"),
        ("Khoản 2 Điều 7 in là “A”, xin đọc là “B”.", "Khoản 2 Điều 7 “A” thành “B”."),
        ("Khoản 5 Điều 10 áp dụng nội dung mới: “A”", "Khoản 5 Điều 10 sửa thành : “A”"),
        ("Khoản 1 Điều 3 diễn đạt lại như sau: “A”", "Khoản 1 Điều 3 viết lại: “A”"),
        ("Nội dung thứ ba. Điều 3, khoản 1: bỏ “A”", "Điều 3, khoản 1: bỏ “A”"),
        ("Tiểu mục 3 mục II, ý b: bỏ “A”", "Khoản 3 mục II, điểm b: bỏ “A”"),
        ("Tiểu mục 3 mục VI Phụ lục I: bỏ “A”", "Tiểu mục 3 mục VI Phụ lục I: bỏ “A”"),
        ("Tiểu mục 3 Mục 2 Chương I", "Tiểu mục 3 Mục 2 Chương I"),
        ("Hủy bỏ khoản 4 (cả hai điểm).", "Hủy bỏ khoản 4."),
        (
            "Điều chỉnh thời gian tại Điều 8: khoản 1 “A” thành “B”",
            "Điều 8: khoản 1 “A” thành “B”",
        ),
        (
            "Thay “Cũng Điều 2 số “A” đổi số thành” bằng “B”",
            "Thay “Cũng Điều 2 số “A” đổi số thành” bằng “B”",
        ),
    ],
)
def test_what_means_no_more_is_said_plainly(said: str, plain: str) -> None:
    assert plain_words(said) == plain


@pytest.mark.parametrize("row", _TABLE, ids=lambda row: row.pattern.pattern[:40])
def test_hints_are_in_small_letters_and_each_row_has_one(row: Plainer) -> None:
    assert row.hints
    assert all(hint and hint == hint.lower() for hint in row.hints)
