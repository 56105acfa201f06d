"""Sửa đổi: apply an amending act instruction by instruction."""
