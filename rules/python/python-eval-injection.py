import ast

def calculate(expression):
    # ruleid: python-eval-injection
    return eval(expression)

def load(source):
    body = "x = " + source
    # ruleid: python-eval-injection
    exec(body)

def safe(text):
    # ok: python-eval-injection
    value = ast.literal_eval(text)
    # ok: python-eval-injection
    two = eval("1 + 1")
    # eval(text) would be wrong
    # ok: python-eval-injection
    return {"eval(text)": value, "two": two}
def filtered(sales, request):
    # ruleid: python-eval-injection
    return sales.query(request.args["filter"], engine="python")
