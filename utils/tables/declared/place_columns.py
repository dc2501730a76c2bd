"""Columns that the tables of places and offices share."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.columns import LAO, PROVINCE, Choice, Column

PROVINCE_CODE = replace(
    PROVINCE,
    kind="code",
    pattern=r"^[1-9][0-9]$",
    form_th="ตัวเลขสองหลัก เช่น 60",
    form_en="two digits, such as 60",
    refers_to=None,
)
# FIC- marks the invented LAOs of data/fictitious/: no real table may hold one, nor they a real id.
LAO_ID = replace(
    LAO,
    kind="code",
    pattern=r"^(LAO|FIC)-[1-9][0-9]-[0-9]{3}$",
    form_th="LAO- (FIC- ถ้าแต่งขึ้นให้ทดลองใช้) ตามด้วยรหัสจังหวัดสองหลัก ขีด และเลขสามหลัก เช่น LAO-60-001",
    form_en="LAO- (FIC- for an invented one), the code of the province, a hyphen and three digits, "
    "such as LAO-60-001",
    refers_to=None,
)

NAME_TH = Column(
    kind="text",
    title_th="ชื่อ",
    title_en="Name (Thai)",
    about_th="ชื่อภาษาไทย",
    about_en="Name in Thai",
    aliases=("ชื่อภาษาไทย", "ชื่อไทย", "Thai name"),
)
NAME_EN = Column(
    kind="text",
    title_th="ชื่อภาษาอังกฤษ",
    title_en="Name (English)",
    about_th="ชื่อภาษาอังกฤษ",
    about_en="Name in English",
    aliases=("ชื่ออังกฤษ", "English name"),
)
LATITUDE = Column(
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
LONGITUDE = Column(
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
OFFICE_NUMBER = Column(
    kind="integer",
    title_th="สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่",
    title_en="Environment office",
    about_th="หมายเลขสำนักงานสิ่งแวดล้อมและควบคุมมลพิษ (สคพ. เดิม สสภ.)",
    about_en="Number of the regional environment and pollution control office",
    low=1,
    aliases=("สคพ.", "สสภ.", "สำนักงานสิ่งแวดล้อมภาคที่"),
)
VALID_FROM_ON = Column(
    kind="date",
    title_th="ใช้ตั้งแต่วันที่",
    title_en="Valid from",
    about_th="วันแรกที่ใช้ชื่อนี้ (ว่าง = ไม่ทราบ)",
    about_en="First day of this name, ISO 8601, Common Era (empty = not known)",
    nullable=True,
)
VALID_TO_ON = Column(
    kind="date",
    title_th="ใช้ถึงวันที่",
    title_en="Valid to",
    about_th="วันสุดท้ายที่ใช้ชื่อนี้ (ว่าง = ยังใช้อยู่หรือไม่ทราบ ดูหมายเหตุ)",
    about_en="Last day of this name (empty = still valid or not known: see the note)",
    nullable=True,
)
VALID_ON_IN_ORDER = (("valid_from_on", "valid_to_on"),)
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
CONFIDENCE = (
    Choice(code="high", th="สูง", en="High"),
    Choice(code="medium", th="ปานกลาง", en="Medium"),
    Choice(code="low", th="ต่ำ", en="Low"),
    Choice(code="disputed", th="แหล่งข้อมูลระบุไม่ตรงกัน", en="Sources differ"),
)
LAO_TYPES = (
    Choice(code="ทน.", th="เทศบาลนคร", en="City municipality"),
    Choice(code="ทม.", th="เทศบาลเมือง", en="Town municipality"),
    Choice(code="ทต.", th="เทศบาลตำบล", en="Subdistrict municipality"),
    Choice(code="อบต.", th="องค์การบริหารส่วนตำบล", en="Subdistrict administrative organisation"),
    Choice(code="อบจ.", th="องค์การบริหารส่วนจังหวัด", en="Provincial administrative organisation"),
)
LAO_TYPE = Column(
    kind="choice",
    title_th="ประเภท อปท.",
    title_en="LAO type",
    about_th="ประเภทขององค์กรปกครองส่วนท้องถิ่นในช่วงเวลาของแถวนี้",
    about_en="Type of the LAO while this row is valid",
    choices=LAO_TYPES,
    aliases=("ประเภท", "ประเภทเทศบาล", "type"),
)
CLUSTER_CODE = Column(
    kind="code",
    title_th="กลุ่มจังหวัด",
    title_en="Provincial cluster",
    about_th="รหัสกลุ่มจังหวัดที่ระบบกำหนดขึ้น",
    about_en="Code of the provincial cluster, given by this project",
    pattern=r"^C[0-9]{2}$",
    form_th="C ตามด้วยเลขสองหลัก เช่น C01",
    form_en="C and two digits, such as C01",
)
VALID_FROM_BE = Column(
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
VALID_TO_BE = Column(
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
