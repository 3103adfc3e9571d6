package io.github.distillmaven.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

import io.github.distillmaven.extension.data.Examples;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Reads the published test sets from the folder that {@code DISTILL_TEST_DATA} names, laid out as data set and file. */
class PublishedDataTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"mnist, 7", "fashion-mnist, 9"}) // the first test image of MNIST is a 7, that of Fashion-MNIST a boot
    void readsTheTestSet(String name, int firstLabel) throws IOException, NoSuchAlgorithmException {
        String data = System.getenv("DISTILL_TEST_DATA");
        assumeTrue(data != null, "DISTILL_TEST_DATA does not name a folder with the published data sets");
        DatasetSpec spec = new DatasetCatalog().find(name).orElseThrow();
        for (DatasetSpec.DatasetFile file : spec.files()) {
            if (file.name().startsWith("t10k-")) {
                unpack(Path.of(data, name, file.name() + ".gz"), file);
            }
        }

        Examples test = ExampleReader.read(DatasetLayout.files(spec, folder, Split.TEST), 10);

        assertThat(test.size()).isEqualTo(10_000);
        assertThat(test.shape()).isEqualTo(spec.shape());
        assertThat(test.label(0)).isEqualTo(firstLabel);
    }

    private void unpack(Path packed, DatasetSpec.DatasetFile file) throws IOException, NoSuchAlgorithmException {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(packed))) {
            byte[] bytes = content.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(file.sha256());
            Files.write(folder.resolve(file.name()), bytes);
        }
    }
}
