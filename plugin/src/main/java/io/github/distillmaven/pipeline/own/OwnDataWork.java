package io.github.distillmaven.pipeline.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.own.Conversion;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.experiment.own.DataOrigin;
import io.github.distillmaven.experiment.own.OwnDataset;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.fetch.FetchException;
import io.github.distillmaven.pipeline.execution.StoreAccess;
import io.github.distillmaven.pipeline.execution.StoreAccess.Claim;
import io.github.distillmaven.pipeline.own.OwnSource.Located;
import io.github.distillmaven.pipeline.step.DataFiles;
import io.github.distillmaven.pipeline.step.StepName;
import org.apache.commons.io.file.PathUtils;
import org.apache.maven.plugin.logging.Log;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Converts a data set of the user's once: the store keeps what it became under the content of that, and under the content that it was made
 * of a record that says what it became.
 */
public final class OwnDataWork {

    /** To be changed with what is made of the same files. */
    private static final String VERSION = "2";

    private static final String RECORD = "dataset.json";

    private final OwnSource source;
    private final StoreAccess store;
    private final Path root;
    private final String holder;
    private final Log log;

    /**
     * @param root folder below which work is done, each in a folder that is removed afterwards
     * @param holder who converts, for other builds that wait for it
     */
    public OwnDataWork(OwnSource source, StoreAccess store, Path root, String holder, Log log) {
        this.source = source;
        this.store = store;
        this.root = root;
        this.holder = holder;
        this.log = log;
    }

    /** Folder that paths are relative to. */
    Path base() {
        return source.base();
    }

    /** What is done with a folder of its own. */
    @FunctionalInterface
    private interface Work<T> {

        T in(Path folder) throws UnfitDataException, FetchException, IOException, InterruptedException;
    }

    /** What a data set is: from the record of its conversion, or by converting it. */
    DatasetSpec describe(OwnDataset own) throws UnfitDataException, FetchException, IOException, InterruptedException {
        Located located = source.locate(own);
        String key = Digests.ofText("conversion=%s\n%ssource=%s\n".formatted(VERSION, own.reading(), located.digest()));
        DatasetSpec spec = working(folder -> {
            Optional<DatasetSpec> known = recorded(key, own, folder);
            return known.isPresent() ? known.get() : describe(own, located, key, folder);
        });
        if (spec.repeatedImages() > 0) {
            log.warn(
                    "data: %s: %s of its test images are among its training images too, pixel by pixel. A model can get them right from memory. Keep each image in only one part."
                            .formatted(own.name(), spec.repeatedImages()));
        }
        return spec;
    }

    private DatasetSpec describe(OwnDataset own, Located located, String key, Path folder)
            throws UnfitDataException, FetchException, IOException, InterruptedException {
        try (Claim claim = store.claim(key, "data: " + own.name(), holder)) {
            Optional<DatasetSpec> known = recorded(key, own, folder);
            if (known.isPresent()) {
                return known.get();
            }
            Path converted = Files.createDirectory(folder.resolve("converted"));
            DatasetSpec spec = convert(
                    own,
                    located,
                    store.incoming(claim, Files.createDirectory(folder.resolve("incoming"))),
                    folder,
                    converted);
            try (Claim content = store.claim(DataFiles.key(spec), "data: " + own.name(), holder)) {
                store.keep(content, StepName.DATA.folder(), converted);
            }
            Path record = Files.createDirectory(folder.resolve("record"));
            Files.writeString(record.resolve(RECORD), JsonMapper.shared().writeValueAsString(spec));
            store.keep(claim, StepName.DATA.folder(), record);
            store.tidy();
            return spec;
        }
    }

    /**
     * Converts a data set anew.
     *
     * @param converted an existing, empty folder
     */
    void write(OwnDataset own, Path converted)
            throws UnfitDataException, FetchException, IOException, InterruptedException {
        working(folder ->
                convert(own, source.locate(own), Files.createDirectory(folder.resolve("incoming")), folder, converted));
    }

    private DatasetSpec convert(OwnDataset own, Located located, Path incoming, Path folder, Path converted)
            throws UnfitDataException, FetchException, IOException, InterruptedException {
        Instant started = Instant.now();
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        try {
            Path place = source.open(own, located, incoming, unpacked);
            Conversion conversion = new Conversion(own);
            DatasetSpec spec = conversion.write(conversion.files(place), converted);
            log.info("data: %s: %s training images of %s in %s classes, read from %s in %s s"
                    .formatted(
                            own.name(),
                            spec.trainingImages(),
                            spec.shape(),
                            spec.classNames().size(),
                            own.origin().display(),
                            Duration.between(started, Instant.now()).toSeconds()));
            return spec;
        } catch (UnfitDataException e) {
            // The user knows the archive, not the folder that it was unpacked to.
            throw new UnfitDataException(e.getMessage()
                    .replace(unpacked + unpacked.getFileSystem().getSeparator(), "")
                    .replace(unpacked.toString(), "It"));
        }
    }

    private Optional<DatasetSpec> recorded(String key, OwnDataset own, Path folder) throws IOException {
        Path restored = Files.createDirectory(folder.resolve("restored-" + UUID.randomUUID()));
        if (!store.restore(key, restored)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared()
                    .readValue(restored.resolve(RECORD).toFile(), DatasetSpec.class)
                    .named(own.name()));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private <T> T working(Work<T> work) throws UnfitDataException, FetchException, IOException, InterruptedException {
        Path folder = Files.createDirectories(root.resolve(".own-data-" + UUID.randomUUID()));
        try {
            return work.in(folder);
        } finally {
            PathUtils.deleteDirectory(folder);
        }
    }

    /** As the beginning of a message. */
    static String place(OwnDataset own) {
        return own.place()
                + (own.origin() instanceof DataOrigin.InPlace
                        ? ""
                        : ", from " + own.origin().display()) + ": ";
    }
}
