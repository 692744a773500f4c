"""--offline: nothing leaves this machine, whatever asks for it.

What is known to send something is refused with a reason where it would begin. Beneath that lies a guard on
all of Python's sockets (an audit hook, PEP 578), which no library written in Python gets around.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.settings import Settings

# Families with a host in their address; the others (Unix sockets) are of this machine.
_EVENTS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_NAMES = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})

_state = {"offline": False, "hooked": False}


def go_offline() -> None:
    """From now on, until the command ends, let no connection leave this machine."""
    if not _state["hooked"]:
        sys.addaudithook(_watch)  # cannot be taken away, so it obeys a switch
        _state["hooked"] = True
    _state["offline"] = True


def read_settings(flags: Mapping[str, Any] | None = None) -> Settings:
    """The settings of this run; from now on offline where they say so, so that no command can forget it.

    Args:
        flags: as for `load_settings`.

    Raises:
        ConfigurationError: as `load_settings`.
    """
    from summarizer.settings import load_settings

    settings = load_settings(flags)
    if settings.offline:
        go_offline()
    return settings


def is_offline() -> bool:
    """Whether nothing may leave this machine."""
    return _state["offline"]


@contextmanager
def end_offline() -> Iterator[None]:
    """Leave things as they were at the end of a command."""
    try:
        yield
    finally:
        _state["offline"] = False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if not _state["offline"]:
        return
    if event in _EVENTS:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) and address else None
    elif event in _NAMES:
        host = arguments[0]
    else:
        return
    if host is None or is_here(host):
        return
    # An error of the network, so that whoever asked takes it for one.
    shown = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    raise OSError(errno.ENETUNREACH, f"offline: no connection to {shown}")


def is_here(host: object) -> bool:
    """Whether a host is this machine; no name is looked up to tell.

    >>> is_here("127.0.0.1"), is_here("localhost"), is_here("::1")
    (True, True, True)
    >>> is_here("example.com"), is_here("10.0.0.1")
    (False, False)
    """
    from ipaddress import ip_address

    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    name = name.rstrip(".").lower()
    if name in ("", "localhost") or name.endswith(".localhost"):
        return True
    try:
        address = ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
