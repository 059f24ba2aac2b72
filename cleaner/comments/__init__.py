"""The readers' comments of a labelled page as data: who wrote each, when, its text, and what it answers."""

from cleaner.comments.gather import comments_of

__all__ = ["comments_of"]
