from fastapi import FastAPI, Body

app = FastAPI()


@app.post("/calc")
def calc(payload: dict = Body(...)):
    expression = payload["expression"]
    result = eval(expression, {}, {})
    return {"result": result}
