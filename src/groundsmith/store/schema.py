"""The tables of the ledger, as SQLAlchemy Core; SQLite and PostgreSQL read the same schema.

Drafts and judgements hang on an item's fingerprint and not on its run, so that a renamed item, a
second run or a later generation finds what was already written. Times are Unix seconds (UTC).
Money is in pico-dollars, whole ones. A change here needs a migration in `migrations/versions`; a
test compares the two.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

HEAD = "0008"
"""Revision this code writes and reads."""

metadata = MetaData()

runs = Table(
    "runs",
    metadata,
    Column("id", String, primary_key=True),
    Column("out", Text, nullable=False),
    Column("recipe", String, nullable=False),
    Column("recipe_version", Integer, nullable=False),
    Column("inputs", LargeBinary, nullable=False),
    Column("settings", LargeBinary, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("generation", Integer, nullable=False, default=0),
    Column("plan", Integer, nullable=False, default=0),
    Column("cancel_requested", Integer, nullable=False, default=0),
    Column("created_at", Float, nullable=False),
    Column("updated_at", Float, nullable=False),
)

owners = Table(
    "owners",
    metadata,
    Column("id", String, primary_key=True),
    Column("host", String, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("process_started_at", Float, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String, primary_key=True),
    Column("owner", String, nullable=False),
    Column("token", Integer, nullable=False),
    Column("expires_at", Float, nullable=False),
)

texts = Table(
    "texts",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("char_count", BigInteger, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("run", String, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("ordinal", Integer, nullable=False),
    Column("uri", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("media_type", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("reader", String, nullable=False),
    Column("skipped", LargeBinary, nullable=False),
    Column("reading", Integer, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("run", String, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("sha256", String, nullable=False),
    Column("text_sha256", String, nullable=False),
    Column("reader", String, nullable=False),
)
Index("documents_by_source", documents.c.run, documents.c.source, documents.c.ordinal)

items = Table(
    "items",
    metadata,
    Column("run", String, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("ordinal", Integer, nullable=False),
    Column("base_fingerprint", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("category", String, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("plan", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("attempts", Integer, nullable=False, default=0),
    Column("owner", String, nullable=False, default=""),
    Column("token", Integer, nullable=False, default=0),
    Column("lease_expires_at", Float, nullable=False, default=0.0),
    Column("finished_at", Float),
    Column("duration_s", Float),
)
Index("items_to_do", items.c.run, items.c.state, items.c.priority.desc(), items.c.ordinal)
Index("items_by_fingerprint", items.c.run, items.c.fingerprint)
Index("items_in_plan_order", items.c.run, items.c.ordinal)
Index("items_by_end", items.c.run, items.c.finished_at)

needs = Table(
    "needs",
    metadata,
    Column("run", String, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("need", Text, primary_key=True),
)
Index("needs_by_need", needs.c.run, needs.c.need)

remakes = Table(
    "remakes",
    metadata,
    Column("run", String, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("fingerprint", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

written = Table(
    "written",
    metadata,
    Column("fingerprint", String, primary_key=True),
    Column("draft_count", Integer, nullable=False),
    Column("provenance", LargeBinary, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("fingerprint", String, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("fingerprint", String, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("judge_sha256", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("provenance", LargeBinary),
)

dead_letters = Table(
    "dead_letters",
    metadata,
    Column("run", String, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("at", Float, nullable=False),
    Column("cause", LargeBinary, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("run", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", Float, nullable=False),
    Column("kind", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

budgets = Table(
    "budgets",
    metadata,
    Column("run", String, primary_key=True),
    Column("spending_limit", BigInteger),
    Column("settled", BigInteger, nullable=False),
    Column("unsettled", BigInteger, nullable=False),
    Column("reserved", BigInteger, nullable=False),
)

reservations = Table(
    "reservations",
    metadata,
    # A number and not a hash: a new row goes to the end of the index, however many there are.
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("run", String, nullable=False),
    Column("owner", String, nullable=False),
    Column("call", String, nullable=False),
    Column("worst_case", BigInteger, nullable=False),
    Column("state", String, nullable=False),
    Column("cost", BigInteger),
    Column("opened_at", Float, nullable=False),
    Column("closed_at", Float),
)
Index(
    "reservations_open",
    reservations.c.run,
    reservations.c.owner,
    sqlite_where=reservations.c.state == "OPEN",
    postgresql_where=reservations.c.state == "OPEN",
)

answers = Table(
    "answers",
    metadata,
    Column("key", String, primary_key=True),
    Column("run", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("sha256", String, nullable=False),
    Column("answered_at", Float, nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("run", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("record", String, nullable=False),
    Column("claim", Integer),
    Column("verdict", String, nullable=False),
    Column("who", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Float, nullable=False),
    Column("seen", LargeBinary, nullable=False),
    Column("rating", Integer),
    Column("version", Integer),
)
Index("feedback_by_record", feedback.c.run, feedback.c.record, feedback.c.seq)

verdicts = Table(
    "verdicts",
    metadata,
    Column("key", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("judged_at", Float, nullable=False),
)

embeddings = Table(
    "embeddings",
    metadata,
    Column("key", String, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("run", String, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("at", Float, nullable=False),
    Column("made", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    Column("run", String, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("root", String, nullable=False),
    Column("before", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("part", Integer),
    Column("instruction", Text, nullable=False),
    Column("who", String, nullable=False),
    Column("at", Float, nullable=False),
)

receptions = Table(
    "receptions",
    metadata,
    Column("run", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("item", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("impressions", BigInteger, nullable=False),
    Column("reactions", BigInteger, nullable=False),
    Column("who", String, nullable=False),
    Column("at", Float, nullable=False),
)

story_proposals = Table(
    "story_proposals",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("story", Text, nullable=False),
    Column("proposal", String, nullable=False),
    Column("chapter", Text, nullable=False),
    Column("risk", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Float, nullable=False),
    Column("facts", LargeBinary, nullable=False),
)
Index("story_proposals_by_story", story_proposals.c.story, story_proposals.c.id)

story_decisions = Table(
    "story_decisions",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("story", Text, nullable=False),
    Column("proposal", String, nullable=False),
    Column("decision", String, nullable=False),
    Column("chosen", LargeBinary, nullable=False),
    Column("who", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Float, nullable=False),
)
Index("story_decisions_by_story", story_decisions.c.story, story_decisions.c.id)
