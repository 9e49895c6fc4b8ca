"""Makes data/points.csv: three interleaved spiral arms, 540 points. Run once; the result is committed."""
import math
import random

rng = random.Random(7)
rows = []
for label in range(3):
    for i in range(180):
        radius = 0.1 + 0.9 * i / 180
        angle = 1.3 * math.pi * radius + label * 2 * math.pi / 3 + rng.gauss(0, 0.3)
        rows.append((radius * math.cos(angle), radius * math.sin(angle), label))
with open("data/points.csv", "w", encoding="utf-8", newline="\n") as out:
    out.write("x,y,label\n")
    for x, y, label in rows:
        out.write(f"{x:.6f},{y:.6f},{label}\n")
