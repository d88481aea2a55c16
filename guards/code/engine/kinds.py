"""What becomes of each grammar's kinds of node: tree-sitter's grammars name one thing differently, here it has one form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from .grammar import grammar

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
STRING_PARTS = {
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
ARGUMENTS = {"argument_list", "arguments"}
DECLARATORS = {"pointer_declarator", "array_declarator", "reference_declarator"}
_WITH_OPERATOR = {
    "comparison_operator",
    "modifier",  # C#: `public`, and Java has all of them in one node
    "not_operator",
    "pointer_expression",
    "postfix_unary_expression",
    "prefix_unary_expression",
    "sized_type_specifier",  # C: `unsigned` or `short`, which are no names
    "unary_expression",
    "unary_op_expression",
    "unary_operator",
    "update_expression",
}

# What becomes of a grammar's kind of node.
Form = Literal[
    "plain",
    "name",
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
    "modifiers",
]
# C#: a function is one, in a class or in another function; a pattern does not say where.
_THE_SAME = {"local_function_statement": "method_declaration"}
MADE_WITH = {*INITIALIZERS, "new_declarator"}
Forms = Mapping[int, tuple[str, Form]]
_FORM_OF: Mapping[str, Form] = {
    "shell_command_expression": "backticks",
    "expression_statement": "statement",
    "argument": "argument",
    "declaration": "declaration",
    "function_definition": "definition",
    "keyword_argument": "keyword",
    "modifiers": "modifiers",
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
def forms(language: str) -> Forms:
    """A grammar's kinds by number: a number is read faster than a name."""
    own = grammar(language)
    found: dict[int, tuple[str, Form]] = {0xFFFF: ("ERROR", "plain")}
    for number in range(own.node_kind_count):
        kind = own.node_kind_for_id(number) or ""
        kind = _THE_SAME.get(kind, kind)
        plain: Form = "comment" if kind.endswith("comment") else "plain"
        found[number] = kind, _FORM_OF.get(kind, plain)
    return found
