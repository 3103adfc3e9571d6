package io.github.distillmaven.text;

import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says what is wrong with JSON, without what the parser adds for its own developers: sources, features, chains of classes. */
public final class JsonProblem {

    private static final Pattern INSIDE = Pattern.compile(
            "\\s*\\((?:start marker )?at \\[Source:[^\\]]*\\]\\)|\\s*(?:at )?\\[Source:[^\\]]*\\]|\\s*\\(through reference chain:.*",
            Pattern.DOTALL);

    private JsonProblem() {}

    /** One line without a dot at its end. It may hold text of the file, made harmless. */
    public static String of(JacksonException problem) {
        return problem instanceof UnexpectedEndOfInputException
                ? "it ends in the middle"
                : ForeignText.line(INSIDE.matcher(String.valueOf(problem.getOriginalMessage()))
                        .replaceAll(""));
    }
}
