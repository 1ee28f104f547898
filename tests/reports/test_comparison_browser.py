"""The HTML report in Chromium: filters, search, keys, print, and silence on the network."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.reports.browser import Page, browser
from tests.reports.comparisons import SAMPLES

from treatydraft.reports.comparison_html import comparison_html

pytestmark = pytest.mark.long

_SHOWN = "[...document.querySelectorAll('.pair')].filter(one => !one.hidden).map(one => one.id).join(' ')"
_CURRENT = "document.querySelector('[aria-current]')?.id ?? ''"
_STATUS = "document.querySelector('.shown').textContent"
_LATER = "new Promise(done => setTimeout(done, 250))"  # the search waits for the next letter


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    for name, sample in SAMPLES.items():
        (made / f"{name}.html").write_text(comparison_html(sample()), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    command = shutil.which("chromium") or shutil.which("chromium-browser")
    if command is None:
        pytest.skip("missing tool: chromium")
    with browser(command, tmp_path_factory.mktemp("profile")) as page:
        page.size(1300, 900)
        yield page


@pytest.fixture
def page(tab: Page, folder: Path) -> Page:
    tab.look()
    tab.open(folder / "revision.html")
    return tab


@pytest.mark.parametrize("case", SAMPLES)
def test_nothing_is_asked_of_the_network_and_nothing_fails(case: str, tab: Page, folder: Path) -> None:
    tab.open(folder / f"{case}.html", "search=ferry&unchanged=1")
    tab.press("n", "p", "u", "?", "?")
    assert tab.run("document.title.length > 0")
    assert tab.requests == [(folder / f"{case}.html").as_uri()]
    assert tab.complaints == []


@pytest.mark.parametrize(
    ("fragment", "shown", "status"),
    [
        ("", 16, "16 changes"),
        ("only=material", 7, "7 of 16 changes"),
        ("only=material,editorial", 13, "13 of 16 changes"),
        ("kind=moved", 1, "1 of 16 changes"),
        ("kind=split,merged", 4, "4 of 16 changes"),
        ("only=material&kind=renumbered", 1, "1 of 16 changes"),
        ("topic=support", 4, "4 of 16 changes"),
        ("topic=support.winter", 3, "3 of 16 changes"),
        ("topic=unknown", 16, "16 changes"),
        ("search=SHOULD+consult", 1, "1 of 16 changes"),
        ("search=winter&only=editorial", 0, "0 of 16 changes"),
    ],
)
def test_filters_are_read_from_the_address(
    fragment: str, shown: int, status: str, tab: Page, folder: Path
) -> None:
    tab.open(folder / "revision.html", fragment)
    assert len(str(tab.run(_SHOWN)).split()) == shown
    assert tab.run(_STATUS) == status


def test_a_filter_that_is_clicked_stands_in_the_address(page: Page) -> None:
    page.run("document.querySelector('input[value=material]').click()")
    page.run(_LATER)
    assert page.run(_STATUS) == "9 of 16 changes"
    assert page.run("location.hash") == "#only=consequential%2Ceditorial"


def test_keys_go_from_change_to_change(page: Page) -> None:
    order = str(page.run(_SHOWN)).split()
    page.run("scrollTo(0, 0)")
    page.press("n")
    assert page.run(_CURRENT) == order[0]
    page.press("j", "n")
    assert page.run(_CURRENT) == order[2]
    assert page.run("document.activeElement.id") == order[2]
    assert page.run("location.hash") == f"#at={order[2]}"
    page.press("k")
    assert page.run(_CURRENT) == order[1]
    page.press("p", "p", "p")
    assert page.run(_CURRENT) == order[0]


def test_keys_pass_over_what_is_filtered_out(tab: Page, folder: Path) -> None:
    tab.open(folder / "revision.html", "only=material")
    tab.run("scrollTo(0, 0)")
    tab.press("n", "n")
    assert tab.run(_CURRENT) == str(tab.run(_SHOWN)).split()[1]


def test_the_change_that_is_gone_to_is_in_sight(page: Page) -> None:
    page.run("scrollTo(0, 0)")
    page.press(*"n" * 9)
    top, bar = page.run(
        "[document.querySelector('[aria-current]').getBoundingClientRect().top,"
        " document.querySelector('.bar').getBoundingClientRect().bottom]"
    )
    assert bar <= top < 600


@pytest.mark.parametrize(("width", "change"), [(1300, "c14"), (400, "c6"), (400, "c20")])
def test_an_address_leads_to_its_change(width: int, change: str, tab: Page, folder: Path) -> None:
    tab.size(width, 800)
    try:
        tab.open(folder / "revision.html", f"at={change}")
        tab.run(_LATER)
        assert -1 <= tab.run(f"document.getElementById('{change}').getBoundingClientRect().top") < 200
    finally:
        tab.size(1300, 900)


def test_search_by_keys(page: Page) -> None:
    page.press("/")
    assert page.run("document.activeElement.name") == "search"
    page.press(*"vessel")
    page.run(_LATER)
    assert page.run(_STATUS) == "1 of 16 changes"
    assert page.run("[...CSS.highlights.get('found')].map(String).join()") == "vessel"
    page.press("Escape")
    assert page.run(_STATUS) == "16 changes"
    assert page.run("document.activeElement.name ?? ''") == ""


def test_search_finds_what_did_not_change(tab: Page, folder: Path) -> None:
    tab.open(folder / "revision.html", "search=either+party+may")
    shown = "[...document.querySelectorAll('.same')].filter(one => one.checkVisibility()).length"
    assert tab.run(shown) == 1


def test_what_did_not_change_is_folded_until_it_is_asked_for(page: Page) -> None:
    shown = "[...document.querySelectorAll('.same')].filter(one => one.checkVisibility()).length"
    assert page.run(shown) == 0
    page.press("u")
    page.run(_LATER)
    assert page.run(shown) == 6
    assert page.run("location.hash") == "#unchanged=1"


def test_the_keys_are_told(page: Page) -> None:
    page.press("?")
    assert page.run("document.querySelector('dialog').open")
    page.press("?")
    assert not page.run("document.querySelector('dialog').open")


def test_a_link_goes_to_a_change_that_was_filtered_out(tab: Page, folder: Path) -> None:
    tab.open(folder / "revision.html", "only=editorial")
    tab.run("document.querySelector('.changes.material a').click()")
    tab.run(_LATER)
    assert tab.run(_CURRENT) == "c6"
    assert tab.run(_STATUS) == "16 changes"


def test_without_scripts_all_is_seen(tab: Page, folder: Path) -> None:
    tab.scripts(run=False)
    try:
        tab.open(folder / "revision.html")
    finally:
        tab.scripts(run=True)
    hidden = "[...document.querySelectorAll('.pair, .same')].filter(one => !one.checkVisibility()).length"
    assert tab.run(hidden) == 0
    assert not tab.run("document.querySelector('.filters').checkVisibility()")


def test_print_leaves_the_controls_out(page: Page) -> None:
    page.look(media="print")
    assert not page.run("document.querySelector('.filters').checkVisibility()")
    assert page.run("getComputedStyle(document.querySelector('del')).textDecorationLine") == "line-through"
    assert page.run("getComputedStyle(document.querySelector('ins')).textDecorationLine") == "underline"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(scheme: str, page: Page) -> None:
    """The contrast that the accessibility guidelines ask of small text, wherever there is text."""
    page.look(scheme=scheme)
    poorest = page.run(_CONTRAST)
    assert poorest["ratio"] >= 4.5, poorest


@pytest.mark.parametrize("width", [320, 400, 800])
def test_nothing_is_wider_than_a_narrow_window(width: int, page: Page) -> None:
    page.size(width, 800)
    try:
        assert page.run("document.documentElement.scrollWidth") <= width
    finally:
        page.size(1300, 900)


def test_all_that_is_operated_has_a_name(page: Page) -> None:
    page.call("Accessibility.enable")
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    roles = {"button", "link", "checkbox", "searchbox", "combobox", "article", "dialog", "region", "search"}
    found = [node for node in nodes if not node["ignored"] and node["role"]["value"] in roles]
    assert {node["role"]["value"] for node in found} >= {"button", "link", "checkbox", "searchbox", "article"}
    assert not [node for node in found if not node.get("name", {}).get("value")]


_CONTRAST = """(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const parse = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  let poorest = { ratio: 21 };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.matches("script, style, .aside")) continue;
    const [one, two] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (ratio < poorest.ratio) poorest = { ratio, text: node.data, of: element.outerHTML };
  }
  return poorest;
})()"""
