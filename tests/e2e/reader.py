"""What a reader of the dashboard does and sees, by roles and labels; and a witness of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    ViewportSize,
    WebError,
    WebSocket,
    expect,
)

from tests.serving import HOST
from utils.screen.pages import PAGES
from utils.words import Lang, Words

DESKTOP: ViewportSize = {"width": 1366, "height": 768}
# What every installation has in its menu; the others are opened from there, or by link.
MENU = [name for name, page in PAGES.items() if page.in_menu is True]

# Streamlit looks for its server below the page's own address first: two 404s a deep link.
PROBE = re.compile(
    rf"http://{HOST}:\d+/({'|'.join(page.path for page in PAGES.values() if page.path)})"
    r"/_stcore/(health|host-config)"
)


@dataclass
class Witness:
    """Every request, console error and page error of a browser context."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Listen from now on, to every page of the context."""
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", self._failed)
        context.on("page", lambda page: page.on("websocket", self._connected))

    def foreign(self) -> list[str]:
        """Return the requests that left this host."""
        kept = [url for url in self.requests if urlsplit(url).scheme not in {"data", "blob"}]
        return [url for url in kept if urlsplit(url).hostname != HOST]

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _connected(self, socket: WebSocket) -> None:
        self.requests.append(socket.url)

    def _said(self, message: ConsoleMessage) -> None:
        where = str(message.location.get("url", ""))
        if message.type == "error" and not PROBE.fullmatch(where):
            self.complaints.append(f"{message.text} ({where})")

    def _failed(self, error: WebError) -> None:
        self.complaints.append(str(error.error))


@dataclass(frozen=True)
class Reader:
    """A reader at one page."""

    page: Page

    def open(self, name: str, lang: Lang = "th", **link: str) -> Words:
        """Open a page by its link, wait until it is drawn, and return its words."""
        codes = {**({"lang": lang} if lang != "th" else {}), **link}
        query = "&".join(f"{param}={code}" for param, code in codes.items())
        path = f"/{PAGES[name].path}"
        self.page.goto(f"{path}?{query}" if query else path)
        words = Words(lang)
        self.sees(name, words)
        return words

    def opens_in_both(self, name: str, **link: str) -> Iterator[Words]:
        """Open a page in Thai, then switch it to English; yield the words of each once drawn."""
        yield self.open(name, "th", **link)
        self.switches("English")
        words = Words("en")
        self.sees(name, words)
        yield words

    def sees(self, name: str, words: Words) -> None:
        """Expect the page, drawn to its end, and the document to say which language it is in."""
        self.sees_drawn(name, words)
        expect(self.page.locator("html")).to_have_attribute("lang", words.lang)

    def sees_drawn(self, name: str, words: Words) -> None:
        """Expect the page, drawn to its end."""
        title = self.page.get_by_role("heading", level=1, name=words(f"{name}.title"), exact=True)
        expect(title).to_be_visible()
        expect(self.page.get_by_test_id("stApp")).to_have_attribute(
            "data-test-script-state", "notRunning"
        )
        for selector in PAGES[name].drawn:
            expect(self.page.locator(selector).first).to_be_visible()
        expect(self.page.get_by_test_id("stException")).to_have_count(0)
        expect(self.page.get_by_text(words("error.unexpected"))).to_have_count(0)

    def turns_to(self, name: str, words: Words) -> None:
        """Go to another page by the navigation at the top."""
        menu = self.page.get_by_role("navigation")
        menu.get_by_role("link", name=words(f"{name}.menu"), exact=True).click()
        self.sees(name, words)

    def filter(self, param: str, words: Words) -> Locator:
        """Return a shared filter by its label."""
        return self.page.get_by_role("combobox", name=words(f"filter.{param}"), exact=True)

    def chooses(self, param: str, option: str, words: Words) -> None:
        """Choose an option of a filter by its name."""
        self.filter(param, words).click()
        self.page.get_by_role("option", name=option, exact=True).click()
        expect(self.filter(param, words)).to_have_value(option)

    def switches(self, name: str) -> None:
        """Switch the language, "ไทย" or "English"."""
        self.page.get_by_role("radio", name=name, exact=True).click()

    def address_is(self, name: str, **codes: str) -> None:
        """Expect the address to be this page with exactly these codes, in any order."""
        held = "".join(rf"(?=.*[?&]{param}={code}(&|$))" for param, code in codes.items())
        query = rf"\?[^&]+(&[^&]+){{{len(codes) - 1}}}" if codes else ""
        address = re.compile(rf"^http://{HOST}:\d+/{PAGES[name].path}(?=\?|$){held}{query}$")
        expect(self.page).to_have_url(address)

    @property
    def number(self) -> Locator:
        """The large number of the overview, with what it is out of."""
        return self.page.locator(".brief .main .number")

    def province(self, name: str, *, view: str = "outlines") -> Locator:
        """Return a province of the map by name."""
        start = re.compile(f"^{re.escape(name)}:")
        return self.page.locator(f".{view}").get_by_role("button", name=start)

    def unfolds(self, label: str) -> Locator:
        """Open a folded section and return the cells of its table.

        The table is painted on a canvas; what it holds stands beside it for screen readers.
        """
        self.page.get_by_text(label, exact=True).click()
        section = self.page.get_by_role("group").filter(has_text=label)
        return section.get_by_role("grid", include_hidden=True)
