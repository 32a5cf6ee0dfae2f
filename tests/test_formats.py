"""Every input format: what it says of a dispatch is kept, what is broken is named, nothing outside is ever fetched."""

import gzip
import io
import json
import zipfile

import pyarrow as arrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.formats import read_stream
from depeche.sources.heading import signed

BODY = "Les pourparlers ont repris mardi à Lomé. « Rien n'est signé », a prévenu le ministre togolais des Affaires étrangères."

NEWSML_1 = """<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE NewsML SYSTEM "http://localhost:1/NewsML.dtd" [<!ENTITY secret SYSTEM "file:///etc/hostname"> <!ENTITY % p SYSTEM "p.dtd"> %p;]>
<NewsML><NewsItem xml:lang="fr">
 <Identification><NewsIdentifier><ProviderId>agence.example</ProviderId><DateId>20240305</DateId><NewsItemId>TX12</NewsItemId>
  <RevisionId PreviousRevision="1" Update="N">2</RevisionId></NewsIdentifier></Identification>
 <NewsManagement><FirstCreated>20240305T081500Z</FirstCreated><ThisRevisionCreated>20240305T093000Z</ThisRevisionCreated></NewsManagement>
 <NewsComponent><NewsLines><HeadLine>Reprise des pourparlers à Lomé</HeadLine><DateLine>Lomé, 5 mars 2024 (AGX) -</DateLine></NewsLines>
  <AdministrativeMetadata><Provider><Party FormalName="AGX"/></Provider></AdministrativeMetadata>
  <ContentItem><DataContent><nitf><body><body.content><p>Les pourparlers ont repris mardi à Lomé.</p><p> </p>
  <p>Aucun accord &secret; n'a été <em>signé</em>.</p></body.content></body></nitf></DataContent></ContentItem>
 </NewsComponent></NewsItem></NewsML>"""

NEWSML_G2 = """<?xml version="1.0" encoding="utf-8"?>
<newsItem guid="urn:newsml:agence.example:20240305:1" version="3" xml:lang="fr-FR" xmlns="http://iptc.org/std/nar/2006-10-01/">
 <itemMeta><provider literal="agence.example"/><versionCreated>2024-03-05T10:00:00+01:00</versionCreated></itemMeta>
 <contentMeta><headline>Reprise à Lomé</headline><creditline>AGX</creditline></contentMeta>
 <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Reprise</title></head>
 <body><h1>Reprise à Lomé</h1><p>Les pourparlers<br/>ont repris.</p><ul><li>Un point acquis.</li></ul></body></html></inlineXML></contentSet></newsItem>"""

RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>La Dépêche de Lomé</title><language>fr</language>
 <item><title>Reprise</title><link>https://lome.example/1</link><pubDate>Tue, 05 Mar 2024 09:00:00 GMT</pubDate>
 <description>&lt;p&gt;{BODY * 6}&lt;/p&gt;</description></item>
 <item><title>Brève</title><link>https://lome.example/2</link><description>Deux mots.</description></item></channel></rss>"""

PAGE = f"""<!DOCTYPE html><html lang="fr"><head><title>Reprise à Lomé | Le Site</title><meta charset="utf-8">
<meta property="og:site_name" content="Le Site"><link rel="canonical" href="https://site.example/2024/reprise">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Reprise à Lomé", "datePublished": "2024-03-05T09:00:00+01:00"}}</script>
</head><body><nav><a href="/">Accueil</a> <a href="/a">Afrique</a></nav><article><h1>Reprise à Lomé</h1>
<p>{BODY}</p><p>{BODY.replace("mardi", "mercredi")}</p><p>Le médiateur a quitté la salle vers midi (avec AFP)</p></article>
<footer>Tous droits réservés</footer></body></html>"""


def read(data: bytes, where: str = "a.bin") -> list[Dispatch | SourceError]:
    return list(read_stream(io.BytesIO(data), id="a", where=where))


def one(data: bytes, where: str = "a.bin") -> Dispatch:
    (found,) = read(data, where)
    assert isinstance(found, Dispatch), found
    return found


def failed(data: bytes, where: str = "a.bin") -> Reason:
    (found,) = read(data, where)
    assert isinstance(found, SourceError), found
    return found.reason


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_newsml_1_whatever_it_declares(encoding: str) -> None:
    found = one(NEWSML_1.encode(encoding))
    assert found.text == "Les pourparlers ont repris mardi à Lomé.\n\nAucun accord n'a été signé."
    assert (found.id, found.item, found.revision) == ("agence.example:TX12:2", "agence.example:TX12", 2)
    assert (found.title, found.dateline) == ("Reprise des pourparlers à Lomé", "Lomé, 5 mars 2024 (AGX) -")
    assert (found.published, found.published_from, found.source, found.language) == ("2024-03-05", "metadata", "AGX", "fr")


def test_newsml_g2() -> None:
    found = one(NEWSML_G2.encode())
    assert found.text == "Les pourparlers ont repris.\n\nUn point acquis."
    assert (found.title, found.item, found.revision) == ("Reprise à Lomé", "urn:newsml:agence.example:20240305:1", 3)
    assert (found.published, found.source, found.credit) == ("2024-03-05", "agence.example", "AGX")


def test_two_languages_in_one_newsml_are_two_dispatches() -> None:
    story = '<NewsComponent Duid="{0}" xml:lang="{1}"><NewsLines><HeadLine>t</HeadLine></NewsLines><ContentItem><DataContent>{2}</DataContent></ContentItem></NewsComponent>'
    both = story.format(1, "nl", "Het overleg is hervat.") + story.format(2, "fr", "Les pourparlers ont repris.")
    found = read(f"<NewsML><NewsItem><NewsComponent><NewsLines/>{both}</NewsComponent></NewsItem></NewsML>".encode())
    assert [(item.language, item.text) for item in found if isinstance(item, Dispatch)] == [
        ("nl", "Het overleg is hervat."), ("fr", "Les pourparlers ont repris."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "item",
    [
        {"guid": "urn:x:1", "version": "4", "headline": "Reprise", "body_html": "<p>Un.</p><p>Deux.</p>", "versioncreated": "2024-03-05T09:00:00Z"},
        {"uri": "urn:x:1", "version": 4, "headlines": [{"role": "short", "value": "R"}, {"role": "main", "value": "Reprise"}],
         "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>Un.</p><p>Deux.</p>"}], "versionCreated": "2024-03-05T09:00:00Z"},
    ],
)  # fmt: skip
def test_ninjs_of_every_version(item: dict[str, object]) -> None:
    found = one(json.dumps(item, indent=1).encode())
    assert (found.text, found.title, found.revision, found.id) == ("Un.\n\nDeux.", "Reprise", 4, "urn:x:1:4")
    assert (found.published, found.published_from) == ("2024-03-05", "metadata")


def test_a_feed_gives_whole_articles_and_names_teasers() -> None:
    whole, teaser = read(RSS.encode())
    assert isinstance(whole, Dispatch)
    assert (whole.title, whole.url, whole.published) == ("Reprise", "https://lome.example/1", "2024-03-05")
    assert whole.source == "La Dépêche de Lomé"
    assert isinstance(teaser, SourceError)
    assert "https://lome.example/2" in teaser.detail


def test_a_page_gives_its_article_and_nothing_around_it() -> None:
    found = one(PAGE.encode())
    assert found.text.startswith("Les pourparlers ont repris mardi") or found.text.startswith("Reprise à Lomé\n")
    assert "Accueil" not in found.text
    assert "Tous droits" not in found.text
    assert (found.title, found.published, found.source) == ("Reprise à Lomé", "2024-03-05", "Le Site")
    assert signed(found).credit == "AFP"
    assert (found.url, found.language) == ("https://site.example/2024/reprise", "fr")


def test_tables() -> None:
    table = f'id;text;published\nx;"{BODY.replace(chr(34), "")}";2024-03-05\ny;;\n'
    good, bad = read(table.encode("cp1252"), "a.csv")
    assert isinstance(good, Dispatch)
    assert (good.id, good.text, good.published, good.where) == ("x", BODY, "2024-03-05", "a.csv:2")
    assert isinstance(bad, SourceError)
    assert bad.where == "a.csv:3"
    assert failed(b"a,b\n1,2\n", "a.csv") is Reason.BAD_FIELD
    stream = io.BytesIO()
    parquet.write_table(arrow.table({"id": ["x"], "text": [BODY], "note": [1]}), stream)
    assert one(stream.getvalue()).text == BODY


def test_archives_are_opened_and_a_bomb_is_not() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("b/2.txt", "Bamako dément.")
        archive.writestr("a.xml", NEWSML_G2)
        archive.writestr("notes.pdf", "%PDF")
    assert [item.id for item in read(stream.getvalue()) if isinstance(item, Dispatch)] == ["urn:newsml:agence.example:20240305:1:3", "b/2"]
    assert one(gzip.compress(BODY.encode()), "a.txt.gz").text == BODY
    nested = gzip.compress(gzip.compress(gzip.compress(BODY.encode())))
    assert failed(nested) is Reason.UNKNOWN_FORMAT
    assert failed(gzip.compress(b"a" * 30_000_000)) is Reason.TOO_LARGE
    assert failed(gzip.compress(BODY.encode())[:20]) is Reason.UNKNOWN_FORMAT


@pytest.mark.parametrize("is_fast", [False, True])
def test_a_crawl_archive(monkeypatch: pytest.MonkeyPatch, is_fast: bool) -> None:
    if not is_fast:
        monkeypatch.setattr("depeche.sources.warc.fastwarc", None)
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    for url, kind, data in (("https://site.example/1", "text/html", PAGE), ("https://site.example/2", "image/png", "png")):
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data.encode()), http_headers=headers))
    (found,) = read(stream.getvalue(), "crawl.warc.gz")
    assert isinstance(found, Dispatch)
    assert (found.title, found.url) == ("Reprise à Lomé", "https://site.example/1")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body></body></html>", Reason.EMPTY),
        (b"<?xml version='1.0'?><nitf><body/></nitf>", Reason.UNKNOWN_FORMAT),
        (b"<NewsML><NewsItem/></NewsML>", Reason.EMPTY),
        (b'{"a": 1}', Reason.UNKNOWN_FORMAT),
        (b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><NewsML>&c;</NewsML>', Reason.EMPTY),
        (b"PK\x03\x04 broken", Reason.UNKNOWN_FORMAT),
        (b"PAR1 broken", Reason.UNKNOWN_FORMAT),
    ],
)
def test_what_holds_no_dispatch_is_named(data: bytes, reason: Reason) -> None:
    found = read(data)
    assert [item.reason for item in found if isinstance(item, SourceError)] == [reason]
    assert len(found) == 1


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from([NEWSML_1, NEWSML_G2, RSS, PAGE]), st.integers(0, 3000), st.integers(0, 3000), st.binary(max_size=20))
def test_broken_markup_is_read_or_named(whole: str, start: int, end: int, noise: bytes) -> None:
    data = whole.encode()
    for found in read(data[:start] + noise + data[end:]):
        assert isinstance(found, Dispatch | SourceError)


@pytest.mark.parametrize(
    ("text", "dateline", "credit", "byline"),
    [
        ("LOMÉ, 5 mars 2024 (AFP) - Les pourparlers ont repris.", "LOMÉ, 5 mars 2024 (AFP)", "AFP", None),
        ("Titre\n\nPar Awa Diop\n\nDakar (APS) – Le port a rouvert.", "Dakar (APS)", "APS", "Awa Diop"),
        ("Le port a rouvert lundi.\n\nLe Quotidien avec Reuters", None, "Reuters", None),
        ("Le ministre (libéral) - dit-on - a parlé.", None, None, None),
        ("Rien ici (AFPE).", None, None, None),
    ],
)
def test_what_a_text_says_of_itself(text: str, dateline: str | None, credit: str | None, byline: str | None) -> None:
    found = signed(Dispatch(text=text))
    assert (found.dateline, found.credit, found.byline) == (dateline, credit, byline)
