"""One run of the command: what it prints when something goes wrong, and the code it exits with."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from typing import NoReturn

import typer

from summarizer.cli.app import DEFAULT_COMMAND, GROUP_DEFAULTS, insert_default, load_command
from summarizer.cli.offline import end_offline
from summarizer.cli.writing import OutputClosedError, prepare_streams, say, take_out_keys

INTERRUPTED = 130  # 128 + SIGINT, as a shell reports it
CLOSED = 141  # 128 + SIGPIPE, likewise: what was to read us is gone

# Base of typer's own exceptions: their message is for the user. Which package it stands in depends on the
# version of typer, so it is reached through the one that is public.
_ClickException: type[Exception] = typer.BadParameter.__mro__[2]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit: 0 fine, 1 error, 2 wrong usage, 3 doubtful under --strict.

    Args:
        arguments: without the program's name; by default those of the process.
    """
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit code. Nothing is raised: an error becomes one line on standard error."""
    from summarizer.errors import SummarizerError

    prepare_streams()
    with _fresh_log() as log, end_offline():
        try:
            code = _invoke(arguments)
            if sys.stdout is not None:  # None: closed
                sys.stdout.flush()
        except SummarizerError as error:
            _report(error, str(error), log)
        except OutputClosedError:
            return CLOSED
        except KeyboardInterrupt:
            return INTERRUPTED
        except BrokenPipeError:
            _drop_output()
            return CLOSED
        except MemoryError as error:
            _report(error, "out of memory", log)
        except Exception as error:
            message = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            _report(error, f"unexpected {message} (a bug in summarizer; --verbose shows where)", log)
        else:
            return code
        return 1


def _invoke(arguments: Sequence[str]) -> int:
    command = load_command()
    given, arguments = arguments, insert_default(arguments, command)
    try:
        result = command.main([*arguments], prog_name="summarizer", standalone_mode=False)
    except _ClickException as error:
        message = error.format_message() if hasattr(error, "format_message") else str(error)
        message = message.replace("Value error, ", "")  # pydantic's, of which users know nothing
        if arguments[0] == DEFAULT_COMMAND and "unexpected extra argument" in message:
            from difflib import get_close_matches

            near = get_close_matches(given[0], command.commands, n=1)
            meant = f"did you mean summarizer {near[0]}?" if near else "for many there is summarizer batch"
            message = f"{message.rstrip('.')}: one article at a time; {meant}"
        say(f"error: {message.rstrip('.')} (see summarizer {_name_command(arguments)}--help)")
        return 2
    except typer.Abort:
        return INTERRUPTED
    # Without standalone mode typer returns the code of an Exit, and otherwise what the command returns.
    return result if isinstance(result, int) else 0


def _name_command(arguments: Sequence[str]) -> str:
    """The commands at the start of the arguments: "prompts copy "; what stands for its group left out."""
    command, names = load_command(), ""
    for argument in arguments:
        inner = getattr(command, "commands", {}).get(argument)
        if inner is None or GROUP_DEFAULTS.get(names.strip()) == argument:
            break
        command, names = inner, f"{names}{argument} "
    return names


def _report(error: BaseException, message: str, log: logging.Logger) -> None:
    say(f"error: {message}")
    if log.isEnabledFor(logging.INFO) and sys.stderr is not None:
        import traceback

        sys.stderr.write(take_out_keys("".join(traceback.format_exception(error))))


@contextlib.contextmanager
def _fresh_log() -> Iterator[logging.Logger]:
    """The package's logger, left as it was found: --verbose lasts for one run."""
    log = logging.getLogger("summarizer")
    handlers, level = log.handlers[:], log.level
    try:
        yield log
    finally:
        log.handlers[:] = handlers
        log.setLevel(level)


def _drop_output() -> None:
    """Give what is still buffered somewhere to go, or Python complains at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
