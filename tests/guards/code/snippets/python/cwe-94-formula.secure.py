import ast
import operator


def compute(formula, values):
    return ast.literal_eval(formula)
