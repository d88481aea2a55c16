"""The proxy in several processes, for more than one processor's work: what they share, and what one of them does.

They share the listening socket, the metrics (prometheus_client's files, summed by whichever is asked) and the decision
log. Each has its own guards, connections, bounds and memory of findings; keys' limits are shared through Redis alone.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import click
from prometheus_client import values
from prometheus_client.multiprocess import mark_process_dead

from guards.errors import ConfigError, CorralError

from .keys.settings import check_limits, keys_of
from .metrics import SHARED_FOLDER
from .observe.logs import logging_as
from .serving.supervisor import HELD, Supervisor
from .settings import Settings

log = logging.getLogger("corral.workers")

BEAT_S = 1.0
END_SLACK_S = 15.0  # for a worker to close its guards, once its requests are done
MEMORY = Path("/dev/shm")  # noqa: S108  a full disk must not take the metrics' files, and with them the workers


def check_workers(settings: Settings) -> None:
    """Raises:
    ConfigError: what is set up would not hold, or not be seen, over several processes.
    """
    if settings.listen.workers == 1:
        return
    keys = keys_of(settings.keys, settings.keys_file)
    check_limits(keys, workers=settings.listen.workers, shared=settings.redis is not None)
    if settings.console.enabled:
        raise ConfigError(
            "listen.workers: the console shows what one process decides: take one worker, or give the console a proxy of its own"
        )


def serve(settings: Settings, listening: socket.socket, started: Callable[[], None]) -> int:
    """Serves until SIGTERM or SIGINT; gives the exit status. `started` is called once a first worker serves."""
    memory = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="corral-", dir=memory) as folder, logging_as(settings.log):
        written = Path(folder) / "settings.json"
        written.touch(0o600)
        written.write_text(settings.model_dump_json(), "utf-8")
        os.environ[SHARED_FOLDER] = folder

        def command(number: int, after: str) -> list[str]:
            return [sys.executable, "-m", "service.workers", str(written), str(number), after]

        async def run() -> int:
            listen = settings.listen
            return await Supervisor(
                command,
                workers=listen.workers,
                listening=listening,
                hang_s=listen.worker_hang_s,
                end_s=listen.drain_notice_s + listen.drain_s + END_SLACK_S,
                started=started,
                died=partial(mark_process_dead, path=folder),
            ).run()

        return asyncio.run(run())


def main() -> int:
    """One worker: ``SETTINGS NUMBER died|hung|'' BEATS LISTENING``, the last two being file descriptors."""
    written, number, after, beats, listening = sys.argv[1:]
    # By number, so that whoever takes a dead one's place counts on, and the files stay few.
    values.ValueClass = values.MultiProcessValue(lambda: number)  # type: ignore[no-untyped-call]
    from .app import create_app
    from .serving.server import keep_what_is_loaded, server_of

    settings = Settings.model_validate_json(Path(written).read_text("utf-8"))
    with logging_as(settings.log):
        try:
            app = create_app(settings, reload_others=partial(os.kill, os.getppid(), signal.SIGHUP))
        except CorralError as error:
            click.echo(f"corral: {error}", err=True)
            return 2
        app.state.metrics.works(after)

        def started() -> None:
            keep_what_is_loaded()
            _started(int(beats))

        server = server_of(app, settings, started=started)
        server.run(sockets=[socket.socket(fileno=int(listening))])
        return 0 if server.started else 1


def _started(beats: int) -> None:
    """From now on this process takes signals, tells that it lives, and ends when its supervisor does."""
    loop = asyncio.get_running_loop()
    os.set_blocking(beats, False)

    def beat() -> None:
        with suppress(OSError):  # nobody reads: the supervisor is stopped, or gone
            os.write(beats, b".")
        loop.call_later(BEAT_S, beat)

    def alone() -> None:
        loop.remove_reader(0)
        log.error("the supervisor is gone: draining")
        signal.raise_signal(signal.SIGTERM)

    beat()
    loop.add_reader(0, alone)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HELD)


if __name__ == "__main__":
    sys.exit(main())
