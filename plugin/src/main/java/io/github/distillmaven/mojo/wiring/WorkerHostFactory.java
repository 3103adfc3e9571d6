package io.github.distillmaven.mojo.wiring;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.inject.Inject;
import javax.inject.Singleton;

import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.experiment.run.RunPolicy;
import io.github.distillmaven.mojo.configuration.ExperimentConfiguration;
import io.github.distillmaven.pipeline.engine.TensorFlowHost;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.runtime.Platform;
import io.github.distillmaven.worker.runtime.Processor;
import io.github.distillmaven.worker.runtime.RuntimeResolver;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** Finds what workers are started with: Java, the plugin's own jars, the TensorFlow runtime, facts about the machine. */
@Singleton
class WorkerHostFactory {

    /** Of the jars of the plugin and of TensorFlow. */
    private final FileDigests digests = new FileDigests();

    private final RepositorySystem repositories;
    private final ToolchainManager toolchains;

    @Inject
    WorkerHostFactory(RepositorySystem repositories, ToolchainManager toolchains) {
        this.repositories = repositories;
        this.toolchains = toolchains;
    }

    /** @throws WorkerException if TensorFlow does not run on this platform, or the POM brings another one */
    TensorFlowHost create(ExperimentConfiguration configuration, RunPolicy run, Log log) throws WorkerException {
        MavenSession session = configuration.session();
        PluginDescriptor plugin = configuration.execution().getMojoDescriptor().getPluginDescriptor();
        PluginLibraries libraries = PluginLibraries.of(
                plugin.getPluginLookupKey(),
                plugin.getArtifacts(),
                !configuration.execution().getPlugin().getDependencies().isEmpty());
        RuntimeResolver resolver = new RuntimeResolver(
                repositories,
                session.getRepositorySession(),
                configuration.project().getRemotePluginRepositories());
        Processor processor = Processor.detect();
        processor.require(run.precision(), run.instructionSet());
        return new TensorFlowHost(
                java(session, log),
                libraries.classpath(),
                identity(plugin),
                libraries.digest(digests),
                ResolvedRuntime.of(resolver, run.device(), Platform.host(), digests),
                processor.instructionSet(run.instructionSet()),
                run.instructionSet() == null ? Optional.of(processor.model()) : Optional.empty(),
                Runtime.getRuntime().availableProcessors(),
                machine(processor));
    }

    private Path java(MavenSession session, Log log) {
        Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
        return new WorkerJava(Path.of(System.getProperty("java.home"), "bin", "java"), log::info)
                .choose(Optional.ofNullable(toolchain)
                        .map(jdk -> jdk.findTool("java"))
                        .map(Path::of));
    }

    /** The code of a snapshot changes under the same version, so its content counts. */
    private String identity(PluginDescriptor plugin) {
        Path jar = plugin.getPluginArtifact().getFile().toPath();
        return plugin.getVersion().endsWith("-SNAPSHOT")
                ? plugin.getVersion() + "@" + PluginLibraries.content(jar, digests)
                : plugin.getVersion();
    }

    private static SortedMap<String, String> machine(Processor processor) {
        SortedMap<String, String> machine = new TreeMap<>();
        machine.put("processor", processor.name());
        machine.put(
                "operatingSystem",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        return machine;
    }
}
