package io.github.distillmaven.pipeline.own;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.experiment.own.DataOrigin;
import io.github.distillmaven.experiment.own.ModelUse;
import io.github.distillmaven.experiment.own.OwnModel;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.pipeline.execution.RecordingLog;
import io.github.distillmaven.pipeline.step.FoundModel;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.progress.FetchProgress;
import io.github.distillmaven.progress.ProgressLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelFinderTest {

    private static final List<String> FILES =
            List.of("saved_model.pb", "variables/variables.data-00000-of-00001", "variables/variables.index");

    @TempDir
    Path base;

    @Test
    void isTheSameFromAFolderAZipAndAnArtifact() throws Exception {
        write(base.resolve("shop"));
        zip("shop.zip", "", "given-model.json", "fingerprint.pb");
        zip("shop-1.jar", "shop/model/", "LICENSE");

        FoundModel folder = find(new DataOrigin.InPlace("shop"));

        assertThat(folder.files().keySet()).containsExactlyElementsOf(FILES);
        assertThat(folder.files()).containsEntry("saved_model.pb", Digests.ofText("content of saved_model.pb"));
        assertThat(find(new DataOrigin.InPlace("shop.zip")).files()).isEqualTo(folder.files());
        assertThat(find(new DataOrigin.OfArtifact("com.acme:shop:1:jar")).files())
                .isEqualTo(folder.files());
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void isCopiedAsItWasFound() throws Exception {
        zip("shop.zip", "model/");

        find(new DataOrigin.InPlace("shop.zip")).copy().to(base.resolve("copy"));

        assertThat(Digests.ofFolder(base.resolve("copy")).keySet()).containsExactlyElementsOf(FILES);
    }

    @Test
    void isNotCopiedOnceItHasChanged() throws Exception {
        write(base.resolve("shop"));
        FoundModel found = find(new DataOrigin.InPlace("shop"));
        Files.writeString(base.resolve("shop/saved_model.pb"), "another");

        assertThatThrownBy(() -> found.copy().to(base.resolve("copy")))
                .isInstanceOf(StepFailedException.class)
                .hasMessage(
                        "<teacher><model> 'shop': its files have changed while this build was running. Run it again.");
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        Files.createDirectories(base.resolve("empty"));
        Files.writeString(base.resolve("model.h5"), "weights");
        write(base.resolve("two/a"));
        write(base.resolve("two/b"));

        assertRefused("missing", "There is no file or folder " + base.resolve("missing") + ".");
        assertRefused("empty", "There is no SavedModel: no file is named saved_model.pb.");
        assertRefused(
                "model.h5",
                base.resolve("model.h5") + " is neither a folder nor an archive, and a SavedModel is a folder.");
        assertRefused("two", "There are several SavedModels, in a, b. Name the folder of one.");
    }

    @Test
    void anArchiveThatLeadsOutOfItsFolderIsRefused() throws Exception {
        zip("bad.zip", "", "../outside");

        assertRefused(
                "bad.zip",
                "bad.zip holds '../outside', which leads out of the folder that it is unpacked to. Pack it without.");
        assertThat(leftovers()).isEmpty();
    }

    private void assertRefused(String path, String reason) {
        assertThatThrownBy(() -> find(new DataOrigin.InPlace(path)))
                .isInstanceOf(UnfitDataException.class)
                .hasMessage("<teacher><model> '" + path + "': " + reason);
    }

    private FoundModel find(DataOrigin origin) throws UnfitDataException {
        RecordingLog log = new RecordingLog();
        OwnSource source = new OwnSource(
                base,
                coordinates -> base.resolve("shop-1.jar"),
                new DatasetFetcher(
                        new ConnectionSettings(true, List.of()),
                        Optional.empty(),
                        new FetchProgress(() -> new ProgressLines(log::info, System::nanoTime), log)),
                new FileDigests());
        return new ModelFinder(source, base.resolve("work"))
                .find(new OwnModel(
                        origin,
                        new ModelUse(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of())));
    }

    private List<Path> leftovers() throws IOException {
        try (var files = Files.list(base.resolve("work"))) {
            return files.toList();
        }
    }

    private static void write(Path folder) throws IOException {
        for (String file : FILES) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "content of " + file);
        }
    }

    private void zip(String name, String prefix, String... more) throws IOException {
        try (OutputStream out = Files.newOutputStream(base.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String file : FILES) {
                put(zip, prefix + file, "content of " + file);
            }
            for (String file : more) {
                put(zip, prefix + file, "something else");
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
