package io.github.distillmaven.extension.format;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.extension.data.Examples;

/**
 * Images with labels as they were found.
 *
 * @param train images in bytes, each with a class
 * @param test the same, if what was found is divided
 * @param classNames one per class, in the order of the labels
 */
public record FoundData(Examples train, Optional<Examples> test, List<String> classNames) {

    public FoundData {
        classNames = List.copyOf(classNames);
    }
}
