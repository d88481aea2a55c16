"""How the embedded model's texts are cut into windows, by role. Change it here; the guards' revisions follow."""

from __future__ import annotations

from guards.text import Cut

# Training texts are mostly under 480 characters (about 128 pieces): in longer windows a short attack is diluted, in shorter
# ones a long jailbreak loses its context. Third-party text is cut smaller, and judged by the sentence as well: what is
# planted there is a sentence or two in a page about something else.
CUTS = {
    "user": Cut(max_chars=480, overlap_chars=160),
    "assistant": Cut(max_chars=480, overlap_chars=160),
    "document": Cut(max_chars=300, overlap_chars=100, sentence_chars=100),
}
