"""Where the project's files lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
FICTITIOUS = DATA / "fictitious"
GEO = ROOT / "geo"
MEASURES = DATA / "measures"
PAGES = ROOT / "pages"
STORE = ROOT / "store"
STATIC = ROOT / "static"
WORDS = DATA / "words"
