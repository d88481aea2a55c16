import subprocess

from fastapi import FastAPI, Form

app = FastAPI()


@app.post("/thumbnail")
def thumbnail(source: str = Form(...), width: int = Form(200)):
    parts = ["convert", "-resize", str(width)]
    parts.append(source)
    parts.append("/tmp/out.png")
    command = " ".join(parts)
    result = subprocess.run(command, shell=True, capture_output=True)
    return {"ok": result.returncode == 0}
