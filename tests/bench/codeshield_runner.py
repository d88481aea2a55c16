"""Times Meta's codeshield; runs under the Python that has it: JSON rows `{language, code}` in, milliseconds out.

With the argument `mended` its `--project-root /` is left out, with which its Semgrep stage scans no file at all.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from pathlib import Path


async def main() -> None:
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    os.environ.update(SEMGREP_SEND_METRICS="off", SEMGREP_ENABLE_VERSION_CHECK="0")
    from codeshield.cs import CodeShield
    from codeshield.insecure_code_detector import insecure_code_detector as detector
    from codeshield.insecure_code_detector.languages import Language

    if "mended" in sys.argv:
        run = detector._run_command

        async def without_root(command: list[str]) -> object:
            at = command.index("--project-root") if "--project-root" in command else len(command)
            return await run(command[:at] + command[at + 2 :])

        detector._run_command = without_root
    rows = json.load(sys.stdin)
    answers = []
    for row in [rows[0], *rows]:  # the first call pays for what is loaded once
        began = time.perf_counter()
        result = await CodeShield.scan_code(row["code"], Language(row["language"]))
        answers.append([(time.perf_counter() - began) * 1000, result.is_insecure])
    json.dump(answers[1:], sys.stdout)


asyncio.run(main())
