import importlib
from fastapi import FastAPI, HTTPException

app = FastAPI()
TASKS = {"resize": "tasks.resize", "notify": "tasks.notify"}


@app.post("/run/{task}")
def run(task: str, arg: str = ""):
    try:
        module = importlib.import_module(TASKS[task])
    except (ImportError, KeyError):
        raise HTTPException(404)
    return {"result": module.main(arg)}
