"""Every public measure is on the Methods page, with a summary of its own."""

import importlib
import inspect
from pathlib import Path

from utils import paths
from utils.measures import definitions

FOLDER = Path(definitions.__file__).parent


def test_every_public_measure_is_listed() -> None:
    public = set()
    for path in FOLDER.rglob("[a-z]*.py"):
        module = importlib.import_module(
            ".".join(path.relative_to(paths.ROOT).with_suffix("").parts)
        )
        public |= {
            function
            for name, function in inspect.getmembers(module, inspect.isfunction)
            if function.__module__ == module.__name__ and not name.startswith("_")
        }
    listed = set(definitions.MEASURES.values())
    assert public - listed == {definitions.definitions}


def test_a_definition_holds_the_docstring_in_parts() -> None:
    found = {one.name: one for one in definitions.definitions()}
    assert (
        found["qualifying"].summary == "Return the awards that a rule counts, whatever their year."
    )
    assert "cabinet resolution of 10 October 2560" in found["qualifying"].notes
    assert found["coverage_by"].returns.startswith("DataFrame, one row per group")
    assert all(one.summary.endswith(".") for one in found.values())


def test_every_measure_names_the_source_of_its_rule() -> None:
    unsourced = [
        one.name for one in definitions.definitions() if not one.notes.startswith("Source: ")
    ]
    assert unsourced == []
    assert len(definitions.MEASURES) >= 19
