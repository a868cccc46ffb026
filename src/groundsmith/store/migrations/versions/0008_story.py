"""Facts of stories that were proposed, and what people decided on them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Creates two tables, to which rows are only ever added."""
    op.create_table(
        "story_proposals",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("proposal", sa.String(), nullable=False),
        sa.Column("chapter", sa.Text(), nullable=False),
        sa.Column("risk", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("facts", sa.LargeBinary(), nullable=False),
    )
    op.create_index("story_proposals_by_story", "story_proposals", ["story", "id"])
    op.create_table(
        "story_decisions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("proposal", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("chosen", sa.LargeBinary(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
    )
    op.create_index("story_decisions_by_story", "story_decisions", ["story", "id"])
