import ast
import operator
from fastapi import FastAPI, Body

app = FastAPI()
OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}


def evaluate(node):
    if isinstance(node, ast.BinOp):
        return OPS[type(node.op)](evaluate(node.left), evaluate(node.right))
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return node.value
    raise ValueError("unsupported expression")


@app.post("/calc")
def calc(payload: dict = Body(...)):
    expression = payload["expression"]
    result = evaluate(ast.parse(expression, mode="eval").body)
    return {"result": result}
