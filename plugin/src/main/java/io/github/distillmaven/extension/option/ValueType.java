package io.github.distillmaven.extension.option;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a setting may hold, and how its text is read.
 *
 * @param <T> type of the value
 */
public final class ValueType<T> {

    /** How the empty set is written. */
    public static final String NONE = "none";

    private static final Pattern BYTES = Pattern.compile("([0-9]{1,6})\\s*([KMGT])B|[0-9]{1,18}");

    private final String expectation;
    private final List<String> choices;
    private final Function<String, T> reader;

    private ValueType(String expectation, List<String> choices, Function<String, T> reader) {
        this.expectation = expectation;
        this.choices = choices;
        this.reader = reader;
    }

    /** Any text but the empty one. */
    public static ValueType<String> text(String expectation) {
        return new ValueType<>(expectation, List.of(), text -> text.isEmpty() ? reject() : text);
    }

    /**
     * What a reader takes.
     *
     * @param expectation what that is, as the end of "it must be ..."
     * @param reader throws an {@link IllegalArgumentException} for a text that is none; an {@link UnfitValueException} where it can
     *     say more
     */
    public static <T> ValueType<T> of(String expectation, Function<String, T> reader) {
        return new ValueType<>(expectation, List.of(), reader);
    }

    /** {@code true} or {@code false}. */
    public static ValueType<Boolean> flag() {
        return oneOf("'true' or 'false'", List.of("true", "false"), Boolean::valueOf);
    }

    /** A whole number from {@code least} to {@code most}. */
    public static ValueType<Long> wholeNumber(long least, long most) {
        return new ValueType<>("a whole number from " + least + " to " + most, List.of(), text -> {
            long number = Decimal.whole(text);
            return number < least || number > most ? reject() : number;
        });
    }

    /** A multiple of {@code step}, from that to {@code most}. */
    public static ValueType<Long> multipleOf(long step, long most) {
        return new ValueType<>("a multiple of %s from %s to %s".formatted(step, step, most), List.of(), text -> {
            long number = Decimal.whole(text);
            return number < step || number > most || number % step != 0 ? reject() : number;
        });
    }

    /** A finite number that passes a test, which {@code expectation} puts into words. */
    public static ValueType<Double> number(String expectation, DoublePredicate test) {
        return new ValueType<>(expectation, List.of(), text -> {
            double number = Decimal.number(text);
            return test.test(number) ? Double.valueOf(number) : reject();
        });
    }

    /** A number that passes a test, as it is and as the {@code float} that trainings compute with. */
    public static ValueType<Double> single(String expectation, DoublePredicate test) {
        return new ValueType<>(expectation, List.of(), text -> {
            double single = Decimal.single(text);
            double number = Decimal.number(text);
            if (test.test(number) && !test.test(single)) {
                throw new UnfitValueException("Trainings compute with 32 bits, and there it is "
                        + canonical(single).replaceFirst("\\.0$", "") + ".");
            }
            return test.test(number) ? Double.valueOf(number) : reject();
        });
    }

    /** A number of bytes, with a unit of powers of 1000 or none: {@code 20GB}, {@code 500 MB}, {@code 0}. */
    public static ValueType<Long> bytes() {
        return new ValueType<>("a number of bytes such as 20GB or 500MB, or 0", List.of(), text -> {
            Matcher matcher = BYTES.matcher(text);
            if (!matcher.matches()) {
                return reject();
            }
            String unit = matcher.group(2);
            long factor = unit == null ? 1 : (long) Math.pow(1000, 1 + "KMGT".indexOf(unit));
            return factor * Long.parseLong(unit == null ? text : matcher.group(1));
        });
    }

    /** One or more of a list of names, separated by commas. */
    public static ValueType<Set<String>> setOf(String what, List<String> names) {
        return setOf(what, names, "", names::contains);
    }

    /**
     * The same, or names that begin in one way, which are not known here.
     *
     * @param prefix how they begin
     * @param form what they look like
     */
    public static ValueType<Set<String>> setOf(String what, List<String> names, String prefix, String form) {
        return setOf(
                what,
                names,
                ", or " + form,
                name -> names.contains(name) || name.startsWith(prefix) && name.length() > prefix.length());
    }

    private static ValueType<Set<String>> setOf(
            String what, List<String> names, String otherwise, Predicate<String> valid) {
        return new ValueType<>("one or more " + what + " of " + String.join(", ", names) + otherwise, names, text -> {
            Set<String> chosen = new LinkedHashSet<>(Arrays.asList(text.split("\\s*,\\s*", -1)));
            return chosen.stream().allMatch(valid) ? chosen : reject();
        });
    }

    /** The same without such names, or the text {@value #NONE} for the empty set. */
    public static ValueType<Set<String>> setOrNone(String what, List<String> names) {
        ValueType<Set<String>> some = setOf(what, names);
        return new ValueType<>(
                some.expectation + ", or " + NONE, names, text -> text.equals(NONE) ? Set.of() : some.read(text));
    }

    /** One or more names that are not known here, separated by commas, or the text {@value #NONE} for the empty set. */
    public static ValueType<Set<String>> namesOrNone(String what) {
        ValueType<Set<String>> some = namesOr(what, NONE);
        return new ValueType<>(some.expectation, List.of(), text -> text.equals(NONE) ? Set.of() : some.read(text));
    }

    /**
     * The same, or another text, which stands for itself.
     *
     * @param otherwise that text
     */
    public static ValueType<Set<String>> namesOr(String what, String otherwise) {
        return new ValueType<>(
                "one or more names of " + what + " separated by commas, or " + otherwise, List.of(), text -> {
                    Set<String> chosen = new LinkedHashSet<>(Arrays.asList(text.split("\\s*,\\s*", -1)));
                    return chosen.contains("") ? reject() : chosen;
                });
    }

    /** One of a list of names. */
    public static ValueType<String> nameOf(String what, List<String> names) {
        return oneOf("the name of a " + what, names, Function.identity());
    }

    /** One of these texts. */
    public static ValueType<String> oneOf(List<String> texts) {
        return oneOf("one of " + String.join(", ", texts), texts, Function.identity());
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    public static <E extends Enum<E>> ValueType<E> constantOf(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        List<String> names = constants.stream().map(ValueType::canonical).toList();
        return oneOf("one of " + String.join(", ", names), names, text -> constants.get(names.indexOf(text)));
    }

    private static <T> ValueType<T> oneOf(String expectation, List<String> choices, Function<String, T> reader) {
        return new ValueType<>(
                expectation, choices, text -> choices.contains(text) ? reader.apply(text) : ValueType.<T>reject());
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is not what {@link #expectation} says
     */
    public T read(String text) {
        return reader.apply(text.strip());
    }

    /** The one way in which a value is written in keys and reports. */
    public static String canonical(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof Set<?> names) {
            return names.isEmpty()
                    ? NONE
                    : names.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
        }
        String text = value.toString();
        // 5.0E-4 is how Java writes 0.0005, and nobody else.
        return value instanceof Double && text.contains("E")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }

    /** What is wanted, as the end of "it must be ...". */
    public String expectation() {
        return expectation;
    }

    /** All valid texts, if they can be listed; else empty. */
    public List<String> choices() {
        return choices;
    }

    private static <T> T reject() {
        throw new IllegalArgumentException();
    }
}
