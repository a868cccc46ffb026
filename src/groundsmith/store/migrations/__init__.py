"""From whatever a database holds to the tables this code reads and writes.

A new ledger is made of the schema at once, as alembic's cookbook has it for new databases: alembic
itself takes 10 MiB, and is imported only where an older ledger needs its steps.
"""

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert

from groundsmith.store import schema

_version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def upgrade(connection: Connection, revision: str | None, where: str) -> None:
    """Brings the database to this code's revision; raises NewerState for one it does not know."""
    if revision is None:
        _create(connection)
        return
    from groundsmith.store.migrations.steps import climb

    climb(connection, revision, where)


def _create(connection: Connection) -> None:
    schema.metadata.create_all(connection, checkfirst=False)
    _version.create(connection)
    connection.execute(insert(_version).values(version_num=schema.HEAD))
