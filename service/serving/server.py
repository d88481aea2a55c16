"""uvicorn with bounded connections and a graceful end: what is at work ends whole, nothing new comes in."""

from __future__ import annotations

import asyncio
import errno
import gc
import logging
import signal
import socket
from collections import Counter
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import uvicorn
from fastapi import FastAPI

from guards.errors import ConfigError

from ..settings import Settings
from .connections import BoundedConnection, Turned
from .entrance import Door
from .settings import Limits, Listen

log = logging.getLogger("corral.serving")

CUT_OFF_S = 1  # for what is cut off to say goodbye


class Server(uvicorn.Server):
    """Serves one application until SIGTERM, and then for as long as it takes, within the bound."""

    def __init__(
        self,
        app: Any,
        listen: Listen,
        limits: Limits,
        door: Door,
        turned: Turned = lambda code: None,
        started: Callable[[], None] = lambda: None,
    ) -> None:
        """`started` is called, on the server's loop, once it serves."""
        protocol = partial(BoundedConnection, limits=limits, by_client=Counter(), turned=turned)
        config = uvicorn.Config(
            app,
            http=protocol,  # type: ignore[arg-type]  # called as the class would be
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,  # nothing here believes or asks what a proxy in front says of its client
            backlog=1,  # taken at a time, so that workers share what comes; `startup` says what the system holds
            timeout_keep_alive=limits.keep_alive_s,  # type: ignore[arg-type]  # any number of seconds does
            timeout_graceful_shutdown=CUT_OFF_S,
        )
        super().__init__(config)
        self._listen, self._door, self._tell_started = listen, door, started
        self._going: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets=sockets)
        for listening in sockets or ():
            listening.listen(self._listen.backlog)
        if not self.should_exit:
            self._tell_started()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """The first SIGTERM drains; Ctrl-C, and a second signal of either kind, end at once."""
        if sig == signal.SIGTERM and self._loop is not None and not self._door.draining:
            self._door.draining = True
            self._loop.call_soon_threadsafe(self._drain)
        else:
            self._door.draining = self.should_exit = True

    def _drain(self) -> None:
        self._going = asyncio.ensure_future(self._drained())

    async def _drained(self) -> None:
        log.warning("draining: %d requests are at work", self._door.inside)
        await asyncio.sleep(self._listen.drain_notice_s)
        if not await self._door.emptied(self._listen.drain_s):
            log.error(
                "cutting off %d requests that were at work for over %g s", self._door.inside, self._listen.drain_s
            )
            self._door.cut_off()
            await self._door.emptied(CUT_OFF_S)
        self.should_exit = True


def server_of(app: FastAPI, settings: Settings, started: Callable[[], None] = lambda: None) -> Server:
    """The server for what `create_app` made."""
    return Server(app, settings.listen, settings.limits, app.state.door, app.state.metrics.turned, started)


def keep_what_is_loaded() -> None:
    """For a process that does nothing but serve: rules and models live as long as it does, and need not be looked
    through for garbage, again and again, while a request waits. What is garbage by then is never freed."""
    gc.collect()
    gc.freeze()


def bind(host: str, port: int) -> socket.socket:
    """A bound socket.

    Raises:
        ConfigError: the port is taken, or the address is not one of this machine.
    """

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named, for asyncio looks for TCP before it has small pieces sent at once: an event would wait for its predecessor's ACK.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        fix = "an address of this machine (--host), or 0.0.0.0 for all of them"
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            fix = "another port (corral serve --port N, make run PORT=N)"
        raise ConfigError(f"can't listen on {host}:{port}: {error.strerror}; choose {fix}") from None
    listening.set_inheritable(True)
    return listening
