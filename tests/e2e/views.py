"""The views that are opened to look for one kind of fault on all of them."""

from __future__ import annotations

from utils.screen.pages import PAGES

# Every page as it opens, each part of those that have parts, and states that no part is.
VIEWS: list[tuple[str, dict[str, str]]] = [
    *((name, {}) for name in PAGES),
    *(
        (name, {page.parts.name: code})
        for name, page in PAGES.items()
        if page.parts is not None
        for code in page.parts.options
        if code != page.parts.default
    ),
    ("overview", {"year": "2566"}),
    ("map", {"show": "stage", "trial": "1"}),
    ("staircase", {"trial": "0"}),
    ("scores", {"trial": "0"}),
    ("pilots", {"cities": "LAO-55-004,LAO-99-999"}),
    ("city", {"city": "LAO-77-002"}),
    ("province", {"province": "TH-60"}),
    ("province", {"province": "TH-96"}),
    ("province", {"province": "TH-60", "trial": "1"}),
]
