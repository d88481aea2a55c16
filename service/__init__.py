"""Corral's doors: the guarding proxy and the guard services."""
