package io.github.distillmaven.extension;

import java.util.List;

/** Something that users choose by its name. All of it stands in one class: name, meaning, settings, and, in subtypes, rules and work. */
public interface Component {

    /** The name: lower-case letters and digits, with single hyphens or dots between them, such as {@code mlp-4x100}. */
    String id();

    /** What it is, for the reference: the part of a sentence that can stand in brackets behind the name. */
    String meaning();

    /** The settings that it takes, which users write beside its name; none by default. */
    default List<Option<?>> options() {
        return List.of();
    }
}
