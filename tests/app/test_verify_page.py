"""The page of a checked text: all of the text, nothing that runs, nothing that is fetched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from groundsmith.app.checking.page import verify_page, write_page
from groundsmith.app.checking.verifying import verify
from groundsmith.errors import OutputError

SOURCE = "The visa costs 75 dollars. The form is free of charge. The office is in Medan."
TEXT = (
    "# Visa\n\nThe visa costs 95 dollars. The form is free of charge.\n\n"
    "Is it open? The gate was painted by seven artists in 1931."
)
HOSTILE = [
    "<script>alert(1)</script> The visa costs 75 dollars.",
    "The visa</span></main><img src=x onerror=alert(1)> costs 95 dollars.",
    "\u202eThe visa costs 75 dollars. \u2066<style>body{display:none}</style>",
    "{{ 7 * 7 }} {% for x in y %} The visa costs 75 dollars.",
]


def page_of(text: str, source: str = SOURCE) -> LexborHTMLParser:
    return LexborHTMLParser(verify_page(verify(text, [source])))


def shown(page: LexborHTMLParser) -> str:
    """The text as a reader sees it, without the cards."""
    for card in page.css(".text .card"):
        card.decompose()
    (text,) = page.css(".text")
    return text.text()


def test_the_page_shows_the_whole_text_as_it_was_written() -> None:
    assert shown(page_of(TEXT)) == TEXT


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_no_text_is_lost_or_becomes_markup(text: str) -> None:
    page = page_of(f"x {text}", text or "x")

    assert shown(page) == f"x {text}"
    assert not page.css("script, img, iframe, link")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_and_sources_are_only_shown(hostile: str) -> None:
    page = page_of(hostile, f"{hostile} {SOURCE}")

    assert shown(page) == hostile
    assert not page.css("script, img, iframe, object, link")
    assert len(page.css("style")) == 1


def test_claims_are_told_apart_by_more_than_colour() -> None:
    page = page_of(TEXT)
    (style,) = page.css("style")

    tones = {
        name for claim in page.css(".text .claim") for name in (claim.attrs["class"] or "").split()
    }
    assert {"refuted", "supported", "not-enough-info"} <= tones
    for line_style in ("wavy", "dashed", "dotted", "solid"):
        assert f"underline {line_style}" in style.text()


def test_every_claim_can_be_reached_by_keyboard_and_shows_its_evidence() -> None:
    page = page_of(TEXT)

    claims = page.css(".text .claim")
    assert len(claims) == 3
    for claim in claims:
        assert claim.attrs["tabindex"] == "0"
        assert page.css_first(f"#{claim.attrs['aria-details']}") is not None
        assert claim.css_first(".card .passage mark, .card .where") is not None


def test_the_evidence_is_marked_within_what_stands_around_it() -> None:
    page = page_of("The form is free of charge.")

    marked = page.css_first(".card mark")
    passage = page.css_first(".card .passage")
    assert marked is not None
    assert passage is not None
    assert marked.text() in SOURCE
    assert passage.text() in SOURCE


def test_the_page_forbids_itself_scripts_and_requests() -> None:
    html = verify_page(verify(TEXT, [SOURCE]))

    assert "default-src 'none'; style-src 'unsafe-inline'" in html
    assert "http://" not in html
    assert "https://" not in html
    assert "prefers-color-scheme: dark" in html


def test_rates_stand_with_their_interval() -> None:
    page = page_of(TEXT)

    figures = page.css_first(".figures")
    assert figures is not None
    assert "33%" in figures.text()
    assert "95 % interval 6% to 79%" in figures.text()


def test_a_text_without_claims_has_a_page_too() -> None:
    page = page_of("Is it open?")

    heading = page.css_first("h1")
    assert heading is not None
    assert heading.text() == "Nothing to check"


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_page(verify(TEXT, [SOURCE]), tmp_path / "missing" / "page.html")
