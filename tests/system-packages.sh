#!/bin/sh
# What the tests run for real and the package index does not have. Installed where that is allowed, else it is said what to install.
command -v redis-server >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing redis-server ..."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq redis-server >/dev/null && exit 0
fi
echo "The tests need redis-server. Install it, e.g.: sudo apt-get install redis-server"
exit 1
