"""The `annotate` command: which commands there are, exit codes, and what happens to errors.

The commands' own modules are loaded only when one of them is called, so that `annotate --help` stays quick; their
one-line helps stand here, and a test holds them against the commands' own.
"""

from __future__ import annotations

import errno
import gc
import importlib
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from annotate import __version__
from annotate.errors import AnnotateError, InputRefused, WorkFailed

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: dict[str, str] = {
    "parse": "Make TEI texts from reviews, interviews and essays.",
    "correct": "Put right what the parser got wrong.",
    "show": "Show a text with its block numbers and annotations.",
    "source": "Add, list, show, change and remove sources, and keep copies of them.",
    "claim": "Add, list, show, change and remove claims.",
    "evidence": "Add, list, show, change and remove what supports or disputes a claim.",
    "entity": "Add, list, show, change and remove persons, organisations, films and works.",
    "mention": "Add, list, show, change and remove mentions of persons, films and works.",
    "note": "Add, list, show, change and remove notes.",
    "passage": "Add, list, show, change and remove passages that links refer to.",
    "link": "Add, list, show, change and remove links between claims, notes and passages.",
    "undo": "Take back the last change of the annotations.",
    "anchors": "Show where every annotation stands in the text, and how surely.",
    "rebase": "Carry the annotations of a text to its revision.",
    "merge": "Merge the annotations of two people or branches.",
    "conflict": "List and settle the conflicts of a merge.",
    "init": "Set up a folder of texts.",
    "quotes": "Compare quotations with the copies of their sources, word by word.",
    "validate": "Check texts and annotation files.",
    "report": "Show how far texts are annotated, and what is open.",
    "render": "Publish annotated editions as HTML and PDF.",
    "book": "Publish several texts as one book.",
    "explain": "Explain the code of a finding.",
    "schema": "Print the schema of annotation files, libraries or settings, for an editor.",
    "completion": "Print the line that turns on shell completion.",
}

CLEAN, FINDINGS, MISUSE, FAILED, INTERRUPTED = 0, 1, 2, 3, 130
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
# What a command makes of a text stays until it ends: collecting garbage as often as Python does looks at all of it anew
# each time, which costs a long text up to a quarter of its time.
_COLLECTION_THRESHOLDS = (100_000, 20, 100)


class LazyGroup(click.Group):
    """A group whose commands live in modules of their names and are imported when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"annotate.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table above, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command meant, or refuse with the nearest name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415  # only a typing error needs it

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean “{near[0]}”?" if near else " “annotate --help” lists them."
            ctx.fail(f"There is no command “{args[0]}”.{hint}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: annotate parse review.txt -o review.xml",
)
@click.version_option(__version__, prog_name="annotate", message="%(prog)s %(version)s")
def cli() -> None:
    """Annotate film reviews, interviews and essays.

    Make a faithful TEI text, mark what it claims, tie each claim to the sources that support or dispute it, have all of
    it checked, and publish an annotated edition.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command line and leave with its exit code.

    0 clean, 1 findings at or above the failing severity, 2 misuse, 3 the work could not be done, 130 interrupted.
    """
    gc.set_threshold(*_COLLECTION_THRESHOLDS)
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code."""
    try:
        result: Any = cli.main(args=arguments, prog_name="annotate", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return MISUSE
    except InputRefused as error:
        return _report(error, FINDINGS)
    except WorkFailed as error:
        return _report(error, FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has left (`annotate show ... | head`): nobody is there to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except OSError as error:
        if error.errno not in _FULL or error.filename is not None:
            return _fault(error)
        # A file that cannot be written is a finding; this is stdout, which is left lest Python try again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        click.echo(f"annotate: the output cannot be written: {os.strerror(error.errno).lower()}", err=True)
        click.echo("  help: make room where it goes, or name another place with -o", err=True)
        return FAILED
    except Exception as error:
        return _fault(error)
    return result if isinstance(result, int) else CLEAN


def _fault(error: Exception) -> int:
    """Tell of a fault of ours, not of the input: a line for the person, the traceback for whoever mends it."""
    if os.environ.get("ANNOTATE_DEBUG"):
        raise error
    click.echo(f"annotate: internal error: {type(error).__name__}: {error}", err=True)
    click.echo("  help: nothing was written; please report this, with what ANNOTATE_DEBUG=1 prints", err=True)
    return FAILED


def _report(error: AnnotateError, code: int) -> int:
    for finding in getattr(error, "findings", ()):
        click.echo(str(finding), err=True)
    return code
