"""Corral inside other people's stacks: each module wraps one of them, and all of them share one pipeline."""
