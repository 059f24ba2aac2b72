"""When the piece was published and changed."""
