"""The command line: parse, call, render, exit code. Each command is one file, imported when it is called."""

from __future__ import annotations

import importlib

import click

from newspkg.cli.running import guarded

COMMANDS = {
    "build": "raw articles to a published, checked bundle",
    "annotate": "what the extractor sees in an article, as JSON lines",
    "validate": "check articles, schemas, codelists and bundles",
    "schema": "the tables and their constraints, and which checker enforces which",
    "explain": "a published row, with the sentences that say so",
    "preview": "what a build would change in the published tables, for a pull request",
    "diff": "what changed between two versions, and the version it calls for",
    "verify": "prove a bundle: hashes, schemas, keys, evidence, CSV against Parquet",
    "retract": "withdraw a published version: marked, never deleted",
    "evaluate": "precision, recall, F1 of the extractor against codings by people",
    "code": "the machine's coding of an article, as a draft to correct",
    "init": "begin a data set of your own",
    "add": "put an article (HTML, text) into raw/ with its metadata",
}


class Commands(click.Group):
    """A group whose commands are imported only when they are called, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"newspkg.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS:
            ctx.fail(f"no such command {args[0]!r}; there are: {', '.join(COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        return guarded(lambda: super(Commands, self).invoke(ctx))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newspkg", prog_name="newspkg")
def main() -> None:
    """Validated, versioned data packages from raw news articles about armed conflict.

    \b
    A first tour, in a folder that `newspkg init` made:
      newspkg add story.html           an article into raw/
      newspkg validate                 is everything well-formed?
      newspkg build                    a version under packages/
      newspkg explain e-0123456789ab   which sentence says so?

    Exit codes: 0 done; 1 the data is at fault; 2 the command line; 3 the machine.
    """
