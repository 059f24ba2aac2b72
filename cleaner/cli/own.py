"""The user's own folder of rule sets, and complaints about rule files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cleaner.cli.streams import complain


def user_folder() -> Path:
    """The folder of the user's rule sets, in the place where the system keeps settings; it need not be there."""
    from platformdirs import user_config_path

    return user_config_path("cleaner", appauthor=False) / "rules"


def tell(mistakes: Iterable[str], left_out: bool = False) -> None:
    """Complain of rule files, a line for each mistake. left_out: whether the run goes on without them."""
    for mistake in mistakes:
        complain(f"{mistake} (the file is left out)" if left_out else mistake)
