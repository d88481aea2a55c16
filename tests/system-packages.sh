#!/bin/sh
# What the tests run for real and the package index does not have. Installed where that is allowed, else it is said what to install.
wanted=""
command -v redis-server >/dev/null 2>&1 || wanted="$wanted redis-server"
command -v chromedriver >/dev/null 2>&1 && command -v chromium >/dev/null 2>&1 || wanted="$wanted chromium chromium-driver"
for tool in nginx promtool systemd-analyze; do
    command -v $tool >/dev/null 2>&1 || PATH=$PATH:/usr/sbin command -v $tool >/dev/null 2>&1 || case $tool in
        nginx) wanted="$wanted nginx-light" ;;
        promtool) wanted="$wanted prometheus" ;;
        *) wanted="$wanted systemd" ;;
    esac
done
[ -z "$wanted" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing$wanted ..."
    # shellcheck disable=SC2086
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $wanted >/dev/null && exit 0
fi
echo "The tests need$wanted. Install what is missing, e.g.: sudo apt-get install$wanted"
exit 1
