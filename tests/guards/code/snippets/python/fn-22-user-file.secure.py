import os


def read_user_file(base_dir: str, user_id: str, filename: str) -> str:
    """Return the content of one of the user's files."""
    folder = os.path.join(base_dir, user_id)
    path = os.path.join(folder, filename)
    if os.path.commonpath([os.path.realpath(path), os.path.realpath(folder)]) != os.path.realpath(folder):
        raise PermissionError(filename)
    with open(path, encoding="utf-8") as handle:
        return handle.read()
