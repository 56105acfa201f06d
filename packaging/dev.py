#!/usr/bin/env python3
"""Set up the project and do its chores; needs nothing but Python 3.11 or newer.

    python3 packaging/dev.py demo [--no-window] [--out FOLDER]   the main job on the sample
    python3 packaging/dev.py run [arguments of quyche]           the program
    python3 packaging/dev.py test [arguments of pytest]          every check and the whole suite
    python3 packaging/dev.py bench [words]                       the benchmarks
    python3 packaging/dev.py accuracy                            the page docs/accuracy.md
    python3 packaging/dev.py mutants [words]                     faults put in, to be noticed by the suite
    python3 packaging/dev.py sentences                           the catalogues of translations
    python3 packaging/dev.py lock                                make the lock files anew

The first call makes .venv from a lock file with hashes; later calls start at once. On Linux it looks
for the system libraries of Qt by trying to load them (docs/libraries.md 2.2).
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
IS_WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if IS_WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if IS_WINDOWS else "python")
STAMP = VENV / "quyche-setup.json"
# Each kind of environment holds those before it.
LOCKS = {kind: ROOT / "packaging" / f"{kind}.lock" for kind in ("run", "dev", "mutants")}

# Pure Python that its makers give as source alone: cosmic-ray's writer of HTML.
FROM_SOURCE = {"mutants": ("yattag",)}

# library -> Debian package; the second table is needed for a real window only.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# A serif and a sans face that hold every Vietnamese letter.
FONT_FILES = ("NotoSerif-Regular.*", "NotoSans-Regular.*")
FONT_PACKAGE = "fonts-noto-core"


class SetupError(Exception):
    """Something a person must do first; the text says what."""


def say(text: str) -> None:
    """Tell the person something."""
    print(text, file=sys.stderr, flush=True)


def run(
    command: Sequence[str | Path],
    folder: Path | None = ROOT,
    output: IO[bytes] | None = None,
    **environment: str,
) -> int:
    """Run a command, in the project's folder unless said, and give its exit code; what it prints
    goes to the terminal, or into a file."""
    words = [str(word) for word in command]
    variables = {**os.environ, **environment}
    errors = None if output is None else subprocess.STDOUT
    return subprocess.run(
        words, cwd=folder, env=variables, stdout=output, stderr=errors, check=False
    ).returncode


def works_quietly(command: Sequence[str | Path], **environment: str) -> bool:
    """Run a command without showing what it prints; say whether it went well."""
    words = [str(word) for word in command]
    variables = {**os.environ, **environment}
    return subprocess.run(words, capture_output=True, env=variables, check=False).returncode == 0


# -- the machine -------------------------------------------------------------------------------


def can_load(library: str) -> bool:
    """Say whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts() -> bool:
    """Say whether the fallback faces are installed somewhere."""
    folders = [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path.home() / ".fonts",
        Path.home() / ".local/share/fonts",
    ]
    return all(
        any(next(folder.rglob(name), None) for folder in folders if folder.is_dir())
        for name in FONT_FILES
    )


def missing_packages() -> list[str]:
    """Give the Debian packages that this machine lacks; nothing on Windows and macOS."""
    if not sys.platform.startswith("linux"):
        return []
    libraries = {**LIBRARIES, **WINDOW_LIBRARIES}
    missing = [package for library, package in libraries.items() if not can_load(library)]
    if not has_fonts():
        missing.append(FONT_PACKAGE)
    return missing


def install_command(packages: Sequence[str]) -> list[str] | None:
    """Give the command that installs Debian packages without asking, or None when we may not."""
    if shutil.which("apt-get") is None:
        return None
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() == 0:
        return line
    if shutil.which("sudo") and works_quietly(["sudo", "-n", "true"]):
        return ["sudo", "-n", *line]
    return None


def add_packages(packages: Sequence[str]) -> bool:
    """Install Debian packages where we may; say whether that was done."""
    command = install_command(packages)
    if command is None:
        return False
    say(f"Cài gói hệ thống còn thiếu: {' '.join(packages)}")
    quiet = "DEBIAN_FRONTEND=noninteractive"
    sudo, line = command[: command.index("apt-get")], command[command.index("apt-get") :]
    works_quietly([*sudo, "env", quiet, "apt-get", "update"])
    return works_quietly([*sudo, "env", quiet, *line])


def prepare_system() -> None:
    """Add what Qt needs from the system, or say the one line that does."""
    packages = missing_packages()
    if packages and not add_packages(packages):
        names = " ".join(packages)
        say(
            "Máy còn thiếu thư viện hoặc phông chữ để mở cửa sổ. Hãy chạy một lần dòng sau:\n"
            f"    sudo apt-get install -y --no-install-recommends {names}\n"
            "(Máy không dùng Debian hoặc Ubuntu: hãy cài các gói tương ứng.)"
        )


# -- the environment ---------------------------------------------------------------------------


def lock_hash(kind: str) -> str:
    """Give the hash of a lock file as it is now."""
    return hashlib.sha256(LOCKS[kind].read_bytes()).hexdigest()


def wanted_stamp(kind: str) -> dict[str, str]:
    """Give what the stamp says after a set-up of a kind; the larger lock holds the smaller one."""
    kinds = list(LOCKS)
    held = kinds[: kinds.index(kind) + 1]
    return {"root": str(ROOT), **{each: lock_hash(each) for each in held}}


def is_ready(kind: str) -> bool:
    """Say whether the environment was made from the present lock."""
    if not PYTHON.exists() or not STAMP.exists():
        return False
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except ValueError:
        return False
    return all(found.get(name) == value for name, value in wanted_stamp(kind).items())


def make_environment(uv: str | None) -> None:
    """Make .venv anew when it is not there or its Python no longer runs."""
    if PYTHON.exists() and works_quietly(
        [PYTHON, "-c", "import sys; assert sys.version_info >= (3, 11)"]
    ):
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    say(f"Tạo môi trường Python tại {VENV}")
    if uv and run([uv, "venv", "--quiet", "--python", sys.executable, VENV]) == 0:
        return
    if not works_quietly([sys.executable, "-c", "import ensurepip"]):
        # Debian keeps that module in a package of its own.
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not add_packages([package]):
            raise SetupError(
                "Python của máy chưa tạo được môi trường riêng. Hãy chạy một lần:\n"
                f"    sudo apt-get install -y {package}"
            )
    if run([sys.executable, "-m", "venv", VENV]) != 0:
        raise SetupError(f"Không tạo được môi trường Python tại {VENV}.")


def install_lock(kind: str, uv: str | None) -> None:
    """Install a lock with its hashes: by uv where it works, else by pip."""
    say(f"Cài các thư viện theo {LOCKS[kind].name} (lần đầu mất một hai phút)")
    lock: list[str | Path] = ["--require-hashes", "-r", LOCKS[kind]]
    if uv and run([uv, "pip", "install", "--quiet", "--python", PYTHON, *lock]) == 0:
        return
    if not works_quietly([PYTHON, "-m", "pip", "--version"]):
        run([PYTHON, "-m", "ensurepip"])
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--only-binary=:all:",
        *(f"--no-binary={name}" for name in FROM_SOURCE.get(kind, ())),
    ]
    if run([*pip, *lock]) != 0:
        raise SetupError(
            "Không cài được thư viện. Hãy kiểm tra kết nối mạng rồi chạy lại lệnh này."
        )


def link_project() -> None:
    """Let the environment find the source tree, and put the command quyche beside its Python.

    A path file needs no build tool, which a run-only environment does not have.
    """
    asked = [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    Path(site, "quyche-source.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    if IS_WINDOWS:
        Path(BIN, "quyche.cmd").write_text(f'@"{PYTHON}" -m quyche_app %*\n', encoding="utf-8")
        return
    command = BIN / "quyche"
    command.write_text(
        f"#!{PYTHON}\nimport sys\n\nfrom quyche_app.__main__ import main\n\nsys.exit(main())\n",
        encoding="utf-8",
    )
    command.chmod(0o755)


def set_up(kind: str) -> None:
    """Make the environment of a kind ready; does nothing when it is."""
    if is_ready(kind):
        return
    start = time.monotonic()
    uv = shutil.which("uv")
    prepare_system()
    make_environment(uv)
    install_lock(kind, uv)
    link_project()
    STAMP.write_text(json.dumps(wanted_stamp(kind), indent=1), encoding="utf-8")
    say(f"Môi trường đã sẵn sàng sau {time.monotonic() - start:.0f} giây.")


# -- the commands ------------------------------------------------------------------------------


def has_display() -> bool:
    """Say whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def demo(words: list[str]) -> int:
    """Do the main job on the sample; without a display no window is tried."""
    set_up("run")
    if "--no-window" not in words and not has_display():
        say("Máy không có màn hình: chỉ lập các tệp, không mở cửa sổ.")
        words = [*words, "--no-window"]
    return run([PYTHON, "-m", "quyche_app", "demo", *words], folder=None)


def start(words: list[str]) -> int:
    """Start the program: the window, or the command given."""
    set_up("run")
    return run([PYTHON, "-m", "quyche_app", *words], folder=None)


def test(words: list[str]) -> int:
    """Run every check and the suite, all of them even when one fails.

    Tests share out the processors; the slow checks, which use one, run beside them and are shown
    when all is done.
    """
    set_up("dev")
    imports = "from importlinter.cli import lint_imports_command as c; c()"
    suite: list[str | Path] = [PYTHON, "-m", "pytest", "-n", "auto", "--dist", "loadgroup", *words]
    slow: list[tuple[str, list[str | Path]]] = [
        ("mypy", [PYTHON, "-m", "mypy"]),
        ("lint-imports", [PYTHON, "-c", imports]),
    ]
    with tempfile.TemporaryFile() as shown_later, ThreadPoolExecutor(1) as beside:
        later = [beside.submit(check, name, command, shown_later) for name, command in slow]
        results = [
            check("ruff", [PYTHON, "-m", "ruff", "check", "."]),
            check("ruff format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ]
        tests = check("pytest", suite)
        results += [*(one.result() for one in later), tests]
        shown_later.seek(0)
        say("")
        say(shown_later.read().decode(errors="replace"))
    for name, code, seconds in results:
        say(f"{'đạt      ' if code == 0 else 'không đạt'}  {name:<14}{seconds:8.1f} giây")
    return max(code != 0 for _, code, _ in results)


def check(
    name: str, command: Sequence[str | Path], output: IO[bytes] | None = None
) -> tuple[str, int, float]:
    """Run a check and give its name, exit code and seconds; what it prints may go into a file."""
    say(f"== {name}")
    begun = time.monotonic()
    platform = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    code = run(command, output=output, QT_QPA_PLATFORM=platform)
    return name, code, time.monotonic() - begun


def bench(words: list[str]) -> int:
    """Run the benchmarks and print their table."""
    set_up("dev")
    return run([PYTHON, "-m", "benchmarks.run", *words], QT_QPA_PLATFORM="offscreen")


def accuracy(_words: list[str]) -> int:
    """Measure real amendments and write docs/accuracy.md anew."""
    set_up("dev")
    return run([PYTHON, "-m", "benchmarks.accuracy"])


def mutants(words: list[str]) -> int:
    """Put small faults into the program and see which ones the suite notices (docs/testing.md 10)."""
    set_up("mutants")
    return run([PYTHON, ROOT / "packaging" / "mutants.py", *words])


def sentences(_words: list[str]) -> int:
    """Bring the catalogues of translations up to what the code says, and name what has no English."""
    set_up("dev")
    return run([PYTHON, ROOT / "packaging" / "catalogues.py"])


def lock(_words: list[str]) -> int:
    """Make the lock files anew: hashes for every system, no addresses."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetupError("Lệnh lock cần uv (https://docs.astral.sh/uv).")
    compile_lock = [
        uv,
        "pip",
        "compile",
        "--quiet",
        "--universal",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-header",
        "--no-annotate",
        "--python-version",
        "3.11",
        "pyproject.toml",
        "--extra",
        "office",
    ]
    before: list[str | Path] = []
    for kind, file in LOCKS.items():
        group = [] if kind == "run" else ["--group", kind]
        if run([*compile_lock, *group, *before, "-o", file]):
            return 1
        before = ["-c", file]
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "run": start,
    "test": test,
    "bench": bench,
    "accuracy": accuracy,
    "mutants": mutants,
    "sentences": sentences,
    "lock": lock,
}


def call_newer_python(arguments: list[str]) -> int:
    """Start again under a Python that is new enough, or say that there is none."""
    for minor in range(20, 10, -1):
        if newer := shutil.which(f"python3.{minor}"):
            return run([newer, Path(__file__).resolve(), *arguments], folder=None)
    say("Cần Python 3.11 trở lên.")
    return 1


def main(arguments: list[str]) -> int:
    """Read the command and do it."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is started by whatever python3 is
        return call_newer_python(arguments)
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows would take a code page without Vietnamese letters.
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(
        description="Chuẩn bị môi trường và chạy Quy Chế.",
        add_help=True,
        epilog="Các chữ đứng sau tên lệnh được chuyển nguyên cho lệnh đó.",
    )
    parser.add_argument(
        "command",
        choices=COMMANDS,
        help="demo, run, test, bench, accuracy, mutants, sentences hoặc lock",
    )
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    try:
        return int(COMMANDS[given.command](given.words))
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
