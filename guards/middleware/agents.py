"""The OpenAI Agents SDK: guardrails for an agent's input and its output, ``Agent(input_guardrails=[input_guardrail()])``."""

from __future__ import annotations

from typing import Any

from agents import Agent, GuardrailFunctionOutput, InputGuardrail, OutputGuardrail, RunContextWrapper

from ..answer import told
from ..corral import Corral
from ..dialects.responses import Responses
from ..subjects import subjects_of
from ..types import Stage, Subject, Verdict


def input_guardrail(corral: Corral | None = None) -> InputGuardrail[Any]:
    """Trips where the policy blocks what an agent is asked; the model is asked only after it was judged.

    The interface can change nothing, so that a redaction trips as well. `output_info` is what the policy tells of the
    verdict. An item that nothing here can judge raises `UnsupportedInput`.
    """
    own = corral if corral is not None else Corral()

    async def judged(context: RunContextWrapper[Any], agent: Agent[Any], given: Any) -> GuardrailFunctionOutput:
        items = given if isinstance(given, str) else [dict(item) for item in given]
        asked = Responses().read({"model": "agent", "input": items}, own.policy)
        subjects = subjects_of(asked.exchange, own.policy)
        return _output(own, await own.pipeline.judge_subjects(subjects, own.policy))

    return InputGuardrail(guardrail_function=judged, name="corral", run_in_parallel=False)


def output_guardrail(corral: Corral | None = None) -> OutputGuardrail[Any]:
    """Trips where the policy blocks an agent's final output; a typed output is judged as its JSON.

    The SDK runs output guardrails on what is final: what `Runner.run_streamed` has shown by then was not judged. Give the
    agent a guarded client (`guards.middleware.clients`) where its words are streamed.
    """
    own = corral if corral is not None else Corral()

    async def judged(context: RunContextWrapper[Any], agent: Agent[Any], output: Any) -> GuardrailFunctionOutput:
        text = output if isinstance(output, str) else _json(output)
        subjects = [Subject(text, Stage.OUTPUT)]
        return _output(own, await own.pipeline.judge_subjects(subjects, own.policy))

    return OutputGuardrail(guardrail_function=judged, name="corral")


def _output(corral: Corral, verdict: Verdict) -> GuardrailFunctionOutput:
    return GuardrailFunctionOutput(output_info=told(verdict, corral.policy), tripwire_triggered=not verdict.allowed)


def _json(output: Any) -> str:
    from pydantic import TypeAdapter

    return TypeAdapter(type(output)).dump_json(output).decode()
