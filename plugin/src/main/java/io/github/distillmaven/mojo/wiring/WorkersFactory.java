package io.github.distillmaven.mojo.wiring;

import java.nio.file.Path;
import javax.inject.Inject;
import javax.inject.Singleton;

import io.github.distillmaven.cluster.ClusterHost;
import io.github.distillmaven.cluster.ClusterLog;
import io.github.distillmaven.cluster.Clusters;
import io.github.distillmaven.cluster.task.RequiredMachine;
import io.github.distillmaven.experiment.run.ClusterPolicy;
import io.github.distillmaven.mojo.configuration.ExperimentConfiguration;
import io.github.distillmaven.pipeline.engine.TensorFlowHost;
import io.github.distillmaven.pipeline.engine.WorkerBudget;
import io.github.distillmaven.worker.launch.WorkerLauncher;
import io.github.distillmaven.worker.launch.Workers;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Chooses where requests are answered: here, or on a cluster. One for all goals. */
@Singleton
class WorkersFactory {

    private final WorkerLauncher local = new WorkerLauncher();
    private final Clusters clusters = new Clusters();
    private final RepositorySystem repositories;

    @Inject
    WorkersFactory(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /**
     * The workers of an experiment.
     *
     * @param cluster that the user wants; null for this machine
     * @param folder of the experiment
     */
    Workers of(
            @Nullable ClusterPolicy cluster,
            WorkerBudget budget,
            TensorFlowHost host,
            ExperimentConfiguration configuration,
            Path folder,
            Log log) {
        if (cluster == null) {
            return local;
        }
        ClusterHost.Spark spark = new ResolvedSpark(
                repositories,
                configuration.session().getRepositorySession(),
                configuration.project().getRemotePluginRepositories());
        return clusters.of(
                cluster,
                budget.threads(),
                new ClusterHost(
                        host.java(),
                        host.pluginClasspath(),
                        spark,
                        RequiredMachine.of(host.instructionSet(), host.processor()),
                        host.processors()),
                folder,
                new MavenLog(log));
    }

    private record MavenLog(Log log) implements ClusterLog {

        @Override
        public void info(String text) {
            log.info(text);
        }

        @Override
        public void warn(String text) {
            log.warn(text);
        }

        @Override
        public void debug(String text) {
            log.debug(text);
        }
    }
}
