"""What else the papers name, a table a register: coaches, practices, centres, plans, committees."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from utils.tables.declared.columns import Choice, Column, Reference, Table
from utils.tables.declared.criteria import EDITION_USED, INDICATOR
from utils.tables.declared.pilots import THEME
from utils.tables.declared.places import REGIONS_4
from utils.tables.declared.recommendations import RECOMMENDATIONS, THEMES
from utils.tables.declared.shared import (
    FISCAL_YEAR,
    LAO,
    OWN_LICENCE_EN,
    OWN_LICENCE_TH,
    PROVINCE,
    SOURCE_EN,
    SOURCE_TH,
    text_column,
)

_PAPERS_TH: Final = (
    "เอกสารต้นทางตามที่ระบุในแต่ละแถว: มติคณะรัฐมนตรี 10 ตุลาคม 2560 หน้าเว็บ LA21 & GC หน้าเว็บของ สผ. "
    "และข้อเสนอแนะของโครงการ DELGOSEA"
)
_PAPERS_EN: Final = (
    "The source papers, as each row states: cabinet resolution of 10 October 2560, LA21 & GC page, "
    "ONEP's page, and the recommendations of DELGOSEA"
)

_ENTRY: Final = Column(
    kind="code",
    title_th="รหัสรายการ",
    title_en="Entry identifier",
    about_th="รหัสคงที่ของรายการในระบบ",
    about_en="Stable identifier of the entry in this project",
)
_YEAR: Final = replace(
    FISCAL_YEAR,
    title_th="ปี พ.ศ.",
    title_en="Year (B.E.)",
    about_th="ปี พ.ศ. ตามแหล่งข้อมูล (ว่าง = ไม่ทราบ)",
    about_en="Year that the source gives, Buddhist Era (empty = not known)",
    nullable=True,
)
_LAO: Final = replace(LAO, nullable=True)
_REGION: Final = Column(
    kind="choice",
    title_th="ภาค",
    title_en="Region",
    about_th="ภาคที่ดูแล (ว่าง = ไม่ทราบ)",
    about_en="Region served (empty = not known)",
    choices=REGIONS_4,
    nullable=True,
)
_THEME: Final = replace(
    THEME,
    title_th="ประเด็นหลัก",
    title_en="Main theme",
    choices=tuple(one for one in THEME.choices if one.code in THEMES),
)


def _both(
    name: str,
    titles: tuple[str, str],
    about: tuple[str, str],
    *,
    nullable: bool = False,
) -> dict[str, Column]:
    """Return a text in both languages; `titles`, `about`: in Thai, in English."""
    (title_th, title_en), (about_th, about_en) = titles, about
    empty = (" (ว่าง = ไม่ทราบ)", " (empty = not known)") if nullable else ("", "")
    thai = text_column(
        title_th, f"{title_en} (Thai)", f"{about_th}{empty[0]}", f"{about_en}, in Thai{empty[1]}"
    )
    english = text_column(
        f"{title_th} (อังกฤษ)", title_en, f"{about_th} ภาษาอังกฤษ", f"{about_en}{empty[1]}"
    )
    return {
        f"{name}_th": replace(thai, nullable=nullable),
        f"{name}_en": replace(english, nullable=nullable),
    }


def _plain(title_th: str, title_en: str, about_th: str, about_en: str) -> Column:
    """Return a text that may be empty, in the language in which it is sent."""
    about = (f"{about_th} (ว่าง = ไม่ทราบ)", f"{about_en} (empty = not known)")
    return replace(text_column(title_th, title_en, *about), nullable=True)


def _register(  # noqa: PLR0913 all but three have names
    name: str,
    titles: tuple[str, str],
    columns: dict[str, Column],
    *,
    source_th: str = _PAPERS_TH,
    source_en: str = _PAPERS_EN,
    may_be_empty: bool = False,
    refers_to: tuple[Reference, ...] = (),
) -> Table:
    """Return a register: an identifier, the columns, and the source of each row."""
    first, *_ = columns
    return Table(
        name=name,
        file=f"{name}.csv",
        title_th=titles[0],
        title_en=titles[1],
        key=("entry_id",),
        about=(first,),
        columns={"entry_id": _ENTRY, **columns, "source_th": SOURCE_TH, "source_en": SOURCE_EN},
        refers_to=refers_to,
        source_th=source_th,
        source_en=source_en,
        licence_th=OWN_LICENCE_TH,
        licence_en=OWN_LICENCE_EN,
        may_be_empty=may_be_empty,
    )


COACHES: Final = _register(
    "coaches",
    ("พี่เลี้ยงของเทศบาล", "Coaches"),
    {
        "lao_id": replace(
            LAO, about_th="เทศบาลที่พี่เลี้ยงดูแล", about_en="The municipality that is coached"
        ),
        "expertise": _plain("ความเชี่ยวชาญ", "Expertise", "เรื่องที่เชี่ยวชาญ", "Field of expertise"),
        "organisation": text_column(
            "หน่วยงานของพี่เลี้ยง",
            "Organisation of the coach",
            "หน่วยงานที่พี่เลี้ยงสังกัด ไม่ใส่ชื่อบุคคล",
            "Where the coach works; no names of persons",
        ),
        "position": _plain(
            "บทบาทในหน่วยงาน",
            "Role there",
            "ตำแหน่งหรือบทบาท ไม่ใส่ชื่อบุคคล",
            "Post or role; no names of persons",
        ),
        "region": _REGION,
    },
    source_th="รอทะเบียนพี่เลี้ยงของ ส.ท.ท. หรือกรม เอกสารขอให้มีอย่างน้อยเทศบาลละ 1 คน แต่ไม่ได้ระบุรายชื่อ",
    source_en="Waits for a list of coaches from NMT or the department; the paper asks for at least "
    "one a municipality and lists none",
    may_be_empty=True,
)

BEST_PRACTICES: Final = _register(
    "best_practices",
    ("แนวปฏิบัติที่ดี", "Best practices"),
    {
        **_both("name", ("แนวปฏิบัติ", "Practice"), ("เรื่องที่ทำได้ดี", "What is done well")),
        "theme": _THEME,
        "lao_id": LAO,
        "edition": replace(EDITION_USED, nullable=True),
        "indicator": replace(
            INDICATOR,
            about_th="ตัวชี้วัดที่ดีขึ้น (ว่าง = ไม่ทราบ)",
            about_en="The indicator that it moved (empty = not known)",
            nullable=True,
        ),
        "evidence": _plain("หลักฐาน", "Evidence", "เอกสารหรือที่อยู่", "Document or address"),
        "office_to_ask": _plain("สอบถามที่", "Office to ask", "หน่วยงานที่ตอบได้", "Who can tell more"),
    },
    refers_to=(Reference("indicators", ("edition", "indicator")),),
)

LEARNING_CENTRES: Final = _register(
    "learning_centres",
    ("ศูนย์เรียนรู้ระดับภาค", "Regional learning centres"),
    {
        **_both("name", ("ชื่อศูนย์", "Centre"), ("ชื่อตามแหล่งข้อมูล", "Name as the source gives it")),
        "centres": Column(
            kind="integer",
            title_th="จำนวนศูนย์",
            title_en="Number of centres",
            about_th="จำนวนศูนย์ที่แถวนี้กล่าวถึง มากกว่า 1 เมื่อแหล่งข้อมูลไม่ได้แยกชื่อ",
            about_en="Centres that the row stands for; above 1 where the source does not name each",
            unit_th="แห่ง",
            unit_en="centres",
            low=1,
        ),
        "region": _REGION,
        "lao_id": _LAO,
    },
)

ACTIVITIES: Final = _register(
    "activities",
    ("การศึกษาดูงาน อบรม และประชุมเครือข่าย", "Visits, trainings and network meetings"),
    {
        **_both("subject", ("เรื่อง", "Subject"), ("เรื่องของกิจกรรม", "What it was about")),
        "activity_kind": Column(
            kind="choice",
            title_th="ประเภทกิจกรรม",
            title_en="Kind of activity",
            about_th="ศึกษาดูงาน อบรม หรือประชุมเครือข่าย",
            about_en="A visit, a training or a network meeting",
            choices=(
                Choice(code="visit", th="ศึกษาดูงาน", en="Visit"),
                Choice(code="training", th="อบรม", en="Training"),
                Choice(code="network_meeting", th="ประชุมเครือข่าย", en="Network meeting"),
            ),
        ),
        "held_on": Column(
            kind="date",
            title_th="วันที่จัด",
            title_en="Held on",
            about_th="วันที่จัด หรือวันแรก",
            about_en="Its day, or the first of them",
        ),
        "venue": _plain("สถานที่จัด", "Venue", "สถานที่จัด", "Where it was held"),
        "lao_id": _LAO,
        "province_code": replace(PROVINCE, nullable=True),
    },
    source_th="รอรายงานกิจกรรมของกรม ทสจ. และ สคพ. เอกสารกล่าวถึงหน้าที่จัดกิจกรรม แต่ไม่ได้ระบุครั้งที่จัด",
    source_en="Waits for reports of the department, provincial and regional offices; the papers "
    "name the duty and no single event",
    may_be_empty=True,
)

EXPANSIONS: Final = _register(
    "expansions",
    ("การขยายผลระหว่าง อปท.", "Expansions from one LAO to another"),
    {
        "to_lao_id": replace(
            LAO,
            title_th="ขยายผลไปยัง",
            title_en="Expanded to",
            about_th="อปท. ที่รับการขยายผล",
            about_en="The LAO that it was expanded to",
            aliases=(),
        ),
        "from_lao_id": replace(
            LAO,
            title_th="ขยายผลจาก",
            title_en="Expanded from",
            about_th="อปท. ต้นทาง (ว่าง = แหล่งข้อมูลไม่ได้ระบุ)",
            about_en="The LAO that it came from (empty = the source does not say)",
            aliases=(),
            nullable=True,
        ),
        **_both("work", ("งานที่ขยายผล", "Work expanded"), ("งานหรือแนวทาง", "Work or approach")),
        "year_be": _YEAR,
    },
)

AGENCY_PROJECTS: Final = _register(
    "agency_projects",
    ("แผนงานและโครงการของหน่วยงาน", "Projects and programmes by agency"),
    {
        **_both("agency", ("หน่วยงาน", "Agency"), ("ชื่อหน่วยงาน", "Name of the agency")),
        "agency_role": Column(
            kind="choice",
            title_th="บทบาทของหน่วยงาน",
            title_en="Role of the agency",
            about_th="บทบาทตามเอกสาร",
            about_en="Role that the paper gives it",
            choices=(
                Choice(code="main", th="หน่วยงานดำเนินการหลัก", en="Main implementing agency"),
                Choice(
                    code="framework", th="ร่วมกำหนดกรอบแนวทาง", en="Sets the framework with others"
                ),
                Choice(code="own_project", th="มีโครงการของตน", en="Has projects of its own"),
            ),
        ),
        **_both(
            "project",
            ("แผนงานหรือโครงการ", "Programme or project"),
            ("ชื่อแผนงานหรือโครงการ", "Its name"),
            nullable=True,
        ),
        "year_be": _YEAR,
    },
)

PARTNERS: Final = _register(
    "partners",
    ("ภาคีตามบทบาท", "Partners by role"),
    {
        **_both("partner", ("ภาคี", "Partner"), ("ภาคีตามที่เอกสารเรียก", "As the paper calls them")),
        "partner_role": Column(
            kind="choice",
            title_th="บทบาทของภาคี",
            title_en="Role of the partner",
            about_th="บทบาทที่เอกสารเสนอหรือกล่าวถึง",
            about_en="Role that the paper proposes or names",
            choices=(
                Choice(code="policy", th="เสนอและผลักดันนโยบาย", en="Propose and push policy"),
                Choice(code="capacity", th="อบรมเสริมศักยภาพ", en="Build capacity"),
                Choice(code="research", th="วิจัยและหลักสูตร", en="Research and curricula"),
                Choice(code="coaching", th="เป็นพี่เลี้ยง", en="Coach"),
                Choice(code="support", th="สนับสนุนงานของ อปท.", en="Support the work of LAOs"),
                Choice(code="learning", th="สร้างการเรียนรู้ในชุมชน", en="Learning in communities"),
                Choice(code="publicity", th="เผยแพร่และสร้างความเข้าใจ", en="Inform the public"),
                Choice(code="joint_work", th="ร่วมดำเนินงานในพื้นที่", en="Work together locally"),
            ),
        ),
        "lao_id": _LAO,
    },
)

JOINT_BODIES: Final = _register(
    "joint_bodies",
    ("สหการและองค์กรร่วมระหว่าง อปท.", "Joint bodies of LAOs"),
    {
        **_both("name", ("ชื่อองค์กรร่วม", "Joint body"), ("ชื่อสหการ", "Name of the body")),
        **_both("purpose", ("ภารกิจร่วม", "Joint task"), ("งานที่ทำร่วมกัน", "What it does jointly")),
        "lao_id": replace(LAO, about_th="อปท. เจ้าภาพ", about_en="The LAO that hosts it"),
        "year_be": _YEAR,
    },
    source_th="รอรายชื่อจาก สถ. หรือ อปท. เอกสารกล่าวถึงข้อจำกัดของสหการ แต่ไม่ได้ระบุว่ามีที่ใด",
    source_en="Waits for names from DLA or LAOs; the paper tells of the limits of joint bodies and "
    "names none",
    may_be_empty=True,
)

MILESTONES: Final = _register(
    "milestones",
    ("แผนและหมุดหมาย", "Plans and milestones"),
    {
        **_both("name", ("แผนหรือหมุดหมาย", "Plan or milestone"), ("ชื่อโดยสรุป", "Short name")),
        "milestone_kind": Column(
            kind="choice",
            title_th="ประเภทแผน",
            title_en="Kind of plan",
            about_th="แผน ประเภทของแผนเมืองนิเวศ การเสนอชื่อ หรือเป้าหมาย",
            about_en="A plan, a kind of plan of an eco-city, a nomination or a target",
            choices=(
                Choice(code="plan", th="แผนหรือผัง", en="Plan"),
                Choice(code="eco_city_kind", th="ประเภทของแผนเมืองนิเวศ", en="Kind of eco-city plan"),
                Choice(code="nomination", th="การเสนอชื่อระดับอาเซียน", en="ASEAN nomination"),
                Choice(code="target", th="เป้าหมายและการประเมิน", en="Target and evaluation"),
            ),
        ),
        "stage": Column(
            kind="choice",
            title_th="ความคืบหน้าตามเอกสาร",
            title_en="Stage in the paper",
            about_th="ความคืบหน้าตามที่เอกสารกล่าว (ว่าง = ไม่ทราบ)",
            about_en="How far it was when the paper was written (empty = not known)",
            choices=(
                Choice(code="planned", th="จะดำเนินการ", en="Planned"),
                Choice(code="begun", th="เริ่มแล้ว", en="Begun"),
                Choice(code="completed", th="แล้วเสร็จ", en="Completed"),
            ),
            nullable=True,
        ),
        "year_be": _YEAR,
        "lao_id": _LAO,
    },
)

COMMITTEES: Final = _register(
    "committees",
    ("คณะกรรมการและงบประมาณตามระดับ", "Committees and budgets by level"),
    {
        "committee_level": Column(
            kind="choice",
            title_th="ระดับของกลไก",
            title_en="Level of the mechanism",
            about_th="ระดับของกลไกขับเคลื่อนตามมติ",
            about_en="Level of the mechanism in the resolution",
            choices=(
                Choice(code="province", th="จังหวัด", en="Province"),
                Choice(code="cluster", th="กลุ่มจังหวัด", en="Provincial cluster"),
                Choice(code="country", th="ประเทศ", en="Country"),
            ),
        ),
        **_both("chair", ("ประธาน", "Chair"), ("ตำแหน่งของประธาน", "Post of the chair")),
        **_both("secretary", ("เลขานุการ", "Secretary"), ("ฝ่ายเลขานุการ", "Who is secretary")),
        **_both("duty", ("หน้าที่ของกลไก", "What it does"), ("หน้าที่ตามมติ", "Its task")),
        **_both("budget", ("แหล่งงบประมาณ", "Budget"), ("งบประมาณตามมติ", "Budget named in it")),
    },
)

REGISTERS: Final = (
    RECOMMENDATIONS,
    COACHES,
    BEST_PRACTICES,
    LEARNING_CENTRES,
    ACTIVITIES,
    EXPANSIONS,
    AGENCY_PROJECTS,
    PARTNERS,
    JOINT_BODIES,
    MILESTONES,
    COMMITTEES,
)
"""The registers that readers look through, in the order in which they are offered."""
