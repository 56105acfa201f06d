"""Files are written beside and swapped: what is no file is never swapped."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from quyche_app.domain.errors import WritingError
from quyche_app.services.files import write_file


@pytest.mark.parametrize("force", [False, True])
def test_a_pipe_or_a_device_is_never_replaced_by_a_file(tmp_path: Path, force: bool) -> None:
    pipe = tmp_path / "ong"
    os.mkfifo(pipe)
    with pytest.raises(WritingError) as refused:
        write_file(pipe, b"x", force=force)
    assert refused.value.code == "QC-W106"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert os.listdir(tmp_path) == ["ong"]
