"""The tables of scores carried together: of one kind, and which years they hold."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.measures.scoring import shipped_record

REAL, INVENTED = shipped_record(fictitious=False), shipped_record(fictitious=True)


def test_without_scores_it_is_empty_and_holds_no_year() -> None:
    assert REAL.is_empty
    assert REAL.years_be == ()


def test_the_years_are_those_of_scores_and_of_lpa_results() -> None:
    two = INVENTED.scores.iloc[:2].assign(fiscal_year_be=pd.array([2565, 2563], dtype="Int64"))
    one = INVENTED.lpa.iloc[:1].assign(fiscal_year_be=pd.array([2564], dtype="Int64"))
    held = replace(INVENTED, scores=two, lpa=one)
    assert held.years_be == (2563, 2564, 2565)
    assert not replace(held, scores=two.iloc[:0]).is_empty


@pytest.mark.parametrize("name", ["scores", "lpa", "municipalities"])
def test_invented_and_real_rows_are_never_carried_together(name: str) -> None:
    real = REAL.municipalities["lao_id"].iloc[:1]
    mixed = pd.concat(
        [getattr(INVENTED, name), pd.DataFrame({"lao_id": real})], ignore_index=True
    ).astype({"lao_id": "string"})
    with pytest.raises(ValueError, match="never mixed"):
        replace(INVENTED, **{name: mixed})


def test_a_flag_that_the_ids_gainsay_is_refused() -> None:
    with pytest.raises(ValueError, match="never mixed"):
        replace(INVENTED, fictitious=False)
    with pytest.raises(ValueError, match="never mixed"):
        replace(REAL, fictitious=True)
