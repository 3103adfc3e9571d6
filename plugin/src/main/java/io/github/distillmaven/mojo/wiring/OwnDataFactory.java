package io.github.distillmaven.mojo.wiring;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.inject.Inject;
import javax.inject.Singleton;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.own.OwnDataset;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.mojo.configuration.ExperimentConfiguration;
import io.github.distillmaven.pipeline.execution.StoreAccess;
import io.github.distillmaven.pipeline.own.ModelFinder;
import io.github.distillmaven.pipeline.own.OwnDataWork;
import io.github.distillmaven.pipeline.own.OwnDatasets;
import io.github.distillmaven.pipeline.own.OwnSource;
import io.github.distillmaven.pipeline.step.FoundModel;
import io.github.distillmaven.progress.ExperimentLog;
import io.github.distillmaven.progress.FetchProgress;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreSession;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.SessionData;

/** Knows where the data sets come from that a POM declares. */
@Singleton
class OwnDataFactory {

    private final NetworkSettings network;
    private final StoreSessions stores;
    private final RepositorySystem repositories;

    @Inject
    OwnDataFactory(NetworkSettings network, StoreSessions stores, RepositorySystem repositories) {
        this.network = network;
        this.stores = stores;
        this.repositories = repositories;
    }

    /**
     * The data sets of an experiment's POM beside those of the catalog.
     *
     * @param root folder below which every experiment has its own
     */
    OwnDatasets of(
            ExperimentConfiguration configuration,
            DatasetCatalog catalog,
            List<OwnDataset> declared,
            File root,
            ExperimentLog log) {
        return new OwnDatasets(
                catalog,
                declared,
                known(configuration.session()),
                experiment -> work(configuration, experiment, root.toPath(), log));
    }

    /**
     * The model that is the teacher of an experiment, if it is not trained.
     *
     * @param root folder below which every experiment has its own
     * @throws InvalidExperimentException if it cannot be found
     */
    Optional<FoundModel> model(
            ExperimentConfiguration configuration, Experiment experiment, File root, ExperimentLog log)
            throws InvalidExperimentException {
        if (experiment.model().isEmpty()) {
            return Optional.empty();
        }
        StoreSession store =
                stores.of(configuration.session(), experiment.store().folder());
        try {
            return Optional.of(new ModelFinder(source(configuration, store, log), root.toPath())
                    .find(experiment.model().get()));
        } catch (UnfitDataException e) {
            throw new InvalidExperimentException(experiment.name(), List.of(e.getMessage()));
        }
    }

    private OwnSource source(ExperimentConfiguration configuration, StoreSession store, ExperimentLog log) {
        MavenSession session = configuration.session();
        return new OwnSource(
                configuration.folder(),
                new ResolvedArtifacts(
                        repositories,
                        session.getRepositorySession(),
                        configuration.project().getRemoteProjectRepositories()),
                new DatasetFetcher(
                        network.connection(session),
                        Optional.empty(),
                        new FetchProgress(Terminal.displays(session, log), log)),
                store.digests());
    }

    private OwnDataWork work(
            ExperimentConfiguration configuration, Experiment experiment, Path root, ExperimentLog log) {
        StoreSession store =
                stores.of(configuration.session(), experiment.store().folder());
        String holder = "%s in %s (process %s)"
                .formatted(
                        experiment.name(),
                        configuration.project().getArtifactId(),
                        ProcessHandle.current().pid());
        return new OwnDataWork(
                source(configuration, store, log),
                new StoreAccess(
                        store,
                        new Store(
                                store,
                                experiment.name(),
                                experiment.store().mode().writes(),
                                log::warn),
                        experiment.store(),
                        log),
                root,
                holder,
                log);
    }

    /** Kept with Maven's own session, and gone with it. */
    @SuppressWarnings("unchecked") // nobody else uses the name
    private static ConcurrentMap<String, DatasetSpec> known(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        Object name = List.of(OwnDataFactory.class, "known");
        data.set(name, null, new ConcurrentHashMap<String, DatasetSpec>());
        return (ConcurrentMap<String, DatasetSpec>) data.get(name);
    }
}
