"""A repository as it stands at its head: a clean copy, kept by commit, and what it holds.

What is asked of the original is small: where its head and its tags are. Only a commit that was not
seen before is fetched, so that the same project is read again without a network. What is not
committed is not there: an id with a commit in it must mean one text for ever.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from groundsmith.corpus.project.git import Git, GitFailed
from groundsmith.corpus.project.location import Repository
from groundsmith.errors import InputError, StorageFull
from groundsmith.records import sha256

COMMITS = 20
_SHORT_HASH = 12
_HEAD = "refs/heads/project"
_BLOB = re.compile(rb"100\d{3} blob ([0-9a-f]{40,64}) +(\d{1,15})\t(.+)", re.DOTALL)
_ENTRY_MOST = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Blob:
    """A file of the repository, by its readable path."""

    path: str
    oid: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit's day and first line; who made it is nobody's business here."""

    day: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A repository at one commit.

    Attributes:
        folder: The clean copy.
        commit: The whole hash.
        tags: Names, newest version first.
    """

    folder: Path
    commit: str
    tags: tuple[str, ...]

    @property
    def short(self) -> str:
        """The commit, as it stands in ids."""
        return self.commit[:_SHORT_HASH]

    def files(self) -> list[Blob]:
        """Every regular file, in the order of paths; links and submodules are none."""
        listed = Git()("ls-tree", "-r", "-z", "-l", "--full-tree", _HEAD, folder=self.folder)
        entries = listed.split(b"\0")
        if len(entries) > _ENTRY_MOST:
            raise InputError(f"more than {_ENTRY_MOST:,} files; name a smaller project")
        found = (_BLOB.fullmatch(entry) for entry in entries)
        blobs = [
            Blob(path=readable(one[3]), oid=one[1].decode(), size_bytes=int(one[2]))
            for one in found
            if one
        ]
        return sorted(blobs, key=lambda blob: blob.path)

    def contents(self, blobs: list[Blob]) -> Iterator[bytes]:
        """What the files hold, in their order."""
        return Git().blobs(self.folder, [blob.oid for blob in blobs])

    def commits(self) -> list[Commit]:
        """The last commits, newest first."""
        said = Git()("log", f"-{COMMITS}", "-z", "--format=%cs %s", _HEAD, "--", folder=self.folder)
        lines = said.decode("utf-8", "replace").split("\0")
        return [
            Commit(day=day, subject=printable(subject)[:200])
            for day, _, subject in (line.partition(" ") for line in lines if line)
        ]


def snapshot(repository: Repository, cache: Path) -> Snapshot:
    """The repository at its head; raises InputError where there is none, or nothing in it.

    Args:
        cache: Folder for the clean copies.
    """
    git = Git(protocol=repository.protocol)
    try:
        refs = _refs(git("ls-remote", "--", repository.address, "HEAD", "refs/tags/*"))
    except GitFailed as error:
        raise InputError(f"{repository.address}: no git repository to read ({error})") from error
    commit = refs.pop("HEAD", "")
    if not commit:
        raise InputError(
            f"{repository.address}: a repository without a commit; commit something, or name a "
            "README file"
        )
    own = cache / sha256(repository.address)[:16]
    folder = own / f"{commit}.git"
    if not folder.is_dir():
        _fetch(git, repository, commit, folder)
    return Snapshot(folder=folder, commit=commit, tags=_by_version(refs))


def _fetch(git: Git, repository: Repository, commit: str, folder: Path) -> None:
    """Makes the clean copy whole or not at all, and removes those of older commits."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix="fetching-", dir=folder.parent))
    except OSError as error:
        raise StorageFull(folder.parent) from error
    try:
        git("init", "--bare", "--quiet", "--template=", "--", str(draft))
        git(
            *("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", f"--depth={COMMITS}"),
            *("--", repository.address, f"+HEAD:{_HEAD}"),
            folder=draft,
        )
        got = git("rev-parse", _HEAD, folder=draft).decode().strip()
        with suppress(OSError):  # somebody else was faster: the same commit is the same copy
            draft.rename(folder.with_name(f"{got}.git"))
        if got != commit:
            raise InputError(f"{repository.address}: its head moved while it was read; again")
    except GitFailed as error:
        raise InputError(f"{repository.address}: cannot be fetched ({error})") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    for old in folder.parent.glob("*.git"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)


def _refs(said: bytes) -> dict[str, str]:
    """Name → commit, of the head and the tags; a tag that is an object of its own is followed.

    A clone has heads of others too (`refs/remotes/origin/HEAD`), and git matches them as well.
    """
    found: dict[str, str] = {}
    for line in said.decode("utf-8", "replace").splitlines():
        oid, _, name = line.partition("\t")
        if name == "HEAD" or name.startswith("refs/tags/"):
            found[name.removesuffix("^{}")] = oid
    return found


def _by_version(refs: dict[str, str]) -> tuple[str, ...]:
    names = [printable(name.removeprefix("refs/tags/"))[:100] for name in refs]
    return tuple(sorted(names, key=_version, reverse=True))


def _version(name: str) -> list[tuple[int, int, str]]:
    """`v1.10` after `v1.9`, and `v1.9-rc1` before it."""
    parts = re.findall(r"\d{1,18}|[a-zA-Z]+", name)
    key = [(1, int(part), "") if part.isdigit() else (-1, 0, part) for part in parts]
    return [*(part for part in key if part[2].lower() != "v"), (0, 0, "")]


def readable(path: bytes) -> str:
    """A path with undecodable bytes and control characters percent-escaped."""
    text = path.decode("utf-8", "surrogateescape")
    return "".join(
        char
        if char.isprintable()
        else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogateescape"))
        for char in text
    )


def printable(text: str) -> str:
    """One line, with nothing in it that does not show."""
    return "".join(char if char.isprintable() else " " for char in text).strip()
