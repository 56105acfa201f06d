"""Where something new goes."""

from __future__ import annotations

from quyche_app.language.paraphrases.fragments import UNIT, plainer

TABLE = plainer(
    # "thêm một khoản vào giữa khoản 1 và khoản 2 (khoản 1a)": its number stands behind.
    (
        "giữa ",
        r"\b(?:bổ sung|thêm)(?:\s+thêm)?\s+(?:một|1|01)\s+(?P<kind>khoản|điểm"
        r"|điều)(?:\s+mới)?\s+(?P<where>(?:vào\s+|đặt\s+)*"
        r"giữa\s[^“”«»\":;()]{5,50}?)\s+\((?:là\s+)?(?P<new>(?P=kind)\s+[\w.]{1,4})\)",
        r"bổ sung \g<new> \g<where>",
    ),
    # "Thêm vào cuối khoản câu sau: “…”", where the place stands above.
    (
        "vào cuối",
        r"^(?:thêm|bổ sung) vào cuối (?:khoản|điểm|điều)(?: này| ấy"
        r"| đó)?(?: một)? câu(?: sau)?\s*:\s*(?=[“«\"])",
        "Bổ sung câu cuối: ",
    ),
    ("đưa thêm", r"\bđưa thêm\b", "bổ sung"),
    # "Ban hành điểm d khoản 5.6 Điều 5 … như sau:": it is new.
    (
        "ban hành ",
        r"^ban hành\s+(?=(?:điểm|khoản|điều)\s+[\da-zđ][^“”:;]{0,120}\bnhư sau\s*:)",
        "Bổ sung ",
    ),
    # "Điều 2 được bổ sung thêm một ý sau khoản 2.3: “2.3a. …”"
    (
        "sau ",
        r"^(?P<top>Điều \w+)\s+(?:được\s+)?(?:bổ sung|thêm)(?:\s+thêm)?\s+(?:một|1|01)\s+(?:ý"
        r"|nội dung)(?:\s+mới)?\s+"
        r"(?:vào\s+)?sau\s+(?P<kind>khoản"
        r"|điểm)\s+(?P<ref>[\w.]+)\s*:\s*(?=[“«\"](?P<label>\d[\d.]*[a-zđ]?|[a-zđ]\d?)[.)]\s)",
        r"Bổ sung \g<kind> \g<label> vào sau \g<kind> \g<ref> \g<top>: ",
    ),
    (
        "dấu gạch|gạch mới",
        r"\b(?:thêm|bổ sung)\s+(?:(?:một|1|01)\s+)?(?:dấu\s+)?gạch(?:\s+mới)?\s*:?\s*(?=[“«\"])",
        "thêm gạch đầu dòng: ",
    ),
    (
        "vào cuối",
        r"\b(?P<verb>thêm|bổ sung)\s+vào cuối\s+(?P<unit>điều|khoản|điểm)\s+(?:một|1|01)\s+"
        r"(?:đoạn|câu|gạch đầu dòng)(?:\s+sau)?\s*:",
        r"\g<verb> đoạn sau vào cuối:",
    ),
    # Where something new goes.
    (
        "vào cuối",
        rf"^(?:bổ sung|thêm)(?:\s+thêm)?\s+vào cuối\s+(?P<place>{UNIT}\s[^“”«»\":;]{{1,40}}?)\s+(?:"
        rf"(?:một|1|01)\s+)?câu"
        r"(?:\s+sau)?\s*:?\s*(?=[“«\"])",
        r"Cuối \g<place> thêm câu: ",
    ),
    (
        "cuối ",
        r"\bcuối\s+(?P<level>điều|khoản|điểm)(?:\s+này)?\s+(?:thêm|bổ sung)(?:\s+thêm)?"
        r"(?:\s+(?:câu|ý))?(?:\s+sau)?\s*:",
        r"bổ sung vào cuối \g<level>:",
    ),
    (
        "gạch đầu dòng",
        r"\b(?P<verb>thêm|bổ sung)(?:\s+thêm)?\s+(?:(?:một|1|01)\s+)?"
        r"gạch đầu dòng(?:\s+mới)?\s+(?:vào|ở)\s+cuối\b",
        r"\g<verb> đoạn sau vào cuối",
    ),
    (
        "gạch đầu dòng",
        r"\b(?P<verb>thêm|bổ sung)(?:\s+thêm)?\s+(?:vào\s+)?sau\s+(?P<place>gạch đầu dòng[^:“”]{3,60}?)\s+"
        r"(?:(?:một|1|01)\s+)?gạch đầu dòng(?:\s+(?:mới|sau|như sau))*\s*:",
        r"sau \g<place> \g<verb>:",
    ),
    (
        "đoạn ",
        r"\b(?P<verb>thêm|bổ sung)(?:\s+thêm)?\s+đoạn\s+(?:thứ\s+)?(?:hai|ba|tư|năm|\d)"
        r"(?:\s+(?:như\s+)?sau)?\s*:",
        r"\g<verb> đoạn sau vào cuối:",
    ),
    (
        "vào ",
        r"^(?P<verb>bổ sung|thêm)\s+vào\s+(?P<group>(?:Chương|Mục|Phần)\s+[IVXLC\d]+)\s*,?\s+"
        r"(?P<units>(?:các\s+)?(?:Điều|khoản)\s[^“”«»\":;]{1,40}?),?\s+(?=(?:vào\s+)?sau\s+(?:Điều|khoản)\s)",
        r"\g<verb> \g<units> vào \g<group>, ",
    ),
)
