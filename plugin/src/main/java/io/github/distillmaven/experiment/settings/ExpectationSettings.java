package io.github.distillmaven.experiment.settings;

import java.util.List;

import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Condition.Bound;
import io.github.distillmaven.extension.option.ValueType;

/** What can be written in an {@code <expectation>}, of which there may be many. */
public final class ExpectationSettings {

    private static final String ALL = "expectations";

    /** Path of an expectation. */
    public static final String PATH = ALL + ".expectation";

    /** Name of the element that holds the name of a metric. */
    public static final String METRIC = "metric";

    /** Any value of a metric. */
    public static final ValueType<Double> NUMBER = ValueType.number("a number of at least 0", number -> number >= 0);

    /** A value of a metric that is a share. */
    public static final ValueType<Double> SHARE =
            ValueType.number("a number from 0 to 1", number -> number >= 0 && number <= 1);

    /** How many times another metric. */
    public static final ValueType<Double> MULTIPLE = ValueType.number("a number above 0", number -> number > 0);

    /** Whether a path is that of all expectations, or of an element in them. */
    public static boolean belongs(String path) {
        return path.equals(ALL) || path.startsWith(ALL + ".");
    }

    List<Setting<?>> all() {
        return List.of(
                setting(
                        METRIC,
                        ValueType.text("the name of a metric"),
                        "Metric to test, such as `student.testAccuracy`; see [A gate for CI](ci.md#a-gate-for-ci)."),
                setting(
                        Bound.MIN.element(),
                        NUMBER,
                        "Smallest accepted value. Shares, such as accuracies, are from 0 to 1."),
                setting(Bound.MAX.element(), NUMBER, "Largest accepted value."),
                setting(
                        Condition.Above.ELEMENT,
                        ValueType.text("the name of a metric"),
                        "Another metric, such as a control's, which this one must exceed with 95% confidence, paired"
                                + " by replicate. It needs 3 replicates or more."),
                setting(
                        Condition.Above.TIMES,
                        MULTIPLE,
                        "Multiple of the metric in `<above>` that must be exceeded; 1 by default. With 4, that metric must be below a quarter of this one."),
                setting(
                        Condition.Above.BY,
                        NUMBER,
                        "Smallest difference to the metric in `<above>`, or to its multiple; 0 by default."),
                setting(
                        Bound.NO_WORSE_THAN_BASELINE_BY.element(),
                        NUMBER,
                        "How far the metric may lie below its value in the baseline. Without a baseline there is a warning."),
                setting(
                        Condition.Trend.RISES,
                        ValueType.text("the path of a setting that is swept"),
                        "A setting of the sweep, such as `teacher.epochs`, with which the metric must rise: with 95%"
                                + " confidence, paired by replicate, the cell of its last value must exceed that of"
                                + " its first, and no cell may lie below the one before it. It needs 3 replicates or"
                                + " more; see [docs/sweeps.md](sweeps.md)."),
                setting(
                        Condition.Trend.FALLS,
                        ValueType.text("the path of a setting that is swept"),
                        "The same for a metric that must fall."));
    }

    private static Setting<?> setting(String element, ValueType<?> type, String description) {
        return new Setting<>(PATH + "." + element, type, null, description);
    }
}
