"""The page to compare with: one select box of the regions and one line of text.

It is run by `tests.bench.run` with the dashboard's own settings and font, but as a plain script:
without the dashboard's own server parts (compressed bundles, safe headers).
"""

from __future__ import annotations

import streamlit as st

from utils.tables.declared.schemas import PROVINCES
from utils.words import Words

NAMES = {
    4: ("North", "Northeast", "Central", "South"),
    6: ("North", "Northeast", "Central", "East", "West", "South"),
}

words = Words("th")
regions = [
    words(f"area.region{size}", name=PROVINCES.columns[f"region{size}"].label(name, "th"))
    for size, names in NAMES.items()
    for name in names
]
st.write(st.sidebar.selectbox(words("filter.region"), [words("filter.all"), *regions]))
