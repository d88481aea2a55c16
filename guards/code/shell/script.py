"""A shell script read as the commands that it would run, in order, nested code included.

Tree-sitter's grammar gives the statements; words are expanded by `words`. What stands in ``sh -c``, ``eval``, substitutions,
here-documents for a shell and decoded payloads is read in turn, `MAX_DEPTH` deep.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from guards.errors import GuardError

from .command import Command
from .frame import LINK, NO_REDIRECTS, REDIRECTS, Out, Reader
from .grammar import tree_of
from .simple import MAX_STAGES, Commands
from .words import Each, Scope

MAX_CHARS = 2_000_000
# Characters that its commands hold in all, what they read included; a line of a here-document may stand in many of them.
MAX_HELD_CHARS = 2_000_000
MAX_HELD_PER_CHAR = 8  # and as many for each character of the script

_SKIPPED = frozenset(
    {"comment", "word", "number", "variable_name", "raw_string", "ansi_c_string", "regex", "string_content"}
)
_COMPOUND = frozenset({"program", "list", "compound_statement", "subshell", "do_group", "if_statement", "elif_clause",
                       "else_clause", "while_statement", "case_statement", "case_item", "negated_command"})  # fmt: skip


def commands_in(code: str, foreign: Callable[[str, str, Command], None] | None = None) -> list[Command]:
    """Every command that `code` would run; `foreign` gets code for other interpreters: (code, language, the command).

    Raises:
        GuardError: too long, nested too deep, or grown too large.
    """
    if len(code) > MAX_CHARS:
        raise GuardError(f"a script over {MAX_CHARS} characters long is not judged")
    reader = Reader(_run, foreign, MAX_HELD_CHARS + MAX_HELD_PER_CHAR * len(code))
    reader.read(code, {}, None, 0)
    return reader.commands


def _run(reader: Reader, code: str, scope: Scope, at: tuple[int, int] | None, depth: int, piped: Out) -> Out:
    return _Script(reader, code, scope, at, depth, piped).run()


class _Script(Commands):
    def run(self) -> Out:
        code = self._code
        root = tree_of(code)
        if root is None or root.type == "ERROR":  # a root that is no program: its children are scraps
            return self._lex(0, len(code))
        if not root.has_error:
            return self._walk(root)
        out, broken_from = Out([], ""), -1
        for child in root.named_children:
            if not child.has_error:
                if broken_from >= 0:
                    self._lex(broken_from, child.start_byte)
                    broken_from = -1
                out.commands += self._walk(child).commands
            elif broken_from < 0:
                broken_from = child.start_byte
        if broken_from >= 0 or root.named_child_count == 0:
            out.commands += self._lex(max(broken_from, 0), len(code)).commands
        out.text = None
        return out

    def _walk(self, node: Any) -> Out:
        kind = node.type
        if kind == "command":
            return self._command(node, NO_REDIRECTS)
        if kind in _COMPOUND:
            return self._each(node.named_children)
        if kind == "redirected_statement":
            return self._redirected(node)
        if kind == "pipeline":
            return self._pipeline(node.named_children, self._piped)
        if kind == "variable_assignment":
            self._begin(node)
            self._assign(node)
            self._bare(node, [self._slice(node)])
            return Out([], "")
        if kind == "variable_assignments":
            return self._each(node.named_children)
        if kind in ("declaration_command", "unset_command"):
            return self._declaration(node)
        if kind in ("for_statement", "c_style_for_statement"):
            return self._for(node)
        if kind == "function_definition":
            return self._function(node)
        if kind in ("command_substitution", "process_substitution", "string", "concatenation", "expansion"):
            self._begin(node)
            return Out(self._substitutions(node))
        if kind in _SKIPPED:
            return Out([], "")
        if kind in REDIRECTS:
            self._begin(node)
            redirects = self._redirects([node])
            return Out([self._emit([], redirects, self._slice(node), ())]) if redirects.rows else Out([], "")
        return self._each(node.named_children)

    def _each(self, nodes: Sequence[Any]) -> Out:
        out = Out([], "")
        for node in nodes:
            one = self._walk(node)
            out.commands += one.commands
            out.text = None if out.text is None or one.text is None else out.text + one.text
        return out

    def _pipeline(self, stages: Sequence[Any], piped: Out) -> Out:
        before, out = self._piped, piped
        try:
            for stage in stages:
                if stage.type == "comment":
                    continue
                self._piped = out
                new = self._walk(stage)
                # What came before is read by what comes next, too: `curl | sed | sh`.
                out = Out([*out.commands, *new.commands] if len(out.commands) < MAX_STAGES else new.commands, new.text)
        finally:
            self._piped = before
        return out

    def _redirected(self, node: Any) -> Out:
        children = node.named_children
        body = [child for child in children if child.type not in REDIRECTS]
        self._begin(node)
        redirects = self._redirects([child for child in children if child.type in REDIRECTS])
        if not body:
            out = Out([self._emit([], redirects, self._slice(node), ())])
        elif body[0].type == "command":
            out = self._command(body[0], redirects, node)
        else:
            before = self._piped
            self._piped = Out([*before.commands, *redirects.sources], redirects.stdin)
            out = self._walk(body[0])
            self._piped = before
            self._reader.hold(LINK * sum(len(command.redirects) + len(redirects.rows) for command in out.commands))
            for command in out.commands:
                command.redirects = [*command.redirects, *redirects.rows]
            for command in out.commands[-1:]:
                self._reader.files.written(command, redirects.rows)
        if redirects.silent:
            out = Out(out.commands, "")
        for child in children:
            if child.type == "heredoc_redirect":
                for after in child.named_children:
                    if after.type == "pipeline":
                        out = self._pipeline(after.named_children, out)
                    elif after.type in ("command", "list", "redirected_statement"):
                        self._walk(after)
        return out

    def _for(self, node: Any) -> Out:
        self._begin(node)
        name = node.child_by_field_name("variable")
        if name is not None:
            values = [
                field
                for child in node.children_by_field_name("value")
                for field in self._expander.fields(self._slice(child))
            ]
            self._scope[self._slice(name)] = Each(values[:64]) if values else None
        return self._each([child for child in node.named_children if child.type in ("do_group", "compound_statement")])

    def _function(self, node: Any) -> Out:
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        if name is None or body is None:
            return self._each(node.named_children)
        called = self._slice(name)
        self._functions[called] = body
        first = len(self._reader.commands)
        self._active.add(called)
        self._walk(body)
        self._active.discard(called)
        for command in self._reader.commands[first:]:
            command.recursive = command.name == called and any(source.name == called for source in command.sources)
        return Out([], "")

    def _declaration(self, node: Any) -> Out:
        self._begin(node)
        words = []
        for child in node.named_children:
            if child.type == "variable_assignment":
                self._assign(child)
            words += self._expander.fields(self._slice(child))
        keyword = self._slice(node).split(None, 1)[0]
        assigns = [word for word in words if "=" in word]
        command = self._emit([keyword, *words], NO_REDIRECTS, self._slice(node), assigns)
        return Out([command], "")

    def _bare(self, node: Any, texts: list[str]) -> None:
        """An assignment that is no command's: kept as one, so that rules can look at it."""
        assigns = [self._expander.text(text) for text in texts]
        self._emit([], NO_REDIRECTS, self._slice(node), assigns)

    def _assign(self, node: Any) -> None:
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        if name is None:
            return
        called, appended = self._slice(name), "+=" in self._slice(node)[: name.end_byte - node.start_byte + 2]
        before = self._scope.get(called) or ()
        if value is None:
            self._scope[called] = before if appended else ("",)
        elif value.type == "array":
            fields = tuple(
                field for child in value.named_children for field in self._expander.fields(self._slice(child))
            )
            self._scope[called] = (*before, *fields)[:64] if appended else fields[:64]
        else:
            text = self._expander.text(self._slice(value))
            self._scope[called] = ("".join(before) + text if appended else text,)
