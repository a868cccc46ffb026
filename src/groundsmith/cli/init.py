"""`groundsmith init`: a commented groundsmith.yaml to start from."""

import os
from pathlib import Path

import click

from groundsmith.cli.options import printing
from groundsmith.cli.output import Output
from groundsmith.errors import OutputError
from groundsmith.settings import FILE_NAME, PRESETS, commented_yaml


@click.command("init")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--preset",
    type=click.Choice(list(PRESETS)),
    help="Set the values of this preset; without it every line shows the default.",
)
@click.option(
    "--recipe",
    metavar="NAME",
    help="Write a recipe of your own to start from, as a package that pip installs.",
)
@click.option("--force", is_flag=True, help="Write over a groundsmith.yaml that is there.")
@printing
def command(
    folder: Path | None, preset: str | None, recipe: str | None, force: bool, output: Output
) -> None:
    """Write a commented groundsmith.yaml into DIR (the working folder).

    Every setting stands in it with an explanation and its default. With --recipe a package is
    written into DIR (a folder of the recipe's name) instead: a working recipe with its test.
    """
    if recipe is not None:
        _write_recipe(recipe, folder or Path(recipe), output)
        return
    folder = folder or Path()
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, commented_yaml(preset), force=force)
    except FileExistsError as exc:
        if exc.filename == str(folder):
            raise OutputError(f"{folder}: is a file; name a folder") from exc
        raise OutputError(f"{path}: is there already; --force writes over it") from exc
    except OSError as exc:
        raise OutputError(
            f"{path}: cannot be written ({exc.strerror}); name a folder that can"
        ) from exc
    output.show(
        f"{path}: written; change what you need, then: groundsmith config validate",
        {"file": str(path), "preset": preset},
    )


def _write_recipe(name: str, folder: Path, output: Output) -> None:
    from groundsmith.app.new_recipe import write_recipe  # rare, and not needed for the settings

    written = write_recipe(name, folder)
    output.show(
        f"{folder}: a recipe, in {len(written)} files\n"
        f"next        pip install -e {folder}\n"
        f"            groundsmith {name} DOCUMENTS --out out",
        {"folder": str(folder), "files": [str(path) for path in written]},
    )


def _write(path: Path, text: str, *, force: bool) -> None:
    """All of `text` or nothing: a temporary file beside it, then renamed or linked into place."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_text(text, encoding="utf-8")
        if force:
            draft.replace(path)
        else:
            path.hardlink_to(draft)
    finally:
        draft.unlink(missing_ok=True)
