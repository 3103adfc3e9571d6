package io.github.distillmaven.experiment.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Controls that there were once, and what to use instead. */
final class RetiredControls {

    private static final Map<String, String> SUCCESSORS = Map.of(
            "untrained-teacher",
            "an untrained network answers with two or three classes whatever it sees, which shows nothing. Use 'permuted-label-teacher' instead: the labels of a teacher that was trained on permuted labels.");

    private RetiredControls() {}

    /** What to say of a text that names one, such as a list of controls or the name of a metric; empty if it names none. */
    static Optional<String> named(String text) {
        return SUCCESSORS.entrySet().stream()
                .filter(retired -> List.of(text.split("[,.\\s]+")).contains(retired.getKey()))
                .map(retired -> "The control '" + retired.getKey() + "' was removed: " + retired.getValue())
                .findFirst();
    }
}
