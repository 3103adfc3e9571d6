package io.github.distillmaven.dataset.points;

/**
 * What a network answers on a square grid from {@value #LOW} to {@value #HIGH} in both coordinates, row by row from the lowest y, in
 * each row from the lowest x.
 *
 * @param classes {@value #SIDE} x {@value #SIDE}
 */
public record DecisionSurface(int[] classes) {

    /** Number of points of the grid in each direction. */
    public static final int SIDE = 241;

    /** Smallest coordinate, as in the article's figure. */
    public static final double LOW = -0.1;

    /** Largest coordinate. */
    public static final double HIGH = 1.1;

    /** Coordinate of a line of the grid, from 0. */
    public static float coordinate(int line) {
        return (float) (LOW + (HIGH - LOW) * line / (SIDE - 1));
    }

    /** What is answered at a point of the grid. */
    public int at(int column, int row) {
        return classes[row * SIDE + column];
    }
}
