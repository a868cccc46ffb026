"""What needs what in a plan: whether it can be met, what it is hashed to, and what it blocks.

Rows of `needs` are there for items that need others and for no others, so a plan without any pays
one look.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from sqlalchemy import Connection, and_, select, update

from groundsmith.errors import RequestError
from groundsmith.records import Draft, ItemState, digest
from groundsmith.store import drafts
from groundsmith.store.items import Needed
from groundsmith.store.schema import items, needs

_SHOWN = 6


def check(connection: Connection, run: str, number: int) -> None:
    """Raises RequestError where plan `number` names a need that is not in it, or a cycle."""
    there = and_(items.c.run == needs.c.run, items.c.name == needs.c.item)
    rows = connection.execute(
        select(needs.c.item, needs.c.need)
        .join(items, there)
        .where(needs.c.run == run, items.c.plan == number)
        .order_by(items.c.ordinal)
    )
    graph: dict[str, list[str]] = defaultdict(list)
    for item, need in rows:
        graph[item].append(need)
    chosen = select(items.c.name).where(items.c.run == run, items.c.plan == number)
    planned = set(connection.execute(chosen).scalars())
    for item, wanted in graph.items():
        for need in wanted:
            if need not in planned:
                raise RequestError(f"{item}: needs {need}, and no item of the plan is called so")
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = list(reversed(error.args[1]))  # each needs the next
        shown = [*circle[:_SHOWN], *(["…"] if len(circle) > _SHOWN else [])]
        raise RequestError(f"these items need each other: {' → '.join(shown)}") from error


def block(connection: Connection, run: str) -> None:
    """Whatever needs a failed item is BLOCKED, and nothing else is."""
    _move(connection, run, ItemState.BLOCKED, ItemState.PENDING, None, "")
    failed = select(items.c.name).where(items.c.run == run, items.c.state == ItemState.FAILED.value)
    for name in list(connection.execute(failed.order_by(items.c.ordinal)).scalars()):
        block_dependents(connection, run, name)


def block_dependents(connection: Connection, run: str, name: str) -> None:
    """Whatever needs a failed item, directly or through others, is BLOCKED."""
    frontier, seen = [name], {name}
    while frontier:
        waiting = select(needs.c.item).where(needs.c.run == run, needs.c.need.in_(frontier))
        frontier = sorted(set(connection.execute(waiting).scalars()) - seen)
        seen.update(frontier)
        reason = f"needs {name}, which failed"
        _move(connection, run, ItemState.PENDING, ItemState.BLOCKED, frontier, reason)


def _move(
    connection: Connection,
    run: str,
    before: ItemState,
    after: ItemState,
    names: Iterable[str] | None,
    reason: str,
) -> None:
    """Items in one state, those of these names or all, stand in another from now on."""
    chosen = and_(items.c.run == run, items.c.state == before.value)
    if names is not None:
        chosen = and_(chosen, items.c.name.in_(list(names)))
    connection.execute(update(items).where(chosen).values(state=after.value, reason=reason))


def needed(connection: Connection, run: str, name: str) -> Needed:
    """What an item needs, as it stands now."""
    return needed_by(connection, run, [name]).get(name, ())


def needed_by(connection: Connection, run: str, names: Iterable[str]) -> Mapping[str, Needed]:
    """What each of these items needs; those that need nothing are left out."""
    rows = connection.execute(
        select(needs.c.item, needs.c.need, items.c.fingerprint)
        .join(items, and_(items.c.run == needs.c.run, items.c.name == needs.c.need))
        .where(needs.c.run == run, needs.c.item.in_(list(names)))
    )
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for item, need, fingerprint in rows:
        found[item].append((need, fingerprint))
    # Sorted here: a database may put text in the order of its own language.
    return {item: tuple(sorted(each)) for item, each in found.items()}


def building_on(connection: Connection, run: str, name: str) -> list[str]:
    """The items of the plan that need this one, in its order."""
    there = and_(items.c.run == needs.c.run, items.c.name == needs.c.item)
    chosen = (
        select(needs.c.item)
        .join(items, there)
        .where(
            needs.c.run == run, needs.c.need == name, items.c.state != ItemState.SUPERSEDED.value
        )
    )
    return list(connection.execute(chosen.order_by(items.c.ordinal)).scalars())


def effective(connection: Connection, base: str, wanted: Needed) -> str:
    """The planned fingerprint, with the outputs of what the item needs hashed in."""
    outputs = [[need, drafts.output_sha256(connection, made)] for need, made in wanted]
    return digest([base, outputs]) if outputs else base


def outputs(connection: Connection, wanted: Needed) -> dict[str, tuple[Draft, ...]]:
    """The stored drafts of what an item needs, by name."""
    return {need: drafts.written_under(connection, made) for need, made in wanted}
