"""The statements of all languages: which branch, loop or leave, and what follows from one to the next."""

from __future__ import annotations

from collections.abc import Iterator

from .node import Node

BRANCHES = frozenset({
    "if_statement", "switch_statement", "switch_expression", "try_statement", "match_statement", "if_expression",
    "expression_switch_statement", "try_with_resources_statement",
    "match_block", "switch_block", "switch_body",
})  # fmt: skip
LOOPS = frozenset({
    "for_expression", "loop_expression", "while_expression", "do_statement", "enhanced_for_statement", "for_in_statement", "for_range_loop", "for_statement",
    "foreach_statement", "while_statement",
})  # fmt: skip
BLOCKS = frozenset({
    "block", "compound_statement", "statement_block", "else_clause", "elif_clause", "catch_clause",
    "except_clause", "finally_clause", "else_if_clause", "class_body", "case_clause", "case_statement", "communication_case",
    "default_case", "default_statement", "expression_case", "match_arm", "switch_block_statement_group", "switch_case",
    "switch_default", "switch_rule", "switch_section",
})  # fmt: skip
SEQUENCES = frozenset(
    {"block", "colon_block", "compound_statement", "else_clause", "statement_block", "statement_list"}
)
CASES = frozenset({
    "case_clause", "case_statement", "communication_case", "default_case", "default_statement", "expression_case", "match_arm",
    "switch_block_statement_group", "switch_case", "switch_default", "switch_expression_arm", "switch_rule", "switch_section",
})  # fmt: skip
SWITCHES = frozenset({"expression_switch_statement", "match_statement", "switch_expression", "switch_statement"})
TERNARIES = frozenset({"ternary_expression", "conditional_expression", "conditional_expr"})
LOGIC = frozenset({"&&", "||", "and", "or", "??"})
# Statements after which the next one is not reached, and calls that never come back.
_EXITS = frozenset({
    "break_statement", "continue_statement", "exit_statement", "goto_statement", "raise_statement", "return_statement",
    "throw_expression", "throw_statement", "break_expression", "continue_expression", "return_expression",
})  # fmt: skip
_EXIT_CALLS = frozenset({
    "Exit", "Fatal", "Fatalf", "Fatalln", "_exit", "abort", "die", "exit", "notFound", "panic", "quit", "redirect_and_exit", "wp_die",
    "bail", "err", "errx", "error_exit", "exit_with_error", "fatal", "fatal_error", "longjmp", "print_usage", "quick_exit",
    "show_usage", "terminate", "throw", "usage", "wp_send_json_error", "wp_send_json_success",
})  # fmt: skip
HAPPENING = BRANCHES | LOOPS | SWITCHES | _EXITS | {
    "case_statement", "delete_expression", "if_expression", "labeled_statement", "let_condition", "match_expression",
    "update_expression",
}  # fmt: skip


def exits(node: Node) -> bool:
    """Whether what follows `node` is not reached through it."""
    if node.kind in _EXITS:
        return True
    if node.kind == "call":
        callee = node.kids[0]
        return (callee.kids[1].text if callee.kind == "member" else callee.text) in _EXIT_CALLS
    return node.kind in SEQUENCES and any(exits(kid) for kid in node.kids)


def labels(case: Node) -> list[Node]:
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


def previous(node: Node) -> Node | None:
    if node.parent is None:
        return None
    at = next(at for at, kid in enumerate(node.parent.kids) if kid is node)
    return node.parent.kids[at - 1] if at else None


def targets(node: Node) -> Iterator[Node]:
    if node.kind in ("name", "member", "index"):
        yield node
    else:
        for kid in node.kids:
            yield from targets(kid)
