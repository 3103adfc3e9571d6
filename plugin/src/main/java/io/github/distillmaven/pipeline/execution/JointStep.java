package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.worker.WorkerRequest;
import org.jspecify.annotations.Nullable;

/** One of several steps that are executed jointly. To be used by one thread at a time. */
final class JointStep {

    private final PlannedStep step;
    private final StepRun run;
    private Optional<Found> found = Optional.empty();
    private @Nullable StepPlace place;

    private JointStep(PlannedStep step, StepRun run) {
        this.step = step;
        this.run = run;
    }

    static JointStep begin(PlannedStep step) throws StepFailedException {
        try {
            return new JointStep(step, new StepRun(step.executor(), step.definition()));
        } catch (IOException e) {
            throw step.executor().failure(step.definition(), e);
        }
    }

    StepName name() {
        return step.definition().step();
    }

    /** What messages of the engine call it. */
    String label() {
        return step.executor().workspace().label(name());
    }

    String key() {
        return step.definition().key();
    }

    /** Whether it was found nowhere so far. */
    boolean isMissing() {
        return found.isEmpty();
    }

    Found found() {
        return found.orElse(Found.MADE);
    }

    /** What the log says of it alone. */
    String news(Instant started) {
        return run.news(found(), started);
    }

    void explain() {
        run.explain();
    }

    void find() throws StepFailedException, InterruptedException {
        guarded(() -> found = run.find());
    }

    void claim() throws StepFailedException, InterruptedException {
        guarded(() -> found = run.claim());
    }

    /** What the engine is asked for it, if anything. */
    Optional<WorkerRequest> prepare() throws StepFailedException {
        try {
            StepPlace prepared = run.place();
            place = prepared;
            return step.plan().request(prepared);
        } catch (IOException e) {
            throw step.executor().failure(step.definition(), e);
        }
    }

    /** Where native output of the engine goes, once it is prepared. */
    Path log() {
        return prepared().log();
    }

    void stage(SortedMap<String, String> machine, SortedMap<String, String> origin, Instant started)
            throws StepFailedException, InterruptedException {
        guarded(() -> {
            step.plan().finish(prepared());
            run.stage(prepared(), machine, origin, started);
        });
    }

    void publish() throws StepFailedException, InterruptedException {
        guarded(() -> run.publish(prepared()));
    }

    private StepPlace prepared() {
        if (place == null) {
            throw new IllegalStateException(name() + " is not prepared");
        }
        return place;
    }

    /** To be called when all steps are kept. */
    void tidy() {
        step.executor().store().tidy();
    }

    void settle() throws StepFailedException, InterruptedException {
        guarded(run::settle);
    }

    void close() throws StepFailedException, InterruptedException {
        guarded(run::close);
    }

    /** Something that a disk may fail. */
    @FunctionalInterface
    private interface OnDisk {
        void run() throws StepFailedException, IOException, InterruptedException;
    }

    private void guarded(OnDisk work) throws StepFailedException, InterruptedException {
        try {
            work.run();
        } catch (IOException e) {
            throw step.executor().failure(step.definition(), e);
        }
    }
}
