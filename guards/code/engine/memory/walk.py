"""The walk through the functions of a piece of C or C++: each once, with those that it calls."""

from __future__ import annotations

import re
from dataclasses import replace

from guards.code.engine.calls import handed_over
from guards.code.engine.functions import parameter_order
from guards.code.engine.node import Node
from guards.code.engine.source import Code
from guards.code.engine.statements import CASES, exits
from guards.code.engine.ways import chosen_cases

from .calls import Calls
from .conditions import absent
from .expressions import Expressions, Frame
from .facts import Facts
from .layout import Layout
from .loops import counted, jumps_out, loop_parts, set_in
from .values import NULL, Address, Block, Numbers, Place, Pointers, State, Text, Value, joined

MAX_STATEMENTS = 20_000  # what is longer is followed no further
_MAX_CALLS = 3
_SEQUENCES = frozenset({"compound_statement", "else_clause", "declaration_list", "linkage_specification"})
_DECLARED = re.compile(r"^((?:\*|&|const\b|\s)*)\s*(\w+)\s*((?:\[[^\]]*\]\s*)*)")
_MEMORY = frozenset({"heap", "new", "new[]"})
_BITS = {1: 8, 2: 16, 4: 32, 8: 64}


class _Enough(Exception):
    """The code is too long to be followed further."""


def facts_of(code: Code) -> Facts:
    """What a walk through all functions finds out about memory."""
    walk = Walk(code)
    walk.run()
    return walk.facts


class Walk:
    """Of one piece of code."""

    def __init__(self, code: Code) -> None:
        self._code, self.facts, self._layout = code, Facts(), Layout(code)
        self._expressions = Expressions(code, self._layout, self.facts, self._other)
        self._calls = Calls(code, self._layout, self.facts, self._expressions, self._follow)
        self._under_way: list[Node] = []
        self._left: list[list[State]] = []  # by loop or switch: what holds at its breaks
        self._again: list[list[State]] = []
        self._gotos: list[dict[str, list[State]]] = [{}]
        self._returned: list[list[tuple[Value | None, State]]] = []
        self._steps = 0

    def run(self) -> None:
        try:
            state = State([{}])
            for node in self._code.by_kind.get("declaration", ()):
                if not any(above.kind == "function_definition" for above in node.within()):
                    self._declare(node, state)
            changed = self._code.constants
            frame = state.frames[0]
            for name in [name for name, value in frame.items() if isinstance(value, Numbers) and name not in changed]:
                del frame[name]
            for name in [name for name, value in frame.items() if value == NULL or _is_moved(value)]:
                del frame[name]
            for function in self._code.by_kind.get("function_definition", ()):
                self._function(function, state.copy())
        except _Enough:
            return

    def _function(self, function: Node, state: State) -> None:
        self._returned, self._gotos, self._left, self._again = [], [{}], [], []
        self._under_way = []
        del self._expressions.frames[1:]
        bound: dict[str, Value] = {}
        self._enter(function, bound, state)
        # What a helper does with what is not known tells nothing where all its calls were followed.
        self.facts.doubts = function not in self._code.callers
        name = next((part.text for part in function.kids[-2].walk() if part.kind == "name"), "")
        for value, left in self._leave(function, state):
            self._calls.escape(value, left)
            for block, owed in left.owed.items() if name != "main" else ():
                # Of a file that is closed at the end, a way on which it is not is told by other rules.
                if owed == "yes" and (block.origin in _MEMORY or block not in self._calls.given_up):
                    self.facts.tell(block.made, "never-released")

    def _enter(self, function: Node, bound: dict[str, Value], state: State) -> None:
        frame = Frame()
        for name in parameter_order(function, self._code.language):
            frame.types[name] = ""
        for list_ in (part for kid in function.kids[:-1] for part in kid.walk() if part.kind == "parameter_list"):
            for parameter in list_.kids:
                self._parameter(parameter, frame, bound)
        self._expressions.frames.append(frame)
        state.frames.append(bound)
        self._under_way.append(function)
        self._returned.append([])
        self._gotos.append({})

    def _parameter(self, parameter: Node, frame: Frame, bound: dict[str, Value]) -> None:
        if len(parameter.kids) < 2:
            return
        inner = parameter.kids[-1]
        while inner.kids and inner.kind in ("array_declarator", "pointer_declarator", "reference_declarator"):
            inner = inner.kids[0]
        if inner.kind != "name":
            return
        name = inner.text
        declared = self._code.text(parameter).rpartition(name)[0]
        frame.types[name] = declared + ("*" if parameter.kids[-1].kind == "array_declarator" else "")
        held = bound.get(name)
        if isinstance(held, Pointers) and "*" in frame.types[name]:
            step = self._layout.size(frame.types[name].replace("*", "", 1))
            bound[name] = replace(held, step=step, moved=False)

    def _leave(self, function: Node, state: State) -> list[tuple[Value | None, State]]:
        """Runs the body; what is returned on each way out, with what holds then."""
        goes_on = True
        body = function.kids[-1]
        if body.kind == "compound_statement":
            goes_on = self._execute(body, state)
        found = self._returned.pop()
        self._gotos.pop()
        self._under_way.pop()
        return [*found, *([(None, state)] if goes_on else [])]

    def _follow(
        self, call: Node, function: Node, values: list[Value | None], state: State
    ) -> tuple[bool, Value | None]:
        if len(self._under_way) > _MAX_CALLS or function in self._under_way or function.kind != "function_definition":
            return False, None
        bound: dict[str, Value] = {}
        by_node = dict(zip(call.kids[1:], values, strict=True))
        for name, argument in handed_over(call, function, self._code.language):
            value = by_node.get(argument)
            if value is not None:
                bound[name] = value
            key = self._code.key(argument)
            if key is not None:  # the parts of a structure
                frame, own = self._expressions.place_of(key)
                for part, held in state.frames[frame].items():
                    if part.startswith((own + ".", own + "->", own + "[")):
                        bound[name + part[len(own) :]] = held
        if len(self._expressions.frames) != len(state.frames):
            return False, None
        left, again = self._left, self._again
        self._left, self._again = [], []
        self._enter(function, bound, state)
        ways = self._leave(function, state)
        self._left, self._again = left, again
        self._expressions.frames.pop()
        if not ways:
            return True, None
        returned = {value for value, _ in ways}
        after = joined([own for _, own in ways])
        after.frames.pop()
        state.become(after)
        if len(returned) == 1:
            return True, returned.pop()
        pointers = [value for value in returned if isinstance(value, Pointers)]
        if pointers and all(isinstance(value, Pointers) or value == NULL for value in returned):
            places = frozenset(place for value in pointers for place in value.places)
            return True, replace(pointers[0], places=places)
        for value in returned:
            self._calls.escape(value, state)
        return True, None

    # Statements

    def _execute(self, node: Node, state: State) -> bool:
        """Follows one statement, changing `state` to what holds after it; whether anything comes after it."""
        self._steps += 1 + (len(state.frames[-1]) + len(state.texts) + len(state.owed)) // 16
        if self._steps > MAX_STATEMENTS:
            raise _Enough
        kind = node.kind
        if kind in _SEQUENCES:
            return self._sequence(node.kids, state)
        if kind == "declaration":
            self._declare(node, state)
            return True
        if kind == "if_statement" and len(node.kids) >= 2:
            return self._if(node, state)
        if kind in ("for_statement", "while_statement", "do_statement", "for_range_loop"):
            return self._loop(node, state)
        if kind == "switch_statement" and len(node.kids) == 2:
            return self._switch(node, state)
        if kind == "return_statement":
            value = self._expressions.value(node.kids[0], state) if node.kids else None
            self._returned[-1].append((value, state.copy()))
            return False
        if kind in ("break_statement", "continue_statement"):
            ways = self._left if kind == "break_statement" else self._again
            if ways:
                ways[-1].append(state.copy())
            return False
        if kind == "goto_statement" and node.kids:
            self._gotos[-1].setdefault(node.kids[0].text, []).append(state.copy())
            return False
        if kind == "labeled_statement":
            return self._sequence([node], state)
        if kind == "try_statement":
            return self._try(node, state)
        if kind in ("function_definition", "preproc_def", "type_definition"):
            return True
        if kind == "call":
            self.facts.tell(node, "unheeded")
        self._expressions.value(node, state)
        return not exits(node)

    def _sequence(self, nodes: list[Node], state: State) -> bool:
        goes_on = True
        for node in nodes:
            if node.kind == "labeled_statement":
                jumps = self._gotos[-1].pop(node.kids[0].text, [])
                if jumps:
                    state.become(joined([*jumps, *([state] if goes_on else [])]))
                    goes_on = True
                goes_on = goes_on and self._sequence(node.kids[1:], state)
            elif goes_on:
                goes_on = self._execute(node, state)
        return goes_on

    def _if(self, node: Node, state: State) -> bool:
        condition, *ways = node.kids
        known = self._expressions.truth(condition, state)
        after = []
        for truth, body in zip((True, False), (*ways, None), strict=False):
            if known is not None and known != truth:
                continue
            given = self._given(condition, truth, state)
            if body is None or self._execute(body, given):
                after.append(given)
        if not after:
            return False
        state.become(joined(after))
        return True

    def _given(self, condition: Node, truth: bool, state: State) -> State:
        given = self._expressions.doubting(condition, state)
        given = state.copy() if given is state else given
        for key in absent(condition, truth, self._code):
            held = self._expressions.get(key, given)
            if isinstance(held, Pointers):
                for place in held.places:
                    if place.block in given.owed:
                        given.owed[place.block] = "nothing"
                self._expressions.set(key, NULL, given)
        return given

    def _switch(self, node: Node, state: State) -> bool:
        number = self._expressions.number(node.kids[0], state)
        cases = [kid for kid in node.kids[1].kids if kid.kind in CASES]
        taken = cases if number is None else chosen_cases(cases, float(number))
        self._left.append([])
        begin, goes_on = state.copy(), number is not None
        for case in taken:
            if number is None:
                state.become(joined([begin.copy(), *([state] if goes_on else [])]))
            labels = 1 if case.kids and self._code.text(case).startswith("case") else 0
            goes_on = self._sequence(case.kids[labels:], state)
            if number is not None and not goes_on:
                break
        has_default = any(not self._code.text(case).startswith("case") for case in cases)
        ways = [*self._left.pop(), *([state] if goes_on or not taken else [])]
        if number is None and not has_default:
            ways.append(begin)
        if not ways:
            return False
        state.become(joined(ways))
        return True

    def _loop(self, node: Node, state: State) -> bool:
        begin, condition, update, body = loop_parts(node)
        if begin is not None:
            self._execute(begin, state)
        before = state.copy()
        known = self._expressions.truth(condition, state) if condition is not None else node.kind == "for_statement"
        if known is False and node.kind != "do_statement":
            return True
        range_ = None
        if condition is not None and node.kind != "do_statement":
            range_ = counted(condition, update, body, self._expressions, state, self._code)
        for part in (condition, update, body):
            if part is not None:
                self._forget(part, state)
        if range_ is not None:
            name, numbers, _ = range_
            if numbers.low > numbers.high:
                state.become(before)
                return True
            # Where the loop may be left before its end, nobody knows how far the counter gets.
            self._expressions.set(name, None if jumps_out(body) else numbers, state)
        elif condition is not None and node.kind != "do_statement":
            state.become(self._given(condition, True, state))
        self._left.append([])
        self._again.append([])
        goes_on = self._execute(body, state)
        if update is not None and range_ is None:
            self._expressions.value(update, state)
        ends = [*([state] if goes_on else []), *self._again.pop()]
        left = self._left.pop()
        endless = known is True and range_ is None
        once = range_ is not None or node.kind == "do_statement"
        ways = [*left, *(ends if not endless else []), *([] if endless or once else [before])]
        if not ways:
            return False
        after = joined(ways)
        if condition is not None and not left:
            for key in absent(condition, False, self._code):
                self._expressions.set(key, NULL, after)
        if range_ is not None:
            self._expressions.set(range_[0], range_[2] if not left else None, after)
        state.become(after)
        return True

    def _forget(self, part: Node, state: State) -> None:
        """What a loop sets is not known when it begins anew."""
        for key, steps in set_in(part, self._code):
            held = self._expressions.get(key, state)
            if isinstance(held, Pointers):
                if steps:
                    places = frozenset(replace(place, offset=None) for place in held.places)
                    self._expressions.set(key, replace(held, places=places, moved=True), state)
                    continue
                if any(
                    place.block.origin == "stack" and place.block.made.kind == "declaration" for place in held.places
                ):
                    continue
                self._calls.escape(held, state)
            self._expressions.set(key, None, state)

    def _try(self, node: Node, state: State) -> bool:
        before = state.copy()
        before.frames[-1].clear()
        before.texts.clear()
        before.owed.clear()
        ways = [state] if self._execute(node.kids[0], state) else []
        for kid in node.kids[1:]:
            caught = before.copy()
            if kid.kids and self._execute(kid.kids[-1], caught):
                ways.append(caught)
        if not ways:
            return False
        state.become(joined(ways))
        return True

    # Declarations and assignments

    def _declare(self, node: Node, state: State) -> None:
        text = self._code.text(node)
        kinds = [kid for kid in node.kids if kid.kind not in ("storage_class_specifier", "type_qualifier")]
        if len(kinds) < 2:
            return
        base = text[: kinds[1].start - node.start]
        for kid in kinds[1:]:
            self._declarator(kid, base, node, state)

    def _declarator(self, kid: Node, base: str, node: Node, state: State) -> None:
        if kid.kind == "function_declarator":
            return
        told = _DECLARED.match(self._code.text(kid))
        if told is None:
            return
        stars, name, dimensions = told.groups()
        declared = base + stars
        initial = kid.kids[1] if kid.kind == "assign" and len(kid.kids) == 2 else None
        self._expressions.frames[-1].types[name] = declared + ("[]" if dimensions else "")
        if dimensions:
            self._array(name, declared, dimensions, initial, node, state)
            return
        value = self._expressions.value(initial, state) if initial is not None else None
        self._put(name, value, initial, state)

    def _array(self, name: str, declared: str, dimensions: str, initial: Node | None, node: Node, state: State) -> None:
        item = self._layout.size(declared)
        lengths = [part.strip() for part in re.findall(r"\[([^\]]*)\]", dimensions)]
        sizes = [item]  # of an item, then of ever larger arrays of them
        for at in range(len(lengths) - 1, -1, -1):
            own, below = self._length(lengths[at], initial if at == 0 else None, state), sizes[-1]
            sizes.append(own * below if own is not None and below is not None else None)
        *steps, size = sizes
        step = steps.pop()
        block = Block(node, "stack", size, step)
        inner = tuple(known for known in reversed(steps) if known is not None)
        known = inner if len(inner) == len(steps) else ()
        value = Pointers(frozenset([Place(block)]), step if len(known) == len(steps) else None, inner=known)
        self._expressions.set(name, value, state)
        if initial is not None and initial.kind == "string" and item is not None:
            state.texts[block] = Text(len(initial.text) * item, True)
        elif initial is not None and initial.kind == "initializer_list" and initial.kids:
            for kid in initial.kids:
                self._calls.escape(self._expressions.value(kid, state), state)
            if all(kid.kind == "number_literal" and kid.text == "0" for kid in initial.kids):
                state.texts[block] = Text(0, True)

    def _length(self, written: str, initial: Node | None, state: State) -> int | None:
        if not written:
            if initial is None:
                return None
            if initial.kind == "string":
                return len(initial.text) + 1 if "\\" not in initial.text else None
            return len(initial.kids) if initial.kind == "initializer_list" else None
        from_layout = re.fullmatch(r"\w+", written)
        if from_layout is not None:
            held = self._expressions.get(written, state)
            if isinstance(held, Numbers) and held.low == held.high:
                return held.low
        return self._layout.number(written)

    def _put(self, name: str, value: Value | None, made: Node | None, state: State) -> None:
        """Sets a variable that is declared to what it is given."""
        declared = self._expressions.type_of(name)
        if isinstance(value, Pointers) and declared and "*" in declared:
            inner = declared.replace("*", "", 1)
            step = self._layout.size(inner) if "void" not in inner else 1
            for place in value.places:
                size, fresh = place.block.size, place.block.made
                if step and size is not None and 0 < size < step and place.block.origin == "heap" and place.offset == 0:
                    self.facts.tell(fresh, "too-small")
            value = replace(value, step=step)
        if made is not None and isinstance(value, Numbers) and value.low == value.high and declared:
            self._wraps(made, value.low, declared)
        self._expressions.set(name, value, state)

    def _wraps(self, made: Node, number: int, declared: str) -> None:
        size = self._layout.size(declared) if "*" not in declared else None
        if size is None or made.kind not in ("binary", "update_expression", "assign") or "double" in declared:
            return
        bits = _BITS.get(size, 64)
        unsigned = "unsigned" in declared or "uint" in declared or "size_t" in declared.replace("ssize_t", "")
        low, high = (0, 2**bits - 1) if unsigned else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
        if not low <= number <= high and "float" not in declared and "bool" not in declared:
            self.facts.tell(made, "wraps")

    def _other(self, node: Node, state: State) -> Value | None:
        """What no simple expression is."""
        match node.kind:
            case "call":
                return self._calls.call(node, state)
            case "new":
                return self._calls.new(node, state)
            case "delete_expression":
                self._calls.delete(node, state)
                return None
            case "assign" if len(node.kids) == 2:
                return self._assign(node, state)
            case "update_expression":
                return self._update(node, state)
            case "declaration":
                self._declare(node, state)
                return None
            case "lambda_expression":
                for part in node.walk():
                    if part.kind == "name":
                        self._calls.escape(self._expressions.get(part.text, state), state)
                return None
        for kid in node.kids:
            self._calls.escape(self._expressions.value(kid, state), state)
        return None

    def _assign(self, node: Node, state: State) -> Value | None:
        target, right = node.kids
        value = self._expressions.value(right, state)
        if node.text != "=":
            old = self._expressions.value(target, state)
            sign = {"+=": 1, "-=": -1}.get(node.text)
            if isinstance(old, Pointers):
                by = value if isinstance(value, Numbers) and sign is not None else Numbers(0, 1)
                value = replace(self._expressions.moved(old, by, sign or 1), moved=True)
            elif isinstance(old, Numbers) and isinstance(value, Numbers) and sign is not None and old.low == old.high:
                value = Numbers(old.low + sign * value.low, old.high + sign * value.high)
            else:
                value = None
        if target.kind == "name":
            declared = self._expressions.type_of(target.text)
            frame, _ = self._expressions.place_of(target.text)
            if declared is None or (frame == 0 and len(state.frames) > 1):
                self._calls.escape(value, state)  # a field, or a global
            self._put(target.text, value, right if node.text == "=" else node, state)
            return value
        self._calls.escape(value, state)
        self._write(target, value, state)
        return value

    def _write(self, target: Node, value: Value | None, state: State) -> None:
        inner = target.kids[0] if target.kids else target
        if target.kind == "pointer_expression" and target.text == "*":
            led = self._expressions.value(inner, state)
            if isinstance(led, Address):
                self._expressions.value(target, state, writes=True)
                if led.frame < len(state.frames):
                    if value is None:
                        state.frames[led.frame].pop(led.name, None)
                    else:
                        state.frames[led.frame][led.name] = value
                return
        self._expressions.value(target, state, writes=True)
        if target.kind in ("pointer_expression", "index"):
            self._write_letter(target, value, state)
        key = self._code.key(target)
        if key is not None:
            self._expressions.set(key, value, state)

    def _write_letter(self, target: Node, value: Value | None, state: State) -> None:
        base = self._expressions.value(target.kids[0], state)
        at: Value | None = NULL
        if target.kind == "index":
            at = self._expressions.value(target.kids[1], state) if len(target.kids) == 2 else None
        if not isinstance(base, Pointers):
            return
        for place in base.places:
            known = state.texts.get(place.block)
            if not isinstance(at, Numbers) or at.low != at.high or place.offset is None or base.step is None:
                state.texts.pop(place.block, None)
                continue
            offset = place.offset + at.low * base.step
            if value == NULL and (offset == 0 or (known is not None and offset <= known.length)):
                state.texts[place.block] = Text(offset, True)
            elif known is not None and (value is None or offset >= known.length):
                state.texts.pop(place.block, None)

    def _update(self, node: Node, state: State) -> Value | None:
        target = node.kids[0]
        sign = 1 if node.text == "++" else -1
        old = self._expressions.value(target, state)
        if target.kind == "name":
            value: Value | None = None
            if isinstance(old, Pointers):
                value = replace(self._expressions.moved(old, Numbers(1, 1), sign), moved=True)
            elif isinstance(old, Numbers):
                value = Numbers(old.low + sign, old.high + sign)
                declared = self._expressions.type_of(target.text)
                if declared and old.low == old.high:
                    self._wraps(node, value.low, declared)
            self._expressions.set(target.text, value, state)
        return old if self._code.text(node).endswith(("++", "--")) else None


def _is_moved(value: Value) -> bool:
    return isinstance(value, Pointers) and not any(place.block.origin == "stack" for place in value.places)
