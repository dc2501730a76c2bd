"""What a link holds. The address is the one truth: widgets follow it and write to it.

Streamlit's own binding keeps a widget's *label* in the address, which changes with the language
(docs/decisions/0004-links.md), so codes are kept here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

_KEPT = "link.kept"
_REFUSED = "link.refused"
_NAMING = "link.naming"
_RENAMED = "link.renamed"
_COMMA = ","
_MEETING = "meeting"


@dataclass(frozen=True, kw_only=True)
class Param:
    """One value of the address: its name, the codes it may hold, and the code it may omit.

    `label`: key of the words that readers know it by, those of its widget. `names_options`:
    whether it decides what the options of other widgets are called.
    """

    name: str
    options: tuple[str, ...]
    default: str
    label: str
    names_options: bool = False

    def allows(self, text: str) -> bool:
        """Tell whether the address may hold this text."""
        return self.fault(text) is None

    def fault(self, text: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        return None if text in self.options else "unknown"


@dataclass(frozen=True, kw_only=True)
class Several(Param):
    """A value that holds several codes, joined by commas: each once, `most` of them at most.

    `default` is joined likewise. No code at all is a choice too. Codes that begin with `apart`
    never stand beside others; empty where all may. `reason`: from a fault to the key of the words
    that explain it, with `most` in them; None where the general words are enough.
    """

    most: int
    apart: str = ""
    reason: Callable[[str], str] | None = None

    def fault(self, text: str) -> str | None:
        """Return why the address may not hold this text: unknown, twice, many or mixed."""
        codes = split(text)
        faults = {
            "unknown": any(code not in self.options for code in codes),
            "twice": len(set(codes)) < len(codes),
            "many": len(codes) > self.most,
            "mixed": len({code.startswith(self.apart) for code in codes}) > 1,
        }
        return next((name for name, wrong in faults.items() if wrong), None)


def restore(shared: Collection[str], *, page: str) -> None:
    """Put back what a change of page dropped from the address, at the start of every run.

    `shared`: names of the values that follow the reader from page to page.
    """
    before, kept = st.session_state.get(_KEPT, (page, {}))
    if page != before and not any(name in st.query_params for name in shared):
        st.query_params.update(kept)


def holds(names: Collection[str]) -> bool:
    """Tell whether the address holds any of some shared values, or the page left before did."""
    _, kept = st.session_state.get(_KEPT, ("", {}))
    return any(name in st.query_params or name in kept for name in names)


def check(*, shared: Sequence[Param], own: Sequence[Param], page: str) -> None:
    """Take out of the address what it may not hold, once in every run, after `restore`.

    `shared` values follow the reader from page to page, `own` ones belong to this page. What is
    taken out is remembered for `refused`.
    """
    present = [param for param in (*shared, *own) if param.name in st.query_params]
    faults = [(param, param.fault(st.query_params[param.name])) for param in present]
    wrong = [(param, fault) for param, fault in faults if fault is not None]
    for param, _ in wrong:
        del st.query_params[param.name]
    st.session_state[_REFUSED] = tuple(wrong)
    kept = {p.name: st.query_params[p.name] for p in shared if p.name in st.query_params}
    st.session_state[_KEPT] = (page, kept)
    naming = [value(param) for param in shared if param.names_options]
    st.session_state[_RENAMED] = naming != st.session_state.get(_NAMING)
    st.session_state[_NAMING] = naming


def refused() -> tuple[tuple[Param, str], ...]:
    """Return the values that were taken out of this run's address, each with its fault."""
    faults: tuple[tuple[Param, str], ...] = st.session_state.get(_REFUSED, ())
    return faults


def renamed() -> bool:
    """Tell whether this run calls the options of widgets otherwise than the run before."""
    return bool(st.session_state.get(_RENAMED))


def value(param: Param) -> str:
    """Return the code the address holds, or the default."""
    code: str = st.query_params.get(param.name, param.default)
    return code if param.allows(code) else param.default


def values(param: Several) -> tuple[str, ...]:
    """Return the codes the address holds, in their order, or the default ones."""
    return split(value(param))


def split(text: str) -> tuple[str, ...]:
    """Return the codes of a text that holds several."""
    return tuple(text.split(_COMMA)) if text else ()


def join(codes: Iterable[str]) -> str:
    """Return several codes as one text."""
    return _COMMA.join(codes)


def put(param: Param, code: str) -> None:
    """Write a code into the address; the default is left out, to keep links short.

    Where the address names a meeting, what it left out would be the meeting's: all is spelled out.
    """
    if code == param.default and _MEETING not in st.query_params:
        drop(param)
    else:
        st.query_params[param.name] = code


def drop(param: Param) -> None:
    """Take a value out of the address."""
    st.query_params.pop(param.name, None)


def follow(param: Param, place: str, *, unset: str | None = None) -> tuple[str, Callable[[], None]]:
    """Return the key and the on_change of a widget that shows `param`.

    `place` tells apart two widgets that show the same value on one page. `unset`: what the widget
    shows before anything is set.
    """
    key = f"{place}.{param.name}"
    # Set anew, a widget is drawn a second time in the browser; it shows a new name only then.
    if renamed() or st.session_state.get(key, unset) != value(param):
        st.session_state[key] = value(param)
    return key, lambda: put(param, str(st.session_state[key]))


def home(page: str, codes: dict[str, str]) -> str:
    """Return the whole address of a page, for a file that is opened elsewhere.

    Relative where the server was not told its own address, as in tests.
    """
    here = st.context.url
    relative = address(page, codes)
    if not here:
        return relative
    shown, _ = st.session_state.get(_KEPT, ("", {}))
    return f"{here.rstrip('/').removesuffix(f'/{shown}')}/{relative}"


def address(page: str, codes: dict[str, str]) -> str:
    """Return a relative address of a page with every code spelled out."""
    return f"{page}?{urlencode(codes, safe=_COMMA)}" if codes else page
