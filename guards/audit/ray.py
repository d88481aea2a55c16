"""An audit on a Ray cluster: the same parts, judged by actors that hold the models, on any number of machines.

Parts travel from the driver, which reads the logs and writes the results: only it must see the files, the order is kept, and
a run is picked up as a local one is. An actor that dies is started anew by Ray, and its part judged again.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import ConfigError, GuardError, MissingExtra
from .parts import Done, Options, Part, Worker

AHEAD = 2  # parts an actor may have at once
RESTARTS = 5


class RayExecutor:
    """Judges parts on `actors` actors of the cluster at `address` (``auto``, ``HOST:6379``, ``local``)."""

    def __init__(self, address: str, actors: int | None = None, cpus: float = 1.0, gpus: float = 0.0) -> None:
        """Without `actors`, as many as the cluster has room for.

        Raises:
            MissingExtra: Ray is not installed.
            ConfigError: the cluster can't be reached, or has no room.
        """
        try:
            import ray
        except ImportError:
            raise MissingExtra("ray", extra="ray") from None
        self._ray: Any = ray
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # with `local`, Ray starts here: it must not report home
        if not ray.is_initialized():
            try:
                ray.init(address=address, log_to_driver=False, configure_logging=False)
            except (ConnectionError, ValueError, RuntimeError) as error:
                raise ConfigError(f"--ray {address}: the cluster can't be reached ({error})") from None
        room = int(self._ray.cluster_resources().get("CPU", 0) // cpus) if cpus else 1
        self.actors = actors or room
        if self.actors < 1:
            raise ConfigError(f"--ray {address}: the cluster has no room for an actor with {cpus:g} CPUs")
        self._resources = {"num_cpus": cpus, "num_gpus": gpus}

    def __call__(self, parts: Iterable[Part], options: Options) -> Iterator[Done]:
        """Results in the parts' order.

        Raises:
            GuardError: an actor failed for good.
        """
        ray = self._ray
        remote = ray.remote(max_restarts=RESTARTS, max_task_retries=RESTARTS, **self._resources)(Worker)
        pool = [remote.remote(options) for _ in range(self.actors)]
        waiting: deque[Any] = deque()
        source = iter(parts)
        try:
            for number, part in enumerate(source):
                waiting.append(pool[number % len(pool)].work.remote(part))
                if len(waiting) >= AHEAD * len(pool):
                    yield ray.get(waiting.popleft())
            while waiting:
                yield ray.get(waiting.popleft())
        except ray.exceptions.RayActorError as error:
            raise GuardError(f"a Ray actor failed for good ({type(error).__name__}); see the cluster's logs") from None
        finally:
            for actor in pool:
                ray.kill(actor)
