import yaml
import sys


def load_jobs(stream):
    docs = yaml.load(stream, Loader=yaml.SafeLoader)
    return {job["name"]: job for job in docs.get("jobs", [])}


if __name__ == "__main__":
    with open(sys.argv[1]) as f:
        print(load_jobs(f))
