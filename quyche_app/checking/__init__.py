"""Drafting checks: hints with place, rule and source; nothing is changed without a person."""
