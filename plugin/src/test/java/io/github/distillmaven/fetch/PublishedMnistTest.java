package io.github.distillmaven.fetch;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Fetches published data from the folder that {@code DISTILL_TEST_DATA} names, by the digests of the catalog. */
class PublishedMnistTest extends FetchTest {

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "fashion-mnist"})
    void the_catalog_and_the_published_files_agree(String name) throws Exception {
        String data = System.getenv("DISTILL_TEST_DATA");
        assumeTrue(data != null, "DISTILL_TEST_DATA does not name a folder with the published data sets");
        DatasetSpec dataset = new DatasetCatalog().find(name).orElseThrow();

        fetch(dataset, offline(), data);

        assertThat(namesIn(folder))
                .containsExactlyInAnyOrderElementsOf(
                        dataset.files().stream().map(DatasetFile::name).toList());
    }
}
