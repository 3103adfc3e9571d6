package io.github.distillmaven.results;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.experiment.StepRecord;

/** All that the steps of one experiment left behind, read and checked against each other. */
public interface Evidence {

    /** Number of the teacher's classes. */
    int classes();

    /** The numbers of all replicates. */
    List<Results.Replicate> replicates();

    /** Whether data are drawn anew until the teacher answers all of them, so that its accuracy is a choice and no result. */
    boolean isSelected();

    /** Records of the first replicate's steps, in the order in which they ran. */
    List<StepRecord> steps();

    /** Records of all steps, each once. */
    List<StepRecord> all();

    /** Keys of all replicates and of their controls; empty where steps are not of single replicates. */
    List<StepKeys> keys();

    /** The images, where the experiment is of images. */
    Optional<ImageEvidence> images();

    /** The points, where the experiment is of points of the plane. */
    Optional<PointEvidence> plane();

    /** Version of the plugin that made the student of the first replicate; null if that is not known. */
    default String version() {
        return steps().get(steps().size() - 1).environment().get("plugin");
    }
}
