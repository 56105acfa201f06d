"""How large a file may be, and the sentence for each kind of file that is not read (docs/libraries.md 6)."""

from __future__ import annotations

from quyche_app.domain.errors import ReadingError
from quyche_app.domain.messages import message

MEGABYTE = 1024 * 1024
MAX_FILE_BYTES = 200 * MEGABYTE
MAX_MEMBERS = 5_000
MAX_UNPACKED_BYTES = 500 * MEGABYTE
MAX_RATIO = 200  # unpacked to packed, of one member
RATIO_COUNTS_FROM_BYTES = 8 * MEGABYTE  # a small member harms nobody, however well it was packed
# A text file; the largest law has 1 MB.
MAX_TEXT_BYTES = 16 * MEGABYTE
MAX_TEXT_LINES = 400_000
# Of all XML parts that are parsed: the trees take several times as much memory, and an element some
# ten microseconds. The largest act seen has 60,000 elements.
MAX_XML_BYTES = 32 * MEGABYTE
MAX_ELEMENTS = 400_000

REFUSALS = {
    "QC-R001": "Tệp {name} rỗng (0 byte); hãy chọn lại tệp có nội dung.",
    "QC-R002": "Tệp {name} lớn hơn 200 MB; hãy tách nhỏ hoặc bỏ bớt hình rồi nhập lại.",
    "QC-R003": "Tệp {name} là Word đời cũ (.doc); hãy mở bằng Word, lưu thành .docx rồi nhập lại.",
    "QC-R004": "Tệp {name} là RTF; hãy mở bằng Word, lưu thành .docx rồi nhập lại.",
    "QC-R005": "Tệp {name} là OpenDocument (.odt, .ods …); hãy lưu thành .docx rồi nhập lại.",
    "QC-R006": "Tệp {name} là PDF; hãy nhập bản .docx hoặc .txt của văn bản.",
    "QC-R007": "Tệp {name} là hình ảnh; hãy nhập bản .docx hoặc .txt của văn bản.",
    "QC-R008": "Tệp {name} là bảng tính hoặc trình chiếu, không phải văn bản Word (.docx).",
    "QC-R009": "Tệp {name} không phải tệp .docx hay tệp chữ .txt mà chương trình đọc được.",
    "QC-R010": "Tệp {name} là tệp có mật khẩu. Mở bằng Word, bỏ mật khẩu rồi nhập lại.",
    "QC-R011": "Tệp {name} bị hỏng hoặc chép thiếu; hãy lấy lại tệp gốc rồi nhập lại.",
    "QC-R012": "Tệp {name} bung ra quá lớn so với dung lượng thật nên không được mở.",
    "QC-R013": "Tệp {name} chứa tên thành phần không an toàn nên không được mở.",
    "QC-R014": "Tệp {name} thiếu phần nội dung của văn bản Word; hãy mở bằng Word và lưu lại.",
    "QC-R015": "Tệp {name} chứa khai báo DOCTYPE không được phép nên không được mở.",
    "QC-R016": "Tệp {name} có nội dung XML bị hỏng; hãy mở bằng Word và lưu lại rồi nhập lại.",
    "QC-R017": "Tệp {name} có cấu trúc lồng quá sâu hoặc quá nhiều phần tử nên không được mở.",
    "QC-R018": "Tệp {name} không đúng bảng mã; hãy lưu lại với bảng mã UTF-8 rồi nhập lại.",
    "QC-R019": "Tệp {name} là trang web hoặc XML; hãy mở bằng Word, lưu thành .docx rồi nhập lại.",
    "QC-R020": "Tệp {name} là tệp nén; hãy giải nén rồi chọn tệp văn bản bên trong.",
    "QC-R021": "Tệp chữ {name} lớn hơn 16 MB hoặc có hơn 400.000 dòng; hãy tách nhỏ rồi nhập lại.",
}


def refusal(code: str, name: str, detail: str = "") -> ReadingError:
    """Give the error of a code for a file; ``detail`` is for the report only."""
    return ReadingError(message(code, REFUSALS[code], name=name), place=name, detail=detail)
