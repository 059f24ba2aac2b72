"""tox finds the Pythons that pyenv has installed, too: its shims show only those that are switched on, where `py312`
and `py313` want theirs.
"""

from __future__ import annotations

import os
from pathlib import Path

from tox.config.sets import ConfigSet
from tox.plugin import impl
from tox.session.state import State


@impl
def tox_add_core_config(core_conf: ConfigSet, state: State) -> None:  # noqa: ARG001 — tox passes both
    """Put pyenv's versions behind all else on the search path; without pyenv nothing changes."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    versions = sorted(str(path) for path in root.glob("versions/3.*/bin"))
    os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), *versions])
