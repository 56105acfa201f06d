"""Screens that this version does not have yet: they say so."""
