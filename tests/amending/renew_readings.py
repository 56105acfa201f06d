"""Writes what the kept orders and the families are read as now: ``python -m tests.amending.renew_readings``.

What changes in the files is looked at like any change of code: each line is an order read in another way.
"""

from __future__ import annotations

from tests.amending.kept_orders import FOLDER, NAMES, block, kept, shown_now
from tests.amending.test_families import FAMILIES, family
from tests.amending.test_families import FOLDER as FOLDER_OF_FAMILIES


def main() -> None:
    """Write every file anew."""
    for name in NAMES:
        blocks = [block(one, shown_now(name, one)) for one in kept(name)]
        file = FOLDER / f"orders-{name}.txt"
        file.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    for name in FAMILIES:
        file = FOLDER_OF_FAMILIES / name / "readings.txt"
        file.write_text("\n".join(family(name).readings) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
