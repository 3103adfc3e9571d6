package io.github.distillmaven.mojo.wiring;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.worker.WorkerException;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The libraries of the plugin")
class PluginLibrariesTest {

    private static final String PLUGIN = "org.example:plugin";

    @TempDir
    private Path repository;

    @Test
    @DisplayName("that a worker gets are all that its classes need")
    void areAllThatAWorkerNeeds() {
        JavaClasses plugin = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.distillmaven");
        Set<JavaClass> reached = new java.util.LinkedHashSet<>();
        List<JavaClass> open =
                new ArrayList<>(List.of(plugin.get("io.github.distillmaven.tensorflow.TensorFlowWorker")));
        Set<String> needed = new TreeSet<>();
        while (!open.isEmpty()) {
            JavaClass next = open.remove(open.size() - 1);
            if (!reached.add(next)) {
                continue;
            }
            for (Dependency dependency : next.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (plugin.contain(target.getName())) {
                    open.add(plugin.get(target.getName()));
                } else {
                    jarOf(target.getName()).ifPresent(needed::add);
                }
            }
        }

        Set<String> artifacts = new TreeSet<>();
        PluginLibraries.NEEDED.forEach(name -> artifacts.add(name.substring(name.indexOf(':') + 1)));
        assertThat(needed)
                .filteredOn(jar -> !jar.matches("(tensorflow|ndarray|javacpp|protobuf).*"))
                .isNotEmpty()
                .allSatisfy(jar -> assertThat(artifacts).contains(jar.replaceFirst("-[0-9].*", "")));
    }

    /** Name of the jar that a class comes from; empty for Java's own. */
    private static java.util.Optional<String> jarOf(String name) {
        URL url = PluginLibrariesTest.class.getResource("/" + name.replace('.', '/') + ".class");
        return url == null || !url.getProtocol().equals("jar")
                ? java.util.Optional.empty()
                : java.util.Optional.of(url.getPath().replaceFirst("!.*", "").replaceFirst(".*/", ""));
    }

    @Test
    @DisplayName("count the same in whichever order a Maven resolves them")
    void countTheSameInAnyOrder() throws Exception {
        Artifact plugin = artifact(PLUGIN + ":1", "plugin");
        Artifact rng = artifact("org.apache.commons:commons-rng-core:1.7", "rng");
        Artifact text = artifact("org.apache.commons:commons-text:1.15.0", "text");

        PluginLibraries depthFirst = PluginLibraries.of(PLUGIN, List.of(plugin, text, rng), false);
        PluginLibraries breadthFirst = PluginLibraries.of(PLUGIN, List.of(rng, plugin, text), false);

        assertThat(depthFirst.digest(new FileDigests())).isEqualTo(breadthFirst.digest(new FileDigests()));
    }

    @Test
    @DisplayName("that a user adds reach a worker behind the plugin's own, and count")
    void thatAUserAddsComeLast() throws Exception {
        Artifact plugin = artifact(PLUGIN + ":1", "plugin");
        Artifact rng = artifact("org.apache.commons:commons-rng-core:1.7", "rng");
        Artifact foreign = artifact("org.example:shadow:1", "shadow");

        PluginLibraries plain = PluginLibraries.of(PLUGIN, List.of(plugin, rng), false);
        PluginLibraries extended = PluginLibraries.of(PLUGIN, List.of(plugin, foreign, rng), true);

        assertThat(plain.classpath()).hasSize(2);
        assertThat(extended.classpath().subList(0, 2)).isEqualTo(plain.classpath());
        assertThat(extended.classpath()).hasSize(3).endsWith(foreign.getFile().toPath());
        assertThat(digest(extended)).isNotEqualTo(digest(plain));
    }

    @Test
    @DisplayName("that Maven itself adds, as some of its versions do, do not count")
    void thatMavenAddsDoNotCount() throws Exception {
        Artifact plugin = artifact(PLUGIN + ":1", "plugin");
        Artifact utils = artifact("org.codehaus.plexus:plexus-utils:1.1", "utils");

        assertThat(digest(PluginLibraries.of(PLUGIN, List.of(plugin, utils), false)))
                .isEqualTo(digest(PluginLibraries.of(PLUGIN, List.of(plugin), false)));
    }

    @Test
    @DisplayName("count with their versions and their bytes: a fork of the same version is another one")
    void countWithTheirBytes() throws Exception {
        String digest = digest(PluginLibraries.of(PLUGIN, List.of(artifact(PLUGIN + ":1", "one")), false));

        assertThat(digest(PluginLibraries.of(PLUGIN, List.of(artifact(PLUGIN + ":1", "other")), false)))
                .isNotEqualTo(digest);
        assertThat(digest(PluginLibraries.of(PLUGIN, List.of(artifact(PLUGIN + ":2", "one")), false)))
                .isNotEqualTo(digest);
        assertThat(digest(PluginLibraries.of(PLUGIN, List.of(artifact(PLUGIN + ":1", "one")), false)))
                .isEqualTo(digest);
    }

    @Test
    void mayNotBringTensorFlow() throws Exception {
        List<Artifact> resolved = List.of(
                artifact(PLUGIN + ":1", "plugin"),
                artifact("org.tensorflow:tensorflow-core-api:1.0.0", "old"),
                artifact("org.bytedeco:javacpp:1.5.10", "old"));

        assertThatThrownBy(() -> PluginLibraries.of(PLUGIN, resolved, true))
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        The <dependencies> of distill-maven-plugin bring org.tensorflow:tensorflow-core-api:jar:1.0.0, org.bytedeco:javacpp:jar:1.5.10. A worker runs the TensorFlow that <device> names and no other, so they would have no effect.
                        Try: remove them (or exclude these, if something else brings them), and choose a runtime with <device> or -Ddistill.device: cpu, gpu or gpu-cuda11.""");
    }

    private static String digest(PluginLibraries libraries) {
        return libraries.digest(new FileDigests());
    }

    private Artifact artifact(String coordinates, String content) throws IOException {
        String[] parts = coordinates.split(":");
        Artifact artifact = new DefaultArtifact(
                parts[0], parts[1], parts[2], "runtime", "jar", null, new DefaultArtifactHandler("jar"));
        File file = Files.writeString(Files.createTempFile(repository, parts[1], ".jar"), content)
                .toFile();
        artifact.setFile(file);
        return artifact;
    }
}
