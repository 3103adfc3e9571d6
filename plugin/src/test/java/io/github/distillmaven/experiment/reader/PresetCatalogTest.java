package io.github.distillmaven.experiment.reader;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import io.github.distillmaven.experiment.Preset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Presets that are based on others")
class PresetCatalogTest {

    private static final Map<String, String> PRESETS = Map.of(
            "base",
            preset(
                    "",
                    "<replicates>5</replicates><teacher><epochs>1</epochs><batchSize>8</batchSize></teacher>"
                            + "<students><student><name>a</name></student><student><name>b</name></student></students>"),
            "child",
            preset("base", "<teacher><epochs>2</epochs></teacher>"),
            "grandchild",
            preset("child", "<replicates>3</replicates><students><student><name>c</name></student></students>"),
            "without",
            preset("base", "<students/>"),
            "orphan",
            preset("nobody", "<seed>1</seed>"),
            "hen",
            preset("egg", "<seed>1</seed>"),
            "egg",
            preset("hen", "<seed>1</seed>"));

    private final PresetCatalog catalog =
            new PresetCatalog(List.copyOf(PRESETS.keySet()), name -> document(PRESETS.get(name)));

    private static String preset(String base, String configuration) {
        return "<preset><title>T</title>" + (base.isEmpty() ? "" : "<basedOn>" + base + "</basedOn>")
                + "<published><source>S</source></published><configuration>" + configuration
                + "</configuration></preset>";
    }

    private static PresetDocument document(String xml) {
        try {
            return PresetDocument.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("are read from their XML once, whatever the number of modules, and cannot be changed")
    void areReadOnce() {
        List<String> documents = Collections.synchronizedList(new ArrayList<>());
        PresetCatalog counted = new PresetCatalog(List.copyOf(PRESETS.keySet()), name -> {
            documents.add(name);
            return document(PRESETS.get(name));
        });

        Preset first = counted.read("child");
        counted.read("without");

        assertThat(counted.read("child")).isSameAs(first);
        assertThat(documents).containsExactly("child", "base", "without");
        assertThatThrownBy(() -> first.values().put("seed", "2")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisplayName("have what those say, through several generations")
    void haveWhatTheOthersSay() {
        assertThat(catalog.read("child").values())
                .containsEntry("replicates", "5")
                .containsEntry("teacher.epochs", "2")
                .containsEntry("teacher.batchSize", "8")
                .containsEntry("students.student.name", "a")
                .containsEntry("students.student[2].name", "b");
        assertThat(catalog.read("grandchild").values())
                .isEqualTo(Map.of(
                        "replicates", "3",
                        "teacher.epochs", "2",
                        "teacher.batchSize", "8",
                        "students.student.name", "c"));
    }

    @Test
    @DisplayName("may leave a list of those out")
    void mayLeaveAListOut() {
        assertThat(catalog.read("without").values().keySet())
                .containsExactlyInAnyOrder("replicates", "teacher.epochs", "teacher.batchSize");
    }

    @Test
    @DisplayName("are not based on what there is not, nor on each other")
    void areNotBasedOnEachOther() {
        assertThatThrownBy(() -> catalog.read("orphan"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no preset 'nobody'");
        assertThatThrownBy(() -> catalog.read("hen"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("presets are based on each other: hen, egg, hen");
    }
}
