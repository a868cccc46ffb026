"""People's verdicts, judges' verdicts that were dear, and an index on when items ended."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Creates two tables, and an index that `status` reads."""
    op.create_table(
        "feedback",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("claim", sa.Integer()),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("seen", sa.LargeBinary(), nullable=False),
    )
    op.create_index("feedback_by_record", "feedback", ["run", "record", "seq"])
    op.create_table(
        "verdicts",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("judged_at", sa.Float(), nullable=False),
    )
    op.create_index("items_by_end", "items", ["run", "finished_at"])
