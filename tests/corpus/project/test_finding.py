"""A project's sources, as they are found, and what is never done to find them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from groundsmith.corpus.inputs import Given
from groundsmith.corpus.project.finding import find_project
from groundsmith.corpus.project.kinds import SourceKind, kind_of, project_of
from groundsmith.corpus.project.transparency import transparency_of
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import InputError
from groundsmith.records import Skipped

README = "# Tool\n\n" + "The tool sorts letters by weight, and it does so in one pass. " * 3
MakeRepository = Callable[..., Path]


def found(place: Path | str, cache: Path, label: str | None = None) -> dict[str, str]:
    """Name → text of everything that is given."""
    sources = find_project(str(place), label, CorpusSettings(), cache=cache)
    return {one.source.path: one.data.decode() for one in sources if isinstance(one, Given)}


def skipped(place: Path, cache: Path) -> dict[str, str]:
    sources = find_project(str(place), None, CorpusSettings(), cache=cache)
    return {one.path: one.reason for one in sources if isinstance(one, Skipped)}


def test_every_kind_of_source_is_found_under_the_commit(
    repository: MakeRepository, run_git: Callable[..., str], tmp_path: Path
) -> None:
    place = repository(
        {
            "README.md": README,
            "pyproject.toml": "[project]\nname = 'tool'\ndependencies = ['httpx']\n",
            "examples/first.py": '"""Sorts two letters by weight."""\n' * 5,
            "docs/use.md": README,
            "src/tool/main.py": "print('counted, not read')\n" * 10,
        },
        tags=("v0.9", "v0.10"),
    )
    commit = run_git(place, "rev-parse", "HEAD")[:12]

    sources = found(place, tmp_path / "cache")

    assert list(sources) == [
        f"tool@{commit}:README.md",
        f"tool@{commit}:pyproject.toml",
        f"tool@{commit}:examples/first.py",
        f"tool@{commit}:docs/use.md",
        f"tool@{commit}#tree",
        f"tool@{commit}#tags",
        f"tool@{commit}#commits",
        f"tool@{commit}#sources",
    ]
    assert "newest version first: v0.10, v0.9" in sources[f"tool@{commit}#tags"]
    assert sources[f"tool@{commit}#commits"].endswith(": first words\n")
    assert "nobody" not in "".join(sources.values()).lower()


def test_what_was_used_and_what_not_is_said_with_its_reason(
    repository: MakeRepository, tmp_path: Path
) -> None:
    place = repository({"README.md": README, "Cargo.toml": "[package]\nname = 'tool'\n"})

    told = transparency_of(found(place, tmp_path / "cache").items())

    assert dict(told.used).keys() == {"readme", "structure", "dependencies", "commits"}
    assert "no forge" in dict(told.unread)["issues"]
    assert told.completeness == "medium"


def test_the_heads_of_a_clone_are_no_tags(
    repository: MakeRepository, run_git: Callable[..., str], tmp_path: Path
) -> None:
    place = repository({"README.md": "# Tool\n"}, tags=("v1.0",))
    run_git(tmp_path, "clone", "-q", str(place), "cloned")

    sources = found(tmp_path / "cloned", tmp_path / "cache")

    (tags,) = (text for path, text in sources.items() if path.endswith("#tags"))
    assert tags == "1 tag in all, newest version first: v1.0\n"


def test_only_what_is_committed_is_read(repository: MakeRepository, tmp_path: Path) -> None:
    place = repository({"README.md": README})
    (place / "README.md").write_text("This was never committed, and nobody may cite it. " * 5)

    sources = found(place, tmp_path / "cache")

    assert "never committed" not in "".join(sources.values())


def test_a_new_commit_is_read_anew_and_its_old_copy_removed(
    repository: MakeRepository, run_git: Callable[..., str], tmp_path: Path
) -> None:
    place, cache = repository({"README.md": README}), tmp_path / "cache"
    found(place, cache)
    (place / "README.md").write_text(README + "A second pass checks the first.")

    run_git(place, "commit", "-q", "-a", "-m", "second")
    sources = found(place, cache)

    assert any("A second pass" in text for text in sources.values())
    assert len(list(cache.glob("*/*.git"))) == 1


def test_nothing_that_a_repository_configures_is_executed(
    repository: MakeRepository, run_git: Callable[..., str], tmp_path: Path
) -> None:
    place, trap = (
        repository({"README.md": README, ".gitattributes": "* filter=t\n"}),
        tmp_path / "t",
    )
    command = f"touch {trap}"
    for key in (
        "core.fsmonitor",
        "core.sshCommand",
        "core.pager",
        "filter.t.smudge",
        "gpg.program",
    ):
        run_git(place, "config", key, command)
    run_git(place, "config", "alias.ls-tree", f"!{command}")
    run_git(place, "config", "log.showSignature", "true")
    run_git(place, "config", "uploadpack.packObjectsHook", command)
    for hook in ("post-checkout", "pre-auto-gc", "reference-transaction", "post-index-change"):
        (place / ".git" / "hooks" / hook).write_text(f"#!/bin/sh\n{command}\n")
        (place / ".git" / "hooks" / hook).chmod(0o755)

    sources = found(place, tmp_path / "cache")

    assert sources
    assert not trap.exists()


def test_links_submodules_and_vendored_files_are_not_read(
    repository: MakeRepository, run_git: Callable[..., str], tmp_path: Path
) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("Nobody asked to look outside of the repository, not even here. " * 3)
    place = repository(
        {"README.md": README, "node_modules/a/docs/x.md": README, "docs/big.md": "x" * 10_000_001}
    )
    (place / "docs" / "out.md").symlink_to(secret)
    run_git(place, "add", "-A")
    run_git(place, "commit", "-q", "-m", "a link")

    sources = found(place, tmp_path / "cache")
    left_out = skipped(place, tmp_path / "cache")

    assert "Nobody asked" not in "".join(sources.values())
    assert [name.partition(":")[2] for name in sources if ":" in name] == ["README.md"]
    assert any("more than corpus.max_bytes" in reason for reason in left_out.values())


def test_names_that_no_terminal_shows_are_read_under_escaped_ones(
    repository: MakeRepository, tmp_path: Path
) -> None:
    place = repository({"README.md": README, "docs/a\nb\x1b[2J.md": README})

    names = [name.partition(":")[2] for name in found(place, tmp_path / "cache")]

    assert "docs/a%0Ab%1B[2J.md" in names


def test_a_repository_without_a_commit_is_refused_with_advice(tmp_path: Path) -> None:
    import subprocess

    subprocess.run(["git", "init", "-q", str(tmp_path / "empty")], check=True)

    with pytest.raises(InputError, match="without a commit; commit something"):
        found(tmp_path / "empty", tmp_path / "cache")


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("nowhere/at/all", "does not exist"),
        ("ext::sh -c touch%20x", "does not exist"),
        ("file:///etc", "https, http and ssh only"),
        ("git+ssh://a/b", "https, http and ssh only"),
        ("https://user:word@example.org/o/r", "no passwords"),
    ],
)
def test_what_is_no_project_is_refused(location: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        found(location, tmp_path / "cache")


def test_a_folder_that_is_no_repository_is_refused_in_git_s_words(tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()

    with pytest.raises(InputError, match="no git repository to read"):
        found(folder, tmp_path / "cache")


def test_a_readme_alone_is_a_project(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(README)

    sources = found(tmp_path / "README.md", tmp_path / "cache")

    assert sources == {"README.md": README}
    assert kind_of("README.md") is SourceKind.README
    assert transparency_of(sources.items()).completeness == "low"


def test_a_second_project_has_its_label_in_front(
    repository: MakeRepository, tmp_path: Path
) -> None:
    place = repository({"README.md": README})

    sources = found(place, tmp_path / "cache", label="other")

    assert {project_of(name) for name in sources} == {"other/tool"}
