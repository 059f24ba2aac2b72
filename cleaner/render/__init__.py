"""`render`: an article as plain data, JSON, Markdown, TEI XML or clean HTML. Its plain text is `Article.text`."""

from cleaner.render.data import to_dict, to_json
from cleaner.render.markdown import to_markdown
from cleaner.render.markup import to_html, to_xml

__all__ = ["to_dict", "to_html", "to_json", "to_markdown", "to_xml"]
