"""`segment`: a document to blocks in reading order, from HTML by one walk over a tree that is never changed, or from
text by its lines.
"""

from cleaner.segment.fallback import lacks, read_article_body, read_raw
from cleaner.segment.glued_bylines import cut_bylines
from cleaner.segment.glued_dates import cut_stamps
from cleaner.segment.html import segment_html
from cleaner.segment.parse import parse_html
from cleaner.segment.text import segment_text

__all__ = [
    "cut_bylines", "cut_stamps", "lacks", "parse_html", "read_article_body", "read_raw", "segment_html", "segment_text",
]  # fmt: skip
