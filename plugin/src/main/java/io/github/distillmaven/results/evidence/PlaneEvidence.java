package io.github.distillmaven.results.evidence;

import java.io.IOException;
import java.util.Optional;

import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.dataset.points.RandomPoints;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.metrics.Predictions;

/**
 * What the models of the first replicate answer all over the plane.
 *
 * @param teacher of the teacher
 * @param student of the treatment's student
 */
public record PlaneEvidence(DecisionSurface teacher, DecisionSurface student) {

    private static final String FILE = "evaluations/" + RandomPoints.PLANE + ".csv";

    /** What was asked; empty if the data set has no such grid. */
    static Optional<PlaneEvidence> read(String dataset, ReplicateFolder first) throws IOException {
        boolean asked = Components.load(DataSource.class)
                .find(dataset)
                .filter(source -> source.evaluationSets().contains(RandomPoints.PLANE))
                .isPresent();
        return asked
                ? Optional.of(new PlaneEvidence(
                        surface(first.teacher()), surface(first.treatment().student())))
                : Optional.empty();
    }

    private static DecisionSurface surface(StepFiles step) throws IOException {
        Predictions answers = step.read(FILE, Predictions::read);
        int points = DecisionSurface.SIDE * DecisionSurface.SIDE;
        step.require(
                answers.rows().size() == points,
                FILE,
                "it has %s points instead of %s".formatted(answers.rows().size(), points));
        return new DecisionSurface(answers.answers().predicted());
    }
}
