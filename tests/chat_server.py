"""A small chat endpoint on this machine, which answers as a test says and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[str, str], Any]  # the two texts -> (status, bytes), bytes, or what the model writes


def verdict(said: str, reason: str = "One affirms what the other denies.") -> str:
    return json.dumps({"verdict": said, "reason": reason})


def body(content: str, **others: Any) -> bytes:
    choice = {"message": {"role": "assistant", "content": content}, "finish_reason": "stop"} | others
    return json.dumps({"choices": [choice], "usage": {"total_tokens": 100}}).encode()


def always(answer: Any) -> Answer:
    return lambda a, b: answer


def in_turn(*answers: Any) -> Answer:
    left = iter(answers)
    return lambda a, b: next(left)


class ChatServer:
    """`asked` has the two texts of each question, `requests` the whole of each with its headers."""

    def __init__(self, port: int, answer: Answer) -> None:
        self.url = f"http://127.0.0.1:{port}/v1"
        self.answer = answer
        self.asked: list[tuple[str, str]] = []
        self.requests: list[tuple[str, dict[str, str], dict[str, Any]]] = []


@contextmanager
def serving(answer: Answer) -> Iterator[ChatServer]:
    """A server for as long as the block lasts. What `answer` gives is sent: text as what the model wrote, bytes as the
    whole answer, or piece by piece from an iterator, and a pair of a status, or headers, and bytes or headers as they
    are."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            texts = json.loads(given["messages"][-1]["content"])
            chat.requests.append((self.path, dict(self.headers), given))
            chat.asked.append((texts["a"], texts["b"]))
            told = chat.answer(texts["a"], texts["b"])
            first, told = told if isinstance(told, tuple) else (200, told)
            status, headers = (200, first) if isinstance(first, dict) else (first, {})
            headers |= told if isinstance(told, dict) else {}
            data = body(told) if isinstance(told, str) else told if isinstance(told, bytes) else b""
            try:
                self.send_response(status)
                length = {} if isinstance(told, Iterator) else {"Content-Length": str(len(data))}
                for name, value in (length | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)
                for piece in told if isinstance(told, Iterator) else ():
                    self.wfile.write(piece)
            except OSError:  # the client was tired of waiting
                self.close_connection = True

        def do_GET(self) -> None:
            chat.requests.append((self.path, dict(self.headers), {}))
            self.send_error(404)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        chat = ChatServer(server.server_address[1], answer)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield chat
        finally:
            server.shutdown()
            thread.join()
