"""Small invented corpora in the layouts that the benchmark reads."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

SENTENCES = [
    f"On the {day}. of May the council of the harbour town met again, weighed both of the plans and put off its vote "
    "until the spring, since there were some who said that it was too soon and others that it was far too late for any "
    "of them to make up their minds."
    for day in range(1, 13)
]
BODY = "\n\n".join(SENTENCES)


def harbour_page(body: str = BODY, title: str = "The harbour opens", extra: str = "") -> str:
    """A page with a menu, an article and an imprint; `extra` stands below the article."""
    paragraphs = "".join(f"<p>{p}</p>" for p in body.split("\n\n"))
    menu = "<nav><ul>" + "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(8)) + "</ul></nav>"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>{menu}'
        f"<article><h1>{title}</h1>{paragraphs}</article>{extra}<footer><p>Imprint</p></footer></body></html>"
    )


def write_page(folder: Path, id: str, page: str | bytes) -> None:
    """Write a page where a corpus has it: html/ID.html.gz."""
    (folder / "html").mkdir(parents=True, exist_ok=True)
    raw = page.encode() if isinstance(page, str) else page
    (folder / "html" / f"{id}.html.gz").write_bytes(gzip.compress(raw))


def write_corpus(folder: Path, *rows: dict[str, Any], page: str | None = None) -> Path:
    """Write a corpus in this project's own layout, every row with the same page."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf8")
    for row in rows:
        write_page(folder, row["id"], page or harbour_page())
    return folder


def write_corpora(folder: Path) -> Path:
    """Write three corpora: news with gold bodies, snippets without, and a shop's page that is no article."""
    rows = [
        {
            "id": f"a{i}",
            "url": f"https://www.site{i % 2}.example/{i}",
            "body": BODY,
            "with": [SENTENCES[3]],
            "without": ["Imprint"],
        }
        for i in range(4)
    ]
    write_corpus(folder / "news", *rows)
    snippet = {
        "id": "s1",
        "url": "https://b.example/",
        "body": None,
        "with": [SENTENCES[0]],
        "without": ["Section 3"],
    }
    write_corpus(folder / "snippets", snippet)
    offer = {"id": "o1", "url": "https://shop.example/", "body": "Buy", "kind": "product"}
    write_corpus(folder / "shop", offer, page="<html><body><p>Buy</p></body></html>")
    return folder
