"""`training.support`: the hosts that a corpus, and rule files of sites, give to each entry of the generic layer. The
pages are invented.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.corpora import read_corpora
from cleaner.pipeline import Cleaner
from training import support

GENERIC = """
[category.share]
names = ["share-bar", "pin-board"]
parts = ["social"]
roles = ["toolbar"]
[category.published]
props = ["datepublished"]
tags = ["time"]
"""
PAGE = """<!DOCTYPE html><html lang="en"><body><article><h1>Ferry returns to Gull Island</h1>
<p>The ferry to Gull Island will sail again on Monday, nine years after the line was closed for want of passengers.</p>
{}<div class="has-social" id="social-links">…</div></article></body></html>"""
HOSTS = {
    "harbour.example": '<div class="top-ShareBar"><p>Skip to main content</p></div><svg><g '
    'class="pin-board"></g></svg>',
    "www.marsh.example": '<div id="share_bar" class="social2"><span>Skip to main content</span></div>',
    "gull.example": '<div class="share-bar"></div><noscript><p>Skip to main content</p></noscript><time '
    'itemprop="datePublished">4 May</time>',
}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> support.Names:
    file = tmp_path_factory.mktemp("rules") / "generic.toml"
    file.write_text(GENERIC, "utf-8")
    return support.Names(file)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, names: support.Names) -> support.Support:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "html").mkdir()
    rows = []
    for number, (host, body) in enumerate(HOSTS.items()):
        (folder / "html" / f"{number}.html").write_text(PAGE.format(body), "utf-8")
        rows.append(json.dumps({"id": str(number), "url": f"https://{host}/ferry", "body": "…"}))
    (folder / "gold.jsonl").write_text("\n".join(rows), "utf-8")
    return support.measure(read_corpora(folder), Cleaner(), names)


@pytest.mark.parametrize(
    ("table", "text", "hosts"),
    [
        ("names", "share-bar", {"harbour.example", "marsh.example", "gull.example"}),  # two parts, an id, a whole class
        ("names", "pin-board", set()),  # in a drawing
        ("parts", "social", {"marsh.example"}),  # not where a name says that a thing has it, nor in an id
        ("roles", "toolbar", set()),
        ("props", "datepublished", {"gull.example"}),
        ("tags", "time", {"gull.example"}),
    ],
)
def test_the_hosts_that_use_a_name(measured: support.Support, table: str, text: str, hosts: set[str]) -> None:
    assert next(users for entry, users in measured.hosts.items() if (entry.table, entry.text) == (table, text)) == hosts


def test_a_phrase_counts_in_a_block_an_inline_element_and_noscript(measured: support.Support) -> None:
    skip = [
        hosts
        for entry, hosts in measured.hosts.items()
        if entry.table == "en" and entry.text.startswith("/^(skip|jump|go)")
    ]
    assert skip == [{"harbour.example", "marsh.example", "gull.example"}]


def test_what_has_fewer_than_three_hosts_should_go_where_the_corpora_can_tell(measured: support.Support) -> None:
    assert measured.pages == {"en": 3}
    assert {entry.text for entry in measured.lacking()} == {"pin-board", "social", "toolbar", "datepublished", "time"}
    assert any(
        line.startswith("en: not measurable here (language has 3 pages): ")
        for line in support.table(measured, everything=False)
    )


def test_the_rule_files_of_sites_name_classes_and_ids(tmp_path: Path, names: support.Names) -> None:
    counted = support.Support({entry: set() for table in names.tables.values() for entry in table.values()})
    for host, rule in {
        "ebb.example": "strip_id_or_class: pin-board",
        ".flood.example": "strip: //div[contains(concat(' ',normalize-space(@class),' '),' pin-board ')]",
        "spring.example": 'body: //div[@id="pin-board"]\nstrip: //p[@id="social-links"]',
    }.items():
        (tmp_path / f"{host}.txt").write_text(f"# {host}\n{rule}\n", "utf-8")
    support.add_site_configs(counted, tmp_path, names)
    used = {entry.text: hosts for entry, hosts in counted.hosts.items() if hosts}
    assert used == {"pin-board": {"ebb.example", "flood.example", "spring.example"}}
