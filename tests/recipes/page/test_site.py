"""The folder of a site, its versions, and what a person changed in it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from groundsmith.errors import OutputError
from groundsmith.recipes.page.site import Site, write_site
from groundsmith.records import Record

MakeRecords = Callable[..., dict[str, Record]]


def lying(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file() and ".versions" not in path.parts
    }


def test_accepted_records_become_files_and_rejected_ones_do_not(
    records: MakeRecords, catalogue: str, tmp_path: Path
) -> None:
    made = records(catalogue.replace("author_id: 1", "author_id: 9", 1))

    write_site(tmp_path, made.values())

    files = lying(tmp_path / "site")
    assert len(files) == 19
    assert "author/aluminum.yaml" not in files
    assert files["caption/oak.md"] == made["Oak/caption"].content["text"]


def test_a_changed_file_keeps_what_it_was(tmp_path: Path) -> None:
    site = Site(tmp_path)

    for text in ("one\n", "two\n", "two\n", "three\n"):
        site.publish({"a/x.md": text, "a/y.md": "same\n"}.items())

    assert site.versions("a/x.md") == [b"one\n", b"two\n", b"three\n"]
    assert site.versions("a/y.md") == [b"same\n"]
    assert site.difference("a/x.md").splitlines()[-2:] == ["-two", "+three"]
    assert "-one" in site.difference("a/x.md", 0, 2)
    assert site.difference("a/y.md") == ""


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.publish({"a/x.md": "one\n"}.items())
    before = (tmp_path / "a" / "x.md").stat()

    site.publish({"a/x.md": "one\n", "a/y.md": "more\n"}.items())

    after = (tmp_path / "a" / "x.md").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_files_of_items_that_are_gone_are_removed_and_kept_as_versions(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.publish({"a/x.md": "one\n", "a/y.md": "two\n"}.items())
    (tmp_path / "a" / "mine.md").write_text("mine\n", "utf-8")

    site.publish({"a/y.md": "two\n"}.items())

    assert lying(tmp_path) == {"a/y.md": "two\n", "a/mine.md": "mine\n"}
    assert site.versions("a/x.md") == [b"one\n"]


def test_a_rejected_file_leaves_the_site_and_an_unfinished_one_stays(
    records: MakeRecords, catalogue: str, tmp_path: Path
) -> None:
    write_site(tmp_path, records().values())
    made = records(catalogue.replace("author_id: 1", "author_id: 9", 1))
    del made["Oak/text"]

    write_site(tmp_path, made.values())

    files = lying(tmp_path / "site")
    assert "author/aluminum.yaml" not in files
    assert "text/oak.md" in files
    assert len(files) == 19


def test_a_file_that_a_person_changed_is_not_removed(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.publish({"a/x.md": "one\n"}.items())
    (tmp_path / "a" / "x.md").write_text("by hand\n", "utf-8")

    site.publish({}.items())

    assert lying(tmp_path) == {"a/x.md": "by hand\n"}


def test_what_a_killed_export_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".groundsmith-site-1-abcd.tmp").write_text("half", "utf-8")

    Site(tmp_path).publish({"a/x.md": "one\n"}.items())

    assert lying(tmp_path) == {"a/x.md": "one\n"}


def test_a_lone_surrogate_is_written_as_what_utf_8_has_for_it(tmp_path: Path) -> None:
    Site(tmp_path).publish({"a/x.md": "odd \ud800\n"}.items())

    assert lying(tmp_path) == {"a/x.md": "odd ?\n"}


def test_a_folder_in_the_way_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a" / "x.md").mkdir(parents=True)

    with pytest.raises(OutputError) as raised:
        Site(tmp_path).publish({"a/x.md": "one\n"}.items())

    assert "x.md" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_preview_shows_names_as_text_whatever_they_are(
    records: MakeRecords, catalogue: str, tmp_path: Path
) -> None:
    made = records(catalogue.replace("name: Oak", "name: <script>alert(`x`)</script> [a](b)"))

    write_site(tmp_path, made.values(), preview=True)

    pages = {k: v for k, v in lying(tmp_path / "site").items() if k.startswith("preview/")}
    assert set(pages) == {
        "preview/aluminum.html",
        "preview/index.html",
        "preview/script-alert-x-script-a-b.html",
    }
    for page in pages.values():
        assert "<script>alert" not in page
        assert not re.search("https?://(?!schema.org|example.org)", page)
