package io.github.distillmaven.dataset.synthetic;

import java.util.List;

/** Handwritten digits: bright strokes on a dark ground, each class in several styles. */
final class SyntheticDigits implements Drawing {

    private static final double EXTENT = 19;
    private static final Warp.Wildness WILDNESS = new Warp.Wildness(0.06, 0.3, 0.22, 4, 0.075);

    @Override
    public byte[] draw(int label, Chance chance) {
        Canvas canvas = new Canvas(new Warp(EXTENT, WILDNESS, chance), chance.between(0.9, 1.7));
        double width = chance.between(1.3, 4.4);
        double tone = chance.between(0.65, 1.1);
        canvas.paint(canvas.lines(strokes(label, chance), width), tone);
        canvas.shade(chance.between(-0.15, 0.15), chance.between(-0.15, 0.15));
        return canvas.pixels(0.04, chance);
    }

    private static List<Path> strokes(int digit, Chance chance) {
        return switch (digit) {
            case 0 -> zero(chance);
            case 1 -> one(chance);
            case 2 -> two(chance);
            case 3 -> three(chance);
            case 4 -> four(chance);
            case 5 -> five(chance);
            case 6 -> six(chance);
            case 7 -> seven(chance);
            case 8 -> eight(chance);
            case 9 -> nine(chance);
            default -> throw new IllegalArgumentException("not a digit: " + digit);
        };
    }

    /** A closed or slightly open ring, round to narrow. */
    private static List<Path> zero(Chance chance) {
        double start = chance.between(-0.35, -0.2);
        double turns = chance.between(0.93, 1.08);
        return List.of(Path.arc(0.5, 0.5, chance.between(0.24, 0.42), 0.49, start, start + turns));
    }

    /** A bare stroke, one with a flag, or one with a flag and a foot. */
    private static List<Path> one(Chance chance) {
        double x = chance.between(0.47, 0.58);
        double flag = chance.between(0.15, 0.32);
        Path stem = Path.straight(x, 0, x - chance.between(-0.02, 0.06), 1);
        Path flagged = Path.straight(x - flag, chance.between(0.14, 0.3)).then(stem);
        Path foot = Path.straight(x - chance.between(0.16, 0.28), 1, x + chance.between(0.14, 0.26), 1);
        return switch (chance.below(3)) {
            case 0 -> List.of(stem);
            case 1 -> List.of(flagged);
            default -> List.of(flagged, foot);
        };
    }

    /** With a pointed foot, or with a loop where the foot begins. */
    private static List<Path> two(Chance chance) {
        double top = chance.between(0.2, 0.28);
        Path hook =
                Path.smooth(0.16, top + 0.05, 0.28, 0.06, 0.5, 0, 0.74, 0.08, 0.8, top + 0.06, 0.66, 0.5, 0.4, 0.76);
        return List.of(
                chance.once(0.6)
                        ? hook.then(Path.straight(0.14, 0.98, 0.86, chance.between(0.93, 1)))
                        : hook.then(Path.straight(0.4, 0.76, 0.2, 0.96, 0.1, 0.9)
                                .then(Path.straight(0.18, 0.8, 0.36, 0.86, 0.6, 0.97, 0.88, chance.between(0.86, 0.96)))
                                .rounded()));
    }

    /** Two bows, or a flat top, a slope and one bow. */
    private static List<Path> three(Chance chance) {
        double waist = chance.between(0.42, 0.5);
        Path lower = Path.smooth(
                0.42, waist, 0.68, waist + 0.06, 0.82, 0.7, 0.72, 0.92, 0.46, 1, 0.14, chance.between(0.84, 0.92));
        return List.of(
                chance.once(0.75)
                        ? Path.straight(0.18, chance.between(0.08, 0.18), 0.44, 0, 0.7, 0.08)
                                .then(Path.straight(0.74, 0.24, 0.64, 0.4, 0.42, waist))
                                .rounded()
                                .then(lower)
                        : Path.straight(0.18, 0.02, 0.76, 0.02, 0.42, waist).then(lower));
    }

    /** Open, as it is written; or closed, as it is printed. */
    private static List<Path> four(Chance chance) {
        double stem = chance.between(0.58, 0.7);
        double bar = chance.between(0.56, 0.7);
        double end = chance.between(0.84, 0.98);
        if (chance.once(0.5)) {
            Path angle = Path.straight(chance.between(0.2, 0.34), 0.02, chance.between(0.08, 0.18), bar, end, bar);
            return List.of(angle, Path.straight(stem, chance.between(0.04, 0.3), stem, 1));
        }
        return List.of(Path.straight(end, bar, 0.08, bar, stem, 0, stem, 1));
    }

    /** With a straight neck and a bar, or drawn in one curve. */
    private static List<Path> five(Chance chance) {
        double neck = chance.between(0.2, 0.28);
        double shoulder = chance.between(0.4, 0.48);
        Path belly = Path.straight(neck - 0.02, shoulder + 0.03, 0.48, shoulder - 0.04, 0.74, 0.5)
                .then(Path.straight(0.82, 0.7, 0.7, 0.92, 0.44, 1, 0.14, 0.9))
                .rounded();
        Path bar = Path.straight(neck + 0.03, 0.02, chance.between(0.72, 0.86), chance.between(-0.02, 0.05));
        Path down = Path.straight(neck + 0.03, 0.02);
        return chance.once(0.7)
                ? List.of(bar, down.then(belly))
                : List.of(Path.smooth(
                        0.8, 0.04, 0.54, 0.02, 0.32, 0.1, 0.26, 0.3, 0.4, shoulder, 0.66, 0.54, 0.8, 0.72, 0.66, 0.94,
                        0.4, 1, 0.16, 0.92));
    }

    /** A curved or a straight back, with a wide or a small loop. */
    private static List<Path> six(Chance chance) {
        double loop = chance.between(0.42, 0.56);
        double back = chance.between(0.1, 0.2);
        double top = chance.between(0.56, 0.76);
        Path spine = chance.once(0.65)
                ? Path.smooth(top, 0, 0.36, 0.16, back, 0.5, back + 0.02, 0.76, 0.34, 0.97)
                : Path.smooth(top, 0, 0.3, 0.42, back, 0.72, 0.34, 0.97);
        return List.of(spine.then(Path.smooth(
                0.34, 0.97, 0.6, 0.98, 0.8, 0.82, 0.76, loop + 0.12, 0.54, loop, 0.3, loop + 0.1, back + 0.03, 0.76)));
    }

    /** Plain, with a bar through the stem, or with a serif. */
    private static List<Path> seven(Chance chance) {
        double right = chance.between(0.78, 0.88);
        double foot = chance.between(0.28, 0.5);
        Path top = Path.straight(0.14, chance.between(0, 0.06), right, 0.02);
        Path stem = chance.once(0.5)
                ? Path.straight(right, 0.02, foot, 1)
                : Path.smooth(right, 0.02, (right + foot) / 2 - 0.05, 0.46, foot, 1);
        Path bar =
                Path.straight(chance.between(0.28, 0.36), 0.5, chance.between(0.72, 0.84), chance.between(0.46, 0.52));
        Path serif = Path.straight(0.14, chance.between(0.14, 0.24));
        return switch (chance.below(4)) {
            case 0 -> List.of(top.then(stem), bar);
            case 1 -> List.of(serif.then(top).then(stem));
            default -> List.of(top.then(stem));
        };
    }

    /** Two rings, or one line that crosses itself. */
    private static List<Path> eight(Chance chance) {
        double waist = chance.between(0.42, 0.5);
        double upper = chance.between(0.22, 0.3);
        double lower = chance.between(0.28, 0.38);
        if (chance.once(0.5)) {
            return List.of(
                    Path.arc(0.5, waist / 2, upper, waist / 2, 0, 1),
                    Path.arc(0.5, (1 + waist) / 2, lower, (1 - waist) / 2, 0, 1));
        }
        Path down = Path.straight(0.5 + upper, 0.1, 0.5, 0, 0.5 - upper, 0.14, 0.5 - upper * 0.7, 0.3, 0.5, waist);
        Path bowl = Path.straight(0.5 + lower * 0.9, 0.66, 0.5 + lower * 0.8, 0.9, 0.5, 1)
                .then(Path.straight(0.5 - lower * 0.8, 0.9, 0.5 - lower * 0.9, 0.66));
        Path up = Path.straight(0.5, waist, 0.5 + upper * 0.8, 0.28, 0.5 + upper, chance.between(0.04, 0.1));
        return List.of(down.then(bowl).then(up).rounded());
    }

    /** A ring with a straight or a curved stem. */
    private static List<Path> nine(Chance chance) {
        double right = chance.between(0.72, 0.82);
        double depth = chance.between(0.48, 0.58);
        double middle = (0.2 + right) / 2;
        Path ring = Path.arc(middle, depth / 2, (right - 0.2) / 2, depth / 2, -0.08, -chance.between(0.98, 1.05));
        Path stem = chance.once(0.5)
                ? Path.straight(right, chance.between(0.02, 0.2), right - chance.between(0, 0.12), 1)
                : Path.smooth(right, 0.18, right - 0.01, 0.6, right - 0.16, 0.92, 0.4, 1, 0.22, 0.9);
        return List.of(ring, stem);
    }
}
