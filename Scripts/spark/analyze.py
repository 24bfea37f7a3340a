"""Analyzes recordings on Spark: the file for spark-submit. Scripts/spark/README.md tells how."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from formcheck_spark.command import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
