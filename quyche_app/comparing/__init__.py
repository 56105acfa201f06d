"""Two trees → aligned provisions → word changes in layers."""

from quyche_app.comparing.align import compare

__all__ = ["compare"]
