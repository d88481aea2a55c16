"""Corral's guards: judgement as a library, without a web framework, without torch at import."""
