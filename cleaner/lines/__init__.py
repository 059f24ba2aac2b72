"""What one line reads like: shapes, bylines, datelines, credits, with the word lists as data."""
