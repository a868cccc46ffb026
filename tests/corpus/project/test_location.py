"""What a person may name, and what becomes of it."""

from pathlib import Path

import pytest

from groundsmith.corpus.project.location import Repository, Text, canonical, located


@pytest.mark.parametrize(
    ("location", "address", "name", "protocol"),
    [
        ("https://example.org/o/r.git", "https://example.org/o/r.git", "o/r", "https"),
        ("git@example.org:o/r.git", "git@example.org:o/r.git", "o/r", "ssh"),
        ("ssh://git@example.org/o/r", "ssh://git@example.org/o/r", "o/r", "ssh"),
        ("octo/tool", "https://github.com/octo/tool", "octo/tool", "https"),
    ],
)
def test_a_repository_elsewhere_keeps_owner_and_name(
    location: str, address: str, name: str, protocol: str
) -> None:
    found = located(location)

    assert isinstance(found, Repository)
    assert (found.address, found.name, found.protocol) == (address, name, protocol)


def test_a_folder_goes_before_a_forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "octo" / "tool").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)

    found = located("octo/tool")

    assert isinstance(found, Repository)
    assert found.protocol == "file"
    assert canonical("octo/tool") == str(tmp_path / "octo" / "tool")


def test_a_location_is_found_again_from_anywhere() -> None:
    assert canonical("octo/tool") == "https://github.com/octo/tool"
    assert canonical(canonical("octo/tool")) == canonical("octo/tool")
    assert canonical("-") == "-"
    assert isinstance(located("-"), Text)
