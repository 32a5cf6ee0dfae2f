"""Pages and feeds by their address, from a server on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from depeche.cli import main
from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.web import Fetcher, read_urls
from depeche.store import Store

ARTICLE = "<p>Les pourparlers ont repris mardi à Lomé entre le gouvernement malien et les rebelles, selon le médiateur.</p>" * 3
HEAD = '<!DOCTYPE html><html lang="fr"><head><title>Reprise</title></head>'
PAGE = f"{HEAD}<body><article><h1>Reprise</h1>{ARTICLE}</article></body></html>"
FEED = """<rss version="2.0"><channel><title>Lomé</title><item><title>Reprise</title><link>{0}/page</link>
<pubDate>Tue, 05 Mar 2024 09:00:00 GMT</pubDate><description>Bref.</description></item>
<item><title>Secret</title><link>{0}/secret</link><description>Bref.</description></item></channel></rss>"""


class Site(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        status, body, headers = 200, "", {}
        if self.path == "/robots.txt":
            body = "User-agent: *\nDisallow: /secret"
        elif self.path == "/flux":
            if self.headers.get("If-None-Match") == '"1"':
                status = 304
            body, headers = FEED.format(base), {"ETag": '"1"'}
        elif self.path == "/page":
            body = PAGE
        elif self.path == "/lent" and self.asked.count("/lent") < 3:
            status, headers = 503, {"Retry-After": "7"}
        elif self.path == "/lent":
            body = PAGE
        else:
            status = 404
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if status == 200:
            self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_feed_gives_its_pages_and_robots_is_honoured(site: str) -> None:
    page, secret = read_urls([f"{site}/flux"], Fetcher(pause=0))
    assert isinstance(page, Dispatch)
    assert page.text.startswith("Les pourparlers ont repris") or page.text.startswith("Reprise")
    assert (page.title, page.published, page.url) == ("Reprise", "2024-03-05", f"{site}/page")
    assert isinstance(secret, SourceError)
    assert secret.reason is Reason.NO_PERMISSION
    assert "/secret" not in Site.asked


def test_a_busy_site_is_left_in_peace_and_asked_again(site: str) -> None:
    waits: list[float] = []
    (found,) = read_urls([f"{site}/lent"], Fetcher(pause=0, wait=waits.append))
    assert isinstance(found, Dispatch)
    assert waits == [7.0, 7.0]


def test_what_is_not_there_is_named(site: str) -> None:
    missing, dead = read_urls([f"{site}/rien", "http://127.0.0.1:9/"], Fetcher(pause=0, wait=lambda _: None))
    assert isinstance(missing, SourceError)
    assert isinstance(dead, SourceError)
    assert (missing.reason, dead.reason) == (Reason.NOT_FOUND, Reason.NOT_READABLE)


def test_a_feed_is_watched_without_asking_twice(site: str, tmp_path: Path) -> None:
    store = str(tmp_path / "r.sqlite")
    first = CliRunner().invoke(main, ["watch", store, f"{site}/flux", "--once"])
    assert first.stderr.splitlines()[-1] == "depeche: 1 kept, 0 known already, 1 failed"
    asked = len(Site.asked)
    second = CliRunner().invoke(main, ["watch", store, f"{site}/flux", "--once"])
    assert second.stderr.splitlines()[-1] == "depeche: 0 kept, 0 known already, 0 failed"
    assert Site.asked[asked:] == ["/robots.txt", "/flux"]
    with Store.open(store) as kept:
        assert next(kept.records()).document.published == "2024-03-05"
