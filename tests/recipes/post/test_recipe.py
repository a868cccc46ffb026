"""A post without a model: what it is made of, and when there is none."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from groundsmith.errors import ItemError, ModelError, ProviderFailed
from groundsmith.events import Event, TextHeard
from groundsmith.recipes.post.content import Origin, Part, Place, Sentence, post_of
from groundsmith.recipes.post.states import allowances
from groundsmith.records import Record, Tier, Verdict
from groundsmith.testing import ScriptedModel

MakeDesk = Callable[..., Any]
ProjectOf = Callable[..., Any]


def parts(record: Record) -> dict[str, str]:
    return {
        name: " ".join(sentence["text"] for sentence in held)
        for name, held in record.content["sections"].items()
    }


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_sentence_is_cited_or_neutral(
    language: str, desk: MakeDesk, project_of: ProjectOf
) -> None:
    project = project_of(language)

    (record,) = desk(project).records()

    cited = {citation.claim: citation for citation in record.citations}
    shown = [one for held in record.content["sections"].values() for one in held]
    assert len(shown) >= 6
    for sentence in shown:
        assert sentence["origin"] == "neutral" or set(sentence["claims"]) <= set(cited)
        assert sentence["origin"] == "neutral" or sentence["claims"]
    for citation in record.citations:
        text = project.texts[citation.document]
        assert text[citation.start : citation.stop] == citation.quote
    assert record.content["language"] == language
    assert record.content["safety"]["confidence"] == 1.0


def test_the_five_sections_say_what_they_are_for(desk: MakeDesk) -> None:
    (record,) = desk().records()

    said = parts(record)
    assert said["hook"].startswith("Tideline predicts")
    assert (
        said["tech_stack"]
        == "Tech stack, as pyproject.toml declares it: Python, numpy, httpx, jinja2."
    )
    assert any(figure in said["impact"] for figure in ("6 cm", "40 cm", "80 ms"))
    assert "https://example.org/harbour/tideline" in said["call_to_action"]


def test_connecting_text_holds_no_figure_and_no_technology() -> None:
    from groundsmith.recipes.post.brief import shelf
    from groundsmith.recipes.post.technologies import named_in

    for style in shelf(None).styles.values():
        for leads in style.value.leads.values():
            text = " ".join((leads.story, leads.impact, leads.call_to_action))
            assert not any(map(str.isdigit, text))
            assert named_in(text) == []


def test_each_style_has_an_item_and_a_fingerprint_of_its_own(desk: MakeDesk) -> None:
    items = desk(styles="showcase,growth").items()

    assert [item.name for item in items] == ["tideline/showcase", "tideline/growth"]
    assert len({item.template for item in items}) == 2


def test_a_readme_that_does_not_say_what_it_is_about_is_opened_by_the_manifest(
    desk: MakeDesk, project_of: ProjectOf
) -> None:
    text = (
        "A forecast for harbours\n=======================\n\n"
        ".. image:: https://example.org/badge.svg\n   :alt: Kubernetes status of main\n\n"
        "- Supports both small and large harbours.\n\n"
        "Please add the tag to your question in the forum. Read why we need so many lines of it.\n"
        "These decisions are left to whoever runs it. The page is made with `jinja2`_ templates.\n"
    )

    (record,) = desk(project_of().with_text(":README.md", text)).records()

    said = record.content["text"]
    assert said.startswith("tideline: Predicts the water level of small harbours")
    assert "The page is made with jinja2 templates." in said
    for unfit in ("Please", "Read why", "These decisions", "Kubernetes"):
        assert unfit not in said
    assert record.content["safety"]["confidence"] == 1.0


def test_a_readme_in_a_language_that_nobody_knows_is_copied_without_words_of_ours(
    desk: MakeDesk, project_of: ProjectOf
) -> None:
    text = (
        "# Mareas\n\nMareas predice el nivel del agua en puertos pequeños con un sensor barato. "
        "El sensor informa del nivel cada cinco minutos y la página sigue abierta sin red. "
        "El programa fue escrito para un puerto que se inundó dos veces en un invierno.\n"
    )

    (record,) = desk(project_of().with_text(":README.md", text)).records()

    origins = {one["origin"] for held in record.content["sections"].values() for one in held}
    assert record.content["language"] == "und"
    assert origins == {"source", "fact"}
    assert record.content["text"].startswith("Mareas predice")


@pytest.mark.parametrize("text", ["# Tool\n\nIt is a tool.\n", "\ufeff\n", "![badge](x)\n" * 50])
def test_too_little_to_write_from_is_refused_with_advice(
    text: str, desk: MakeDesk, project_of: ProjectOf
) -> None:
    project = project_of()
    project.texts = {"tool@0123456789ab:README.md": text}
    made = desk(project)

    if not (items := made.items()):
        return
    with pytest.raises(ItemError, match="add a README that says in whole sentences"):
        made.drafts(items[0])


def test_a_sentence_that_lies_about_its_origin_is_held_like_a_model_s(desk: MakeDesk) -> None:
    made = desk()
    (item,) = made.items()
    (draft,) = made.drafts(item)
    invented = "Tideline is used by the navy of three countries."
    post = post_of(draft.content)
    for origin in Origin:
        planted = Sentence(text=invented, origin=origin, places=(Place(input=0, start=0, stop=20),))
        changed = replace(draft, content=post.with_part(Part.STORY, (planted,)).as_json())

        judgement = made.judgement(item, changed)

        assert judgement.repaired is not None
        assert invented not in post_of(judgement.repaired.content).text
        assert [one.original for one in judgement.corrections] == [invented]


def test_a_post_fits_its_platform(desk: MakeDesk) -> None:
    for platform, most in (("linkedin", 3000), ("x", 280), ("mastodon", 500), ("bluesky", 300)):
        (record,) = desk(platform=platform).records()

        assert len(record.content["text"]) <= most
        assert parts(record)["hook"]


def test_the_draft_is_heard_as_it_is_written(desk: MakeDesk) -> None:
    heard: list[Event] = []
    draft = "[hook]\nTideline knows nothing of rain.\n[story]\nForecasts are stored in SQLite.\n"
    made = desk(model=ScriptedModel(draft, "{}"))
    made.kit = replace(made.kit, emit=heard.append)
    (item,) = made.items()

    asyncio.run(made.recipe.write(item, made.kit))

    assert "".join(one.text for one in heard if isinstance(one, TextHeard)) == draft


def test_passes_that_fail_are_made_of_facts_and_say_so(desk: MakeDesk) -> None:
    draft = "[hook]\nTideline knows nothing of rain.\n[story]\nForecasts are stored in SQLite.\n"

    (record,) = desk(model=ScriptedModel(draft, "no JSON")).records()

    assert record.content["passes"] == {
        "draft": "model:scripted",
        "hashtags": "extractive",
        "caption": "extractive",
    }
    assert record.content["quality"]["by"] == "features@1"
    assert record.content["caption"]


def test_a_model_that_does_not_answer_fails_the_item_or_is_stood_in_for(desk: MakeDesk) -> None:
    error: ModelError = ProviderFailed("m", "down", 500)

    failing = desk(model=ScriptedModel(error))
    with pytest.raises(ItemError, match="down"):
        failing.drafts(failing.items()[0])
    (record,) = desk(model=ScriptedModel(error), fallback="extractive").records()

    assert record.made_by.writer == "extractive"
    assert "down" in str(record.made_by.parameters["fallback_from"])


def test_a_violation_of_high_severity_needs_revision_whatever_the_confidence(
    desk: MakeDesk, project_of: ProjectOf
) -> None:
    readme = project_of().texts["tideline@0123456789ab:README.md"]
    leak = "Write to ellen.rusk@harbour-office.com when the pontoon floods at night."
    project = project_of().with_text(":README.md", f"{readme}\n{leak}\n")
    draft = f"[hook]\nTideline knows nothing of rain.\n[story]\n{leak}\n"

    (record,) = desk(project, model=ScriptedModel(draft, "{}")).records()

    assert record.content["safety"]["confidence"] == 1.0
    assert record.content["safety"]["state"] == "needs revision"
    assert record.assessment.tier is Tier.REJECTED
    assert allowances(record) == frozenset({"violations"})


def test_an_extractive_post_does_not_quote_what_the_policy_refuses(
    desk: MakeDesk, project_of: ProjectOf
) -> None:
    leak = "Write to ellen.rusk@harbour-office.com when the pontoon floods at night in winter."
    readme = project_of().texts["tideline@0123456789ab:README.md"]
    project = project_of().with_text(":README.md", f"# T\n\n{leak}\n\n{readme}")

    (record,) = desk(project).records()

    assert "ellen" not in record.content["text"]
    assert record.content["safety"]["violations"] == []


def test_nothing_that_could_be_judged_is_no_confidence(desk: MakeDesk) -> None:
    draft = "[hook]\nWhat would you measure first?\n[story]\nWhat should come next?\n"

    (record,) = desk(model=ScriptedModel(draft, '{"caption": "What do you think?"}')).records()

    claims = [claim.verdict for claim in record.claims]
    judged = [claim for claim in record.claims if claim.verdict is not Verdict.UNCHECKED]
    assert Verdict.UNCHECKED in claims
    assert {claim.judge for claim in judged} <= {"facts@1", "copy@1"}


def test_what_was_used_and_how_evenly_stands_in_the_record(desk: MakeDesk) -> None:
    (record,) = desk().records()

    sources, context = record.content["sources"], record.content["context"]
    weights = {one["source"]: one["weight"] for one in context["passages"]}
    assert sources["completeness"] == "medium"
    assert weights["readme"] == pytest.approx(0.8333, abs=1e-3)
    assert weights["commits"] == pytest.approx(0.1667, abs=1e-3)
    assert 0 < context["diversity"] <= 1
