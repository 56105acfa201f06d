"""LibreOffice as an independent judge: tracked changes accepted or rejected, pages made.

Run with a Python that has ``uno`` (Debian: python3-uno); tests skip where it is absent.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_PYTHON = "/usr/bin/python3"
_SCRIPT = """
import json, os, sys, time, uno
from pathlib import Path
from com.sun.star.beans import PropertyValue

def prop(name, value):
    made = PropertyValue(); made.Name, made.Value = name, value
    return made

pipe, source, command = sys.argv[1:4]
resolver = uno.getComponentContext().ServiceManager.createInstanceWithContext(
    "com.sun.star.bridge.UnoUrlResolver", uno.getComponentContext())
end = time.monotonic() + 90
while True:
    try:
        context = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
        break
    except Exception:
        if time.monotonic() > end:
            raise
        time.sleep(0.05)
manager = context.ServiceManager
desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
helper = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
results = []
for name in command.split(","):
    document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (prop("Hidden", True),))
    helper.executeDispatch(document.CurrentController.Frame, ".uno:" + name, "", 0, ())
    lines = []
    parts = document.Text.createEnumeration()
    while parts.hasMoreElements():
        part = parts.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for row in part.DataArray:
                lines.append(" | ".join(str(cell).replace(chr(10), " ") for cell in row))
        else:
            lines.append(part.String)
    results.append(lines)
    document.close(True)
print(json.dumps(results), flush=True)
# The bridge can crash while Python takes it down or while the office goes away: leave before both.
os._exit(0)
"""


def require_libreoffice(*, with_uno: bool = False) -> None:
    """Skip where LibreOffice (or its Python bridge) is absent."""
    if shutil.which("soffice") is None:
        pytest.skip("cần LibreOffice Writer")
    if with_uno:
        found = subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, check=False)
        if found.returncode:
            pytest.skip("cần python3-uno")


def accepted_and_rejected(file: Path) -> tuple[list[str], list[str]]:
    """Give the paragraphs after LibreOffice accepted all changes, and after it rejected all."""
    require_libreoffice(with_uno=True)
    with _office() as pipe:
        done = subprocess.run(
            [
                _PYTHON,
                "-c",
                _SCRIPT,
                pipe,
                str(file),
                "AcceptAllTrackedChanges,RejectAllTrackedChanges",
            ],
            capture_output=True,
            text=True,
            timeout=180,
            check=True,
        )
    accepted, rejected = json.loads(done.stdout.strip().splitlines()[-1])
    return accepted, rejected


@contextmanager
def _office() -> Iterator[str]:
    """Run a LibreOffice with an empty profile; give the name of the pipe it listens on."""
    with tempfile.TemporaryDirectory(prefix="quyche-lo-", ignore_cleanup_errors=True) as home:
        pipe = f"quyche{Path(home).name}"
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation=file://{home}",
                "--headless",
                "--norestore",
                "--nologo",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield pipe
        finally:
            os.killpg(office.pid, signal.SIGKILL)
            office.wait()


def pdf_of(file: Path, folder: Path) -> Path:
    """Convert a file to PDF and give its path."""
    require_libreoffice()
    with tempfile.TemporaryDirectory(prefix="quyche-lo-") as home:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{home}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                str(file),
            ],
            capture_output=True,
            timeout=180,
            check=True,
        )
    return folder / f"{file.stem}.pdf"
