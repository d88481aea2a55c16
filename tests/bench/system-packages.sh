#!/bin/sh
# The benchmarks' load generator. Installed where that is allowed, else it is said what to install.
command -v wrk >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing wrk ..."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq wrk >/dev/null && exit 0
fi
echo "The benchmarks need wrk. Install it, e.g.: sudo apt-get install wrk"
exit 1
