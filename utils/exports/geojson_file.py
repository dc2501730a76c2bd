"""The provinces with what was measured of them as GeoJSON, for a map of one's own."""

from __future__ import annotations

import json
from collections.abc import Collection

import pandas as pd

from utils.figures.outlines import with_table


def geojson_bytes(table: pd.DataFrame, *, area: Collection[str], about: tuple[str, ...]) -> bytes:
    """Return a table of the provinces on their outlines, as GeoJSON (RFC 7946, so EPSG:4326).

    Parameters
    ----------
    table : DataFrame, one row per province, indexed by province_code
        Of all 77, as `utils.figures.outlines.with_table` asks; its columns become properties.
    area : collection of str
        Codes of the provinces of the chosen area: `in_area` is true of these.
    about : tuple of str
        Definition, year, source, terms: a list beside the features, which readers of the format
        skip.

    Returns
    -------
    bytes
        {"type": "FeatureCollection", "about": [...], "features": [...]}, a feature a province; a
        property that is not known is null.

    Raises
    ------
    ValueError
        If the table is not one of all provinces.
    """
    provinces = with_table(table.assign(in_area=table.index.isin(list(area))))
    features = json.loads(provinces.reset_index().to_json(drop_id=True))
    collection = {
        "type": "FeatureCollection",
        "about": list(about),
        "features": features["features"],
    }
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
