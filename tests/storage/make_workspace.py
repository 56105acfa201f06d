"""Make a workspace file of the present schema, to be opened by every later version of the program.

    python -m tests.storage.make_workspace

Run it in the change that brings a new schema; the file goes to
``tests/cases/workspaces/<version of the program>/schema-<revision>.tar.xz`` and is never made again once
that version is released. It holds what a workspace holds: texts brought in, amended and taken back on the
command line, a draft with recorded and with journalled edits, a remark, a choice. The texts are the
built-in sample and what stands below, made up.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from quyche_app import __version__
from quyche_app.domain.identities import uuid7
from quyche_app.domain.units import Paragraph, Unit, walk
from quyche_app.drafting.edits import Step, own_words
from quyche_app.drafting.policy import Numbering, PolicyChange
from quyche_app.drafting.structure import Structure
from quyche_app.services.drafts import begin_draft
from quyche_app.services.editing import FOLDER, Editing, open_editing
from quyche_app.services.library import find_document
from quyche_app.services.remarks import add_remark, choose
from quyche_app.services.workspace import Workspace, open_workspace
from quyche_app.storage.engine import DATABASE_NAME
from quyche_app.storage.tables import SCHEMA_VERSION
from tests.reading.packages import cell, docx, p, row, table

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
PLACE = ROOT / "tests" / "cases" / "workspaces"

REGULATION = """\
HỘI ĐỒNG THƯ VIỆN CÙ LAO | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 07/QC-HĐTV | Cù Lao, ngày 10 tháng 01 năm 2016
QUY CHẾ
làm việc của Hội đồng Thư viện Cù Lao
-----
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Quy chế này quy định cách làm việc của Hội đồng.
2. Quy chế này áp dụng với mọi thành viên của Hội đồng.
Điều 2. Nguyên tắc
1. Mỗi việc giao một người chủ trì.
2. Việc gấp được báo cáo trong ngày bằng bản giấy.
3. Việc thường được báo cáo trong tuần bằng bản giấy.
Chương II
LÀM VIỆC
Điều 3. Phiên họp
1. Hội đồng họp sáu tháng một lần.
2. Tài liệu họp gồm:
a) Tờ trình;
b) Danh mục sách mua mới.
Tài liệu được gửi trước 05 ngày.
Điều 4. Lưu hồ sơ
1. Hồ sơ giấy được nộp vào lưu trữ.
2. Người lập hồ sơ chịu trách nhiệm về hồ sơ.
"""

_HEAD = (
    "HỘI ĐỒNG THƯ VIỆN CÙ LAO | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 21/QĐ-HĐTV | Cù Lao, ngày 05 tháng 7 năm 2018",
    "QUYẾT ĐỊNH",
    "sửa đổi, bổ sung Quy chế làm việc của Hội đồng Thư viện Cù Lao",
    "-----",
    "HỘI ĐỒNG THƯ VIỆN CÙ LAO QUYẾT ĐỊNH:",
    "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế làm việc của Hội đồng Thư viện Cù Lao như sau:",
)
# A decision as an office file: bold words, a table and a picture stand in its quotations.
OFFICE_ACT = "".join(
    (
        *map(p, _HEAD),
        p("1. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:"),
        p("“1. Hội đồng họp ba tháng một lần, theo lịch sau đây:"),
        table(
            row(cell(p("Quý", run="<w:b/>")), cell(p("Tháng họp", head='<w:jc w:val="center"/>'))),
            row(cell(p("I")), cell(p("3"))),
        ),
        p("”."),
        p("2. Bổ sung khoản 3 vào sau khoản 2 Điều 4 như sau:"),
        p("“3. Hồ sơ điện tử mang dấu sau đây:"),
        '<w:p><w:r><w:drawing><a:blip r:embed="r_image"/></w:drawing></w:r></w:p>',
        p("Dấu này không in ra giấy.", run="<w:i/>"),
        p("Dấu do Hội đồng quản lý.”."),
        p("3. Bãi bỏ khoản 2 Điều 1."),
        p("4. Tách khoản 2 Điều 4 thành khoản 2 và khoản 2a như sau:"),
        p("“2. Người lập hồ sơ chịu trách nhiệm về hồ sơ."),
        p("2a. Người giữ hồ sơ chịu trách nhiệm về nơi để hồ sơ.”."),
        p("5. Sửa đổi, bổ sung khoản 9 Điều 1 như sau:"),
        p("“9. Khoản này không có trong quy chế.”."),
        p("6. Bổ sung khoản 3 vào Điều 3 như sau:"),
        p("“Hội đồng họp bất thường khi cần.”."),
        p(
            "Điều 2. Quyết định này có hiệu lực từ ngày 16 tháng 7 năm 2018; riêng khoản 3 Điều 1 có hiệu "
            "lực từ ngày 01 tháng 01 năm 2019."
        ),
        p(
            "Điều 3. Hồ sơ lập trước ngày Quyết định này có hiệu lực thì tiếp tục thực hiện theo quy định "
            "cũ."
        ),
    )
)
PICTURE = b"\x89PNG\r\n\x1a\n"  # the beginning of one is enough: it is kept, never drawn
# Words replaced and put in, with what is left out; new words without quotation marks, which are doubted; a
# line that is not understood.
PLAIN_ACT = "\n".join(
    (
        *(line.replace("21/QĐ", "33/QĐ").replace("7 năm 2018", "02 năm 2020") for line in _HEAD),
        "1. Thay thế cụm từ “bằng bản giấy” bằng cụm từ “trên mạng” tại Điều 2, trừ cụm từ “bằng bản giấy” "
        "tại khoản 3 Điều 2.",
        "2. Bổ sung cụm từ “và ký tên” vào sau cụm từ “được nộp vào lưu trữ” tại khoản 1 Điều 4.",
        "3. Bổ sung Điều 3a vào sau Điều 3 như sau:",
        "“Điều 3a. Họp trực tuyến",
        "1. Hội đồng có thể họp trực tuyến.",
        "2. Người họp trực tuyến gửi ý kiến bằng thư.”.",
        "4. Chuyển khoản 3 Điều 2 thành khoản 3 Điều 1.",
        "5. Những chỗ khác thì sửa cho khớp với nội dung nêu trên.",
        "6. Khoản 1 Điều 2 được sửa đổi như sau:",
        "1. Mỗi việc giao một người chủ trì và một người phối hợp.",
        "Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2020.",
        "",
    )
)


def main() -> None:
    """Make the file of the schema as it is."""
    os.environ["LOGNAME"] = "Người ghi kho"  # recordings carry a name; no name of a machine
    target = PLACE / __version__ / f"schema-{SCHEMA_VERSION}.tar.xz"
    if target.exists():
        sys.exit(f"{target} is there already; a workspace of a schema is made once")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _command_line(folder)
        with closing(open_workspace(folder / "kho")) as workspace:
            _draft(workspace)
        target.parent.mkdir(parents=True, exist_ok=True)
        _pack(folder / "kho", target)
    print(f"{target}: {target.stat().st_size} bytes")


def _command_line(folder: Path) -> None:
    regulation, plain, office = (
        folder / n for n in ("quy-che-07.txt", "sua-doi-33.txt", "sua-doi-21.docx")
    )
    regulation.write_text(REGULATION, encoding="utf-8")
    plain.write_text(PLAIN_ACT, encoding="utf-8")
    office.write_bytes(docx(OFFICE_ACT, image=PICTURE))
    for words in (
        ("import", SAMPLE / "quy-che.docx"),
        ("amend", "05-QĐ/TU", SAMPLE / "quyet-dinh-3868.docx"),
        ("import", regulation),
        ("amend", "07/QC-HĐTV", office),
        ("amend", "07/QC-HĐTV", plain),
        ("undo-amend", "05-QĐ/TU", "1"),
        ("export", "07/QC-HĐTV", "-o", folder / "hop-nhat.txt", "--as-at", "2020-03-01"),
    ):
        command = [sys.executable, "-m", "quyche_app", "--workspace", str(folder / "kho")]
        done = subprocess.run([*command, *map(str, words)], check=False)
        if done.returncode not in (0, 3):  # 3: something that a person should look at
            sys.exit(done.returncode)


def _draft(workspace: Workspace) -> None:
    """A draft with edits that are recorded, and with edits that a stopped program left in its journal."""
    regulation = find_document(workspace, "07/QC-HĐTV").id
    draft = begin_draft(workspace, regulation, as_at="issued").id
    editing = open_editing(workspace, draft)
    _type(editing, "Mỗi việc giao một người chủ trì", "Mỗi việc giao một người chủ trì và ghi sổ")
    clause = _clause(editing, "Mỗi việc")
    _do(editing, _structure(editing).insert_after(clause.id))
    editing.save("Mốc của bản mẫu")
    add_remark(workspace, draft, clause.id, "Hỏi lại văn thư.", quoted="ghi sổ")
    choose(workspace, draft, {"archived": "1"})
    _type(editing, "Hồ sơ giấy", "Hồ sơ giấy và hồ sơ điện tử")
    main = editing.draft.act.main
    title = replace(main, units=(), front=(*main.front, Paragraph("(Dự thảo để thử)")))
    editing.draft.type_frame(title)
    _do(
        editing,
        _structure(editing).remove(_clause(editing, "Người lập hồ sơ").id),
        PolicyChange(Numbering.RECOUNT, Numbering.FROZEN),
    )
    editing.leave_as_it_is()


def _do(editing: Editing, step: Step | None, policy: PolicyChange | None = None) -> None:
    assert step is not None
    editing.draft.do(replace(step, policy=policy))


def _structure(editing: Editing) -> Structure:
    return Structure(editing.draft.act, Numbering.RECOUNT, uuid7)


def _clause(editing: Editing, words: str) -> Unit:
    units = walk(editing.draft.act.main.units)
    return next(unit for unit in units if _first_words(unit).startswith(words))


def _first_words(unit: Unit) -> str:
    first = unit.lead[0] if unit.lead else None
    return first.text if isinstance(first, Paragraph) else ""


def _type(editing: Editing, old: str, new: str) -> None:
    now = own_words(_clause(editing, old))
    typed = _first_words(now).replace(old, new)
    editing.draft.type_words(replace(now, lead=(Paragraph(typed), *now.lead[1:])))


def _pack(place: Path, target: Path) -> None:
    with tarfile.open(target, "w:xz") as archive:
        for file in (place / DATABASE_NAME, *sorted((place / FOLDER).glob("*.jsonl"))):
            entry = archive.gettarinfo(file, file.relative_to(place).as_posix())
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = ""
            with file.open("rb") as data:
                archive.addfile(entry, data)


if __name__ == "__main__":
    main()
