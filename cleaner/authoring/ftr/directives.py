"""The lines of a Full-Text RSS file, and what becomes of each directive."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"([a-z_]+)(?:\((.*?)\))?\s*:\s*(.*)")
# Directives of which a rule set has the like.
FIELDS = {"title": "title", "author": "authors", "date": "published"}
REMOVALS = ("strip", "strip_id_or_class", "strip_image_src")
TRANSLATED = ("body", *FIELDS, *REMOVALS)
# Those that say nothing about which blocks are the article, with what they are about.
_MARKUP = "changes the page's source before it is read: the cleaner reads pages as they are"
_FETCHING = "is about fetching: the cleaner fetches nothing"
_PROGRAM = "steers Full-Text RSS itself"
_RESULT = "changes the markup of the result: the cleaner writes its own"
NOT_OURS = {
    "find_string": _MARKUP, "replace_string": _MARKUP, "dissolve": _RESULT, "wrap_in": _RESULT, "unwrap": _RESULT,
    "strip_attr": _RESULT, "strip_comments": _RESULT, "convert_double_br_tags": _RESULT, "move_into": _RESULT,
    "insert_detected_image": _RESULT, "footnotes": _RESULT, "src_lazy_load_attr": _RESULT,
    "single_page_link": _FETCHING, "next_page_link": _FETCHING, "single_page_link_in_feed": _FETCHING,
    "if_page_contains": _FETCHING, "autodetect_next_page": _FETCHING, "http_header": _FETCHING,
    "requires_login": _FETCHING, "login_uri": _FETCHING, "login_username_field": _FETCHING,
    "login_password_field": _FETCHING, "login_extra_fields": _FETCHING, "not_logged_in_xpath": _FETCHING,
    "native_ad_clue": "tells advertisements among pages: the cleaner takes each page as an article",
    "tidy": _PROGRAM, "prune": _PROGRAM, "parser": _PROGRAM, "autodetect_on_failure": _PROGRAM,
    "skip_json_ld": _PROGRAM, "skip_id_or_class": _PROGRAM, "test_url": _PROGRAM, "test_contains": _PROGRAM,
    "test_not_contains": _PROGRAM,
}  # fmt: skip
# Directives that need nothing of ours, and are not reported.
SILENT = frozenset(("tidy", "prune", "parser", "test_url", "test_contains", "test_not_contains"))


@dataclass(frozen=True, slots=True)
class Directive:
    """A line of a file: its number, its name, and its value; known: whether Full-Text RSS has such a directive."""

    line: int
    name: str
    value: str

    @property
    def known(self) -> bool:
        """Whether Full-Text RSS has a directive of this name."""
        return self.name in TRANSLATED or self.name in NOT_OURS


def read_directives(content: str) -> list[Directive]:
    r"""The directives of a file, in order; what is neither one nor a comment has an empty name.

    >>> [(line.name, line.value) for line in read_directives("# x\nbody: //p\ntitl: //h1\n//a")]
    [('body', '//p'), ('titl', '//h1'), ('', '//a')]
    """
    directives = []
    for number, line in enumerate(content.splitlines(), 1):
        line = line.strip().lstrip("\ufeff")
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        directives.append(Directive(number, match[1], match[3].strip()) if match else Directive(number, "", line))
    return directives


# Which reason a removal is for, by words of its selector: the first row that has one. By hand, after the names that
# sites give such parts.
_REASONS = (
    ("comments", ("comment", "disqus", "reaktion")),
    ("share", ("share", "social", "facebook", "twitter", "addtoany", "sharing", "teilen")),
    ("newsletter", ("newsletter", "subscrib", "signup", "sign-up")),
    ("paywall", ("paywall", "piano", "premium", "regwall")),
    ("related", ("related", "recommend", "read-more", "readmore", "more-", "teaser", "also", "popular")),
    ("advertisement", ("advert", "promo", "sponsor", "banner", "gpt", "taboola", "outbrain", "-ad", "ad-", "_ad")),
    ("consent", ("cookie", "consent", "gdpr")),
    ("navigation", ("nav", "menu", "breadcrumb", "pagination", "pager", "footer", "header", "toolbar")),
    ("tags", ("tag", "topic", "keyword")),
    ("caption", ("figcaption", "caption")),
    ("author_note", ("author", "byline", "bio")),
    ("hidden", ("hidden", "visually", "screen-reader", "sr-only", "noprint")),
)


def reason_of(selector: str) -> str:
    """The reason of a removal, guessed by the names in its selector; `other` where they say nothing.

    >>> reason_of('div[class*="social-media"]'), reason_of("h2")
    ('share', 'other')
    """
    lower = selector.lower()
    return next((reason for reason, words in _REASONS if any(word in lower for word in words)), "other")
