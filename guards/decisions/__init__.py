"""The decision log's row: one JSON line a verdict, with all that is needed to judge it again, and no word of any text.

A row keeps each guard's scores and rules, folded over the parts that it judged: of many windows or turns the highest
score of a label counts, as it does in a verdict. So ``judge(policy, decision.verdict.reports)`` says what another policy
had done, without a model. The messages of rules may quote the code that they matched and are left out, as are rewrites.
"""

from .compact import compact
from .read import decision_from_json, decision_from_line, read_decisions
from .row import OUTCOMES, Decision, Outcome, Seen
from .write import VERSION, decision_json, decision_line

__all__ = [
    "OUTCOMES",
    "VERSION",
    "Decision",
    "Outcome",
    "Seen",
    "compact",
    "decision_from_json",
    "decision_from_line",
    "decision_json",
    "decision_line",
    "read_decisions",
]
