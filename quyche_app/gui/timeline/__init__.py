"""Dòng thời gian: the text as at a day and as known on a day."""
