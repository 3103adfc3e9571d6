package io.github.distillmaven.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** A jar with components of a user's, compiled, packed and put into a repository as its owner's build would. */
final class ForeignJar {

    private static final String EXTENSION = "io.github.distillmaven.extension.";

    private final String version;
    private final Map<String, Path> sources = new LinkedHashMap<>();
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Path folder;
    private final Path repository;

    /** @param folder of all versions, and of the repository */
    ForeignJar(Path folder, String version) throws IOException {
        this.version = version;
        this.folder = Files.createDirectories(folder.resolve(version));
        this.repository = folder.resolve("repository");
    }

    /**
     * A class more.
     *
     * @param kind simple name of the component's kind
     * @param name simple name of the class
     * @param body what stands between its braces
     */
    ForeignJar with(String kind, String name, String body) throws IOException {
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, """
                package org.example;

                import io.github.distillmaven.extension.*;
                import io.github.distillmaven.extension.data.*;
                import io.github.distillmaven.extension.option.*;
                import org.apache.commons.rng.UniformRandomProvider;

                public class %s implements %s {
                %s
                }
                """.formatted(name, kind, body));
        sources.put(name, source);
        kinds.put(name, kind);
        return this;
    }

    void publish() throws IOException {
        compile();
        Path artifact = Files.createDirectories(repository.resolve("org/example/own/" + version));
        Files.writeString(artifact.resolve("own-" + version + ".pom"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId><artifactId>own</artifactId><version>%s</version>
                </project>
                """.formatted(version));
        try (OutputStream file = Files.newOutputStream(artifact.resolve("own-" + version + ".jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            for (Map.Entry<String, String> kind : kinds.entrySet()) {
                String type = "org/example/" + kind.getKey() + ".class";
                add(jar, type, Files.readAllBytes(folder.resolve(type)));
                add(
                        jar,
                        "META-INF/services/" + EXTENSION + kind.getValue(),
                        ("org.example." + kind.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>(
                List.of("--release", "17", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        assertThat(compiler.getTask(
                                null,
                                null,
                                null,
                                options,
                                null,
                                compiler.getStandardFileManager(null, null, null)
                                        .getJavaFileObjectsFromPaths(sources.values()))
                        .call())
                .isTrue();
    }

    /** Elements that a POM needs for it: those of the plugin, and where it is found. */
    String addedTo(String pom) {
        return pom.replace("<executions>", """
                        <dependencies><dependency>
                          <groupId>org.example</groupId><artifactId>own</artifactId><version>%s</version>
                        </dependency></dependencies>
                        <executions>""".formatted(version))
                .replace("<build>", """
                        <pluginRepositories><pluginRepository>
                          <id>own</id><url>%s</url>
                        </pluginRepository></pluginRepositories>
                        <build>""".formatted(repository.toUri()));
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
