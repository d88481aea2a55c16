"""How the variables of C and C++ are declared and set, and what is written through pointers."""

from __future__ import annotations

import re
from dataclasses import replace

from guards.code.engine.node import Node
from guards.code.engine.source import Code

from .calls import Calls
from .expressions import Expressions
from .facts import Facts
from .layout import Layout
from .values import NULL, Address, Block, Numbers, Place, Pointers, State, Text, Value

_DECLARED = re.compile(r"^((?:\*|&|const\b|\s)*)\s*(\w+)\s*((?:\[[^\]]*\]\s*)*)")
_BITS = {1: 8, 2: 16, 4: 32, 8: 64}


class Variables:
    """Of one piece of code; each changes the state that it is given."""

    def __init__(self, code: Code, layout: Layout, facts: Facts, expressions: Expressions, calls: Calls) -> None:
        self._code, self._layout, self._facts, self._expressions, self._calls = code, layout, facts, expressions, calls

    def declare(self, node: Node, state: State) -> None:
        """``int i, *p = q, list[8];``"""
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

    def assign(self, node: Node, state: State) -> Value | None:
        """``a = b``, ``a += b``; what it comes to."""
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

    def count(self, node: Node, state: State) -> Value | None:
        """``i++``, ``--p``; what it comes to, where that is what was there before."""
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

    def _put(self, name: str, value: Value | None, made: Node | None, state: State) -> None:
        """Sets a variable that is declared to what it is given."""
        declared = self._expressions.type_of(name)
        if isinstance(value, Pointers) and declared and "*" in declared:
            inner = declared.replace("*", "", 1)
            step = self._layout.size(inner) if "void" not in inner else 1
            for place in value.places:
                size, fresh = place.block.size, place.block.made
                if step and size is not None and 0 < size < step and place.block.origin == "heap" and place.offset == 0:
                    self._facts.tell(fresh, "too-small")
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
            self._facts.tell(made, "wraps")
