"""Requests made from the OpenAPI description, right and wrong ones: each is answered, or refused in the API's own shape."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from guards.dialects import DIALECTS, spoken_at
from service.app import create_app
from service.config import overridden

from .conftest import scripted_upstream, serve

DESCRIBED = create_app(overridden(None, {"upstream": "http://127.0.0.1:1/v1"}), ladders=[]).openapi()
schema = schemathesis.openapi.from_dict(DESCRIBED)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with scripted_upstream() as upstream:
        upstream.says("All is well.")
        with serve(upstream=upstream.url, keyword=True, policy=None) as url:
            yield url


def test_every_door_is_described() -> None:
    assert {dialect.path for dialect in DIALECTS} < set(DESCRIBED["paths"])
    for dialect in DIALECTS:
        body = DESCRIBED["paths"][dialect.path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        assert set(body["properties"]) >= dialect.settings | dialect.texts | dialect.conversation


@schema.parametrize()
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_nothing_that_is_sent_is_answered_by_a_500_or_without_a_shape(case: schemathesis.Case, url: str) -> None:
    answer = case.call(base_url=url, timeout=60)
    assert answer.status_code != 500, answer.text
    if answer.status_code >= 400 and case.method != "HEAD" and case.path not in ("/readyz",):
        given = answer.json()
        like = spoken_at(case.path).error({"error": {"message": "", "type": "", "param": None, "code": ""}}, 400)
        assert like.keys() <= given.keys()
        assert isinstance(given["error"], type(like["error"]))
