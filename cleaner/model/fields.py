"""The table of metadata fields: who may state each one, under which names, and how long and what its values are.

Plain data that rule files (`rules/schema.py`), selectors and microdata (`recognise/`) and the choice of metadata
(`metadata/`) read. A simple new field needs a row here and an attribute of `model.metadata.Metadata`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field and the names that others have for it.

    selectors, lines: whether a rule set's layouts and its rules of lines may name the field.
    json_ld: keys of JSON-LD's articles; the first is the usual one. metas: names of meta tags, the most reliable first.
    sufficient_metas: those of them that make microdata needless.
    schema_org, dublin_core: names in microdata and RDFa, in lower case. from_microdata: whether microdata is read for
    it. microdata_key: the name under which microdata keeps it, where that is not the field's.
    attributes, microdata_attributes: the attributes that hold the value of an element that a selector hits or that
    microdata marks, before its text; none for the usual ones.
    left_out_as: the reason (see `labels.Reason`) for leaving out an element that a selector hits and that holds nothing
    else; None where it stays, or has a role of its own. tells_layout: whether a hit shows that a layout fits.
    longest: the greatest length of a value in characters. verbatim: whether a value is kept as it is written rather
    than normalized as the text is. address: whether a value is an address, or may be one: none that runs a script.
    """

    name: str
    selectors: bool = True
    lines: bool = True
    json_ld: tuple[str, ...] = ()
    metas: tuple[str, ...] = ()
    sufficient_metas: tuple[str, ...] = ()
    schema_org: tuple[str, ...] = ()
    dublin_core: tuple[str, ...] = ()
    microdata_key: str = ""
    attributes: tuple[str, ...] = ()
    microdata_attributes: tuple[str, ...] = ()
    left_out_as: str | None = None
    tells_layout: bool = True
    longest: int | None = None
    verbatim: bool = False
    address: bool = False

    @property
    def from_microdata(self) -> bool:
        """Whether microdata or RDFa may state the field."""
        return bool(self.schema_org or self.dublin_core)

    @property
    def key(self) -> str:
        """The name under which what microdata states is kept."""
        return self.microdata_key or self.name


# Characters of the longest title; the longest of 643 titles has 175 (python -m training.thresholds).
_LONGEST_TITLE = 500
# Characters of the longest name of a site, section, publisher or type. By hand.
_LONGEST_NAME = 150
# Names of meta tags, the most reliable first.
_AUTHOR_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "article:author_name", "citation_author", "citation_authors", "cxenseparse:author", "cxenseparse:recs:author",
    "dcsext.author", "articleauthor", "authors", "og:article:author", "vr:author", "bylines",
)  # fmt: skip
_PUBLISHED_METAS = (
    "article:published_time", "article:published:time", "og:article:published_time", "datepublished",
    "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "date", "dc.date", "pubdate", "publishdate", "publish-date", "publish_date", "published",
    "published-date", "article.published", "publication_date", "publication-date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "citation_publication_date", "citation_date", "citation_online_date",
    "article_date_original", "originalpublicationdate", "w-published-date", "displaydate", "release_date",
    "rnews:datepublished", "shareaholic:article_published_time",
)  # fmt: skip
_MODIFIED_METAS = (
    "article:modified_time", "article:modified:time", "og:article:modified_time", "og:updated_time", "datemodified",
    "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "updated date", "updated", "updated_time",
    "article.updated", "modified", "last_updated", "revision_date",
)  # fmt: skip

_ALL = (
    Field(
        "title",
        json_ld=("headline", "name"),
        metas=("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title"),
        sufficient_metas=("og:title",),
        schema_org=("headline", "name"),
        dublin_core=("title",),
        longest=_LONGEST_TITLE,
    ),
    Field("subtitle", json_ld=("alternativeHeadline",), schema_org=("alternativeheadline",)),
    Field(
        "authors",
        json_ld=("author", "creator"),
        metas=_AUTHOR_METAS,
        sufficient_metas=(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "citation_author",
        ),
        schema_org=("author", "creator"),
        dublin_core=("creator",),
        microdata_key="author",
    ),
    Field(
        "published",
        json_ld=("datePublished",),
        metas=_PUBLISHED_METAS,
        sufficient_metas=(
            "article:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
        ),
        schema_org=("datepublished", "datecreated"),
        dublin_core=("date", "created", "issued"),
        verbatim=True,
    ),
    Field(
        "modified",
        json_ld=("dateModified",),
        metas=_MODIFIED_METAS,
        sufficient_metas=("article:modified_time", "datemodified", "og:updated_time"),
        schema_org=("datemodified",),
        dublin_core=("modified",),
        verbatim=True,
    ),
    # Selectors mark captions and headings by their role; a rule of lines has a label for each.
    Field("captions", lines=False),
    Field(
        "section",
        json_ld=("articleSection",),
        metas=(
            "article:section",
            "parsely-section",
            "og:article:section",
            "cxenseparse:recs:category",
            "section",
            "sailthru.vertical",
            "og:section",
            "articlesection",
            "prism.section",
            "mrf:sections",
            "category",
        ),
        sufficient_metas=("article:section", "parsely-section"),
        schema_org=("articlesection",),
        longest=_LONGEST_NAME,
    ),
    Field(
        "tags",
        json_ld=("keywords",),
        metas=(
            "article:tag",
            "news_keywords",
            "keywords",
            "parsely-tags",
            "sailthru.tags",
            "citation_keywords",
            "dc.subject",
            "dcterms.subject",
        ),
        sufficient_metas=("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags"),
        schema_org=("keywords",),
        left_out_as="tags",
    ),
    Field("headings", lines=False),
    Field(
        "description",
        json_ld=("description", "abstract"),
        metas=(
            "og:description",
            "description",
            "twitter:description",
            "dc.description",
            "dcterms.description",
            "sailthru.description",
        ),
        sufficient_metas=("og:description", "description"),
        schema_org=("description",),
        dublin_core=("description",),
        left_out_as="other",
        tells_layout=False,
    ),
    Field(
        "image",
        json_ld=("image", "thumbnailUrl"),
        metas=(
            "og:image:secure_url",
            "og:image",
            "og:image:url",
            "twitter:image",
            "twitter:image:src",
            "parsely-image-url",
            "sailthru.image.full",
            "thumbnail",
        ),
        sufficient_metas=("og:image", "twitter:image"),
        schema_org=("image", "thumbnailurl"),
        attributes=("content", "src", "data-src", "href"),
        microdata_attributes=("content", "src", "data-src", "href"),
        tells_layout=False,
        verbatim=True,
        address=True,
    ),
    Field(
        "publisher",
        json_ld=("publisher", "sourceOrganization"),
        metas=("dc.publisher", "dcterms.publisher", "citation_publisher", "publisher"),
        sufficient_metas=("dc.publisher", "dcterms.publisher", "citation_publisher", "publisher"),
        schema_org=("publisher",),
        dublin_core=("publisher",),
        left_out_as="other",
        tells_layout=False,
        longest=_LONGEST_NAME,
    ),
    Field(
        "site_name",
        metas=("og:site_name", "twitter:app:name:iphone", "application-name", "apple-mobile-web-app-title"),
        left_out_as="masthead",
        tells_layout=False,
        longest=_LONGEST_NAME,
    ),
    Field(
        "licence",
        json_ld=("license",),
        metas=("dcterms.license", "dc.rights", "dcterms.rights", "rights", "license", "licence"),
        sufficient_metas=("dcterms.license",),
        schema_org=("license",),
        dublin_core=("license",),
        attributes=("content", "href"),
        microdata_attributes=("content", "href"),
        left_out_as="legal",
        tells_layout=False,
        address=True,
    ),
    Field("type", left_out_as="other", tells_layout=False, longest=_LONGEST_NAME, verbatim=True),
    *(
        Field(
            name,
            attributes=("content", "href"),
            left_out_as="other",
            tells_layout=False,
            verbatim=True,
            address=True,
        )
        for name in ("url", "amp_url")
    ),
    Field(
        "language",
        json_ld=("inLanguage",),
        metas=("content-language", "og:locale"),
        sufficient_metas=("content-language", "og:locale"),
        schema_org=("inlanguage",),
        dublin_core=("language",),
        attributes=("content", "lang"),
        left_out_as="other",
        tells_layout=False,
        verbatim=True,
    ),
    Field("direction", attributes=("content", "dir"), left_out_as="other", tells_layout=False, verbatim=True),
    Field(
        "paywalled",
        json_ld=("isAccessibleForFree",),
        metas=("article:content_tier", "og:article:content_tier"),
        sufficient_metas=("article:content_tier", "og:article:content_tier"),
        schema_org=("isaccessibleforfree",),
        microdata_attributes=("content", "href"),
        tells_layout=False,
    ),
    Field("speakable", json_ld=("speakable",), tells_layout=False, verbatim=True),
    Field("corrections", json_ld=("correction",), tells_layout=False),
)
# The fields by name, in the order in which a layout's selectors are run.
FIELDS = {field.name: field for field in _ALL}
