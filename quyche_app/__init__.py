"""Quy Chế: drafting, amending and consolidating working regulations (quy chế làm việc)."""

__version__ = "0.1.0"
