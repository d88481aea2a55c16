"""A real redis-server that a test may kill, stop, fill and start again; and a server in its place that talks rubbish."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import socketserver
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

EXECUTABLE = shutil.which("redis-server")


class RedisServer:
    """One server on one port; nothing is written to disk unless `save` asks for it."""

    def __init__(self, folder: Path, *options: str) -> None:
        assert EXECUTABLE, "these tests need redis-server: sh tests/system-packages.sh installs it"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._folder, self._options = folder, options
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def client(self) -> redis.Redis:
        return redis.Redis(port=self.port, socket_timeout=5)

    def start(self) -> None:
        command = [EXECUTABLE, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", *self._options]
        self._process = subprocess.Popen(command, cwd=self._folder, stdout=subprocess.DEVNULL)
        for _ in range(1_000):
            try:
                if self.client().ping():
                    return
            except redis.RedisError:
                time.sleep(0.01)
        raise RuntimeError("redis-server did not start")

    def kill(self) -> None:
        """SIGKILL, and gone for sure."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            self._process = None

    def hang(self) -> None:
        """SIGSTOP: connections stay open, the kernel accepts new ones, nobody answers."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGCONT)


class _Rubbish(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        server = self.server
        assert isinstance(server, RubbishServer)
        try:
            while self.request.recv(65_536):
                self.request.sendall(server.answer)
        except OSError:
            return


class RubbishServer(socketserver.ThreadingTCPServer):
    """Answers whatever it is sent with `answer`."""

    daemon_threads = allow_reuse_address = True

    def __init__(self, port: int, answer: bytes) -> None:
        self.answer = answer
        super().__init__(("127.0.0.1", port), _Rubbish)


@contextmanager
def rubbish(answer: bytes, port: int = 0) -> Iterator[int]:
    """A server of rubbish; gives its port."""
    with RubbishServer(port, answer) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
