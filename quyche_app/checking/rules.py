"""The table of checks. Sources: docs/field.md 6.2 and 7."""

from __future__ import annotations

from quyche_app.checking.findings import Rule, Severity

_MUST, _SHOULD, _HINT = Severity.MUST, Severity.SHOULD, Severity.HINT

RULES: dict[str, Rule] = {
    rule.key: rule
    for rule in (
        Rule(
            "reference",
            "Dẫn chiếu",
            _MUST,
            "Điều, khoản, điểm được dẫn phải có trong văn bản (NĐ 30/2020, phụ lục I, mục II.6).",
        ),
        Rule(
            "labels",
            "Số điều, khoản, điểm",
            _MUST,
            "Mỗi điều, khoản, điểm có một số, theo thứ tự, không trùng (NĐ 30/2020, phụ lục I, mục II.5).",
        ),
        Rule(
            "empty",
            "Điều, khoản không có lời văn",
            _MUST,
            "Điều, khoản, điểm không có lời văn thì không ban hành được.",
        ),
        Rule(
            "heading",
            "Tên chương, mục",
            _MUST,
            "Chương, mục có số và tên (NĐ 30/2020, phụ lục I, mục II.5).",
        ),
        Rule(
            "figures",
            "Số viết bằng chữ",
            _MUST,
            "Số và chữ trong ngoặc phải là một; lệch nhau thì không biết theo số nào.",
        ),
        Rule("pairs", "Ngoặc, dấu nháy", _MUST, "Ngoặc và dấu nháy phải đi thành đôi."),
        Rule(
            "capitals",
            "Viết hoa khi dẫn điều, khoản",
            _SHOULD,
            "Phần, Chương, Mục, Tiểu mục, Điều viết hoa; khoản, điểm viết thường "
            "(NĐ 30/2020, phụ lục II, mục V.7).",
        ),
        Rule(
            "dates",
            "Cách ghi ngày",
            _SHOULD,
            "Ngày dưới 10 và tháng 1, 2 có số 0 ở trước (NĐ 30/2020, phụ lục I, mục II.4; "
            "HD 05-HD/VPTW, I.4.2.2).",
        ),
        Rule(
            "lists",
            "Dấu cuối các điểm",
            _SHOULD,
            "Các điểm kết thúc bằng dấu chấm phẩy, điểm cuối bằng dấu chấm.",
        ),
        Rule("lone", "Liệt kê chỉ một điểm", _SHOULD, "Một điểm đứng một mình thì không cần số."),
        Rule(
            "syllables",
            "Chính tả",
            _SHOULD,
            "Âm tiết này không có trong tiếng Việt: có thể gõ nhầm.",
        ),
        Rule(
            "spelling",
            "i và y",
            _SHOULD,
            "Cách viết quen dùng trong văn bản: kỷ luật, kỹ thuật, công ty.",
        ),
        Rule("doubled", "Chữ lặp", _SHOULD, "Một chữ được gõ hai lần."),
        Rule(
            "spaces",
            "Dấu cách",
            _SHOULD,
            "Dấu câu liền chữ trước, cách chữ sau (NĐ 30/2020, phụ lục I, mục I).",
        ),
        Rule(
            "tones",
            "Vị trí dấu thanh",
            _SHOULD,
            "“hoà, uỷ” và “hòa, ủy” đều dùng được; trong một văn bản chỉ dùng một cách.",
        ),
        Rule(
            "old_names",
            "Tên cơ quan đã đổi",
            _SHOULD,
            "Cơ quan này đã sắp xếp lại; xem lại tên, không tự sửa.",
        ),
        Rule(
            "abbreviations",
            "Chữ viết tắt",
            _SHOULD,
            "Lần đầu viết đủ, chữ tắt trong ngoặc; sau đó mới dùng chữ tắt (HD 05-HD/VPTW, I.6.1.3).",
        ),
        Rule("month", "Ngày không có tháng", _SHOULD, "“Trước ngày 30” phải rõ của tháng nào."),
        Rule("zeros", "Số dưới 10", _HINT, "Số ngày, số người dưới 10 thường ghi 05 (năm) ngày."),
        Rule(
            "vague",
            "Chữ chưa rõ",
            _HINT,
            "Chữ này mỗi người hiểu một cách; nếu được, ghi rõ ai làm, khi nào.",
        ),
        Rule(
            "working_days",
            "Ngày hay ngày làm việc",
            _HINT,
            "Thời hạn tính bằng ngày gồm cả ngày nghỉ; nếu ý là ngày làm việc thì ghi rõ.",
        ),
    )
}
