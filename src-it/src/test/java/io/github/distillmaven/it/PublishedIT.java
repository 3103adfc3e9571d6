package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is published")
class PublishedIT {

    private static final String VERSION = System.getProperty("it.version");
    private static final Path ROOT = Path.of(System.getProperty("it.sample")).getParent();
    private static final Path PLACE =
            Path.of(System.getProperty("it.local-repository"), "io/github/distillmaven/distill-maven-plugin", VERSION);

    @Test
    @DisplayName("is one jar with license and notice, and nothing of others in it")
    void isOneJarWithLicenseAndNotice() throws IOException {
        try (Stream<Path> files = Files.list(PLACE)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar")))
                    .as("jars in %s, which 'mvn clean' empties", PLACE)
                    .containsExactly("distill-maven-plugin-" + VERSION + ".jar");
        }
        try (JarFile jar = new JarFile(
                PLACE.resolve("distill-maven-plugin-" + VERSION + ".jar").toFile())) {
            for (String name : List.of("LICENSE", "NOTICE")) {
                byte[] content =
                        jar.getInputStream(jar.getEntry("META-INF/" + name)).readAllBytes();
                assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo(Files.readString(ROOT.resolve(name)));
            }
            assertThat(jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> !name.endsWith("/"))
                            .filter(name -> !name.startsWith("META-INF/")))
                    .allMatch(name -> name.startsWith("io/github/distillmaven/"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-project", "src-it"})
    @DisplayName("is neither the sample nor these tests")
    void isNeitherTheSampleNorTheseTests(String module) throws IOException {
        assertThat(Files.readString(ROOT.resolve(module).resolve("pom.xml")))
                .contains("<maven.install.skip>true</maven.install.skip>")
                .contains("<maven.deploy.skip>true</maven.deploy.skip>");
    }
}
