package io.github.distillmaven.pipeline.step;

import java.util.Optional;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;

/**
 * Which part of an experiment something belongs to.
 *
 * @param replicate where the replicate lies below the experiment, with slashes; empty for the first one
 * @param title what it is called behind the name of a step; empty if the experiment has no other replicate, and is no cell
 * @param index of the replicate, from 0
 * @param member which further teacher of this replicate, from 1; 0 for none of them
 * @param arm which arm it is; empty for the treatment
 * @param place of the arm among those of its replicate, from 0
 */
public record ExperimentPart(
        String replicate, String title, int index, int member, Optional<ExperimentArm> arm, int place) {

    /** The treatment of an experiment with one replicate. */
    static final ExperimentPart FIRST = new ExperimentPart("", "", 0, 0, Optional.empty(), 0);

    /** The treatment of an experiment, of a cell of a sweep with the name of the cell. */
    static ExperimentPart of(Experiment experiment) {
        int slash = experiment.name().indexOf('/');
        return slash < 0
                ? FIRST
                : new ExperimentPart("", " of " + experiment.name().substring(slash + 1), 0, 0, Optional.empty(), 0);
    }

    /**
     * The treatment of one of several replicates.
     *
     * @param number from 0
     */
    ExperimentPart replicate(int number, long seed) {
        return new ExperimentPart(
                number == 0 ? "" : "replicates/" + seed,
                title + (title.isEmpty() ? " of seed " : ", seed ") + seed,
                number,
                0,
                Optional.empty(),
                0);
    }

    /**
     * Another arm of this replicate.
     *
     * @param at its place among all
     */
    ExperimentPart of(ExperimentArm other, int at) {
        String ofArm = title + (title.isEmpty() ? " of " : ", ") + other.name();
        return new ExperimentPart(replicate, ofArm, index, member, Optional.of(other), at);
    }

    /**
     * A further teacher of this replicate, which lies below it like a replicate of its own.
     *
     * @param number from 1
     */
    ExperimentPart member(int number) {
        String name = "ensemble/" + number;
        String ofMember = title + (title.isEmpty() ? " of " : ", ") + "ensemble, number " + number;
        return new ExperimentPart(
                replicate.isEmpty() ? name : replicate + "/" + name, ofMember, index, number, Optional.empty(), 0);
    }

    /** Which of the models that are trained side by side its teacher is, from 0. */
    int order() {
        return index + member;
    }

    /** Where the arm lies below the experiment, with slashes; empty for the treatment of the first replicate. */
    String folder() {
        return below(arm.map(ExperimentArm::folder).orElse(""));
    }

    /** Where the result of a step lies, which arms may share. */
    String folder(StepName step) {
        return switch (step) {
            case DATA -> "";
            case TEACHER ->
                arm.filter(ExperimentArm::hasOwnTeacher).isPresent() ? folder(StepName.TRANSFER) : replicate;
            case TRANSFER, INDEPENDENT ->
                below(arm.map(ExperimentArm::transferFolder).orElse(""));
            case STUDENT -> folder();
        };
    }

    private String below(String folder) {
        return replicate.isEmpty() || folder.isEmpty() ? replicate + folder : replicate + "/" + folder;
    }
}
