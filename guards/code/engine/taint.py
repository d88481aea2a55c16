"""Data flow inside one function: does what a user controls reach a dangerous call without being made safe?

One forward pass over the statements, branches joined, loops taken twice. A variable is tainted while its last
assignment was. An unknown call passes on what it is given, a comparison or a conversion to a number does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from . import containers
from .calls import handed_over, is_helper
from .conditions import Conditions, Strength
from .constants import truth, value_of
from .formula import NOWHERE, Code, Formula, Hit
from .functions import FUNCTIONS, decorated_parameters, is_number_type, is_route, parameters
from .node import Node
from .tracks import BOUNDING_CALLS, Track, settled

_BRANCHES = frozenset({
    "if_statement", "switch_statement", "switch_expression", "try_statement", "match_statement", "if_expression",
    "expression_switch_statement", "try_with_resources_statement",
    "match_block", "switch_block", "switch_body",
})  # fmt: skip
_LOOPS = frozenset({
    "do_statement", "enhanced_for_statement", "for_in_statement", "for_range_loop", "for_statement",
    "foreach_statement", "while_statement",
})  # fmt: skip
_BLOCKS = frozenset({
    "block", "compound_statement", "statement_block", "else_clause", "elif_clause", "catch_clause",
    "except_clause", "finally_clause", "else_if_clause", "class_body", "case_clause", "case_statement", "communication_case",
    "default_case", "default_statement", "expression_case", "match_arm", "switch_block_statement_group", "switch_case",
    "switch_default", "switch_rule", "switch_section",
})  # fmt: skip
_LOGIC = frozenset({"&&", "||", "and", "or", "??"})
_COMPARISONS = frozenset({"==", "!=", "===", "!==", "<", ">", "<=", ">=", "instanceof"})
# Conversions to numbers, and questions about a value: what comes out can't carry an attack.
_CLEAN_CALLS = frozenset({
    "Number", "abs", "atof", "atoi", "atol", "bool", "boolval", "count", "doubleval", "equals", "equalsIgnoreCase",
    "float", "floatval", "hashCode", "indexOf", "int", "intval", "isEmpty", "is_int", "is_numeric", "isinstance", "len",
    "length", "parseDouble", "parseFloat", "parseInt", "parseLong", "round", "size", "sizeof", "startsWith",
    "startswith", "strcmp", "strlen", "strncmp", "strtol", "strtoul",
})  # fmt: skip
# Calls that put what they are given into the thing that they are called on, or into their first argument.
_FILLS_RECEIVER = frozenset({
    "add", "addAll", "append", "AppendFormat", "Append", "Add", "concat", "extend", "insert", "offer", "push", "put",
    "set", "setdefault", "unshift", "update", "WriteString",
})  # fmt: skip
_FILLS_FIRST = frozenset(
    {
        "memcpy",
        "memmove",
        "snprintf",
        "sprintf",
        "strcat",
        "strcpy",
        "strncat",
        "strncpy",
        "vsprintf",
        "sscanf",
        "strlcpy",
    }
)


_TERNARIES = frozenset({"ternary_expression", "conditional_expression", "conditional_expr"})

# Statements after which the next one is not reached, and calls that never come back.
_EXITS = frozenset({
    "break_statement", "continue_statement", "exit_statement", "goto_statement", "raise_statement", "return_statement",
    "throw_expression", "throw_statement",
})  # fmt: skip
_EXIT_CALLS = frozenset({
    "Exit", "Fatal", "Fatalf", "Fatalln", "_exit", "abort", "die", "exit", "notFound", "panic", "quit", "redirect_and_exit", "wp_die",
})  # fmt: skip
_SEQUENCES = frozenset(
    {"block", "colon_block", "compound_statement", "else_clause", "statement_block", "statement_list"}
)
_CASES = frozenset({
    "case_clause", "case_statement", "communication_case", "default_case", "default_statement", "expression_case", "match_arm",
    "switch_block_statement_group", "switch_case", "switch_default", "switch_expression_arm", "switch_rule", "switch_section",
})  # fmt: skip
_SWITCHES = frozenset({"expression_switch_statement", "match_statement", "switch_expression", "switch_statement"})
_LITERAL_MAPS = frozenset({"array_creation_expression", "composite_literal", "dictionary", "object", "list", "array"})
# Calls made for the exception that they raise.
_VALIDATES = re.compile(
    r"^_?(validate|ensure|assert|sanitize|require_valid|check_(path|url|name|host|table|column))", re.IGNORECASE
)
_CONVERTS = frozenset({"int", "float", "UUID", "ip_address", "relative_to", "settype"})
_CLEANS = re.compile(r"^_?(sanitize|sanitise|purify|escape|html_?(escape|encode))|DOMPurify$", re.IGNORECASE)
_OWN_FIELDS = ("self.", "this.", "$this->")
_TYPED = frozenset({"csharp", "java"})  # a method's name tells well enough which one is called
_MAX_CALL_DEPTH = 3
_MAX_LOOPS = 3  # loops in loops that are walked twice: each doubles the work
_HAPPENING = _BRANCHES | _LOOPS | _SWITCHES | _EXITS | {
    "case_statement", "delete_expression", "if_expression", "update_expression",
}  # fmt: skip
_SETTLED = "\0settled:"

_QUOTES = 5  # f"{}"
_PART = "\0part:"  # a parameter that counts once something is put together with it
_JOINS = frozenset(
    {
        "Join",
        "Sprintf",
        "snprintf",
        "strcat",
        "strncat",
        "concat",
        "format",
        "join",
        "joinpath",
        "resolve",
        "sprintf",
        "implode",
        "vsprintf",
    }
)

State = set[str]
Parameters = Literal["no", "joined", "yes"]


@dataclass(frozen=True, slots=True)
class TaintFormula:
    """Where data comes from, where it must not arrive, and what makes it safe."""

    sources: Formula
    sinks: Formula
    sanitizers: Formula | None
    tainted_parameters: Parameters
    from_requests: bool  # its sources are requests, so what a framework takes from them counts, too
    settling: frozenset[Strength]  # how good a check must be to count
    track: Track = "text"
    side_effects: Formula | None = None  # what they name is tainted from then on: ``free(p)``, ``scanf("%d", &n)``

    def literals(self) -> frozenset[str] | None:
        """Words of which at least one stands in every code that matches; None: there are none to look for."""
        words = self.sinks.literals()
        if words is not None or self.tainted_parameters != "no" or self.from_requests:
            return words
        found = [part.literals() for part in (self.sources, self.side_effects) if part not in (None, NOWHERE)]
        return None if None in found else frozenset().union(*(words for words in found if words))

    def find(self, code: Code) -> list[Hit]:
        """The sinks that something tainted reaches."""
        sinks = self.sinks.find(code)
        if not sinks:
            return []
        found = self.sources.find(code)
        sources = {id(hit.first) for hit in found}
        effects = self.side_effects.find(code) if self.side_effects is not None else []
        asks = self.tainted_parameters != "no" or (self.from_requests and _is_served(code))
        if not found and not effects and not asks:
            return []
        clean = {id(node) for hit in self.sanitizers.find(code) for node in _covered(hit)} if self.sanitizers else set()
        by_node: dict[int, list[Hit]] = {}
        for hit in sinks:
            by_node.setdefault(id(hit.first), []).append(hit)
        flow = _Flow(
            code, sources, clean, by_node, self.tainted_parameters, self.from_requests, self.settling, self.track
        )
        doing = []
        for hit in effects:
            doing.append(_done_by(hit.first))
            flow.leaves.setdefault(id(doing[-1]), []).append(hit.first)
        flow.run([hit.first for hit in sinks], [hit.first for hit in found], doing)
        return flow.reached


def _is_served(code: Code) -> bool:
    """Whether a framework fills some function's parameters from requests; PHP's exec fills its second argument."""
    return bool(code.served) or (code.language == "php" and "exec" in code.words)


def _covered(hit: Hit) -> Iterator[Node]:
    """Every node of a place that was found, from its first statement to its last."""
    if hit.first is hit.last or hit.first.parent is None:
        yield from hit.first.walk()
        return
    for sibling in hit.first.parent.kids:
        if hit.start <= sibling.start and sibling.end <= hit.end:
            yield from sibling.walk()


def _done_by(node: Node) -> Node:
    """What has been done when `node` is tainted: the call that it is handed to, or the statement that it stands in."""
    if node.parent is not None and node.parent.kind == "declaration":
        return node.parent
    for above in node.within():
        if above.kind in ("call", "delete_expression"):
            return above
        if above.kind not in ("pointer_expression", "member", "index", "cast_expression"):
            return above
    return node


class _Flow:
    def __init__(
        self,
        code: Code,
        sources: set[int],
        clean: set[int],
        sinks: Mapping[int, list[Hit]],
        tainted_parameters: Parameters,
        from_requests: bool,
        settling: frozenset[Strength],
        track: Track,
        depth: int = 0,
    ) -> None:
        self._code, self._sources, self._clean, self._sinks = code, sources, clean, sinks
        self._tainted_parameters, self._settling, self._depth = tainted_parameters, settling, depth
        self._from_requests, self._track = from_requests, track
        self.leaves: dict[int, list[Node]] = {}
        self._gotos: dict[str, list[State]] = {}
        self._seen: set[int] = set()
        self._known: dict[str, Node] = {}
        self._origins: dict[str, frozenset[str]] = {}
        self._conditions = Conditions(code.text, self._key, self._known)
        self._returns: dict[str, tuple[bool, bool]] = {}
        self._returned = False
        self._course = code.course(_HAPPENING)
        self._on_the_way: set[Node] = set()
        self._live: set[Node] | None = None  # the functions to be walked; None: all
        self._loops = 0
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
        for _ in range(_MAX_CALL_DEPTH):
            before = {function: set(handed) for function, handed in self._handed.items()}
            self._execute(self._code.root, set())
            changed = [function for function, handed in self._handed.items() if handed != before.get(function)]
            if not changed:
                break
            self._live = self._course.functions_around(changed)

    def _follow_calls(self, live: set[Node]) -> None:
        """Walks the callers of functions with a sink, too: what they hand over may reach it."""
        if self._code.language in ("rust", "shell"):
            return
        callers, todo = self._code.callers, list(live)
        for _ in range(_MAX_CALL_DEPTH):
            todo = [function for function in todo if function in callers]
            around: set[Node] = set()
            for function in todo:
                if is_helper(function, callers[function], self._code.functions):
                    self._helpers.add(function)
                for call in callers[function]:
                    self._targets[id(call)] = function
                around |= self._course.functions_around(callers[function])
            todo = list(around - live)
            live |= around

    def _fills_fields(self, writers: set[Node], sources: Sequence[Node]) -> bool:
        """Whether a function that sets fields may set them to something tainted."""
        if self._tainted_parameters != "no":
            return True
        around = [self._course.functions_around([source]) for source in sources]
        if any(not functions or functions & writers for functions in around):
            return True
        return self._from_requests and not writers.isdisjoint(self._code.served)

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
        self._code.matcher.step()
        kind = node.kind
        if kind in FUNCTIONS:
            if self._live is not None and node not in self._live:
                return
            inner = set(state)
            own = parameters(node, self._code.language)
            free = node not in self._helpers
            if (self._tainted_parameters == "yes" and free) or (
                self._from_requests and is_route(node, self._code.language)
            ):
                inner |= own
            inner |= decorated_parameters(node) if self._from_requests else set()
            if self._tainted_parameters == "joined" and free:
                inner |= {_PART + name for name in own}
            inner |= self._handed.get(node, set())
            jumps, self._gotos = self._gotos, {}
            for kid in self._kids(node):
                self._execute(kid, inner)
            self._gotos = jumps
            # What a method leaves in its object is there for the others.
            state |= {key for key in inner if key.startswith(_OWN_FIELDS)}
            if kind in ("arrow_function", "lambda") and node.kids and node.kids[-1].kind not in _BLOCKS:
                self._returned = self._returned or (self._depth > 0 and self._is_tainted(node.kids[-1], inner))
            return
        if kind in ("if_statement", "if_expression") and len(node.kids) >= 2:
            self._if(node, state)
            return
        if kind in _SWITCHES or node in self._course.has_cases:
            self._switch(node, state)
            return
        if kind in _BRANCHES:
            self._branch(node, state)
            return
        if kind in _LOOPS:
            self._loop(node, state)
            return
        if kind == "binary" and node.text in _LOGIC and len(node.kids) == 2 and node.text != "??":
            self._execute(node.kids[0], state)
            self._execute(node.kids[1], self._given(node.kids[0], node.text in ("&&", "and"), state))
        elif kind in _TERNARIES and len(node.kids) == 3 and self._code.language != "python":
            self._execute(node.kids[0], state)
            for kid, truth in ((node.kids[1], True), (node.kids[2], False)):
                self._execute(kid, self._given(node.kids[0], truth, state))
        elif kind == "labeled_statement":
            self._label(node, state)
        elif kind == "assign" and self._track in ("null", "state"):
            self._execute(node.kids[1], state)  # what is assigned to is not read
            for kid in node.kids[0].kids if node.text == "=" else node.kids[:1]:
                self._execute(kid, state)
        else:
            for kid in self._kids(node):
                self._execute(kid, state)
        if kind == "assign":
            self._assign(node, state)
        elif kind == "binary" and node.text == "<<" and self._code.language == "cpp":  # stream << value
            stream = node
            while stream.kind == "binary" and stream.text == "<<":
                stream = stream.kids[0]
            if self._key(stream) is not None and (
                self._is_tainted(node.kids[1], state) or self._is_part(node.kids[1], state)
            ):
                state.add(str(self._key(stream)))
        elif kind == "goto_statement" and node.kids:
            self._gotos.setdefault(node.kids[0].text, []).append(set(state))
        elif kind == "update_expression" and self._track != "text":
            self._moved(node.kids[0], state)
        elif kind == "as_pattern" and len(node.kids) == 2:  # with open(path) as file
            if self._is_tainted(node.kids[0], state):
                state |= {part.text for part in node.kids[1].walk() if part.kind in ("name", "as_pattern_target")}
        elif kind == "call" and id(node) not in self._sinks:  # a response is not tainted by what is written to it
            self._fill(node, state)
            self._validate(node, state)
        elif kind == "return_statement" and self._depth:
            self._returned = self._returned or any(self._is_tainted(kid, state) for kid in node.kids)
        if id(node) in self._targets and not self._depth:
            self._hand_over(node, self._targets[id(node)], state)
        if kind == "call" and self._track in ("null", "state"):
            for argument in node.kids[1:]:  # who has the address may set it
                if argument.kind == "pointer_expression" and argument.text == "&":
                    state.discard(self._key(argument.kids[0]) or "")
        if id(node) in self._sinks and id(node) not in self._seen and self._reaches(node, state):
            self._seen.add(id(node))
            self.reached += self._sinks[id(node)]
        for left in self.leaves.get(id(node), ()):
            key = self._key(left)
            if key is not None:
                state -= {part for part in state if part == _SETTLED + key}
                state.add(key)

    def _hand_over(self, call: Node, function: Node, state: State) -> None:
        """What a call makes of the parameters of a function of this code."""
        handed = self._handed.setdefault(function, set())
        for name, argument in handed_over(call, function, self._code.language):
            if self._is_tainted(argument, state):
                handed.add(name)
            elif self._is_part(argument, state):
                handed.add(_PART + name)

    def _label(self, node: Node, state: State) -> None:
        """A place that is jumped to: what held at the jumps holds here, too."""
        jumps = self._gotos.get(node.kids[0].text, [])
        before = _previous(node)
        if jumps:
            _join(state, [*jumps, *([] if before is not None and _exits(before) else [set(state)])])
        for kid in node.kids[1:]:
            self._execute(kid, state)

    def _moved(self, place: Node, state: State) -> None:
        """``i++``: what was known of ``a[i]`` was known of another item."""
        name = self._key(place)
        if name is not None:
            word = re.compile(rf"\b{re.escape(name)}\b")
            state -= {part for part in state if part != name and word.search(part) and "[" in part}

    def _if(self, node: Node, state: State) -> None:
        kids = node.kids
        body_at = 1
        if self._code.language == "go":  # if err := f(); err != nil { ... }
            body_at = next((at for at, kid in enumerate(kids) if kid.kind == "block"), 1)
            for kid in kids[: body_at - 1]:
                self._execute(kid, state)
        after: list[State] = []
        clauses = [(kids[body_at - 1], kids[body_at])]
        rest = kids[body_at + 1 :]
        while rest and rest[0].kind in ("elif_clause", "else_if_clause") and len(rest[0].kids) >= 2:
            clauses.append((rest[0].kids[0], rest[0].kids[1]))
            rest = rest[1:]
        left = state
        for condition, body in clauses:
            self._execute(condition, left)
            known = truth(condition, self._code.constants)
            yes, no = self._given(condition, True, left), self._given(condition, False, left)
            if known is not False:
                self._execute(body, yes)
                if not _exits(body):
                    after.append(yes)
            left = no
            if known:
                break
        else:
            for other in rest[:1]:
                self._execute(other, left)
            if not (rest and _exits(rest[0])):
                after.append(left)
        _join(state, after or [left])

    def _switch(self, node: Node, state: State) -> None:
        asked = node.kids[0]
        self._execute(asked, state)
        blocks = [node, *(kid for kid in node.kids[1:] if kid.kind not in _CASES)]
        cases = [kid for block in blocks for kid in block.kids if kid.kind in _CASES]
        chosen = value_of(asked, self._code.constants)
        if chosen is not None:
            cases = self._chosen(cases, chosen)
        after: list[State] = []
        has_default = chosen is not None and bool(cases)
        falls: State | None = None  # what holds where the case before has no break
        for case in cases:
            own = set(state)
            labels = _labels(case)
            if labels and all(label.kind in ("string", "character_literal", "char_literal") for label in labels):
                for name in self._conditions.names(asked):
                    self._settle(name, own)
            if falls is not None:
                _join(own, [set(own), falls])
            text = self._code.text(case)
            has_default = has_default or "default" in text[:12] or text.startswith(("case _", "_ ", "_=>"))
            self._execute(case, own)
            leaves = any(_exits(kid) for kid in case.kids)
            falls = own if not leaves and self._code.language not in ("go", "python", "rust") else None
            if not any(_exits(kid) and kid.kind != "break_statement" for kid in case.kids):
                after.append(own)
        if not has_default or not after:
            after.append(state)
        _join(state, after)

    def _chosen(self, cases: list[Node], value: float | str) -> list[Node]:
        """The cases that run where the value asked about is known, those without a break fallen through."""
        begin = next(
            (at for at, case in enumerate(cases) if any(value_of(label, {}) == value for label in _labels(case))), None
        )
        if begin is None:
            begin = next((at for at, case in enumerate(cases) if not _labels(case)), len(cases))
        end = begin
        while end < len(cases) and not any(_exits(kid) for kid in cases[end].kids):
            end += 1
        return cases[begin : end + 1]

    def _branch(self, node: Node, state: State) -> None:
        """The parts of a try, or of anything else of which one or more may run."""
        blocks = [kid for kid in node.kids if kid.kind in _BLOCKS or kid.kind in _BRANCHES or kid.kind in _LOOPS]
        for kid in node.kids:
            if kid not in blocks:
                self._execute(kid, state)
        if node.kind not in ("try_statement", "try_with_resources_statement"):
            after = [state]
            for block in blocks:
                own = set(state)
                self._execute(block, own)
                after.append(own)
            _join(state, after)
            return
        before = set(state)
        after = []
        for number, block in enumerate(blocks):
            if block.kind in ("else_clause", "finally_clause"):
                _join(state, after or [state])
                self._execute(block, state)
                after = [set(state)]
                continue
            own = set(before)
            self._execute(block, own)
            body = block.kids[-1] if block.kids and number else block
            if not _exits(body):
                after.append(own)
            if number == 0:
                _join(before, [before, own])
        _join(state, after or [before])

    def _loop(self, node: Node, state: State) -> None:
        before = set(state)
        kids = self._kids(node)
        counts = self._track != "text" and node.kind == "for_statement" and len(node.kids) == 4
        if counts:  # begin; condition; step; body
            self._execute(node.kids[0], state)
            before = set(state)
            kids = [node.kids[1], node.kids[3], node.kids[2]]
        self._loops += 1
        for _ in range(2 if self._loops <= _MAX_LOOPS else 1):
            self._loop_variable(node, state)
            if node.kind == "while_statement" and node.kids:
                self._settle_by(node.kids[0], True, state)
            for at, kid in enumerate(kids):
                self._execute(kid, state)
                if counts and at == 0:
                    self._count_up(kid, state)
                    self._settle_by(kid, True, state)
        self._loops -= 1
        _join(state, [before, set(state)])
        if node.kind == "while_statement" and node.kids:
            self._settle_by(node.kids[0], False, state)

    def _count_up(self, condition: Node, state: State) -> None:
        """``for (i = 0; i < n; i++)``: an index that runs as far as a number from outside is one itself."""
        if self._track == "number" and condition.kind == "binary" and condition.text in ("<", "<=", "!="):
            counter = self._key(condition.kids[0])
            if counter is not None and self._is_tainted(condition.kids[1], state):
                state.add(counter)

    def _given(self, condition: Node, truth: bool, state: State) -> State:
        own = set(state)
        self._settle_by(condition, truth, own)
        return own

    def _settle_by(self, condition: Node, truth: bool, state: State) -> None:
        if self._track != "text":
            tainted = lambda node: self._is_tainted(node, state)  # noqa: E731
            for name in settled(self._track, condition, truth, self._key, tainted, self._code.text):
                self._settle(name, state)
            return
        for name, strength in self._conditions.settled(condition, truth).items():
            if strength in self._settling:
                self._settle(name, state)

    def _settle(self, name: str, state: State) -> None:
        todo, done = [name], set[str]()
        while todo:
            one = todo.pop()
            if one not in done:
                done.add(one)
                state -= {one, _PART + one}
                containers.forget(state, one)
                state.add(_SETTLED + one)
                todo += self._origins.get(one, ())
        # What was made of settled values alone before is settled, too.
        for made, origins in self._origins.items():
            if made in state and origins and all(_SETTLED + origin in state for origin in origins):
                state.discard(made)

    def _validate(self, call: Node, state: State) -> None:
        """A call made for its exception: ``validate_name(name)``, ``int(number)``."""
        if call.parent is None or call.parent.kind not in (*_SEQUENCES, "program", "module", "await_expression"):
            return
        callee = call.kids[0]
        name = callee.kids[1].text if callee.kind == "member" else callee.text
        if (name in _CONVERTS and "string" not in self._code.text(call)) or _VALIDATES.match(name):
            asked = [callee.kids[0]] if name == "relative_to" and callee.kind == "member" else call.kids[1:]
            for argument in asked:
                for key in self._conditions.names(argument):
                    self._settle(key, state)

    def _loop_variable(self, loop: Node, state: State) -> None:
        """What a loop over a list or map takes out of it is as tainted as that is."""
        ranged = next((kid for kid in loop.kids if kid.kind == "range_clause"), None)
        named = [kid for kid in loop.kids if kid.kind not in _BLOCKS] if ranged is None else ranged.kids
        if ranged is None and len(named) == len(loop.kids):
            named = named[:-1]  # a body of one statement, without braces
        if loop.kind == "for_statement" and self._code.language in ("c", "cpp", "javascript", "java", "csharp", "php"):
            return
        if len(named) < 2:
            return
        over = named[0] if self._code.language == "php" else named[-1]
        targets = named[1:] if self._code.language == "php" else named[:-1]
        if self._code.language in ("c", "cpp", "csharp", "java"):
            targets = targets[-1:]  # its type stands before it
        names = {part.text for target in targets for part in target.walk() if part.kind == "name"}
        if self._is_tainted(over, state):
            state |= names
        elif self._is_part(over, state):
            state |= {_PART + name for name in names}

    def _assign(self, node: Node, state: State) -> None:
        target, value = node.kids
        tainted = self._is_tainted(value, state)
        if self._code.language == "php" and node.text in ("+=", "-=", "*=", "/=", "%="):
            tainted = False  # it is a number now
        for place in _targets(target):
            key = self._key(place)
            if key is None:
                continue
            state -= {part for part in state if part.startswith(_SETTLED + key)}
            if self._track != "text":
                self._moved(place, state)
            if tainted:
                state.add(key)
                if place.kind in ("index", "member"):
                    base = self._key(place.kids[0])
                    if base is not None and place.kind == "index":
                        state.add(base)
            elif self._is_part(value, state):
                state.add(_PART + key)
                state.discard(key)
            elif node.text == "=" or (self._code.language == "php" and node.text in ("+=", "-=", "*=", "/=", "%=")):
                state -= {key, _PART + key}
            if place.kind == "name" and node.text == "=":
                self._known[key] = value
                self._origins[key] = frozenset(self._conditions.names(value)) - {key}
                containers.forget(state, key)
                if value.kind == "new" and len(value.kids) == 1 and "List" in self._code.text(value):
                    containers.begin_list(state, key)

    def _fill_part(self, receiver: Node, name: str, arguments: list[Node], state: State) -> bool:
        """A map or list whose parts are told apart; False where the call is none of that."""
        if receiver.kind != "name" or not arguments:
            return False
        last = self._is_tainted(arguments[-1], state)
        if name in ("put", "setProperty") and len(arguments) == 2 and arguments[0].kind == "string":
            containers.put(state, receiver.text, arguments[0].text, last)
            return True
        if name == "add" and len(arguments) == 1:
            return containers.append(state, receiver.text, last)
        if name == "remove" and arguments[0].text.isdigit():
            return containers.remove(state, receiver.text, int(arguments[0].text))
        return False

    def _part(self, callee: Node, arguments: list[Node], state: State) -> bool | None:
        """Whether what is taken from a map or list is tainted; None where its parts are not told apart."""
        if callee.kind != "member" or callee.kids[0].kind != "name" or not arguments:
            return None
        receiver, key = callee.kids[0].text, arguments[0]
        if callee.kids[1].text not in ("get", "getProperty", "getOrDefault") or id(callee.kids[0]) in self._sources:
            return None
        if key.kind == "string":
            return containers.holds(state, receiver, key.text)
        return containers.item(state, receiver, int(key.text)) if key.text.isdigit() else None

    def _fill(self, call: Node, state: State) -> None:
        callee, *arguments = call.kids
        name = callee.kids[1].text if callee.kind == "member" else callee.text
        if callee.kind == "member" and self._fill_part(callee.kids[0], name, arguments, state):
            return
        if name == "exec" and len(arguments) > 1 and self._code.language == "php" and self._from_requests:
            state.add(arguments[1].text)  # the lines that the program wrote
        if name == "realpath" and len(arguments) == 2 and self._key(arguments[1]):
            place = str(self._key(arguments[1]))
            self._origins[place] = frozenset(self._conditions.names(arguments[0]))
            if self._is_tainted(arguments[0], state):
                state.add(place)
            return
        if name in ("sprintf", "snprintf") and len(arguments) > 1:
            at = 1 if name == "sprintf" else 2
            if arguments[at:] and arguments[at].kind == "string":
                arguments = [arguments[0], *_text_arguments(arguments[at:])]
        if name in _FILLS_FIRST and any(self._is_part(argument, state) for argument in arguments[1:]):
            key = self._key(arguments[0])
            if key is not None:
                state.add(key if name in _JOINS else _PART + key)
        if not any(self._is_tainted(argument, state) for argument in arguments):
            return
        if callee.kind == "member" and name in _FILLS_RECEIVER:
            key = self._key(_root(callee.kids[0]))
            if key is not None:
                state.add(key)
        elif name in _FILLS_FIRST and arguments and any(self._is_tainted(part, state) for part in arguments[1:]):
            key = self._key(arguments[0])
            if key is not None:
                state.add(key)

    def _reaches(self, sink: Node, state: State) -> bool:
        """A call is reached through its arguments; what a rule's focus points at, as a whole."""
        if any(node is sink for hit in self._sinks[id(sink)] for node in hit.bindings.values()):
            return self._is_tainted(sink, state)
        if sink.kind in ("call", "new"):
            receiver = sink.kids[0].kids[:1] if sink.kids[0].kind == "member" else []
            return any(self._is_tainted(part, state) for part in [*sink.kids[1:], *receiver])
        if sink.kind == "assign":
            return self._is_tainted(sink.kids[1], state)
        return self._is_tainted(sink, state)

    def _is_tainted(self, node: Node, state: State) -> bool:
        self._code.matcher.step()
        if id(node) in self._clean:
            return False
        kind = node.kind
        if kind in ("name", "member", "index", "call"):
            key = self._key(node) if kind != "call" else None
            if key is not None and _SETTLED + key in state:
                return False
            if id(node) in self._sources:
                return True
            if self._track in ("null", "state"):
                return key is not None and key in state
            if kind == "name":
                return node.text in state or containers.any_part(state, node.text)
            if kind == "call":
                return self._is_call_tainted(node, state)
            if key is not None and key in state:
                return True
            if kind == "member" and node.kids[1].text in ("length", "size", "Length"):
                return False
            return self._is_tainted(node.kids[0], state)
        if id(node) in self._sources:
            return True
        if (kind == "binary" and node.text in _COMPARISONS) or kind in ("comparison_operator", "not_operator"):
            return False
        if self._track == "number" and kind == "binary" and node.text in ("%", "&"):
            return False  # no larger than what stands on the right
        if kind in _TERNARIES and len(node.kids) == 3:
            return self._ternary(node, state)
        if kind in FUNCTIONS:
            return False
        if kind in ("binary", "interpolated") and node.text not in _LOGIC and self._joins(node.kids, state):
            return True
        if kind == "match_expression":  # PHP: what it is asked about is not what it gives
            return any(self._is_tainted(arm.kids[-1], state) for part in node.kids[1:] for arm in part.kids if arm.kids)
        if kind in ("list_comprehension", "generator_expression", "set_comprehension") and self._is_filtered(node):
            return False
        if (
            self._track == "text"
            and kind == "cast_expression"
            and node.kids
            and is_number_type(_cast(self._code.text(node)))
        ):
            return False
        if kind in ("assign", "keyword"):
            return self._is_tainted(node.kids[1], state)
        return any(self._is_tainted(kid, state) for kid in node.kids)

    def _is_call_tainted(self, node: Node, state: State) -> bool:
        callee = node.kids[0]
        name = callee.kids[1].text if callee.kind == "member" else callee.text
        if name in (_CLEAN_CALLS if self._track == "text" else BOUNDING_CALLS) or _CLEANS.match(name):
            return False
        part = self._part(callee, node.kids[1:], state)
        if part is not None:
            return part
        receiver = callee.kids[:1] if callee.kind == "member" else []
        arguments = node.kids[1:]
        if name in ("get", "Get") and receiver and self._is_literal_map(receiver[0]):
            arguments = arguments[1:]  # what is looked up is not what is found
        kept = arguments[-1] if name == "filter" and arguments else None
        if (
            kept is not None
            and kept.kind == "arrow_function"
            and kept.kids
            and self._conditions.settled(kept.kids[-1], True)
        ):
            return False
        if name == "sprintf" and arguments and arguments[0].kind == "string":
            arguments = _text_arguments(arguments)
        tainted = any(self._is_tainted(part, state) for part in [*arguments, *receiver])
        if name in _JOINS and self._joins([*arguments, *receiver], state):
            return True
        if callee.kind == "name" or (receiver and receiver[0].text in ("self", "this", "$this")):
            passes, makes = self._summary(name, state)
            return makes or (tainted and passes)
        known = bool(receiver) and receiver[0].kind in ("name", "new") and self._code.functions.get(name) is not None
        if known and (not tainted or (self._code.language in _TYPED and not self._is_tainted(receiver[0], state))):
            passes, makes = self._summary(name, state)  # an object of a class of this code
            return makes or (tainted and passes)
        return tainted

    def _joins(self, parts: list[Node], state: State) -> bool:
        """Whether a parameter is put together with something else."""
        if self._tainted_parameters != "joined":
            return False
        alone = len(parts) == 1 and parts[0].parent is not None and parts[0].parent.kind == "interpolated"
        if alone and len(self._code.text(parts[0].parent or parts[0])) <= parts[0].end - parts[0].start + _QUOTES:
            return False  # f"{x}" is x
        return any(self._is_part(part, state) for part in parts)

    def _is_part(self, node: Node, state: State) -> bool:
        return self._tainted_parameters == "joined" and any(
            _PART + name in state and _SETTLED + name not in state
            for name in self._conditions.names(node, clean=self._clean)
        )

    def _summary(self, name: str, state: State) -> tuple[bool, bool]:
        """Whether a function of this code returns what it is given, and whether it returns what it reads itself."""
        if name not in self._returns:
            function = self._code.functions.get(name)
            if function is None or self._depth >= _MAX_CALL_DEPTH or self._code.language in ("rust", "shell"):
                return True, False
            self._returns[name] = True, False
            fields = {key for key in state if key.startswith(_OWN_FIELDS)}
            passes, makes = self._below(function, "yes", fields), self._below(function, "no", fields)
            self._returns[name] = passes, makes
        return self._returns[name]

    def _below(self, function: Node, tainted_parameters: Parameters, fields: State) -> bool:
        flow = _Flow(
            self._code,
            self._sources,
            self._clean,
            {},
            tainted_parameters,
            self._from_requests,
            self._settling,
            self._track,
            self._depth + 1,
        )
        flow._known |= self._known
        return flow.returns_taint(function, fields)

    def _is_literal_map(self, node: Node) -> bool:
        if node.kind != "name":
            return node.kind == "member" and node.kids[1].text.isupper()
        value = self._known.get(node.text)
        if value is None or value.kind == "call":  # Map.of(...)
            return node.text.isupper()
        return value.kind in _LITERAL_MAPS or (value.kind == "new" and value.kids[0].text in ("Map", "Set"))

    def _is_filtered(self, comprehension: Node) -> bool:
        return any(
            kid.kind == "if_clause" and kid.kids and "any" in self._conditions.settled(kid.kids[0], True).values()
            for kid in comprehension.kids
        )

    def _ternary(self, node: Node, state: State) -> bool:
        middle_is_condition = self._code.language == "python"  # a if b else c
        condition = node.kids[1] if middle_is_condition else node.kids[0]
        yes, no = (node.kids[0], node.kids[2]) if middle_is_condition else (node.kids[1], node.kids[2])
        known = truth(condition, self._code.constants)
        if known is not None:
            return self._is_tainted(yes if known else no, state)
        return self._is_tainted(yes, self._given(condition, True, state)) or self._is_tainted(
            no, self._given(condition, False, state)
        )

    def _key(self, node: Node) -> str | None:
        if node.kind == "name":
            return node.text
        if node.kind in ("member", "index"):
            return " ".join(self._code.text(node).split())
        return None


def _targets(node: Node) -> Iterator[Node]:
    if node.kind in ("name", "member", "index"):
        yield node
    else:
        for kid in node.kids:
            yield from _targets(kid)


def _labels(case: Node) -> list[Node]:
    """The values that lead to a case; none for the default."""
    found = []
    for kid in case.kids:
        if kid.kind in ("switch_label", "case_switch_label", "case_pattern", "constant_pattern", "expression_list"):
            found += kid.kids
        elif kid.kind in (
            "string",
            "character_literal",
            "char_literal",
            "number_literal",
            "number",
            "decimal_integer_literal",
        ):
            found.append(kid)
        else:
            break
    return found


def _previous(node: Node) -> Node | None:
    if node.parent is None:
        return None
    at = next(at for at, kid in enumerate(node.parent.kids) if kid is node)
    return node.parent.kids[at - 1] if at else None


def _root(node: Node) -> Node:
    while node.kind in ("member", "call") and node.kids:
        node = node.kids[0]
    return node


_CONVERSIONS = re.compile(r"%(?:\d+\$)?[-+ 0']*\d*(?:\.\d+)?([a-zA-Z])")


def _text_arguments(arguments: list[Node]) -> list[Node]:
    """The arguments of sprintf that its format takes as text; %d makes a number of anything."""
    letters = _CONVERSIONS.findall(arguments[0].text)
    return [
        argument for at, argument in enumerate(arguments) if at == 0 or at > len(letters) or letters[at - 1] in "sqvS"
    ]


def _exits(node: Node) -> bool:
    """Whether what follows `node` is not reached through it."""
    if node.kind in _EXITS:
        return True
    if node.kind == "call":
        callee = node.kids[0]
        return (callee.kids[1].text if callee.kind == "member" else callee.text) in _EXIT_CALLS
    return node.kind in _SEQUENCES and any(_exits(kid) for kid in node.kids)


def _join(state: State, after: Sequence[State]) -> None:
    """Makes `state` what holds after one of several ways: tainted on one is tainted, settled is what is so on all."""
    settled = set.intersection(*({name for name in own if name.startswith(_SETTLED)} for own in after))
    tainted = {name for own in after for name in own if not name.startswith(_SETTLED)}
    state.clear()
    state |= tainted | settled


def _cast(text: str) -> str:
    return text.partition("(")[2].partition(")")[0]
