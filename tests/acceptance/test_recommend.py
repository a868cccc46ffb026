"""The heritage example as a new user meets it: indexed, searched, explained, measured."""

import json
import shutil
from pathlib import Path

import pytest

import groundsmith
from command_line import ROOT
from groundsmith.app.collections.evaluating import evaluate
from groundsmith.app.collections.indexing import Indexed, ToIndex, index
from groundsmith.app.collections.judged import read_feedback, read_judged
from groundsmith.app.collections.searching import OpenCollection, open_collection
from groundsmith.app.collections.training import MODELS, train
from groundsmith.settings import GroundsmithSettings

HERITAGE = ROOT / "examples" / "heritage"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Indexed]:
    """The example, indexed without vectors, as it is where `make dense` was not run."""
    out = tmp_path_factory.mktemp("heritage") / "index"
    return out, index(ToIndex(inputs=[str(HERITAGE)], out=out), GroundsmithSettings())


@pytest.fixture(scope="module")
def opened(made: tuple[Path, Indexed]) -> OpenCollection:
    return open_collection(made[0])


def test_every_document_of_the_example_is_indexed_and_nothing_else(
    made: tuple[Path, Indexed],
) -> None:
    lines = (HERITAGE / "corpus.jsonl").read_text("utf-8").splitlines()

    assert made[1].document_count == len(lines) >= 60
    assert not made[1].skipped


def test_a_title_finds_its_document(opened: OpenCollection) -> None:
    for line in (HERITAGE / "corpus.jsonl").read_text("utf-8").splitlines()[::10]:
        row = json.loads(line)

        found = groundsmith.search(opened, row["title"])

        assert row["_id"] in [hit.id for hit in found.hits[:3]]


def test_metadata_filters_by_value_and_by_years(opened: OpenCollection) -> None:
    found = groundsmith.search(
        opened, "temple", where={"region": "java", "year_from": {"from": 800, "to": 900}}
    )

    assert found.hits
    assert {hit.metadata["region"] for hit in found.hits} == {"java"}


def test_what_is_related_comes_with_scores_that_add_up(opened: OpenCollection) -> None:
    found = groundsmith.recommend(
        opened, like="chola-nataraja", method="heritage", explain=True, top_k=5
    )

    assert "brihadisvara-thanjavur" in [hit.id for hit in found.hits]
    for hit in found.hits:
        assert abs(sum(hit.components.values()) - hit.score) < 1e-6
        assert hit.why is not None
        assert abs(sum(share.amount for share in hit.why.shares) - hit.score) < 1e-6


def test_the_default_is_above_chance_and_not_below_its_best_voice(opened: OpenCollection) -> None:
    told = evaluate(opened, HERITAGE / "qrels.tsv", HERITAGE / "queries.jsonl")

    default = told.methods[0]
    over_chance, over_words = default.against["random"], default.against["lexical"]
    assert told.query_count == 48
    assert told.unknown_count == 0
    assert over_chance is not None
    assert over_chance.low > 0.3
    assert over_words is not None
    assert over_words.high >= -0.01
    assert told.canaries.found_ratio == 1.0


def test_documents_are_judged_against_documents_without_queries(opened: OpenCollection) -> None:
    told = evaluate(opened, HERITAGE / "similar.tsv")

    over_chance = told.methods[0].against["random"]
    assert told.query_count == 21
    assert over_chance is not None
    assert over_chance.low > 0


@pytest.mark.parametrize("model", MODELS)
def test_a_ranking_is_learnt_from_judgments_and_from_feedback_and_ranks(
    made: tuple[Path, Indexed], tmp_path: Path, model: str
) -> None:
    folder = tmp_path / "index"
    shutil.copytree(made[0], folder)
    judged = read_judged(HERITAGE / "qrels.tsv", HERITAGE / "queries.jsonl")
    lines = [
        {"query": judged.queries[query].text, "document": document, "useful": grade > 1}
        for query, grades in judged.grades.items()
        for document, grade in grades.items()
    ]
    feedback = tmp_path / "feedback.jsonl"
    feedback.write_text("\n".join(map(json.dumps, lines)), "utf-8")

    by_judgments = train(open_collection(folder), judged, model)
    by_feedback = train(open_collection(folder), read_feedback(feedback), model)
    found = open_collection(folder).search("lost wax bronze casting", method="learned")

    assert by_judgments.query_count >= 40
    assert by_feedback.query_count >= 40
    for trained in (by_judgments, by_feedback):
        assert trained.learned is not None
        assert trained.learned.mean > 0.5
    assert "swamimalai-casting" in [hit.id for hit in found.hits[:3]]
    assert abs(sum(found.hits[0].components.values()) - found.hits[0].score) < 1e-6
