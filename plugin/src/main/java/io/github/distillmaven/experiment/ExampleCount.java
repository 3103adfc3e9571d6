package io.github.distillmaven.experiment;

import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.extension.option.ValueType;

/**
 * A number of inputs, which may depend on the number d of values of each: {@code 500}, {@code d}, {@code 10d}, {@code d+1} or {@code
 * 10(d+1)}. A linear model of d values has d+1 parameters for every logit.
 *
 * @param times how often d is in it
 * @param more what is added to that; equal to {@code times}, or one of the two is 0
 */
public record ExampleCount(long times, long more) {

    private static final long MOST = 1_000_000_000;
    private static final Pattern MULTIPLE = Pattern.compile("([1-9][0-9]{0,3})?(?:(d)|\\(d\\+1\\))|d\\+1");
    private static final ValueType<Long> NUMBER = ValueType.wholeNumber(0, MOST);

    /** How users write one. */
    public static ValueType<ExampleCount> type() {
        return ValueType.of(
                NUMBER.expectation()
                        + ", or a multiple of d or d+1, such as 10d, d+1 or 10(d+1), where d is the number of values of an input",
                ExampleCount::read);
    }

    private static ExampleCount read(String text) {
        Matcher multiple = MULTIPLE.matcher(text);
        if (!multiple.matches()) {
            return new ExampleCount(0, NUMBER.read(text));
        }
        long times = multiple.group(1) == null ? 1 : Long.parseLong(multiple.group(1));
        return new ExampleCount(times, multiple.group(2) == null ? times : 0);
    }

    /**
     * The number.
     *
     * @param values number of values of each input, asked where the number depends on it
     */
    public int of(IntSupplier values) {
        return (int) Math.min(MOST, (times == 0 ? 0 : times * values.getAsInt()) + more);
    }

    /** As users write it. */
    @Override
    public String toString() {
        if (times == 0) {
            return Long.toString(more);
        }
        String factor = times == 1 ? "" : Long.toString(times);
        return more == 0 ? factor + "d" : times == 1 ? "d+1" : factor + "(d+1)";
    }
}
