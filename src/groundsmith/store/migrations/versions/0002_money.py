"""Money and answers: budgets, reservations, and one stored answer a call."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Creates the three tables."""
    op.create_table(
        "answers",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("run", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("answered_at", sa.Float(), nullable=False),
    )
    op.create_table(
        "budgets",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("spending_limit", sa.BigInteger()),
        sa.Column("settled", sa.BigInteger(), nullable=False),
        sa.Column("unsettled", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "reservations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("run", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("call", sa.String(), nullable=False),
        sa.Column("worst_case", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("cost", sa.BigInteger()),
        sa.Column("opened_at", sa.Float(), nullable=False),
        sa.Column("closed_at", sa.Float()),
    )
    op.create_index(
        "reservations_open",
        "reservations",
        ["run", "owner"],
        sqlite_where=sa.text("state = 'OPEN'"),
        postgresql_where=sa.text("state = 'OPEN'"),
    )
