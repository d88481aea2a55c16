"""Keys as they are made, kept and looked for."""

from __future__ import annotations

import hmac
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from guards.errors import AuthError, ConfigError, Forbidden, InputError
from service.config import load_config
from service.keys import cli as command
from service.keys.keyring import Keyring, presented
from service.keys.settings import ApiKey, check_strong, hashed, load_keys, new_key

SMALL = "version: 1\nupstream: http://127.0.0.1:9/v1\n"


def run(*args: str, given: str | None = None) -> tuple[int, str, str]:
    done = CliRunner().invoke(command.keys, args, input=given)
    return done.exit_code, done.stdout, done.stderr


def test_a_new_key_is_shown_once_beside_the_line_that_lets_it_in(tmp_path: Path) -> None:
    code, key, told = run("new", "mobile", "--requests-per-minute", "60", "--scope", "chat", "--expires", "2999-01-31")
    assert code == 0
    key = key.strip()
    assert key.startswith("corral-")
    assert len(key) == len("corral-") + 43
    (tmp_path / "corral.yaml").write_text(SMALL + "keys:\n" + told.splitlines()[-1] + "\n")
    assert key not in (tmp_path / "corral.yaml").read_text()
    ring = Keyring(load_config(tmp_path / "corral.yaml").keys)
    found = ring.identify({"authorization": f"Bearer {key}"}, "chat")
    assert found is not None
    assert (found.name, found.limits.requests_per_minute) == ("mobile", 60)
    with pytest.raises(Forbidden):
        ring.identify({"x-api-key": key}, "check")


def test_a_key_that_one_has_is_hashed_if_nobody_can_guess_it() -> None:
    key = new_key()
    code, line, _ = run("hash", "mobile", given=key + "\n")
    assert code == 0
    assert yaml.safe_load(line) == [{"name": "mobile", "hash": hashed(key)}]
    for weak in ("hunter2", "password" * 4, "a" * 40, "with blanks in it, and long enough", "x" * 600, "ключ" * 10):
        with pytest.raises(InputError, match="corral keys new"):
            check_strong(weak)
    with pytest.raises(InputError, match="NAME"):
        CliRunner().invoke(command.keys, ["new", "two words"], catch_exceptions=False)


def test_secrets_are_long_and_never_the_same() -> None:
    first, second = run("secret")[1], run("secret")[1]
    assert len(first.strip()) == 43
    assert first != second


def test_every_hash_is_compared_in_constant_time_whichever_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [new_key() for _ in range(20)]
    ring = Keyring(ApiKey(name=f"key-{n}", hash=hashed(key)) for n, key in enumerate(keys))
    compared: list[int] = []
    real = hmac.compare_digest
    monkeypatch.setattr(hmac, "compare_digest", lambda a, b: compared.append(1) or real(a, b))
    for key in (keys[0], keys[10], keys[19], "none of them"):
        compared.clear()
        try:
            found = ring.identify({"x-api-key": key}, "chat")
            assert found is not None
            assert found.name == f"key-{keys.index(key)}"
        except AuthError:
            assert key not in keys
        assert len(compared) == 20


@pytest.mark.parametrize(
    ("headers", "key"),
    [
        ({}, None), ({"authorization": ""}, None), ({"authorization": "Basic eDp5"}, None),
        ({"authorization": "Bearer "}, None), ({"x-api-key": ""}, None), ({"authorization": "BEARER  k"}, "k"),
        ({"x-api-key": "a", "authorization": "Bearer b"}, "a"),
    ],
)  # fmt: skip
def test_where_a_key_is_looked_for(headers: dict[str, str], key: str | None) -> None:
    assert presented(headers) == key


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("keys:\n  - {name: a, hash: secret}\n", 2, "keys.0.hash"),
        ("keys:\n  - {name: a b, hash: 'hmac-sha256:%s'}\n" % ("0" * 64), 2, "keys.0.name"),
        ("keys:\n  - name: a\n    hash: hmac-sha256:%s\n    scopes: [root]\n" % ("0" * 64), 4, "keys.0.scopes.0"),
        ("keys:\n  - name: a\n    key: sk-1\n", 3, "keys.0.key: no such key; there are name, hash"),
        ("keys:\n  - {name: a, hash: 'hmac-sha256:%s'}\n" % ("0" * 64) * 2, 3, "stands twice"),
        ("keys:\n" + "  - {name: a, hash: 'hmac-sha256:%s'}\n" % ("0" * 64) * 2, 1, "has the name or the hash of"),
    ],
)  # fmt: skip
def test_a_wrong_file_of_keys_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "keys.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=r"keys\.yaml") as raised:
        load_keys(path)
    assert words in str(raised.value)
    assert raised.value.line == line


def test_a_hash_is_never_shown_by_accident() -> None:
    key = ApiKey(name="a", hash=hashed(new_key()))
    assert "hmac" not in repr(key)
    assert "hmac" not in repr(Keyring([key]))
