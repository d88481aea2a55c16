"""Makes one generator's rows for one language, and numbers them."""

from __future__ import annotations

from dataclasses import dataclass

from guards.lab.rows import Row


@dataclass
class Maker:
    """Rows of the generator `name` in `language`; those of `dev` have ids of their own."""

    name: str
    language: str
    dev: bool
    made: int = 0

    def content(
        self,
        text: str,
        category: str,
        kind: str,
        *,
        role: str = "user",
        context: str | None = None,
        unsafe: bool = True,
    ) -> Row:
        """A content row; it is safe where it has no `category` or is not `unsafe`."""
        harmful = unsafe and bool(category)
        return Row(
            self._id("content"), text, "content", role, "unsafe" if harmful else "safe", self.language,
            f"gen:content/{kind}", (category,) if harmful else (), context,
        )  # fmt: skip

    def injection(self, text: str, label: str, kind: str, *, role: str = "user") -> Row:
        """An injection row: benign, injection or jailbreak."""
        return Row(self._id("injection"), text, "injection", role, label, self.language, f"gen:injection/{kind}")

    def _id(self, task: str) -> str:
        self.made += 1
        return f"gen:{task}:{self.name}:{self.language}:{'dev' if self.dev else 'train'}:{self.made}"
