"""What tests share: the real database, the real site, a real server with a real browser, and a project to break."""

import asyncio
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import hypothesis
import pytest
from datasette.cli import serve
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright

from ingest import cli
from ingest.checkout import HERE, Checkout
from ingest.search.facets import Index
from ingest.serving import options

# The same examples every time, and no clock: a busy machine must not decide whether a test passes.
hypothesis.settings.register_profile("katalog", deadline=None, derandomize=True)
hypothesis.settings.load_profile("katalog")

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def database():
    """``katalog.db`` as ``katalog build`` makes it, made again when its input is newer."""
    inputs = [*HERE.data.rglob("*"), *(HERE.root / "ingest").rglob("*.py"), HERE.root / "ingest" / "schema.sql"]
    newest = max(path.stat().st_mtime for path in inputs)
    if not HERE.database.exists() or HERE.database.stat().st_mtime < newest:
        assert cli.main(["build"]) == 0
    return HERE.database


@pytest.fixture(scope="session")
def katalog(database):
    """``katalog(sql, *params)``: rows of the database, asked past all of our code."""
    conn = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    yield lambda sql, *params: conn.execute(sql, params).fetchall()
    conn.close()


@pytest.fixture(scope="session")
def conn(database):
    """A connection to the database, as the readers of pages have one."""
    conn = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    yield conn
    conn.close()


@pytest.fixture(scope="session")
def index(conn):
    """Facets and orders of the database, read once."""
    return Index.load(conn)


@pytest.fixture
def checkout(tmp_path):
    """A project of its own: a copy of the published data, nothing else."""
    root = tmp_path / "checkout"
    shutil.copytree(HERE.data, root / "data", ignore=shutil.ignore_patterns("quellen"))
    return Checkout(root)


def open_site(*, sql):
    """The site as ``katalog serve`` starts it, without a server; ``sql`` opens free SQL."""
    context = serve.make_context("serve", options(HERE, sql=sql))
    with context.params["metadata"]:
        return serve.callback(**context.params, return_instance=True)


def answers(site):
    """``(path, **parameters)`` -> the site's answer; in a thread, as Playwright keeps a loop running in ours."""
    pool = ThreadPoolExecutor(1)
    return lambda path, **params: pool.submit(asyncio.run, site.client.get(path, params=params or None)).result()


@pytest.fixture(scope="session")
def seite():
    """``seite(path, **parameters)``: the answer of a site that is open to SQL."""
    return answers(open_site(sql=True))


@pytest.fixture(scope="session")
def geschlossen():
    """``geschlossen(path, **parameters)``: the answer of a site without free SQL."""
    return answers(open_site(sql=False))


@pytest.fixture(scope="session")
def server():
    """Address of a server of our own, as ``katalog serve`` starts it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", *options(HERE, sql=True), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(address, process):
    for _ in range(600):  # a minute: a busy machine may need most of it
        assert process.poll() is None, "the server has stopped"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except urllib.error.URLError:
            time.sleep(0.1)
    pytest.fail(f"no answer from {address}")


@pytest.fixture(scope="session")
def browser():
    """Chromium: the one that ``KATALOG_CHROMIUM`` names, else one on the path, else Playwright's own."""
    named = os.environ.get("KATALOG_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        except PlaywrightError as error:
            pytest.fail(
                f"The browser tests need Chromium and {found or 'none'} could be started "
                f"({str(error).splitlines()[0]}); install one, or set KATALOG_CHROMIUM to its path.",
                pytrace=False,
            )
        yield chromium
        chromium.close()
