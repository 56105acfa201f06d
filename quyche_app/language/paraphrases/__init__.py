"""Turns of phrase that mean no more than a plainer one."""
