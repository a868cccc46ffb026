"""How alembic runs our migrations: on the connection that `store.database` hands over."""

from alembic import context

from groundsmith.store import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
