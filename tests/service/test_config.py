"""The config file: what is right is served, what is wrong is told with file and line before anything listens."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from guards.errors import ConfigError
from service.cli import config
from service.config import example, load_config, overridden, parse_config, written
from service.settings import Settings

SMALL = "version: 1\nupstream: http://127.0.0.1:9/v1\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", None, "begins with `version: 1`"),
        ("upstreams: [\n", 2, "not valid YAML"),
        ("version: 2\nupstream: http://x/v1\n", 1, "version"),
        (SMALL + "limts: {}\n", 3, "limts: no such key"),
        (SMALL + "listen:\n  port: 70000\n", 4, "listen.port"),
        (SMALL + "listen:\n  port: 1\n  port: 2\n", 5, "stands twice"),
        (SMALL + "upstreams: []\n", 1, "not both"),
        (
            "version: 1\nupstreams:\n  - url: http://x/v1\n    key: sk-123\n",
            4,
            "upstreams.0.key: no such key; there are name, url",
        ),
        ("version: 1\nupstreams:\n  - url: nowhere\n", 3, "upstreams.0.url: must be a whole address such as http://"),
        ("version: 1\nupstreams:\n  - {url: http://x/v1, max_concurent: 3}\n", 3, "did you mean `max_concurrent`?"),
        (SMALL + "listen: {port: eighty}\n", 3, "listen.port: must be a whole number, not 'eighty'"),
        (SMALL + "limits: []\n", 3, "limits: must be a mapping"),
        ("version: 1\n", 1, "upstreams"),
    ],
)
def test_a_wrong_config_is_told_with_its_line(text: str, line: int | None, words: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse_config(text, file="corral.yaml")
    assert words in str(raised.value)
    assert raised.value.line == line
    assert "sk-123" not in str(raised.value)


def test_the_example_says_every_key_and_every_default() -> None:
    settings = parse_config(example())
    assert settings.model_dump() == parse_config("version: 1\nupstream: http://127.0.0.1:8000/v1\n").model_dump()
    for name in _keys(Settings):
        assert f"{name}:" in example(), f"config.example.yaml does not explain {name}"


def _keys(model: type) -> set[str]:
    found = set()
    for name, field in model.model_fields.items():  # type: ignore[attr-defined]
        found.add(name)
        for part in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if hasattr(part, "model_fields"):
                found |= _keys(part)
    return found


def test_flags_override_the_file() -> None:
    settings = overridden(
        parse_config(SMALL + "listen: {port: 1, host: 127.0.0.2}\n"),
        {"listen.port": 2, "upstreams.first_byte_timeout_s": 3.0, "limits.max_body_bytes": None},
    )
    assert (settings.listen.port, settings.listen.host, settings.upstreams[0].first_byte_timeout_s) == (
        2,
        "127.0.0.2",
        3.0,
    )
    assert str(overridden(settings, {"upstream": "http://other/v1"}).upstreams[0].url) == "http://other/v1"
    with pytest.raises(ConfigError, match="upstreams"):
        overridden(None, {"listen.port": 2})
    with pytest.raises(ConfigError, match=r"^--upstream: must be a whole address such as http://"):
        overridden(None, {"upstream": "127.0.0.1:8000"})


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "corral.yaml").write_text(SMALL + "policy: rules/policy.yaml\n")
    assert load_config(tmp_path / "corral.yaml").policy == tmp_path / "rules" / "policy.yaml"


def test_what_show_prints_can_be_loaded() -> None:
    settings = parse_config(SMALL)
    assert parse_config(written(settings)) == Settings.model_validate(yaml.safe_load(written(settings)))


def test_the_command_checks_the_policy_too(tmp_path: Path) -> None:
    file = tmp_path / "corral.yaml"
    file.write_text(SMALL)
    done = CliRunner().invoke(config, ["check", str(file)])
    assert done.exit_code == 0
    assert "valid" in done.output
    file.write_text(SMALL + "policy: policy.yaml\n")
    (tmp_path / "policy.yaml").write_text("version: 1\nname: x\nguards: {}\nmoed: monitor\n")
    done = CliRunner().invoke(config, ["check", str(file)])
    assert isinstance(done.exception, ConfigError)
    assert "policy.yaml:4: moed" in str(done.exception)
    (tmp_path / "policy.yaml").write_text("version: 1\nname: x\nguards: {}\nmode: monitor\n")
    assert "monitor mode (" in CliRunner().invoke(config, ["check", str(file)]).output


def test_a_key_is_taken_from_the_environment_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "version: 1\nupstreams:\n  - url: http://x/v1\n    key_env: SOME_KEY\n"
    upstream = parse_config(text).upstreams[0]
    with pytest.raises(ConfigError, match="SOME_KEY"):
        upstream.key()
    monkeypatch.setenv("SOME_KEY", "sk-secret")
    assert upstream.key() == "sk-secret"
    assert "sk-secret" not in repr(upstream) + written(parse_config(text))
