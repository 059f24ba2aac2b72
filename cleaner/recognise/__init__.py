"""`recognise`: what the page tells of itself: host, site, rule set, layout, families, languages, meta tags, JSON-LD and
microdata.
"""

from cleaner.recognise.jsonld import article_body, read_jsonld
from cleaner.recognise.microdata import read_microdata
from cleaner.recognise.site import recognise_html, recognise_text

__all__ = ["article_body", "read_jsonld", "read_microdata", "recognise_html", "recognise_text"]
