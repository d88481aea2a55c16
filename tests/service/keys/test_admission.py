"""Keys at the doors: who is let in, in each dialect's own words, for how much, and that a key goes no further."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from guards.policy import load_policy
from service.keys.settings import hashed, new_key

from ..conftest import Scripted, chunk, serve, shipped_policy

KEY, ANOTHER, OPERATOR = new_key(), new_key(), new_key()
USAGE = {"prompt_tokens": 30, "completion_tokens": 70, "total_tokens": 100}


def entry(name: str, key: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "hash": hashed(key), **more}


@contextmanager
def keyed(scripted: Scripted, *, policy: Path | None = None, **limits: int) -> Iterator[str]:
    keys = [
        entry("mobile", KEY, limits=limits),
        entry("checker", ANOTHER, scopes=["check"]),
        entry("operator", OPERATOR, scopes=["admin"]),
        entry("old", "old-key-" + KEY, expires="2026-01-01"),
    ]
    more = {} if policy is None else {"policy": policy}
    with serve(upstream=scripted.url, keyword=True, keys=keys, **more) as url:
        yield url


def ask(url: str, key: str | None = KEY, path: str = "/v1/chat/completions", **more: Any) -> httpx.Response:
    headers = {} if key is None else {"Authorization": f"Bearer {key}"}
    body = {"model": "m", "messages": [{"role": "user", "content": "Hello there."}], **more}
    return httpx.post(f"{url}{path}", json=body, headers=headers, timeout=30)


DOORS = ["/v1/chat/completions", "/v1/completions", "/v1/responses", "/v1/embeddings", "/v1/messages", "/api/chat",
         "/api/generate", "/v1/check", "/v1/moderations"]  # fmt: skip


def test_every_door_wants_a_key_and_says_so_in_its_own_shape(scripted: Scripted) -> None:
    with keyed(scripted) as url:
        for path in DOORS:
            for key in (None, "corral-" + "x" * 43, KEY[:-1], KEY + "x", "Ключ"):
                headers = {} if key is None else {"Authorization": f"Bearer {key}".encode()}
                answer = httpx.post(f"{url}{path}", content=b"{not even read", headers=headers)
                assert answer.status_code == 401, path
                assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert httpx.get(f"{url}/v1/models").status_code == 401
        assert httpx.get(f"{url}/healthz").status_code == httpx.get(f"{url}/readyz").status_code == 200
        assert ask(url, None).json()["error"]["code"] == "invalid_api_key"
        anthropic = ask(url, None, "/v1/messages").json()
        assert (anthropic["type"], anthropic["error"]["type"]) == ("error", "authentication_error")
        assert isinstance(ask(url, None, "/api/chat").json()["error"], str)
        page = httpx.get(f"{url}/metrics").text
    assert re.search(r'corral_keys_refused_total\{reason="key"\} 49', page)
    assert not scripted.requests


def test_a_key_opens_what_its_scopes_say_until_it_expires(scripted: Scripted) -> None:
    scripted.says("Hello.")
    with keyed(scripted) as url:
        assert ask(url).status_code == 200
        forbidden = ask(url, ANOTHER)
        assert (forbidden.status_code, forbidden.json()["error"]["code"]) == (403, "insufficient_scope")
        assert "'checker' has not the scope 'chat'" in forbidden.json()["error"]["message"]
        assert ask(url, ANOTHER, "/v1/messages").json()["error"]["type"] == "permission_error"
        headers = {"x-api-key": ANOTHER}
        assert httpx.post(f"{url}/v1/check", json={"text": "Hello."}, headers=headers).status_code == 200
        assert httpx.post(f"{url}/v1/moderations", json={"input": "Hello."}, headers=headers).status_code == 200
        assert httpx.get(f"{url}/v1/models", headers={"Authorization": f"bearer {KEY}"}).status_code == 200
        expired = ask(url, "old-key-" + KEY)
        assert expired.status_code == 401
        assert "'old' expired on 2026-01-01" in expired.json()["error"]["message"]


def test_the_official_client_understands(scripted: Scripted) -> None:
    scripted.says("Hello.")
    said: list[Any] = [{"role": "user", "content": "Hello there."}]
    with keyed(scripted, requests_per_minute=1) as url:

        def client(key: str) -> openai.OpenAI:
            return openai.OpenAI(base_url=f"{url}/v1", api_key=key, max_retries=0)

        assert client(KEY).chat.completions.create(model="m", messages=said).choices[0].message.content == "Hello."
        with pytest.raises(openai.RateLimitError, match="1 requests a minute"):
            client(KEY).chat.completions.create(model="m", messages=said)
        with pytest.raises(openai.AuthenticationError, match="not known"):
            client("nothing").chat.completions.create(model="m", messages=said)
        with pytest.raises(openai.PermissionDeniedError, match="scope"):
            client(ANOTHER).chat.completions.create(model="m", messages=said)


@pytest.mark.parametrize("path", ["/v1/chat/completions", "/v1/models"])
def test_a_clients_key_goes_no_further(scripted: Scripted, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    scripted.says("Hello.")
    with keyed(scripted) as url:
        ask(url)
        httpx.get(f"{url}/v1/models", headers={"Authorization": f"Bearer {KEY}"})
    assert scripted.authorizations == [None]
    with serve(upstream=scripted.url) as url:  # no keys here: it is the upstream's own
        ask(url, "sk-of-the-upstream")
    assert scripted.authorizations[1:] == ["Bearer sk-of-the-upstream"]


def test_a_key_has_a_policy_of_its_own(scripted: Scripted, tmp_path: Path) -> None:
    lenient = shipped_policy(tmp_path, "mode: enforce => mode: monitor", "name: default => name: lenient")
    lenient.rename(tmp_path / "lenient.yaml")
    policy = shipped_policy(tmp_path)
    policy.write_text(policy.read_text() + "\nothers: [{key: mobile, policy: lenient.yaml}]\n")
    assert load_policy(policy).select(key="mobile").name == "lenient"
    scripted.says("Hello.")
    text = {"messages": [{"role": "user", "content": "FORBIDDEN"}]}
    with serve(
        upstream=scripted.url, keyword=True, policy=policy, keys=[entry("mobile", KEY), entry("x", ANOTHER)]
    ) as url:
        assert ask(url, KEY, **text).json()["corral"]["policy"].startswith("lenient@")
        assert ask(url, ANOTHER, **text).json()["corral"]["action"] == "block"
        checked = httpx.post(f"{url}/v1/check", json={"text": "FORBIDDEN"}, headers={"x-api-key": KEY}).json()
        assert (checked["action"], checked["would"]) == ("flag", "block")


def test_requests_a_minute(scripted: Scripted) -> None:
    scripted.says("Hello.")
    with keyed(scripted, requests_per_minute=3) as url:
        answers = [ask(url) for _ in range(5)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
        assert [answer.headers["x-ratelimit-remaining-requests"] for answer in answers] == ["2", "1", "0", "0", "0"]
        assert 1 <= int(answers[3].headers["Retry-After"]) <= 20
        assert answers[3].json()["error"]["code"] == "rate_limit_exceeded"
        assert ask(url, KEY, "/v1/messages", max_tokens=9).json()["error"]["type"] == "rate_limit_error"
        check = httpx.post(f"{url}/v1/check", json={"text": "Hello."}, headers={"x-api-key": KEY})
        assert check.status_code == 429
        assert 'corral_keys_limited_total{key="mobile",limit="requests"} 4.0' in httpx.get(f"{url}/metrics").text
    assert len(scripted.requests) == 3


def used(url: str) -> int:
    answer = httpx.get(f"{url}/admin/keys", headers={"x-api-key": OPERATOR}).json()
    return {row["name"]: row.get("tokens_used_today", 0) for row in answer["keys"]}["mobile"]


def test_tokens_are_those_that_the_upstream_counts(scripted: Scripted) -> None:
    scripted.says("Hello.")
    scripted.whole["usage"] = USAGE
    with keyed(scripted, tokens_per_minute=100_000, tokens_per_day=250) as url:
        first = ask(url)
        assert first.headers["x-ratelimit-limit-tokens"] == "100000"
        assert first.headers["x-ratelimit-remaining-tokens-day"] == "247"  # the prompt's three, estimated
        assert used(url) == 100
        scripted.streams(
            [chunk({"content": "Hello."}), chunk({}, "stop"), {**chunk({}), "choices": [], "usage": USAGE}]
        )
        assert ask(url, stream=True, stream_options={"include_usage": True}).status_code == 200
        assert used(url) == 200
        assert ask(url).status_code == 200  # 3 of the 50 that are left; what it comes to is known afterwards
        assert used(url) == 300
        over = ask(url)
        assert (over.status_code, over.headers["x-ratelimit-remaining-tokens-day"]) == (429, "0")
        assert "250 tokens a day" in over.json()["error"]["message"]
        assert int(over.headers["Retry-After"]) <= 86_400


def test_tokens_are_estimated_where_nobody_counts_and_given_back_where_nothing_was_asked(scripted: Scripted) -> None:
    scripted.says("Hello there, this is an answer of sixty-four characters, exactly.")
    with keyed(scripted, tokens_per_day=1_000) as url:
        assert ask(url, stream=True).status_code == 200
        assert used(url) == 3 + 17
        ask(url, messages=[{"role": "user", "content": "FORBIDDEN " * 40}])  # refused: the upstream was not asked
        assert used(url) == 20
        scripted.status = 400
        ask(url)
        assert used(url) == 23  # it was asked


def test_operators_alone_see_how_things_stand(scripted: Scripted) -> None:
    with keyed(scripted, requests_per_minute=3) as url:
        for path in ("/admin/proxies", "/admin/keys", "/admin/decisions"):
            assert httpx.get(f"{url}{path}").status_code == 401
            assert httpx.get(f"{url}{path}", headers={"x-api-key": KEY}).status_code == 403
        keys = httpx.get(f"{url}/admin/keys", headers={"x-api-key": OPERATOR})
        assert "hmac" not in keys.text
        assert keys.json()["keys"][0]["limits"] == {"requests_per_minute": 3}
        proxies = httpx.get(f"{url}/admin/proxies", headers={"x-api-key": OPERATOR}).json()
        assert (proxies["redis"], proxies["agree"], len(proxies["proxies"])) == ("none", True, 1)
        missing = httpx.get(f"{url}/admin/decisions", headers={"x-api-key": OPERATOR})
        assert (missing.status_code, "`redis` section" in missing.text) == (400, True)


def test_without_keys_the_proxy_is_open_and_says_so(scripted: Scripted, caplog: pytest.LogCaptureFixture) -> None:
    scripted.says("Hello.")
    with serve(upstream=scripted.url) as url:
        assert ask(url, None).status_code == 200
        operators = httpx.get(f"{url}/admin/keys")
        assert (operators.status_code, "scope 'admin'" in operators.text) == (403, True)
    assert [record.getMessage() for record in caplog.records if "no API keys" in record.getMessage()] != []


def test_no_key_in_any_log(
    scripted: Scripted, caplog: pytest.LogCaptureFixture, policy_file: Callable[..., Path]
) -> None:
    caplog.set_level("DEBUG")
    scripted.says("Hello.")
    with keyed(scripted) as url:
        ask(url)
        ask(url, "a-wrong-one-" + KEY)
    told = "".join(record.getMessage() for record in caplog.records if not record.name.startswith("http"))
    assert KEY not in told
    assert hashed(KEY) not in told
