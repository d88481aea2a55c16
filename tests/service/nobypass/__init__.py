"""The no-bypass matrix: every place of every dialect where text can stand, under every guard and action, for real."""
