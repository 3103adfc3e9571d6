package io.github.distillmaven.dataset.synthetic;

/**
 * Moves a drawing from the unit square to pixels: turned, slanted, stretched and shifted as a whole, then bent smoothly
 * by a lattice of random displacements.
 */
final class Warp {

    private static final int CELLS = 3;

    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;
    private final double centreX;
    private final double centreY;
    private final double[] bendX;
    private final double[] bendY;

    /**
     * Draws a warp.
     *
     * @param extent side of the unit square in pixels, before the random stretch
     * @param wildness the ranges that the warp is drawn from
     */
    Warp(double extent, Wildness wildness, Chance chance) {
        double angle = 2 * Math.PI * chance.between(-wildness.turn(), wildness.turn());
        double slant = chance.between(-wildness.slant(), wildness.slant());
        double width = extent * chance.between(1 - wildness.stretch(), 1 + wildness.stretch());
        double height = extent * chance.between(1 - wildness.stretch(), 1 + wildness.stretch());
        double sine = StrictMath.sin(angle);
        double cosine = StrictMath.cos(angle);
        this.xx = width * cosine;
        this.xy = height * (slant * cosine - sine);
        this.yx = width * sine;
        this.yy = height * (slant * sine + cosine);
        this.centreX = Canvas.SIDE / 2.0 + chance.between(-wildness.shift(), wildness.shift());
        this.centreY = Canvas.SIDE / 2.0 + chance.between(-wildness.shift(), wildness.shift());
        this.bendX = lattice(wildness.bend(), chance);
        this.bendY = lattice(wildness.bend(), chance);
    }

    /**
     * How far a warp may go; every quantity is uniform between minus and plus its limit.
     *
     * @param turn in turns
     * @param slant horizontal shift per height
     * @param stretch relative change of width and of height
     * @param shift in pixels
     * @param bend displacement of each point of the lattice, relative to the unit square
     */
    record Wildness(double turn, double slant, double stretch, double shift, double bend) {}

    /** The line in pixels: (0, 0) is the upper left corner of the image. */
    Path apply(Path path) {
        Path bent =
                path.map((x, y) -> x - 0.5 + displacement(bendX, x, y), (x, y) -> y - 0.5 + displacement(bendY, x, y));
        return bent.map((x, y) -> centreX + xx * x + xy * y, (x, y) -> centreY + yx * x + yy * y);
    }

    private static double[] lattice(double bend, Chance chance) {
        double[] displacements = new double[(CELLS + 1) * (CELLS + 1)];
        for (int node = 0; node < displacements.length; node++) {
            displacements[node] = chance.between(-bend, bend);
        }
        return displacements;
    }

    private static double displacement(double[] lattice, double x, double y) {
        double column = CELLS * Math.min(Math.max(x, 0), 1);
        double row = CELLS * Math.min(Math.max(y, 0), 1);
        int left = Math.min((int) column, CELLS - 1);
        int top = Math.min((int) row, CELLS - 1);
        double right = ease(column - left);
        double down = ease(row - top);
        int node = top * (CELLS + 1) + left;
        double above = lattice[node] + right * (lattice[node + 1] - lattice[node]);
        double below = lattice[node + CELLS + 1] + right * (lattice[node + CELLS + 2] - lattice[node + CELLS + 1]);
        return above + down * (below - above);
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
