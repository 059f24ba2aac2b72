"""Who signs the piece."""
