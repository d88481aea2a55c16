from dataclasses import dataclass
import os
import subprocess


@dataclass
class Job:
    name: str
    script: str
    args: list


def execute(job: Job):
    os.system(f"{job.script} {' '.join(job.args)}")
    return job.name
