"""Build the fictitious (ข้อมูลสมมติ) tables beside this script.

Run from the project's folder: ``python -m data.fictitious.build_fictitious``. The real tables of
enrolment, scores and LPA results are not public; these let their views be tried. Every LAO is
invented and says so in its name; provinces are real. Of facts they keep only the first fiscal
year, 2547, four regional networks, and 34 indicators with their maxima. Everything else comes
from a seeded generator, byte for byte.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from data.fictitious.chance import Chance, Row
from data.fictitious.enrolment import enrolment_of, evidence_of
from data.fictitious.laos import Lao, invented_laos
from data.fictitious.parts import parts_of
from data.fictitious.scores import assessed, lpa_of, scores_of

HERE = Path(__file__).resolve().parent
SEED = 2547
MARK = "ข้อมูลสมมติ"  # heading and cell of the column that says so
SEED_OF_SCORES = 2561  # of their own, so that neither file depends on the other


def write(name: str, rows: Sequence[Row]) -> None:
    """Write one table beside this script, with the columns of the real table of that name.

    A last column, which the tables do not have, says in every row what it is.
    """
    with (HERE.parent / name).open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*columns, MARK], lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {MARK: MARK} for row in rows)
    print(name, len(rows))


def staircase(laos: Sequence[Lao], chance: Chance) -> None:
    """Invent enrolment and evidence."""
    years = [list(enrolment_of(lao, chance)) for lao in laos]
    found = [row for rows in years for row in evidence_of(rows, laos, chance)]
    for number, row in enumerate(found, 1):
        row["evidence_id"] = f"FIC-EV-{number:04}"
    write("enrolment.csv", [row for rows in years for row in rows])
    write("reported_parts.csv", list(parts_of([row for rows in years for row in rows])))
    write("step_evidence.csv", found)


def scores(laos: Sequence[Lao], chance: Chance) -> None:
    """Invent scores and LPA results."""
    cities = assessed(laos, chance)
    write("scores.csv", [row for city in cities for row in scores_of(city, chance)])
    write("lpa_results.csv", [row for city in cities for row in lpa_of(city, chance)])


def main() -> None:
    """Rebuild the tables."""
    chance = Chance(SEED)
    laos = invented_laos(chance)
    write("municipalities.csv", [lao.row for lao in laos])
    staircase(laos, chance)
    scores(laos, Chance(SEED_OF_SCORES))


if __name__ == "__main__":
    main()
