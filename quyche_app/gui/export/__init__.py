"""Xuất văn bản: the file the office needs, in the right layout, proved."""
