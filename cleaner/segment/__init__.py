"""`segment`: a document to blocks in reading order, from HTML by one walk over a tree that is never changed, or from text by its lines."""

from cleaner.segment.html import parse_html, segment_html
from cleaner.segment.text import segment_text

__all__ = ["parse_html", "segment_html", "segment_text"]
