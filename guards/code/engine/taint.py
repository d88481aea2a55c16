"""Data flow inside one function: does what a user controls reach a dangerous call without being made safe?

One forward pass over the statements, branches joined, loops taken twice. A variable is tainted while its last
assignment was. An unknown call passes on what it is given, a comparison or a conversion to a number does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from . import containers
from .formula import Code, Formula, Hit
from .tree import Node

_FUNCTIONS = frozenset({
    "arrow_function", "constructor_declaration", "func_literal", "function_declaration", "function_definition",
    "function_expression", "function_item", "lambda", "lambda_expression", "local_function_statement",
    "method_declaration", "method_definition", "anonymous_function",
})  # fmt: skip
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


@dataclass(frozen=True, slots=True)
class TaintFormula:
    """Where data comes from, where it must not arrive, and what makes it safe."""

    sources: Formula
    sinks: Formula
    sanitizers: Formula | None
    tainted_parameters: bool

    def find(self, code: Code) -> list[Hit]:
        """The sinks that something tainted reaches."""
        sinks = self.sinks.find(code)
        if not sinks:
            return []
        sources = {id(hit.first) for hit in self.sources.find(code)}
        if not sources and not self.tainted_parameters:
            return []
        clean = {id(node) for hit in self.sanitizers.find(code) for node in _covered(hit)} if self.sanitizers else set()
        by_node: dict[int, list[Hit]] = {}
        for hit in sinks:
            by_node.setdefault(id(hit.first), []).append(hit)
        flow = _Flow(code, sources, clean, by_node, self.tainted_parameters)
        flow.run()
        return flow.reached


def _covered(hit: Hit) -> Iterator[Node]:
    """Every node of a place that was found, from its first statement to its last."""
    if hit.first is hit.last or hit.first.parent is None:
        yield from hit.first.walk()
        return
    for sibling in hit.first.parent.kids:
        if hit.start <= sibling.start and sibling.end <= hit.end:
            yield from sibling.walk()


State = set[str]


class _Flow:
    def __init__(
        self, code: Code, sources: set[int], clean: set[int], sinks: Mapping[int, list[Hit]], tainted_parameters: bool
    ) -> None:
        self._code, self._sources, self._clean, self._sinks = code, sources, clean, sinks
        self._tainted_parameters = tainted_parameters
        self._seen: set[int] = set()
        self.reached: list[Hit] = []

    def run(self) -> None:
        self._execute(self._code.root, set())

    def _execute(self, node: Node, state: State) -> None:
        """Follows one statement or expression, changing `state` to what holds after it."""
        kind = node.kind
        if kind in _FUNCTIONS:
            inner = set(state)
            inner |= self._parameters(node)
            for kid in node.kids:
                self._execute(kid, inner)
            return
        if kind in _BRANCHES or any(kid.kind == "case_statement" for kid in node.kids):
            self._branch(node, state)
            return
        if kind in _LOOPS:
            before = set(state)
            for _ in range(2):
                self._loop_variable(node, state)
                for kid in node.kids:
                    self._execute(kid, state)
            state |= before
            return
        for kid in node.kids:
            self._execute(kid, state)
        if kind == "assign":
            self._assign(node, state)
        elif kind == "as_pattern" and len(node.kids) == 2:  # with open(path) as file
            if self._is_tainted(node.kids[0], state):
                state |= {part.text for part in node.kids[1].walk() if part.kind in ("name", "as_pattern_target")}
        elif kind == "call" and id(node) not in self._sinks:  # a response is not tainted by what is written to it
            self._fill(node, state)
        if id(node) in self._sinks and id(node) not in self._seen and self._reaches(node, state):
            self._seen.add(id(node))
            self.reached += self._sinks[id(node)]

    def _branch(self, node: Node, state: State) -> None:
        blocks = [kid for kid in node.kids if kid.kind in _BLOCKS or kid.kind in _BRANCHES or kid.kind in _LOOPS]
        for kid in node.kids:
            if kid not in blocks:
                self._execute(kid, state)
        constant = _constant_condition(node)
        after: list[State] = []
        for number, block in enumerate(blocks):
            if constant is not None and (number == 0) != constant and number < 2:
                continue  # a branch that can't be taken
            own = set(state)
            self._execute(block, own)
            after.append(own)
        has_else = len(blocks) > 1 and node.kind in ("if_statement", "if_expression")
        joined: State = set() if (has_else or constant) and after else set(state)
        for own in after:
            joined |= own
        state.clear()
        state |= joined

    def _parameters(self, function: Node) -> State:
        if not self._tainted_parameters:
            return set()
        found: State = set()
        for kid in function.kids:
            if kid.kind in ("parameters", "formal_parameters", "parameter_list", "function_declarator") or (
                kid.kind == "pointer_declarator"
            ):
                found |= {part.text for part in _parameter_names(kid, self._code.language)}
            if function.kind in ("arrow_function", "lambda") and kid.kind == "name" and kid is function.kids[0]:
                found.add(kid.text)
        return found - {"self", "this", "cls"}

    def _loop_variable(self, loop: Node, state: State) -> None:
        named = [kid for kid in loop.kids if kid.kind not in _BLOCKS]
        if len(named) == len(loop.kids):
            named.pop()  # a body of one statement, without braces
        if loop.kind == "for_statement" and self._code.language in ("c", "cpp", "javascript", "java", "csharp", "php"):
            return
        if len(named) >= 2 and self._is_tainted(named[-1] if self._code.language != "php" else named[0], state):
            targets = named[:-1] if self._code.language != "php" else named[1:]
            for target in targets:
                state |= {part.text for part in target.walk() if part.kind == "name"}

    def _assign(self, node: Node, state: State) -> None:
        target, value = node.kids
        tainted = self._is_tainted(value, state)
        for place in _targets(target):
            key = self._key(place)
            if key is None:
                continue
            if tainted:
                state.add(key)
                if place.kind in ("index", "member"):
                    base = self._key(place.kids[0])
                    if base is not None and place.kind == "index":
                        state.add(base)
            elif node.text == "=":
                state.discard(key)
            if place.kind == "name" and node.text == "=":
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
        """A sink that is a call is reached through its arguments; anything else as a whole."""
        if sink.kind in ("call", "new"):
            receiver = sink.kids[0].kids[:1] if sink.kids[0].kind == "member" else []
            return any(self._is_tainted(part, state) for part in [*sink.kids[1:], *receiver])
        if sink.kind == "assign":
            return self._is_tainted(sink.kids[1], state)
        return self._is_tainted(sink, state)

    def _is_tainted(self, node: Node, state: State) -> bool:
        if id(node) in self._clean:
            return False
        if id(node) in self._sources:
            return True
        kind = node.kind
        if kind == "name":
            return node.text in state or containers.any_part(state, node.text)
        if kind in ("member", "index"):
            key = self._key(node)
            if key is not None and key in state:
                return True
            return self._is_tainted(node.kids[0], state)
        if kind == "call":
            callee = node.kids[0]
            name = callee.kids[1].text if callee.kind == "member" else callee.text
            if name in _CLEAN_CALLS:
                return False
            part = self._part(callee, node.kids[1:], state)
            if part is not None:
                return part
            receiver = callee.kids[:1] if callee.kind == "member" else []
            return any(self._is_tainted(part, state) for part in [*node.kids[1:], *receiver])
        if (kind == "binary" and node.text in _COMPARISONS) or kind == "comparison_operator":
            return False
        if kind in ("ternary_expression", "conditional_expression", "conditional_expr") and len(node.kids) == 3:
            return self._ternary(node, state)
        if kind in _FUNCTIONS:
            return False
        if kind == "cast_expression" and node.kids and _is_number_type(self._code.text(node)):
            return False
        if kind == "assign":
            return self._is_tainted(node.kids[1], state)
        if kind == "keyword":
            return self._is_tainted(node.kids[1], state)
        return any(self._is_tainted(kid, state) for kid in node.kids)

    def _ternary(self, node: Node, state: State) -> bool:
        middle_is_condition = self._code.language == "python"  # a if b else c
        condition = node.kids[1] if middle_is_condition else node.kids[0]
        yes, no = (node.kids[0], node.kids[2]) if middle_is_condition else (node.kids[1], node.kids[2])
        known = _constant(condition)
        if known is not None:
            return self._is_tainted(yes if known else no, state)
        return self._is_tainted(yes, state) or self._is_tainted(no, state)

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


def _root(node: Node) -> Node:
    while node.kind in ("member", "call") and node.kids:
        node = node.kids[0]
    return node


def _parameter_names(node: Node, language: str) -> Iterator[Node]:
    """The names that a parameter list binds, its types left out: the last name of each parameter."""
    if node.kind == "function_declarator":
        for kid in node.kids[1:]:
            yield from _parameter_names(kid, language)
        return
    if node.kind == "pointer_declarator":
        for kid in node.kids:
            if kid.kind == "function_declarator":
                yield from _parameter_names(kid, language)
        return
    for parameter in node.kids:
        if parameter.kind == "name":
            yield parameter
            continue
        if language == "go":  # names first, their type last; only text can carry an attack
            *bound, kind = parameter.kids
            if kind.text in ("string", "any") or kind.kind in ("slice_type", "interface_type"):
                yield from bound
            continue
        names = [part for part in parameter.walk() if part.kind == "name"]
        if not names:
            continue
        first_is_name = parameter.kind in (
            "default_parameter", "typed_parameter", "typed_default_parameter", "assign", "assignment_pattern",
            "required_parameter", "optional_parameter",
        )  # fmt: skip
        yield names[0] if first_is_name else names[-1]
        if parameter.kind == "object_pattern":
            yield from names


def _is_number_type(cast: str) -> bool:
    inner = cast.partition("(")[2].partition(")")[0].strip().lower()
    return inner in {"int", "integer", "long", "float", "double", "bool", "boolean", "short", "size_t", "unsigned"}


def _constant_condition(branch: Node) -> bool | None:
    return _constant(branch.kids[0]) if branch.kind == "if_statement" and branch.kids else None


def _constant(node: Node) -> bool | None:
    """The truth of a condition made of literals alone, such as ``7 * 18 + 106 > 200``; None where it is not."""
    value = _number(node, 0)
    return None if value is None else bool(value)


def _number(node: Node, depth: int) -> float | None:
    if depth > 20:
        return None
    if node.kind.lower() in ("true", "false"):
        return float(node.kind.lower() == "true")
    if not node.kids:
        try:
            return float(node.text)
        except ValueError:
            return None
    if node.kind == "binary":
        left, right = _number(node.kids[0], depth + 1), _number(node.kids[1], depth + 1)
        if left is None or right is None:
            return None
        match node.text:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/":
                return left / right if right else None
            case ">":
                return float(left > right)
            case "<":
                return float(left < right)
            case "==":
                return float(left == right)
            case "!=":
                return float(left != right)
    return None
