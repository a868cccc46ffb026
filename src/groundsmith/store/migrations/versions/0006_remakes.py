"""What an item's last drafts were made of, where something has changed since."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Creates a table."""
    op.create_table(
        "remakes",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("item", sa.Text(), primary_key=True),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
    )
