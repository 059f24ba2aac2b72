"""An article as TEI XML and as clean HTML."""

from __future__ import annotations

from html import escape

from cleaner.labels import Role
from cleaner.model import ArticleFields, BlockView, Style
from cleaner.patterns import Pattern
from cleaner.render.groups import groups
from cleaner.urls import is_harmless

_NOT_XML = Pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_HTML = {Style.STRONG: "strong", Style.EMPHASIS: "em", Style.CODE: "code"}


def to_html(article: ArticleFields) -> str:
    """One `article` element: header with title and deck, the body, captions in figures at its end."""
    lang = f' lang="{_attribute(article.language)}"' if article.language else ""
    lang += ' dir="rtl"' if article.direction == "rtl" else ""
    head = [f"<h1>{_text(article.title)}</h1>"] if article.title else []
    head += [f'<p class="subtitle">{_text(article.subtitle)}</p>'] if article.subtitle else []
    body = [_html_group(role, blocks) for role, blocks in groups(article)]
    figures = [
        f"<figure>{_img(c.image, c.alt)}<figcaption>{_text(c.text)}</figcaption></figure>" for c in article.captions
    ]
    header = ["<header>", *head, "</header>"] if head else []
    return "\n".join([f"<article{lang}>", *header, *body, *figures, "</article>"]) + "\n"


def to_xml(article: ArticleFields) -> str:
    """A TEI document: metadata in `teiHeader`, the body's blocks in `text/body`."""
    bibl = [f"<title>{_text(article.title)}</title>"] if article.title else []
    bibl += [f"<author>{_text(author)}</author>" for author in article.authors]
    bibl += [f"<publisher>{_text(article.publisher)}</publisher>"] if article.publisher else []
    bibl += [
        f'<date type="{name}" when="{_attribute(value)}"/>'
        for name, value in (("published", article.published), ("modified", article.modified))
        if value
    ]
    bibl += [f'<ptr target="{_attribute(article.url)}"/>'] if article.url else []
    language = (
        f'<profileDesc><langUsage><language ident="{_attribute(article.language)}"/></langUsage></profileDesc>'
        if article.language
        else ""
    )
    rules = f' n="{_attribute(article.rules.set)} {article.rules.digest}"' if article.rules else ""
    body = [_tei_group(role, blocks) for role, blocks in groups(article)] or ["<p/>"]
    figures = [f"<figure><figDesc>{_text(c.text)}</figDesc></figure>" for c in article.captions]
    return "\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
        f"<teiHeader><fileDesc><titleStmt><title>{_text(article.title or '')}</title></titleStmt>"
        "<publicationStmt><p/></publicationStmt>",
        f"<sourceDesc><bibl>{''.join(bibl)}</bibl></sourceDesc></fileDesc>",
        f'<encodingDesc><appInfo><application ident="article-cleaner" version="{article.version}"{rules}>'
        "<label>article-cleaner</label></application></appInfo></encodingDesc>",
        f"{language}</teiHeader>",
        "<text><body>",
        *body,
        *figures,
        "</body></text>",
        "</TEI>",
    ]) + "\n"  # fmt: skip


def _html_group(role: Role, blocks: list[BlockView]) -> str:
    inner = [_html_inline(block) for block in blocks]
    if role is Role.HEADING:
        return f"<h2>{inner[0]}</h2>"
    if role is Role.CODE:
        return f"<pre><code>{_text(blocks[0].text)}</code></pre>"
    if role is Role.LIST_ITEM:
        return "<ul>" + "".join(f"<li>{item}</li>" for item in inner) + "</ul>"
    if role is Role.QUOTE:
        return "<blockquote>" + "".join(f"<p>{item}</p>" for item in inner) + "</blockquote>"
    if role is Role.TABLE_ROW:
        rows = (
            "".join(f"<td>{_text(cell).replace(chr(10), '<br>')}</td>" for cell in block.text.split(" | "))
            for block in blocks
        )
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    return f"<p>{'<br>'.join(inner)}</p>"


def _html_inline(block: BlockView) -> str:
    out = []
    for run in block.runs:
        text = _text(run.text).replace("\n", "<br>")
        if run.style is Style.LINK and run.href and is_harmless(run.href):
            text = f'<a href="{_attribute(run.href)}">{text}</a>'
        elif run.style in _HTML:
            text = f"<{_HTML[run.style]}>{text}</{_HTML[run.style]}>"
        out.append(text)
    return "".join(out)


def _tei_group(role: Role, blocks: list[BlockView]) -> str:
    texts = [_text(block.text) for block in blocks]
    if role is Role.HEADING:
        return f"<head>{texts[0]}</head>"
    if role is Role.CODE:
        return f"<p><code>{texts[0]}</code></p>"
    if role is Role.LIST_ITEM:
        return "<list>" + "".join(f"<item>{item}</item>" for item in texts) + "</list>"
    if role is Role.QUOTE:
        return "<quote>" + "".join(f"<p>{item}</p>" for item in texts) + "</quote>"
    if role is Role.TABLE_ROW:
        rows = ("".join(f"<cell>{cell}</cell>" for cell in text.split(" | ")) for text in texts)
        return "<table>" + "".join(f"<row>{row}</row>" for row in rows) + "</table>"
    return "<p>" + "\n".join(texts).replace("\n", "<lb/>") + "</p>"


def _img(src: str | None, alt: str | None) -> str:
    return f'<img src="{_attribute(src)}" alt="{_attribute(alt or "")}">' if src and is_harmless(src) else ""


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text), quote=False)


def _attribute(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
