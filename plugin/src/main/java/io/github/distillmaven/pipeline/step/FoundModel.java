package io.github.distillmaven.pipeline.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

import io.github.distillmaven.experiment.own.OwnModel;

/**
 * A model of the user's own that was found.
 *
 * @param declared as the user wrote it
 * @param files SHA-256 of each file of the SavedModel, by its path
 * @param copy writes these files
 */
public record FoundModel(OwnModel declared, SortedMap<String, String> files, Copy copy) {

    /** Writes the files of a model. */
    @FunctionalInterface
    public interface Copy {

        /**
         * Writes them.
         *
         * @param folder is created
         * @throws StepFailedException if they are not what they were when they were found
         */
        void to(Path folder) throws StepFailedException, IOException;
    }
}
