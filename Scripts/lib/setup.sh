# shellcheck shell=bash
# What the scripts need before Swift can build: the toolchain and the system libraries.
# Sourced; the caller has set -euo pipefail. All messages go to standard error.

# The system libraries that Package.swift links: Debian package, and a header that shows it is there.
system_packages=(
  "libcsv-dev csv.h"
  "libarchive-dev archive.h"
  "libxxhash-dev xxhash.h"
  "libsqlite3-dev sqlite3.h"
)

say() { printf '%s\n' "$*" >&2; }

# Puts a Swift toolchain on PATH, or says what is missing and ends with 69.
require_swift() {
  local folder
  for folder in "" /usr/local/swift/usr/bin /usr/libexec/swift/bin \
    "${SWIFTLY_BIN_DIR:-${HOME:-/root}/.local/share/swiftly/bin}"; do
    if PATH="${folder:+$folder:}$PATH" command -v swift >/dev/null; then
      PATH="${folder:+$folder:}$PATH"
      break
    fi
  done
  if ! command -v swift >/dev/null; then
    say "Swift is missing: formcheck needs Swift 6.2 or newer."
    say "Install it from https://www.swift.org/install/linux/ and see that 'swift' is on PATH."
    exit 69
  fi
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  if [[ -n $version && $(printf '%s\n' 6.2 "$version" | sort -V | head -n 1) != 6.2 ]]; then
    say "Swift $version ($(command -v swift)) is too old: formcheck needs Swift 6.2 or newer."
    exit 69
  fi
}

# Whether the C compiler's search path has the header.
has_header() {
  local compiler
  for compiler in clang cc gcc; do
    if command -v "$compiler" >/dev/null; then
      printf '#include <%s>\n' "$1" | "$compiler" -E -x c - >/dev/null 2>&1
      return
    fi
  done
  [[ -e /usr/include/$1 || -e /usr/local/include/$1 ]]
}

# Installs the missing system libraries, or says which they are and ends with 69.
require_packages() {
  local entry missing=()
  for entry in "${system_packages[@]}"; do
    has_header "${entry#* }" || missing+=("${entry% *}")
  done
  ((${#missing[@]})) || return 0
  install_packages "${missing[@]}"
}

# install_packages NAME...: installs Debian packages, or says what to install and ends with 69.
install_packages() {
  local missing=("$@")
  local command=(apt-get install -y --no-install-recommends "${missing[@]}") rights=()
  if ! command -v apt-get >/dev/null; then
    say "Missing system packages (by their Debian names): ${missing[*]}"
    say "There is no apt-get here: install them, libraries with their headers, the way this system does it."
    exit 69
  fi
  if ((EUID != 0)); then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      rights=(sudo -n)
    else
      say "Missing system packages: ${missing[*]}"
      say "No rights to install them here. Run:  sudo ${command[*]}"
      exit 69
    fi
  fi
  say "Installing ${missing[*]} ..."
  local log
  log=$(mktemp)
  if ! { "${rights[@]}" env DEBIAN_FRONTEND=noninteractive "${command[@]}" ||
    { "${rights[@]}" apt-get update &&
      "${rights[@]}" env DEBIAN_FRONTEND=noninteractive "${command[@]}"; }; } \
    >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    say "apt-get could not install: ${missing[*]}"
    exit 69
  fi
  rm -f "$log"
}

# Installs a tool that some tests use, where that is possible; they say so where it is missing.
want_tool() {
  command -v "$1" >/dev/null && return
  ((EUID == 0)) && command -v apt-get >/dev/null || return 0
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1" >/dev/null 2>&1 </dev/null || true
}

# The program that browsers of the Chromium family go by here; false when there is none.
find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    type -P "$name" && return
  done
  return 1
}

# Makes ready what the checks of the pages need, in the folder $1: Chromium, and Playwright in a
# Python environment. False, with the reason in $browser_obstacle, when they cannot be had.
prepare_browser() {
  local place=$1
  browser_obstacle=""
  find_chromium >/dev/null || want_tool chromium
  if ! command -v python3 >/dev/null; then
    browser_obstacle="python3 is missing"
  elif ! find_chromium >/dev/null; then
    browser_obstacle="Chromium is missing and cannot be installed here"
  elif [[ ! -e $place/ready ]]; then
    say "Installing Playwright for Python ..."
    rm -rf "$place"
    if python3 -m venv "$place" >/dev/null 2>&1 &&
      "$place/bin/python" -m pip install --quiet --disable-pip-version-check \
        -r Scripts/browser/requirements.txt >&2 </dev/null; then
      touch "$place/ready"
    else
      browser_obstacle="Playwright for Python cannot be installed here"
    fi
  fi
  [[ -z $browser_obstacle ]]
}
