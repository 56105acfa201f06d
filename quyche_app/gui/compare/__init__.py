"""So sánh: two versions side by side."""
