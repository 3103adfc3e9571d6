package io.github.distillmaven.dataset.synthetic;

/** Shapes and fittings of what is worn on the body, seen from the front. */
final class Clothes {

    private Clothes() {}

    static void tShirt(Tailor tailor, Chance chance) {
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
        tailor.seams(Path.straight(0.5 + waist, 0.32, 0.73, 0.12), 0.8, shirt);
        tailor.seam(
                Path.smooth(0.5 - neck - 0.02, 0.05, 0.42, 0.18, 0.5, 0.21, 0.58, 0.18, 0.5 + neck + 0.02, 0.05),
                1,
                shirt);
    }

    static void trousers(Tailor tailor, Chance chance) {
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
        tailor.seams(Path.smooth(0.5 + hip, 0.24, 0.6, 0.22, 0.59, 0.1), 0.9, trousers);
        if (chance.once(0.5)) {
            tailor.seams(Path.straight(0.5 + hip / 2, 0.3, 0.5 + foot - leg / 2, 0.98), 0.8, trousers);
        }
    }

    static void pullover(Tailor tailor, Chance chance) {
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
        tailor.seams(Path.straight(0.78, cuff - 0.08, 1, cuff - 0.1), 1.1, pullover);
        tailor.seams(Path.straight(0.5 + waist, 0.34, 0.7, 0.1), 0.8, pullover);
    }

    static void dress(Tailor tailor, Chance chance) {
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
        tailor.seams(Path.straight(0.5 + waist * 0.4, belt, 0.5 + hem * 0.4, 0.98), 0.9, dress);
    }

    static void coat(Tailor tailor, Chance chance) {
        double waist = chance.between(0.22, 0.28);
        double cuff = chance.between(0.76, 0.86);
        double lapel = chance.between(0.34, 0.46);
        double pocket = chance.between(0.58, 0.66);
        Coverage coat = tailor.cloth(
                longSleeved(0.11, waist, cuff, 0.98), Fabric.PLAIN, Fabric.PLAIN, Fabric.CHECKS, Fabric.PINSTRIPES);
        tailor.seam(Path.straight(0.5, lapel, 0.5, 0.98), 1.1, coat);
        tailor.seams(Path.straight(0.59, 0.04, 0.66, 0.22, 0.5, lapel), 1.2, coat);
        tailor.seams(Path.straight(0.57, pocket, 0.7, pocket - 0.03), 1.3, coat);
        tailor.seams(Path.straight(0.5 + waist, 0.34, 0.74, 0.9), 0.8, coat);
        tailor.buttons(0.45, lapel + 0.06, 0.84, 3, coat);
        if (chance.once(0.4)) {
            tailor.buttons(0.55, lapel + 0.06, 0.84, 3, coat);
        }
    }

    static void shirt(Tailor tailor, Chance chance) {
        double waist = chance.between(0.21, 0.26);
        double hem = chance.between(0.88, 0.96);
        double pocket = chance.between(0.36, 0.42);
        Path outline = chance.once(0.6)
                ? longSleeved(0.09, waist, chance.between(0.72, 0.84), hem)
                : Path.straight(0.5, 0.1, 0.59, 0.04, 0.74, 0.11)
                        .then(Path.straight(0.92, 0.44, 0.8, 0.5, 0.5 + waist, 0.32, 0.5 + waist, hem))
                        .withMirrorImage();
        Coverage shirt =
                tailor.cloth(outline, Fabric.CHECKS, Fabric.PINSTRIPES, Fabric.PINSTRIPES, Fabric.PLAIN, Fabric.DOTS);
        tailor.seam(Path.straight(0.5, 0.16, 0.5, 0.97), 0.9, shirt);
        tailor.seams(Path.straight(0.5, 0.16, 0.58, 0.22, 0.62, 0.06), 1.1, shirt);
        tailor.buttons(0.5, 0.3, 0.84, 4, shirt);
        tailor.seam(
                Path.straight(0.57, pocket, 0.68, pocket, 0.68, pocket + 0.12, 0.57, pocket + 0.12, 0.57, pocket),
                0.8,
                shirt);
    }

    private static Path longSleeved(double neck, double waist, double cuff, double hem) {
        return Path.smooth(0.5, 0.12, 0.5 + neck * 0.7, 0.1, 0.5 + neck, 0.04)
                .then(Path.straight(0.7, 0.09))
                .then(Path.smooth(0.7, 0.09, 0.82, 0.24, 0.9, 0.5, 0.96, cuff))
                .then(Path.straight(0.83, cuff + 0.02, 0.5 + waist, 0.38, 0.5 + waist, hem))
                .withMirrorImage();
    }
}
