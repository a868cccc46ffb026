import io
import os
import sys
from pathlib import Path

import pytest

from groundsmith.corpus.inputs import Found, find, load
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import InputError, SourceError
from groundsmith.records import Skipped

BODY = "The office opens at nine and closes at four. " * 4
SETTINGS = CorpusSettings(max_bytes=20_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to put sources in."""
    place = tmp_path / "docs"
    place.mkdir()
    return place


def write(place: Path, body: str | bytes = BODY) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(body.encode() if isinstance(body, str) else body)
    return place


def paths(location: Path | str, **options: object) -> list[str]:
    """Paths of what would be read."""
    found = find(str(location), None, SETTINGS, **options)  # type: ignore[arg-type]  # passed on
    return [one.path for one in found if isinstance(one, Found)]


def skipped(location: Path | str) -> dict[str, str]:
    """Reason by path of what would not."""
    found = find(str(location), None, SETTINGS)
    return {one.path: one.reason for one in found if isinstance(one, Skipped)}


def test_a_folder_gives_every_file_below_it_in_the_order_of_their_paths(folder: Path) -> None:
    for name in ("b.md", "a/z.txt", "a.rst", "ä.html", "B.csv"):
        write(folder / name)

    found = paths(folder)

    assert found == ["B.csv", "a.rst", "a/z.txt", "b.md", "ä.html"]


def test_a_file_is_named_by_its_name_and_may_have_any_suffix(folder: Path) -> None:
    place = write(folder / "README")

    found = paths(place)

    assert found == ["README"]


def test_a_glob_gives_what_matches_under_the_folder_before_its_wildcard(folder: Path) -> None:
    for name in ("a/x.md", "b/x.md", "b/y.txt"):
        write(folder / name)

    found = paths(folder / "*" / "x.md")

    assert found == ["a/x.md", "b/x.md"]


def test_a_label_stands_in_front_of_every_path(folder: Path) -> None:
    write(folder / "a.md")

    found = [one.path for one in find(str(folder), "manual", SETTINGS)]

    assert found == ["manual/a.md"]


def test_standard_input_is_a_source_called_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BODY.encode())))
    (found,) = find("-", None, SETTINGS)
    assert isinstance(found, Found)

    source, data = load(found)

    assert (source.path, source.size_bytes, data) == ("stdin", len(BODY), BODY.encode())


def test_empty_standard_input_is_an_error_of_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))

    with pytest.raises(SourceError, match="stdin: empty"):
        load(Found(path="stdin", file=None))


@pytest.mark.parametrize("location", ["missing", "missing/*.md", "no[thing"])
def test_a_location_without_anything_is_one_line_that_says_what_to_do(
    folder: Path, location: str
) -> None:
    with pytest.raises(InputError) as caught:
        list(find(str(folder / location), None, SETTINGS))

    assert location in str(caught.value)
    assert "\n" not in str(caught.value)
    assert ";" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("empty.md", b"", "empty"),
        ("small.md", b"Hi.", "3 bytes, less than corpus.min_bytes (100)"),
        ("large.md", b"x" * 20_001, "20,001 bytes, more than corpus.max_bytes (20,000)"),
        ("photo.jpg", b"\xff\xd8\xff" * 99, "unsupported type (.jpg)"),
        ("Makefile", b"all:\n" * 99, "unsupported type (a file without a suffix)"),
        ("noise.txt", bytes(range(256)) * 9, "binary"),
        ("paper.txt", b"%PDF-1.7 " * 99, "binary (a PDF); name it .pdf"),
        ("old.doc", b"x" * 200, "unsupported type (.doc)"),
        (".hidden.md", b"x" * 200, "hidden"),
        ("groundsmith.yaml", b"preset: staging\n" * 20, "our own settings"),
    ],
)
def test_what_is_not_read_is_named_with_its_reason(
    folder: Path, name: str, body: bytes, reason: str
) -> None:
    write(folder / "good.md")
    write(folder / name, body)

    found = skipped(folder)

    assert list(found) == [name]
    assert found[name].startswith(reason)
    assert paths(folder) == ["good.md"]


def test_what_a_collection_is_evaluated_by_is_not_read(folder: Path) -> None:
    for name in ("corpus.jsonl", "queries.jsonl", "qrels.tsv", "qrels/test.tsv", "notes/qrels.tsv"):
        write(folder / name)

    found = skipped(folder)

    assert set(found) == {"queries.jsonl", "qrels.tsv", "qrels/test.tsv"}
    assert paths(folder) == ["corpus.jsonl", "notes/qrels.tsv"]


def test_a_foreign_format_by_standard_input_is_known_by_its_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"%PDF-1.7 rest")))

    source, _ = load(Found(path="stdin", file=None))

    assert source.media_type == "application/pdf"


def test_a_hidden_folder_is_one_line(folder: Path) -> None:
    write(folder / ".git" / "a.md")
    write(folder / ".git" / "b.md")

    found = skipped(folder)

    assert found == {".git": "hidden"}


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (folder / "link.md").symlink_to(write(tmp_path / "secret.md"))
    (folder / "up").symlink_to(tmp_path)

    found = skipped(folder)

    assert "leaves the folder" in found["link.md"]
    assert "leaves the folder" in found["up"]
    assert paths(folder) == []


def test_a_link_inside_is_read_once_and_loops_end(folder: Path) -> None:
    write(folder / "a" / "x.md")
    (folder / "a" / "loop").symlink_to(folder)
    (folder / "same.md").symlink_to(folder / "a" / "x.md")
    (folder / "self.md").symlink_to(folder / "self.md")

    found = paths(folder)

    assert found == ["a/x.md"]
    assert set(skipped(folder)) == {"a/loop", "same.md", "self.md"}


@pytest.mark.parametrize("named_itself", [False, True])
def test_a_pipe_is_never_opened(folder: Path, named_itself: bool) -> None:
    pipe = folder / "pipe.txt"
    os.mkfifo(pipe)

    found = skipped(pipe if named_itself else folder)

    assert found == {"pipe.txt": "not a regular file; pipes and devices are not opened"}


def test_excluded_folders_are_left_out(folder: Path) -> None:
    write(folder / "a.md")
    write(folder / "out" / "README.md")

    found = paths(folder, exclude=[folder / "out"])

    assert found == ["a.md"]


def test_of_two_names_that_are_one_when_normalised_the_second_is_skipped(folder: Path) -> None:
    write(folder / "caf\u00e9.md")
    write(folder / "cafe\u0301.md")
    if len(list(folder.iterdir())) < 2:
        pytest.skip("this file system normalises names itself")

    found = skipped(folder)

    assert paths(folder) == ["caf\u00e9.md"]
    assert "cafe\\u0301.md" in found["caf\u00e9.md"]
    assert "caf\\xe9.md" in found["caf\u00e9.md"]


def test_names_that_are_no_text_are_escaped_and_stay_apart(folder: Path) -> None:
    try:
        for byte in (b"\xff", b"\xfe", b"\n"):
            write(Path(os.fsdecode(os.fsencode(folder) + b"/n" + byte + b".md")))
    except OSError:
        pytest.skip("this file system takes only names that are text")

    found = [one for one in find(str(folder), None, SETTINGS) if isinstance(one, Found)]

    assert [one.path for one in found] == ["n%0A.md", "n%FE.md", "n%FF.md"]
    assert {load(one)[1] for one in found} == {BODY.encode()}


def test_a_file_that_vanishes_is_an_error_of_that_source(folder: Path) -> None:
    place = write(folder / "later.md")
    (found,) = find(str(folder), None, SETTINGS)
    assert isinstance(found, Found)
    place.unlink()

    with pytest.raises(SourceError, match=r"later\.md: vanished"):
        load(found)


def test_a_file_that_became_a_pipe_is_not_waited_for(folder: Path) -> None:
    place = folder / "later.md"
    os.mkfifo(place)

    with pytest.raises(SourceError, match="no regular file"):
        load(Found(path="later.md", file=place))


def test_a_source_knows_its_size_hash_type_and_place(folder: Path) -> None:
    place = write(folder / "a b.md", "abc" * 50)

    source, data = load(Found(path="a b.md", file=place))

    assert source.size_bytes == len(data) == 150
    assert source.media_type == "text/markdown"
    assert source.uri == place.as_uri()
    assert len(source.sha256) == 64


def test_a_file_that_cannot_be_opened_is_an_error_of_that_source(folder: Path) -> None:
    place = folder / "a.md"
    place.symlink_to(place)

    with pytest.raises(SourceError, match=r"a\.md: cannot be read \(.+\)"):
        load(Found(path="a.md", file=place))
