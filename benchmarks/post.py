"""Posts: what is planted and got through, how soon they are there, how long reading takes.

    .venv/bin/python benchmarks/post.py             # all of it
    .venv/bin/python benchmarks/post.py planted     # or: speed, reading

`planted` holds every sentence of `benchmarks/posts` as a run would. `planted.yaml` was at hand when
the rules were written. `sealed.yaml` came afterwards and showed what was missing: the rule on words
that no source has was made for it. `sealed_second.yaml` came after that, about a third project, and
the rules on quantifiers and clauses after it; the three sets `third_*.yaml`, about three projects
more, were committed before they were scored. docs/post.md tells what got through each time.
`speed` runs the whole pipeline against a provider that takes 50 ms to answer.
`reading` makes a repository of 5,000 files and runs over it twice.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import yaml

from groundsmith.app.job import JobRequest
from groundsmith.app.run import run_job
from groundsmith.corpus.chunkers.chosen import chunker
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.events import Event, ItemFinished, PhaseStarted, TextHeard
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.recipes.post.holding import Holder, fault
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.settings import PostSettings
from groundsmith.records import Document, Item, Json
from groundsmith.runs.stop import Stop
from groundsmith.seams import Kit
from groundsmith.settings import load
from groundsmith.testing import FakeProvider, Script
from groundsmith.verify.judges.embedded import EmbeddedJudge

POSTS = Path(__file__).parent / "posts"
LATENCY_S = 0.05
REPEATS = 20
FILE_COUNT = 5000
SETS = (
    ("planted.yaml", "tideline", "manifest.toml"),
    ("sealed.yaml", "ledgerline", "package.json"),
    ("sealed_second.yaml", "kilnkeeper", "setup.cfg"),
    ("third_fennel.yaml", "fennel", "requirements.txt"),
    ("third_lentera.yaml", "lentera", "go.mod"),
    ("third_ventura.yaml", "ventura", "Cargo.toml"),
)


def document(name: str, text: str) -> Document:
    """A document under this name."""
    return Document(id=name, source=name, sha256="", text_sha256="", reader="text@1", text=text)


def holder(project: str, manifest: str, language: str) -> Holder:
    """What holds sentences of a project against its README and manifest."""
    cutter = chunker(CorpusSettings())
    kit = Kit(
        sentences=RuleSplitter(),
        judge=EmbeddedJudge(),
        retriever=lambda: LexicalRetriever(()),
        settings_sha256="",
    )
    name = "pyproject.toml" if manifest == "manifest.toml" else manifest
    texts = {
        "README.md": (POSTS / f"{project}_{language}.md").read_text("utf-8"),
        name: (POSTS / manifest).read_text("utf-8"),
    }
    inputs = tuple(
        chunk
        for file, text in texts.items()
        for chunk in cutter.cut(document(f"{project}@0123456789ab:{file}", text))
    )
    made = Project.of(Item(name=f"{project}/showcase", inputs=inputs))
    return Holder(made, PostSettings().brief("showcase"), kit, language)


def planted() -> None:
    """Prints what got through, and what the sources say and was left out."""
    for file, project, manifest in SETS:
        held = yaml.safe_load((POSTS / file).read_text("utf-8"))
        for language, groups in held.items():
            holds = holder(project, manifest, language)
            for group, sentences in groups.items():
                through = [one for one in sentences if not fault(asyncio.run(holds.judged(one)))]
                print(f"{file} {language} {group:13} {len(through):3} of {len(sentences):3} kept")
                for one in through if group != "supported" else ():
                    print(f"    got through: {one}")
                for one in set(sentences) - set(through) if group == "supported" else ():
                    print(f"    left out: {one}")


def faithful(prompt: str, schema: Json) -> str:
    """Answers each pass with sentences of the sources."""
    wanted = set((schema or {}).get("properties", {}))
    if "technologies" in wanted:
        return json.dumps({"technologies": ["SQLite"]})
    if "caption" in wanted:
        return json.dumps({"caption": "Tideline knows nothing of rain."})
    if "clarity" in wanted:
        return json.dumps(dict.fromkeys(wanted, 7))
    return (
        "[hook]\nTideline predicts the water level of small harbours.\n[story]\nIt was written for "
        "the harbour of Marwell.\nForecasts are stored in SQLite.\n[impact]\nThe mean error was "
        "6 cm over the winter of 2023.\n[call to action]\nWhat would you measure first?"
    )


def committed(folder: Path, contents: dict[str, str]) -> Path:
    """A repository with these files in one commit."""
    for name, text in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "all")):
        subprocess.run(["git", *who, "-C", str(folder), *arguments], check=True)
    return folder


def ran(place: Path, out: Path, overrides: dict[str, Json], emit: Callable[[Event], None]) -> float:
    """Seconds that a whole run took."""
    started = time.perf_counter()
    request = JobRequest(recipe="post", inputs=(str(place),), out=out)
    run_job(
        request, load(_settings_file(), overrides=overrides, environ={}), emit=emit, stop=Stop()
    )
    return time.perf_counter() - started


def _settings_file() -> Path | None:
    place = Path("groundsmith.yaml")
    return place if place.exists() else None


def speed() -> None:
    """Prints how soon a post begins and ends, in calls; each run has a ledger of its own."""
    firsts, wholes = [], []
    script = Script(latency_s=LATENCY_S, answer=faithful)
    with (
        tempfile.TemporaryDirectory() as folder,
        FakeProvider(script, own_process=True) as provider,
    ):
        place = committed(
            Path(folder) / "tideline",
            {
                "README.md": (POSTS / "tideline_en.md").read_text("utf-8"),
                "pyproject.toml": (POSTS / "manifest.toml").read_text("utf-8"),
            },
        )
        model = {"provider": "ollama", "base_url": provider.base_url, "model": "m"}
        for number in range(REPEATS + 1):
            times: dict[str, float] = {}

            def hear(event: Event, times: dict[str, float] = times) -> None:
                now = time.perf_counter()
                if isinstance(event, PhaseStarted) and event.phase == "write":
                    times["write"] = now
                elif isinstance(event, TextHeard):
                    times.setdefault("first", now)
                elif isinstance(event, ItemFinished):
                    times["whole"] = event.duration_s

            own = Path(folder) / str(number)
            own.mkdir()
            settings = yaml.safe_dump({"models": {"mine": model}})
            (own / "groundsmith.yaml").write_text(settings, "utf-8")
            with chdir(own):
                ran(place, own / "out", {"run.model": "mine"}, hear)
            firsts.append(times["first"] - times["write"])
            wholes.append(times["whole"] / LATENCY_S)
    print(f"first token, cold: {firsts[0]:.3f} s; whole post, cold: {wholes[0]:.2f} calls")
    firsts, wholes = sorted(firsts[1:]), sorted(wholes[1:])
    middle = REPEATS // 2
    print(f"first token: median {firsts[middle]:.3f} s, worst {firsts[-1]:.3f} s")
    print(f"whole post: median {wholes[middle]:.2f} calls, worst {wholes[-1]:.2f} calls")


def reading() -> None:
    """Prints how long a large repository takes, twice."""
    said = (POSTS / "tideline_en.md").read_text("utf-8")
    contents = {"README.md": said, "pyproject.toml": (POSTS / "manifest.toml").read_text("utf-8")}
    for number in range(FILE_COUNT - len(contents)):
        kind = number % 10
        text = said.replace("Tideline", f"Part {number}")
        name = f"docs/{number}.md" if kind < 3 else f"src/{number % 97}/m{number}.py"
        contents[f"examples/e{number}.md" if kind == 3 else name] = text
    with tempfile.TemporaryDirectory() as folder:
        place = committed(Path(folder) / "large", contents)
        with chdir(folder):
            first = ran(place, Path(folder) / "out", {}, lambda event: None)
            again = ran(place, Path(folder) / "out", {}, lambda event: None)
    print(f"{len(contents):,} files: first {first:.2f} s, again {again:.2f} s")


if __name__ == "__main__":
    parts = {"planted": planted, "speed": speed, "reading": reading}
    for chosen in sys.argv[1:] or parts:
        parts[chosen]()
