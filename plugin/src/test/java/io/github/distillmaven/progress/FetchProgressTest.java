package io.github.distillmaven.progress;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.fetch.Attempt;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The log of a fetch")
class FetchProgressTest {

    private final List<String> warnings = new ArrayList<>();
    private final FetchProgress progress = new FetchProgress(
            () -> {
                throw new AssertionError("no bytes came");
            },
            new SystemStreamLog() {

                @Override
                public void warn(CharSequence content) {
                    warnings.add(content.toString());
                }
            });

    @Test
    void warnsOnceOfAServerThatRefusesAllFilesForOneReason() {
        for (String name : List.of("images", "images.gz", "labels", "labels.gz")) {
            progress.failed(name, new Attempt("https://host/mnist/" + name, "HTTP 403", false));
        }
        progress.failed("images", new Attempt("https://other/mnist/images", "HTTP 403", false));
        progress.failed("images", new Attempt("https://other/mnist/images", "HTTP 500", false));
        progress.failed("images", new Attempt("https://third/mnist/images", "not found (HTTP 404)", true));

        assertThat(warnings)
                .containsExactly(
                        "data: images not from https://host/mnist/images: HTTP 403",
                        "data: images not from https://other/mnist/images: HTTP 403",
                        "data: images not from https://other/mnist/images: HTTP 500");
    }
}
