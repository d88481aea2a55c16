"""Keys that come and go while the proxy runs: a right file holds at once, a wrong one changes nothing and is told."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import httpx
import pytest

from guards.errors import AuthError, ConfigError
from service.keys.file import KeysFile
from service.keys.settings import ApiKey, check_limits, hashed, new_key

from ..conftest import Scripted, serve
from ..test_drain import served
from ..test_reload import until

ASK = {"model": "m", "messages": [{"role": "user", "content": "Hello there."}]}


def row(name: str, key: str, **more: object) -> dict[str, object]:
    return {"name": name, "hash": hashed(key), **more}


def write(file: Path, *rows: dict[str, object]) -> None:
    """As an editor, or Kubernetes, does: another file in the place of the old one."""
    other = file.with_suffix(".new")
    other.write_text(json.dumps({"keys": rows}))
    other.replace(file)


def status(url: str, key: str) -> int:
    return httpx.post(f"{url}/v1/chat/completions", json=ASK, headers={"x-api-key": key}, timeout=30).status_code


def test_a_changed_file_lets_in_and_shuts_out_and_a_wrong_one_changes_nothing(
    scripted: Scripted, tmp_path: Path
) -> None:
    scripted.says("Fine.")
    first, second, operator = new_key(), new_key(), new_key()
    fixed = [ApiKey.model_validate(row("ops", operator, scopes=["admin"])).model_dump()]
    file = tmp_path / "keys.yaml"
    write(file, row("first", first))
    with serve(keyword=True, upstream=scripted.url, keys=fixed, keys_file=file, watch_keys_s=0.1) as url:
        assert (status(url, first), status(url, second)) == (200, 401)
        write(file, row("second", second))
        until(lambda: status(url, second) == 200)
        assert status(url, first) == 401
        write(file, row("second", second), row("ops", first))  # a name that the config has already
        ops = httpx.Client(base_url=url, headers={"x-api-key": operator})
        until(lambda: "'ops'" in str(ops.get("/admin/keys").json()["error"]))
        assert (status(url, first), status(url, second)) == (401, 200)
        page = httpx.get(f"{url}/metrics").text
        assert 'corral_keys_loads_total{outcome="loaded"} 1.0' in page
        assert 'corral_keys_loads_total{outcome="kept"} 1.0' in page
        file.unlink()
        until(lambda: "keys.yaml" in str(ops.get("/admin/keys").json()["error"]))
        assert (status(url, first), status(url, second)) == (401, 200)
        write(file, row("first", first))
        until(lambda: status(url, first) == 200)
        assert ops.get("/admin/keys").json()["error"] is None


def test_operators_ask_for_it_and_are_told_what_is_wrong(scripted: Scripted, tmp_path: Path) -> None:
    operator, client = new_key(), new_key()
    file = tmp_path / "keys.yaml"
    write(file, row("ops", operator, scopes=["admin"]))
    with (
        serve(keyword=True, upstream=scripted.url, keys_file=file, watch_keys_s=0) as url,
        httpx.Client(base_url=url, headers={"x-api-key": operator}) as ops,
    ):
        assert httpx.post(f"{url}/admin/keys/reload").status_code == 401
        assert ops.post("/admin/keys/reload").json()["outcome"] == "unchanged"
        write(file, row("ops", operator, scopes=["admin"]), row("client", client))
        assert ops.post("/admin/keys/reload").json() == {"outcome": "loaded", "keys": 2, "error": None}
        file.write_text("keys:\n  - {name: x, hash: plain}\n")
        answer = ops.post("/admin/keys/reload")
        assert (answer.status_code, answer.json()["outcome"], answer.json()["keys"]) == (409, "kept", 2)
        assert "keys.yaml:2" in answer.json()["error"]
        assert client not in answer.text


def test_sighup_reads_them_again(scripted: Scripted, tmp_path: Path) -> None:
    scripted.says("Fine.")
    first, second = new_key(), new_key()
    file = tmp_path / "keys.yaml"
    write(file, row("first", first))
    with served(tmp_path, scripted.url, keys_file=str(file), watch_keys_s=0) as (url, server):
        assert (status(url, first), status(url, second)) == (200, 401)
        write(file, row("first", first), row("second", second))
        os.kill(server.pid, signal.SIGHUP)
        until(lambda: status(url, second) == 200)
        assert status(url, first) == 200


async def test_a_file_that_is_emptied_does_not_open_the_proxy(tmp_path: Path) -> None:
    key, file = new_key(), tmp_path / "keys.yaml"
    write(file, row("only", key))
    keys = KeysFile(file, ())
    write(file)
    with pytest.raises(ConfigError, match="open the proxy"):
        await keys.reload("test")
    assert not keys.keyring.open
    with pytest.raises(AuthError):
        keys.keyring.identify({}, "chat")
    assert keys.keyring.identify({"x-api-key": key}, "chat") is not None


async def test_limits_that_workers_cannot_keep_are_no_more_taken_later_than_at_start(tmp_path: Path) -> None:
    key, file = new_key(), tmp_path / "keys.yaml"
    write(file, row("only", key))
    keys = KeysFile(file, (), check=lambda all_: check_limits(all_, workers=2, shared=False))
    write(file, row("only", key, limits={"requests_per_minute": 5}))
    with pytest.raises(ConfigError, match="redis"):
        await keys.reload("test")
    assert not keys.keyring.keys[0].limits.any
