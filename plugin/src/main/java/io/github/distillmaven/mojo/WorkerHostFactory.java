package io.github.distillmaven.mojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.inject.Inject;
import javax.inject.Singleton;

import io.github.distillmaven.experiment.Run;
import io.github.distillmaven.pipeline.TensorFlowHost;
import io.github.distillmaven.store.Digests;
import io.github.distillmaven.worker.Platform;
import io.github.distillmaven.worker.Processor;
import io.github.distillmaven.worker.RuntimeResolver;
import io.github.distillmaven.worker.WorkerException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** Finds what workers are started with: Java, the plugin's own jars, the TensorFlow runtime, facts about the machine. */
@Singleton
class WorkerHostFactory {

    /** Digests of the plugin's jar, which does not change while a build uses it. */
    private final ConcurrentMap<Path, String> jars = new ConcurrentHashMap<>();

    private final RepositorySystem repositories;
    private final ToolchainManager toolchains;

    @Inject
    WorkerHostFactory(RepositorySystem repositories, ToolchainManager toolchains) {
        this.repositories = repositories;
        this.toolchains = toolchains;
    }

    /** @throws WorkerException if TensorFlow does not run on this platform */
    TensorFlowHost create(ExperimentConfiguration configuration, Run run) throws WorkerException {
        MavenSession session = configuration.session();
        PluginDescriptor plugin = configuration.execution().getMojoDescriptor().getPluginDescriptor();
        List<Path> classpath = plugin.getArtifacts().stream()
                .map(artifact -> artifact.getFile().toPath())
                .toList();
        RuntimeResolver resolver = new RuntimeResolver(
                repositories,
                session.getRepositorySession(),
                configuration.project().getRemotePluginRepositories());
        Processor processor = Processor.detect();
        processor.require(run.precision(), run.instructionSet());
        return new TensorFlowHost(
                java(session),
                classpath,
                identity(plugin),
                new ResolvedRuntime(resolver, run.device(), Platform.host()),
                processor.instructionSet(run.instructionSet()),
                run.instructionSet() == null ? Optional.of(processor.model()) : Optional.empty(),
                Runtime.getRuntime().availableProcessors(),
                machine(processor));
    }

    private Path java(MavenSession session) {
        Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
        String java = toolchain == null ? null : toolchain.findTool("java");
        return java == null ? Path.of(System.getProperty("java.home"), "bin", "java") : Path.of(java);
    }

    /** The code of a snapshot changes under the same version, so its content counts. */
    private String identity(PluginDescriptor plugin) {
        Path jar = plugin.getPluginArtifact().getFile().toPath();
        if (!plugin.getVersion().endsWith("-SNAPSHOT") || !Files.isRegularFile(jar)) {
            return plugin.getVersion();
        }
        return plugin.getVersion() + "@" + jars.computeIfAbsent(jar, WorkerHostFactory::digest);
    }

    private static String digest(Path jar) {
        try {
            return Digests.ofFile(jar);
        } catch (IOException e) {
            throw new IllegalStateException("the plugin's own jar " + jar + " cannot be read", e);
        }
    }

    private static SortedMap<String, String> machine(Processor processor) {
        SortedMap<String, String> machine = new TreeMap<>();
        machine.put("processor", processor.name());
        machine.put(
                "operatingSystem",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        machine.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        return machine;
    }
}
