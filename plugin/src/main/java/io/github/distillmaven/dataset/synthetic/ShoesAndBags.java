package io.github.distillmaven.dataset.synthetic;

/** Shapes and fittings of shoes, seen from either side, and of bags. */
final class ShoesAndBags {

    private ShoesAndBags() {}

    static void sandal(Tailor tailor, Chance chance) {
        double heel = chance.between(0.5, 0.7);
        double lift = chance.between(0, 0.2);
        boolean left = chance.once(0.5);
        Path sole = Path.straight(0.03, heel, 0.25, heel + 0.03, 0.5, 0.82, 0.75, 0.87, 0.97, 0.84)
                .then(Path.straight(0.9, 0.93, 0.6, 0.94, 0.35, heel + 0.28 - lift, 0.1, heel + 0.12, 0.03, heel))
                .rounded();
        Coverage footbed = tailor.cloth(turned(sole, left), Fabric.PLAIN);
        tailor.strap(turned(Path.straight(0.08, heel + 0.06, 0.1, 0.93), left), chance.between(1.6, 4));
        double width = chance.between(1.3, 2.4);
        tailor.strap(turned(Path.smooth(0.64, 0.88, 0.68, 0.66, 0.8, 0.62, 0.9, 0.87), left), width);
        tailor.strap(turned(Path.smooth(0.06, heel, 0.1, heel - 0.26, 0.3, heel - 0.3, 0.4, heel + 0.06), left), width);
        if (chance.once(0.6)) {
            tailor.strap(turned(Path.smooth(0.3, heel - 0.26, 0.5, 0.52, 0.72, 0.66), left), width);
        }
        if (chance.once(0.5)) {
            tailor.strap(turned(Path.smooth(0.44, heel + 0.1, 0.52, 0.56, 0.62, 0.6, 0.8, 0.88), left), width);
        }
        tailor.seam(
                turned(Path.smooth(0.1, heel + 0.04, 0.35, heel + 0.12, 0.55, 0.88, 0.92, 0.88), left), 0.9, footbed);
    }

    static void sneaker(Tailor tailor, Chance chance) {
        double top = chance.between(0.3, 0.42);
        boolean left = chance.once(0.5);
        Coverage shoe = tailor.cloth(
                turned(
                        Path.smooth(0.06, top + 0.04, 0.12, top, 0.2, top + 0.09, 0.34, top + 0.1, 0.44, top)
                                .then(Path.smooth(0.44, top, 0.6, 0.52, 0.84, 0.6, 0.97, 0.7, 0.97, 0.84))
                                .then(Path.straight(0.05, 0.84, 0.04, 0.6)),
                        left),
                Fabric.PLAIN,
                Fabric.PLAIN,
                Fabric.DOTS,
                Fabric.CHECKS);
        tailor.trim(turned(Path.straight(0, 0.76, 1, 0.78, 1, 0.86, 0, 0.86), left), shoe);
        for (double lace = 0.46; lace < 0.64; lace += 0.07) {
            tailor.seam(turned(Path.straight(lace, top + 0.02, lace - 0.06, 0.64), left), 1, shoe);
        }
        tailor.seam(turned(Path.smooth(0.76, 0.54, 0.72, 0.66, 0.78, 0.78), left), 1, shoe);
        if (chance.once(0.7)) {
            double swing = chance.between(0.5, 0.66);
            tailor.seam(
                    turned(Path.smooth(0.1, swing, 0.24, 0.7, 0.46, 0.62, 0.58, 0.5), left),
                    chance.between(1, 2),
                    shoe);
        }
    }

    static void ankleBoot(Tailor tailor, Chance chance) {
        double shaft = chance.between(0.44, 0.52);
        double heel = chance.between(0.86, 0.92);
        boolean left = chance.once(0.5);
        Coverage boot = tailor.cloth(
                turned(
                        Path.straight(0.08, 0.06, shaft, 0.04)
                                .then(Path.smooth(
                                        shaft, 0.04, shaft + 0.01, 0.36, 0.66, 0.56, 0.9, 0.64, 0.96, 0.76, 0.96, 0.9))
                                .then(Path.straight(0.5, 0.9, 0.36, heel - 0.02, 0.35, 0.97, 0.08, 0.97, 0.1, 0.6)),
                        left),
                Fabric.PLAIN,
                Fabric.PLAIN,
                Fabric.PLAIN,
                Fabric.KNIT);
        tailor.seam(turned(Path.straight(0.08, 0.83, 0.36, 0.83, 0.5, 0.84, 0.97, 0.82), left), 1.2, boot);
        if (chance.once(0.5)) {
            for (double lace = 0.12; lace < 0.5; lace += 0.1) {
                tailor.seam(turned(Path.straight(shaft - 0.14, lace + 0.05, shaft, lace), left), 1, boot);
            }
        } else {
            tailor.seam(turned(Path.smooth(0.2, 0.04, 0.27, 0.4, 0.38, 0.04), left), 1.1, boot);
        }
        tailor.seam(turned(Path.smooth(0.1, 0.6, 0.3, 0.52, 0.44, 0.62, 0.5, 0.84), left), 0.9, boot);
    }

    static void bag(Tailor tailor, Chance chance) {
        double top = chance.between(0.36, 0.46);
        double upper = chance.between(0.3, 0.42);
        double lower = chance.between(0.36, 0.46);
        double handle = chance.between(0.14, 0.26);
        tailor.strap(
                Path.arc(0.5, top + 0.02, handle, chance.between(0.22, top - 0.04), 0.5, 1), chance.between(1.1, 2.4));
        Path side = Path.straight(
                0.5 + upper - 0.03, top, 0.5 + upper, top + 0.04, 0.5 + lower, 0.88, 0.5 + lower - 0.04, 0.92);
        Coverage bag = tailor.cloth(
                side.withMirrorImage(),
                Fabric.PLAIN,
                Fabric.CHECKS,
                Fabric.STRIPES,
                Fabric.KNIT,
                Fabric.DOTS,
                Fabric.SWIRL,
                Fabric.RINGS);
        double flap = chance.between(top + 0.12, 0.7);
        if (chance.once(0.6)) {
            Path left = Path.straight(0.5 - upper, top + 0.04, 0.3, flap - 0.03);
            Path right = Path.straight(0.5, flap, 0.7, flap - 0.03, 0.5 + upper, top + 0.04);
            tailor.seam(left.then(right).rounded(), 1.2, bag);
        } else {
            tailor.seam(Path.straight(0, top + 0.1, 1, top + 0.1), 1.3, bag);
            tailor.seams(Path.straight(0.5 + handle, top, 0.5 + handle, 0.92), 1.1, bag);
        }
        tailor.seam(Path.straight(0.5, flap - 0.02, 0.5, flap + 0.06), 2.4, bag);
    }

    private static Path turned(Path path, boolean left) {
        return left ? path.mirrorImage() : path;
    }
}
