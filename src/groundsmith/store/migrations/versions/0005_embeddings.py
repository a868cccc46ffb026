"""Vectors of texts, so that none is embedded twice."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Creates a table."""
    op.create_table(
        "embeddings",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
    )
