"""What a careless or flattering model invents never reaches a post that goes out."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from groundsmith.recipes.post.states import allowances
from groundsmith.records import Record, Request, Verdict
from groundsmith.testing import ScriptedModel

Planted = Mapping[str, Mapping[str, list[str]]]
INVENTED = ("numbers", "technologies", "endorsements")


def scripted(draft: str, caption: str = "", rewriting: str = "") -> ScriptedModel:
    """Answers each pass, whichever comes; every rewriting is the same."""

    def answer(request: Request) -> str:
        if request.system.startswith("You write one post"):
            return draft
        if "hashtags" in request.system:
            return json.dumps({"technologies": ["Kubernetes", "NumPy", "SQLite"]})
        if "caption" in request.system:
            return json.dumps({"caption": caption})
        if "five measures" in request.system:
            scores = ("clarity", "specificity", "engagement", "credibility", "actionability")
            return json.dumps(dict.fromkeys(scores, 7))
        if "first lines" in request.system:
            return json.dumps({"hooks": [{"kind": "story", "text": caption}]})
        return json.dumps({"sentence": rewriting, "sentences": [rewriting]})

    return ScriptedModel(answer)


def drafted(sentences: list[str], hook: str) -> str:
    return "\n".join(
        ("[hook]", hook, "[story]", *sentences, "[impact]", "[call to action]", sentences[-1])
    )


def published(record: Record) -> str:
    """Everything of a record that a format may write."""
    content = record.content
    hooks = [hook["text"] for hook in content["hooks"]]
    return "\n".join((content["text"], content["caption"], *hooks, content["quality"]["strength"]))


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("group", INVENTED)
def test_no_planted_sentence_is_in_a_post(
    language: str,
    group: str,
    planted: Planted,
    project_of: Callable[[str], Any],
    desk: Callable[..., Any],
) -> None:
    faithful = planted[language]["supported"]
    leaked: list[str] = []

    for sentence in planted[language][group]:
        model = scripted(drafted([faithful[1], sentence, faithful[5]], sentence), caption=sentence)
        (record,) = desk(project_of(language), model=model, hooks="story").records()
        leaked += [sentence] if sentence in published(record) else []

    assert leaked == []


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_rewriting_is_held_like_any_other_sentence(
    language: str, planted: Planted, project_of: Callable[[str], Any], desk: Callable[..., Any]
) -> None:
    faithful, invented = planted[language]["supported"], planted[language]["endorsements"]
    model = scripted(drafted([invented[0], faithful[0]], faithful[0]), rewriting=invented[1])

    (record,) = desk(project_of(language), model=model).records()

    assert invented[0] not in published(record)
    assert invented[1] not in published(record)
    assert [one.original for one in record.corrections if not one.rewritten] == [invented[0]]


def test_a_rewriting_that_is_supported_takes_the_place_of_what_was_not(
    planted: Planted, desk: Callable[..., Any]
) -> None:
    false, true = "The mean error was 4 cm.", "The mean error was 6 cm over the winter of 2023."
    faithful = planted["en"]["supported"]
    model = scripted(drafted([false, faithful[7]], faithful[0]), rewriting=true)

    (record,) = desk(model=model).records()

    assert true in record.content["text"]
    assert false not in record.content["text"]
    correction = record.corrections[0]
    assert (correction.original, correction.rewritten) == (false, true)
    assert correction.reason


@pytest.mark.parametrize("language", ["en", "id"])
def test_most_of_what_the_sources_say_in_other_words_stays(
    language: str, planted: Planted, project_of: Callable[[str], Any], desk: Callable[..., Any]
) -> None:
    faithful = planted[language]["supported"]
    model = scripted(drafted(faithful, faithful[0]), caption=faithful[0])

    (record,) = desk(project_of(language), model=model).records()

    kept = sum(sentence in record.content["text"] for sentence in faithful)
    assert kept >= 0.8 * len(faithful)
    assert record.content["safety"]["state"] == "ready"
    assert allowances(record) == frozenset()


def test_what_a_model_says_of_itself_is_no_evidence(desk: Callable[..., Any]) -> None:
    model = scripted(
        drafted(["According to the README, Tideline runs in 40 countries."], "Trusted worldwide."),
        rewriting="Tideline runs in 40 countries, as the sources clearly say.",
    )

    (record,) = desk(model=model).records()

    assert "40 countries" not in published(record)
    assert not record.accepted
    assert [f.code for f in record.assessment.findings].count("nothing-left") == 1


def test_every_sentence_that_goes_out_is_cited_neutral_or_says_nothing(
    planted: Planted, desk: Callable[..., Any]
) -> None:
    faithful = planted["en"]["supported"]
    model = scripted(drafted(faithful, faithful[0]), caption=faithful[0])

    (record,) = desk(model=model).records()

    cited = {citation.claim for citation in record.citations}
    for section in record.content["sections"].values():
        for sentence in section:
            claims = [record.claims[at] for at in sentence["claims"]]
            assert all(
                claim.verdict is Verdict.SUPPORTED or not claim.kind.checkable for claim in claims
            )
            assert (
                sentence["origin"] == "neutral"
                or cited.intersection(sentence["claims"])
                or (all(claim.verdict is Verdict.UNCHECKED for claim in claims))
            )


def test_hashtags_that_a_model_makes_up_are_left_out(
    planted: Planted, desk: Callable[..., Any]
) -> None:
    faithful = planted["en"]["supported"]

    (record,) = desk(model=scripted(drafted(faithful, faithful[0]))).records()

    assert "Kubernetes" not in record.content["hashtags"]
    assert {"NumPy", "SQLite", "Python"} <= set(record.content["hashtags"])
