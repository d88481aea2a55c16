"""Backends: llama.cpp's real server and transformers with models whose logits are known; the rest against fakes.

vLLM, SGLang, TGI and Ollama can't run here. `Fake` is a local HTTP server that answers in the form that each of them
documents: it proves that we ask and read in that form, not that they still speak it.
"""

from __future__ import annotations

import asyncio
import json
import math
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from guards.content.llama_guard import LlamaGuard, Position, Prompt, RemoteBackend, Template
from guards.content.llama_guard.backend import Backend
from guards.content.llama_guard.local import LocalBackend, _Ask
from guards.content.llama_guard.remote import Dialect
from guards.content.llama_guard.score import category_probabilities, unsafe_probability
from guards.errors import ConfigError, Expired, GuardError, MalformedAnswer, ModelError, Overloaded
from guards.types import Budget, Finding, Message, Stage, Subject
from service.llama import llama_server

from .tiny import SAFE_LOGIT, TABLE, UNSAFE_LOGIT, probabilities, write_checkpoint, write_gguf

UNSAFE = 1 / (1 + math.exp(SAFE_LOGIT - UNSAFE_LOGIT))
FIRST_CODE, GOES_ON = probabilities(TABLE["S"]), probabilities(TABLE["2"])[","]
# "2" leads with its probability; what is not listed there may be listed after the comma.
CATEGORIES = {
    code: 1 - (1 - FIRST_CODE[code]) * (1 - GOES_ON * FIRST_CODE[code]) * (1 - GOES_ON**2 * FIRST_CODE[code])
    for code in ("2", "10", "1")
}
LONG_MS = 60_000.0


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_checkpoint(tmp_path_factory.mktemp("known"), known=True)


@pytest.fixture(scope="module")
def attentive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_checkpoint(tmp_path_factory.mktemp("random"), known=False)


@pytest.fixture(scope="module")
def llamacpp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("gguf")
    with llama_server(write_gguf(home / "tiny.gguf", home, known=True)) as url:
        yield url.removesuffix("/v1")


async def judged(backend: Backend, subject: Subject, **options: Any) -> dict[str, Finding]:
    guard = LlamaGuard(backend, **options)
    try:
        return {found.label: found for found in await guard.check(subject, Budget.start(LONG_MS))}
    finally:
        await guard.aclose()


def assert_known(found: dict[str, Finding], atol: float) -> None:
    assert found["unsafe"].score == pytest.approx(UNSAFE, abs=atol)
    assert found["S2"].score == pytest.approx(UNSAFE * CATEGORIES["2"], abs=atol)
    assert found["S10"].score == pytest.approx(UNSAFE * CATEGORIES["10"], abs=atol)
    assert found["S2"].message == "Non-Violent Crimes"
    assert set(found) <= {"unsafe", "S1", "S2", "S10"}


async def test_a_real_llama_cpp_server_gives_the_known_probabilities(llamacpp: str) -> None:
    found = await judged(RemoteBackend(llamacpp, "llamacpp"), Subject("What now?", Stage.INPUT))
    assert_known(found, 0.01)


async def test_transformers_gives_the_known_probabilities(known: Path) -> None:
    assert_known(await judged(LocalBackend(known, device="cpu"), Subject("What now?", Stage.INPUT)), 1e-3)


async def test_the_kept_prefix_and_the_batch_change_no_logit(attentive: Path) -> None:
    kept, fresh = LocalBackend(attentive, device="cpu"), LocalBackend(attentive, device="cpu", keep_prefix=False)
    assert kept.revision == fresh.revision
    template = Template()
    prompts = [
        template.write(Subject(text, stage, (Message("user", "hello"),)), 4_096)
        for stage in (Stage.INPUT, Stage.OUTPUT)
        for text in ("one", "a longer message about the content of the page", "three " * 20)
    ]
    budget = Budget.start(LONG_MS)
    together = await asyncio.gather(*(kept.complete(prompt, "", 3, budget) for prompt in prompts))
    for prompt, batched in zip(prompts, together, strict=True):
        alone, without = await kept.complete(prompt, "", 3, budget), await fresh.complete(prompt, "", 3, budget)
        assert [p.token for p in batched] == [p.token for p in alone] == [p.token for p in without]
        for a, b, c in zip(batched, alone, without, strict=True):
            for token in list(c.top)[:10]:
                assert a.top[token] == pytest.approx(c.top[token], abs=1e-3)
                assert b.top[token] == pytest.approx(c.top[token], abs=1e-3)
    assert len({tuple(positions[0].top.values()) for positions in together}) == len(prompts)  # it does attend
    await kept.aclose()
    await fresh.aclose()


async def test_a_question_that_follows_goes_on_from_what_was_read_and_gets_the_same_answer(attentive: Path) -> None:
    kept, fresh = LocalBackend(attentive, device="cpu"), LocalBackend(attentive, device="cpu", keep_prefix=False)
    read: list[int] = []
    kept._model.register_forward_pre_hook(
        lambda module, args, given: read.append(given["input_ids"].shape[1]), with_kwargs=True
    )
    texts = ("one", "a longer message about the content of the page", "three " * 20)
    asks = [Template().write(Subject(text, Stage.INPUT), 4_096) for text in texts]
    answers = kept._run([_Ask(kept._ids(ask.fixed), kept._ids(ask.rest), 1) for ask in asks])
    assert len(answers) == len(asks)
    alone, budget = len(read), Budget.start(LONG_MS)
    for prompt in reversed(asks):
        found = await kept.complete(prompt, "unsafe\nS", 4, budget)
        wanted = await fresh.complete(prompt, "unsafe\nS", 4, budget)
        assert [p.token for p in found] == [p.token for p in wanted]
        for a, b in zip(found, wanted, strict=True):
            for token in list(b.top)[:10]:
                assert a.top[token] == pytest.approx(b.top[token], abs=1e-3)
    assert max(read[alone:]) == len(kept._ids("unsafe\nS"))  # then one token after the other
    await kept.aclose()
    await fresh.aclose()


async def test_an_int8_checkpoint_is_loaded_as_it_is(known: Path, tmp_path: Path) -> None:
    from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

    settings = BitsAndBytesConfig(load_in_8bit=True)
    model = AutoModelForCausalLM.from_pretrained(known, quantization_config=settings, device_map={"": "cpu"})
    model.save_pretrained(tmp_path)
    AutoTokenizer.from_pretrained(known).save_pretrained(tmp_path)
    backend = LocalBackend(tmp_path, device="cpu")
    assert type(backend._model.model.layers[0].mlp.up_proj).__name__ == "Linear8bitLt"
    assert_known(await judged(backend, Subject("What now?", Stage.INPUT)), 0.01)


async def test_the_two_parts_of_a_prompt_are_cut_where_the_tokenizer_cuts(known: Path) -> None:
    backend = LocalBackend(known, device="cpu")
    prompt = Template().write(Subject("  9 lives\n\n\nof the cat", Stage.INPUT, (Message("user", "\n1"),)), 4_096)
    assert backend._ids(prompt.fixed) + backend._ids(prompt.rest) == backend._ids(prompt.text)


def test_what_is_no_llama_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Corral downloads none"):
        LocalBackend(tmp_path / "nowhere", device="cpu")
    with pytest.raises(ConfigError, match="device"):
        LocalBackend(tmp_path, device="abacus")


class Fake(ThreadingHTTPServer):
    """A FAKE of an inference server: it answers from `TABLE`, in the form that the server's documentation shows."""

    daemon_threads = True

    def __init__(self, dialect: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.dialect, self.asked, self.raw, self.status = dialect, [], None, 200  # type: ignore[var-annotated]
        self.step = 0  # bytes that are sent at once

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, path: str, body: dict[str, Any]) -> Any:
        """The documented answer to the documented question; KeyError or AssertionError where it is not that."""
        match self.dialect:
            case "vllm":
                assert path == "/v1/completions"
                assert (body["model"], body["temperature"], body["add_special_tokens"]) == ("guard", 0, False)
                assert body["prompt"].startswith("<|begin_of_text|><|start_header_id|>")
                steps = self.steps(body["prompt"], body["max_tokens"], body["logprobs"])
                listed = {
                    "tokens": [token for token, _ in steps], "token_logprobs": [top[token] for token, top in steps],
                    "top_logprobs": [top for _, top in steps], "text_offset": [0] * len(steps),
                }  # fmt: skip
                text = "".join(listed["tokens"])
                return {"object": "text_completion", "choices": [{"index": 0, "text": text, "logprobs": listed}]}
            case "sglang":
                assert path == "/generate"
                assert body["return_logprob"]
                assert body["return_text_in_logprobs"]
                sampling = body["sampling_params"]
                assert sampling["temperature"] == 0
                steps = self.steps(body["text"], sampling["max_new_tokens"], body["top_logprobs_num"])
                about = {
                    "output_token_logprobs": [[top[token], 7, token] for token, top in steps],
                    "output_top_logprobs": [[[lp, 7, text] for text, lp in top.items()] for _, top in steps],
                }
                return {"text": "", "meta_info": about}
            case "tgi":
                assert path == "/generate"
                asked = body["parameters"]
                assert (asked["do_sample"], asked["details"]) == (False, True)
                steps = self.steps(body["inputs"], asked["max_new_tokens"], asked["top_n_tokens"])
                about = {
                    "tokens": [{"id": 7, "text": t, "logprob": top[t], "special": False} for t, top in steps],
                    "top_tokens": [
                        [{"id": 7, "text": text, "logprob": lp, "special": False} for text, lp in top.items()]
                        for _, top in steps
                    ],
                }
                return {"generated_text": "", "details": {"finish_reason": "length", **about}}
            case "ollama":
                assert path == "/api/generate"
                assert (body["raw"], body["stream"], body["logprobs"]) == (True, False, True)
                assert body["options"]["temperature"] == 0
                steps = self.steps(body["prompt"], body["options"]["num_predict"], body["top_logprobs"])
                listed = [
                    {"token": t, "logprob": top[t], "bytes": list(t.encode()),
                     "top_logprobs": [{"token": u, "logprob": lp, "bytes": list(u.encode())} for u, lp in top.items()]}
                    for t, top in steps
                ]  # fmt: skip
                return {"model": "guard", "response": "", "done": True, "logprobs": listed}
        raise AssertionError(self.dialect)

    def steps(self, prompt: str, count: int, top: int) -> list[tuple[str, dict[str, float]]]:
        if self.dialect != "vllm":
            assert prompt.startswith("<|start_header_id|>"), "this server puts the begin-of-text token there itself"
        last, made = next(token for token in ("\n\n", "S") if prompt.endswith(token)), []
        for _ in range(count):
            found = sorted(probabilities(TABLE[last]).items(), key=lambda entry: -entry[1])[:top]
            last = found[0][0]
            made.append((last, {text: math.log(p) for text, p in found}))
            if last == "<|eot_id|>":
                break
        return made


class _Handler(BaseHTTPRequestHandler):
    server: Fake

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), body))
        raw = self.server.raw
        if raw is None:
            raw = json.dumps(self.server.answer(self.path, body)).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        step = self.server.step or len(raw)
        for start in range(0, len(raw), step):
            self.wfile.write(raw[start : start + step])
            time.sleep(0.02 if self.server.step else 0)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def fake(request: pytest.FixtureRequest) -> Iterator[Fake]:
    server = Fake(request.param)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


FAKED: list[Dialect] = ["vllm", "sglang", "tgi", "ollama"]


def remote(fake: Fake, **options: Any) -> RemoteBackend:
    return RemoteBackend(fake.url, fake.dialect, model="guard", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("fake", FAKED, indirect=True)
async def test_each_dialect_asks_and_reads_as_its_server_documents(fake: Fake) -> None:
    assert_known(await judged(remote(fake, key="k-1"), Subject("What now?", Stage.INPUT)), 1e-6)
    assert len(fake.asked) == 2  # the score, then the categories
    assert fake.asked[0][1]["Authorization"] == "Bearer k-1"


@pytest.mark.parametrize("fake", ["vllm"], indirect=True)
async def test_an_answer_that_comes_in_pieces_is_read_whole_and_a_huge_one_is_refused(fake: Fake) -> None:
    fake.step = 1_000
    assert_known(await judged(remote(fake), Subject("What now?", Stage.INPUT)), 1e-6)
    fake.step, fake.raw = 0, b'{"choices": "' + b"x" * 1_100_000 + b'"}'
    with pytest.raises(MalformedAnswer, match="more than 1000000 bytes"):
        await judged(remote(fake), Subject("x", Stage.INPUT))


@pytest.mark.parametrize("fake", ["tgi"], indirect=True)
async def test_a_server_that_is_full_is_told_from_one_that_fails(fake: Fake) -> None:
    fake.status = 429
    with pytest.raises(Overloaded):
        await judged(remote(fake), Subject("x", Stage.INPUT))


@pytest.mark.parametrize("fake", FAKED, indirect=True)
@pytest.mark.parametrize(
    "raw", [b"{", b"[]", b"{}", b'"safe"', b'{"choices": [{"text": "safe"}]}', b'{"response": "safe"}']
)
async def test_an_answer_in_another_form_is_an_error_never_safe(fake: Fake, raw: bytes) -> None:
    fake.raw = raw
    with pytest.raises(MalformedAnswer):
        await judged(remote(fake), Subject("x", Stage.INPUT))


@pytest.mark.parametrize("fake", ["ollama"], indirect=True)
async def test_an_ollama_without_log_probabilities_is_told_apart(fake: Fake) -> None:
    fake.raw = b'{"model": "guard", "response": "safe", "done": true}'
    with pytest.raises(MalformedAnswer, match=r"0\.12\.11"):
        await judged(remote(fake), Subject("x", Stage.INPUT))


@pytest.mark.parametrize("fake", ["vllm"], indirect=True)
async def test_a_server_that_refuses_is_gone_or_asked_too_late_is_an_error(fake: Fake) -> None:
    fake.status = 500
    with pytest.raises(GuardError, match="answered 500"):
        await judged(remote(fake), Subject("x", Stage.INPUT))
    with pytest.raises(GuardError, match="can't be reached"):
        await judged(RemoteBackend("http://127.0.0.1:9", "vllm", model="guard"), Subject("x", Stage.INPUT))
    backend = remote(fake)
    with pytest.raises(Expired):
        await backend.complete(Prompt("a", "b"), "", 1, Budget(1, 0.0))
    await backend.aclose()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"url": "localhost:8000", "dialect": "vllm", "model": "m"}, "url"),
        ({"url": "http://x", "dialect": "vllm"}, "model"),
        ({"url": "http://x", "dialect": "gopher"}, "backend"),
    ],
)
def test_a_wrong_address_is_refused(options: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        RemoteBackend(**options)


class Canned:
    """Stands in for a model where a test must choose its words."""

    revision = "canned"

    def __init__(self, *answers: list[Position]) -> None:
        self.answers, self.prompts = list(answers), []  # type: ignore[var-annotated]

    async def complete(self, prompt: Prompt, continuation: str, max_tokens: int, budget: Budget) -> list[Position]:
        self.prompts.append(prompt.text + continuation)
        return self.answers[min(len(self.prompts), len(self.answers)) - 1]

    async def aclose(self) -> None:
        """Holds nothing."""


def position(**shares: float) -> Position:
    words = {"comma": ",", "end": "<|eot_id|>"}
    top = {words.get(word, word.removeprefix("n")): math.log(share) for word, share in shares.items()}
    return Position(max(top, key=top.__getitem__), top)


async def test_below_the_floor_nobody_asks_which_category() -> None:
    backend = Canned([position(safe=0.99, unsafe=0.01)])
    assert set(await judged(backend, Subject("x", Stage.INPUT))) == {"unsafe"}
    assert len(backend.prompts) == 1


async def test_a_turn_too_long_for_the_model_is_judged_in_windows_and_the_worst_counts() -> None:
    backend = Canned([position(safe=0.99, unsafe=0.01)], [position(safe=0.9, unsafe=0.1)], [position(n3=1.0)])
    text = "A sentence of some length that says nothing. " * 60
    found = await judged(backend, Subject(text, Stage.OUTPUT), max_tokens=1_000)
    assert found["unsafe"].score == pytest.approx(0.1)
    assert len(backend.prompts) > 2
    assert found["unsafe"].span is not None
    assert 0 < found["unsafe"].span[0] < found["unsafe"].span[1] <= len(text)


async def test_a_verdict_says_when_turns_were_left_out() -> None:
    turns = tuple(Message("user", "word " * 400) for _ in range(6))
    found = await judged(Canned([position(safe=0.99, unsafe=0.01)]), Subject("x", Stage.INPUT, turns), max_tokens=1_500)
    assert "without the first 5 turns" in found["unsafe"].message


@pytest.mark.parametrize("shares", [{"The": 0.9, "safe": 0.05}, {"s": 1.0}, {"end": 1.0}, {"safety": 0.9}])
def test_a_first_token_that_is_no_judgement_is_an_error(shares: dict[str, float]) -> None:
    with pytest.raises(MalformedAnswer):
        unsafe_probability(position(**shares))


def test_a_word_that_is_not_listed_is_as_likely_as_it_can_be() -> None:
    assert unsafe_probability(position(safe=0.9, other=0.05, more=0.02)) == pytest.approx(0.02 / 0.92)
    assert unsafe_probability(position(unsafe=0.9, other=0.05, more=0.02)) == pytest.approx(0.9 / 0.92)
    assert unsafe_probability(position(safe=0.99)) == pytest.approx(0.01)
    assert unsafe_probability(position(safe=1.0)) == 0
    assert unsafe_probability(position(un=0.6, safe=0.4)) == pytest.approx(0.6)


@pytest.mark.parametrize(
    "positions", [[], [position(n99=1.0)], [position(x=1.0)], [position(n1=1.0), position(n0=1.0)]]
)
def test_a_list_that_is_none_is_an_error(positions: list[Position]) -> None:
    with pytest.raises(MalformedAnswer):
        category_probabilities(positions, ("S1", "S2"))


def test_probabilities_are_restricted_to_the_codes_that_were_asked_for() -> None:
    found = category_probabilities([position(n1=0.3, n2=0.3, n7=0.4)], ("S1", "S2"))
    assert found == {"S1": pytest.approx(0.5), "S2": pytest.approx(0.5)}


def test_the_revision_follows_model_template_and_bound() -> None:
    backend = Canned([position(safe=1.0)])
    revisions = {
        LlamaGuard(backend).revision,
        LlamaGuard(backend, Template.of("1b")).revision,
        LlamaGuard(backend, Template.of("8b", {"S1": None})).revision,
        LlamaGuard(backend, max_tokens=2_000).revision,
    }
    assert len(revisions) == 4
