import os


def become(uid):
    # ruleid: python-runs-as-root
    os.setuid(0)
    # ruleid: python-runs-as-root
    os.seteuid(0)
    # ok: python-runs-as-root
    os.setuid(uid)
    # ok: python-runs-as-root
    os.setgid(1000)
    # os.setuid(0)
