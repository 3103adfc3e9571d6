package io.github.distillmaven.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.StorePolicy;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.provenance.LockFile;
import io.github.distillmaven.remote.RemoteStore;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreSession;
import org.apache.maven.plugin.logging.Log;

/** The steps of one experiment. Each method is one goal and builds on the folders that the earlier ones left. */
public final class ExperimentPipeline implements AutoCloseable {

    private final DataStep data;
    private final List<ReplicateSteps> replicates;
    private final ParallelSteps parallel;
    private final ReportStep report;
    private final RemoteAccess remote;

    /**
     * @param workspace the experiment and where its files lie
     * @param store what outlives {@code clean}
     * @param remoteStore what is shared with other machines, if the user named one
     * @param workers run TensorFlow
     * @param fetcher gets data that the store lacks
     */
    public ExperimentPipeline(
            Workspace workspace,
            StoreSession store,
            Optional<RemoteStore> remoteStore,
            TensorFlowWorkers workers,
            DatasetFetcher fetcher,
            Log log) {
        StepDefinitions definitions = new StepDefinitions(workspace, workers.environment());
        StorePolicy policy = workspace.experiment().store();
        StoreAccess access = new StoreAccess(
                store,
                new Store(store, workspace.experiment().name(), policy.mode().writes(), log::warn),
                policy,
                log);
        LockFile lockFile = new LockFile(workspace.build().folder().resolve(LockFile.NAME));
        remote = new RemoteAccess(remoteStore, policy, lockFile, store, log);
        data = new DataStep(
                workspace,
                definitions,
                access,
                new StepHistory(workspace, access, log),
                new LockedResults(workspace, access, lockFile),
                fetcher,
                log);
        replicates = workspace.replicates().stream()
                .map(replicate -> ReplicateSteps.of(
                        replicate,
                        workers,
                        workers.environment(),
                        part -> new StepExecutor(
                                part,
                                access,
                                remote,
                                new StepHistory(part, access, log),
                                new LockedResults(part, access, lockFile),
                                log)))
                .toList();
        parallel = workers.parallel();
        report = new ReportStep(workspace, replicates, log);
    }

    /** Goal {@code fetch-data}. */
    public void fetchData() throws StepFailedException, InterruptedException {
        data.run();
    }

    /** Goal {@code train-teacher}. */
    public void trainTeacher() throws StepFailedException, InterruptedException {
        parallel.run(each(replicate -> Stream.of(replicate.teacher()::run)));
    }

    /** Goal {@code mislabel}. */
    public void mislabel() throws StepFailedException, InterruptedException {
        parallel.run(each(replicate -> Stream.of(replicate.transfer()::run)));
        parallel.run(
                each(replicate -> replicate.controls().stream().map(control -> (ParallelSteps.Call) control::label)));
    }

    /** Goal {@code train-student}. */
    public void trainStudent() throws StepFailedException, InterruptedException {
        parallel.run(each(replicate -> Stream.concat(
                Stream.of(replicate.student()::run),
                replicate.controls().stream().map(control -> (ParallelSteps.Call) control::train))));
    }

    private List<ParallelSteps.Call> each(Function<ReplicateSteps, Stream<ParallelSteps.Call>> calls) {
        return replicates.stream().flatMap(calls).toList();
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        remote.close();
    }

    /** Goal {@code report}. */
    public void report() throws StepFailedException {
        report.run();
    }
}
