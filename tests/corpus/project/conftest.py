"""Git repositories, made in a moment."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

MakeRepository = Callable[..., Path]
_WHO = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *_WHO, "-C", str(folder), *arguments],
        capture_output=True,
        check=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"},
    )
    return done.stdout.decode()


@pytest.fixture
def repository(tmp_path: Path) -> MakeRepository:
    """A repository with these files in one commit; a name, and tags."""

    def make(
        files: Mapping[str, str | bytes], name: str = "tool", tags: tuple[str, ...] = ()
    ) -> Path:
        folder = tmp_path / "repositories" / name
        folder.mkdir(parents=True)
        git(folder, "init", "-q")
        for path, content in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.encode() if isinstance(content, str) else content)
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "--allow-empty", "-m", "first words")
        for tag in tags:
            git(folder, "tag", tag)
        return folder

    return make


@pytest.fixture(scope="session")
def run_git() -> Callable[..., str]:
    """`git` in a folder."""
    return git
