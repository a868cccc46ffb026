"""Durable state: schema, migrations, narrow repositories; the only SQL."""
