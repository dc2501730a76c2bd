"""The model provinces of a programme, for the component `map`."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from utils.figures import theme
from utils.figures.coverage.choropleth import Painted
from utils.figures.outlines import codes
from utils.figures.theme import Swatch
from utils.words import Words


def paint(model: Collection[str], outside: Collection[str], words: Words) -> Painted:
    """Class provinces by whether they are model provinces.

    `model`: their codes. `outside`: codes of what is no province of the target: Bangkok, which is
    never counted among the others.
    """
    order = list(codes())
    classes = [_class(code, model, outside) for code in order]
    return Painted(
        keys=("model", "others", "outside"),
        labels=(words("programme.model"), words("programme.others"), words("status.outside")),
        swatches=(
            theme.STATUS["counted"],
            Swatch(fill=theme.LAND),
            theme.STATUS["outside"],
        ),
        classes=pd.Series(classes, index=order, dtype="string"),
    )


def _class(code: str, model: Collection[str], outside: Collection[str]) -> str:
    if code in model:
        return "model"
    return "outside" if code in outside else "others"
