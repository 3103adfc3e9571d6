package io.github.distillmaven.experiment;

import java.util.List;

/**
 * What the user expects of a metric.
 *
 * @param number its place among all expectations, from 1
 * @param metric its name as the user wrote it
 * @param conditions at least one
 */
public record Expectation(int number, String metric, List<Condition> conditions) {

    public Expectation {
        conditions = List.copyOf(conditions);
    }

    /** Where one of its conditions is written, such as {@code <min> of <expectation> 1 in <expectations>}. */
    public String place(Condition condition) {
        return place(number, condition.element());
    }

    /** The same of the expectation as a whole. */
    public static String place(int number) {
        return "<expectation> " + number + " in <expectations>";
    }

    /** Names an element of an expectation in messages. */
    public static String place(int number, String element) {
        return "<" + element + "> of " + place(number);
    }
}
