"""Which province and which LAO a text names: exactly, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import pandas as pd

from utils.tables import districts, references
from utils.tables.declared import schemas
from utils.tables.declared.columns import Reference, Table
from utils.tables.declared.places import LAO_TYPES
from utils.tables.declared.schemas import Load
from utils.tables.reading.normalise import fold, punctuation, spelling_key
from utils.tables.references import References, Referred

# Everyday names that no likeness of spelling leads to. They are suggested, never accepted.
ALIASES: Mapping[str, str] = {
    "กทม": "10",
    "กรุงเทพ": "10",
    "กรุงเทพฯ": "10",
    "krung thep": "10",
    "bkk": "10",
    "ปากน้ำ": "11",
    "อยุธยา": "14",
    "ayutthaya": "14",
    "แปดริ้ว": "24",
    "โคราช": "30",
    "korat": "30",
    "อุบล": "34",
    "อุดร": "41",
    "ปากน้ำโพ": "60",
    "เมืองกาญจน์": "71",
    "แม่กลอง": "75",
    "ประจวบ": "77",
    "นครศรีฯ": "80",
    "เมืองคอน": "80",
    "สุราษฎร์": "84",
}
_PREFIX = re.compile(r"^(จังหวัด|จ\.|จว\.|changwat\s)\s*", re.IGNORECASE)
_SUFFIX = re.compile(r"\sprovince$", re.IGNORECASE)
_CODE = re.compile(r"(TH-?)?[0-9]{2}", re.IGNORECASE)
# A space may stand between the words of a type: เทศบาล ตำบลปริก.
_LONG_TYPE = re.compile(
    "^(" + "|".join(re.sub("(เทศบาล|ส่วน)", r"\1\\s*", one.th) for one in LAO_TYPES) + r")\s*(.+)$"
)
_SHORT_TYPE = re.compile(r"^(ทน|ทม|ทต|อบต|อบจ)(?:\s*\.\s*|\s+)(.+)$")
_TYPE_OF = {
    spelling_key(written): choice.code
    for choice in LAO_TYPES
    for written in (choice.th, choice.en, choice.code)
}
_IN_PROVINCE = re.compile(
    r"(?P<name>.+?)\s*(?:(?P<open>\()|(?<!ส่วน)จังหวัด|\s(?:จ|จว)\.)\s*(?:จังหวัด|จ\.)?"
    r"\s*(?P<province>[^()]+?)\s*(?(open)\))"
)
_CUT = re.compile(r"\s*[\[(/|,]\s*|\s+-\s*|\s+|(?<!อบ)(?=จ\.)")
_BEFORE_A_NAME = re.compile(
    r"(?P<place>.+?)[\s/|,:-]+(?P<name>(?:ท[นมต]\.|อบ[ตจ]\.|เทศบาล|องค์การบริหารส่วน).+)"
)
_POSTAL = re.compile(r"(?<![0-9])[0-9]{5}(?![0-9])")
_PROVINCE_SAID = re.compile(r"(?:จังหวัด|(?<![ก-๎])จว?\.)\s*(?P<name>[^/|,;()]+)")
_DISTRICT_SAID = re.compile(r"(?:อำเภอ|(?<![ก-๎])อ\.|(?<![ก-๎])เขต)\s*(?P<name>[^\s/|,;()]+)")
_SUBDISTRICT = re.compile(r"^(?:ตำบล|ต\.|แขวง)\s*")
_MARKERS = frozenset({"จ", "จว", "จังหวัด", "อ", "อำเภอ", "ต", "ตำบล", "อเมือง", "อำเภอเมือง", "เมือง"})
_SEPARATOR = re.compile(r"[/|,;()]|\s-\s")
_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_SEAT = re.compile(r"\(.*\)|(?<=[0-9])[^0-9]*$")
_PROVINCIAL = re.compile(
    r"^(?:ทสจ\.?|สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อม) *(?:จังหวัด|จ\.)? *(?P<province>.+)$"
)
_IN_DISTRICT = re.compile(r"(?P<name>.+?)\s*[(,]?\s*(?:อำเภอ|\sอ\.)\s*(?P<district>[^()\s]+)\)?")


class Lao(NamedTuple):
    """One name and type that an LAO has or had."""

    lao_id: str
    lao_type: str
    province_code: str
    name_th: str

    @property
    def full_name(self) -> str:
        """The name as officers write it: ทต.ปริก."""
        return f"{self.lao_type}{self.name_th}"


@dataclass(frozen=True, kw_only=True, eq=False)
class Places:
    """What the cells of a file may refer to; empty, none of them resolves.

    `province_of`: codes by spelling key of a name. `province_names`: Thai names by code. `laos`: by
    spelling key of the name without its type. `types_of`: every type an LAO ever had, by its id.
    `office_of`: numbers of offices by their names (`find_office`). `provinces_of`: by number, the
    provinces that either source gives an office. `referred`: values of other tables.
    """

    province_of: Mapping[str, str] = field(default_factory=dict)
    province_names: Mapping[str, str] = field(default_factory=dict)
    laos: Mapping[str, tuple[Lao, ...]] = field(default_factory=dict)
    lao_by_id: Mapping[str, Lao] = field(default_factory=dict)
    types_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    office_of: Mapping[str, int] = field(default_factory=dict)
    provinces_of: Mapping[int, frozenset[str]] = field(default_factory=dict)
    referred: References = field(default_factory=dict)


NOWHERE = Places()


def index_places(
    provinces: pd.DataFrame,
    register: pd.DataFrame | None = None,
    offices: pd.DataFrame | None = None,
) -> Places:
    """Index the provinces, the LAOs of the register under every name they ever had, and offices.

    Parameters
    ----------
    provinces : DataFrame, one row per province
        As `schemas.PROVINCES`.
    register : DataFrame, one row per name and type of an LAO, optional
        As `schemas.MUNICIPALITIES`.
    offices : DataFrame, one row per name of an office, optional
        As `schemas.OFFICES`; `provinces` then says which province belongs to which.
    """
    province_of: dict[str, str] = {}
    names = provinces[["province_code", "iso_code", "name_th", "name_en"]]
    for code, *written in names.itertuples(index=False, name=None):
        province_of.update({spelling_key(name): code for name in (code, *written)})
    laos = [] if register is None else list(_laos(register))
    by_name: dict[str, list[Lao]] = {}
    types: dict[str, set[str]] = {}
    for lao in laos:
        by_name.setdefault(spelling_key(lao.name_th), []).append(lao)
        types.setdefault(lao.lao_id, set()).add(lao.lao_type)
    return Places(
        province_of=province_of,
        province_names=dict(zip(provinces["province_code"], provinces["name_th"], strict=True)),
        laos={key: tuple(named) for key, named in by_name.items()},
        lao_by_id={lao.lao_id: lao for lao in laos},
        types_of={lao_id: frozenset(one) for lao_id, one in types.items()},
        office_of={} if offices is None else dict(_office_names(offices)),
        provinces_of={} if offices is None else _provinces_of(provinces),
    )


def _laos(register: pd.DataFrame) -> Iterable[Lao]:
    columns = list(Lao._fields)
    complete = register[columns].dropna()
    return (Lao(*row) for row in complete.itertuples(index=False, name=None))


def _office_names(offices: pd.DataFrame) -> Iterable[tuple[str, int]]:
    columns = ["office_number", "short_name_th", "name_th", "name_en"]
    for number, *written in offices[columns].dropna().itertuples(index=False, name=None):
        yield from ((_office_key(name), int(number)) for name in written)


def _office_key(name: str) -> str:
    """Return the key of an office's name, whether its number has ที่ before it or not."""
    return spelling_key(name).replace("ที่", "")


def _provinces_of(provinces: pd.DataFrame) -> dict[int, frozenset[str]]:
    codes: dict[int, set[str]] = {}
    for column in ("office_number", "office_number_other"):
        rows = provinces[["province_code", column]].dropna()
        for code, number in rows.itertuples(index=False, name=None):
            codes.setdefault(int(number), set()).add(code)
    return {number: frozenset(one) for number, one in codes.items()}


def places_for(table: Table, load: Load) -> Places:
    """Return the provinces, LAOs and values of other tables that a reader of `table` needs."""
    referred = {reference: _referred(reference, load) for reference in references.of_table(table)}
    return replace(_places_of_kinds(table, load), referred=referred)


def _places_of_kinds(table: Table, load: Load) -> Places:
    kinds = {column.kind for column in table.columns.values()}
    if "lao" in kinds:
        return index_places(load("provinces"), load("municipalities"), load("offices"))
    if "province" not in kinds:
        return NOWHERE
    # The table of offices is itself read by the provinces.
    offices = None if table is schemas.OFFICES else load("offices")
    return index_places(load("provinces"), offices=offices)


def _referred(reference: Reference, load: Load) -> Referred:
    whole = schemas.ALL[reference.table]
    frame = load(reference.table)[list(reference.columns)].dropna()
    rows = dict.fromkeys(frame.itertuples(index=False, name=None))
    return Referred(whole.title_th, whole.title_en, tuple(rows))


def find_province(text: str, places: Places) -> str | None:
    """Return the code of the province that `text` names, None where it names none.

    It may be the Thai name, alone or after จ. or จังหวัด, the English name, the ISO code or the
    two-digit code; names in any case and spacing, codes only as a whole: 6.0 is not 60.
    """
    if text in places.province_names:
        return text
    bare = _SUFFIX.sub("", _PREFIX.sub("", fold(text)))
    is_code = any(map(str.isdigit, bare))
    if not _CODE.fullmatch(bare) if is_code else punctuation(bare):
        return None
    return places.province_of.get(spelling_key(bare))


def find_office(text: str, places: Places) -> frozenset[str] | None:
    """Return the provinces of the office that a text names, under any name it ever had.

    A provincial office has its own. None where the text names no office.
    """
    folded = fold(text)
    if provincial := _PROVINCIAL.match(folded):
        code = find_province(provincial["province"], places)
        return None if code is None else frozenset({code})
    bare = _LEADING_ZEROS.sub("", _SEAT.sub("", folded)).strip()
    number = int(bare) if bare.isdecimal() else places.office_of.get(_office_key(bare))
    return None if number is None else places.provinces_of.get(number)


def read_address(text: str, places: Places) -> frozenset[str] | None:
    """Return the provinces that an address leaves: "อ.เมือง จ.สงขลา", "หาดใหญ่ / สงขลา".

    None where it names none; none of them where it contradicts itself, as a district of Songkhla in
    Chiang Mai does.
    """
    folded = _POSTAL.sub("", fold(text)).strip()
    parts = [one for one in _parts_of_address(folded) if spelling_key(one) not in _MARKERS]
    named = {code for one in parts if (code := find_province(one, places)) is not None}
    said = [find_province(one["name"].strip(), places) for one in _PROVINCE_SAID.finditer(folded)]
    codes = {code for code in said if code is not None} or named
    marked = [one["name"] for one in _DISTRICT_SAID.finditer(folded)]
    marked = [one for one in marked if spelling_key(one) not in _MARKERS]
    if len(codes) == 1:
        beside = [*marked, *(one for one in parts[-2:] if find_province(one, places) is None)]
        known = [found for one in beside if (found := districts.with_a_place(_bare(one)))]
        return frozenset(codes) if all(codes <= one for one in known) else frozenset()
    if codes:
        return None
    known = [found for one in marked or parts if (found := districts.provinces_of(one))]
    within = frozenset.intersection(*known) if known else frozenset()
    return within.intersection(places.province_names) or None


def find_province_of_address(text: str, places: Places) -> str | None:
    """Return the province of an address of which every part is known to lie in it; else None."""
    codes = read_address(text, places) or frozenset()
    parts = _parts_of_address(_POSTAL.sub("", fold(text)))
    is_known = all(
        find_province(one, places) in codes
        or codes <= districts.with_a_place(_bare(one))
        or spelling_key(one) in _MARKERS
        for one in parts
    )
    return next(iter(codes)) if len(codes) == 1 and is_known else None


def _parts_of_address(folded: str) -> list[str]:
    """Return the parts of an address as its signs divide it, or else its spaces."""
    parts = [one.strip() for one in _SEPARATOR.split(folded)]
    if len(parts) == 1:
        parts = folded.split()
    return [one for one in parts if one]


def _bare(place: str) -> str:
    return _SUBDISTRICT.sub("", place)


def split_type(text: str) -> tuple[str | None, str]:
    """Split an LAO's type from its name: ทต.ปริก and เทศบาลตำบลปริก give (ทต., ปริก)."""
    whole = fold(text)
    if long := _LONG_TYPE.match(whole):
        return _TYPE_OF[spelling_key(long[1])], long[2].strip()
    if short := _SHORT_TYPE.match(whole):
        return f"{short[1]}.", short[2].strip()
    return None, whole


def find_type(text: str) -> str | None:
    """Return the code of the type of LAO that a text names, short or long; None for none."""
    return _TYPE_OF.get(spelling_key(text))


def split_place(text: str, places: Places) -> tuple[str, frozenset[str] | None]:
    """Split the place from the name of an LAO: "ทต.ปริก (สงขลา)", "ทต.ปริก อ.สะเดา จ.สงขลา".

    Returns the name, and the codes of the provinces that are meant; None where no place is named.
    """
    name, meant = fold(text), None
    if (parts := _BEFORE_A_NAME.fullmatch(name)) is not None:
        code = find_province(parts["place"], places)
        name, meant = (name, None) if code is None else (parts["name"], frozenset({code}))
    if (parts := _IN_PROVINCE.fullmatch(name)) is not None:
        code = find_province(parts["province"], places)
        name, meant = (name, None) if code is None else (parts["name"], frozenset({code}))
    if (parts := _IN_DISTRICT.fullmatch(name)) is not None:
        within = districts.provinces_of(parts["district"])
        name, meant = parts["name"], meant or within or None
    if meant is None:
        return _split_address(text, name, places)
    return name, meant


def _split_address(text: str, folded: str, places: Places) -> tuple[str, frozenset[str] | None]:
    """Split an address behind a name: "ทน.หาดใหญ่ / สงขลา", "ทน.หาดใหญ่ (อ.หาดใหญ่ จ.สงขลา)".

    A district alone may be a part of the name, unless it is marked as one.
    """
    for cut in _CUT.finditer(folded):
        name, place = folded[: cut.start()], folded[cut.end() :].strip(" [])")
        is_place = _DISTRICT_SAID.match(place) or any(
            find_province(one, places) for one in _parts_of_address(place)
        )
        if is_place and split_type(name)[0] is not None:
            return name, read_address(place, places)
    return text, None


def find_laos(text: str, places: Places, *, province_code: str | None) -> tuple[Lao, ...]:
    """Return the LAOs that `text` names with their type, in one province or (None) in all.

    Old names and types count too, as the register keeps them. An LAO with several such rows is
    returned once.
    """
    lao_type, name = split_type(text)
    named = places.laos.get(spelling_key(name), ())
    fitting = {
        lao.lao_id: lao
        for lao in named
        if lao.lao_type == lao_type and province_code in {None, lao.province_code}
        if punctuation(name) <= punctuation(lao.name_th)
    }
    return tuple(fitting.values())
