from pathlib import Path


class DocumentStore:
    def __init__(self, root):
        self.root = Path(root).resolve()

    def read(self, name):
        full = (self.root / name).resolve()
        if not full.is_relative_to(self.root):
            raise PermissionError("outside of the store")
        return full.read_text(encoding="utf-8")
