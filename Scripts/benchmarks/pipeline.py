"""The job of `formcheck analyze` as a careful Python program does it: polars, numpy, scipy, two processes.

    pipeline.py FOLDER OUT.csv

Reads the columns it needs, bridges gaps, removes outliers, filters, computes angles, finds the reps and
writes a row a rep with its measures and findings.
"""

import os
import sys
from multiprocessing import Pool
from pathlib import Path

os.environ["POLARS_MAX_THREADS"] = "1"
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402
import polars as pl  # noqa: E402
from scipy import ndimage, signal  # noqa: E402

SIDES = ("left", "right")
PARTS = ("ear", "shoulder", "hip", "knee", "ankle", "heel", "foot_index", "eye")
POINTS = [f"{side}_{part}" for part in PARTS for side in SIDES]
SIZE = (1080, 1920)
COLUMNS = ["timestamp_ms"] + [f"{p}_{c}" for p in POINTS for c in ("x", "y", "visibility")]
TYPES = {name: pl.Float32 for name in COLUMNS}


def bridged(tracks, lost):
    """Linear over lost frames, per column."""
    frames = np.arange(len(tracks))
    for column in np.flatnonzero(lost.any(axis=0)):
        bad = lost[:, column]
        if not bad.all():
            tracks[bad, column] = np.interp(frames[bad], frames[~bad], tracks[~bad, column])
    return tracks


def cleaned(tracks):
    """Hampel over seven frames, then a zero-lag Butterworth at 4 Hz."""
    middle = ndimage.median_filter(tracks, size=(7, 1), mode="nearest")
    away = np.abs(tracks - middle)
    spread = 1.4826 * ndimage.median_filter(away, size=(7, 1), mode="nearest")
    return np.where(away > 3 * spread + 1e-3, middle, tracks)


def lean(low, high, facing):
    return np.degrees(np.arctan2((high[..., 0] - low[..., 0]) * facing, low[..., 1] - high[..., 1]))


def bend(a, b, c):
    u, w = a - b, c - b
    cross = u[..., 0] * w[..., 1] - u[..., 1] * w[..., 0]
    return 180 - np.degrees(np.arctan2(np.abs(cross), (u * w).sum(axis=-1)))


def analyze(path):
    table = pl.read_csv(path, columns=COLUMNS, schema_overrides=TYPES).select(COLUMNS)
    values = table.to_numpy().astype(np.float64)
    time = values[:, 0] / 1000
    rate = (len(time) - 1) / (time[-1] - time[0])
    grid = values[:, 1:].reshape(len(values), len(POINTS), 3)
    lost = np.repeat(np.isnan(grid[..., 0]) | (grid[..., 2] < 0.3), 2, axis=1)
    tracks = (grid[..., :2] * SIZE).reshape(len(values), -1)
    sections = signal.butter(2, 4 / 0.802, fs=rate, output="sos")
    tracks = signal.sosfiltfilt(sections, cleaned(bridged(tracks, lost)), axis=0)
    at = dict(zip(POINTS, tracks.reshape(len(values), len(POINTS), 2).transpose(1, 0, 2)))
    mid = {part: (at[f"left_{part}"] + at[f"right_{part}"]) / 2 for part in PARTS}
    facing = np.sign(np.median(mid["foot_index"][:, 0] - mid["heel"][:, 0])) or 1.0
    trunk = lean(mid["hip"], mid["shoulder"], facing)
    neck = lean(mid["shoulder"], mid["ear"], facing) - trunk
    pitch = np.degrees(np.arctan2(mid["ear"][:, 1] - mid["eye"][:, 1], (mid["eye"] - mid["ear"])[:, 0] * facing))
    knees = [bend(at[f"{s}_hip"], at[f"{s}_knee"], at[f"{s}_ankle"]) for s in SIDES]
    shanks = [lean(at[f"{s}_ankle"], at[f"{s}_knee"], facing) for s in SIDES]
    thighs = [90 - np.abs(lean(at[f"{s}_knee"], at[f"{s}_hip"], facing)) for s in SIDES]
    height = mid["ankle"][:, 1] - mid["hip"][:, 1]
    standing = np.percentile(height, 90)
    drop = (standing - height) / standing
    bottoms, _ = signal.find_peaks(drop, height=0.15, prominence=0.1, distance=int(0.6 * rate))
    rows = []
    for index, bottom in enumerate(bottoms):
        edge = 0.02 * drop[bottom]
        before = np.flatnonzero(drop[:bottom] <= edge)
        after = np.flatnonzero(drop[bottom:] <= edge)
        if not len(before) or not len(after):
            continue
        start, end = before[-1] + 1, bottom + after[0]
        rest = slice(max(0, start - int(0.3 * rate)), start)
        rep = slice(start, end)
        third = slice(bottom, bottom + max(2, np.argmax(drop[bottom:] <= 0.7 * drop[bottom])))
        hip_rise = mid["hip"][third][0, 1] - mid["hip"][third][-1, 1]
        shoulder_rise = mid["shoulder"][third][0, 1] - mid["shoulder"][third][-1, 1]
        depth = min(t[rep].min() for t in thighs)
        shank = np.mean([s[bottom] for s in shanks])
        measures = dict(
            recording=path.name, rep=index + 1, start_s=time[start], bottom_s=time[bottom], end_s=time[end],
            knee_left=knees[0][rep].max(), knee_right=knees[1][rep].max(), thigh=depth, trunk=trunk[bottom],
            shank=shank, neck=neck[bottom] - neck[rest].mean(), face=pitch[bottom] - pitch[rest].mean(),
            heel=(mid["heel"][rest, 1].mean() - mid["heel"][rep, 1].min()) / standing,
            rise=shoulder_rise / max(hip_rise, 1e-6), descent=time[bottom] - time[start],
        )  # fmt: skip
        measures["findings"] = " ".join(
            name
            for name, found in (
                ("insufficient_depth", depth > 0), ("neck_extended", measures["face"] > 15),
                ("neck_flexed", measures["neck"] > 15), ("hips_rise_first", measures["rise"] < 0.65),
                ("fast_descent", measures["descent"] < 0.9), ("heels_rise", measures["heel"] > 0.02),
                ("forward_lean", trunk[bottom] - shank > 35), ("hips_too_far_back", shank < 16),
            )
            if found
        )  # fmt: skip
        rows.append(measures)
    return rows


def main():
    files = sorted(Path(sys.argv[1]).glob("*.csv"))
    with Pool(2) as pool:
        rows = [row for part in pool.imap(analyze, files, chunksize=4) for row in part]
    pl.DataFrame(rows).write_csv(sys.argv[2])
    print(len(files), "recordings,", len(rows), "reps")


if __name__ == "__main__":
    main()
