package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The reference of all settings")
class ReferenceTest {

    private static final String BEGIN = "<!-- settings: generated, see ReferenceTest -->\n";
    private static final String END = "<!-- end of settings -->";
    private static final String TABLE = "\n| element | property | default | meaning |\n|---|---|---|---|\n";

    @Test
    @DisplayName("is what the setting catalog says (on failure, copy the expected text)")
    void isWhatTheCatalogSays() throws IOException {
        String reference = Files.readString(Path.of("..", "docs", "reference.md"));

        assertThat(reference).contains(BEGIN).contains(END);
        assertThat(reference.substring(reference.indexOf(BEGIN) + BEGIN.length(), reference.indexOf(END)))
                .isEqualTo(tables());
    }

    /** A table for each element that has others in it, and one for all that have none. */
    private static String tables() {
        Map<String, List<Setting<?>>> groups = new LinkedHashMap<>();
        for (Setting<?> setting :
                new SettingCatalog(new DatasetCatalog().names(), new PresetCatalog().names()).reference()) {
            groups.computeIfAbsent(group(setting), name -> new ArrayList<>()).add(setting);
        }
        StringBuilder text = new StringBuilder();
        groups.forEach((name, settings) -> {
            text.append("\n## `<").append(name).append(">`\n").append(TABLE);
            settings.forEach(setting -> text.append(row(setting)));
        });
        return text.append('\n').toString();
    }

    private static String group(Setting<?> setting) {
        String element = Setting.element(setting.path());
        int end = element.indexOf("><");
        return end < 0 ? "configuration" : element.substring(1, end);
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
