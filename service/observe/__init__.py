"""What is seen of the proxy: the decision log, structured logs, traces; no word of any text unless the policy says so."""
