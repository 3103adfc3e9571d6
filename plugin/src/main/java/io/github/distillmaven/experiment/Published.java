package io.github.distillmaven.experiment;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The numbers that the experiment's source printed, for comparison. A number that was not printed is null, and so is every number
 * where the settings differ: it would stand beside another experiment.
 *
 * @param source where they were published
 * @param teacherTrainAccuracy in [0, 1]
 * @param teacherTestAccuracy in [0, 1]
 * @param transferSize number of examples the student was trained on
 * @param studentTestAccuracy in [0, 1]
 * @param differences the settings that make this another experiment than the published one, each such as
 *     {@code teacher.epochs is 1, not 10}; empty if it is the same
 */
public record Published(
        @Nullable String source,
        @Nullable Double teacherTrainAccuracy,
        @Nullable Double teacherTestAccuracy,
        @Nullable Integer transferSize,
        @Nullable Double studentTestAccuracy,
        List<String> differences) {

    /** Nothing at all. */
    public static final Published NOTHING = new Published(null, null, null, null, null);

    public Published {
        differences = List.copyOf(differences);
    }

    /** What the source of this very experiment printed. */
    public Published(
            @Nullable String source,
            @Nullable Double teacherTrainAccuracy,
            @Nullable Double teacherTestAccuracy,
            @Nullable Integer transferSize,
            @Nullable Double studentTestAccuracy) {
        this(source, teacherTrainAccuracy, teacherTestAccuracy, transferSize, studentTestAccuracy, List.of());
    }

    /** What is left of it for an experiment with other settings: none of its numbers. */
    Published besides(List<String> settings) {
        return settings.isEmpty() ? this : new Published(source, null, null, null, null, settings);
    }

    /** Whether it is about the same experiment. */
    public boolean holds() {
        return differences.isEmpty();
    }

    /** Where the numbers that can be shown are from; null if there are none. */
    public static @Nullable String sourceOf(@Nullable Published published) {
        return published == null || !published.holds() ? null : published.source;
    }

    /** Which settings differ; a whole sentence. */
    public String differenceInWords() {
        return "Settings differ from the published experiment: " + String.join("; ", differences) + ".";
    }
}
