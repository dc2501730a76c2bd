"""Declarations of the tables of places and offices."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared import place_columns as place
from utils.tables.declared.columns import (
    LAO,
    NOT_RECORDED_EN,
    NOT_RECORDED_TH,
    NOTE,
    PROVINCE,
    SOURCE,
    Choice,
    Column,
    Table,
)

_OWN_TH = "จัดทำขึ้นในโครงการนี้ เผยแพร่ตามสัญญาอนุญาตของโครงการ"
_OWN_EN = "Compiled in this project; under the project's licence"

PROVINCES = Table(
    name="provinces",
    file="provinces.csv",
    title_th="จังหวัดและกรุงเทพมหานคร",
    title_en="Provinces and Bangkok",
    key=("province_code",),
    columns={
        "province_code": place.PROVINCE_CODE,
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
        "name_th": place.NAME_TH,
        "name_en": place.NAME_EN,
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
            choices=place.REGIONS_4,
        ),
        "region6": Column(
            kind="choice",
            title_th="ภาค (6 ภาค)",
            title_en="Region (6)",
            about_th="ภาคตามการแบ่ง 6 ภาคทางภูมิศาสตร์",
            about_en="Region in the geographical division into six",
            choices=place.REGIONS_6,
        ),
        "cluster_code": replace(
            place.CLUSTER_CODE, nullable=True, refers_to="clusters.cluster_code"
        ),
        "office_number": replace(
            place.OFFICE_NUMBER, nullable=True, refers_to="offices.office_number"
        ),
        "office_confidence": Column(
            kind="choice",
            title_th="ความมั่นใจของหมายเลขสำนักงาน",
            title_en="Confidence in the office",
            about_th="ความมั่นใจว่าจังหวัดอยู่ในความรับผิดชอบของสำนักงานนี้",
            about_en="How sure the assignment to the office is",
            choices=place.CONFIDENCE,
        ),
        "office_number_other": replace(
            place.OFFICE_NUMBER,
            nullable=True,
            title_th="สำนักงานตามแหล่งข้อมูลอื่น",
            title_en="Office by another source",
            about_th="หมายเลขสำนักงานที่แหล่งข้อมูลอื่นระบุ เมื่อแหล่งข้อมูลระบุไม่ตรงกัน",
            about_en="Number of the office that another source names, where sources differ",
            aliases=(),
            refers_to="offices.office_number",
        ),
        "capital_latitude": replace(
            place.LATITUDE,
            title_th="ละติจูดของที่ตั้งจังหวัด",
            title_en="Latitude of the capital",
            nullable=False,
            aliases=(),
        ),
        "capital_longitude": replace(
            place.LONGITUDE,
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
    columns={
        "lao_id": place.LAO_ID,
        "lao_type": place.LAO_TYPE,
        "province_code": PROVINCE,
        "name_th": replace(
            place.NAME_TH,
            about_th="ชื่อโดยไม่มีคำบอกประเภทนำหน้า",
            about_en="Thai name without the words of its type",
        ),
        "name_en": replace(place.NAME_EN, nullable=True),
        "name_en_source": replace(
            SOURCE,
            title_th="แหล่งที่มาของชื่อภาษาอังกฤษ",
            title_en="Source of the English name",
            about_th="แหล่งที่มาของชื่อภาษาอังกฤษ",
            about_en="Where the English name comes from",
            nullable=True,
            aliases=(),
        ),
        "latitude": place.LATITUDE,
        "longitude": place.LONGITUDE,
        "coordinates_source": replace(
            SOURCE,
            title_th="แหล่งที่มาของพิกัด",
            title_en="Source of the coordinates",
            about_th="แหล่งที่มาของพิกัด (ว่าง = ไม่ทราบพิกัด)",
            about_en="Where the coordinates come from (empty = no coordinates known)",
            nullable=True,
            aliases=(),
        ),
        "valid_from_be": place.VALID_FROM_BE,
        "valid_to_be": place.VALID_TO_BE,
        "note": NOTE,
    },
    in_order=(("valid_from_be", "valid_to_be"),),
    source_th="อปท. ที่ปรากฏในบัญชีรางวัล รายชื่อเมืองศูนย์กลางจังหวัด และรายการเมืองนำร่อง; "
    "ชื่อภาษาอังกฤษ: geothai; พิกัด: GeoNames",
    source_en="LAOs named in the award list, among the centre cities and the pilots; "
    "English names: geothai; coordinates: GeoNames",
    licence_th="พิกัด CC BY 4.0 (GeoNames); " + _OWN_TH,
    licence_en="Coordinates CC BY 4.0 (GeoNames). " + _OWN_EN,
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
            about_en="Standing of the entry: the programme publishes no list, so it is assumed",
            choices=(Choice(code="assumed", th="สันนิษฐาน", en="Assumed"),),
        ),
    },
    source_th="เทศบาลที่เป็นที่ตั้งศาลากลางจังหวัด; ต้นฉบับของโครงการไม่มีรายชื่อ",
    source_en="The municipality of each provincial seat; the programme publishes no list",
    licence_th=_OWN_TH,
    licence_en=_OWN_EN,
)
