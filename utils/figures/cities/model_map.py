"""The model provinces of a programme, for the component `map`."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from utils.figures import theme
from utils.figures.coverage.choropleth import Painted
from utils.figures.outlines import with_table
from utils.figures.theme import Swatch
from utils.words import Words


def paint(states: pd.DataFrame, model: Collection[str], words: Words) -> Painted:
    """Class provinces by whether they are model provinces; Bangkok is never among the others.

    `states`: from `utils.measures.coverage.coverage.by_province`. `model`: codes of the model
    provinces.
    """
    classes = states["status"].where(states["status"] == "outside", "others")
    classes = classes.mask(states.index.isin(list(model)), "model")
    return Painted(
        keys=("model", "others", "outside"),
        labels=(words("programme.model"), words("programme.others"), words("status.outside")),
        swatches=(
            theme.STATUS["counted"],
            Swatch(fill=theme.LAND),
            theme.STATUS["outside"],
        ),
        provinces=with_table(states.assign(**{"class": classes})),
    )
