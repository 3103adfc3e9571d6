package io.github.distillmaven.pipeline.own;

import java.nio.file.Path;

import io.github.distillmaven.extension.format.UnfitDataException;

/** Resolves artifacts as Maven does. */
@FunctionalInterface
public interface ArtifactFinder {

    /**
     * The file of an artifact; of one that another module of this build has not packed yet, its folder.
     *
     * @param coordinates {@code group:artifact:version:type} or {@code group:artifact:version:classifier:type}
     * @throws UnfitDataException if it cannot be had; the message says where it was looked for
     */
    Path find(String coordinates) throws UnfitDataException;
}
