"""One small syntax tree for all languages: what the matcher and the taint analysis see.

Tree-sitter's grammars name one thing differently (``attribute``, ``field_expression``, ``member_access_expression``).
Here a call is a ``call`` in every language, so a pattern's form and the flow of data are followed by one piece of
code. Kinds that have no common form keep the grammar's name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from guards.errors import GuardError

from .grammar import read
from .kinds import ARGUMENTS, DECLARATORS, MADE_WITH, STRING_PARTS, Form, forms
from .node import NO_KIDS, Node

MAX_DEPTH = 220


def parse(code: bytes, language: str) -> Node:
    """The tree of `code`; broken code gives a tree with the parts that could be read.

    Raises:
        GuardError: it is too long, nested too deep, or takes its parser too long to be judged.
    """
    root, closed, name = read(code, language)
    tree = converted(root, closed, name)
    while tree.kids and tree.kids[-1].start >= len(code):  # what was added to close it
        tree.kids.pop()
    return tree


def converted(root: Any, code: bytes, grammar_name: str) -> Node:
    """Tree-sitter's tree as one of ours.

    Raises:
        GuardError: it is nested too deep.
    """
    return _Conversion(code, grammar_name).node(root, 0)


class _Conversion:
    """One piece of code on its way from the parser's tree to ours."""

    __slots__ = ("code", "forms")

    def __init__(self, code: bytes, grammar_name: str) -> None:
        self.code, self.forms = code, _makers(grammar_name)

    def node(self, raw: Any, depth: int) -> Node:
        kind, make = self.forms[raw.kind_id]
        return self._made(raw, kind, make, depth)

    def _made(self, raw: Any, kind: str, make: _Make | None, depth: int) -> Node:
        start, end = raw.start_byte, raw.end_byte
        if make is _name:
            return Node("name", self.code[start:end].decode("utf-8", "replace"), NO_KIDS, start, end)
        children = raw.named_children
        if not children and make is not _string and (raw.child_count == 0 or kind.endswith("_literal")):
            return Node(kind, self.code[start:end].decode("utf-8", "replace"), NO_KIDS, start, end)
        if depth > MAX_DEPTH:
            raise GuardError(f"code nested deeper than {MAX_DEPTH} levels can't be judged")
        if make is None:
            return Node(kind, "", self.all(children, depth + 1), start, end)
        return make(self, raw, kind, self.said(children), depth + 1)

    def said(self, children: list[Any]) -> list[Any]:
        """Those that are no comments."""
        forms = self.forms
        return [child for child in children if forms[child.kind_id][1] is not _comment]

    def all(self, children: list[Any], depth: int) -> list[Node]:
        forms, made = self.forms, self._made
        found = []
        for child in children:
            kind, make = forms[child.kind_id]
            if make is not _comment:
                found.append(made(child, kind, make, depth))
        return found

    def arguments(self, named: list[Any], depth: int) -> list[Node]:
        found: list[Node] = []
        for child in named:
            kind = child.type
            if kind in ARGUMENTS:
                found += self.all(child.named_children, depth + 1)
            elif kind in ("template_string", "generator_expression"):  # f`...`, join(x for x in y)
                found.append(self.node(child, depth + 1))
        return found

    def values(self, parameters: Any, depth: int) -> list[Node]:
        """``(path)``, ``(time(nullptr))``: a parameter list that could be one of values; empty where it can't."""
        found = []
        for child in parameters.named_children:
            parts = child.named_children
            if child.type != "parameter_declaration" or not parts or len(parts) > 2:
                return []
            value = self.node(parts[0], depth)
            if len(parts) == 2:
                given = parts[1].child_by_field_name("parameters") or next(iter(parts[1].named_children), None)
                if parts[1].type != "abstract_function_declarator" or given is None or given.type != "parameter_list":
                    return []
                inner = self.values(given, depth + 1)
                value = Node("call", "", [value, *inner], child.start_byte, child.end_byte)
            found.append(value)
        return found

    def declared(self, raw: Any, depth: int) -> Node:
        """A declarator in a C++ function; ``std::ifstream in(path);`` reads like a function's and is a variable set."""
        name, given = raw.child_by_field_name("declarator"), raw.child_by_field_name("parameters")
        if raw.type != "function_declarator" or name is None or name.type != "identifier" or given is None:
            return self.node(raw, depth)
        arguments = self.values(given, depth + 1)
        if not arguments:
            return self.node(raw, depth)
        values = Node("argument_list", "", arguments, given.start_byte, given.end_byte)
        return Node("assign", "=", [self.node(name, depth), values], raw.start_byte, raw.end_byte)


# Makers of one form of node each, from the parser's node, its kind and its named children but for comments.
_Make = Callable[[_Conversion, Any, str, list[Any], int], Node]


def _name(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    return one.node(raw, depth)  # a mark: `_made` makes names itself


def _comment(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    return _plain(one, raw, kind, named, depth)  # a mark, too: only a comment that stands alone comes here


def _plain(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    return Node(kind, "", one.all(named, depth), raw.start_byte, raw.end_byte)


def _declaration(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    if raw.parent is None or raw.parent.type != "compound_statement":
        return _plain(one, raw, kind, named, depth)
    return Node(kind, "", [one.declared(child, depth) for child in named], raw.start_byte, raw.end_byte)


def _definition(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    return _plain(one, raw, kind, [_function_declarator(child) for child in named], depth)


def _function_declarator(raw: Any) -> Any:
    """C: the star of ``char *f()`` belongs to the type."""
    inner = raw
    while inner is not None and inner.type == "pointer_declarator":
        inner = inner.child_by_field_name("declarator") or next(iter(inner.named_children), None)
    return inner if inner is not None and inner.type == "function_declarator" else raw


def _statement(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    if len(named) != 1:
        return _plain(one, raw, kind, named, depth)
    inner = one.node(named[0], depth)
    return Node("echo_statement", "", [inner], raw.start_byte, raw.end_byte) if _is_echoed(raw) else inner


def _is_echoed(raw: Any) -> bool:
    """Whether a statement of PHP stands in ``<?= ... ?>``."""
    before = raw.prev_sibling
    if before is not None and before.type == "text_interpolation" and before.child_count:
        before = before.children[-1]
    return before is not None and before.type == "php_tag" and before.text == b"<?="


def _transparent(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    return one.node(named[0], depth) if len(named) == 1 else _plain(one, raw, kind, named, depth)


def _argument(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    if len(named) == 1 and raw.child_by_field_name("name") is None:
        return one.node(named[0], depth)
    return _keyword(one, raw, kind, named, depth)


def _keyword(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    return _plain(one, raw, "keyword" if len(named) == 2 else kind, named, depth)


def _call(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    if len(named) < 2:
        return _plain(one, raw, kind, named, depth)
    called = one.node(raw.child_by_field_name("function") or named[0], depth)
    if called.kind == "member" and called.kids[1].kind == "generic_name":  # C#: db.Query<User>(...)
        name = called.kids[1].kids[0]
        called = Node("member", "", [called.kids[0], name], called.start, name.end)
    return Node("call", "", [called, *one.arguments(named, depth)], raw.start_byte, raw.end_byte)


def _method_call(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    name = raw.child_by_field_name("name")
    if name is None:
        return _plain(one, raw, kind, named, depth)
    target = raw.child_by_field_name("object") or raw.child_by_field_name("scope")
    member = one.node(name, depth)
    if target is not None:
        owner = one.node(target, depth)
        member = Node("member", "", [owner, member], owner.start, member.end)
    return Node("call", "", [member, *one.arguments(named, depth)], raw.start_byte, raw.end_byte)


def _member(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    if len(named) < 2:
        return _plain(one, raw, kind, named, depth)
    owner, member = one.node(named[0], depth), one.node(named[-1], depth)
    return Node("member", "", [owner, member], raw.start_byte, raw.end_byte)


def _index(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    return _plain(one, raw, "index" if named else kind, named, depth)


def _new(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    if not named:
        return _plain(one, raw, kind, named, depth)
    made = next((child for child in named if child.type not in ARGUMENTS), named[0])
    rest = [one.node(child, depth) for child in named if child.type in MADE_WITH]
    kids = [one.node(made, depth), *one.arguments(named, depth), *rest]
    return Node("new", "", kids, raw.start_byte, raw.end_byte)


def _backticks(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    """PHP: `ls $x`"""
    start, end = raw.start_byte, raw.end_byte
    called = Node("name", "shell_exec", NO_KIDS, start, start)
    return Node("call", "", [called, Node("interpolated", "", one.all(named, depth), start, end)], start, end)


def _binary(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    if len(named) != 2:
        return _plain(one, raw, kind, named, depth)
    operator = raw.child_by_field_name("operator")
    text = operator.text.decode() if operator is not None else _unnamed(raw)
    return Node("binary", text, one.all(named, depth), raw.start_byte, raw.end_byte)


def _operator(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    return Node(kind, _unnamed(raw), one.all(named, depth), raw.start_byte, raw.end_byte)


def _modifiers(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    kids = []
    for child in raw.children:
        if child.is_named:
            kids += one.all([child], depth)
        else:
            kids.append(Node("modifier", child.type, NO_KIDS, child.start_byte, child.end_byte))
    return Node(kind, "", kids, raw.start_byte, raw.end_byte)


def _unnamed(raw: Any) -> str:
    return " ".join(child.type for child in raw.children if not child.is_named)


def _assignment(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    field = raw.child_by_field_name
    target = field("left") or field("name") or field("declarator") or field("pattern") or (named[0] if named else None)
    value = field("right") or field("value")
    if value is None and kind == "variable_declarator" and len(named) >= 2:
        value = named[-1]  # C#'s grammar has no field for it
    if target is None or value is None or target == value:
        return _plain(one, raw, kind, named, depth)
    while target.type in DECLARATORS and target.named_child_count:
        target = target.child_by_field_name("declarator") or target.named_children[0]
    operator = field("operator")
    text = operator.text.decode() if operator is not None else "="
    text = text if text in ("=", ":=") or "=" in text else "="
    kids = [one.node(target, depth), one.node(value, depth)]
    return Node("assign", "=" if text == ":=" else text, kids, raw.start_byte, raw.end_byte)


def _string(one: _Conversion, raw: Any, kind: str, named: list[Any], depth: int) -> Node:
    start, end = raw.start_byte, raw.end_byte
    inside: list[Node] = []
    for child in named:
        inner = child.type
        if inner in STRING_PARTS:
            continue
        if inner in ("heredoc_body", "nowdoc_body"):
            parts = [part for part in child.named_children if part.type not in STRING_PARTS]
            inside += [one.node(part, depth) for part in parts]
        elif inner in ("interpolation", "template_substitution"):
            parts = [part for part in child.named_children if part.type not in STRING_PARTS]
            inside += [one.node(part, depth) for part in parts[:1]]
        else:
            inside.append(one.node(child, depth))
    if kind == "concatenated_string":
        if any(part.kind == "interpolated" for part in inside):
            return Node("interpolated", "", [kid for part in inside for kid in part.kids], start, end)
        return Node("string", "".join(part.text for part in inside), NO_KIDS, start, end)
    if inside:
        return Node("interpolated", "", inside, start, end)
    return Node("string", _unquoted(one.code[start:end].decode("utf-8", "replace")), NO_KIDS, start, end)


def _unquoted(text: str) -> str:
    body = text.lstrip("bBrRuUfFL@$8")
    for quote in ('"""', "'''", '"', "'", "`"):
        if body.startswith(quote):
            body = body[len(quote) :]
            return body[: -len(quote)] if body.endswith(quote) else body
    return body


_MAKERS: Mapping[Form, _Make | None] = {
    "plain": None,
    "name": _name,
    "comment": _comment,
    "string": _string,
    "backticks": _backticks,
    "statement": _statement,
    "declaration": _declaration,
    "definition": _definition,
    "transparent": _transparent,
    "argument": _argument,
    "call": _call,
    "method call": _method_call,
    "new": _new,
    "member": _member,
    "index": _index,
    "assignment": _assignment,
    "binary": _binary,
    "keyword": _keyword,
    "operator": _operator,
    "modifiers": _modifiers,
}


@cache
def _makers(grammar_name: str) -> Mapping[int, tuple[str, _Make | None]]:
    """By the number of a grammar's kind: a number is read faster than a name."""
    return {number: (kind, _MAKERS[form]) for number, (kind, form) in forms(grammar_name).items()}
