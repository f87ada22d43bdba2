"""The page in a browser: pane, keys, no script, phone, dark, paper; nothing is fetched and nothing hostile runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.render.stories import bridge, many
from variorum.render import to_html

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 120_000  # milliseconds; a busy machine must not fail a test
Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser; without one the tests are left out, but never in CI."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None and "CI" not in os.environ:
        pytest.skip("no chromium here")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS, timeout=PATIENCE)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rich story's page on disk."""
    path = tmp_path_factory.mktemp("page") / "dossier.html"
    path.write_text(to_html(bridge()), encoding="utf-8", newline="")
    return path


@pytest.fixture
def opener(browser: Browser, file: Path) -> Iterator[Opener]:
    """Opens the page in a fresh context and fails on any console message, error or request beyond the file."""
    pages: list[Page] = []
    problems: list[str] = []

    def open_page(address: str = "", *, width: int = 1440, height: int = 1000, **context: object) -> Page:
        page = browser.new_context(viewport={"width": width, "height": height}, **context).new_page()  # type: ignore[arg-type]
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: problems.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: problems.append(f"error: {error}"))
        page.on("request", lambda request: None if request.url.startswith("file://") else problems.append(request.url))
        page.goto(file.as_uri() + address, timeout=PATIENCE)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert problems == []


def _hit(page: Page) -> str:
    return " ".join("".join(page.locator("#pane .hit").all_text_contents()).split())


def test_opens_without_requests_and_runs_nothing_hostile(opener: Opener) -> None:
    """The page loads silently from disk, keeps its title, and holds no element that a report smuggled in."""
    page = opener()
    assert page.title().endswith("Variorum")
    assert page.locator("img, iframe, object, b[onclick]").count() == 0


def test_first_conflict_is_shown_beside_the_list(opener: Opener) -> None:
    """On a desk the first reading's passage is open at once, without taking the focus."""
    page = opener()
    assert _hit(page) == " ".join(page.locator(".conflict a.e q").first.text_content().split())  # type: ignore[union-attr]
    assert page.evaluate("document.activeElement === document.body")


def test_click_opens_the_passage_and_arrows_walk_the_card(opener: Opener) -> None:
    """A click marks the clause in its report, source and cue underlined; the arrow goes to the card's next passage."""
    page = opener()
    page.locator("#x2 a.e").nth(0).click()
    assert _hit(page) == "The Aldin bridge was closed on Wednesday after a storm tore away one of its pylons"
    assert page.locator("#pane .src").text_content() == "the harbour office"
    assert page.locator("#pane .cue").text_content() == "said"
    assert page.evaluate("location.hash").startswith("#r-courier-")
    page.get_by_label("Next passage").click()
    assert page.locator("#pane .of").text_content() == "2 of 4"
    assert page.locator("#pane .t").text_content() == "The Northern Ledger"


def test_marked_characters_are_exact_beyond_the_basic_plane(opener: Opener) -> None:
    """Line breaks of two characters and emoji before a passage do not shift its mark."""
    page = opener()
    page.locator("#d1 a.e").first.click()
    assert _hit(page) == "A ferry will run from Thursday."


def test_why_opens_its_own_passages(opener: Opener) -> None:
    """A neighbour behind Why opens in the pane, and the card's own passages are not mixed with those behind it."""
    page = opener()
    page.locator("#p1 .why summary").click()
    page.locator("#p1 .why .near a.e").first.click()
    assert _hit(page) == "The bridge did not reopen on Friday as planned."
    page.locator("#x1 a.e").first.click()
    assert page.locator("#pane .of").text_content() == "1 of 5"


def test_why_needs_no_script(opener: Opener) -> None:
    """Without script a reader unfolds the reasons, and their links lead to the passages."""
    page = opener(java_script_enabled=False)
    reasons = page.locator("#d2 .why")
    assert not reasons.locator(".factors").is_visible()
    reasons.locator("summary").click()
    assert reasons.locator(".factors").is_visible()
    reasons.locator("a.e").last.click()
    assert page.locator(":target").text_content() == "The bridge did not reopen on Friday as planned."


def test_keys_move_open_and_close(opener: Opener) -> None:
    """The letter j goes to the next line, k back, Enter opens, Escape closes and gives the focus back."""
    page = opener()
    page.locator("#x1 a.e").nth(0).focus()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    assert _hit(page) == "Some six people were injured."
    assert page.evaluate("document.activeElement.id") == "pane"
    page.keyboard.press("ArrowRight")
    assert _hit(page) == "Six people were injured, two of them badly"
    page.keyboard.press("Escape")
    assert page.locator("#pane").is_hidden()
    assert page.evaluate("document.activeElement.dataset.r") == "ledger"


def test_a_reports_letter_opens_its_whole_text(opener: Opener) -> None:
    """The chip in the head shows the report itself."""
    page = opener()
    page.locator(".witnesses a").nth(3).click()
    assert page.locator("#pane .t").text_content() == "The Northern Ledger"
    assert "The ferry started on Thursday" in (page.locator("#pane .text").text_content() or "")


def test_an_address_opens_its_passage(opener: Opener) -> None:
    """A link to a passage shows it in the pane; a link to a folded point unfolds it."""
    claim = bridge().conflicts[1].readings[1].claims[0]
    span = next(item.span for item in bridge().claims if item.id == claim)
    page = opener(f"#r-{span.report}-{span.start}")
    assert _hit(page) == "The bridge at Aldin was shut on Tuesday night after the storm broke a pylon"
    assert opener("#p15").locator("#p15").is_visible()


def test_sort_and_filters(opener: Opener) -> None:
    """The matrix can be sorted by time and narrowed to a report or a certainty; the count follows."""
    page = opener()
    rows = page.locator(".matrix tbody tr:visible")
    assert rows.count() == 6
    page.select_option("[name=c]", "alleged")
    assert rows.count() == 1
    assert page.locator("#shown").text_content() == "1 of 6 points"
    page.select_option("[name=c]", "")
    page.select_option("[name=sort]", "t")
    dates = [row.get_attribute("data-t") or "" for row in rows.all()]
    assert dates == sorted(dates)
    page.select_option("[name=k]", "evil")
    assert rows.count() == 2


def test_without_script_links_lead_to_the_marked_passage(opener: Opener) -> None:
    """With script off the same link jumps to the report's text and marks the passage there."""
    page = opener(java_script_enabled=False)
    assert page.locator("#pane").is_hidden()
    assert page.locator("#tools").is_hidden()
    page.locator("#x1 a.e").nth(3).click()
    target = page.locator("span:target")
    assert target.text_content() == "Four people were hurt when a lorry struck the railing."
    assert target.is_visible()


@pytest.mark.parametrize("width", [320, 390, 700, 1100, 1440])
def test_no_width_scrolls_sideways(opener: Opener, width: int) -> None:
    """From a small phone to a desk the page is never wider than its window."""
    page = opener(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_phone_opens_a_sheet_from_below(opener: Opener) -> None:
    """On a phone nothing covers the page until a line is touched; then a sheet stands at the bottom edge."""
    page = opener(width=390, height=844, has_touch=True)
    assert page.locator("#pane").is_hidden()
    page.locator("#x1 a.e").first.tap()
    # it slides in: only where it comes to rest counts
    page.wait_for_function("Promise.all(document.querySelector('#pane').getAnimations().map(a => a.finished))")
    box = page.locator("#pane").bounding_box()
    assert box is not None
    assert box["width"] == 390
    assert abs(box["y"] + box["height"] - 844) <= 1
    assert box["height"] < 0.75 * 844


CONTRAST = """() => {
  const parse = (value) => value.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const element of document.querySelectorAll("main *, nav *, aside *")) {
    if (!element.getClientRects().length || element.closest("svg, .self, .sr")) continue;
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const pair = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (contrast < 4.5) bad.push(element.tagName + "." + element.className + " " + contrast.toFixed(2));
  }
  return [...new Set(bad)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast(opener: Opener, scheme: str) -> None:
    """Every visible text has a contrast of 4.5 to 1 or more against its ground, on both pages."""
    page = opener(color_scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert (sum(int(part) for part in ground[4:-1].split(", ")) < 200) == (scheme == "dark")
    assert page.evaluate(CONTRAST) == []


def test_paper_has_footnotes_and_no_controls(opener: Opener) -> None:
    """In print the notes cite report, day and words; pane, contents and tools are gone."""
    page = opener()
    page.emulate_media(media="print")
    assert page.locator(".notes").is_visible()
    assert page.locator(".note").first.is_visible()
    assert not any(page.locator(part).is_visible() for part in ("#pane", ".toc", "#tools", "#reports"))
    note = page.locator(".notes li").nth(2).text_content() or ""
    assert "The Northern Ledger, 15 March 2025" in " ".join(note.split())
    assert "Six people were injured, two of them badly" in note


def test_headings_and_landmarks_make_sense(opener: Opener) -> None:
    """One main heading, no level skipped, one main landmark, and every region named."""
    page = opener()
    levels = [
        int(name[1]) for name in page.eval_on_selector_all("main h1,main h2,main h3,main h4", "e=>e.map(x=>x.tagName)")
    ]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.locator("main").count() == 1
    assert page.locator("section:not([aria-label]):not([aria-labelledby]), nav:not([aria-label])").count() == 0


def test_forty_reports_stay_in_the_window(browser: Browser, tmp_path: Path) -> None:
    """A dossier of forty reports opens, never scrolls sideways, and its pane works."""
    path = tmp_path / "forty.html"
    path.write_text(to_html(many(40)), encoding="utf-8", newline="")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.goto(path.as_uri(), timeout=PATIENCE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.locator(".matrix a.e").first.click()
    assert page.locator("#pane .hit").first.is_visible()
    page.close()
