from pathlib import Path

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse

app = FastAPI()
BASE = Path("/var/data").resolve()


@app.get("/files/{name:path}")
async def get_file(name: str):
    target = (BASE / name).resolve()
    if BASE not in target.parents:
        raise HTTPException(status_code=404)
    return FileResponse(target)
