"""One small syntax tree for all languages: what the matcher and the taint analysis see.

Tree-sitter's grammars name one thing differently (``attribute``, ``field_expression``, ``member_access_expression``).
Here a call is a ``call`` in every language, so a pattern's form and the flow of data are followed by one piece of
code. Kinds that have no common form keep the grammar's name.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

import tree_sitter

from guards.errors import GuardError

MAX_DEPTH = 220
MAX_CHARS = 2_000_000

_GRAMMARS = {
    "c": ("tree_sitter_c", "language"),
    "cpp": ("tree_sitter_cpp", "language"),
    "csharp": ("tree_sitter_c_sharp", "language"),
    "go": ("tree_sitter_go", "language"),
    "java": ("tree_sitter_java", "language"),
    "javascript": ("tree_sitter_javascript", "language"),
    "php": ("tree_sitter_php", "language_php_only"),
    "python": ("tree_sitter_python", "language"),
    "rust": ("tree_sitter_rust", "language"),
    "shell": ("tree_sitter_bash", "language"),
    "typescript": ("tree_sitter_typescript", "language_typescript"),
    # Two more grammars for code that is mixed with markup.
    "php with markup": ("tree_sitter_php", "language_php"),
    "typescript with markup": ("tree_sitter_typescript", "language_tsx"),
}
_WITH_MARKUP = " with markup"
LANGUAGES = frozenset(name for name in _GRAMMARS if not name.endswith(_WITH_MARKUP))

_CALLS = {"call", "call_expression", "invocation_expression", "function_call_expression"}
_METHOD_CALLS = {
    "method_invocation",
    "member_call_expression",
    "scoped_call_expression",
    "nullsafe_member_call_expression",
}
_NEWS = {"new_expression", "object_creation_expression"}
INITIALIZERS = {"array_initializer", "class_body", "initializer_expression"}
_MEMBERS = {
    "attribute",
    "class_constant_access_expression",
    "field_access",
    "field_expression",
    "member_access_expression",
    "member_expression",
    "qualified_identifier",
    "scoped_identifier",
    "scoped_property_access_expression",
    "selector_expression",
}
_INDEXES = {"subscript", "subscript_expression", "element_access_expression", "array_access", "index_expression"}
_ASSIGNMENTS = {
    "assignment",
    "assignment_expression",
    "assignment_statement",
    "augmented_assignment",
    "augmented_assignment_expression",
    "compound_assignment_expr",
    "const_spec",
    "init_declarator",
    "let_declaration",
    "named_expression",
    "short_var_declaration",
    "var_spec",
    "variable_declarator",
}
_BINARIES = {"binary_operator", "binary_expression", "boolean_operator"}
_STRINGS = {
    "concatenated_string",
    "encapsed_string",
    "heredoc",
    "interpolated_string_expression",
    "interpreted_string_literal",
    "nowdoc",
    "raw_string_literal",
    "string",
    "string_literal",
    "template_string",
    "verbatim_string_literal",
}
_STRING_PARTS = {
    "ansi_c_string",
    "escape_sequence",
    "heredoc_end",
    "heredoc_start",
    "interpolation_brace",
    "interpolation_quote",
    "interpolation_start",
    "interpreted_string_literal_content",
    "nowdoc_string",
    "raw_string_content",
    "raw_string_delimiter",
    "raw_string_literal_content",
    "raw_string_start",
    "raw_string_end",
    "string_content",
    "string_end",
    "string_fragment",
    "string_literal_content",
    "string_start",
}
_NAMES = {
    "field_identifier",
    "identifier",
    "implicit_parameter",
    "name",
    "namespace_identifier",
    "package_identifier",
    "predefined_type",
    "primitive_type",
    "property_identifier",
    "shorthand_property_identifier",
    "shorthand_property_identifier_pattern",
    "simple_identifier",
    "statement_identifier",
    "type_identifier",
    "variable_name",
}
_TRANSPARENT = {
    "parenthesized_expression",
    "expression_statement",
    "condition_clause",
    "expression_list",
    "tuple_pattern",
}
_ARGUMENTS = {"argument_list", "arguments"}
_DECLARATORS = {"pointer_declarator", "array_declarator", "reference_declarator"}
_WITH_OPERATOR = {
    "comparison_operator",
    "not_operator",
    "pointer_expression",
    "postfix_unary_expression",
    "prefix_unary_expression",
    "unary_expression",
    "unary_op_expression",
    "unary_operator",
    "update_expression",
}


_NO_KIDS: list[Node] = []  # of every leaf, as most nodes are; nobody adds to it


class Node:
    """A part of the code: `kind`, `text` of a leaf (or an operator), `kids`, [start, end) bytes, and its parent."""

    __slots__ = ("end", "kids", "kind", "parent", "start", "text")

    def __init__(self, kind: str, text: str, kids: list[Node], start: int, end: int) -> None:
        self.kind, self.text, self.kids, self.start, self.end = kind, text, kids, start, end
        self.parent: Node | None = None
        for kid in kids:
            kid.parent = self

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.kids))

    def within(self) -> Iterator[Node]:
        """The nodes that this one stands in, innermost first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def same_as(self, other: Node) -> bool:
        """Whether both are the same code, blanks and comments apart."""
        stack = [(self, other)]
        while stack:
            one, two = stack.pop()
            if one.kind != two.kind or one.text != two.text or len(one.kids) != len(two.kids):
                return False
            stack.extend(zip(one.kids, two.kids, strict=True))
        return True


def parse(code: bytes, language: str) -> Node:
    """The tree of `code`; broken code gives a tree with the parts that could be read.

    Raises:
        GuardError: it is too long, or nested too deep to be judged.
    """
    if len(code) > MAX_CHARS:
        raise GuardError(f"{len(code)} bytes of code; at most {MAX_CHARS} are judged")
    if (language == "php" and b"?>" in code) or (language == "typescript" and (b"</" in code or b"/>" in code)):
        language += _WITH_MARKUP
    root = _parser(language).parse(code).root_node
    if root.has_error and (closers := _missing_closers(code)):
        # An answer that is still being written, or was cut off: what is open is closed, and mostly it reads again.
        expression, brace, rest = closers.partition(b"}")
        for ending in (closers, expression + b";" + brace + rest):
            root = _parser(language).parse(code + ending).root_node
            if not root.has_error:
                break
        code += ending
    return _converted(root, code, _forms(language), 0)


_CLOSERS = {b"(": b")", b"[": b"]", b"{": b"}"}
_MAX_CLOSERS = 60
# Strings first; a quote that its line does not close is an apostrophe, or no string of this kind.
_BRACKETS = re.compile(rb"\\.|\"(?:[^\"\\\n]|\\.)*[\"\n]|'(?:[^'\\\n]|\\.)*['\n]|[\"'(){}\[\]]", re.S)


def _missing_closers(code: bytes) -> bytes:
    """The brackets (and a quote) that the code leaves open, in the order in which to close them."""
    open_now: list[bytes] = []
    quote = b""
    for found in _BRACKETS.finditer(code):
        mark = found[0]
        if mark in _CLOSERS:
            open_now.append(_CLOSERS[mark])
        elif open_now and mark == open_now[-1]:
            open_now.pop()
        elif mark in (b'"', b"'"):  # the code ends in this string
            quote = mark
            break
    if len(open_now) > _MAX_CLOSERS:
        return b""
    return quote + b"".join(reversed(open_now))


@cache
def grammar(language: str) -> tree_sitter.Language:
    module, function = _GRAMMARS[language]
    return tree_sitter.Language(getattr(importlib.import_module(module), function)())


def _parser(language: str) -> tree_sitter.Parser:
    return tree_sitter.Parser(grammar(language))  # parsers keep state and are not for sharing between threads


# What becomes of a grammar's kind of node; a "literal" is a leaf where nothing named stands in it.
_Form = Literal[
    "plain",
    "name",
    "literal",
    "comment",
    "string",
    "backticks",
    "statement",
    "declaration",
    "definition",
    "transparent",
    "argument",
    "call",
    "method call",
    "new",
    "member",
    "index",
    "assignment",
    "binary",
    "keyword",
    "operator",
]
_MADE_WITH = {*INITIALIZERS, "new_declarator"}
_Forms = Mapping[int, tuple[str, _Form]]
_FORM_OF: Mapping[str, _Form] = {
    "shell_command_expression": "backticks",
    "expression_statement": "statement",
    "argument": "argument",
    "declaration": "declaration",
    "function_definition": "definition",
    "keyword_argument": "keyword",
    **dict.fromkeys(_WITH_OPERATOR, "operator"),
    **dict.fromkeys(_BINARIES, "binary"),
    **dict.fromkeys(_ASSIGNMENTS, "assignment"),
    **dict.fromkeys(_INDEXES, "index"),
    **dict.fromkeys(_MEMBERS, "member"),
    **dict.fromkeys(_NEWS, "new"),
    **dict.fromkeys(_METHOD_CALLS, "method call"),
    **dict.fromkeys(_CALLS, "call"),
    **dict.fromkeys(_TRANSPARENT - {"expression_statement"}, "transparent"),
    **dict.fromkeys(_STRINGS, "string"),
    **dict.fromkeys(_NAMES, "name"),
}


@cache
def _forms(language: str) -> _Forms:
    """A grammar's kinds by number: a number is read faster than a name."""
    own = grammar(language)
    found: dict[int, tuple[str, _Form]] = {0xFFFF: ("ERROR", "plain")}
    for number in range(own.node_kind_count):
        kind = own.node_kind_for_id(number) or ""
        plain: _Form = "comment" if kind.endswith("comment") else "plain"
        if kind.endswith("_literal") and kind not in _FORM_OF:
            plain = "literal"
        found[number] = kind, _FORM_OF.get(kind, plain)
    return found


def _converted(raw: Any, code: bytes, forms: _Forms, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise GuardError(f"code nested deeper than {MAX_DEPTH} levels can't be judged")
    kind, form = forms[raw.kind_id]
    start, end = raw.start_byte, raw.end_byte
    if form == "name":
        return Node("name", code[start:end].decode("utf-8", "replace"), _NO_KIDS, start, end)
    children = raw.named_children
    if not children and form != "string" and (raw.child_count == 0 or kind.endswith("_literal")):
        return Node(kind, code[start:end].decode("utf-8", "replace"), _NO_KIDS, start, end)
    named = [child for child in children if forms[child.kind_id][1] != "comment"]
    below = depth + 1
    if form == "plain" or form == "literal":
        return Node(kind, "", [_converted(child, code, forms, below) for child in named], start, end)
    if form == "declaration" and raw.parent is not None and raw.parent.type == "compound_statement":
        return Node(kind, "", [_declared(child, code, forms, below) for child in named], start, end)
    if form == "definition":  # C: the star of `char *f()` belongs to the type
        named = [_function_declarator(child) for child in named]
    if form == "string":
        return _string(raw, kind, named, code, forms, below)
    if form == "statement" and len(named) == 1:
        inner = _converted(named[0], code, forms, below)
        return Node("echo_statement", "", [inner], start, end) if _is_echoed(raw) else inner
    if form == "transparent" or form == "argument":
        if len(named) == 1 and (form == "transparent" or raw.child_by_field_name("name") is None):
            return _converted(named[0], code, forms, below)
    elif form == "call" and len(named) >= 2:
        callee = raw.child_by_field_name("function") or named[0]
        called = _converted(callee, code, forms, below)
        if called.kind == "member" and called.kids[1].kind == "generic_name":  # C#: db.Query<User>(...)
            name = called.kids[1].kids[0]
            called = Node("member", "", [called.kids[0], name], called.start, name.end)
        return Node("call", "", [called, *_arguments(named, code, forms, below)], start, end)
    elif form == "method call":
        name = raw.child_by_field_name("name")
        target = raw.child_by_field_name("object") or raw.child_by_field_name("scope")
        if name is not None:
            member = _converted(name, code, forms, below)
            if target is not None:
                owner = _converted(target, code, forms, below)
                member = Node("member", "", [owner, member], owner.start, member.end)
            return Node("call", "", [member, *_arguments(named, code, forms, below)], start, end)
    elif form == "member" and len(named) >= 2:
        owner, member = _converted(named[0], code, forms, below), _converted(named[-1], code, forms, below)
        return Node("member", "", [owner, member], start, end)
    elif form == "assignment":
        return _assignment(raw, kind, named, code, forms, below)
    elif form == "new" and named:
        made = next((child for child in named if child.type not in _ARGUMENTS), named[0])
        rest = [_converted(child, code, forms, below) for child in named if child.type in _MADE_WITH]
        kids = [_converted(made, code, forms, below), *_arguments(named, code, forms, below), *rest]
        return Node("new", "", kids, start, end)
    elif form == "backticks":  # PHP: `ls $x`
        called = Node("name", "shell_exec", _NO_KIDS, start, start)
        given = Node("interpolated", "", [_converted(child, code, forms, below) for child in named], start, end)
        return Node("call", "", [called, given], start, end)
    kids = [_converted(child, code, forms, below) for child in named]
    if form == "index" and named:
        return Node("index", "", kids, start, end)
    if form == "binary" and len(named) == 2:
        operator = raw.child_by_field_name("operator")
        return Node("binary", operator.text.decode() if operator is not None else _operator(raw), kids, start, end)
    if form in ("keyword", "argument") and len(named) == 2:
        return Node("keyword", "", kids, start, end)
    return Node(kind, _operator(raw) if form == "operator" else "", kids, start, end)


def _function_declarator(raw: Any) -> Any:
    inner = raw
    while inner is not None and inner.type == "pointer_declarator":
        inner = inner.child_by_field_name("declarator") or next(iter(inner.named_children), None)
    return inner if inner is not None and inner.type == "function_declarator" else raw


def _declared(raw: Any, code: bytes, forms: _Forms, depth: int) -> Node:
    """A declarator in a C++ function; ``std::ifstream in(path);`` reads like a function's and is a variable set."""
    name, given = raw.child_by_field_name("declarator"), raw.child_by_field_name("parameters")
    if raw.type != "function_declarator" or name is None or name.type != "identifier" or given is None:
        return _converted(raw, code, forms, depth)
    arguments = _read_as_values(given, code, forms, depth + 1)
    if not arguments:
        return _converted(raw, code, forms, depth)
    values = Node("argument_list", "", arguments, given.start_byte, given.end_byte)
    return Node("assign", "=", [_converted(name, code, forms, depth), values], raw.start_byte, raw.end_byte)


def _read_as_values(parameters: Any, code: bytes, forms: _Forms, depth: int) -> list[Node]:
    """``(path)``, ``(time(nullptr))``: a parameter list that could be one of values; empty where it can't."""
    found = []
    for child in parameters.named_children:
        parts = child.named_children
        if child.type != "parameter_declaration" or not parts or len(parts) > 2:
            return []
        value = _converted(parts[0], code, forms, depth)
        if len(parts) == 2:
            given = parts[1].child_by_field_name("parameters") or next(iter(parts[1].named_children), None)
            if parts[1].type != "abstract_function_declarator" or given is None or given.type != "parameter_list":
                return []
            inner = _read_as_values(given, code, forms, depth + 1)
            value = Node("call", "", [value, *inner], child.start_byte, child.end_byte)
        found.append(value)
    return found


def _is_echoed(raw: Any) -> bool:
    """Whether a statement of PHP stands in ``<?= ... ?>``."""
    before = raw.prev_sibling
    if before is not None and before.type == "text_interpolation" and before.child_count:
        before = before.children[-1]
    return before is not None and before.type == "php_tag" and before.text == b"<?="


def _operator(raw: Any) -> str:
    return " ".join(child.type for child in raw.children if not child.is_named)


def _arguments(named: list[Any], code: bytes, forms: _Forms, depth: int) -> list[Node]:
    found: list[Node] = []
    for child in named:
        if child.type in _ARGUMENTS:
            inner = [part for part in child.named_children if forms[part.kind_id][1] != "comment"]
            found += [_converted(part, code, forms, depth + 1) for part in inner]
        elif child.type in ("template_string", "generator_expression"):  # f`...`, join(x for x in y)
            found.append(_converted(child, code, forms, depth + 1))
    return found


def _assignment(raw: Any, kind: str, named: list[Any], code: bytes, forms: _Forms, depth: int) -> Node:
    field = raw.child_by_field_name
    target = field("left") or field("name") or field("declarator") or field("pattern") or (named[0] if named else None)
    value = field("right") or field("value")
    if value is None and kind == "variable_declarator" and len(named) >= 2:
        value = named[-1]  # C#'s grammar has no field for it
    if target is None or value is None or target == value:
        return Node(kind, "", [_converted(child, code, forms, depth) for child in named], raw.start_byte, raw.end_byte)
    while target.type in _DECLARATORS and target.named_child_count:
        inner = target.child_by_field_name("declarator") or target.named_children[0]
        target = inner
    operator = field("operator")
    text = operator.text.decode() if operator is not None else "="
    text = text if text in ("=", ":=") or "=" in text else "="
    kids = [_converted(target, code, forms, depth), _converted(value, code, forms, depth)]
    return Node("assign", "=" if text == ":=" else text, kids, raw.start_byte, raw.end_byte)


def _string(raw: Any, kind: str, named: list[Any], code: bytes, forms: _Forms, depth: int) -> Node:
    start, end = raw.start_byte, raw.end_byte
    inside: list[Node] = []
    for child in named:
        if child.type in _STRING_PARTS:
            continue
        if child.type in ("heredoc_body", "nowdoc_body"):
            parts = [part for part in child.named_children if part.type not in _STRING_PARTS]
            inside += [_converted(part, code, forms, depth) for part in parts]
        elif child.type in ("interpolation", "template_substitution"):
            parts = [part for part in child.named_children if part.type not in _STRING_PARTS]
            inside += [_converted(part, code, forms, depth) for part in parts[:1]]
        elif kind == "concatenated_string":
            inside.append(_converted(child, code, forms, depth))
        else:
            inside.append(_converted(child, code, forms, depth))
    text = code[start:end].decode("utf-8", "replace")
    if kind == "concatenated_string":
        if any(part.kind == "interpolated" for part in inside):
            return Node("interpolated", "", [kid for part in inside for kid in part.kids], start, end)
        return Node("string", "".join(part.text for part in inside), _NO_KIDS, start, end)
    if inside:
        return Node("interpolated", "", inside, start, end)
    return Node("string", _unquoted(text), _NO_KIDS, start, end)


def _unquoted(text: str) -> str:
    body = text.lstrip("bBrRuUfFL@$8")
    for quote in ('"""', "'''", '"', "'", "`"):
        if body.startswith(quote):
            body = body[len(quote) :]
            return body[: -len(quote)] if body.endswith(quote) else body
    return body
