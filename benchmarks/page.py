"""What `groundsmith page` makes of the example catalogue, looked at from outside.

    python benchmarks/page.py

Prints how long the files take without a model and how many are valid; how many of their numbers
are not in the catalogue, by a reading of files and catalogue that shares no code with the recipe;
which files a changed density re-makes; whether a killed run ends with the same bytes; and how many
calls a provider with 50 ms latency sees, beside the limit of the permitted concurrency.
"""

import json
import os
import platform
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from groundsmith.testing import FakeProvider, Script

MATERIALS = Path(__file__).parents[1] / "examples" / "materials"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LATENCY_S = 0.05
IN_FLIGHT = 4
KILLS = (0.25, 0.5, 0.75)
ADDRESS = "https://example.org"
CONFIG = """\
models:
  fake:
    provider: custom
    model: fake
    base_url: {base_url}
    price: {{input: 1, output: 2}}
"""


def main() -> None:
    """Prints all figures; ends with 1 where one of them is not what it must be."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        faults = [*plain(folder / "plain"), *changed(folder / "plain"), *killed(folder)]
        faults += asked(folder / "asked")
    for fault in faults:
        print(f"FAULT: {fault}")
    raise SystemExit(bool(faults))


def plain(folder: Path) -> Iterator[str]:
    """The whole site without a model."""
    materials = copied(folder)
    started, before = time.perf_counter(), os.times()
    ended = page(folder, materials)
    wall_s, after = time.perf_counter() - started, os.times()
    cpu_s = sum(after[2:4]) - sum(before[2:4])
    figures = json.loads((folder / "out" / "manifest.json").read_text())["report"]
    count, unknown = numbers(folder)
    files = figures["files"]
    print(f"{files['accepted']} of {files['planned']} files valid, exit {ended}")
    print(f"{wall_s:.1f} s wall, {cpu_s:.1f} s CPU")
    print(f"{count} numbers in them, {len(unknown)} not in the catalogue")
    for category, row in figures["categories"].items():
        print(f"  {category:14} {row['items']:4} items {row['complete']:4} complete")
    if files["accepted"] != 1090 or ended or wall_s > 20:
        yield "not all 1,090 files in 20 s"
    yield from unknown


def changed(folder: Path) -> Iterator[str]:
    """What one changed density re-makes, in the folder of the run without a model."""
    materials = folder / "materials"
    catalogue = materials / "catalogue.yaml"
    before, earlier = site(folder), identities(folder)
    text = catalogue.read_text("utf-8")
    held = next(item for item in yaml.safe_load(text) if item["name"] == "Aluminum")
    density = str(held["properties"]["density"]["value"])
    start = text.index(f"value: {density}", text.index("- name: Aluminum"))
    catalogue.write_text(
        text[:start] + "value: 2.7042" + text[start + len(f"value: {density}") :], "utf-8"
    )
    page(folder, materials)
    after, later = site(folder), identities(folder)
    moved = {path for path in after if after[path] != before.get(path)}
    made = {path for path in later if later[path] != earlier.get(path)}
    showing = {path for path in after if "/aluminum." in path and b"2.7042" in after[path]}
    print(
        f"changed density: {len(showing)} files show it, {len(moved)} changed, {len(made)} re-made"
    )
    if not moved == made == showing:
        yield f"show {sorted(showing)}, changed {sorted(moved)}, re-made {sorted(made)}"


def killed(folder: Path) -> Iterator[str]:
    """Runs killed with -9 at several moments, then gone on with."""
    whole = folder / "whole"
    started = time.perf_counter()
    page(whole, copied(whole))
    wall_s = time.perf_counter() - started
    for share in KILLS:
        broken = folder / f"broken{share}"
        materials = copied(broken)
        process = subprocess.Popen(
            command(materials), cwd=broken, start_new_session=True, stderr=subprocess.DEVNULL
        )
        time.sleep(share * wall_s)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        ended = page(broken, materials)
        same = site(whole) == site(broken) and records(whole) == records(broken)
        print(f"killed after {share:.0%} of the time: {'the same' if same else 'OTHER'} bytes")
        if not same or ended:
            yield f"killed after {share:.0%}: not the same bytes"


def asked(folder: Path) -> Iterator[str]:
    """The whole site with a model that answers from the facts it is shown."""
    materials = copied(folder)
    with FakeProvider(Script(answer=answer, latency_s=LATENCY_S), own_process=True) as provider:
        (folder / "groundsmith.yaml").write_text(CONFIG.format(base_url=provider.base_url), "utf-8")
        more = ("--model", "fake", "--budget", "5", "--set", f"run.in_flight={IN_FLIGHT}")
        page(folder, materials, *more)
        bill = provider.bill()
    figures = json.loads((folder / "out" / "manifest.json").read_text())["report"]
    count, unknown = numbers(folder)
    took_s = bill.last_s - bill.first_s + LATENCY_S
    share = len(bill.calls) * LATENCY_S / IN_FLIGHT / took_s
    files = figures["files"]
    print(
        f"with a model: {len(bill.calls)} calls, {share:.2f} of the limit of {IN_FLIGHT} in flight"
    )
    print(f"  {files['accepted']} of {files['planned']} files valid, by {figures['writers']}")
    print(f"  {count} numbers in them, {len(unknown)} not in the catalogue")
    for code, refused in figures["rejected_by"].items():
        print(f"  rejected for {code}: {refused}")
    if len(bill.calls) > 763 or share < 0.9:
        yield "more calls, or slower, than is wanted"
    yield from unknown


# ---------------------------------------------------------------- the command


def copied(folder: Path) -> Path:
    """The catalogue and its authors, as a copy that may be changed."""
    materials = folder / "materials"
    materials.mkdir(parents=True)
    for name in ("catalogue.yaml", "authors.yaml"):
        (materials / name).write_bytes((MATERIALS / name).read_bytes())
    return materials


def command(materials: Path, *more: str) -> list[str]:
    """The command line of a run into `out`."""
    run = (sys.executable, "-m", "groundsmith", "page", str(materials))
    return [*run, "--out", "out", "--quiet", *more]


def page(folder: Path, materials: Path, *more: str) -> int:
    """The exit code of a run in a folder."""
    return subprocess.run(
        command(materials, *more), cwd=folder, check=False, capture_output=True
    ).returncode


# ---------------------------------------------------------------- what lies there


def site(folder: Path) -> dict[str, bytes]:
    """Path → bytes of the site's files, versions apart."""
    root = folder / "out" / "site"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".versions" not in path.parts
    }


def records(folder: Path) -> bytes:
    """The records as they lie there."""
    return (folder / "out" / "records.jsonl").read_bytes()


def identities(folder: Path) -> dict[str, str]:
    """Path → id of its record, which is another one where the file was made anew."""
    held = map(json.loads, records(folder).splitlines())
    return {record["content"]["path"]: record["id"] for record in held}


def numbers(folder: Path) -> tuple[int, list[str]]:
    """How many numbers the files hold, and those that neither item nor author has."""
    items = yaml.load((folder / "materials" / "catalogue.yaml").read_text("utf-8"), yaml.BaseLoader)
    authors = yaml.load((folder / "materials" / "authors.yaml").read_text("utf-8"), yaml.BaseLoader)
    by_id = {each["id"]: each for each in authors}
    known = {
        re.sub(r"\W+", "-", item["name"].lower()).strip("-"): {
            *NUMBER.findall(json.dumps(item, ensure_ascii=False)),
            *NUMBER.findall(json.dumps(by_id.get(item.get("author_id")), ensure_ascii=False)),
        }
        for item in items
    }
    count, unknown = 0, []
    for path, data in site(folder).items():
        found = NUMBER.findall(data.decode().replace(ADDRESS, ""))
        count += len(found)
        slug = Path(path).stem
        unknown += [f"{path}: {number}" for number in found if number not in known[slug]]
    return count, unknown


# ---------------------------------------------------------------- a model


def answer(prompt: str, schema: Any) -> str:
    """What a careful model would answer: sentences of the facts, for each key it is asked for."""
    if "sentence" in schema["properties"]:
        return json.dumps({"sentence": ""})
    facts: dict[str, list[str]] = {}
    for line in prompt.split("===== DATA")[1].split("===== END")[0].splitlines()[1:]:
        path, _, value = line.partition(": ")
        facts.setdefault(path, []).append(value)
    said = {"frontmatter": description, "caption": caption, "tags": tags}
    said |= {"bullets": points, "text": text}
    return json.dumps({key: said[key](facts) for key in schema["properties"]})


Facts = Mapping[str, list[str]]


def description(facts: Facts) -> str:
    """One sentence."""
    name, category = facts["name"][0], facts["category"][0]
    return (
        f"{name} is a material of the category {category}, used for {some(facts['applications'])}."
    )


def caption(facts: Facts) -> str:
    """Two sentences."""
    name = facts["name"][0]
    first = f"{name} is used for {some(facts['applications'])}."
    return f"{first} Surface treatments of {name} are {some(facts['surface_treatments'])}."


def tags(facts: Facts) -> list[str]:
    """Eight words and more, of which the first eight are taken."""
    paths = ("name", "category", "applications", "surface_treatments", "industry_tags")
    held = [value for path in paths for value in facts.get(path, ())]
    return [re.sub(r"\W+", "-", value.lower()).strip("-") for value in held]


def points(facts: Facts) -> list[str]:
    """A sentence for each list of the facts."""
    name = facts["name"][0]
    made = [
        f"Applications of {name} are {some(facts['applications'])}.",
        f"Surface treatments of {name} are {some(facts['surface_treatments'])}.",
        f"Challenges of {name} are {some(facts['challenges'])}.",
        *(f"A success sign of {name} is {sign}." for sign in facts["success_signs"]),
    ]
    return [line[:150] for line in made]


def text(facts: Facts) -> str:
    """Six sections, each of whole sentences."""
    name, category = facts["name"][0], facts["category"][0]
    measures = [
        f"The {path.split('.')[1].replace('_', ' ')} of {name} is {values[0]} "
        f"{facts[path.replace('.value', '.unit')][0]}."
        for path, values in facts.items()
        if path.endswith(".value") and path.replace(".value", ".unit") in facts
    ]
    bodies = {
        "Properties": f"{name} is a material of the category {category}, which is used for "
        f"{some(facts['applications'])}. {' '.join(measures[:-4])}",
        "Parameters": "All settings are illustrative. " + " ".join(measures[-4:]),
        "Applications": f"Applications of {name} are {some(facts['applications'])}. Industry tags "
        f"of {name} are {some(facts['industry_tags'])}.",
        "Challenges": f"Challenges of {name} are {some(facts['challenges'])}. Treatments of "
        f"{name} are {some(facts['surface_treatments'])}.",
        "Signs of success": " ".join(
            f"A success sign of {name} is {sign}." for sign in facts["success_signs"]
        ),
        "Comparison": f"The complexity of {name} is {facts['complexity'][0]}. The difficulty score "
        f"of {name} is {facts['difficulty_score'][0]}. The category of {name} is {category}.",
    }
    return "\n\n".join(f"## {title}\n\n{body}" for title, body in bodies.items())


def some(values: list[str]) -> str:
    """The values as people write them."""
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} and {values[-1]}"


if __name__ == "__main__":
    main()
