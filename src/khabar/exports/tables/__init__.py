"""An archive as tables: the same columns and rows, written as CSV or as Parquet."""
