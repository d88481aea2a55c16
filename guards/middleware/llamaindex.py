"""LlamaIndex: retrieved nodes judged as documents, before a model reads them.

    index.as_query_engine(node_postprocessors=[CorralPostprocessor()])

Prompts and answers are judged where they leave: give LlamaIndex's OpenAI-like models a guarded client
(`guards.middleware.clients`), or ask the proxy.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.schema import MetadataMode, NodeWithScore, QueryBundle

from ..corral import Corral
from ..errors import Blocked
from ..policy import redact
from ..types import Action, Reason, Stage, Subject, Verdict

log = logging.getLogger("corral.llamaindex")


class CorralPostprocessor(BaseNodePostprocessor):  # type: ignore[misc]
    """Takes out nodes that the policy blocks and text that it redacts; the query is judged as a user's words.

    Raises, where the query is stopped:
        Blocked: with the verdict.
    """

    _corral: Corral = PrivateAttr()

    def __init__(self, corral: Corral | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._corral = corral if corral is not None else Corral()

    def _postprocess_nodes(
        self, nodes: list[NodeWithScore], query_bundle: QueryBundle | None = None
    ) -> list[NodeWithScore]:
        subjects = _subjects(nodes, query_bundle)
        return self._kept(nodes, self._corral.judge(subjects))

    async def _apostprocess_nodes(
        self, nodes: list[NodeWithScore], query_bundle: QueryBundle | None = None
    ) -> list[NodeWithScore]:
        subjects = _subjects(nodes, query_bundle)
        return self._kept(nodes, await self._corral.ajudge(subjects))

    def _kept(self, nodes: Sequence[NodeWithScore], verdict: Verdict) -> list[NodeWithScore]:
        by_index: dict[int | None, list[Reason]] = {}
        for reason in verdict.reasons:
            by_index.setdefault(reason.index, []).append(reason)
        monitors = self._corral.policy.mode == "monitor"
        if not monitors and any(one.action in (Action.BLOCK, Action.REDACT) for one in by_index.get(len(nodes), ())):
            raise Blocked(self._corral.policy.blocked.message, verdict)
        kept = []
        for number, node in enumerate(nodes):
            reasons = [] if monitors else by_index.get(number, [])
            if any(one.action is Action.BLOCK for one in reasons):
                log.warning("a retrieved node was left out: %s", "; ".join(one.text for one in reasons))
                continue
            text = node.node.get_content(metadata_mode=MetadataMode.LLM)
            if (shown := redact(text, reasons)) != text:
                node = node.model_copy(update={"node": node.node.model_copy(deep=True)})
                node.node.excluded_llm_metadata_keys = list(node.node.metadata)  # it stands in the text by now
                node.node.set_content(shown)
            kept.append(node)
        return kept


def _subjects(nodes: Sequence[NodeWithScore], query: QueryBundle | None) -> list[Subject]:
    """The nodes as a model will read them, metadata included, and the query after them."""
    found = [
        Subject(node.node.get_content(metadata_mode=MetadataMode.LLM), Stage.DOCUMENT, index=number)
        for number, node in enumerate(nodes)
    ]
    return [*found, Subject(query.query_str, Stage.INPUT, index=len(nodes))] if query is not None else found
