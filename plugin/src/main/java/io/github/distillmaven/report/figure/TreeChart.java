package io.github.distillmaven.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.github.distillmaven.report.text.Words;
import io.github.distillmaven.results.Role;

/**
 * What was made from what: one line of text for each node, below and to the right of what it was made from.
 *
 * @param subject what the tree shows, in a few words
 * @param roots nodes that were made from nothing else of the tree
 */
public record TreeChart(String subject, List<Node> roots) implements Figure {

    private static final int ROW = 26;
    private static final int STEP = 22;
    private static final double RADIUS = 5;
    private static final int TEXT = 14;
    private static final double CHARACTER_WIDTH = 7.2;

    public TreeChart {
        roots = List.copyOf(roots);
    }

    /**
     * One thing that was made.
     *
     * @param name of it
     * @param detail about it, in a few words
     * @param role that colours it
     * @param full whether its dot is filled
     * @param children what was made from it
     */
    public record Node(String name, String detail, Role role, boolean full, List<Node> children) {

        public Node {
            children = List.copyOf(children);
        }
    }

    /**
     * A node on its line.
     *
     * @param row of it, from 0
     * @param depth how many nodes it hangs from
     * @param parent row of the node that it hangs from; its own for a root
     */
    private record Placed(Node node, int row, int depth, int parent) {}

    @Override
    public String description() {
        return placed().stream()
                .map(placed -> placed.node().name() + " (" + placed.node().detail() + ")"
                        + (placed.depth() == 0
                                ? ""
                                : " from "
                                        + placed().get(placed.parent()).node().name()))
                .collect(Collectors.joining(", ", subject + ": ", "."));
    }

    @Override
    public int height(int width) {
        return placed().size() * ROW;
    }

    @Override
    public Svg draw(int width, Palette palette) {
        Svg svg = new Svg(width, height(width), description());
        List<Placed> all = placed();
        for (Placed placed : all) {
            if (placed.depth() > 0) {
                double corner = x(placed.depth() - 1);
                svg.line(corner, y(placed.parent()) + RADIUS, corner, y(placed.row()), palette.rule());
                svg.line(corner, y(placed.row()), x(placed.depth()) - RADIUS, y(placed.row()), palette.rule());
            }
        }
        double column = end(all, Node::name, placed -> x(placed.depth()) + TEXT) + TEXT;
        boolean detailed = end(all, Node::detail, placed -> column) <= width;
        for (Placed placed : all) {
            Node node = placed.node();
            double x = x(placed.depth());
            String colour = palette.of(node.role());
            svg.shape(
                    "circle",
                    "cx",
                    x,
                    "cy",
                    y(placed.row()),
                    "r",
                    RADIUS - 1,
                    "fill",
                    node.full() ? colour : palette.paper(),
                    "stroke",
                    colour,
                    "stroke-width",
                    2.0);
            double left = x + TEXT;
            int room = (int) ((width - left) / CHARACTER_WIDTH);
            svg.text(left, y(placed.row()) + 4.5, Words.shortened(node.name(), Math.max(1, room)), palette.ink());
            if (detailed) {
                svg.text(column, y(placed.row()) + 4.5, node.detail(), palette.muted());
            }
        }
        return svg;
    }

    /** Where the longest of such texts ends. */
    private static double end(List<Placed> all, Function<Node, String> text, ToDoubleFunction<Placed> begin) {
        return all.stream()
                .mapToDouble(placed ->
                        begin.applyAsDouble(placed) + text.apply(placed.node()).length() * CHARACTER_WIDTH)
                .max()
                .orElse(0);
    }

    private static double x(int depth) {
        return RADIUS + 1 + depth * STEP;
    }

    private static double y(int row) {
        return row * ROW + ROW / 2.0;
    }

    private List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        roots.forEach(root -> place(root, 0, placed.size(), placed));
        return placed;
    }

    private static void place(Node node, int depth, int parent, List<Placed> placed) {
        int row = placed.size();
        placed.add(new Placed(node, row, depth, parent));
        node.children().forEach(child -> place(child, depth + 1, row, placed));
    }
}
