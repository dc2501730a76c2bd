"""The tables of provinces, of LAOs and of the centre cities."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from utils.tables.declared.columns import NOT_RECORDED_EN, NOT_RECORDED_TH, Choice, Column, Table
from utils.tables.declared.offices import CLUSTER_CODE, OFFICE_NUMBER
from utils.tables.declared.shared import (
    LAO,
    NAME_EN,
    NAME_TH,
    NOTE,
    OWN_LICENCE_EN,
    OWN_LICENCE_TH,
    PROVINCE,
    SOURCE,
)

FICTITIOUS_PREFIX: Final = "FIC-"
"""Begins the ids of the invented LAOs of data/fictitious/: no real table may hold one."""

PROVINCE_CODE = replace(
    PROVINCE,
    kind="code",
    pattern=r"^[1-9][0-9]$",
    form_th="ตัวเลขสองหลัก เช่น 60",
    form_en="two digits, such as 60",
    refers_to=None,
)

LAO_ID = replace(
    LAO,
    kind="code",
    pattern=r"^(LAO|FIC)-[1-9][0-9]-[0-9]{3}$",
    form_th="LAO- (FIC- ถ้าแต่งขึ้นให้ทดลองใช้) ตามด้วยรหัสจังหวัดสองหลัก ขีด และเลขสามหลัก เช่น LAO-60-001",
    form_en="LAO- (FIC- for an invented one), the code of the province, a hyphen and three digits, "
    "such as LAO-60-001",
    refers_to=None,
)

REGIONS_4 = (
    Choice(code="North", th="ภาคเหนือ", en="North"),
    Choice(code="Central", th="ภาคกลางและภาคตะวันออก", en="Central and East"),
    Choice(code="Northeast", th="ภาคตะวันออกเฉียงเหนือ", en="Northeast"),
    Choice(code="South", th="ภาคใต้", en="South"),
)

REGIONS_6 = (
    Choice(code="North", th="ภาคเหนือ", en="North"),
    Choice(code="Northeast", th="ภาคตะวันออกเฉียงเหนือ", en="Northeast"),
    Choice(code="Central", th="ภาคกลาง", en="Central"),
    Choice(code="East", th="ภาคตะวันออก", en="East"),
    Choice(code="West", th="ภาคตะวันตก", en="West"),
    Choice(code="South", th="ภาคใต้", en="South"),
)

LAO_TYPES = (
    Choice(code="ทน.", th="เทศบาลนคร", en="City municipality"),
    Choice(code="ทม.", th="เทศบาลเมือง", en="Town municipality"),
    Choice(code="ทต.", th="เทศบาลตำบล", en="Subdistrict municipality"),
    Choice(code="อบต.", th="องค์การบริหารส่วนตำบล", en="Subdistrict administrative organisation"),
    Choice(code="อบจ.", th="องค์การบริหารส่วนจังหวัด", en="Provincial administrative organisation"),
)

LAO_TYPES_EN: Final = {"ทน.": "CM", "ทม.": "TM", "ทต.": "SM", "อบต.": "SAO", "อบจ.": "PAO"}
"""English abbreviations of LAO types; they are spelled out in data/README.md."""

LAO_TYPE = Column(
    kind="choice",
    title_th="ประเภท อปท.",
    title_en="LAO type",
    about_th="ประเภทขององค์กรปกครองส่วนท้องถิ่นในช่วงเวลาของแถวนี้",
    about_en="Type of the LAO while this row is valid",
    choices=LAO_TYPES,
    aliases=("ประเภท", "ประเภทเทศบาล", "type"),
)

_LATITUDE = Column(
    kind="number",
    title_th="ละติจูด",
    title_en="Latitude",
    about_th="ละติจูด WGS 84",
    about_en="Latitude, WGS 84",
    unit_th="องศา",
    unit_en="degrees",
    low=5.5,
    high=20.6,
    nullable=True,
    aliases=("lat",),
)

_LONGITUDE = Column(
    kind="number",
    title_th="ลองจิจูด",
    title_en="Longitude",
    about_th="ลองจิจูด WGS 84",
    about_en="Longitude, WGS 84",
    unit_th="องศา",
    unit_en="degrees",
    low=97.3,
    high=105.7,
    nullable=True,
    aliases=("lon", "lng"),
)

_VALID_FROM_BE = Column(
    kind="year",
    title_th="ใช้ตั้งแต่ปี พ.ศ.",
    title_en="Valid from (B.E.)",
    about_th="ปี พ.ศ. แรกที่ใช้ชื่อและประเภทนี้ (ว่าง = ไม่ทราบ)",
    about_en="First year, Buddhist Era, of this name and type (empty = not known)",
    unit_th="พ.ศ.",
    unit_en="B.E.",
    low=2440,
    high=2600,
    nullable=True,
)

_VALID_TO_BE = Column(
    kind="year",
    title_th="ใช้ถึงปี พ.ศ.",
    title_en="Valid to (B.E.)",
    about_th="ปี พ.ศ. สุดท้ายที่ใช้ชื่อและประเภทนี้ (ว่าง = ยังใช้อยู่หรือไม่ทราบ)",
    about_en="Last year, Buddhist Era, of this name and type (empty = still valid or not known)",
    unit_th="พ.ศ.",
    unit_en="B.E.",
    low=2440,
    high=2600,
    nullable=True,
)

_MERGED_INTO = replace(
    LAO_ID,
    title_th="รวมเป็น อปท.",
    title_en="Merged into",
    about_th="รหัสของ อปท. ที่ อปท. นี้รวมเข้าเป็นส่วนหนึ่งหลังปีสุดท้ายที่ใช้ชื่อนี้ (ว่าง = ไม่ได้รวมหรือไม่ทราบ)",
    about_en="The LAO that this one became part of after the last year of its name "
    "(empty = not merged or not known)",
    nullable=True,
    aliases=(),
)

_OFFICE_CONFIDENCE = (
    Choice(code="high", th="สูง", en="High"),
    Choice(code="medium", th="ปานกลาง", en="Medium"),
    Choice(code="low", th="ต่ำ", en="Low"),
    Choice(code="disputed", th="แหล่งข้อมูลระบุไม่ตรงกัน", en="Sources differ"),
)

PROVINCES = Table(
    name="provinces",
    file="provinces.csv",
    title_th="จังหวัดและกรุงเทพมหานคร",
    title_en="Provinces and Bangkok",
    key=("province_code",),
    about=("iso_code", "name_th"),
    columns={
        "province_code": PROVINCE_CODE,
        "iso_code": Column(
            kind="code",
            title_th="รหัส ISO",
            title_en="ISO code",
            about_th="รหัสตามมาตรฐาน ISO 3166-2",
            about_en="ISO 3166-2 code",
            pattern=r"^TH-[1-9][0-9]$",
            form_th="TH- ตามด้วยรหัสจังหวัดสองหลัก เช่น TH-60",
            form_en="TH- and the code of the province, such as TH-60",
        ),
        "name_th": NAME_TH,
        "name_en": NAME_EN,
        "abbreviation_th": Column(
            kind="text",
            title_th="อักษรย่อ",
            title_en="Abbreviation",
            about_th="อักษรย่อชื่อจังหวัดที่ทางราชการกำหนด",
            about_en="Official Thai abbreviation of the province",
        ),
        "in_target": Column(
            kind="flag",
            title_th="นับในเป้าหมาย 76 จังหวัด",
            title_en="In the 76-province target",
            about_th="นับในเป้าหมายของมติคณะรัฐมนตรี (กรุงเทพมหานครไม่นับ)",
            about_en="Counted in the target of the cabinet resolution (Bangkok is not)",
        ),
        "region4": Column(
            kind="choice",
            title_th="ภาค (4 ภาค)",
            title_en="Region (4)",
            about_th="ภาคตามการแบ่ง 4 ภาคที่บัญชีรางวัลใช้",
            about_en="Region in the division into four that the award list uses",
            choices=REGIONS_4,
        ),
        "region6": Column(
            kind="choice",
            title_th="ภาค (6 ภาค)",
            title_en="Region (6)",
            about_th="ภาคตามการแบ่ง 6 ภาคทางภูมิศาสตร์",
            about_en="Region in the geographical division into six",
            choices=REGIONS_6,
        ),
        "cluster_code": replace(CLUSTER_CODE, nullable=True, refers_to="clusters.cluster_code"),
        "office_number": replace(OFFICE_NUMBER, nullable=True, refers_to="offices.office_number"),
        "office_confidence": Column(
            kind="choice",
            title_th="ความมั่นใจของหมายเลขสำนักงาน",
            title_en="Confidence in the office",
            about_th="ความมั่นใจว่าจังหวัดอยู่ในความรับผิดชอบของสำนักงานนี้",
            about_en="How sure the assignment to the office is",
            choices=_OFFICE_CONFIDENCE,
        ),
        "office_number_other": replace(
            OFFICE_NUMBER,
            nullable=True,
            title_th="สำนักงานตามแหล่งข้อมูลอื่น",
            title_en="Office by another source",
            about_th="หมายเลขสำนักงานที่แหล่งข้อมูลอื่นระบุ เมื่อแหล่งข้อมูลระบุไม่ตรงกัน",
            about_en="Number of the office that another source names, where sources differ",
            aliases=(),
            refers_to="offices.office_number",
        ),
        "capital_latitude": replace(
            _LATITUDE,
            title_th="ละติจูดของที่ตั้งจังหวัด",
            title_en="Latitude of the capital",
            nullable=False,
            aliases=(),
        ),
        "capital_longitude": replace(
            _LONGITUDE,
            title_th="ลองจิจูดของที่ตั้งจังหวัด",
            title_en="Longitude of the capital",
            nullable=False,
            aliases=(),
        ),
        "source": SOURCE,
    },
    source_th="รหัส: กรมการปกครองและ ISO 3166-2; พิกัด: GeoNames; ภาค กลุ่มจังหวัด และสำนักงาน: "
    "รวบรวมจากเอกสารราชการ",
    source_en="Codes: DOPA and ISO 3166-2; coordinates: GeoNames; regions, clusters and offices: "
    "compiled from official documents",
    licence_th="พิกัด CC BY 4.0 (GeoNames); ส่วนอื่นเป็นข้อเท็จจริงทางราชการ",
    licence_en="Coordinates CC BY 4.0 (GeoNames); the rest are official facts",
)

MUNICIPALITIES = Table(
    name="municipalities",
    file="municipalities.csv",
    title_th="ทะเบียนองค์กรปกครองส่วนท้องถิ่น",
    title_en="Register of local administrative organisations",
    key=("lao_id", "lao_type", "name_th"),
    about=("province_code",),
    columns={
        "lao_id": LAO_ID,
        "lao_type": LAO_TYPE,
        "province_code": PROVINCE,
        "name_th": replace(
            NAME_TH,
            about_th="ชื่อโดยไม่มีคำบอกประเภทนำหน้า",
            about_en="Thai name without the words of its type",
        ),
        "name_en": replace(NAME_EN, nullable=True),
        "name_en_source": replace(
            SOURCE,
            title_th="แหล่งที่มาของชื่อภาษาอังกฤษ",
            title_en="Source of the English name",
            about_th="แหล่งที่มาของชื่อภาษาอังกฤษ",
            about_en="Where the English name comes from",
            nullable=True,
            aliases=(),
        ),
        "latitude": _LATITUDE,
        "longitude": _LONGITUDE,
        "coordinates_source": replace(
            SOURCE,
            title_th="แหล่งที่มาของพิกัด",
            title_en="Source of the coordinates",
            about_th="แหล่งที่มาของพิกัด (ว่าง = ไม่ทราบพิกัด)",
            about_en="Where the coordinates come from (empty = no coordinates known)",
            nullable=True,
            aliases=(),
        ),
        "valid_from_be": _VALID_FROM_BE,
        "valid_to_be": _VALID_TO_BE,
        "district_th": Column(
            kind="text",
            title_th="อำเภอ",
            title_en="District",
            about_th="อำเภอที่ตั้งสำนักงาน โดยไม่มีคำว่าอำเภอนำหน้า (ว่าง = ไม่ทราบ)",
            about_en="Thai name of the district of its office, without the word for it "
            "(empty = not known)",
            nullable=True,
            aliases=("district", "amphoe"),
        ),
        "merged_into": _MERGED_INTO,
        "note": NOTE,
    },
    in_order=(("valid_from_be", "valid_to_be"),),
    source_th="อปท. ที่ปรากฏในบัญชีรางวัล รายชื่อเมืองศูนย์กลางจังหวัด และรายการเมืองนำร่อง; "
    "ชื่อภาษาอังกฤษ: geothai; พิกัด: GeoNames",
    source_en="LAOs named in the award list, among the centre cities and the pilots; "
    "English names: geothai; coordinates: GeoNames",
    licence_th="พิกัด CC BY 4.0 (GeoNames); " + OWN_LICENCE_TH,
    licence_en="Coordinates CC BY 4.0 (GeoNames). " + OWN_LICENCE_EN,
    generated_by="data/build_register.py",
    as_of_th=f"ชื่อภาษาอังกฤษ: geothai ฉบับ 2026.10.23; ส่วนอื่น: {NOT_RECORDED_TH}",
    as_of_en=f"English names: geothai of 2026.10.23; the rest: {NOT_RECORDED_EN}",
)

CENTRE_CITIES = Table(
    name="centre_cities",
    file="centre_cities.csv",
    title_th="เมืองศูนย์กลางจังหวัด (รายชื่อที่สันนิษฐาน)",
    title_en="Provincial-centre cities (assumed list)",
    key=("province_code",),
    about=("lao_id",),
    columns={
        "province_code": PROVINCE,
        "lao_id": LAO,
        "basis": Column(
            kind="text",
            title_th="เหตุที่ใช้เมืองนี้",
            title_en="Basis",
            about_th="เหตุที่ถือว่าเป็นเมืองศูนย์กลางจังหวัด",
            about_en="Why this city is taken as the centre of its province",
        ),
        "confidence": Column(
            kind="choice",
            title_th="ความมั่นใจ",
            title_en="Confidence",
            about_th="สถานะของรายการ: โครงการไม่ได้เผยแพร่รายชื่อ จึงเป็นการสันนิษฐาน",
            about_en="Status of the entry: the programme publishes no list, so it is assumed",
            choices=(Choice(code="assumed", th="สันนิษฐาน", en="Assumed"),),
        ),
    },
    source_th="เทศบาลที่เป็นที่ตั้งศาลากลางจังหวัด; ต้นฉบับของโครงการไม่มีรายชื่อ",
    source_en="The municipality of each provincial seat; the programme publishes no list",
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
)
