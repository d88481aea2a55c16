"""Several processes behind one listening socket: one that dies or hangs is replaced, and all of them end together.

The socket is shared rather than bound once a process (SO_REUSEPORT): a connection that nobody has taken yet waits for
whoever is free, so that a process which dies takes none with it but its own.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import subprocess
from collections.abc import Callable, Sequence
from functools import partial

log = logging.getLogger("corral.workers")

STEADY_S = 60.0  # who lived so long is replaced at once, others after a while
FIRST_DELAY_S, MAX_DELAY_S = 0.5, 30.0
SECOND_LOOK_S = 1.0
HELD = (signal.SIGINT, signal.SIGHUP)  # until a worker can take them; SIGTERM ends one that is still starting


class _Worker:
    """One process. It tells that it lives by writing to a pipe, and that its supervisor is gone by what it reads."""

    def __init__(self, command: Sequence[str], listening: socket.socket) -> None:
        self._beats, theirs = os.pipe()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, HELD)  # what is blocked stays so in the new process
        try:
            self.process = subprocess.Popen(  # noqa: S603  our own interpreter and module
                [*command, str(theirs), str(listening.fileno())],
                stdin=subprocess.PIPE,
                pass_fds=(theirs, listening.fileno()),
            )
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            os.close(theirs)
        self.ready = self.hung = False

    async def ended(self, hang_s: float, ready: Callable[[], None]) -> int:
        """Waits for its end, and sees to it where no sign of life came for `hang_s`; gives its exit status."""
        reader = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        transport, _ = await loop.connect_read_pipe(
            partial(asyncio.StreamReaderProtocol, reader), os.fdopen(self._beats, "rb", 0)
        )
        while await self._beat(reader, hang_s):
            if not self.ready:
                self.ready = True
                ready()
        self.process.kill()  # it hangs, or has hung up and is as good as dead
        transport.close()
        status = await asyncio.to_thread(self.process.wait)
        if self.process.stdin is not None:
            self.process.stdin.close()
        return status

    async def _beat(self, reader: asyncio.StreamReader, hang_s: float) -> bool:
        # A supervisor that was stopped itself finds its time over and the beats waiting: hence the second look.
        for wait_s in (hang_s, SECOND_LOOK_S):
            try:
                async with asyncio.timeout(wait_s if self.ready else None):
                    return bool(await reader.read(4_096))
            except TimeoutError:
                continue
        self.hung = True
        return False


class Supervisor:
    """Keeps `workers` processes at work until SIGTERM or SIGINT, which go on to them, as SIGHUP does."""

    def __init__(
        self,
        command: Callable[[int, str], Sequence[str]],
        *,
        workers: int,
        listening: socket.socket,
        hang_s: float,
        end_s: float,
        started: Callable[[], None],
        died: Callable[[int], None],
    ) -> None:
        """`command` starts the worker of a number, in the place of one that `died`, `hung`, or of nobody; it is given two
        file descriptors more: where to write its beats, and the listening socket.

        `started` is called once the first one serves, `died` with the number of each that is gone. Who has not ended
        `end_s` after being told to is killed.
        """
        self._command, self._count, self._listening = command, workers, listening
        self._hang_s, self._end_s, self._started, self._died = hang_s, end_s, started, died
        self._workers: dict[int, _Worker] = {}
        self._serving, self._going = asyncio.Event(), asyncio.Event()
        self._status = 0

    async def run(self) -> int:
        """The exit status: 0, or that of a first worker that could not start."""
        loop = asyncio.get_running_loop()
        for one in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(one, self._end, one)
        loop.add_signal_handler(signal.SIGHUP, self._send, signal.SIGHUP)
        # The first one proves the settings: what is wrong with them is told once, and nobody else is started.
        first = asyncio.create_task(self._keep(0))
        either = [asyncio.create_task(event.wait()) for event in (self._serving, self._going)]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.gather(first, *(self._keep(number) for number in range(1, self._count)))
        return self._status

    async def _keep(self, number: int) -> None:
        """Has a worker of this number, and another one whenever it is gone."""
        loop = asyncio.get_running_loop()
        delay_s, after = 0.0, ""
        while not self._going.is_set():
            worker = self._workers[number] = _Worker(self._command(number, after), self._listening)
            began = loop.time()
            status = await worker.ended(self._hang_s, self._proved)
            del self._workers[number]
            self._died(number)
            if self._going.is_set():
                return
            if not self._serving.is_set():
                self._status = status if status > 0 else 1
                self._going.set()
                return
            delay_s = 0.0 if loop.time() - began > STEADY_S else min(MAX_DELAY_S, max(FIRST_DELAY_S, delay_s * 2))
            after = "hung" if worker.hung else "died"
            log.error(
                "worker %d (process %d) %s, exit status %d; another one is started in %g s",
                number, worker.process.pid, after, status, delay_s,
            )  # fmt: skip
            await self._wait(delay_s)

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._going.wait()
        except TimeoutError:
            pass

    def _proved(self) -> None:
        if not self._serving.is_set():
            self._serving.set()
            self._started()

    def _end(self, one: signal.Signals) -> None:
        if not self._going.is_set():
            self._going.set()
            asyncio.get_running_loop().call_later(self._end_s, self._kill)
        self._send(one)

    def _send(self, one: signal.Signals) -> None:
        for worker in self._workers.values():
            worker.process.send_signal(one)

    def _kill(self) -> None:
        for number, worker in self._workers.items():
            log.error("worker %d (process %d) does not end: killed", number, worker.process.pid)
            worker.process.kill()
