"""The parser made from one table of commands; the one handler of errors; exit codes of
docs/command-line.md 2."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, NoReturn, Protocol, cast

from quyche_app.cli.words import refuse_unusable
from quyche_app.domain.errors import CancelledByUser, QuyCheError
from quyche_app.languages import LANGUAGES, NATIVE, tr, use_language

DONE, REFUSED, USAGE, NEEDS_A_PERSON, DEFECT, STOPPED = 0, 1, 2, 3, 70, 130


class Command(NamedTuple):
    """A command: its module under ``quyche_app.cli`` and what it does, for the help."""

    name: str
    module: str
    help: str


COMMANDS: tuple[Command, ...] = (
    Command("outline", "outline", "cấu trúc của một văn bản như chương trình đọc được"),
    Command("amendments", "amendments", "các nội dung sửa đổi của một văn bản sửa đổi"),
    Command("consolidate", "consolidate", "áp dụng văn bản sửa đổi, ghi bản hợp nhất"),
    Command("compare", "compare", "so sánh hai văn bản theo điều, khoản, điểm"),
    Command("redline", "redline", "bản Word có dấu sửa (nhận hoặc bỏ từng thay đổi)"),
    Command(
        "draft-decision",
        "draft_decision",
        "soạn quyết định sửa đổi từ bản cũ và bản mới, kèm áp dụng thử",
    ),
    Command("import", "import_file", "nhập văn bản vào kho"),
    Command("list", "list_documents", "các văn bản trong kho"),
    Command("show", "show", "lời văn của một văn bản vào một ngày"),
    Command("history", "history", "mọi lời văn của một điều khoản"),
    Command("search", "search", "tìm chữ trong mọi văn bản của kho"),
    Command("amend", "amend", "áp dụng và ghi một văn bản sửa đổi vào kho"),
    Command("undo-amend", "undo_amend", "hoàn tác một nội dung sửa đổi đã ghi"),
    Command("export", "export", "xuất tệp cho cơ quan"),
    Command("backup", "backup", "sao lưu cả kho vào một tệp"),
    Command("restore", "restore", "khôi phục kho từ một tệp sao lưu"),
    Command("verify", "verify", "tính lại mọi bản hợp nhất và đối chiếu với kho"),
    Command("demo", "demo", "việc chính trên văn bản mẫu, để lại các tệp"),
    Command("self-test", "self_test", "tự kiểm tra việc chính trên văn bản mẫu"),
)


class CommandModule(Protocol):
    """What every command module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of the command."""

    def run(self, args: argparse.Namespace) -> int:
        """Carry it out and give the exit code."""


class Window(Protocol):
    """The window, given by the entry point: the command line does not know the gui."""

    def open(self, workspace: str | None) -> int:
        """Open the window on a workspace and give the exit code."""


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Vietnamese."""

    def format_help(self) -> str:
        said = super().format_help()
        for english, vietnamese in (
            ("usage: ", tr("cách dùng: ")),
            ("positional arguments:", tr("tham số:")),
            ("options:", tr("lựa chọn:")),
        ):
            said = said.replace(english, vietnamese, 1)
        return said

    def error(self, message: str) -> NoReturn:
        known = {
            "the following arguments are required": tr("thiếu"),
            "unrecognized arguments": tr("không hiểu"),
            "invalid choice": tr("giá trị không có trong danh sách"),
            "expected one argument": tr("cần một giá trị"),
            "expected at least one argument": tr("cần ít nhất một giá trị"),
            "(choose from": tr("(chọn trong"),
            "argument ": tr("tham số "),
        }
        for english, vietnamese in known.items():
            message = message.replace(english, vietnamese)
        self.exit(
            USAGE,
            tr(
                "quyche: sai cách dùng: {message}\nXem: {program} --help\n",
                message=message,
                program=self.prog,
            ),
        )


def build_parser(wanted: str | None, *, leads: bool = False) -> argparse.ArgumentParser:
    """Give the parser; only the module of the wanted command is loaded.

    Args:
        leads: the line begins with the wanted command, so that no other can be asked for or listed.
    """
    parser = _Parser(
        prog="quyche",
        add_help=False,
        description=tr(
            "Quy Chế: soạn thảo, sửa đổi và hợp nhất quy chế làm việc. "
            "Không có lệnh: mở cửa sổ chương trình."
        ),
    )
    parser.add_argument("-h", "--help", action="help", help=tr("trợ giúp này"))
    parser.add_argument("-V", "--version", action="store_true", help=tr("số phiên bản"))
    parser.add_argument(
        "--workspace", default=None, help=tr("kho văn bản: thư mục hoặc postgresql://…")
    )
    parser.add_argument("--screenshot", metavar=tr("MÀN_HÌNH"), help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar=tr("LỆNH"), title=tr("các lệnh"))
    for command in COMMANDS:
        if leads and command.name != wanted:
            continue
        sub = commands.add_parser(
            command.name, help=tr(command.help), description=tr(command.help), add_help=False
        )
        if command.name == wanted:
            _add_common(sub)
            load(command).add_arguments(sub)
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help=tr("trợ giúp này"))
    parser.add_argument("--json", action="store_true", help=tr("kết quả cho máy đọc"))
    parser.add_argument(
        "--workspace",
        default=argparse.SUPPRESS,
        help=tr("kho văn bản: thư mục hoặc postgresql://…"),
    )
    parser.add_argument(
        "--lang",
        choices=[key for key, _ in LANGUAGES],
        default=NATIVE,
        help=tr("ngôn ngữ thông báo"),
    )


def load(command: Command) -> CommandModule:
    """Load the module of a command."""
    return cast(CommandModule, import_module(f"quyche_app.cli.{command.module}"))


def run(arguments: Sequence[str], window: Window) -> int:
    """Carry out a command line and give the exit code (docs/command-line.md 2)."""
    _speak_utf8()
    use_language(_language(arguments))
    if "--screenshot" in arguments:
        return _guarded(_screenshot, arguments)
    names = {command.name: command for command in COMMANDS}
    wanted = next((word for word in arguments if word in names), None)
    parser = build_parser(wanted, leads=wanted is not None and arguments[0] == wanted)
    try:
        args = parser.parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    if args.version:
        from quyche_app import __version__

        print(f"quyche {__version__}")
        return DONE
    if args.command is None:
        return _guarded(lambda _: window.open(args.workspace), arguments)
    module = load(names[args.command])

    def carried_out(_: Sequence[str]) -> int:
        refuse_unusable(args)
        args.window = window
        return module.run(args)

    return _guarded(carried_out, arguments)


def _language(arguments: Sequence[str]) -> str:
    """The language asked for: help and errors of the parser speak it too, so it is read first."""
    for at, word in enumerate(arguments):
        if word == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return NATIVE


def _screenshot(arguments: Sequence[str]) -> int:
    from quyche_app.cli import screenshot

    parser = _Parser(prog="quyche --screenshot", add_help=False)
    parser.add_argument("--workspace", default=None)
    screenshot.add_arguments(parser)
    try:
        args = parser.parse_args([word for word in arguments if word != "--screenshot"])
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return screenshot.run(args)


class _Work(Protocol):
    def __call__(self, arguments: Sequence[str], /) -> int: ...


def _guarded(work: _Work, arguments: Sequence[str]) -> int:
    """The one place where errors become sentences and exit codes."""
    code = DONE
    try:
        code = work(arguments)
        sys.stdout.flush()
        return code
    except CancelledByUser as stopped:
        print(tr(stopped.message), file=sys.stderr)
        return STOPPED
    except QuyCheError as refused:
        print(tr(refused.message), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print(tr("Đã dừng. Không có gì thay đổi."), file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # The reader of our output ("| head") had enough: commands speak after their work is done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code
    except Exception as defect:  # the door: everything else is a defect with a report
        from quyche_app.cli.defects import report_defect

        report = report_defect(defect, arguments)
        print(
            tr(
                "Chương trình gặp một lỗi của chính nó. Dữ liệu không bị thay đổi. Báo cáo lỗi: {report}",
                report=str(report),
            ),
            file=sys.stderr,
        )
        return DEFECT


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # "replace": a file name may hold bytes that cannot be printed
            reconfigure(encoding="utf-8", errors="replace")
