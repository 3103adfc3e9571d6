package io.github.distillmaven.pipeline.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import io.github.distillmaven.dataset.own.Archive;
import io.github.distillmaven.dataset.own.SavedModelFiles;
import io.github.distillmaven.experiment.own.OwnModel;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.pipeline.step.FoundModel;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.text.ForeignText;
import org.apache.commons.io.file.PathUtils;

/**
 * Finds a model of the user's own: its content, wherever it comes from.
 *
 * @param source brings what the user declares to this machine
 * @param root folder below which work is done, each in a folder that is removed afterwards
 */
public record ModelFinder(OwnSource source, Path root) {

    /** Of what is said of files, which may have names that somebody else gave. */
    private static final int LONGEST = 2000;

    /** What is done with the files of a model, while they are there. */
    @FunctionalInterface
    private interface Work<T> {

        T with(SavedModelFiles files) throws UnfitDataException, IOException;
    }

    /** @throws UnfitDataException if there is none; the message names the element */
    public FoundModel find(OwnModel model) throws UnfitDataException {
        try {
            SortedMap<String, String> digests = files(model, this::digests);
            return new FoundModel(model, digests, folder -> copy(model, digests, folder));
        } catch (UnfitDataException e) {
            throw new UnfitDataException(ForeignText.line(model.place() + ": " + e.getMessage(), LONGEST));
        } catch (IOException e) {
            throw new UnfitDataException(model.place() + ": it cannot be read: " + e + ".");
        }
    }

    private SortedMap<String, String> digests(SavedModelFiles files) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.byPath().entrySet()) {
            digests.put(file.getKey(), source.digests().of(file.getValue()));
        }
        return digests;
    }

    private void copy(OwnModel model, SortedMap<String, String> wanted, Path folder)
            throws StepFailedException, IOException {
        try {
            boolean same = files(model, files -> {
                for (Map.Entry<String, Path> file : files.byPath().entrySet()) {
                    Path copy = folder.resolve(file.getKey());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file.getValue(), copy);
                }
                return digests(files).equals(wanted);
            });
            if (!same) {
                throw new StepFailedException(
                        model.place() + ": its files have changed while this build was running. Run it again.");
            }
        } catch (UnfitDataException e) {
            throw new StepFailedException(model.place() + ": " + e.getMessage(), e);
        }
    }

    private <T> T files(OwnModel model, Work<T> work) throws UnfitDataException, IOException {
        Path place = source.path(model.origin());
        if (Files.isDirectory(place)) {
            return work.with(SavedModelFiles.below(place));
        }
        if (!Files.exists(place)) {
            throw new UnfitDataException("There is no file or folder %s.".formatted(place));
        }
        if (!Archive.isOne(place)) {
            throw new UnfitDataException(
                    "%s is neither a folder nor an archive, and a SavedModel is a folder.".formatted(place));
        }
        Path unpacked = Files.createDirectories(root.resolve(".own-model-" + UUID.randomUUID()));
        try {
            new Archive(place).unpack(unpacked);
            return work.with(SavedModelFiles.below(unpacked));
        } finally {
            PathUtils.deleteDirectory(unpacked);
        }
    }
}
