"""The migrations one by one, run by alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from groundsmith.errors import NewerState


def climb(connection: Connection, revision: str | None, where: str) -> None:
    """Brings the database from a revision to this code's; raises NewerState for an unknown one."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision is not None and revision not in known:
        raise NewerState(where, revision)
    command.upgrade(config, "head")
