"""A page from its address, with limits on everything a server decides.

The address of every hop is looked up once, checked, and then connected to as that number, so that a name
cannot point elsewhere between the check and the connection (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.errors import FetchError

if TYPE_CHECKING:
    import httpx2

_URL = re.compile(r"https?://[^\s/?#]+\S*", re.I)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+")
_READABLE = re.compile(
    r"text/|application/(?:xhtml\+xml|xml|pdf|octet-stream|"
    r"vnd\.openxmlformats-officedocument\.wordprocessingml\.document)",
    re.I,
)
_REDIRECTS = {301, 302, 303, 307, 308}
_AGENT = "Mozilla/5.0 (compatible; article-claims)"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the bytes, the Content-Type header, and the address after all redirects."""

    data: bytes
    content_type: str | None
    url: str


def looks_like_url(text: str) -> bool:
    """Is this an address rather than a file name or a text? Any scheme counts, so that a refusal can say so.

    >>> looks_like_url("https://example.org/a"), looks_like_url("notes.txt"), looks_like_url("See https://a.b")
    (True, False, False)
    """
    return len(text) < 10_000 and bool(_SCHEME.fullmatch(text.strip()))


def fetch_page(
    url: str,
    *,
    timeout: float = 20.0,
    max_bytes: int = 10_000_000,
    max_redirects: int = 5,
    allow_private: bool = False,
) -> Page:
    """Fetch a page. Nothing else in the library does.

    Proxy settings of the environment are not used: behind a proxy no address could be checked.

    Args:
        url: http or https only.
        timeout: seconds for the whole fetch; for one connection or read as well.
        max_bytes: the largest body, after decompression.
        max_redirects: how many redirects to follow.
        allow_private: also connect to loopback, private, link-local and other addresses that are not public.

    Raises:
        FetchError: it cannot be had within the limits; the message says why.
    """
    import httpx2

    deadline = time.monotonic() + timeout
    address = url.strip()
    with httpx2.Client(trust_env=False, follow_redirects=False, timeout=timeout) as client:
        for _ in range(max_redirects + 1):
            if not _URL.fullmatch(address):
                raise FetchError(f"cannot fetch {address}: only http:// and https:// addresses are fetched")
            found = _request(client, address, deadline, max_bytes, allow_private=allow_private)
            if isinstance(found, Page):
                return found
            address = found
    raise FetchError(f"cannot fetch {url}: more than {max_redirects} redirects")


def _request(
    client: httpx2.Client, address: str, deadline: float, max_bytes: int, *, allow_private: bool
) -> Page | str:
    """One hop: the page, or the address that it redirects to."""
    import httpx2

    try:
        url = httpx2.URL(address)
        host, port = url.host, url.port or (443 if url.scheme == "https" else 80)
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(f"cannot fetch {address}: not a valid address ({error})") from error
    targets = _resolve(host, port, address)
    if not allow_private:
        for target in targets:
            if not _is_public(target):
                raise FetchError(
                    f"cannot fetch {address}: {host} is {target}, which is not a public address; "
                    "private ones are fetched only where you allow it"
                )
    headers = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": _AGENT,
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }
    failure: Exception | None = None
    for target in targets[:4]:
        left = deadline - time.monotonic()
        if left <= 0:
            raise FetchError(f"cannot fetch {address}: no answer in time")
        # Connect to the number that was checked; name the host in the header and to TLS.
        pinned = url.copy_with(host=str(target), username=None, password=None)
        request = client.build_request(
            "GET", pinned, headers=headers, extensions={"sni_hostname": host}, timeout=left
        )
        try:
            response = client.send(request, stream=True)
            try:
                return _read(response, address, url, deadline, max_bytes)
            finally:
                response.close()
        except httpx2.ConnectError as error:
            failure = error
        except httpx2.TimeoutException as error:
            raise FetchError(f"cannot fetch {address}: no answer in time") from error
        except (httpx2.HTTPError, httpx2.StreamError) as error:
            raise FetchError(f"cannot fetch {address}: {error or type(error).__name__}") from error
    raise FetchError(f"cannot fetch {address}: cannot connect ({failure})") from failure


def _resolve(host: str, port: int, address: str) -> list[Address]:
    """All addresses of a host name, in the system's order."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"cannot fetch {address}: no such host as {host!r} ({error})") from error
    targets: dict[Address, None] = {}
    for *_, sockaddr in found:
        targets[ipaddress.ip_address(str(sockaddr[0]).split("%")[0])] = None
    return list(targets)


def _is_public(address: Address) -> bool:
    """Is this an address of the public internet? Forms that wrap an IPv4 address are judged by it.

    >>> [_is_public(ipaddress.ip_address(a)) for a in ("8.8.8.8", "169.254.169.254", "::ffff:10.0.0.1")]
    [True, False, False]
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


def _read(
    response: httpx2.Response, address: str, url: httpx2.URL, deadline: float, max_bytes: int
) -> Page | str:
    """The page of a response, read no further than allowed; or the target of its redirect."""
    status = response.status_code
    if status in _REDIRECTS and (location := response.headers.get("location")):
        return str(url.join(location))
    if status != 200:
        raise FetchError(f"cannot fetch {address}: the server answered {status} {response.reason_phrase}")
    content_type = response.headers.get("content-type")
    if content_type and not _READABLE.match(content_type.strip()):
        raise FetchError(f"cannot fetch {address}: it is {content_type}, not a page or a document")
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > max_bytes:
        raise FetchError(f"cannot fetch {address}: {length} bytes, more than the {max_bytes} allowed")
    data = bytearray()
    for chunk in _unpack(response, max_bytes, address):
        data += chunk
        if len(data) > max_bytes:
            raise FetchError(f"cannot fetch {address}: more than the {max_bytes} bytes allowed")
        if time.monotonic() > deadline:
            raise FetchError(f"cannot fetch {address}: not complete in time")
    return Page(bytes(data), content_type, address)


def _unpack(response: httpx2.Response, max_bytes: int, address: str) -> Iterator[bytes]:
    """The body, decompressed piece by piece so that a small body cannot become a huge one unseen."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        yield from response.iter_raw()
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"cannot fetch {address}: compressed as {encoding!r}, which was not asked for")
    decoder: Any = None
    for chunk in response.iter_raw():
        if decoder is None:
            # "deflate" comes with or without its wrapper; 47: zlib or gzip, told apart by the header.
            raw_deflate = encoding == "deflate" and chunk[:1] and (chunk[0] & 0x0F) != 8
            decoder = zlib.decompressobj(-15 if raw_deflate else 47)
        rest = chunk
        while rest:
            try:
                yield decoder.decompress(rest, max_bytes + 1)
            except zlib.error as error:
                raise FetchError(
                    f"cannot fetch {address}: its compressed body is broken ({error})"
                ) from error
            rest = decoder.unconsumed_tail
    if decoder is not None:
        yield decoder.flush()
