package io.github.distillmaven.mojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The menu of the plugin's site")
class SiteMenuTest {

    @Test
    @DisplayName("has every text of the repository")
    void hasEveryText() throws IOException {
        String menu = Files.readString(Path.of("src", "site", "site.xml"));

        assertThat(Stream.concat(texts(""), texts("docs/")))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(menu).contains("href=\"" + page + "\""));
    }

    private static Stream<String> texts(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", folder))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            return names.stream()
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> folder + name.replace(".md", ".html"));
        }
    }
}
