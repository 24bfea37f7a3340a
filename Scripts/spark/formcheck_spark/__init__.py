"""Runs `formcheck worker` on Spark, and commits what it answers as Parquet."""
