package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.pipeline.engine.Engine;
import io.github.distillmaven.pipeline.execution.LockedResults;
import io.github.distillmaven.pipeline.execution.RemoteAccess;
import io.github.distillmaven.pipeline.execution.StepExecutor;
import io.github.distillmaven.pipeline.execution.StepHistory;
import io.github.distillmaven.pipeline.execution.StoreAccess;
import io.github.distillmaven.pipeline.execution.Turn;
import io.github.distillmaven.pipeline.own.OwnDatasets;
import io.github.distillmaven.pipeline.plan.RecordsThere;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.SweptWorkspaces;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.provenance.LockFile;
import io.github.distillmaven.remote.RemoteStore;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreSession;
import org.apache.maven.plugin.logging.Log;

/** The steps of one experiment. Each method is one goal and builds on the folders that the earlier ones left. */
public final class ExperimentPipeline implements AutoCloseable {

    private final Workspace workspace;
    private final ExperimentSteps steps;
    private final Engine engine;
    private final RemoteAccess remote;
    private final Turn turn;
    private final StoreSession store;
    private final RecordsThere records;
    private final Log log;

    /**
     * @param places the experiment, or the cells of a sweep, and where their files lie
     * @param store what outlives {@code clean}
     * @param remoteStore what is shared with other machines, if the user named one
     * @param engine trains and labels
     * @param fetcher gets data that the store lacks
     * @param own the data sets that the user declares
     */
    public ExperimentPipeline(
            SweptWorkspaces places,
            StoreSession store,
            Optional<RemoteStore> remoteStore,
            Engine engine,
            DatasetFetcher fetcher,
            OwnDatasets own,
            Log log) {
        this.workspace = places.whole();
        this.engine = engine;
        this.store = store;
        this.log = log;
        StorePolicy policy = workspace.experiment().store();
        records = new RecordsThere(
                new Store(store, workspace.experiment().name(), policy.mode().writes(), log::warn),
                policy.mode().reads());
        LockFile lockFile = new LockFile(workspace.build().folder().resolve(LockFile.NAME));
        remote = new RemoteAccess(
                remoteStore, policy, lockFile, store, workspace.build().started(), log);
        turn = new Turn(workspace, store, System::nanoTime, log);
        SortedMap<String, String> environment = engine.environment();
        List<CellSteps> cells = new ArrayList<>();
        for (Workspace cell : places.cells()) {
            StoreAccess access = new StoreAccess(
                    store,
                    new Store(store, cell.experiment().name(), policy.mode().writes(), log::warn),
                    policy,
                    log);
            DataStep data = new DataStep(
                    cell,
                    new StepDefinitions(cell, environment),
                    access,
                    new StepHistory(cell, access, log),
                    new LockedResults(cell, access, lockFile),
                    fetcher,
                    own,
                    log);
            cells.add(CellSteps.of(
                    cell,
                    data,
                    environment,
                    part -> new StepExecutor(
                            part,
                            access,
                            remote,
                            new StepHistory(part, access, log),
                            new LockedResults(part, access, lockFile),
                            turn,
                            log)));
        }
        steps = new ExperimentSteps(places.sweep(), cells, engine, log);
    }

    /** Goal {@code fetch-data}. */
    public void fetchData() throws StepFailedException, InterruptedException {
        run(StepName.DATA.goal(), steps::fetchData);
    }

    /** Fetches the TensorFlow runtime ahead, for builds that will be offline. */
    public void fetchRuntime() throws StepFailedException {
        engine.fetchRuntime();
    }

    /** Goal {@code train-teacher}. */
    public void trainTeacher() throws StepFailedException, InterruptedException {
        run(StepName.TEACHER.goal(), steps::trainTeacher);
    }

    /** Goal {@code mislabel}. */
    public void mislabel() throws StepFailedException, InterruptedException {
        run(StepName.TRANSFER.goal(), steps::mislabel);
    }

    /** Goal {@code train-student}. */
    public void trainStudent() throws StepFailedException, InterruptedException {
        run(StepName.STUDENT.goal(), steps::trainStudent);
    }

    /**
     * Goal {@code report}.
     *
     * @return whether it has reported; a shard and a build that plans do not
     */
    public boolean report() throws StepFailedException, InterruptedException {
        run(ReportStep.GOAL, steps::report);
        return isWhole();
    }

    /** Goal {@code check}. */
    public void check() throws StepFailedException, InterruptedException {
        run(CheckStep.GOAL, steps::check);
    }

    /** A goal; of a build that plans, the first one tells what all of them would make, and none makes anything. */
    private void run(String goal, Turn.Work work) throws StepFailedException, InterruptedException {
        if (!workspace.experiment().run().plan()) {
            turn.take(goal, work);
        } else if (store.isFirst("plan of " + workspace.folder())) {
            log.info("Nothing is made, because of -Ddistill.plan. The plan for experiment '%s':"
                    .formatted(workspace.experiment().name()));
            steps.plan(records, store);
        }
    }

    /**
     * Packs a result, if the user wants it to be an artifact of the project. A shard leaves that to the build that gathers; a plan has none.
     *
     * @param what of {@link StorePolicy#ATTACHABLE}; the goal that makes it has run
     * @return the zip file; empty if the user does not want it
     */
    public Optional<Path> packed(String what) throws StepFailedException {
        return workspace.experiment().store().attach().contains(what) && isWhole()
                ? Optional.of(new ResultZip(workspace).pack(what))
                : Optional.empty();
    }

    /** Whether this build makes all results of the experiment, and not a part or none. */
    private boolean isWhole() {
        Experiment experiment = workspace.experiment();
        return !experiment.store().shard().isPart() && !experiment.run().plan();
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        remote.close();
    }
}
