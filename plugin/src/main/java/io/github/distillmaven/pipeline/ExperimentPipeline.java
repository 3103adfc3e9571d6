package io.github.distillmaven.pipeline;

import java.util.Optional;

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
    private final TeacherStep teacher;
    private final TransferStep transfer;
    private final StudentStep student;
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
        StepHistory history = new StepHistory(workspace, access, log);
        LockFile lockFile = new LockFile(workspace.build().folder().resolve(LockFile.NAME));
        LockedResults locked = new LockedResults(workspace, access, lockFile);
        remote = new RemoteAccess(remoteStore, policy, lockFile, store, log);
        StepExecutor executor = new StepExecutor(workspace, access, remote, history, locked, log);
        ModelTrainer trainer = new ModelTrainer(workspace, executor, workers);
        data = new DataStep(workspace, definitions, access, history, locked, fetcher, log);
        teacher = new TeacherStep(workspace, definitions, trainer);
        transfer = new TransferStep(workspace, definitions, executor, workers);
        student = new StudentStep(workspace, definitions, trainer);
        report = new ReportStep(workspace, definitions, log);
    }

    /** Goal {@code fetch-data}. */
    public void fetchData() throws StepFailedException, InterruptedException {
        data.run();
    }

    /** Goal {@code train-teacher}. */
    public void trainTeacher() throws StepFailedException, InterruptedException {
        teacher.run();
    }

    /** Goal {@code mislabel}. */
    public void mislabel() throws StepFailedException, InterruptedException {
        transfer.run();
    }

    /** Goal {@code train-student}. */
    public void trainStudent() throws StepFailedException, InterruptedException {
        student.run();
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
