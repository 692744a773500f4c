"""What is read from a text once, and only when asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801  # reads as the decorator that it is
    """A property that is found once; `functools.cached_property` takes a lock for each before Python 3.12.

    >>> class Text:
    ...     @lazy
    ...     def words(self):
    ...         print("read")
    ...         return ["a"]
    >>> text = Text()
    >>> text.words, text.words
    read
    (['a'], ['a'])
    """

    def __init__(self, read: Callable[[Any], T]) -> None:
        self.read = read
        self.name = read.__name__
        self.__doc__ = read.__doc__

    @overload
    def __get__(self, holder: None, owner: type | None = None) -> Self: ...
    @overload
    def __get__(self, holder: object, owner: type | None = None) -> T: ...
    def __get__(self, holder: object | None, owner: type | None = None) -> T | Self:
        """The property's value, kept with its holder, where Python finds it next time."""
        if holder is None:
            return self
        found = holder.__dict__[self.name] = self.read(holder)
        return found
