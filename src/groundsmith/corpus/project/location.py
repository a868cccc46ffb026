"""Where a project lies: a repository on a forge or in a folder, a file, or standard input.

`o/r` is GitHub's, unless a file or folder of that name is there. Whether a repository lies in a
folder is for git to say: nothing is opened here.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from groundsmith.errors import InputError

STDIN = "-"
GITHUB = "github.com"
_URL = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]{1,20})://(?P<host>[^/\s]{0,255})/(?P<path>\S+)")
_SCP = re.compile(r"(?P<user>[\w.-]{1,64})@(?P<host>[\w.-]{1,255}):(?P<path>[^\s:]+)")
_SHORT = re.compile(r"[A-Za-z0-9][\w.-]{0,99}/[A-Za-z0-9_][\w.-]{0,99}")
_SCHEMES = frozenset({"https", "http", "ssh"})

Protocol = Literal["https", "http", "ssh", "file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A git repository to read from.

    Attributes:
        address: What git is given.
        name: `o/r`, or the folder's name.
        protocol: The only one that git may use.
        host: The forge's; empty for a folder.
    """

    address: str
    name: str
    protocol: Protocol
    host: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A file, or standard input, that is all there is of a project."""

    file: Path | None
    name: str


def canonical(location: str) -> str:
    """The location as it can be found again from any folder; raises InputError for no location."""
    found = _remote(location)
    if found:
        return found.address
    return location if location == STDIN else str(Path(location).absolute())


def located(location: str) -> Repository | Text:
    """What lies there; raises InputError where nothing does or can."""
    if location == STDIN:
        return Text(file=None, name="stdin")
    if found := _remote(location):
        return found
    place = Path(location)
    if not os.path.lexists(place):
        raise InputError(
            f"{location}: does not exist; name a git repository (a folder, a URL or owner/name), "
            "a README or -"
        )
    if not place.is_dir():
        return Text(file=place, name=place.name)
    name = place.absolute().name.removesuffix(".git") or "project"
    return Repository(address=str(place.absolute()), name=name, protocol="file")


def _remote(location: str) -> Repository | None:
    """A repository elsewhere; `None` for what is here, or should be."""
    if url := _URL.fullmatch(location):
        return _from_url(location, url)
    if scp := _SCP.fullmatch(location):
        name = _name(scp["path"])
        return Repository(address=location, name=name, protocol="ssh", host=scp["host"])
    if _SHORT.fullmatch(location) and not os.path.lexists(location):
        name = location.removesuffix(".git")
        address = f"https://{GITHUB}/{name}"
        return Repository(address=address, name=name, protocol="https", host=GITHUB)
    return None


def _from_url(location: str, url: re.Match[str]) -> Repository:
    scheme, host = url["scheme"], url["host"]
    if scheme not in _SCHEMES:
        raise InputError(f"{scheme}://…: git is asked by https, http and ssh only")
    user, at, host = host.rpartition("@")
    if at and (scheme != "ssh" or ":" in user):
        raise InputError(
            f"{scheme}://…@{host}: no passwords in an address; git's credential helper keeps them"
        )
    protocol: Protocol = "https" if scheme == "https" else "http" if scheme == "http" else "ssh"
    return Repository(address=location, name=_name(url["path"]), protocol=protocol, host=host)


def _name(path: str) -> str:
    """Owner and name, or as much as there is."""
    parts = [part for part in path.removesuffix("/").removesuffix(".git").split("/") if part]
    return "/".join(parts[-2:]) or "project"
