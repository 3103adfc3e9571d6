package io.github.distillmaven.experiment;

import java.util.List;
import java.util.stream.Collectors;

/** Wording shared by the descriptions of settings. */
final class ReferenceText {

    private ReferenceText() {}

    /** Names as code, with commas between them. */
    static String listed(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
