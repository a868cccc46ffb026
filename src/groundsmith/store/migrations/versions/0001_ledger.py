"""The first ledger: runs, sources, documents, items, drafts, judgements, events."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates every table of the first release."""
    op.create_table(
        "dead_letters",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("item", sa.Text(), primary_key=True),
        sa.Column("attempt", sa.Integer(), primary_key=True),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("cause", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
    )
    op.create_index("documents_by_source", "documents", ["run", "source", "ordinal"])
    op.create_table(
        "drafts",
        sa.Column("fingerprint", sa.String(), primary_key=True),
        sa.Column("part", sa.Integer(), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "items",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("base_fingerprint", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("plan", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.Column("lease_expires_at", sa.Float(), nullable=False),
        sa.Column("finished_at", sa.Float()),
        sa.Column("duration_s", sa.Float()),
    )
    op.create_index("items_by_fingerprint", "items", ["run", "fingerprint"])
    op.create_index("items_in_plan_order", "items", ["run", "ordinal"])
    op.create_index("items_to_do", "items", ["run", "state", sa.text("priority DESC"), "ordinal"])
    op.create_table(
        "judgements",
        sa.Column("fingerprint", sa.String(), primary_key=True),
        sa.Column("part", sa.Integer(), primary_key=True),
        sa.Column("judge_sha256", sa.String(), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
    )
    op.create_table(
        "needs",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("item", sa.Text(), primary_key=True),
        sa.Column("need", sa.Text(), primary_key=True),
    )
    op.create_index("needs_by_need", "needs", ["run", "need"])
    op.create_table(
        "owners",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("process_started_at", sa.Float(), nullable=False),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("out", sa.Text(), nullable=False),
        sa.Column("recipe", sa.String(), nullable=False),
        sa.Column("recipe_version", sa.Integer(), nullable=False),
        sa.Column("inputs", sa.LargeBinary(), nullable=False),
        sa.Column("settings", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("plan", sa.Integer(), nullable=False),
        sa.Column("cancel_requested", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("updated_at", sa.Float(), nullable=False),
    )
    op.create_table(
        "sources",
        sa.Column("run", sa.String(), primary_key=True),
        sa.Column("path", sa.Text(), primary_key=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("skipped", sa.LargeBinary(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
    )
    op.create_table(
        "texts",
        sa.Column("sha256", sa.String(), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("char_count", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "written",
        sa.Column("fingerprint", sa.String(), primary_key=True),
        sa.Column("draft_count", sa.Integer(), nullable=False),
        sa.Column("provenance", sa.LargeBinary(), nullable=False),
    )
