from dataclasses import dataclass
import os
import subprocess


@dataclass
class Job:
    name: str
    script: str
    args: list


def execute(job: Job):
    subprocess.run(["/opt/jobs/run", job.name, *job.args], check=True)
    return job.name
