package io.github.distillmaven.extension;

/**
 * Something that users choose by its name. All of it stands in one class: name, meaning, and, in subtypes, settings, rules and work. One object
 * serves a whole build, and several threads at once: nothing that changes stands in its fields.
 */
public interface Component {

    /** The name: lower-case letters and digits, with single hyphens or dots between them, such as {@code mlp-4x100}. */
    String id();

    /** What it is, for the reference: the part of a sentence that can stand in brackets behind the name. */
    String meaning();
}
