"""Widgets that several screens use, painted from the tokens."""
