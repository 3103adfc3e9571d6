package io.github.distillmaven.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A network in a jar of the user's, below the plugin's <dependencies>")
class ForeignComponentIT {

    private static final String CONFIGURATION = """
            <preset>garments-to-digits</preset>
            <teacher><network>narrow</network><epochs>1</epochs></teacher>
            <transfer><allowSmall>true</allowSmall></transfer>
            <student><network>linear</network><epochs>1</epochs></student>
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("trains like the plugin's own, and another jar means another key")
    void isUsedAndKeyed() throws IOException {
        publish("1", 8);
        publish("2", 9);

        Build first = project("foreign-network-1", "1").run("verify");
        Build second = project("foreign-network-2", "2").run(goal("fetch-data"), goal("train-teacher"));

        assertThat(first.succeeded()).as(first.log()).isTrue();
        assertThat(second.succeeded()).as(second.log()).isTrue();
        // 784 * 8 + 8 and 8 * 10 + 10; then with 9 units.
        assertThat(result(first)).contains("\"parameters\":6370");
        assertThat(result(second)).contains("\"parameters\":7165");
        assertThat(key(first)).isNotEqualTo(key(second));
    }

    @Test
    @DisplayName("is refused with the jar's name if its id is taken")
    void cannotTakeAnotherId() throws IOException {
        publish("3", "cnn", 8);

        Build build = project("foreign-network-3", "3").run("verify");

        assertThat(build.succeeded()).isFalse();
        assertThat(build.log())
                .contains("Two networks have the id 'cnn': ")
                .contains("org.example.Narrow in ")
                .contains("narrow-3.jar. Rename one of them.");
    }

    private TestProject project(String name, String version) {
        String pom = TestProject.pom("project", TestProject.execution("x", CONFIGURATION))
                .replace("<executions>", """
                        <dependencies><dependency>
                          <groupId>org.example</groupId><artifactId>narrow</artifactId><version>%s</version>
                        </dependency></dependencies>
                        <executions>""".formatted(version))
                .replace("<build>", """
                        <pluginRepositories><pluginRepository>
                          <id>own</id><url>%s</url>
                        </pluginRepository></pluginRepositories>
                        <build>""".formatted(folder.resolve("repository").toUri()));
        return TestProject.empty(name).file("pom.xml", pom).onSharedStore();
    }

    private static String goal(String name) {
        return "io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":" + name + "@x";
    }

    private void publish(String version, int units) throws IOException {
        publish(version, "narrow", units);
    }

    /** Compiles a network, packs it, and puts it into a repository, as its owner's build would. */
    private void publish(String version, String id, int units) throws IOException {
        Path source = Files.createDirectories(folder.resolve(version)).resolve("Narrow.java");
        Files.writeString(source, """
                package org.example;

                import io.github.distillmaven.extension.Choice;
                import io.github.distillmaven.extension.Layers;
                import io.github.distillmaven.extension.Network;
                import io.github.distillmaven.extension.Signal;

                public class Narrow implements Network {
                    public String id() {
                        return "%s";
                    }
                    public String meaning() {
                        return "one narrow hidden layer";
                    }
                    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
                        Signal hidden = layers.relu(layers.dense("hidden", layers.flatten(images), %d));
                        return layers.dense("output", hidden, classes);
                    }
                }
                """.formatted(id, units));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "--release", "17", "-d", source.getParent().toString(), "-cp", System.getProperty("java.class.path"));
        assertThat(compiler.getTask(
                                null,
                                null,
                                null,
                                options,
                                null,
                                compiler.getStandardFileManager(null, null, null)
                                        .getJavaFileObjects(source))
                        .call())
                .isTrue();
        Path artifact = Files.createDirectories(folder.resolve("repository/org/example/narrow/" + version));
        Files.writeString(artifact.resolve("narrow-" + version + ".pom"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId><artifactId>narrow</artifactId><version>%s</version>
                </project>
                """.formatted(version));
        try (OutputStream file = Files.newOutputStream(artifact.resolve("narrow-" + version + ".jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            add(jar, "org/example/Narrow.class", Files.readAllBytes(source.resolveSibling("org/example/Narrow.class")));
            add(
                    jar,
                    "META-INF/services/io.github.distillmaven.extension.Network",
                    "org.example.Narrow\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private static String result(Build build) throws IOException {
        return Files.readString(build.experiment("x").resolve("teacher/result.json"));
    }

    private static String key(Build build) throws IOException {
        return Files.readString(build.experiment("x").resolve("teacher/step.json"))
                .replaceAll("(?s).*\"key\"\\s*:\\s*\"([0-9a-f]+)\".*", "$1");
    }
}
