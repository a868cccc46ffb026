"""Who works where: owners (processes) and named run-level leases with fencing tokens."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from groundsmith.store.schema import leases, owners


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A process that holds work; its start time tells it from a later one with the same pid."""

    id: str
    host: str
    pid: int
    process_started_at: float


def add_owner(connection: Connection, owner: Owner) -> None:
    """Makes a process known, so that others can tell whether it still lives."""
    connection.execute(
        insert(owners).values(
            id=owner.id,
            host=owner.host,
            pid=owner.pid,
            process_started_at=owner.process_started_at,
        )
    )


def all_owners(connection: Connection) -> list[Owner]:
    """Every process that was ever made known and not removed."""
    return [Owner(**row._mapping) for row in connection.execute(select(owners))]


def remove_owner(connection: Connection, owner: str) -> None:
    """Forgets a process and frees the run-level leases it held."""
    connection.execute(delete(leases).where(leases.c.owner == owner))
    connection.execute(delete(owners).where(owners.c.id == owner))


def take(connection: Connection, name: str, owner: str, now: float, expires_at: float) -> bool:
    """Whether `owner` holds the named lease now: it was free, expired, or its own already."""
    held = connection.execute(select(leases).where(leases.c.name == name)).first()
    if held is None:
        connection.execute(
            insert(leases).values(name=name, owner=owner, token=1, expires_at=expires_at)
        )
        return True
    if held.owner != owner and held.expires_at > now:
        return False
    connection.execute(
        update(leases)
        .where(leases.c.name == name)
        .values(owner=owner, token=held.token + 1, expires_at=expires_at)
    )
    return True


def extend(connection: Connection, owner: str, expires_at: float) -> None:
    """Prolongs every run-level lease the owner holds."""
    connection.execute(update(leases).where(leases.c.owner == owner).values(expires_at=expires_at))


def give_back(connection: Connection, name: str, owner: str) -> None:
    """Frees the named lease where the owner still holds it."""
    connection.execute(delete(leases).where(leases.c.name == name, leases.c.owner == owner))
