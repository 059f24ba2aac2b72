"""The passes that label the blocks of an HTML page."""
