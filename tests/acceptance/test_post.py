"""`groundsmith post` over this repository and five others, with and without a model."""

import json
import os
import re
import subprocess
from importlib.metadata import files, metadata
from pathlib import Path
from typing import Any

import pytest
import yaml

from command_line import ROOT, CommandLine
from groundsmith.records import Json
from groundsmith.testing import FakeProvider, Script
from teaching import PRICE, configure, records, spending

pytestmark = pytest.mark.slow

POSTS = ROOT / "benchmarks" / "posts"
QUIET = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


def committed(folder: Path, contents: dict[str, str]) -> Path:
    """A repository with these files in one commit."""
    for name, text in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "all of it")):
        subprocess.run(
            ["git", *who, "-C", str(folder), *arguments],
            check=True,
            capture_output=True,
            env={**os.environ, **QUIET},
        )
    return folder


def tideline(folder: Path, language: str = "en") -> Path:
    return committed(
        folder / "tideline",
        {
            "README.md": (POSTS / f"tideline_{language}.md").read_text("utf-8"),
            "pyproject.toml": (POSTS / "manifest.toml").read_text("utf-8"),
        },
    )


def installed(folder: Path, name: str) -> Path:
    """A repository made of an installed package's sources and its own description."""
    contents = {
        str(one): one.read_text("utf-8")
        for one in files(name) or ()
        if one.suffix == ".py" and one.size and one.size < 100_000
    }
    about = metadata(name)
    description = json.dumps(about["Summary"])
    contents["README.md"] = about["Description"] or str(about.json["description"])
    contents["pyproject.toml"] = f'[project]\nname = "{name}"\ndescription = {description}\n'
    return committed(folder / name, contents)


def without_readme(folder: Path) -> Path:
    return committed(
        folder / "quiet",
        {
            "package.json": json.dumps(
                {
                    "name": "quiet",
                    "description": "Removes the hum of old transformers from recordings.",
                    "dependencies": {"fft.js": "4"},
                }
            ),
            "docs/how.md": "# How\n\nThe hum is found by its harmonics, each of them a line in the "
            "spectrum.\n\nA notch filter takes out 12 of them in one pass over the recording.\n",
        },
    )


@pytest.fixture(params=["this one", "small", "large", "no README", "Indonesian", "Spanish"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    made = {
        "this one": lambda: ROOT,
        "small": lambda: tideline(tmp_path),
        "large": lambda: installed(tmp_path, "rich"),
        "no README": lambda: without_readme(tmp_path),
        "Indonesian": lambda: tideline(tmp_path, "id"),
        "Spanish": lambda: committed(
            tmp_path / "mareas",
            {
                "README.md": "# Mareas\n\nMareas predice el nivel del agua en puertos pequeños con "
                "un sensor barato.\n\nEl sensor informa del nivel cada cinco minutos, también sin "
                "red.\n\nEl programa fue escrito para un puerto que se inundó dos veces.\n"
            },
        ),
    }
    return made[str(request.param)]()


def test_without_a_key_every_sentence_is_cited_or_neutral(
    groundsmith: CommandLine, project: Path
) -> None:
    done = groundsmith("post", project, "--out", "out")

    assert done.returncode == 0, done.stderr
    (record,) = records(groundsmith)
    cited = {citation["claim"] for citation in record["citations"]}
    for section in record["content"]["sections"].values():
        for sentence in section:
            if sentence["origin"] != "neutral":
                assert sentence["claims"]
                assert set(sentence["claims"]) <= cited
    assert {claim["verdict"] for claim in record["claims"]} == {"SUPPORTED"}
    assert record["made_by"]["writer"] == "extractive"
    assert groundsmith("audit", "out").returncode == 0


def test_an_extractive_post_goes_out_only_where_somebody_allows_it(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    assert groundsmith("post", tideline(tmp_path), "--out", "out").returncode == 0

    refused = groundsmith("export", "out", "--format", "linkedin", "--to", "a")
    allowed = groundsmith(
        "export", "out", "--format", "linkedin", "--to", "b", "--allow", "violations,extractive"
    )

    assert refused.returncode == 2
    assert "--allow extractive" in refused.stderr
    assert not (groundsmith.folder / "a").exists()
    assert allowed.returncode == 0
    assert (groundsmith.folder / "b").read_text("utf-8").startswith("Tideline predicts")


def test_the_same_project_gives_the_same_bytes(groundsmith: CommandLine, tmp_path: Path) -> None:
    place = tideline(tmp_path)
    for out in ("first", "second"):
        done = groundsmith("post", place, "--out", out, "--styles", "growth,learning")
        assert done.returncode == 0, done.stderr

    first, second = (
        (groundsmith.folder / out / "records.jsonl").read_bytes() for out in ("first", "second")
    )
    assert first == second
    assert first.count(b"\n") == 2


@pytest.mark.parametrize("kind", ["empty", "plain folder", "nothing there"])
def test_what_is_no_project_is_refused_in_one_line(
    groundsmith: CommandLine, kind: str, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    if kind != "nothing there":
        place.mkdir()
    if kind == "empty":
        subprocess.run(["git", "init", "-q", str(place)], check=True)

    done = groundsmith("post", place, "--out", "out")

    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()[-1]) < 400
    assert "Traceback" not in done.stderr


def test_too_little_to_write_from_is_said_and_nothing_is_written(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    place = committed(tmp_path / "bare", {"README.md": "# Bare\n\nTODO.\n" + "\n" * 200})

    done = groundsmith("post", place, "--out", "out")
    why = groundsmith("runs", "show", "out")

    assert done.returncode == 1
    assert records(groundsmith) == []
    assert "add a README that says in whole sentences" in why.stdout


class Flatterer:
    """Writes posts with a planted sentence in every place that a model can write to."""

    def __init__(self, planted: str, faithful: list[str]) -> None:
        self._planted = planted
        self._faithful = faithful

    def __call__(self, prompt: str, schema: Json) -> str:
        wanted = set((schema or {}).get("properties", {}))
        if "sentences" in wanted:
            count = int(re.search(r"Write (\d+) sentences", prompt)[1])  # type: ignore[index]  # our prompt
            return json.dumps({"sentences": [self._planted] * count})
        if "sentence" in wanted:
            return json.dumps({"sentence": self._planted})
        if "technologies" in wanted:
            return json.dumps({"technologies": ["Kubernetes", self._planted]})
        if "caption" in wanted:
            return json.dumps({"caption": self._planted})
        if "hooks" in wanted:
            return json.dumps({"hooks": [{"kind": "story", "text": self._planted}]})
        if "clarity" in wanted:
            return json.dumps(dict.fromkeys(wanted, 9))
        story = "\n".join((self._faithful[0], self._planted, self._faithful[5]))
        return (
            f"[hook]\n{self._faithful[7]}\n{self._planted}\n[story]\n{story}\n"
            f"[impact]\n{self._planted}\n[call to action]\n{self._planted}"
        )


@pytest.mark.parametrize(
    ("language", "group"), [("en", "numbers"), ("en", "technologies"), ("id", "endorsements")]
)
def test_what_a_model_plants_is_in_no_exported_file(
    groundsmith: CommandLine, group: str, language: str, tmp_path: Path
) -> None:
    held: dict[str, Any] = yaml.safe_load((POSTS / "planted.yaml").read_text("utf-8"))[language]
    planted = held[group][3]
    place = tideline(tmp_path, language)
    with FakeProvider(Script(answer=Flatterer(planted, held["supported"]))) as provider:
        configure(groundsmith, "groq", provider.base_url, PRICE)
        options = ("--model", "mine", "--budget", "1", "--hooks", "story")
        done = groundsmith("post", place, "--out", "out", *options, env={"GROQ_API_KEY": "k" * 20})

    assert done.returncode == 0, done.stderr
    (record,) = records(groundsmith)
    assert {one["original"] for one in record["corrections"]} == {planted}
    assert held["supported"][0] in record["content"]["text"]
    for name in ("linkedin", "csv"):
        assert groundsmith("export", "out", "--format", name, "--to", name).returncode == 0
        assert planted not in (groundsmith.folder / name).read_text("utf-8")
        assert "Kubernetes" not in (groundsmith.folder / name).read_text("utf-8")


def test_a_draft_is_shown_while_it_is_written(groundsmith: CommandLine, tmp_path: Path) -> None:
    held: dict[str, Any] = yaml.safe_load((POSTS / "planted.yaml").read_text("utf-8"))["en"]
    place = tideline(tmp_path)
    faithful = held["supported"]
    with FakeProvider(Script(answer=Flatterer(faithful[8], faithful))) as provider:
        configure(groundsmith, "groq", provider.base_url, PRICE)
        asked = ("post", place, "--out", "out", "--model", "mine", "--budget", "1")
        done = groundsmith(*asked, env={"GROQ_API_KEY": "k" * 20})

    assert f"tideline/showcase: {faithful[7]}" in done.stderr.splitlines()


def test_an_estimate_holds_what_a_post_costs(groundsmith: CommandLine, tmp_path: Path) -> None:
    held: dict[str, Any] = yaml.safe_load((POSTS / "planted.yaml").read_text("utf-8"))["en"]
    place, faithful = tideline(tmp_path), held["supported"]
    key = {"GROQ_API_KEY": "k" * 20}
    with FakeProvider(Script(answer=Flatterer(faithful[8], faithful))) as provider:
        configure(groundsmith, "groq", provider.base_url, PRICE)
        asked = (place, "--model", "mine", "--budget", "1")
        said = groundsmith("estimate", "post", *asked, "--json", env=key)
        done = groundsmith("post", *asked, "--out", "out", env=key)

    assert done.returncode == 0, done.stderr
    estimated = json.loads(said.stdout)["cost_usd"]
    cost = spending(groundsmith)["cost_pico_usd"] / 10**12
    assert estimated["low"] <= cost <= estimated["high"]
