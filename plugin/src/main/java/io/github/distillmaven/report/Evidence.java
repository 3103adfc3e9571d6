package io.github.distillmaven.report;

import java.util.List;

import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.dataset.TransferTable;
import io.github.distillmaven.experiment.StepRecord;

/**
 * All that the steps of one experiment left behind, read and checked against each other.
 *
 * @param transfer one row per image of the transfer set
 * @param labelledInputs number of images that the teacher labelled, kept in the transfer set or not
 * @param transferImages in the order of {@code transfer}, with their given labels
 * @param testImages of the teacher's data set, in the order of both models' predictions
 * @param steps in the order in which they ran
 */
record Evidence(
        ModelRun teacher,
        ModelRun student,
        TransferTable transfer,
        int labelledInputs,
        ImageSet transferImages,
        ImageSet testImages,
        List<StepRecord> steps) {}
