"""`groundsmith`: a table of commands, each imported when it is called and not before.

The table is the reason that `--help` needs neither pydantic nor SQLAlchemy: a command's one line
stands here, its options in its module. A command is one thin file:

    # cli/estimate.py, and in COMMANDS: "estimate": Command("estimate", "What a run would cost.")
    @click.command("estimate")
    @click.argument("inputs", nargs=-1, required=True)
    @configured("qa", "corpus")          # --config --preset --set, and an option for each key
    @printing                            # --quiet --json
    def command(inputs: tuple[str, ...], loaded: Loaded, output: Output) -> int | None:
        with output.progress() as emit:  # an `Emit`: hand it to the use-case in `app`
            figures = app.estimate(inputs, loaded, emit)
        output.show(figures.as_text(), figures.as_json())
        return None                      # or an exit code: 1 where something failed

The module's `command` attribute is what is run. What it imports at its own top is paid by that
command alone. It raises errors of `groundsmith.errors` and prints none: `cli.errors` turns every
exception into its line and its exit code.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from groundsmith import __version__
from groundsmith.cli.errors import guarded


@dataclass(frozen=True, slots=True)
class Command:
    """A module of this package whose `command` is to be run, and its one line of help."""

    module: str
    about: str


COMMANDS = {
    "init": Command("init", "Write a commented groundsmith.yaml to start from."),
    "config": Command("config", "Check, show or describe the configuration."),
    "estimate": Command("estimate", "Say what a run would read, do and cost."),
    "qa": Command("qa", "Make a cited question-answer dataset from documents."),
    "status": Command("status", "Say how the runs stand."),
    "runs": Command("runs", "List runs, show one, resume or cancel it."),
    "export": Command("export", "Write a run's records in another format."),
    "verify": Command("verify", "Hold a text against its sources, claim by claim."),
    "audit": Command("audit", "Check that every record still holds."),
    "review": Command("review", "Judge records yourself, each beside its source."),
    "feedback": Command("feedback", "Give, import or list people's verdicts."),
    "calibrate": Command("calibrate", "Learn from people's verdicts what a score promises."),
    "store": Command("store", "Check the ledger."),
}

_EPILOG = """\
\b
First steps, without a key and without a model:
  groundsmith init                          settings with an explanation of each
  groundsmith qa DOCUMENTS --out dataset    a cited dataset, and a report on it
  groundsmith COMMAND --help                what a command can do
"""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; `None` where there is none of that name."""
        if (entry := COMMANDS.get(cmd_name)) is None:
            return None
        command: click.Command = import_module(f"groundsmith.cli.{entry.module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without importing anything that stands in it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.about) for name, entry in COMMANDS.items()])


@click.command(
    cls=LazyGroup,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="groundsmith %(version)s")
def groundsmith(**_: Any) -> None:
    """Content from your own sources, every sentence held against them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; never raises."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    return guarded(lambda: _invoke(given or ["--help"]), given)


def _invoke(arguments: list[str]) -> int:
    """A command's exit code; what it raises goes through."""
    try:
        with groundsmith.make_context("groundsmith", arguments) as context:
            code = groundsmith.invoke(context)
    except click.exceptions.Exit as exc:
        return exc.exit_code
    except click.exceptions.NoArgsIsHelpError as exc:
        click.echo(exc.format_message())
        return 0
    return code if isinstance(code, int) else 0
