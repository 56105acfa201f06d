"""Kho văn bản: find any text, know its state, bring files in."""
