"""The data dictionary says what the declarations say."""

from __future__ import annotations

from utils import paths
from utils.tables import dictionary, schemas


def test_the_committed_dictionary_is_not_stale() -> None:
    written = (paths.DATA / "README.md").read_text("utf-8")
    assert written == dictionary.text(), "run: python -m utils.tables.dictionary"


def test_every_table_and_column_is_in_it_with_its_words() -> None:
    text = dictionary.text()
    for table in schemas.ALL.values():
        assert f"## {table.name}\n" in text
        assert table.source_en in text
        assert table.licence_th in text
        assert table.as_of_en in text
        for name, column in table.columns.items():
            assert f"| `{name}`<br>{column.title_th}<br>{column.title_en} |" in text
            assert column.about_th in text
            assert column.about_en in text


def test_cells_do_not_break_the_table() -> None:
    lines = [line for line in dictionary.text().splitlines() if line.startswith("| `")]
    assert len(lines) == sum(len(table.columns) for table in schemas.ALL.values())
    assert {line.replace(r"\|", "").count("|") for line in lines} == {6}
