"""The compose file's services as processes of this machine: the images' own commands, the compose file's own
environment, command lines and config, with ports, folders and hosts put in their place. The model alone is not started."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import redis
import yaml

from .images import DEPLOY, ROOT, images
from .tools import tool

COMPOSE = DEPLOY / "compose"
GUARDS = ("content", "injection", "code")
SECRETS = {
    "CORRAL_SECRET": "a secret that every proxy of these tests has",
    "CORRAL_GUARD_KEY": "a key that proxies show to guards",
    "REDIS_PASSWORD": "redis-password",
    "GRAFANA_PASSWORD": "grafana-password",
}


def compose(**variables: str) -> dict[str, Any]:
    """The compose file with its variables filled in."""
    return _filled(yaml.safe_load((COMPOSE / "compose.yaml").read_text("utf-8")), {**SECRETS, **variables})


def _filled(value: Any, variables: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _filled(one, variables) for name, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, variables) for one in value]
    if not isinstance(value, str):
        return value

    def put(match: re.Match[str]) -> str:
        name, kind, rest = match["name"], match["kind"], match["rest"]
        if name not in variables and kind != ":-":
            raise KeyError(f"{name}: {rest}")
        return variables.get(name, rest)

    return re.sub(r"\$\{(?P<name>\w+)(?P<kind>:[-?])(?P<rest>[^}]*)\}", put, value).replace("$$", "$")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Stack:
    """Starts, kills and rolls the services; `homes` is where they could write, and must not."""

    def __init__(self, folder: Path, model: str) -> None:
        """`folder` for their files, `model` the address that stands for http://model:8000."""
        self._services = compose()["services"]
        self._folder = folder
        self.homes = folder / "homes"
        self.homes.mkdir()
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.ports = {name: free_port() for name in ("proxy", "redis", *GUARDS)}
        self._hosts = {"http://model:8000": model, "@redis:6379": f"@127.0.0.1:{self.ports['redis']}"}
        self._hosts |= {f"http://{name}:8090": f"http://127.0.0.1:{self.ports[name]}" for name in GUARDS}

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.ports[name]}"

    def start(self, name: str, **changes: str) -> None:
        """Starts a service and waits until it is well; `changes` are lines for its files, by their stem."""
        service = self._services[name]
        if name == "redis":
            self._start_redis(service)
            return
        image = images()[service["build"]["target"]]
        entrypoint = [str(Path(sys.executable).with_name("corral")), *image.entrypoint[1:]]
        command = [*entrypoint, *service.get("command", image.command)]
        if name == "proxy":
            config = str(self._config(service, changes))
            command = [word.replace("/etc/corral", config) for word in command]
        else:
            command[command.index("--port") + 1] = str(self.ports[name])
        env = {**dict(image.env), **service["environment"], "HOME": str(self.homes), "PYTHONPATH": str(ROOT)}
        env |= {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(self._folder / "cache")}
        env = {key: self._placed(value) for key, value in env.items()}
        log = (self._folder / f"{name}.log").open("ab")
        process = subprocess.Popen(command, env=env, cwd=self.homes, stdout=log, stderr=log)
        self.processes[name] = process
        deadline = time.monotonic() + 120
        while not self.healthy(name):
            assert process.poll() is None, (self._folder / f"{name}.log").read_text()
            assert time.monotonic() < deadline, f"{name} was not well in time"
            time.sleep(0.1)

    def healthy(self, name: str) -> bool:
        try:
            return httpx.get(f"{self.url(name)}/healthz", timeout=10).status_code == 200
        except httpx.TransportError:
            return False

    def health_command(self, name: str) -> int:
        """The image's own HEALTHCHECK, in the container's place; gives its exit code."""
        image = images()[self._services[name]["build"]["target"]]
        assert image.health is not None
        words = [word.replace(f":{image.ports[0]}/", f":{self.ports[name]}/") for word in image.health]
        return subprocess.run([sys.executable, *words[1:]], stderr=subprocess.DEVNULL, timeout=60).returncode

    def kill(self, name: str) -> None:
        self.processes[name].kill()
        self.processes.pop(name).wait(10)

    def tell_to_go(self, name: str) -> subprocess.Popen[bytes]:
        """SIGTERM, as a container's end begins; the process is the caller's to wait for."""
        self.processes[name].send_signal(signal.SIGTERM)
        return self.processes.pop(name)

    def move(self, name: str) -> None:
        """Gives a service a new port, for a second one of it beside the first."""
        self.ports[name] = free_port()

    def close(self) -> None:
        for process in self.processes.values():
            process.kill()
            process.wait(10)

    def redis(self) -> redis.Redis:
        return redis.Redis(port=self.ports["redis"], password=SECRETS["REDIS_PASSWORD"], socket_timeout=10)

    def _start_redis(self, service: Mapping[str, Any]) -> None:
        command = service["command"].replace("redis-server", f"{tool('redis-server')} --port {self.ports['redis']}")
        env = {**service["environment"], "PATH": os.environ["PATH"]}
        log = (self._folder / "redis.log").open("ab")
        self.processes["redis"] = subprocess.Popen(
            command, shell=True, env=env, cwd=self._folder, stdout=log, stderr=log
        )
        for _ in range(1_000):
            try:
                if self.redis().ping():
                    return
            except redis.RedisError:
                time.sleep(0.05)
        raise RuntimeError((self._folder / "redis.log").read_text())

    def _config(self, service: Mapping[str, Any], changes: Mapping[str, str]) -> Path:
        (source,) = (volume.split(":")[0] for volume in service["volumes"] if ":/etc/corral:ro" in volume)
        folder = self._folder / f"etc-{self.ports['proxy']}"
        folder.mkdir(exist_ok=True)
        for file in (COMPOSE / source).iterdir():
            text = self._placed(file.read_text("utf-8"))
            # A busy machine must not decide a test; and the port is the host's, not a container's own.
            text = text.replace("budget_ms: 200", "budget_ms: 20000").replace("timeout_ms: 25", "timeout_ms: 2000")
            text = text.replace("host: 0.0.0.0, port: 8080", f"host: 127.0.0.1, port: {self.ports['proxy']}")
            (folder / file.name).write_text(text, "utf-8")
        for name, text in changes.items():
            file = folder / f"{name}.yaml"
            file.write_text((file.read_text("utf-8") if file.exists() else "") + text, "utf-8")
        return folder

    def _placed(self, text: str) -> str:
        for host, place in self._hosts.items():
            text = text.replace(host, place)
        return text
