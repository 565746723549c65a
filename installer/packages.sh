#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Debian packages by purpose: says what is missing, and installs it. Read by ./run and ./test
# (`. installer/packages.sh`), or used by hand:
#
#   installer/packages.sh missing LIST...   prints the missing packages of the lists
#   installer/packages.sh install LIST...   installs them (as root, or through sudo)
#
# LIST is a file in installer/packages without its suffix: build, run-desktop, mail-host, test,
# bench.
# What is there already is left as it is. A mail server that we bring is neither started nor
# enabled as a system service.

packages_dir="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

# packages_of LIST...: the packages of the lists, one a line
packages_of() {
    local list line
    for list in "$@"; do
        if [[ ! -f "$packages_dir/packages/$list.txt" ]]; then
            echo "There is no package list named $list." >&2
            return 2
        fi
        while IFS= read -r line || [[ -n $line ]]; do
            line="${line%%#*}"
            line="${line//[[:space:]]/}"
            [[ -z $line ]] || echo "$line"
        done <"$packages_dir/packages/$list.txt"
    done
}

# packages_missing LIST...: those of them that are not installed. One dpkg-query call.
packages_missing() {
    local names name status
    names="$(packages_of "$@")" || return 2
    local -A wanted=()
    for name in $names; do wanted[$name]=1; done
    while read -r status name; do
        [[ $status != ii ]] || unset "wanted[$name]"
    done < <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "${!wanted[@]}" 2>/dev/null)
    for name in $names; do
        if [[ -n ${wanted[$name]:-} ]]; then
            echo "$name"
            unset "wanted[$name]"
        fi
    done
}

# packages_reason LIST: what its packages are for, for people
packages_reason() {
    case "$1" in
    build) echo "to build the programs" ;;
    run-desktop) echo "to run the desktop" ;;
    mail-host) echo "for the private mail host" ;;
    test) echo "to run the tests" ;;
    bench) echo "to run the benchmarks" ;;
    *) echo "for $1" ;;
    esac
}

# packages_install LIST...: brings what is missing; quiet and without the network when nothing is
packages_install() {
    if ! command -v dpkg-query >/dev/null; then
        echo "This is not a Debian system: the packages are not checked. The lists are in" \
            "installer/packages." >&2
        return 0
    fi
    local missing list part
    missing="$(packages_missing "$@")" || return 2
    [[ -n $missing ]] || return 0

    echo "Some Debian packages are missing and will be installed:"
    for list in "$@"; do
        part="$(packages_missing "$list")"
        [[ -z $part ]] || echo "  $(packages_reason "$list"):" $part
    done

    # The list of servers is told apart: their units are put to rest.
    local servers
    servers="$(packages_missing mail-host)"
    local self="$packages_dir/packages.sh"
    local -a command=(bash "$self" as-root "${servers//$'\n'/ }" $missing)
    if [[ $(id -u) -eq 0 ]]; then
        "${command[@]}"
    elif command -v sudo >/dev/null; then
        if [[ -t 0 && -t 2 ]]; then
            echo "Installing needs the rights of root: sudo may ask for your password."
            sudo -- "${command[@]}"
        else
            sudo -n -- "${command[@]}"
        fi || {
            echo "The packages were not installed. As root: installer/packages.sh install $*" >&2
            return 1
        }
    else
        echo "Installing needs the rights of root, and sudo is not there." >&2
        echo "As root: installer/packages.sh install $*" >&2
        return 1
    fi

    missing="$(packages_missing "$@")"
    if [[ -n $missing ]]; then
        echo "Still missing:" $missing >&2
        return 1
    fi
}

# as_root SERVERS PACKAGE...: SERVERS is one word list of those packages that bring mail servers
packages_as_root() {
    local servers="$1"
    shift
    export DEBIAN_FRONTEND=noninteractive
    local policy=/usr/sbin/policy-rc.d mark='# Mailwright: nothing is started while packages arrive'
    if [[ -n $servers ]]; then
        if [[ ! -e $policy ]]; then
            printf '#!/bin/sh\n%s\nexit 101\n' "$mark" >"$policy"
            chmod 755 "$policy"
            trap 'rm -f /usr/sbin/policy-rc.d' EXIT
            trap 'exit 129' HUP
            trap 'exit 130' INT
            trap 'exit 143' TERM
        fi
        # Debian asks how its own Postfix shall be configured; ours brings its own configuration.
        case " $servers " in
        *" postfix "*)
            echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
            ;;
        esac
    fi

    local -a apt=(apt-get -y -q -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confdef
        -o Dpkg::Options::=--force-confold)
    "${apt[@]}" update || echo "The package lists could not be renewed; trying with the old ones." >&2
    # --no-remove: another mail server may be installed that Debian would take away for Postfix.
    if ! "${apt[@]}" install --no-install-recommends --no-remove "$@"; then
        echo "apt-get did not install the packages; its own words are above." >&2
        [[ -z $servers ]] ||
            echo "If it would have removed another mail server: that one stays, and the private" \
                "mail host cannot run on this computer." >&2
        return 1
    fi
    local package
    for package in $servers; do packages_rest "$package"; done
}

# packages_rest PACKAGE: a package that was not there before; what it brings as services stays off
packages_rest() {
    local file name
    while IFS= read -r file; do
        name="${file##*/}"
        case "$file" in
        */systemd/system/*@.*) ;; # a template; its instances go with the main unit
        */systemd/system/*.service | */systemd/system/*.socket | */systemd/system/*.path | \
            */systemd/system/*.timer)
            if command -v systemctl >/dev/null; then
                if [[ -d /run/systemd/system ]]; then
                    systemctl --quiet disable --now "$name" 2>/dev/null || true
                else
                    systemctl --quiet disable "$name" 2>/dev/null || true
                fi
            fi
            ;;
        /etc/init.d/*)
            if command -v update-rc.d >/dev/null; then
                update-rc.d "$name" disable >/dev/null 2>&1 || true
            fi
            ;;
        esac
    done < <(dpkg-query -L "$1" 2>/dev/null)
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    set -euo pipefail
    verb="${1:-}"
    [[ $# -eq 0 ]] || shift
    case "$verb" in
    missing) packages_missing "$@" ;;
    install) packages_install "$@" ;;
    as-root) packages_as_root "$@" ;;
    *)
        sed -n '3,10s/^# \{0,1\}//p' "$0"
        exit 2
        ;;
    esac
fi
