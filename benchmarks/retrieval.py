"""Retrieval beside its peers: nDCG@10 (linear gain) on six collections, with paired intervals.

    GROUNDSMITH_DATA=DIR python benchmarks/retrieval.py

`default` has the weights that five collections chose, so the row to believe is `default, nested`:
every query is measured with weights that were chosen without it (`benchmarks/choosing.py`). The
heritage example took no part in any choice. Models that learn are held out by query, or trained on
the other collections. Intervals are paired bootstrap at 0.95.
"""

import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from choosing import COLLECTIONS, nested
from engine import NotMeasured
from groundsmith.index.evaluate.bootstrap import Interval, interval, paired
from groundsmith.index.evaluate.lists import intra_list_diversity
from groundsmith.index.evaluate.ranking import ndcg, precision
from groundsmith.index.fusion.presets import PRESETS
from groundsmith.index.graph.simrank import SimRank
from learnt import held_out_found, learnt_elsewhere
from lexical import print_speed
from systems import DEPTH, NETWORKX, Found, answered, diverse, ours, peers, related
from voiced import Voiced, voiced

HERITAGE = Path(__file__).resolve().parent.parent / "examples" / "heritage"
FIRST = ("cranfield", "cacm", "xquad_en")
BY_QUERY = Mapping[str, float]


def main() -> None:
    """Print every table."""
    data = Path(os.environ["GROUNDSMITH_DATA"])
    with tempfile.TemporaryDirectory() as folder:
        collections = [voiced(data / name, Path(folder) / name) for name in COLLECTIONS]
        heritage = voiced(HERITAGE, Path(folder) / "heritage")
        print_collections(collections)
        print_related(collections[1], cocited(data / "cacm" / "graph.tsv"), "CACM co-citations")
        print_heritage(heritage, collections)
        print_related(heritage, graded(HERITAGE / "similar.tsv"), "heritage, judged by reading")
        print_networkx(heritage)
        print_speed(data)


def print_collections(collections: list[Voiced]) -> None:
    """nDCG@10 of each system on each collection, and what ours is ahead by."""
    table: dict[str, dict[str, BY_QUERY]] = {}
    for collection in collections:
        found = peers(collection)
        for name in ("lexical", "rrf", "borda", "combmnz", "cascade", "heritage", "default"):
            found[f"our {name}"] = ours(collection, name)
        found["our default, no dense"] = ours(collection, "default", dense=False)
        found |= held_out_found(collection)
        for name, lists in found.items():
            table.setdefault(name, {})[collection.name] = gains(collection, lists)
    for dense, name in ((True, "default, nested"), (False, "default, no dense, nested")):
        table[name] = dict(nested(collections, dense=dense)[1])
    print(f"{'nDCG@10':28}" + "".join(f"{n:>11}" for n in COLLECTIONS) + "  mean of 3  of all")
    for name, measured in table.items():
        means = {of: float(np.mean(list(each.values()))) for of, each in measured.items()}
        cells = "".join(f"{means.get(of, float('nan')):11.3f}" for of in COLLECTIONS)
        three = np.mean([means.get(of, float("nan")) for of in FIRST])
        print(f"{name:28}{cells}{three:11.3f}{np.mean(list(means.values())):8.3f}")
    singles = ("bm25s", "MiniLM", "our lexical")
    print_ahead(table, "default, nested", "min-max of the two")
    print_ahead(table, "default, no dense, nested", "bm25s")
    for of in COLLECTIONS:
        best = max(singles, key=lambda name: np.mean(list(table[name][of].values())))
        ahead = told(table["default, nested"][of], table[best][of])
        print(f"{of}: default, nested - {best}: {ahead}")


def print_ahead(table: Mapping[str, Mapping[str, BY_QUERY]], one: str, other: str) -> None:
    """The paired difference on each collection."""
    for of in COLLECTIONS:
        print(f"{of}: {one} - {other}: {told(table[one][of], table[other][of])}")


def print_related(collection: Voiced, near: Mapping[str, Mapping[str, int]], about: str) -> None:
    """Documents found for a document, by voices that know the texts and the catalogue alone."""
    print(f"document to document, {about}: {len(near)} documents")
    measured = {}
    for name in ("dense", "lexical", "simrank", "horn", "heritage", "default"):
        found = related(collection, name, near)
        measured[name] = {d: ndcg(found[d], near[d], DEPTH) or 0.0 for d in near}
        quality = interval(np.array(list(measured[name].values())))
        spread = interval(np.array(diversities(collection, found)))
        print(f"  {name:10} nDCG@10 {shown(quality)}   diversity {shown(spread)}")
    print(f"  default - MiniLM alone: {told(measured['default'], measured['dense'])}")


def print_heritage(heritage: Voiced, others: list[Voiced]) -> None:
    """nDCG@10, P@5 and diversity of every voice, the presets and what was learnt elsewhere."""
    systems = {name: ours(heritage, name) for name in PRESETS if name != "weighted"}
    systems["default, no dense"] = ours(heritage, "default", dense=False)
    systems["default, diverse"] = diverse(heritage)
    systems |= held_out_found(heritage)
    systems["linear, learnt elsewhere"] = learnt_elsewhere(heritage, others)
    print(f"heritage, {len(heritage.judged.queries)} queries   nDCG@10, P@5, diversity")
    for name, found in systems.items():
        grades = heritage.judged.grades
        five = np.array([precision(found[q], grades[q], 5) or 0.0 for q in heritage.judged.queries])
        figures = (
            interval(np.array(list(gains(heritage, found).values()))),
            interval(five),
            interval(np.array(diversities(heritage, found))),
        )
        print(f"  {name:26}" + "   ".join(map(shown, figures)))
    default = gains(heritage, systems["default"])
    for name in ("heritage", "dense", "lexical", "rrf", "default, diverse"):
        print(f"  default - {name}: {told(default, gains(heritage, systems[name]))}")


def print_networkx(heritage: Voiced) -> None:
    """SimRank of some nodes beside networkx, on the example's graph."""
    links = heritage.collection.graph.links()
    simrank = SimRank.prepare(links)
    edges = np.stack([links.tails(), links.out], axis=1).tolist()
    for source in (0, links.node_count // 2, links.node_count - 1):
        try:
            theirs = answered(
                NETWORKX, {"edges": edges, "nodes": links.node_count, "source": source}
            )
        except NotMeasured as why:
            print(f"networkx: {why}")
            return
        started = time.process_time()
        found = simrank.source(source)
        ours_ms = 1e3 * (time.process_time() - started)
        scores = np.zeros(links.node_count)
        scores[found.nodes] = found.scores
        scores[source] = 1.0
        apart = float(np.abs(scores - theirs["scores"]).max())
        print(
            f"SimRank of node {source} of {links.node_count}: ours {ours_ms:.1f} ms, networkx "
            f"{1e3 * theirs['taken_s']:.0f} ms, at most {apart:.4f} apart, bound {found.bound:.3f}"
        )


def gains(collection: Voiced, found: Found) -> dict[str, float]:
    """nDCG@10 by query."""
    grades = collection.judged.grades
    return {q: ndcg(found[q], grades[q], DEPTH) or 0.0 for q in collection.judged.queries}


def diversities(collection: Voiced, found: Found) -> list[float]:
    """Mean of 1 - cosine within each list of two and more."""
    number = {identity: at for at, identity in enumerate(collection.ids)}
    each = [
        intra_list_diversity(collection.vectors[[number[identity] for identity in ids]])
        for ids in found.values()
        if len(ids) > 1
    ]
    return [value for value in each if value is not None]


def cocited(graph: Path) -> dict[str, dict[str, int]]:
    """Documents that are cited together, both ways."""
    found: dict[str, dict[str, int]] = {}
    for line in graph.read_text(encoding="utf-8").splitlines():
        one, other, kind = line.split("\t")
        if kind == "6" and one != other:
            found.setdefault(one, {})[other] = 1
            found.setdefault(other, {})[one] = 1
    return found


def graded(path: Path) -> dict[str, dict[str, int]]:
    """Grades by seed document and document."""
    found: dict[str, dict[str, int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        seed, document, grade = line.split("\t")
        found.setdefault(seed, {})[document] = int(grade)
    return found


def told(ours_by: BY_QUERY, theirs_by: BY_QUERY) -> str:
    """The difference with its interval."""
    return shown(paired(ours_by, theirs_by), sign="+")


def shown(found: Interval | None, sign: str = "") -> str:
    """A mean with its interval."""
    if found is None:
        return "too few to tell"
    return f"{found.mean:{sign}.3f} [{found.low:{sign}.3f}, {found.high:{sign}.3f}]"


if __name__ == "__main__":
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/retrieval.py")
    main()
