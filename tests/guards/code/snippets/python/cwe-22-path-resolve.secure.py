from pathlib import Path
from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse

app = FastAPI()
BASE = Path("/srv/public").resolve()


@app.get("/files/{name:path}")
def get_file(name: str):
    target = (BASE / name).resolve()
    if BASE not in target.parents:
        raise HTTPException(404)
    if not target.is_file():
        raise HTTPException(404)
    return FileResponse(target)
