"""What the map component fetches once."""

import gzip
import json

from utils.figures import outlines


def test_every_province_has_a_path_a_tile_and_both_names() -> None:
    drawn = json.loads(outlines.for_browser())
    provinces = drawn["provinces"]
    assert [one["code"] for one in provinces] == list(outlines.codes())
    assert len({(one["column"], one["row"]) for one in provinces}) == 77
    sawan = next(one for one in provinces if one["code"] == "60")
    assert (sawan["iso"], sawan["th"], sawan["en"], sawan["short"]) == (
        "TH-60",
        "นครสวรรค์",
        "Nakhon Sawan",
        "นว",
    )
    assert all(one["d"].startswith("M") and one["d"].endswith("z") for one in provinces)


def test_it_stays_small() -> None:
    assert len(gzip.compress(outlines.for_browser().encode())) < 25_000


def test_the_north_is_above_the_south() -> None:
    middle = {one["code"]: one["y"] for one in json.loads(outlines.for_browser())["provinces"]}
    assert middle["57"] < middle["10"] < middle["95"]
