"""The passes that label the lines of bare text."""
