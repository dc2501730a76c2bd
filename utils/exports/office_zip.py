"""Office files without the time they were made at: the same content gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def frozen(data: bytes, day: str) -> bytes:
    """Return an office file whose every date is the start of one day.

    Parameters
    ----------
    data : bytes
        A file of the Office Open XML formats; workbooks inside it, as charts have them, are
        treated likewise.
    day : str
        As in "2026-11-24".
    """
    stamp = dt.datetime.fromisoformat(day).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as written:
        for name in source.namelist():
            part = source.read(name)
            if name == _CORE:
                part = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            elif name.endswith(".xlsx"):
                part = frozen(part, day)
            info = ZipInfo(name)  # 1980-01-01, the first day that the format knows
            info.compress_type = ZIP_DEFLATED
            written.writestr(info, part)
    return target.getvalue()
