package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The reference in the README")
class ReferenceTest {

    private static final String BEGIN = "<!-- settings: generated, see ReferenceTest -->\n";
    private static final String END = "<!-- end of settings -->";

    @Test
    @DisplayName("is what the setting catalog says (on failure, copy the expected table)")
    void isWhatTheCatalogSays() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme).contains(BEGIN).contains(END);
        assertThat(readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END)))
                .isEqualTo(table());
    }

    private static String table() {
        return "| element | property | default | meaning |\n|---|---|---|---|\n"
                + new SettingCatalog(new DatasetCatalog().names(), new PresetCatalog().names())
                        .reference().stream().map(ReferenceTest::row).collect(Collectors.joining());
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        Setting.element(setting.path()),
                        code(setting.property()),
                        code(setting.defaultValue()),
                        setting.description());
    }

    private static String code(String text) {
        return text == null ? "" : "`" + text + "`";
    }
}
