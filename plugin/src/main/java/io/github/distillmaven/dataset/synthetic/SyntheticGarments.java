package io.github.distillmaven.dataset.synthetic;

/** Garments as a shop would show them: bright silhouettes on a dark ground, with patterns, seams and fittings. */
final class SyntheticGarments implements Drawing {

    private static final double EXTENT = 22;
    private static final Warp.Wildness WILDNESS = new Warp.Wildness(0.07, 0.25, 0.28, 2.5, 0.06);

    @Override
    public byte[] draw(int label, Chance chance) {
        Canvas canvas = new Canvas(new Warp(EXTENT, WILDNESS, chance), chance.between(0.8, 1.3));
        Tailor tailor = new Tailor(canvas, chance);
        switch (label) {
            case 0 -> tShirt(tailor, chance);
            case 1 -> trousers(tailor, chance);
            case 2 -> pullover(tailor, chance);
            case 3 -> dress(tailor, chance);
            case 4 -> coat(tailor, chance);
            case 5 -> sandal(tailor, chance);
            case 6 -> shirt(tailor, chance);
            case 7 -> sneaker(tailor, chance);
            case 8 -> bag(tailor, chance);
            case 9 -> ankleBoot(tailor, chance);
            default -> throw new IllegalArgumentException("not a garment: " + label);
        }
        canvas.shade(chance.between(-0.25, 0.25), chance.between(-0.25, 0.25));
        return canvas.pixels(0.05, chance);
    }

    private static void tShirt(Tailor tailor, Chance chance) {
        double neck = chance.between(0.1, 0.16);
        double sleeve = chance.between(0.3, 0.42);
        double waist = chance.between(0.23, 0.28);
        double hem = chance.between(0.84, 0.96);
        Coverage shirt = tailor.cloth(
                Path.smooth(0.5, 0.17, 0.5 + neck * 0.7, 0.14, 0.5 + neck, 0.06)
                        .then(Path.straight(0.73, 0.1, 0.97, sleeve, 0.85, sleeve + 0.1, 0.5 + waist, 0.32))
                        .then(Path.straight(0.5 + waist, hem))
                        .withMirrorImage(),
                Fabric.PLAIN,
                Fabric.STRIPES,
                Fabric.DOTS,
                Fabric.SWIRL,
                Fabric.SWIRL,
                Fabric.RINGS,
                Fabric.RINGS);
        both(tailor, Path.straight(0.5 + waist, 0.32, 0.73, 0.12), 0.8, shirt);
        tailor.seam(
                Path.smooth(0.5 - neck - 0.02, 0.05, 0.42, 0.18, 0.5, 0.21, 0.58, 0.18, 0.5 + neck + 0.02, 0.05),
                1,
                shirt);
    }

    private static void trousers(Tailor tailor, Chance chance) {
        double hip = chance.between(0.2, 0.25);
        double foot = chance.between(0.2, 0.34);
        double leg = chance.between(0.11, 0.17);
        double crotch = chance.between(0.34, 0.42);
        Coverage trousers = tailor.cloth(
                Path.straight(0.5 + hip - 0.04, 0.02, 0.5 + hip, 0.3, 0.5 + foot, 0.98)
                        .then(Path.straight(0.5 + foot - leg, 0.98, 0.5, crotch))
                        .withMirrorImage(),
                Fabric.PLAIN,
                Fabric.PLAIN,
                Fabric.PINSTRIPES,
                Fabric.CHECKS);
        tailor.seam(Path.straight(0.2, 0.1, 0.8, 0.1), 1, trousers);
        tailor.seam(Path.straight(0.5, 0.1, 0.5, crotch), 1, trousers);
        both(tailor, Path.smooth(0.5 + hip, 0.24, 0.6, 0.22, 0.59, 0.1), 0.9, trousers);
        if (chance.once(0.5)) {
            both(tailor, Path.straight(0.5 + hip / 2, 0.3, 0.5 + foot - leg / 2, 0.98), 0.8, trousers);
        }
    }

    private static void pullover(Tailor tailor, Chance chance) {
        double neck = chance.between(0.08, 0.13);
        double waist = chance.between(0.22, 0.27);
        double cuff = chance.between(0.8, 0.9);
        Coverage pullover = tailor.cloth(
                longSleeved(neck, waist, cuff, 0.92),
                Fabric.KNIT,
                Fabric.KNIT,
                Fabric.STRIPES,
                Fabric.PLAIN,
                Fabric.CHECKS,
                Fabric.SWIRL,
                Fabric.RINGS,
                Fabric.RINGS);
        tailor.seam(Path.smooth(0.5 - neck, 0.05, 0.5, 0.14, 0.5 + neck, 0.05), 1.4, pullover);
        tailor.seam(Path.straight(0.5 - waist, 0.85, 0.5 + waist, 0.85), 1.1, pullover);
        both(tailor, Path.straight(0.78, cuff - 0.08, 1, cuff - 0.1), 1.1, pullover);
        both(tailor, Path.straight(0.5 + waist, 0.34, 0.7, 0.1), 0.8, pullover);
    }

    private static void dress(Tailor tailor, Chance chance) {
        double waist = chance.between(0.1, 0.15);
        double hem = chance.between(0.22, 0.4);
        double belt = chance.between(0.36, 0.48);
        Coverage dress = tailor.cloth(
                Path.smooth(0.5, 0.2, 0.56, 0.17, 0.6, 0.02)
                        .then(Path.straight(0.67, 0.02))
                        .then(Path.smooth(0.66, 0.12, 0.5 + waist + 0.05, 0.24, 0.5 + waist, belt))
                        .then(Path.smooth(0.5 + waist, belt, 0.5 + (waist + hem) / 2 + 0.04, 0.7, 0.5 + hem, 0.98))
                        .withMirrorImage(),
                Fabric.PLAIN,
                Fabric.DOTS,
                Fabric.STRIPES,
                Fabric.SWIRL,
                Fabric.RINGS,
                Fabric.CHECKS);
        tailor.seam(Path.straight(0.3, belt, 0.7, belt), chance.between(1, 2.2), dress);
        both(tailor, Path.straight(0.5 + waist * 0.4, belt, 0.5 + hem * 0.4, 0.98), 0.9, dress);
    }

    private static void coat(Tailor tailor, Chance chance) {
        double waist = chance.between(0.22, 0.28);
        double cuff = chance.between(0.76, 0.86);
        double lapel = chance.between(0.34, 0.46);
        double pocket = chance.between(0.58, 0.66);
        Coverage coat = tailor.cloth(
                longSleeved(0.11, waist, cuff, 0.98), Fabric.PLAIN, Fabric.PLAIN, Fabric.CHECKS, Fabric.PINSTRIPES);
        tailor.seam(Path.straight(0.5, lapel, 0.5, 0.98), 1.1, coat);
        both(tailor, Path.straight(0.59, 0.04, 0.66, 0.22, 0.5, lapel), 1.2, coat);
        both(tailor, Path.straight(0.57, pocket, 0.7, pocket - 0.03), 1.3, coat);
        both(tailor, Path.straight(0.5 + waist, 0.34, 0.74, 0.9), 0.8, coat);
        tailor.buttons(0.45, lapel + 0.06, 0.84, 3, coat);
        if (chance.once(0.4)) {
            tailor.buttons(0.55, lapel + 0.06, 0.84, 3, coat);
        }
    }

    private static void shirt(Tailor tailor, Chance chance) {
        double waist = chance.between(0.21, 0.26);
        double hem = chance.between(0.88, 0.96);
        double pocket = chance.between(0.36, 0.42);
        Path outline = chance.once(0.6)
                ? longSleeved(0.09, waist, chance.between(0.72, 0.84), hem)
                : Path.straight(
                                0.5,
                                0.1,
                                0.59,
                                0.04,
                                0.74,
                                0.11,
                                0.92,
                                0.44,
                                0.8,
                                0.5,
                                0.5 + waist,
                                0.32,
                                0.5 + waist,
                                hem)
                        .withMirrorImage();
        Coverage shirt =
                tailor.cloth(outline, Fabric.CHECKS, Fabric.PINSTRIPES, Fabric.PINSTRIPES, Fabric.PLAIN, Fabric.DOTS);
        tailor.seam(Path.straight(0.5, 0.16, 0.5, 0.97), 0.9, shirt);
        both(tailor, Path.straight(0.5, 0.16, 0.58, 0.22, 0.62, 0.06), 1.1, shirt);
        tailor.buttons(0.5, 0.3, 0.84, 4, shirt);
        tailor.seam(
                Path.straight(0.57, pocket, 0.68, pocket, 0.68, pocket + 0.12, 0.57, pocket + 0.12, 0.57, pocket),
                0.8,
                shirt);
    }

    private static void sandal(Tailor tailor, Chance chance) {
        double heel = chance.between(0.5, 0.7);
        double lift = chance.between(0, 0.2);
        double side = chance.once(0.5) ? 1 : 0;
        Path sole = Path.smooth(
                0.03,
                heel,
                0.25,
                heel + 0.03,
                0.5,
                0.82,
                0.75,
                0.87,
                0.97,
                0.84,
                0.9,
                0.93,
                0.6,
                0.94,
                0.35,
                heel + 0.28 - lift,
                0.1,
                heel + 0.12,
                0.03,
                heel);
        Coverage footbed = tailor.cloth(turned(sole, side), Fabric.PLAIN);
        tailor.strap(turned(Path.straight(0.08, heel + 0.06, 0.1, 0.93), side), chance.between(1.6, 4));
        double width = chance.between(1.3, 2.4);
        tailor.strap(turned(Path.smooth(0.64, 0.88, 0.68, 0.66, 0.8, 0.62, 0.9, 0.87), side), width);
        tailor.strap(turned(Path.smooth(0.06, heel, 0.1, heel - 0.26, 0.3, heel - 0.3, 0.4, heel + 0.06), side), width);
        if (chance.once(0.6)) {
            tailor.strap(turned(Path.smooth(0.3, heel - 0.26, 0.5, 0.52, 0.72, 0.66), side), width);
        }
        if (chance.once(0.5)) {
            tailor.strap(turned(Path.smooth(0.44, heel + 0.1, 0.52, 0.56, 0.62, 0.6, 0.8, 0.88), side), width);
        }
        tailor.seam(
                turned(Path.smooth(0.1, heel + 0.04, 0.35, heel + 0.12, 0.55, 0.88, 0.92, 0.88), side), 0.9, footbed);
    }

    private static void sneaker(Tailor tailor, Chance chance) {
        double top = chance.between(0.3, 0.42);
        double side = chance.once(0.5) ? 1 : 0;
        Coverage shoe = tailor.cloth(
                turned(
                        Path.smooth(0.06, top + 0.04, 0.12, top, 0.2, top + 0.09, 0.34, top + 0.1, 0.44, top)
                                .then(Path.smooth(0.44, top, 0.6, 0.52, 0.84, 0.6, 0.97, 0.7, 0.97, 0.84))
                                .then(Path.straight(0.05, 0.84, 0.04, 0.6)),
                        side),
                Fabric.PLAIN,
                Fabric.PLAIN,
                Fabric.DOTS,
                Fabric.CHECKS);
        tailor.trim(turned(Path.straight(0, 0.76, 1, 0.78, 1, 0.86, 0, 0.86), side), shoe);
        for (double lace = 0.46; lace < 0.64; lace += 0.07) {
            tailor.seam(turned(Path.straight(lace, top + 0.02, lace - 0.06, 0.64), side), 1, shoe);
        }
        tailor.seam(turned(Path.smooth(0.76, 0.54, 0.72, 0.66, 0.78, 0.78), side), 1, shoe);
        if (chance.once(0.7)) {
            double swing = chance.between(0.5, 0.66);
            tailor.seam(
                    turned(Path.smooth(0.1, swing, 0.24, 0.7, 0.46, 0.62, 0.58, 0.5), side),
                    chance.between(1, 2),
                    shoe);
        }
    }

    private static void bag(Tailor tailor, Chance chance) {
        double top = chance.between(0.36, 0.46);
        double upper = chance.between(0.3, 0.42);
        double lower = chance.between(0.36, 0.46);
        double handle = chance.between(0.14, 0.26);
        tailor.strap(
                Path.arc(0.5, top + 0.02, handle, chance.between(0.22, top - 0.04), 0.5, 1), chance.between(1.1, 2.4));
        Coverage bag = tailor.cloth(
                Path.straight(
                                0.5 + upper - 0.03,
                                top,
                                0.5 + upper,
                                top + 0.04,
                                0.5 + lower,
                                0.88,
                                0.5 + lower - 0.04,
                                0.92)
                        .withMirrorImage(),
                Fabric.PLAIN,
                Fabric.CHECKS,
                Fabric.STRIPES,
                Fabric.KNIT,
                Fabric.DOTS,
                Fabric.SWIRL,
                Fabric.RINGS);
        double flap = chance.between(top + 0.12, 0.7);
        if (chance.once(0.6)) {
            tailor.seam(
                    Path.smooth(
                            0.5 - upper,
                            top + 0.04,
                            0.3,
                            flap - 0.03,
                            0.5,
                            flap,
                            0.7,
                            flap - 0.03,
                            0.5 + upper,
                            top + 0.04),
                    1.2,
                    bag);
        } else {
            tailor.seam(Path.straight(0, top + 0.1, 1, top + 0.1), 1.3, bag);
            both(tailor, Path.straight(0.5 + handle, top, 0.5 + handle, 0.92), 1.1, bag);
        }
        tailor.seam(Path.straight(0.5, flap - 0.02, 0.5, flap + 0.06), 2.4, bag);
    }

    private static void ankleBoot(Tailor tailor, Chance chance) {
        double shaft = chance.between(0.44, 0.52);
        double heel = chance.between(0.86, 0.92);
        double side = chance.once(0.5) ? 1 : 0;
        Coverage boot = tailor.cloth(
                turned(
                        Path.straight(0.08, 0.06, shaft, 0.04)
                                .then(Path.smooth(
                                        shaft, 0.04, shaft + 0.01, 0.36, 0.66, 0.56, 0.9, 0.64, 0.96, 0.76, 0.96, 0.9))
                                .then(Path.straight(0.5, 0.9, 0.36, heel - 0.02, 0.35, 0.97, 0.08, 0.97, 0.1, 0.6)),
                        side),
                Fabric.PLAIN,
                Fabric.PLAIN,
                Fabric.PLAIN,
                Fabric.KNIT);
        tailor.seam(turned(Path.straight(0.08, 0.83, 0.36, 0.83, 0.5, 0.84, 0.97, 0.82), side), 1.2, boot);
        if (chance.once(0.5)) {
            for (double lace = 0.12; lace < 0.5; lace += 0.1) {
                tailor.seam(turned(Path.straight(shaft - 0.14, lace + 0.05, shaft, lace), side), 1, boot);
            }
        } else {
            tailor.seam(turned(Path.smooth(0.2, 0.04, 0.27, 0.4, 0.38, 0.04), side), 1.1, boot);
        }
        tailor.seam(turned(Path.smooth(0.1, 0.6, 0.3, 0.52, 0.44, 0.62, 0.5, 0.84), side), 0.9, boot);
    }

    private static Path longSleeved(double neck, double waist, double cuff, double hem) {
        return Path.smooth(0.5, 0.12, 0.5 + neck * 0.7, 0.1, 0.5 + neck, 0.04)
                .then(Path.straight(0.7, 0.09))
                .then(Path.smooth(0.7, 0.09, 0.82, 0.24, 0.9, 0.5, 0.96, cuff))
                .then(Path.straight(0.83, cuff + 0.02, 0.5 + waist, 0.38, 0.5 + waist, hem))
                .withMirrorImage();
    }

    private static void both(Tailor tailor, Path line, double width, Coverage garment) {
        tailor.seam(line, width, garment);
        tailor.seam(turned(line, 1), width, garment);
    }

    /** The path itself for side 0, its mirror image for side 1. */
    private static Path turned(Path path, double side) {
        return path.map((x, y) -> x + side * (1 - 2 * x), (x, y) -> y);
    }
}
