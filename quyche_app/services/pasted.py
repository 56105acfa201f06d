"""Comparing two wordings that a person pasted: nothing of the workspace is asked."""

from quyche_app.comparing.pasted import MOST_CHARACTERS, compare_pasted

__all__ = ["MOST_CHARACTERS", "compare_pasted"]
