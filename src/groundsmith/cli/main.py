"""`groundsmith`: a table of commands, each imported when it is called and not before.

The table is the reason that `--help` needs neither pydantic nor SQLAlchemy: a command's one line
stands here, its options in its module. Recipes share one module, which makes a command of any of
them; only those of plug-ins are imported for their line. Any other command is one thin file:

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
from groundsmith.errors import GroundsmithError
from groundsmith.plugins import registered


@dataclass(frozen=True, slots=True)
class Command:
    """A module of this package whose `command` is to be run, and its one line of help."""

    module: str
    about: str


_RECIPE = "recipe"
"""The module that makes the command of any recipe, ours and those of plug-ins."""

COMMANDS = {
    "init": Command("init", "Write a commented groundsmith.yaml to start from."),
    "config": Command("config", "Check, show or describe the configuration."),
    "estimate": Command("estimate", "Say what a run would read, do and cost."),
    "qa": Command(_RECIPE, "Make a cited question-answer dataset from documents."),
    "page": Command(_RECIPE, "Make a site's content files from a catalogue: items × components."),
    "post": Command(_RECIPE, "Write posts about a project that only say what its sources say."),
    "story": Command("story", "Find where a manuscript contradicts itself, and write on."),
    "status": Command("status", "Say how the runs stand."),
    "runs": Command("runs", "List runs, show one, resume or cancel it."),
    "export": Command("export", "Write a run's records in another format."),
    "verify": Command("verify", "Hold a text against its sources, claim by claim."),
    "audit": Command("audit", "Check that every record still holds."),
    "revise": Command("revise", "Have one text changed as you ask, and checked."),
    "versions": Command("versions", "List every version that an item's text had."),
    "diff": Command("diff", "Show what differs between two versions of an item."),
    "review": Command("review", "Judge records yourself, each beside its source."),
    "feedback": Command("feedback", "Give, import or list people's verdicts."),
    "calibrate": Command("calibrate", "Learn from people's verdicts what a score promises."),
    "index": Command("index", "Make documents searchable, or bring an index up to date."),
    "search": Command("search", "Find the documents of an index that answer a query."),
    "recommend": Command("recommend", "List documents that are related to one, or to a query."),
    "evaluate": Command("evaluate", "Measure how well an index ranks, by people's judgments."),
    "train": Command("train", "Learn from people's judgments how to rank an index."),
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
        """Every command in the order of the table, then those of plug-ins."""
        return [*COMMANDS, *_plugins()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; `None` where there is none of that name."""
        entry = COMMANDS.get(cmd_name)
        if entry is None and cmd_name not in registered():
            return None
        module = import_module(f"groundsmith.cli.{entry.module if entry else _RECIPE}")
        command: click.Command = (
            module.command if entry and entry.module != _RECIPE else module.recipe_command(cmd_name)
        )
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without importing anything that stands in it; plug-ins say their own lines."""
        rows = [(name, entry.about) for name, entry in COMMANDS.items()]
        rows += [(name, _line_of(name)) for name in _plugins()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _plugins() -> list[str]:
    """Names of the recipes that are not ours."""
    return [name for name in registered() if name not in COMMANDS]


def _line_of(recipe: str) -> str:
    """What a plug-in says of itself; where it cannot, who should be asked."""
    from groundsmith.app.recipes import recipe_kind  # heavy, and most have no plug-in

    try:
        return recipe_kind(recipe).about
    except GroundsmithError:
        return f"(cannot be used; see groundsmith {recipe})"


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
