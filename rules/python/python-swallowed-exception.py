def check(token):
    # ruleid: python-swallowed-exception
    try:
        verify(token)
    except Exception:
        pass

def other(token):
    # ruleid: python-swallowed-exception
    try:
        verify(token)
    except:
        pass

def safe(token):
    # ok: python-swallowed-exception
    try:
        verify(token)
    except ValueError:
        return False
    # ok: python-swallowed-exception
    note = "except Exception: pass"
    return note
