"""What judging and correcting a draft took."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds a column that is empty where nobody was asked."""
    op.add_column("judgements", sa.Column("provenance", sa.LargeBinary()))
