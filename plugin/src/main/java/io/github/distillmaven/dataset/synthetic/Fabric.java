package io.github.distillmaven.dataset.synthetic;

import java.util.ArrayList;
import java.util.List;

/** Patterns of cloth, as lines over the whole unit square. */
enum Fabric {
    PLAIN,
    STRIPES,
    PINSTRIPES,
    CHECKS,
    KNIT,
    DOTS,
    SWIRL,
    RINGS;

    /** Whether it is a print on plain cloth, not a pattern all over it. */
    boolean print() {
        return this == SWIRL || this == RINGS;
    }

    /** Width of the lines, in pixels. */
    double lineWidth(Chance chance) {
        return switch (this) {
            case KNIT, PINSTRIPES -> chance.between(0.9, 1.1);
            case SWIRL, RINGS -> chance.between(1.5, 2.8);
            default -> chance.between(0.9, 2);
        };
    }

    /** The lines of one piece of this cloth. */
    List<Path> pattern(Chance chance) {
        return switch (this) {
            case PLAIN -> List.of();
            case STRIPES -> across(chance.between(0.12, 0.22), chance);
            case PINSTRIPES -> down(chance.between(0.12, 0.18), chance);
            case CHECKS -> {
                double gap = chance.between(0.16, 0.26);
                List<Path> lines = across(gap, chance);
                lines.addAll(down(gap, chance));
                yield lines;
            }
            case KNIT -> knit(chance);
            case DOTS -> dots(chance);
            case SWIRL -> List.of(swirl(chance));
            case RINGS -> chance.once(0.7) ? List.of(ring(chance)) : List.of(ring(chance), ring(chance));
        };
    }

    private static List<Path> across(double gap, Chance chance) {
        List<Path> lines = new ArrayList<>();
        for (double y = chance.between(0, gap); y < 1; y += gap) {
            lines.add(Path.straight(0, y, 0.33, y, 0.67, y, 1, y));
        }
        return lines;
    }

    private static List<Path> down(double gap, Chance chance) {
        List<Path> lines = new ArrayList<>();
        for (double x = chance.between(0, gap); x < 1; x += gap) {
            lines.add(Path.straight(x, 0, x, 0.33, x, 0.67, x, 1));
        }
        return lines;
    }

    /** Rows of zigzag. */
    private static List<Path> knit(Chance chance) {
        List<Path> lines = new ArrayList<>();
        double gap = chance.between(0.13, 0.19);
        for (double y = chance.between(0, gap); y < 1; y += gap) {
            Path row = Path.straight(0, y);
            for (int stitch = 1; stitch <= 12; stitch++) {
                row = row.then(Path.straight(stitch / 12.0, y + (stitch % 2) * gap / 2));
            }
            lines.add(row);
        }
        return lines;
    }

    private static List<Path> dots(Chance chance) {
        List<Path> dots = new ArrayList<>();
        double gap = chance.between(0.15, 0.22);
        double start = chance.between(0, gap);
        for (double y = start; y < 1; y += gap) {
            for (double x = start; x < 1; x += gap) {
                dots.add(Path.straight(x, y, x, y));
            }
        }
        return dots;
    }

    /** One wandering curve from the chest down. */
    private static Path swirl(Chance chance) {
        int points = 3 + chance.below(4);
        double[] coordinates = new double[2 * points];
        for (int point = 0; point < points; point++) {
            coordinates[2 * point] = chance.between(0.26, 0.74);
            coordinates[2 * point + 1] = 0.22 + 0.64 * point / (points - 1) + chance.between(-0.08, 0.08);
        }
        return Path.smooth(coordinates);
    }

    /** Half a ring or more. */
    private static Path ring(Chance chance) {
        double from = chance.between(0, 1);
        return Path.arc(
                chance.between(0.42, 0.58),
                chance.between(0.38, 0.68),
                chance.between(0.11, 0.23),
                chance.between(0.11, 0.29),
                from,
                from + chance.between(0.5, 1.05));
    }
}
