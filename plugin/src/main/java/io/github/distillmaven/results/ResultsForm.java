package io.github.distillmaven.results;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.distillmaven.experiment.Published;
import tools.jackson.databind.JsonNode;

/**
 * What JSON must look like to be that of {@link Results}: every field is there, and holds what its type says. Only what need not be
 * measured or published may be null.
 *
 * @param tree the whole file
 */
record ResultsForm(JsonNode tree) {

    private static final Set<Type> NULLABLE = Set.of(
            String.class, Integer.class, Double.class, Results.Bounds.class, Results.Statistics.class, Published.class);

    private static final Set<String> NAMES = Set.of("experiment", "key");

    /** Says which field is not what it should be. */
    static final class Mismatch extends Exception {

        private static final long serialVersionUID = 1;

        Mismatch(String message) {
            super(message);
        }
    }

    void check() throws Mismatch {
        check("", Results.class, tree);
        require(!tree.get("replicates").isEmpty(), "no replicates");
    }

    private static void check(String path, Type type, JsonNode value) throws Mismatch {
        if (value.isNull()) {
            require(NULLABLE.contains(type), "'" + path + "' is null");
        } else if (type instanceof ParameterizedType container) {
            checkContent(path, container, value);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            checkFields(path, record, value);
        } else if (type == String.class) {
            require(value.isString(), "'" + path + "' is not a text");
        } else if (type == double.class || type == Double.class) {
            require(
                    value.isNumber() && Double.isFinite(value.asDouble()),
                    "'" + path + "' is " + inWords(value) + " instead of a finite number");
        } else {
            require(
                    value.isIntegralNumber()
                            && (type == long.class ? value.canConvertToLong() : value.canConvertToInt()),
                    "'" + path + "' is " + inWords(value) + " instead of a whole number");
        }
    }

    private static void checkFields(String path, Class<?> record, JsonNode value) throws Mismatch {
        require(value.isObject(), "'" + path + "' is not an object");
        for (RecordComponent field : record.getRecordComponents()) {
            String name = path.isEmpty() ? field.getName() : path + "." + field.getName();
            JsonNode content = value.get(field.getName());
            require(content != null, "'" + name + "' is missing");
            require(!content.isNull() || !NAMES.contains(field.getName()), "'" + name + "' is null");
            check(name, field.getGenericType(), content);
        }
        if (record == Results.Bounds.class) {
            require(value.get("low").asDouble() <= value.get("high").asDouble(), "'" + path + "' begins after its end");
        }
    }

    private static void checkContent(String path, ParameterizedType container, JsonNode value) throws Mismatch {
        if (container.getRawType() == List.class) {
            require(value.isArray(), "'" + path + "' is not an array");
            for (int index = 0; index < value.size(); index++) {
                check(path + "[" + index + "]", container.getActualTypeArguments()[0], value.get(index));
            }
            return;
        }
        require(value.isObject(), "'" + path + "' is not an object");
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            check(path + "." + entry.getKey(), container.getActualTypeArguments()[1], entry.getValue());
        }
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
