package io.github.distillmaven.pipeline.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.own.Archive;
import io.github.distillmaven.dataset.own.Conversion;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.experiment.own.DataOrigin;
import io.github.distillmaven.experiment.own.OwnDataset;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.fetch.FetchException;

/**
 * Brings what the user declares to a place on this machine.
 *
 * @param base folder that paths are relative to
 * @param artifacts finds Maven artifacts
 * @param fetcher gets what lies on the web
 * @param digests of files, as the build knows them
 */
public record OwnSource(Path base, ArtifactFinder artifacts, DatasetFetcher fetcher, FileDigests digests) {

    /**
     * What is known of a source before anything is downloaded or unpacked.
     *
     * @param path of the file or folder; empty if it is to be downloaded
     * @param digest of its content
     */
    record Located(Optional<Path> path, String digest) {}

    /** @throws UnfitDataException if there is nothing, or not what is pinned */
    Located locate(OwnDataset own) throws UnfitDataException {
        if (own.origin() instanceof DataOrigin.AtAddress) {
            return new Located(Optional.empty(), ofFile(own.sha256().orElseThrow()));
        }
        Path path = path(own.origin());
        if (!Files.isRegularFile(path)) {
            return new Located(Optional.of(path), ofFolder(own, path));
        }
        String digest = digestOf(path);
        if (own.sha256().isPresent() && !own.sha256().get().equals(digest)) {
            throw new UnfitDataException("%s has the SHA-256 %s, and <sha256> is %s. Correct one of them."
                    .formatted(path, digest, own.sha256().get()));
        }
        return new Located(Optional.of(path), ofFile(digest));
    }

    /** Where what is not on the web lies on this machine. */
    Path path(DataOrigin origin) throws UnfitDataException {
        return origin instanceof DataOrigin.OfArtifact artifact
                ? artifacts.find(artifact.coordinates())
                : base.resolve(((DataOrigin.InPlace) origin).path()).normalize();
    }

    private static String ofFile(String digest) {
        return "file " + digest;
    }

    private String ofFolder(OwnDataset own, Path folder) throws UnfitDataException {
        if (own.sha256().isPresent() && Files.isDirectory(folder)) {
            throw new UnfitDataException(folder + " is a folder, which has no SHA-256. Remove <sha256>.");
        }
        StringBuilder content = new StringBuilder();
        for (Map.Entry<String, Path> file :
                new Conversion(own).files(inside(folder, own.inside())).entrySet()) {
            content.append(file.getKey())
                    .append('\0')
                    .append(digestOf(file.getValue()))
                    .append('\n');
        }
        return "files " + Digests.ofText(content.toString());
    }

    private String digestOf(Path file) throws UnfitDataException {
        try {
            return digests.of(file);
        } catch (IOException e) {
            throw new UnfitDataException(file + " cannot be read: " + e + ".");
        }
    }

    /**
     * The place of the data: downloaded and unpacked, as far as need be.
     *
     * @param incoming folder for a download, which goes on from what is there
     * @param unpacked empty folder for what is in an archive
     */
    Path open(OwnDataset own, Located located, Path incoming, Path unpacked)
            throws UnfitDataException, FetchException, IOException, InterruptedException {
        Path file = located.path().isPresent()
                ? located.path().get()
                : fetcher.fetch(
                        ((DataOrigin.AtAddress) own.origin()).address(),
                        own.sha256().orElseThrow(),
                        incoming);
        if (Files.isDirectory(file)) {
            return inside(file, own.inside());
        }
        if (Archive.isOne(file)) {
            new Archive(file).unpack(unpacked);
            return inside(unpacked, own.inside());
        }
        if (!own.inside().isEmpty()) {
            throw new UnfitDataException("'%s' is a path in an archive, but %s is none. Leave the element empty."
                    .formatted(own.inside(), file.getFileName()));
        }
        return file;
    }

    private static Path inside(Path folder, String path) throws UnfitDataException {
        Path place = folder.resolve(path).normalize();
        if (!place.startsWith(folder)) {
            throw new UnfitDataException("'%s' leads out of what it is a path in.".formatted(path));
        }
        return place;
    }
}
