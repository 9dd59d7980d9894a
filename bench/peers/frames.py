"""pandas or polars: numbers read as numbers, the same columns and the same summary. Usage: frames.py LIBRARY IN OUT SUMMARY."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import usage  # noqa: F401, E402

LIBRARY, SOURCE, RESULT, SUMMARY, SET, HASH, MARKS = sys.argv[1:8]
MARKS = MARKS.split(",")
RURAL, URBAN, RURAL_AVERAGE, URBAN_AVERAGE, LACK = 1_500_000, 2_000_000, 2_250_000, 3_000_000, 3


def with_pandas() -> None:
    import numpy as np
    import pandas as pd

    kinds = {mark: "int8" for mark in MARKS} | {"income": "float64"}
    first = pd.read_csv(SOURCE, nrows=0).columns
    rows = pd.read_csv(SOURCE, dtype={column: kinds.get(column, "str") for column in first}, keep_default_na=False,
                       na_values={"income": [""]})
    lacks = rows[MARKS].sum(axis=1)
    is_urban, income = rows["area"] == "urban", rows["income"]
    line = np.where(is_urban, URBAN, RURAL)
    other = np.where(is_urban, RURAL, URBAN)
    is_known, is_below = income.notna(), income <= line
    poorer = np.where(lacks >= LACK, "poor", "near_poor").astype(object)
    outcome = np.where(~is_known, "undecided", np.where(is_below, poorer, "non_poor"))
    near = pd.Series("", index=rows.index, dtype="object")
    changes = [("income", 20 * (income - line).abs() <= line), ("area", is_below != (income <= other))]
    changes += [(mark, is_below & lacks.isin([LACK - 1, LACK]) & (lacks == LACK - 1 + rows[mark])) for mark in MARKS]
    for name, holds in changes:
        holds = holds & is_known
        near[holds] = near[holds] + np.where(near[holds] == "", name, ";" + name)
    average = (~is_below) & (income <= np.where(is_urban, URBAN_AVERAGE, RURAL_AVERAGE))
    mark = lambda truth: np.where(is_known, truth.astype(int).astype(str), "")
    rows["income"] = income.map(lambda n: "" if n != n else str(int(n)))
    added = {
        "class": outcome, "computed_class": outcome,
        "possible_classes": np.where(is_known, outcome, poorer + ";non_poor"),
        "average_living": mark(average), "deprivations": lacks, "deprivations_max": lacks, "basis": "income",
        "line": line, "below_line": mark(is_below), "undecided_for": np.where(is_known, "", "income"),
        "near_boundary": near, "criteria": SET, "criteria_hash": HASH, "agrees": "",
    }
    rows = rows.assign(**added)
    rows.to_csv(RESULT, index=False)
    rows.groupby(["commune_code", "class"]).size().to_csv(SUMMARY, header=False)


def with_polars() -> None:
    import polars as pl

    numbers = {column: pl.Int64 for column in ["income", *MARKS]}
    header = pl.read_csv(SOURCE, n_rows=0).columns
    rows = pl.scan_csv(SOURCE, schema={column: numbers.get(column, pl.String) for column in header})
    is_urban, income, lacks = pl.col("area") == "urban", pl.col("income"), pl.sum_horizontal(MARKS)
    line = pl.when(is_urban).then(URBAN).otherwise(RURAL)
    other = pl.when(is_urban).then(RURAL).otherwise(URBAN)
    is_below = income <= line
    poorer = pl.when(lacks >= LACK).then(pl.lit("poor")).otherwise(pl.lit("near_poor"))
    outcome = pl.when(income.is_null()).then(pl.lit("undecided")).when(is_below).then(poorer).otherwise(pl.lit("non_poor"))
    changes = [("income", 20 * (income - line).abs() <= line), ("area", is_below != (income <= other))]
    changes += [(mark, is_below & lacks.is_in([LACK - 1, LACK]) & (lacks == LACK - 1 + pl.col(mark))) for mark in MARKS]
    near = pl.concat_str([pl.when(holds).then(pl.lit(name)) for name, holds in changes], separator=";", ignore_nulls=True)
    average = ~is_below & (income <= pl.when(is_urban).then(URBAN_AVERAGE).otherwise(RURAL_AVERAGE))
    done = rows.with_columns(
        outcome.alias("class"), outcome.alias("computed_class"),
        pl.when(income.is_null()).then(poorer + ";non_poor").otherwise(outcome).alias("possible_classes"),
        average.cast(pl.Int8).alias("average_living"), lacks.alias("deprivations"), lacks.alias("deprivations_max"),
        pl.lit("income").alias("basis"), line.alias("line"), is_below.cast(pl.Int8).alias("below_line"),
        pl.when(income.is_null()).then(pl.lit("income")).alias("undecided_for"), near.alias("near_boundary"),
        pl.lit(SET).alias("criteria"), pl.lit(HASH).alias("criteria_hash"), pl.lit(None).alias("agrees"),
    ).collect()
    done.write_csv(RESULT, quote_style="necessary")
    done.group_by("commune_code", "class").len().sort("commune_code", "class").write_csv(SUMMARY, include_header=False)


with_pandas() if LIBRARY == "pandas" else with_polars()
