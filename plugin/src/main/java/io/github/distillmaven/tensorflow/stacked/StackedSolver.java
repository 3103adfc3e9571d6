package io.github.distillmaven.tensorflow.stacked;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.metrics.History;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.solver.LinearSolver;
import io.github.distillmaven.tensorflow.training.Course;
import io.github.distillmaven.worker.process.WorkerFailure;

/** Solves for the weights of several linear models, each on its own examples. */
record StackedSolver(StackedNetworks networks, LinearSolver solver) {

    /**
     * Gives every network its weights.
     *
     * @param courses one for each network
     * @return one for each course
     */
    List<StackedOutcome> solve(List<Course> courses) throws WorkerFailure {
        // An empty place is filled with the course of another.
        Map<Course, StackedOutcome> solved = new HashMap<>();
        List<StackedOutcome> outcomes = new ArrayList<>();
        for (Course course : courses) {
            if (!solved.containsKey(course)) {
                solved.put(course, solve(course));
            }
            outcomes.add(solved.get(course));
        }
        networks.begin(outcomes.stream().map(StackedOutcome::last).toList());
        return outcomes;
    }

    private StackedOutcome solve(Course course) throws WorkerFailure {
        Weights initial = networks.draw(course.seeds().stream(course.role() + "/initial-weights"));
        return new StackedOutcome(initial, solver.solve(course.lesson()), Float.NaN, new History(List.of()));
    }
}
