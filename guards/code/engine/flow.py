"""The flow of data through the statements of a piece of code, function by function, as far as a rule's sinks ask for it.

One forward pass over the statements, branches joined, loops taken twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .accessors import MEMBERS, carriers
from .callbacks import item_names, items_for
from .calls import handed_over, is_helper
from .control import Control
from .effects import Effects
from .functions import FUNCTIONS, decorated_parameters, is_route, parameters, promoted
from .node import Node
from .question import PART, SETTLED, Parameters, Question, State, is_kept
from .settling import Settlement
from .source import Hit
from .statements import BLOCKS, BRANCHES, HAPPENING, LOGIC, LOOPS, SWITCHES, TERNARIES
from .values import Values, handed_to

_LEAVES = frozenset({"break_expression", "break_statement", "continue_expression", "continue_statement"})
_MAX_CALL_DEPTH = 3


class Flow:
    """Of one rule on one piece of code; `reached` are the sinks that something tainted came to."""

    def __init__(
        self, asked: Question, sinks: Mapping[int, list[Hit]], leaves: Mapping[int, Sequence[Node]], depth: int = 0
    ) -> None:
        """`leaves`: what is tainted after a node, by the node's identity."""
        self._asked, self._sinks, self._leaves, self._depth = asked, sinks, leaves, depth
        self._settlement = Settlement(asked)
        self._values = Values(asked, self._settlement, self._below if depth < _MAX_CALL_DEPTH else None)
        self._effects = Effects(asked, self._settlement, self._values)
        self._control = Control(asked, self._settlement, self._values, self._effects, self._execute)
        self._course = asked.code.course(HAPPENING)
        self._seen: set[int] = set()
        self._returned = False
        self._on_the_way: set[Node] = set()
        self._live: set[Node] | None = None  # the functions to be walked; None: all
        self._helpers: set[Node] = set()  # functions whose parameters hold what their calls hand over, and no more
        self._targets: dict[int, Node] = {}  # the function that a call is of, where a sink lies in it
        self._handed: dict[Node, State] = {}
        self.reached: list[Hit] = []

    def run(self, sinks: Sequence[Node], sources: Sequence[Node], doing: Sequence[Node] = ()) -> None:
        """Walks all that has to do with the sinks, and what is `doing` something to a variable."""
        for sink in (*sinks, *doing):
            for node in (sink, *sink.within()):
                if node in self._on_the_way:
                    break
                self._on_the_way.add(node)
        self._live = self._course.functions_around(sinks)
        writers = self._course.writers()
        if writers and self._fills_fields(writers, sources):
            self._live |= writers
        self._follow_calls(self._live)
        fields: State = set()
        everything = self._live
        for _ in range(_MAX_CALL_DEPTH):
            before = {function: set(handed) for function, handed in self._handed.items()}
            state = set(fields)
            self._execute(self._asked.code.root, state)
            changed = [function for function, handed in self._handed.items() if handed != before.get(function)]
            left = {key for key in state if is_kept(key)}
            if not changed and left <= fields:
                break
            # What a later method leaves in the object is there for an earlier one, too.
            self._live = self._course.functions_around(changed) if left <= fields else everything
            fields |= left

    def _follow_calls(self, live: set[Node]) -> None:
        """Walks the callers of functions with a sink, too: what they hand over may reach it."""
        if self._asked.code.language in ("rust", "shell"):
            return
        callers, todo = self._asked.code.callers, list(live)
        for _ in range(_MAX_CALL_DEPTH):
            todo = [function for function in todo if function in callers]
            around: set[Node] = set()
            for function in todo:
                if is_helper(function, callers[function], self._asked.code.functions):
                    self._helpers.add(function)
                for call in callers[function]:
                    self._targets[id(call)] = function
                around |= self._course.functions_around(callers[function])
            todo = list(around - live)
            live |= around

    def _fills_fields(self, writers: set[Node], sources: Sequence[Node]) -> bool:
        """Whether a function that sets fields may set them to something tainted."""
        if self._asked.tainted_parameters != "no":
            return True
        around = [self._course.functions_around([source]) for source in sources]
        if any(not functions or functions & writers for functions in around):
            return True
        if not writers.isdisjoint(self._asked.code.callers):  # what a constructor is given
            return True
        return self._asked.from_requests and not writers.isdisjoint(self._asked.code.served)

    def _kids(self, node: Node) -> Sequence[Node]:
        """Those in which something happens, or a sink is."""
        if node not in self._on_the_way:
            return self._course.kids(node)
        happens = self._course.happens
        return [kid for kid in node.kids if kid in self._on_the_way or kid in happens]

    def returns_taint(self, function: Node, fields: State) -> bool:
        """Whether what `function` returns is tainted, its parameters being so or not."""
        self._execute(function, set(fields))
        return self._returned

    def _execute(self, node: Node, state: State) -> None:
        """Follows one statement or expression, changing `state` to what holds after it."""
        self._asked.code.matcher.step()
        kind = node.kind
        if kind in FUNCTIONS:
            if self._live is not None and node not in self._live:
                return
            if self._passes_by(node):
                return
            inner = set(state)
            own = parameters(node, self._asked.code.language)
            items = items_for(node, self._asked.code.language)
            free = node not in self._helpers and items is None
            if (self._asked.tainted_parameters == "yes" and free) or (
                self._asked.from_requests and is_route(node, self._asked.code.language)
            ):
                inner |= own
            inner |= decorated_parameters(node) if self._asked.from_requests else set()
            if self._asked.tainted_parameters == "joined" and free:
                inner |= {PART + name for name in own}
            inner |= self._handed.get(node, set())
            for name, field in promoted(node).items():
                inner |= {mark + field for mark in ("", PART) if mark + name in inner}
            inner |= {
                PART + name + MEMBERS for name in carriers(node, self._asked.code.language) if PART + name in inner
            }

            if items is not None and self._values.is_tainted(items, state):
                inner |= item_names(node)
            elif items is not None and self._values.is_part(items, state):
                inner |= {PART + name for name in item_names(node)}
            jumps, self._control.gotos = self._control.gotos, {}
            for kid in self._kids(node):
                self._execute(kid, inner)
            self._control.gotos = jumps
            # What a method leaves in its object is there for the others.
            state |= {key for key in inner - state if is_kept(key)}
            if kind in ("arrow_function", "lambda") and node.kids and node.kids[-1].kind not in BLOCKS:
                self._returned = self._returned or (self._depth > 0 and self._values.is_tainted(node.kids[-1], inner))
            return
        if kind in _LEAVES and self._control.leave(state):
            return
        if self._passes_by(node):
            return
        if kind in ("if_statement", "if_expression") and len(node.kids) >= 2:
            self._control.choose(node, state)
            return
        if kind in SWITCHES or node in self._course.has_cases:
            self._control.switch(node, state)
            return
        if kind in BRANCHES:
            self._control.branch(node, state)
            return
        if kind in LOOPS:
            self._control.repeat(node, self._kids(node), state)
            return
        if kind == "binary" and node.text in LOGIC and len(node.kids) == 2 and node.text != "??":
            self._execute(node.kids[0], state)
            self._execute(node.kids[1], self._control.given(node.kids[0], node.text in ("&&", "and"), state))
        elif kind in TERNARIES and len(node.kids) == 3 and self._asked.code.language != "python":
            self._execute(node.kids[0], state)
            for kid, truth in ((node.kids[1], True), (node.kids[2], False)):
                self._execute(kid, self._control.given(node.kids[0], truth, state))
        elif kind == "labeled_statement":
            self._control.land(node, state)
        elif kind == "assign" and self._asked.track in ("null", "state"):
            self._execute(node.kids[1], state)  # what is assigned to is not read
            for kid in node.kids[0].kids if node.text == "=" else node.kids[:1]:
                self._execute(kid, state)
        else:
            for kid in self._kids(node):
                self._execute(kid, state)
        if kind == "assign":
            self._effects.assign(node, state)
        elif kind == "binary" and node.text == "<<" and self._asked.code.language == "cpp":  # stream << value
            stream = node
            while stream.kind == "binary" and stream.text == "<<":
                stream = stream.kids[0]
            if self._asked.key(stream) is not None and (
                self._values.is_tainted(node.kids[1], state) or self._values.is_part(node.kids[1], state)
            ):
                state.add(str(self._asked.key(stream)))
        elif kind in ("let_condition", "match_expression") and len(node.kids) == 2:  # Rust: if let Some(x) = y
            self._effects.bind(node, state)
            if kind == "match_expression":  # now that its arms' names are known
                for kid in self._kids(node):
                    self._execute(kid, state)
        elif kind == "goto_statement" and node.kids:
            self._control.jump(node.kids[0].text, state)
        elif kind == "update_expression" and self._asked.track != "text":
            self._effects.moved(node.kids[0], state)
        elif kind == "as_pattern" and len(node.kids) == 2:  # with open(path) as file
            if self._values.is_tainted(node.kids[0], state):
                state |= {part.text for part in node.kids[1].walk() if part.kind in ("name", "as_pattern_target")}
        elif kind == "call" and id(node) not in self._sinks:  # a response is not tainted by what is written to it
            self._effects.fill(node, state)
            if self._asked.track == "text":
                self._effects.give_back(node, state)
            self._effects.validate(node, state)
        elif kind == "return_statement" and self._depth:
            self._returned = self._returned or any(self._values.is_tainted(kid, state) for kid in node.kids)
        if id(node) in self._targets and not self._depth:
            self._hand_over(node, self._targets[id(node)], state)
        if kind == "call" and self._asked.track in ("null", "state"):
            for argument in node.kids[1:]:  # who has the address may set it
                if argument.kind == "pointer_expression" and argument.text == "&":
                    state.discard(self._asked.key(argument.kids[0]) or "")
        if id(node) in self._sinks and id(node) not in self._seen and self._reaches(node, state):
            self._seen.add(id(node))
            self.reached += self._sinks[id(node)]
            key = self._asked.key(node) if self._asked.track == "null" else None
            if key is not None:
                self._settlement.settle(key, state)  # said once
        for left in self._leaves.get(id(node), ()):
            key = self._asked.key(left)
            if key is not None:
                state -= {part for part in state if part == SETTLED + key}
                state.add(key)

    def _passes_by(self, node: Node) -> bool:
        """Whether nothing in `node` could be tainted: then all that counts is what its variables are set to."""
        reach = self._asked.reach
        if reach is None or node in reach.ways or node in self._on_the_way:
            return False
        for one in self._asked.code.assigned_in(node):
            if one.text == "=" and one.kids[0].kind == "name":
                self._settlement.known[one.kids[0].text] = one.kids[1]
        return True

    def _hand_over(self, call: Node, function: Node, state: State) -> None:
        """What a call makes of the parameters of a function of this code."""
        handed = self._handed.setdefault(function, set())
        for name, argument in handed_over(call, function, self._asked.code.language):
            if self._values.is_tainted(argument, state):
                handed.add(name)
            elif self._values.is_part(argument, state):
                handed.add(PART + name)

    def _reaches(self, sink: Node, state: State) -> bool:
        """A call is reached through its arguments; what a rule's focus points at, as a whole."""
        if any(node is sink for hit in self._sinks[id(sink)] for node in hit.bindings.values()):
            return self._values.is_tainted(sink, state)
        return any(self._values.is_tainted(part, state) for part in handed_to(sink))

    def _below(self, function: Node, tainted_parameters: Parameters, fields: State) -> bool:
        flow = Flow(replace(self._asked, tainted_parameters=tainted_parameters, reach=None), {}, {}, self._depth + 1)
        flow._settlement.known |= self._settlement.known
        return flow.returns_taint(function, fields)
