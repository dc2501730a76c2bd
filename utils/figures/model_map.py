"""The model provinces of a programme, for the component `map`."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from utils.figures import theme
from utils.figures.choropleth import Painted
from utils.figures.outlines import codes
from utils.figures.theme import Swatch
from utils.words import Words


def paint(model: Collection[str], words: Words) -> Painted:
    """Class provinces by whether they are model provinces; `model`: their codes."""
    order = list(codes())
    return Painted(
        keys=("model", "others"),
        labels=(words("programme.model"), words("programme.others")),
        swatches=(theme.STATUS["counted"], Swatch(fill=theme.LAND)),
        classes=pd.Series(
            ["model" if code in model else "others" for code in order], index=order, dtype="string"
        ),
    )
