def calculate(expression):
    """Evaluates an arithmetic expression given by the user."""
    try:
        return eval(expression)
    except Exception:
        return None
