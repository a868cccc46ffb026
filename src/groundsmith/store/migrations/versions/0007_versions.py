"""Versions of items, what people asked of them and said of them, and how they were received."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Creates three tables; a verdict may have a rating and the version that it is on."""
    op.create_table(
        "versions",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("item", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("made", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "revisions",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("item", sa.Text(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("root", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("part", sa.Integer()),
        sa.Column("instruction", sa.Text(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
    )
    op.create_table(
        "receptions",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("impressions", sa.BigInteger(), nullable=False),
        sa.Column("reactions", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
    )
    op.add_column("feedback", sa.Column("rating", sa.Integer()))
    op.add_column("feedback", sa.Column("version", sa.Integer()))
