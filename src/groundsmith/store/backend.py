"""What a database must offer to hold the ledger; SQLite and PostgreSQL are the two that do.

Whichever it is, one process writes at a time: SQLite locks its file, and on PostgreSQL a write
begins by taking an advisory lock. So a repository may look first and write then, and a group of
writes can neither deadlock with another one nor be refused by it. It costs little: every model
call books money on its run's one budget row, and would wait for that row's lock anyway.
"""

from typing import Literal, Protocol

from sqlalchemy import Connection, Engine

Durability = Literal["process", "power"]


class Backend(Protocol):
    """One kind of database, at one address."""

    errors: tuple[type[Exception], ...]
    """What its driver raises."""

    @property
    def where(self) -> str:
        """The address as people may see it, without any password."""
        ...

    def readers(self) -> Engine:
        """Connections that each see one consistent snapshot."""
        ...

    def writer(self) -> Engine:
        """The one connection that writes."""
        ...

    def take_turn(self, connection: Connection) -> str:
        """Name of the transaction, begun as soon as no other process writes."""
        ...

    def is_committed(self, connection: Connection, transaction: str) -> bool:
        """Whether a transaction whose connection broke was committed all the same."""
        ...

    def is_passing(self, error: Exception) -> bool:
        """Whether the same work may succeed in a moment: a restart, a lost connection."""
        ...

    def translate(self, error: Exception) -> Exception:
        """Our error for the driver's."""
        ...
