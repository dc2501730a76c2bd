"""Cities side by side in a browser: by link, both languages, two to eight, phone to wall."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.bench.plan import INVENTED
from tests.e2e.reader import Reader
from tests.e2e.test_sizes import FITS, LARGE, PHONE
from tests.pages.cities.test_pilots import EIGHT, NAN, PHITSANULOK
from utils.words import LANGS, Lang, Words

# Picture and words of one city lie inside the page, and none over another.
APART = """
() => [...document.querySelectorAll('*')].flatMap(one => [...(one.shadowRoot ?? one)
  .querySelectorAll('.cities article')]).every(city => {
    const [who, record, findings] = ['.who', '.record', '.findings']
      .map(name => city.querySelector(name).getBoundingClientRect());
    const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1
      || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
    return apart(who, record) && apart(record, findings) && apart(who, findings);
  })
"""


@pytest.mark.parametrize("lang", LANGS)
def test_two_pilots_stand_side_by_side_by_one_link(reader: Reader, lang: Lang) -> None:
    reader.open("pilots", lang, cities=f"{NAN},{PHITSANULOK}")
    cities = reader.page.get_by_role("article")
    expect(cities).to_have_count(2)
    expect(cities.first).to_have_accessible_name("ทม.น่าน" if lang == "th" else "Nan TM")
    lanes = cities.first.get_by_role("img")
    expect(lanes).to_have_accessible_name(
        "ระดับประเทศ: 2559 รางวัลรองชนะเลิศ อันดับ 1 (ทบ.) ระดับพื้นที่: ไม่พบ "
        "โครงการ: 2560 รางวัล ASEAN ESC: รางวัลเมืองสิ่งแวดล้อมยั่งยืนอาเซียน ครั้งที่ 4"
        if lang == "th"
        else "National: 2559 First runner-up (Sustainable liveable city) Area: none found "
        "Programmes: 2560 ASEAN ESC Award (4th)"
    )


@pytest.mark.parametrize("lang", LANGS)
def test_eight_cities_fit_a_phone_and_a_large_screen(reader: Reader, lang: Lang) -> None:
    reader.open("pilots", lang, cities=EIGHT)
    for size in (PHONE, LARGE):
        reader.page.set_viewport_size(size)
        expect(reader.page.get_by_role("article")).to_have_count(8)
        reader.page.wait_for_function(FITS)
        assert reader.page.evaluate(APART)


@pytest.mark.parametrize("lang", LANGS)
def test_scores_of_eight_cities_fit_and_say_that_they_are_invented(
    reader: Reader, lang: Lang
) -> None:
    reader.open("pilots", lang, year="2567", shape="radar", cities=INVENTED)
    mark = Words(lang)("fictitious.mark")
    first = reader.page.locator(".beside details").first
    for size in (PHONE, LARGE):
        reader.page.set_viewport_size(size)
        expect(first.locator("td b")).to_have_count(8 * 5)
        expect(first.locator("td i").first).to_have_text(mark)
        expect(reader.page.locator(".radars .mark")).to_have_count(8)
        expect(reader.page.locator(".lanes").get_by_text(mark)).to_have_count(8)
        reader.page.wait_for_function(FITS)


def test_an_invented_city_is_added_and_taken_away_by_the_link(reader: Reader) -> None:
    reader.page.goto("/pilots?lang=en&year=2567&cities=FIC-16-002,FIC-17-001")
    total = reader.page.locator(".beside table").first.locator("tbody tr").first
    expect(total.locator("td")).to_have_count(2)
    box = reader.page.get_by_role("combobox", name=Words("en")("pilots.add", most=8), exact=True)
    box.fill("Fictitious 01 Chai Nat")
    box.press("Enter")
    expect(total.locator("td")).to_have_count(3)
    reader.page.get_by_role("button", name="Remove: Fictitious 01 Chai Nat TM").click()
    expect(total.locator("td")).to_have_count(2)
    # 83.2 by hand: the mean of its four components, 85.6, 92.6, 73.8 and 80.8.
    expect(total.locator("td b").first).to_have_text("83.2")


def test_all_cities_share_one_axis(reader: Reader) -> None:
    reader.open("pilots", "en", cities=EIGHT)
    starts = reader.page.locator(".cities .track.years span:first-child")
    expect(starts).to_have_count(8)
    lefts = starts.evaluate_all("all => all.map(one => one.getBoundingClientRect().left)")
    assert max(lefts) - min(lefts) < 1


def test_a_city_is_added_by_its_former_name_and_taken_away_again(reader: Reader) -> None:
    words = reader.open("pilots", "en")
    box = reader.page.get_by_role("combobox", name=words("pilots.add", most=8), exact=True)
    box.fill("ทม.หัวหิน")
    box.press("Enter")
    cities = reader.page.get_by_role("article")
    expect(cities).to_have_count(3)
    expect(reader.page).to_have_url(f"/pilots?lang=en&cities={NAN}%2C{PHITSANULOK}%2CLAO-77-002")
    reader.page.get_by_role("button", name="Remove: Nan TM", exact=True).click()
    expect(cities).to_have_count(2)
    expect(reader.page).to_have_url(f"/pilots?lang=en&cities={PHITSANULOK}%2CLAO-77-002")


def test_a_wrong_id_is_refused_and_the_rest_still_shown(reader: Reader) -> None:
    words = reader.open("pilots", "en", cities=f"{NAN},LAO-99-999")
    expect(reader.page.get_by_test_id("stAlert")).to_contain_text(words("pilots.refused.unknown"))
    expect(reader.page.get_by_role("article")).to_have_count(2)
    reader.address_is("pilots", lang="en")


def test_a_card_is_opened_from_the_comparison_and_leads_back_to_one(reader: Reader) -> None:
    words = reader.open("pilots", "en", year="2562")
    reader.page.get_by_role("link", name="Nan TM", exact=True).click()
    reader.sees("city", words)
    reader.address_is("city", city=NAN, lang="en", year="2562")
    reader.page.get_by_role("button", name=words("city.compare"), exact=True).click()
    reader.sees("pilots", words)
    reader.address_is("pilots", cities=NAN, lang="en", year="2562")


@pytest.mark.parametrize(
    ("name", "link", "city"),
    [
        ("province", {"province": "TH-23"}, "Nam Chiao SM"),
        ("pilots", {"programme": "eco_city"}, "Nam Chiao SM"),
    ],
)
def test_a_card_is_opened_from_anywhere(
    reader: Reader, name: str, link: dict[str, str], city: str
) -> None:
    words = reader.open(name, "en", **link)
    reader.page.get_by_role("link", name=city, exact=True).click()
    reader.sees("city", words)
    expect(reader.page.get_by_role("article")).to_have_accessible_name(city)


def test_a_card_is_opened_from_a_point_of_the_map(reader: Reader) -> None:
    words = reader.open("map", "en", view="points", region="4-North")
    canvas = reader.page.get_by_test_id("stDeckGlJsonChart").locator("canvas").first
    reader.page.wait_for_load_state("networkidle")
    box = canvas.bounding_box()
    assert box is not None
    # Chiang Rai lies 46 px left of and 237 px above the middle of the view.
    middle = (box["x"] + box["width"] / 2 - 45.6, box["y"] + box["height"] / 2 - 236.7)
    reader.page.mouse.move(*middle)
    expect(reader.page.get_by_text("Chiang Rai CM")).to_be_visible()
    reader.page.mouse.down()
    reader.page.mouse.up()
    reader.sees("city", words)
    reader.address_is("city", city="LAO-57-006", lang="en", region="4-North")


def test_bangkok_leads_to_its_province_page(reader: Reader) -> None:
    words = reader.open("pilots", "en", programme="asean_esc")
    reader.page.get_by_role("link", name="Bangkok", exact=True).click()
    reader.sees("province", words)


def test_a_programme_is_chosen_and_kept_in_the_link(reader: Reader) -> None:
    words = reader.open("pilots", "en")
    reader.page.get_by_role("radio", name=words("pilots.view.delgosea"), exact=True).click()
    expect(reader.page.locator(".board .number")).to_contain_text("9")
    reader.address_is("pilots", lang="en", programme="delgosea")
    reader.switches("ไทย")
    reader.sees("pilots", Words("th"))
    reader.address_is("pilots", programme="delgosea")
