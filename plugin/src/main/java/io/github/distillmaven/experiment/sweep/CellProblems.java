package io.github.distillmaven.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with cells: what is wrong with all of them is said once, and what with some, of the first of these. */
final class CellProblems {

    private final int cells;
    private final Map<String, List<String>> having = new LinkedHashMap<>();

    /** @param cells how many there are */
    CellProblems(int cells) {
        this.cells = cells;
    }

    /** @param cell what it sets, in words */
    void add(String cell, List<String> problems) {
        problems.stream()
                .distinct()
                .forEach(problem -> having.computeIfAbsent(problem, none -> new ArrayList<>())
                        .add(cell));
    }

    /** One sentence or more for each. */
    List<String> texts() {
        return having.entrySet().stream()
                .map(problem -> text(problem.getKey(), problem.getValue()))
                .toList();
    }

    private String text(String problem, List<String> of) {
        if (of.size() == cells) {
            return problem;
        }
        String more = of.size() == 1 ? "" : " and %s more".formatted(of.size() - 1);
        return "Cell %s%s: %s".formatted(of.get(0), more, problem);
    }
}
