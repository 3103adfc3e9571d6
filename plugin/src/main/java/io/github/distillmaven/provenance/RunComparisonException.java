package io.github.distillmaven.provenance;

import java.util.List;

/** Two runs cannot be compared. Names everything that is wrong, at once. */
public final class RunComparisonException extends Exception {

    private static final long serialVersionUID = 1L;

    RunComparisonException(List<String> problems) {
        super("The runs cannot be compared:\n  - " + String.join("\n  - ", problems));
    }
}
