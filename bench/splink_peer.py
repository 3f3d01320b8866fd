"""Links two CSV files with Splink (MIT) on DuckDB: its tutorial's settings for Febrl 4, without the social security number.

python bench/splink_peer.py LEFT RIGHT THRESHOLD  ->  one line of JSON
"""
import json
import resource
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

left, right, threshold = sys.argv[1], sys.argv[2], float(sys.argv[3])
start = time.perf_counter()
connection = duckdb.connect()
tables = []
api = DuckDBAPI(connection=connection)
for name, path in (("left_rows", left), ("right_rows", right)):
    connection.execute(f"create table {name} as select * from read_csv('{path}', header = true, all_varchar = true, nullstr = '')")
    tables.append(api.register(name))
rules = [
    block_on("given_name", "surname"),
    block_on("given_name", "date_of_birth"),
    block_on("surname", "date_of_birth"),
    block_on("date_of_birth", "postcode"),
    block_on("given_name", "postcode"),
    block_on("surname", "postcode"),
    block_on("address_1", "suburb"),
]
settings = SettingsCreator(
    link_type="link_only",
    unique_id_column_name="rec_id",
    blocking_rules_to_generate_predictions=rules,
    comparisons=[
        cl.JaroWinklerAtThresholds("given_name", [0.9, 0.8]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("surname", [0.9, 0.8]).configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
        cl.JaroWinklerAtThresholds("suburb", [0.88]),
        cl.JaroWinklerAtThresholds("address_1", [0.88]),
        cl.ExactMatch("postcode"),
    ],
    retain_matching_columns=False,
)
linker = Linker(tables, settings, log_level=40)
linker.training.estimate_probability_two_random_records_match([block_on("given_name", "surname", "date_of_birth")], recall=0.6)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
for rule in (block_on("date_of_birth"), block_on("given_name", "surname")):
    linker.training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)
predicted = linker.inference.predict(threshold_match_probability=threshold)
links = connection.execute(f"select rec_id_l, rec_id_r, match_probability from {predicted.physical_name}").fetchall()
usage = resource.getrusage(resource.RUSAGE_SELF)
# One to one, best first, as the other engine does.
right_of, left_of, kept = set(), set(), []
for a, b, _ in sorted(links, key=lambda row: (-row[2], row[0], row[1])):
    if a in right_of or b in left_of:
        continue
    right_of.add(a)
    left_of.add(b)
    kept.append((a, b))
truth = lambda text: text.split("-")[1]
good = sum(truth(a) == truth(b) for a, b in kept)
print(json.dumps({
    "links": len(kept), "right": good, "seconds": round(time.perf_counter() - start, 2),
    "cpuSeconds": round(usage.ru_utime + usage.ru_stime, 2), "peakMb": usage.ru_maxrss // 1024,
}))
