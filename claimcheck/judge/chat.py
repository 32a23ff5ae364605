"""One question to a chat endpoint that speaks the protocol of OpenAI.

The only module of this program that connects to anything, and it connects to the server that the user named: it follows
no redirect and asks no proxy. What comes back is bounded in size, and the whole of a question in time. Of what a server
says about an error nothing but the status is told: such texts may quote the key.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from socket import socket
    from threading import Event

KEY = "CLAIMCHECK_JUDGE_KEY"
MOST_BYTES = 1_000_000
WAITS = (0.5, 1.0)  # seconds before a busy server is asked once more
_BUSY = frozenset({429, 500, 502, 503, 504})
_FINAL = frozenset({401, 403, 404, 405})
_MENDS = {401: f"put the key of the server into {KEY}", 403: f"put the key of the server into {KEY}",
          404: "check the address, which mostly ends in /v1, and the name of the model",
          429: "wait, or have fewer pairs asked (judge-pairs)"}


class TroubleError(Exception):
    """Why there is no answer to a question, in words without the server's or the model's own, and the mend."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what, mend)
        self.what, self.mend = what, mend

    def __str__(self) -> str:
        return f"{self.what}; {self.mend}"


class UnreachableError(TroubleError):
    """Nothing more is to be had of the server."""


class LostError(TroubleError):
    """This question has no answer; another one may."""


class _BusyError(LostError):
    """This one may, too, if it is asked once more."""


@dataclass(frozen=True, slots=True)
class Server:
    """`url` is what the user wrote, `path` that of the endpoint for chats."""

    url: str
    secure: bool
    host: str
    port: int | None
    path: str


def server_of(url: str) -> Server:
    """The server at an address such as http://127.0.0.1:8080/v1. Raises UsageError."""
    if "@" in url:  # before anything else is made of it, and it is not shown: there may be a password in it
        raise UsageError(f"--judge: the address holds a name or a password; take it out, and put a key into {KEY}")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        (host or "").encode("idna")  # else it is the look-up that fails
    except ValueError:
        host = port = None
        parts = urlsplit("")
    plain = url.isascii() and url.isprintable() and not set(url) & set(' ?#"<>\\')
    if parts.scheme not in ("http", "https") or not host or not plain:
        raise UsageError(f"--judge: {url!r} is no address of a server; write one like http://127.0.0.1:8080/v1")
    return Server(url, parts.scheme == "https", host, port, f"{parts.path.rstrip('/')}/chat/completions")


def key() -> str:
    """The key for the server, "" for none. Raises UsageError, without it, where it cannot be one."""
    found = os.environ.get(KEY, "").strip()
    if not (found.isascii() and found.isprintable()):
        raise UsageError(f"{KEY}: holds characters that no key can have; set it anew")
    return found


def ask(server: Server, body: bytes, secret: str, seconds: float) -> bytes:
    """What the server answers, within so many seconds a try. A busy server is asked up to three times.

    Raises TroubleError, of a kind that says what is to be expected of other questions.
    """
    for wait in WAITS:
        with suppress(_BusyError):
            return _asked(server, body, secret, seconds)
        time.sleep(wait)
    return _asked(server, body, secret, seconds)


def _asked(server: Server, body: bytes, secret: str, seconds: float) -> bytes:
    from http.client import HTTPConnection, HTTPException, HTTPSConnection, IncompleteRead
    from threading import Event, Timer

    kind = HTTPSConnection if server.secure else HTTPConnection
    connection = kind(server.host, server.port, timeout=seconds)
    late = Event()
    clock = None
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {secret}"} if secret else {})
    start = time.monotonic()
    try:
        connection.connect()
        left = seconds - (time.monotonic() - start)
        if left <= 0:
            raise TimeoutError
        # The time-out of a socket is for each read: a server that sends a byte now and then would never be late. The
        # connection forgets its socket where the server means to close it.
        clock = Timer(left, _break_off, [connection.sock, late])
        clock.daemon = True
        clock.start()
        connection.request("POST", server.path, body, headers)
        with connection.getresponse() as response:
            answer = response.read(MOST_BYTES + 1)
    except (OSError, HTTPException, ValueError) as error:
        if isinstance(error, ValueError) and not late.is_set():  # else it is of a socket that was shut meanwhile
            raise
        raise _lost(error, seconds, late=late.is_set()) from None
    finally:
        if clock:
            clock.cancel()
        connection.close()
    if late.is_set():
        raise _lost(TimeoutError(), seconds, late=True)
    if response.status != HTTPStatus.OK:
        raise _refused(response.status)
    if len(answer) > MOST_BYTES:
        raise LostError(f"the answer is over {MOST_BYTES:,} bytes", "see whether this is the endpoint of a model")
    if response.length:  # of the bytes that were announced so many never came, which `read` does not mind
        raise _lost(IncompleteRead(answer), seconds, late=False)
    return answer


def _break_off(connected: socket, late: Event) -> None:
    from socket import SHUT_RDWR

    late.set()
    with suppress(OSError):  # not connected any more
        connected.shutdown(SHUT_RDWR)


def _lost(error: Exception, seconds: float, *, late: bool) -> TroubleError:
    if late or isinstance(error, TimeoutError):
        return LostError(f"no answer within {seconds:g} s", "see what the server does, or raise judge-seconds")
    if isinstance(error, OSError) and not isinstance(error, ConnectionResetError | BrokenPipeError):
        return UnreachableError(f"cannot be reached ({error.strerror or type(error).__name__})",
                                "start the server, or check the address")
    return _BusyError("broke off, or does not speak HTTP", "see the log of the server")


def _refused(status: int) -> TroubleError:
    if 300 <= status < 400:
        return UnreachableError(f"sends us to another address (status {status}), where nothing is sent",
                                "name that address")
    phrase = next((f" {s.phrase}" for s in HTTPStatus if s == status), "")
    kind = UnreachableError if status in _FINAL else _BusyError if status in _BUSY else LostError
    return kind(f"refuses to answer (status {status}{phrase})", _MENDS.get(status, "see the log of the server"))
