"""A Semgrep pattern as a tree of the same kind as the code's, and the matching of one against the other.

Source: the pattern language of Semgrep, https://semgrep.dev/docs/writing-rules/pattern-syntax
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guards.errors import GuardError, RuleError

from .tree import INITIALIZERS, Node, grammar, parse

MAX_STEPS = 2_000_000  # of one rule on one piece of code: about a second

Bindings = Mapping[str, Node]
NO_BINDINGS: Bindings = {}

_ELLIPSIS = "ELL__"
_DEEP = "DEEP__"
_META, _METAS = "MV_", "MVS_"
_METAVARIABLE = re.compile(r"\$(\.\.\.)?([A-Z][A-Z0-9_]*)\b")
_QUOTED_OR_ELLIPSIS = re.compile(r"(\"\.\.\.\"|'\.\.\.')|(\$\.\.\.)|(\.\.\.)")
_BODIES = {"block", "compound_statement", "statement_block"}
_OPTIONAL = {
    "modifiers",
    "decorator",
    "type_parameters",
    "throws",
    "return_type",
    "type_annotation",
    "visibility_modifier",
}

# (before, after): ways to make a pattern a whole program. The first that parses without an error is taken.
_CLASS = "class C__ { void f__() { "
_VALUE = "class C__ { object f__() { return "
_METHOD = ((_CLASS, "; } }"), (_CLASS, " } }"), (_VALUE, "; } }"), ("class C__ { ", " }"), ("", ""))
_FRAMES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "c": (("void f__() { ", "; }"), ("void f__() { ", " }"), ("", "")),
    "cpp": (("void f__() { ", "; }"), ("void f__() { ", " }"), ("", "")),
    "csharp": _METHOD,
    "go": (("package p\nfunc f__() { ", " }"), ("package p\n", ""), ("", "")),
    "java": _METHOD,
    "javascript": (("", ""), ("(", ")")),
    "php": (("", ";"), ("", "")),
    "python": (("", ""),),
    "rust": (("fn f__() { ", "; }"), ("fn f__() { ", " }"), ("", "")),
    "shell": (("", ""),),
    "typescript": (("", ""), ("(", ")")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pattern:
    """`nodes`: one for an expression or a statement, several for a sequence of statements."""

    nodes: tuple[Node, ...]
    names: frozenset[str]  # identifiers that code must hold for the pattern to match
    source: str
    kinds: tuple[str, ...] | None  # what the first node can match; None: anything
    key: str | None  # the name that a node called or used must end in, as `name_keys` tells it


def compile_pattern(text: str, language: str) -> Pattern:
    """Compiles one pattern for one language.

    Raises:
        RuleError: it is no code of that language.
    """
    source = text.strip()
    prepared = _prepared(source, language)
    body = prepared.rstrip("; \n")
    for before, after in _FRAMES[language]:
        program = f"{before}{prepared if not after.startswith(';') else body}{after}"
        code = program.encode()
        if _is_broken(code, language):
            continue
        start, end = len(before.encode()), len(before.encode()) + len(body.encode())
        nodes = _covering(parse(code, language), start, end)
        if nodes:
            return Pattern(nodes, frozenset(_required(nodes)), source, _kinds(nodes[0]), _key(nodes[0]))
    raise RuleError(f"the pattern {source!r} is no {language} code")


def name_keys(node: Node, aliases: Mapping[str, str]) -> set[str]:
    """The last names under which a call, an object made, a name or a member may be asked for."""
    named = _last_name(node)
    if named is None:
        return set()
    meant = aliases.get(named.text, named.text)
    return {text.rpartition(".")[2] for text in (named.text, meant)}


def _last_name(node: Node) -> Node | None:
    if node.kind in ("call", "new"):
        node = node.kids[0]
    if node.kind == "member":
        node = node.kids[1]
    return node if node.kind == "name" else None


def _kinds(node: Node) -> tuple[str, ...] | None:
    if metavariable(node) is not None or _is_ellipsis(node) or _is_deep(node) or node.kind in _BODIES:
        return None
    return ("name", "member") if node.kind in ("name", "member") else (node.kind,)


def _key(node: Node) -> str | None:
    if node.kind not in ("call", "new", "name", "member") or _is_deep(node):
        return None
    named = _last_name(node)
    if named is None or metavariable(named) is not None or _is_ellipsis(named):
        return None
    return named.text.rpartition(".")[2]


def dotted(node: Node, aliases: Mapping[str, str]) -> str | None:
    """``a.b.c`` for names and members of names, import aliases resolved; None for anything else."""
    parts: list[str] = []
    while node.kind == "member" and node.kids[1].kind == "name":
        parts.append(node.kids[1].text)
        node = node.kids[0]
    if node.kind == "call" and node.kids[0].text == "require" and len(node.kids) == 2 and node.kids[1].kind == "string":
        parts.append(module_name(node.kids[1].text))
        return ".".join(reversed(parts))
    if node.kind != "name":
        return None
    parts.append(aliases.get(node.text, node.text))
    return ".".join(reversed(parts))


def module_name(written: str) -> str:
    """A module of Node's as patterns call it: ``fs`` for ``node:fs/promises``."""
    return written.removeprefix("node:").removesuffix("/promises")


def metavariable(node: Node) -> str | None:
    """The name of the metavariable that a pattern's node stands for, as the rule writes it."""
    if node.kind == "name":
        if node.text.startswith(_META):
            return "$" + node.text[len(_META) :]
        if re.fullmatch(r"\$[A-Z][A-Z0-9_]*", node.text):  # PHP, where it is legal as it stands
            return node.text
    return None


def _prepared(text: str, language: str) -> str:
    text = re.sub(r"<\.\.\.(.*?)\.\.\.>", rf"{_DEEP}(\1)", text, flags=re.S)
    if language != "python":
        text = re.sub(r"^(\s*)\.\.\.\s*$", rf"\1{_ELLIPSIS};", text, flags=re.M)
    text = _QUOTED_OR_ELLIPSIS.sub(lambda found: found[0] if found[1] or found[2] else _ELLIPSIS, text)
    if language == "php":
        return re.sub(r"\$\.\.\.([A-Z][A-Z0-9_]*)", rf"{_METAS}\1", text)
    return _METAVARIABLE.sub(lambda found: (_METAS if found[1] else _META) + found[2], text)


def _is_broken(code: bytes, language: str) -> bool:
    from tree_sitter import Parser

    return bool(Parser(grammar(language)).parse(code).root_node.has_error)


def _covering(root: Node, start: int, end: int) -> tuple[Node, ...]:
    node = root
    while True:
        inner = next((kid for kid in node.kids if kid.start <= start and kid.end >= end), None)
        if inner is None:
            break
        node = inner
    if node is root and len(node.kids) == 1:
        return (node.kids[0],)
    if node.start >= start and node is not root:
        return (node,)
    return tuple(kid for kid in node.kids if kid.start >= start and kid.end <= end + 1)


def _required(nodes: Sequence[Node]) -> set[str]:
    names = set()
    for top in nodes:
        for node in top.walk():
            if node.kind == "name" and metavariable(node) is None:
                text = node.text.lstrip("$")
                if not text.startswith((_METAS, _ELLIPSIS, _DEEP)) and len(text) > 1:
                    names.add(text)
    return names


def _is_ellipsis(node: Node) -> bool:
    if ("parameter" in node.kind or node.kind == "literal_element") and len(node.kids) == 1:
        node = node.kids[0]
    return node.kind == "name" and (node.text == _ELLIPSIS or node.text.startswith(_METAS))


def _is_deep(node: Node) -> bool:
    return node.kind == "call" and node.kids[0].kind == "name" and node.kids[0].text == _DEEP


class Matcher:
    """Matches patterns in one piece of code; `steps` counts what a rule cost, and has a bound."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self._aliases = aliases
        self.steps = 0

    def node(self, pattern: Node, node: Node, bindings: Bindings) -> Bindings | None:
        """How `node` matches `pattern`; None: it does not.

        Raises:
            GuardError: the rule took more steps than any should.
        """
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise GuardError(f"was given up after {MAX_STEPS} steps")
        name = metavariable(pattern)
        if name is not None:
            return _bind(name, node, bindings)
        if _is_ellipsis(pattern):
            return bindings
        if _is_deep(pattern):
            return self._anywhere(pattern.kids[1], node, bindings)
        if pattern.kind == "string":
            return self._string(pattern, node, bindings)
        if pattern.kind == "interpolated" and len(pattern.kids) == 1:  # PHP reads "$VALUE" as an interpolation
            inner = metavariable(pattern.kids[0])
            if inner is not None and node.kind == "string":
                return _bind(inner, node, bindings)
        if pattern.kind in ("name", "member"):
            wanted = dotted(pattern, {})
            if wanted is not None and "MV_" not in wanted and _ELLIPSIS not in wanted:
                for aliases in (self._aliases, {}):  # `from flask import request` may be asked for by either name
                    found = dotted(node, aliases)
                    if found is not None and _same_name(wanted, found):
                        return bindings
                if pattern.kind == "name":
                    return None
        if pattern.kind in _BODIES and node.kind not in _BODIES:
            return self._all(pattern.kids, [node], bindings)  # `if (x) f();` has the body of `if (x) { f(); }`
        if pattern.kind != node.kind or pattern.text != node.text:
            return None
        if pattern.kind in ("call", "new"):
            bound = self.node(pattern.kids[0], node.kids[0], bindings)
            arguments = node.kids[1:]
            if pattern.kind == "new" and not any(kid.kind in INITIALIZERS for kid in pattern.kids):
                arguments = [kid for kid in arguments if kid.kind not in INITIALIZERS]
            return None if bound is None else self._arguments(pattern.kids[1:], arguments, bound)
        kids: Sequence[Node] = node.kids
        if len(kids) != len(pattern.kids):
            wanted_kinds = {kid.kind for kid in pattern.kids}
            kids = [kid for kid in kids if kid.kind not in _OPTIONAL or kid.kind in wanted_kinds]
        return self._all(pattern.kids, kids, bindings)

    def prefix(
        self, patterns: Sequence[Node], nodes: Sequence[Node], bindings: Bindings
    ) -> tuple[int, Bindings] | None:
        """Matches all of `patterns` against the first of `nodes`, as many as it takes."""
        if not patterns:
            return 0, bindings
        if _is_ellipsis(patterns[0]):
            if len(patterns) == 1:
                return len(nodes), bindings  # a last `...` takes all that follows
            for skipped in range(len(nodes) + 1):
                rest = self.prefix(patterns[1:], nodes[skipped:], bindings)
                if rest is not None:
                    return skipped + rest[0], rest[1]
            return None
        if not nodes:
            return None
        bound = self.node(patterns[0], nodes[0], bindings)
        rest = None if bound is None else self.prefix(patterns[1:], nodes[1:], bound)
        return None if rest is None else (rest[0] + 1, rest[1])

    def _all(self, patterns: Sequence[Node], nodes: Sequence[Node], bindings: Bindings) -> Bindings | None:
        if not patterns:
            return bindings if not nodes else None
        if _is_ellipsis(patterns[0]):
            for skipped in range(len(nodes) + 1):
                bound = self._all(patterns[1:], nodes[skipped:], bindings)
                if bound is not None:
                    return bound
            return None
        if not nodes:
            return None
        bound = self.node(patterns[0], nodes[0], bindings)
        return None if bound is None else self._all(patterns[1:], nodes[1:], bound)

    def _arguments(self, patterns: Sequence[Node], nodes: Sequence[Node], bindings: Bindings) -> Bindings | None:
        """Positional arguments in order, keyword arguments in any."""
        keywords = [pattern for pattern in patterns if pattern.kind == "keyword"]
        if keywords:
            left = list(nodes)
            bound: Bindings | None = bindings
            for pattern in keywords:
                taken = next(
                    (n for n in left if n.kind == "keyword" and self.node(pattern, n, bindings) is not None), None
                )
                bound = None if taken is None or bound is None else self.node(pattern, taken, bound)
                if taken is None or bound is None:
                    return None
                left.remove(taken)
            return self._all([p for p in patterns if p.kind != "keyword"], left, bound or bindings)
        return self._all(patterns, nodes, bindings)

    def _anywhere(self, pattern: Node, node: Node, bindings: Bindings) -> Bindings | None:
        for inner in node.walk():
            bound = self.node(pattern, inner, bindings)
            if bound is not None:
                return bound
        return None

    def _string(self, pattern: Node, node: Node, bindings: Bindings) -> Bindings | None:
        if node.kind != "string":
            return None
        if pattern.text == "...":
            return bindings
        if re.fullmatch(r"(MV_|\$)[A-Z][A-Z0-9_]*", pattern.text):
            return _bind("$" + pattern.text.removeprefix("MV_").lstrip("$"), node, bindings)
        return bindings if pattern.text == node.text else None


def _bind(name: str, node: Node, bindings: Bindings) -> Bindings | None:
    if name == "$_":
        return bindings
    known = bindings.get(name)
    if known is None:
        return {**bindings, name: node}
    return bindings if known.same_as(node) else None


def _same_name(wanted: str, found: str) -> bool:
    if wanted == found:
        return True
    # A qualified type or C++'s std:: names the same thing: `new java.util.Random()`, `std::system(x)`.
    head, _, last = found.rpartition(".")
    return bool(head) and last == wanted and (head == "std" or (head.islower() and head.count(".") >= 1))
