from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse

app = FastAPI()
BASE = Path("/var/data")


@app.get("/files/{name:path}")
async def get_file(name: str):
    return FileResponse(BASE / name)
