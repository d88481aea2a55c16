def write_once(path, text):
    try:
        with open(path, "x") as handle:
            handle.write(text)
    except FileExistsError:
        pass
