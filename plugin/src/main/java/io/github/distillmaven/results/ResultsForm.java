package io.github.distillmaven.results;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.metrics.statistics.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What JSON must look like to be that of {@link Results}: every field is there, and holds what its type says. Only what need not be
 * measured or published may be null.
 *
 * @param tree the whole file
 */
record ResultsForm(JsonNode tree) {

    private static final Set<Type> NULLABLE = Set.of(
            String.class,
            Integer.class,
            Double.class,
            Results.Bounds.class,
            Results.Statistics.class,
            Results.Transfer.class,
            Results.McNemar.class,
            Results.Compared.class,
            Results.Commit.class,
            Published.class,
            AttackResult.class,
            AttackResult.MovedPart.class);

    private static final Set<String> NAMES = Set.of("experiment", "key", "role", "id", "time");

    /** What version 5 did not have from the beginning. */
    private static final Set<String> ADDED = Set.of("commit");

    /** Says which field is not what it should be. */
    static final class Mismatch extends Exception {

        private static final long serialVersionUID = 1;

        private final String problem;

        Mismatch(String problem) {
            super(problem);
            this.problem = problem;
        }

        /** Which field, and what is wrong with it. */
        String problem() {
            return problem;
        }
    }

    void check() throws Mismatch {
        check("", Results.class, null, tree);
        require(!tree.get("replicates").isEmpty(), "no replicates");
    }

    /** @param limits of all numbers in the value; null if there are none */
    private static void check(String path, Type type, @Nullable Range limits, JsonNode value) throws Mismatch {
        if (value.isNull()) {
            require(NULLABLE.contains(type), "'" + path + "' is null");
        } else if (type instanceof ParameterizedType container) {
            checkContent(path, container, limits, value);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            checkFields(path, record, limits, value);
        } else if (type == String.class) {
            require(value.isString(), "'" + path + "' is not a text");
        } else if (type == boolean.class) {
            require(value.isBoolean(), "'" + path + "' is neither true nor false");
        } else if (type == double.class || type == Double.class) {
            checkNumber(path, limits, value);
        } else {
            require(
                    value.isIntegralNumber()
                            && (type == long.class ? value.canConvertToLong() : value.canConvertToInt()),
                    "'" + path + "' is " + inWords(value) + " instead of a whole number");
            require(value.asLong() >= 0, "'" + path + "' is " + inWords(value) + ", less than 0");
        }
    }

    private static void checkNumber(String path, @Nullable Range limits, JsonNode value) throws Mismatch {
        double number = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
        require(Double.isFinite(number), "'" + path + "' is " + inWords(value) + " instead of a finite number");
        require(
                limits == null || limits.low() <= number && number <= limits.high(),
                limits == null
                        ? ""
                        : "'%s' is %s instead of a number from %s to %s"
                                .formatted(path, inWords(value), inWords(limits.low()), inWords(limits.high())));
    }

    private static void checkFields(String path, Class<?> record, @Nullable Range limits, JsonNode value)
            throws Mismatch {
        require(value.isObject(), "'" + path + "' is not an object");
        for (RecordComponent field : record.getRecordComponents()) {
            String name = path.isEmpty() ? field.getName() : path + "." + field.getName();
            JsonNode content = value.get(field.getName());
            if (content == null && ADDED.contains(name)) {
                continue;
            }
            require(content != null, "'" + name + "' is missing");
            require(!content.isNull() || !NAMES.contains(field.getName()), "'" + name + "' is null");
            Limits own = field.getAnnotation(Limits.class);
            check(name, field.getGenericType(), own == null ? limits : new Range(own.low(), own.high()), content);
        }
        if (record == Results.Transfer.class) {
            require(!value.get("givenLabels").isEmpty(), "'" + path + ".givenLabels' is empty");
        }
        if (record == Results.Bounds.class) {
            require(value.get("low").asDouble() <= value.get("high").asDouble(), "'" + path + "' begins after its end");
        }
        if (record == Results.Commit.class) {
            checkTime(path + ".time", value.get("time").asString());
        }
        if (record == Results.Value.class) {
            checkShare(path, value);
        }
        if (record == Results.Replicate.class) {
            checkArms(path, value.get("arms"));
        }
    }

    private static void checkContent(String path, ParameterizedType container, @Nullable Range limits, JsonNode value)
            throws Mismatch {
        if (container.getRawType() == List.class) {
            require(value.isArray(), "'" + path + "' is not an array");
            for (int index = 0; index < value.size(); index++) {
                check(path + "[" + index + "]", container.getActualTypeArguments()[0], limits, value.get(index));
            }
            return;
        }
        require(value.isObject(), "'" + path + "' is not an object");
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            Type type = container.getActualTypeArguments()[1];
            boolean measured = type == Results.Value.class || type == Results.Statistics.class;
            check(path + "." + entry.getKey(), type, measured ? limits(entry.getKey()) : limits, entry.getValue());
        }
    }

    /** Of the values of a metric; a metric of somebody's jar may not be known here. */
    private static @Nullable Range limits(String metric) {
        return Metrics.KNOWN
                .find(metric)
                .map(Metric::unit)
                .map(unit ->
                        new Range(Math.max(unit.low(), -Double.MAX_VALUE), Math.min(unit.high(), Double.MAX_VALUE)))
                .orElse(null);
    }

    private static void checkTime(String path, String time) throws Mismatch {
        try {
            Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw new Mismatch("'" + path + "' is no time such as 2026-11-27T01:45:00Z");
        }
    }

    private static void checkShare(String path, JsonNode value) throws Mismatch {
        require(
                value.get("low").isNull()
                        || value.get("low").asDouble() <= value.get("high").asDouble(Double.NaN),
                "'" + path + "' begins after its end");
        require(
                value.get("successes").isNull()
                        || value.get("successes").asInt() <= value.get("trials").asInt(-1),
                "'" + path + "' has more successes than trials");
    }

    private static void checkArms(String path, JsonNode arms) throws Mismatch {
        require(arms.has(Results.TEACHER), "'" + path + ".arms." + Results.TEACHER + "' is missing");
        require(arms.has(Results.STUDENT), "'" + path + ".arms." + Results.STUDENT + "' is missing");
        require(
                !arms.get(Results.STUDENT).get("transfer").isNull(),
                "'" + path + ".arms." + Results.STUDENT + ".transfer' is null");
    }

    /** Without a decimal point where it is whole. */
    private static String inWords(double limit) {
        return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
    }

    /** As it is written, NaN too. */
    private static String inWords(JsonNode value) {
        return value.isNumber() ? value.asString() : value.toString();
    }

    private static void require(boolean holds, String problem) throws Mismatch {
        if (!holds) {
            throw new Mismatch(problem);
        }
    }
}
