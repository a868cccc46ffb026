"""All components of a run: the shipped ones, with a folder of one's own on top.

A file of one's own replaces the shipped component of the same name, or adds one. Faults are
collected over all files, each with its file and line, because whoever mends one wants to see them
all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import as_file, files
from pathlib import Path

from groundsmith.errors import RequestError
from groundsmith.recipes.page.component import Component
from groundsmith.recipes.page.definition_file import DefinitionFault, read_definition
from groundsmith.recipes.page.need import Selector
from groundsmith.recipes.page.rendering import template_fault
from groundsmith.recipes.page.validators import argument_fault
from groundsmith.records import digest

_PATTERN = "*.yaml"


class ComponentsUnusable(RequestError):
    """Component definitions cannot be used; `faults` holds one readable line for each reason."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return "; ".join(self.faults)


@dataclass(frozen=True)
class ComponentSet:
    """Components by name: what is needed first, then the higher priority, then the name."""

    components: tuple[Component, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Component]:
        """Name → component."""
        return {component.name: component for component in self.components}

    def selector(self, component: Component) -> Selector:
        """Which facts it shows: its own, and those of the components that it is made from."""
        declared = dict.fromkeys(component.needs.facts)
        for name in component.needs.components:
            declared |= dict.fromkeys(self.selector(self.by_name[name]).declared)
        return Selector(tuple(declared))

    def group_of(self, component: Component) -> tuple[Component, ...]:
        """The components that are asked for in one call with this one, itself among them."""
        if component.group is None:
            return (component,)
        return tuple(each for each in self.components if each.group == component.group)

    def sha256(self, component: Component) -> str:
        """Hash of all that its definition, and its group's, have to say about its text."""
        return self._hashes[component.name]

    @cached_property
    def _hashes(self) -> Mapping[str, str]:
        return {
            component.name: digest([each.written_by for each in self.group_of(component)])
            for component in self.components
        }


def components_in(folder: str | None) -> ComponentSet:
    """The shipped components and those of a folder; raises ComponentsUnusable with all faults."""
    return _components_in(folder, _stamp(folder))


@cache
def _components_in(folder: str | None, stamp: tuple[tuple[str, int, int], ...]) -> ComponentSet:
    """Read again whenever a file's time or size has changed."""
    with as_file(files("groundsmith.recipes.page") / "components") as shipped:
        found = _read(sorted(shipped.glob(_PATTERN)))
    if folder is not None:
        own = sorted(Path(folder).glob(_PATTERN))
        if not own:
            raise ComponentsUnusable((f"{folder}: no folder with a component ({_PATTERN})",))
        found |= _read(own)
    if faults := [*_faults(found)]:
        raise ComponentsUnusable(tuple(faults))
    return ComponentSet(_in_order([component for component, _ in found.values()]))


def _stamp(folder: str | None) -> tuple[tuple[str, int, int], ...]:
    if folder is None:
        return ()
    try:
        states = [(path.name, path.stat()) for path in sorted(Path(folder).glob(_PATTERN))]
    except (OSError, ValueError) as error:
        raise ComponentsUnusable((f"{folder}: cannot be read ({error})",)) from error
    return tuple((name, state.st_mtime_ns, state.st_size) for name, state in states)


Located = dict[str, tuple[Component, Path]]


def _read(paths: Iterable[Path]) -> Located:
    """Name → component and its file; raises ComponentsUnusable with the faults of all files."""
    found: Located = {}
    faults: list[str] = []
    for path in paths:
        try:
            component = read_definition(path)
        except DefinitionFault as error:
            faults += [f"{path}:{line}" for line in error.lines]
            continue
        if component.name in found:
            other = found[component.name][1].name
            faults.append(f"{path}:1: {component.name} is declared in {other} as well")
        found[component.name] = (component, path)
    if faults:
        raise ComponentsUnusable(tuple(faults))
    return found


def _faults(found: Located) -> Iterable[str]:
    """What is wrong with components that are readable, each by itself and between them."""
    for component, path in found.values():
        for need in component.needs.components:
            if need not in found:
                yield (
                    f"{path}: {component.name} needs {need}, which is no component; "
                    f"there is {', '.join(found)}"
                )
        for name, arguments in component.validators.items():
            if fault := argument_fault(name, arguments):
                yield f"{path}: {component.name}: {fault}"
        for key in ("template", "words"):
            if fault := template_fault(getattr(component, key)):
                yield f"{path}: {component.name}: {key}, {fault}"
    if circle := _circle({name: component for name, (component, _) in found.items()}):
        yield f"{found[circle[0]][1]}: components need each other in a circle: " + " → ".join(
            circle
        )


def _circle(components: Mapping[str, Component]) -> list[str]:
    """Names along a circle of needs, the first one again at the end; empty where there is none."""
    done: set[str] = set()
    for root in components:
        path: list[str] = []
        waiting = [(root, 0)]
        while waiting:
            name, depth = waiting.pop()
            del path[depth:]
            if name in path:
                return [*path[path.index(name) :], name]
            if name in done or name not in components:
                continue
            path.append(name)
            needs = components[name].needs.components
            waiting += [(need, depth + 1) for need in needs]
            if not needs:
                done.add(name)
    return []


def _in_order(components: list[Component]) -> tuple[Component, ...]:
    """Needs first; among what could come next, the highest priority, then the name."""
    left = sorted(components, key=lambda component: (-component.priority, component.name))
    ordered: list[Component] = []
    while left:
        ready = {component.name for component in ordered}
        following = next(each for each in left if ready.issuperset(each.needs.components))
        left.remove(following)
        ordered.append(following)
    return tuple(ordered)
