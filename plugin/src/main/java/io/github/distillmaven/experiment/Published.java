package io.github.distillmaven.experiment;

/**
 * The numbers that the experiment's source printed, for comparison. A number that was not printed is null.
 *
 * @param source where they were published
 * @param teacherTrainAccuracy in [0, 1]
 * @param teacherTestAccuracy in [0, 1]
 * @param transferSize number of examples the student was trained on
 * @param studentTestAccuracy in [0, 1]
 */
public record Published(
        String source,
        Double teacherTrainAccuracy,
        Double teacherTestAccuracy,
        Integer transferSize,
        Double studentTestAccuracy) {}
