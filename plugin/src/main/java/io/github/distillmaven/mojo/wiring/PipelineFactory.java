package io.github.distillmaven.mojo.wiring;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;

import com.sun.management.OperatingSystemMXBean;
import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.FileNameEncoding;
import io.github.distillmaven.experiment.reader.DatasetReader;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.experiment.reader.OwnNetworks;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.experiment.run.RunPolicy;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.experiment.sweep.Sweep;
import io.github.distillmaven.experiment.sweep.SweepReader;
import io.github.distillmaven.extension.InvalidComponentException;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.fetch.Mirror;
import io.github.distillmaven.http.ServerLogin;
import io.github.distillmaven.mojo.configuration.ExperimentConfiguration;
import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.engine.TensorFlowHost;
import io.github.distillmaven.pipeline.engine.TensorFlowWorkers;
import io.github.distillmaven.pipeline.engine.WorkerBudget;
import io.github.distillmaven.pipeline.own.OwnDatasets;
import io.github.distillmaven.pipeline.step.RunningBuild;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.SweptWorkspaces;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.progress.Colours;
import io.github.distillmaven.progress.ExperimentLog;
import io.github.distillmaven.progress.FetchProgress;
import io.github.distillmaven.progress.ProgressDisplay;
import io.github.distillmaven.remote.RemoteStore;
import io.github.distillmaven.results.MetricNames;
import io.github.distillmaven.store.StoreSession;
import io.github.distillmaven.worker.WorkerException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Builds the pipeline of an experiment from what Maven knows about the build. One for all goals. */
@Singleton
public class PipelineFactory {

    private final DatasetCatalog datasets = new DatasetCatalog();

    private final NetworkSettings network;
    private final WorkerHostFactory hosts;
    private final WorkersFactory workers;
    private final StoreSessions stores;
    private final RemoteStoreFactory remotes;
    private final OwnDataFactory ownData;
    private final Attachments attachments;

    /** Made at the first use, which can say why it cannot be. */
    private @Nullable ExperimentReader reader;

    @Inject
    PipelineFactory(
            NetworkSettings network,
            WorkerHostFactory hosts,
            WorkersFactory workers,
            StoreSessions stores,
            RemoteStoreFactory remotes,
            OwnDataFactory ownData,
            Attachments attachments) {
        this.network = network;
        this.hosts = hosts;
        this.workers = workers;
        this.stores = stores;
        this.remotes = remotes;
        this.ownData = ownData;
        this.attachments = attachments;
    }

    /** What makes results artifacts of the project. */
    public Attachments attachments() {
        return attachments;
    }

    /**
     * Reads and checks the experiment, and prepares to run it. Nothing is downloaded, forked or written here.
     *
     * @param configuration what the user wrote
     * @param found what is wrong with it, of what it does not know
     * @param root folder below which every experiment has its own
     */
    public ExperimentPipeline create(ExperimentConfiguration configuration, List<String> found, File root, Log goal)
            throws InvalidExperimentException, StepFailedException {
        MavenSession session = configuration.session();
        ExperimentLog log = new ExperimentLog(goal, module(configuration), configuration.name(), Colours.ofThisBuild());
        SettingCatalog catalog = reader().catalog();
        List<SettingLayer> layers = configuration.layers(catalog.all());
        List<String> problems = problems(configuration, catalog, found, root);
        OwnDatasets own = ownData.of(
                configuration,
                datasets,
                new DatasetReader(catalog.ownData(), datasets.names(), problems).read(layers),
                root,
                log);
        List<Network> networks = new OwnNetworks(catalog.networks().ids(), problems).read(layers);
        Sweep sweep = new SweepReader(reader(own, networks))
                .read(configuration.name(), layers, problems, configuration.folder());
        // What cells may not differ in is read of the first.
        Experiment experiment = sweep.first().experiment();
        RunPolicy run = experiment.run();
        Supplier<ProgressDisplay> displays = Terminal.displays(session, log);
        try {
            StoreSession store = stores.of(session, experiment.store().folder());
            TensorFlowHost host = hosts.create(configuration, run, log);
            WorkerBudget budget = WorkerBudget.of(experiment, sweep.cells().size(), host.processors(), memory());
            Path folder = root.toPath().resolve(sweep.name());
            Path base = Path.of(session.getExecutionRootDirectory());
            RunningBuild build = configuration.build(store.digests());
            return new ExperimentPipeline(
                    SweptWorkspaces.of(
                            sweep,
                            cell -> Workspace.of(
                                    cell,
                                    own.catalog(),
                                    ownData.model(configuration, cell, root, log),
                                    root.toPath(),
                                    build)),
                    store,
                    remote(experiment.store().remote(), session, log),
                    new TensorFlowWorkers(
                            run,
                            budget,
                            host,
                            displays,
                            log,
                            workers.of(run.cluster(), budget, host, configuration, folder, log),
                            folder),
                    new DatasetFetcher(
                            network.connection(session),
                            mirror(run, base, session, log),
                            new FetchProgress(displays, log)),
                    own,
                    log);
        } catch (WorkerException | IllegalArgumentException e) {
            throw new StepFailedException(e);
        }
    }

    private static @Nullable String module(ExperimentConfiguration configuration) {
        return configuration.session().getProjects().size() == 1
                ? null
                : configuration.project().getArtifactId();
    }

    private List<String> problems(
            ExperimentConfiguration configuration, SettingCatalog catalog, List<String> found, File root) {
        List<String> problems = new ArrayList<>(found);
        problems.addAll(configuration.problems(catalog));
        FileNameEncoding.ofThisJvm()
                .refusal(root.getPath())
                .ifPresent(
                        sentence -> problems.add("The project's build directory is %s. %s".formatted(root, sentence)));
        return problems;
    }

    /** @throws StepFailedException if a jar below the plugin's {@code <dependencies>} brings what cannot be used */
    private synchronized ExperimentReader reader() throws StepFailedException {
        try {
            reader = reader == null ? new ExperimentReader(datasets, new MetricNames()) : reader;
            return reader;
        } catch (InvalidComponentException e) {
            throw new StepFailedException(e);
        }
    }

    /** Names of the user's own are known to the reader of this experiment alone. */
    private ExperimentReader reader(OwnDatasets own, List<Network> networks) throws StepFailedException {
        return own.names().equals(datasets.names()) && networks.isEmpty()
                ? reader()
                : new ExperimentReader(own, new MetricNames(), networks);
    }

    private static long memory() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    private Optional<RemoteStore> remote(@Nullable String address, MavenSession session, Log log)
            throws StepFailedException {
        try {
            return Optional.ofNullable(address).map(remote -> remotes.open(remote, session, log));
        } catch (IllegalArgumentException e) {
            throw new StepFailedException(e);
        }
    }

    private Optional<Mirror> mirror(RunPolicy run, Path base, MavenSession session, Log log)
            throws StepFailedException {
        try {
            return Optional.ofNullable(run.mirror()).map(address -> mirror(address, base, session, log));
        } catch (IllegalArgumentException e) {
            throw new StepFailedException(e);
        }
    }

    /** A folder is shown no login. */
    private Mirror mirror(String address, Path base, MavenSession session, Log log) {
        Mirror plain = Mirror.parse(address, base, ServerLogin.none());
        return plain.isWeb()
                ? plain.with(network.login(
                        session.getSettings(),
                        "distill.mirror",
                        address,
                        warning -> RemoteStoreFactory.warnOnce(
                                session.getRepositorySession().getData(), warning, log)))
                : plain;
    }
}
