def pad(request):
    size = int(request.args["size"])
    # ruleid: python-size-from-request
    filled = bytearray(size)
    # ruleid: python-size-from-request
    return filled + b"-" * int(request.args.get("count"))


def resize(image):
    # ruleid: python-size-from-request
    return image.resize((int(request.form["width"]), int(request.form["height"])))


def bounded(request):
    size = int(request.args["size"])
    if not 0 < size <= 1024:
        raise ValueError("size")
    # ok: python-size-from-request
    filled = bytearray(size)
    # ok: python-size-from-request
    few = "-" * min(int(request.args["count"]), 80)
    # ok: python-size-from-request
    for name in range(len(request.args)):
        few += str(name)
    # a decoy: bytearray(int(request.args["size"]))
    return filled, few
