"""Cài đặt, and the first start."""
