"""The beginning of a rule set from pages, and the schema that editors use."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from cleaner.authoring.json_schema import rule_file_schema
from cleaner.labels import Reason
from cleaner.rules.reader import parse
from tests.conftest import FIXTURES
from tests.pages import SENTENCE
from tests.program import HTML, call, fails

PAGE = (
    '<html lang="en"><head><meta property="og:site_name" content="The Post"></head><body>'
    f'<h1 class="sc-buvPDS hp-head">The ferry returns</h1><div class="css-1x2y3z hp-text"><p>{SENTENCE}</p>'
    f"<p>{SENTENCE[::-1]}</p><p>{SENTENCE} {SENTENCE}</p></div></body></html>"
)


def test_a_scaffold_is_a_rule_file_that_loads_and_names_what_was_found(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    done = call("rules", "new", "https://www.post.example.net/x", tmp_path / "page.html")
    assert done.exit_code == 0
    rules = parse(done.stdout, "post.toml", "user")
    assert (rules.name, rules.hosts, rules.language) == ("The Post", ("post.example.net",), "en")
    assert rules.layouts[0].body == ("div.hp-text",)
    assert rules.layouts[0].fields["title"] == ("h1.hp-head",)
    assert done.stdout.startswith("#:schema ./rules.schema.json\n")


def test_a_scaffold_needs_no_pages_and_any_page_gives_one() -> None:
    parse(call("rules", "new", "example.org").stdout, "x.toml", "user")
    pages = [HTML, *sorted(FIXTURES.glob("generic/*/input.html"))[:12]]
    parse(call("rules", "new", "example.org", *pages).stdout, "x.toml", "user")


def test_what_is_no_host_or_no_page_is_told(tmp_path: Path) -> None:
    fails(call("rules", "new", "co.uk"), 2, "'co.uk' is no site's host: write it as example.org")
    fails(call("rules", "new", "not a host"), 2, "is no site's host")
    (tmp_path / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    fails(call("rules", "new", "example.org", tmp_path / "x.png"), 2, "x.png")
    fails(call("rules", "new", "example.org", tmp_path / "none"), 2, "none")


def test_the_schema_names_the_keys_that_the_reader_takes() -> None:
    schema = json.loads(call("rules", "schema").stdout)
    assert schema == rule_file_schema()
    assert schema["required"] == ["name", "hosts"]
    layout = schema["properties"]["layout"]["items"]
    assert layout["required"] == ["body"]
    assert set(layout["properties"]["remove"]["properties"]) == set(Reason)
    assert all(entry["description"] for entry in layout["properties"].values())
    for path in sorted((FIXTURES.parent / "cleaner" / "rules" / "sites").glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        assert table.keys() <= schema["properties"].keys()
        for key in ("layout", "text"):
            for part in table.get(key, []):
                assert part.keys() <= schema["properties"][key]["items"]["properties"].keys()
