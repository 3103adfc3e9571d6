package io.github.distillmaven.extension;

import java.io.Serial;
import java.security.CodeSource;
import java.util.Collection;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A component that cannot be used. The message says which, of which jar, and what to do. */
public final class InvalidComponentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private InvalidComponentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static InvalidComponentException cannotBeLoaded(Class<?> kind, Throwable cause) {
        Throwable reason = cause.getCause() == null ? cause : cause.getCause();
        return new InvalidComponentException(
                (name(kind).startsWith("e") ? "An " : "A ") + name(kind)
                        + " of a jar below the plugin's <dependencies> cannot be loaded: "
                        + cause.getMessage()
                        + (reason instanceof LinkageError
                                ? " (" + reason + "). The jar was built for another version of the plugin or of Java."
                                        + " Build it for this one, or remove it."
                                : ". Correct the jar, or remove it."),
                cause);
    }

    static InvalidComponentException hasNoId(Class<?> kind, Component component) {
        return new InvalidComponentException(
                "The " + name(kind) + " " + source(component) + " has the id '" + component.id()
                        + "'. An id is made of lower-case letters and digits, with single hyphens or dots between them.",
                null);
    }

    static InvalidComponentException isTaken(Class<?> kind, Component taken, Component other) {
        return new InvalidComponentException(
                "Two " + name(kind) + "s have the id '" + taken.id() + "': " + source(taken) + " and " + source(other)
                        + ". Rename one of them.",
                null);
    }

    static InvalidComponentException isAnotherOption(Class<?> kind, String option, Component known, Component other) {
        return new InvalidComponentException(
                "Two " + name(kind) + "s have an option '" + option + "', and it is not the same: " + source(known)
                        + " and " + source(other) + ". Let both use one Option, or rename one.",
                null);
    }

    static InvalidComponentException isMissing(Class<?> kind, String id, Collection<String> ids) {
        return new InvalidComponentException(
                "There is no " + name(kind) + " '" + id + "'. There are: " + String.join(", ", ids) + ".", null);
    }

    /** An evaluation set with the inputs of another one, which is not there. */
    public static InvalidComponentException hasNoInputs(EvaluationSet set, Collection<String> ids) {
        return new InvalidComponentException(
                "The evaluation set " + source(set) + " has the inputs of '" + set.inputs()
                        + "', which no model is asked. Let inputs() name one of " + String.join(", ", ids) + ".",
                null);
    }

    /** As people say it: {@code evaluation set}. */
    private static String name(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String source(Component component) {
        CodeSource source = component.getClass().getProtectionDomain().getCodeSource();
        return component.getClass().getName()
                + (source == null || source.getLocation() == null
                        ? ""
                        : " in " + source.getLocation().getPath());
    }
}
