"""What a project's manifests declare: its name, and what it is built with.

Manifests are parsed and never executed; one that cannot be parsed declares nothing. What they name
is the only tech stack that a post may speak of, besides what the README names.
"""

import configparser
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypedDict

import yaml

from groundsmith.records import Json, Span

_MOST_DEPENDENCIES = 200
_MOST_CHARS = 300
_NAME = re.compile(r"@?[A-Za-z0-9][\w./:+-]{0,120}")
_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9][\w.-]{0,100})")
_GEM = re.compile(r"^\s{0,40}gem\s{1,20}[\"']([\w.-]{1,100})[\"']", re.MULTILINE)
_GO_MODULE = re.compile(r"^module\s+(\S{1,200})", re.MULTILINE)
_GO_REQUIRE = re.compile(
    r"^(?:require\s+|\t| {2,8})([\w.-]+\.[\w./~-]{1,200})\s+v\S+(.{0,40})$", re.M
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What one manifest declares; empty where it does not.

    Attributes:
        language: Whose manifest it is: `Python`, `JavaScript`, …
        dependencies: Names, in the order in which they are declared, those it runs with first.
        links: Addresses, by what they are called.
    """

    language: str
    name: str = ""
    version: str = ""
    description: str = ""
    license: str = ""
    dependencies: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


class _About(TypedDict):
    name: str
    version: str
    description: str
    license: str


def parsed(path: str, text: str) -> Manifest | None:
    """What the manifest at `path` declares; `None` where it is none, or cannot be parsed."""
    name = PurePosixPath(path).name.lower()
    parse = _PARSERS.get(name) or (_requirements if name.startswith("requirements") else None)
    if parse is None:
        return None
    try:
        return parse(text)
    except (ValueError, RecursionError, configparser.Error, yaml.YAMLError):
        return None


def place_of(name: str, text: str) -> Span | None:
    """Where a manifest names it, as a whole word; `None` where it does not."""
    found = re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-])", text)
    return Span(start=found.start(), stop=found.end()) if found else None


def _pyproject(text: str) -> Manifest:
    held = tomllib.loads(text)
    project, tool = _mapping(held.get("project")), _mapping(held.get("tool"))
    poetry = _mapping(tool.get("poetry"))
    extras = [
        one
        for group in _mapping(project.get("optional-dependencies")).values()
        for one in _items(group)
    ]
    groups = [
        _mapping(group).get("dependencies") for group in _mapping(poetry.get("group")).values()
    ]
    declared = [
        *_requirement_names([*_items(project.get("dependencies")), *extras]),
        *(
            name
            for group in (poetry.get("dependencies"), *groups)
            for name in _mapping(group)
            if name != "python"
        ),
    ]
    both = {**poetry, **project}
    links = {**_mapping(poetry.get("urls")), **_mapping(project.get("urls"))}
    return Manifest(
        language="Python",
        **_about(both),
        dependencies=_names(declared),
        keywords=_texts(both.get("keywords")),
        links=_links(links | {k: poetry[k] for k in ("homepage", "repository") if k in poetry}),
    )


def _setup_cfg(text: str) -> Manifest:
    held = configparser.ConfigParser(interpolation=None, strict=False)
    held.read_string(text)
    about = dict(held["metadata"]) if held.has_section("metadata") else {}
    wanted = held.get("options", "install_requires", fallback="")
    names = _names(_requirement_names(wanted.splitlines()))
    return Manifest(language="Python", **_about(about), dependencies=names)


def _requirements(text: str) -> Manifest:
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(("-", "#"))]
    return Manifest(language="Python", dependencies=_names(_requirement_names(lines)))


def _pipfile(text: str) -> Manifest:
    held = tomllib.loads(text)
    names = [*_mapping(held.get("packages")), *_mapping(held.get("dev-packages"))]
    return Manifest(language="Python", dependencies=_names(names))


def _conda(text: str) -> Manifest:
    held = _mapping(yaml.safe_load(text))
    listed = [one for one in _items(held.get("dependencies")) if isinstance(one, str)]
    names = [name for name in _requirement_names(listed) if name != "python"]
    return Manifest(language="Python", name=_text(held.get("name")), dependencies=_names(names))


def _package_json(text: str) -> Manifest:
    held = _mapping(json.loads(text))
    groups = ("dependencies", "peerDependencies", "devDependencies")
    repository = held.get("repository")
    address = _mapping(repository).get("url") or repository
    return Manifest(
        language="JavaScript",
        **_about(held),
        dependencies=_names(name for group in groups for name in _mapping(held.get(group))),
        keywords=_texts(held.get("keywords")),
        links=_links({"homepage": held.get("homepage"), "repository": address}),
    )


def _cargo(text: str) -> Manifest:
    held = tomllib.loads(text)
    package = _mapping(held.get("package"))
    groups = (held, _mapping(held.get("workspace")))
    names = [name for group in groups for name in _mapping(group.get("dependencies"))]
    names += _mapping(held.get("dev-dependencies"))
    return Manifest(
        language="Rust",
        **_about(package),
        dependencies=_names(names),
        keywords=_texts(package.get("keywords")),
        links=_links({k: package.get(k) for k in ("homepage", "repository", "documentation")}),
    )


def _go_mod(text: str) -> Manifest:
    module = _GO_MODULE.search(text)
    direct = [name for name, note in _GO_REQUIRE.findall(text) if "indirect" not in note]
    return Manifest(language="Go", name=module[1] if module else "", dependencies=_names(direct))


def _composer(text: str) -> Manifest:
    held = _mapping(json.loads(text))
    names = [name for group in ("require", "require-dev") for name in _mapping(held.get(group))]
    listed = [name for name in names if name != "php" and not name.startswith("ext-")]
    return Manifest(language="PHP", **_about(held), dependencies=_names(listed))


def _gemfile(text: str) -> Manifest:
    return Manifest(language="Ruby", dependencies=_names(_GEM.findall(text)))


def _pubspec(text: str) -> Manifest:
    held = _mapping(yaml.safe_load(text))
    names = [n for n in _mapping(held.get("dependencies")) if n not in ("flutter", "sdk")]
    return Manifest(language="Dart", **_about(held), dependencies=_names(names))


def _pom(text: str) -> Manifest:
    """Dependencies by their artifact; cut at tags, since an XML parser would open entities."""
    blocks = [block.partition("</dependency>")[0] for block in text.split("<dependency>")[1:]]
    names = [_element(block, "artifactId") for block in blocks]
    head = text.partition("<dependencies>")[0].partition("</parent>")
    own = head[2] or head[0]
    return Manifest(
        language="Java",
        name=_element(own, "artifactId"),
        version=_element(own, "version"),
        description=_element(own, "description"),
        dependencies=_names(name for name in names if name),
    )


_PARSERS: Mapping[str, Callable[[str], Manifest]] = {
    "pyproject.toml": _pyproject,
    "setup.cfg": _setup_cfg,
    "pipfile": _pipfile,
    "environment.yml": _conda,
    "environment.yaml": _conda,
    "package.json": _package_json,
    "cargo.toml": _cargo,
    "go.mod": _go_mod,
    "composer.json": _composer,
    "gemfile": _gemfile,
    "pubspec.yaml": _pubspec,
    "pom.xml": _pom,
}


def _about(held: Mapping[str, Json]) -> _About:
    """What most manifests call alike."""
    licence = held.get("license")
    named = _mapping(licence).get("text") if isinstance(licence, dict) else licence
    return _About(
        name=_text(held.get("name")),
        version=_text(held.get("version")),
        description=_text(held.get("description")),
        license=_text(named),
    )


def _element(text: str, name: str) -> str:
    return _text(text.partition(f"<{name}>")[2].partition(f"</{name}>")[0])


def _requirement_names(lines: Iterable[Json]) -> Iterator[str]:
    for line in lines:
        if isinstance(line, str) and (found := _REQUIREMENT.match(line)):
            yield found[1]


def _names(given: Iterable[str]) -> tuple[str, ...]:
    """The names among what is given, each once."""
    named = (name for name in given if isinstance(name, str) and _NAME.fullmatch(name))
    return tuple(dict.fromkeys(named))[:_MOST_DEPENDENCIES]


def _links(held: Mapping[str, Json]) -> tuple[tuple[str, str], ...]:
    addresses = {str(key).lower(): _text(value).removeprefix("git+") for key, value in held.items()}
    kept = {key: one.removesuffix(".git") for key, one in addresses.items()}
    return tuple((key, one) for key, one in kept.items() if one.startswith(("https://", "http://")))


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(_text(one) for one in _items(value) if isinstance(one, str))[:_MOST_DEPENDENCIES]


def _text(value: Json) -> str:
    return " ".join(value.split())[:_MOST_CHARS] if isinstance(value, str) else ""


def _mapping(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict):
        return {}
    return {key: inner for key, inner in value.items() if isinstance(key, str)}


def _items(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
