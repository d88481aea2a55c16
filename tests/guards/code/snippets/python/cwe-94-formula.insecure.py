import ast
import operator


def compute(formula, values):
    return eval(formula, {"__builtins__": {}}, values)
