package io.github.distillmaven.experiment.reader;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import io.github.distillmaven.experiment.Preset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The resources in a folder")
class ResourceFolderTest {

    private static final String CLASS = "io/github/distillmaven/experiment/Preset.class";

    @TempDir
    private Path folder;

    @Test
    void areListedWhereClassesLieInAFolder() {
        assertThat(new ResourceFolder(Preset.class, "presets").files())
                .contains("garments-to-digits.xml", "two-dimensional.xml")
                .isSorted();
    }

    @Test
    void areListedInAJar() throws Exception {
        Path file = folder.resolve("plugin with blanks.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            add(jar, CLASS, Preset.class.getResourceAsStream("Preset.class").readAllBytes());
            add(jar, "io/github/distillmaven/experiment/presets/", new byte[0]);
            add(jar, "io/github/distillmaven/experiment/presets/two.xml", new byte[1]);
            add(jar, "io/github/distillmaven/experiment/presets/one.xml", new byte[1]);
            add(jar, "io/github/distillmaven/experiment/presets/below/three.xml", new byte[1]);
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {file.toUri().toURL()}, null)) {
            Class<?> beside = loader.loadClass(Preset.class.getName());

            assertThat(new ResourceFolder(beside, "presets").files()).containsExactly("one.xml", "two.xml");
        }
    }

    @Test
    void areMissedWhereThereIsNone() {
        assertThatThrownBy(() -> new ResourceFolder(Preset.class, "nowhere").files())
                .hasMessage("there are no resources 'nowhere' beside io.github.distillmaven.experiment.Preset");
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws Exception {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
