"""`groundsmith index` and the commands that ask an index: exit codes, and what is printed."""

import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

import pytest

from groundsmith.app.collections.indexing import ToIndex, index
from groundsmith.cli.main import main
from groundsmith.settings import GroundsmithSettings

HERITAGE = Path(__file__).parents[2] / "examples" / "heritage"
ROWS = (
    ("taj", "Taj Mahal", "Shah Jahan built the white tomb at Agra.", 1632, "monument"),
    ("fort", "Red Fort", "Shah Jahan moved into the red palace at Delhi.", 1648, "monument"),
    ("wells", "Stepwells", "Stairs lead down to water in Gujarat.", 1100, "site"),
    ("tomb", "Tomb of Akbar", "Akbar lies at Agra below red stone.", 1613, "monument"),
)


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


class InProcess:
    """The command line within this process: starting one takes longer than what is tested."""

    def __init__(self, folder: Path, streams: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._streams = streams

    def __call__(self, *arguments: str) -> Done:
        code = main(arguments)
        said = self._streams.readouterr()
        return Done(code, said.out, said.err)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with rows and their index."""
    folder = tmp_path_factory.mktemp("made")
    rows = [
        json.dumps({"id": i, "title": title, "text": text, "year": year, "type": kind})
        for i, title, text, year, kind in ROWS
    ]
    (folder / "rows.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    asked = ToIndex(inputs=[str(folder / "rows.jsonl")], out=folder / "ix")
    index(asked, GroundsmithSettings())
    return folder


@pytest.fixture
def groundsmith(
    made: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> InProcess:
    folder = tmp_path / "work"
    shutil.copytree(made, folder)
    monkeypatch.chdir(folder)
    return InProcess(folder, capsys)


def test_indexing_says_what_it_did_and_where(groundsmith: InProcess) -> None:
    first, again = (
        groundsmith(
            "index", "rows.jsonl", "--out", "new", "--update", "--embed", "off", "-q", "--json"
        )
        for _ in range(2)
    )

    assert (first.returncode, again.returncode) == (0, 0)
    assert json.loads(first.stdout)["added"] == 4
    assert json.loads(again.stdout)["sources_unchanged"] == 1


def test_an_index_that_is_there_is_kept_unless_update_is_said(groundsmith: InProcess) -> None:
    done = groundsmith("index", "rows.jsonl", "--out", "ix")

    assert done.returncode == 2
    assert "holds an index; give --update" in done.stderr


def test_a_search_lists_documents_with_their_snippets(groundsmith: InProcess) -> None:
    done = groundsmith("search", "ix", "water in Gujarat")

    assert done.returncode == 0
    assert "Stepwells (wells)" in done.stdout
    assert "Stairs lead down to water" in done.stdout


def test_filters_take_values_ranges_and_several_of_a_kind(groundsmith: InProcess) -> None:
    def found(*filters: str) -> list[str]:
        options = [option for each in filters for option in ("--filter", each)]
        done = groundsmith("search", "ix", "red Agra", "--json", *options)
        return sorted(hit["id"] for hit in json.loads(done.stdout)["hits"])

    assert found("year=1600..1640") == ["taj", "tomb"]
    assert found("year=1648", "year=1613") == ["fort", "tomb"]
    assert found("year=..1620") == ["tomb"]
    assert found("type=site") == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("search", "ix", ""), "the query is empty"),
        (("search", "ix", "x" * 1001), "1,001 characters"),
        (("search", "nowhere", "a"), "there is no index here"),
        (("search", "ix", "a", "--top-k", "101"), "from 1 to 100"),
        (("search", "ix", "a", "--method", "magic"), "no method 'magic'"),
        (("search", "ix", "a", "--filter", "year"), "is not KEY=VALUE"),
        (("search", "ix", "a", "--filter", "colour=red"), "no document has a field 'colour'"),
        (("search", "ix", "a", "--method", "learned"), "nothing was learnt here"),
        (("recommend", "ix"), "give a query or the id"),
        (("recommend", "ix", "--like", "tay"), "the nearest ids are taj"),
        (("index", "--out", "none"), "give an INPUT"),
        (("index", "rows.jsonl", "--out", "rows.jsonl", "-q"), "cannot be written"),
        (("index", "--out", "ix", "--graph", "g.txt"), "as .graphml or .json"),
    ],
)
def test_a_wrong_request_ends_with_2_and_one_line(
    groundsmith: InProcess, arguments: tuple[str, ...], reason: str
) -> None:
    done = groundsmith(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_damaged_index_ends_with_5(groundsmith: InProcess) -> None:
    file = next((groundsmith.folder / "ix").glob("*segment.lengths.npy"))
    file.write_bytes(file.read_bytes()[:-1])

    done = groundsmith("search", "ix", "Agra")

    assert done.returncode == 5
    assert "the index is damaged" in done.stderr


def test_related_documents_come_with_reasons(groundsmith: InProcess) -> None:
    done = groundsmith("recommend", "ix", "Shah Jahan", "--method", "heritage", "--explain")

    assert done.returncode == 0
    assert "Shah Jahan <-mentions- " in done.stdout


def test_a_period_and_a_style_of_one_name_are_one_reason(groundsmith: InProcess) -> None:
    groundsmith("index", str(HERITAGE), "--out", "archive", "--embed", "off")

    done = groundsmith("recommend", "archive", "Mughal gardens", "--explain", "--top-k", "1")

    assert done.stdout.count("without mughal: ") == 1
    assert done.stdout.count(" by mughal ") == 1


def test_the_graph_is_written_as_graphml_and_as_json(groundsmith: InProcess) -> None:
    for name in ("g.graphml", "g.json"):
        assert groundsmith("index", "--out", "ix", "--graph", name).returncode == 0

    tree = ET.parse(groundsmith.folder / "g.graphml")
    graph = json.loads((groundsmith.folder / "g.json").read_text("utf-8"))
    nodes = tree.getroot().findall(".//{http://graphml.graphdrawing.org/xmlns}node")
    assert len(nodes) == len(graph["nodes"])
    assert {"kind": "person", "name": "Shah Jahan"}.items() <= graph["nodes"][1].items()


def test_evaluating_tells_means_with_intervals_and_what_was_left_out(
    groundsmith: InProcess,
) -> None:
    folder = groundsmith.folder
    queries = [{"_id": f"q{n}", "text": row[2]} for n, row in enumerate(ROWS)]
    (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), "utf-8")
    lines = ["query-id\tcorpus-id\tscore", *(f"q{n}\t{row[0]}\t1" for n, row in enumerate(ROWS))]
    (folder / "qrels.tsv").write_text("\n".join([*lines[:-1], "q1\tgone\t1"]), "utf-8")

    done = groundsmith("evaluate", "ix", "--queries", "queries.jsonl", "--qrels", "qrels.tsv")
    as_json = groundsmith(
        "evaluate", "ix", "--queries", "queries.jsonl", "--qrels", "qrels.tsv", "--json"
    )

    told = json.loads(as_json.stdout)
    assert done.returncode == 0
    assert "3 queries with a relevant document" in done.stdout
    assert "1 queries left out" in done.stdout
    assert told["unknown_count"] == 1
    assert [of["method"] for of in told["methods"]] == ["default", "lexical", "random"]
    assert told["methods"][0]["metrics"]["mrr"]["mean"] == 1.0
    assert told["canaries"]["missed"] == []


def test_training_wants_enough_judgments(groundsmith: InProcess) -> None:
    (groundsmith.folder / "qrels.tsv").write_text("taj\tfort\t1\n", "utf-8")

    done = groundsmith("train", "ix", "--qrels", "qrels.tsv")

    assert done.returncode == 2
    assert "learning needs 10" in done.stderr


def test_training_wants_judgments_or_feedback_and_not_both(groundsmith: InProcess) -> None:
    neither = groundsmith("train", "ix")
    both = groundsmith("train", "ix", "--qrels", "q.tsv", "--feedback", "f.jsonl")

    assert (neither.returncode, both.returncode) == (2, 2)
    assert "--feedback alone" in neither.stderr


def test_help_names_the_commands(groundsmith: InProcess) -> None:
    done = groundsmith("--help")

    assert all(
        name in done.stdout for name in ("index", "search", "recommend", "evaluate", "train")
    )


def test_a_second_writer_is_refused(groundsmith: InProcess, tmp_path: Path) -> None:
    holding = tmp_path / "holding.py"
    holding.write_text(
        "import sys\nfrom pathlib import Path\n"
        "from groundsmith.index.files.lock import WriterLock\n"
        "with WriterLock(Path(sys.argv[1])):\n    print('held', flush=True)\n"
        "    sys.stdin.read()\n",
        "utf-8",
    )

    with subprocess.Popen(
        [sys.executable, str(holding), str(groundsmith.folder / "ix")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        done = groundsmith("index", "rows.jsonl", "--out", "ix", "--update", "--embed", "off")
        assert holder.stdin is not None
        holder.stdin.close()

    assert done.returncode == 2
    assert "another process is writing this index" in done.stderr
