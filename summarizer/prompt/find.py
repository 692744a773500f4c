"""Prompts by name: where they are looked for, loading, listing, copying one to edit it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from summarizer.errors import PromptError
from summarizer.prompt.checks import read_prompt
from summarizer.prompt.shape import AnyPrompt, IssuesPrompt, Prompt, VerifyPrompt
from summarizer.prompt.templates import nearest

_SUFFIX = ".toml"
_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class PromptInfo:
    """A prompt that can be used, or could if another of its name were not found first.

    Args:
        name: to ask for it by.
        path: of its file.
        where: "folder" (./prompts), "user" (the user's configuration) or "package".
        description: its own; empty if the file is wrong.
        shadowed_by: the file that its name leads to instead, if it is another one.
        problems: how many things are wrong with the file.
    """

    name: str
    path: Path
    where: str
    description: str
    shadowed_by: Path | None = None
    problems: int = 0


def load_prompt(name_or_path: str | Path) -> Prompt:
    """Load a prompt by its name or from a file.

    What has a slash or ends in ".toml" is a path. A name is looked for in ./prompts, then in the user's
    configuration folder, then among the prompts of this package.

    Args:
        name_or_path: "summary", "prompts/mine.toml"…

    Raises:
        PromptError: there is no such prompt, it is one for something else, or its file is wrong; the
            message names file and lines.
    """
    return _load(name_or_path, Prompt)


def load_verify_prompt(name_or_path: str | Path) -> VerifyPrompt:
    """Load a prompt for second opinions, as `load_prompt` does one for reading articles.

    Raises:
        PromptError: there is no such prompt, it is of another kind, or its file is wrong.
    """
    return _load(name_or_path, VerifyPrompt)


def load_issues_prompt(name_or_path: str | Path) -> IssuesPrompt:
    """Load a prompt for sorting issues, as `load_prompt` does one for reading articles.

    Raises:
        PromptError: there is no such prompt, it is of another kind, or its file is wrong.
    """
    return _load(name_or_path, IssuesPrompt)


_PURPOSES = {
    Prompt: "for reading articles",
    VerifyPrompt: "for second opinions (--verify)",
    IssuesPrompt: "for sorting issues (compare)",
}
_Kind = TypeVar("_Kind", Prompt, VerifyPrompt, IssuesPrompt)


def load_any_prompt(name_or_path: str | Path) -> AnyPrompt:
    """Load a prompt of any kind; where it is looked for: `load_prompt`.

    Raises:
        PromptError: there is none, or its file is wrong.
    """
    path = find_prompt(name_or_path)
    prompt, problems = read_prompt(path)
    if prompt is None:
        shown = "; ".join(map(str, problems[:_MOST_SHOWN]))
        more = len(problems) - _MOST_SHOWN
        rest = f"; and {more} more (summarizer prompts check {path})" if more > 0 else ""
        raise PromptError(f"the prompt file {path} is wrong: {shown}{rest}")
    return prompt


def _load(name_or_path: str | Path, kind: type[_Kind]) -> _Kind:
    prompt = load_any_prompt(name_or_path)
    if not isinstance(prompt, kind):
        raise PromptError(f"{prompt.path} is {_PURPOSES[type(prompt)]}, not {_PURPOSES[kind]}")
    return prompt


def list_prompts() -> tuple[PromptInfo, ...]:
    """All prompts that have a name, those found first in front; a file that is wrong is listed too."""
    first: dict[str, Path] = {}
    seen: set[Path] = set()
    infos = []
    for where, folder in _folders():
        for path in sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else ():
            real = path.resolve()
            if real in seen or not path.is_file():
                continue
            seen.add(real)
            try:
                prompt, problems = read_prompt(path)
                wrong = len(problems)
            except PromptError:  # unreadable, say for lack of permission
                prompt, wrong = None, 1
            description = prompt.description if prompt else ""
            infos.append(PromptInfo(path.stem, path, where, description, first.get(path.stem), wrong))
            first.setdefault(path.stem, path)
    return tuple(infos)


def copy_prompt(name_or_path: str | Path, target: str | Path | None = None, *, force: bool = False) -> Path:
    """Copy a prompt file to where it can be edited.

    Args:
        name_or_path: which one, as for `load_prompt`.
        target: a folder or a file; by default the folder ./prompts, where names are looked for first.
        force: overwrite what is there.

    Returns:
        The path of the copy.

    Raises:
        PromptError: there is no such prompt, the target exists and `force` is off, or it cannot be written.
    """
    source = find_prompt(name_or_path)
    goal = Path("prompts") if target is None else Path(target)
    if goal.is_dir() or goal.suffix != _SUFFIX:
        goal = goal / source.name
    if goal.exists():
        if goal.resolve() == source.resolve():
            raise PromptError(f"{goal} is that prompt already: edit it, or name another target")
        if not force:
            raise PromptError(f"{goal} exists already; overwrite it with --force, or name another target")
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, goal)
    except OSError as error:
        raise PromptError(f"cannot copy the prompt to {goal}: {error.strerror or error}") from error
    return goal


def _folders() -> Iterator[tuple[str, Path]]:
    """Where names are looked for, in order."""
    import platformdirs

    yield "folder", Path("prompts")
    yield "user", platformdirs.user_config_path("summarizer") / "prompts"
    yield "package", _packaged_folder()


def _packaged_folder() -> Path:
    """`summarizer/prompts` where the package is installed; beside the package in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "prompts"
    return installed if installed.is_dir() else package.parent / "prompts"


def find_prompt(name_or_path: str | Path) -> Path:
    """The file that a name or path leads to, right or wrong; where names are looked for: `load_prompt`.

    Raises:
        PromptError: there is none.
    """
    text = str(name_or_path)
    if isinstance(name_or_path, Path) or "/" in text or "\\" in text or text.endswith(_SUFFIX):
        path = Path(name_or_path)
        if path.is_dir():
            raise PromptError(f"{path} is a folder, not a prompt file; name a {_SUFFIX} file in it")
        if not path.exists():
            raise PromptError(f"there is no prompt file {path}")
        return path
    names: set[str] = set()
    for _, folder in _folders():
        path = folder / f"{text}{_SUFFIX}"
        try:
            if text and path.is_file():
                return path
            names |= {p.stem for p in folder.glob(f"*{_SUFFIX}")}
        except (OSError, ValueError):  # a name that no file can have; a folder that cannot be read
            continue
    with contextlib.suppress(OSError, ValueError):  # as above
        if Path(text).is_file():
            raise PromptError(
                f"{text} is no prompt file, whose name ends in {_SUFFIX}; the prompt comes first"
            )
    near = nearest(text, names)
    hint = f"; did you mean {near!r}?" if near else ""
    known = ", ".join(sorted(names)) or "none"
    raise PromptError(f"there is no prompt called {text!r}{hint} (there are: {known})")
