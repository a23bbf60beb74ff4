#!/bin/sh
# Qt's wheels leave a few libraries to the system, which bare servers and containers lack.
# usage: qt_libraries.sh PYTHON DEBIAN_PACKAGE...
python=$1
shift
[ "$(uname)" = Linux ] || exit 0

plugin=$("$python" -c 'import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so")')
imports() { "$python" -c 'import PySide6.QtWidgets' 2>/dev/null; }
shows_windows() { ! ldd "$plugin" 2>/dev/null | grep -q 'not found'; }

imports && shows_windows && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing the system libraries that Qt needs ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; } >/dev/null 2>&1
  imports && shows_windows && exit 0
fi
echo "Qt needs system libraries that are not there. On Debian or Ubuntu: sudo apt-get install $*"
imports # without a screen the rest does not matter
