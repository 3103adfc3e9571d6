package io.github.distillmaven.pipeline;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.Occasion;
import io.github.distillmaven.results.ReportRequest;
import org.apache.maven.plugin.logging.Log;

/** The steps of an experiment with images: those of every replicate, some of them at the same time. */
final class ImageSteps implements ExperimentSteps {

    private final DataStep data;
    private final List<ReplicateSteps> replicates;
    private final ParallelSteps parallel;
    private final Workspace workspace;
    private final Log log;

    /**
     * @param data brings the data sets
     * @param executors make what executes the steps of a part of the experiment
     */
    ImageSteps(Workspace workspace, DataStep data, Engine engine, ReplicateSteps.Executors executors, Log log) {
        this.data = data;
        replicates = workspace.replicates().stream()
                .map(replicate -> ReplicateSteps.of(replicate, engine, engine.environment(), executors))
                .toList();
        parallel = new ParallelSteps(engine.atOnce());
        this.workspace = workspace;
        this.log = log;
    }

    @Override
    public void fetchData() throws StepFailedException, InterruptedException {
        data.run();
    }

    @Override
    public void trainTeacher() throws StepFailedException, InterruptedException {
        parallel.run(each(replicate -> Stream.of(replicate.teacher()::run)));
    }

    @Override
    public void mislabel() throws StepFailedException, InterruptedException {
        parallel.run(each(replicate -> Stream.of(replicate.treatment()::label)));
        parallel.run(each(replicate -> replicate.others().stream().map(arm -> (ParallelSteps.Call) arm::label)));
    }

    @Override
    public void trainStudent() throws StepFailedException, InterruptedException {
        parallel.run(each(replicate -> replicate.arms().stream().map(arm -> (ParallelSteps.Call) arm::train)));
    }

    @Override
    public void report() throws StepFailedException {
        require(ReportStep.GOAL);
        ReportStep report = new ReportStep(workspace, log);
        report.run(() -> new ExperimentReport(new ExpectedResults(workspace)).write(request(report.occasion())));
    }

    @Override
    public void check() throws StepFailedException {
        new CheckStep(workspace, log).run(() -> {
            require(CheckStep.GOAL);
            return ExperimentReport.results(request(Occasion.none()));
        });
    }

    /** Checks that all results are there. */
    private void require(String goal) throws StepFailedException {
        for (ReplicateSteps replicate : replicates) {
            replicate.require(goal);
        }
    }

    private ReportRequest request(Occasion occasion) {
        Experiment experiment = workspace.experiment();
        return new ReportRequest(
                experiment.name(),
                experiment.preset().name(),
                replicates.stream().map(ReplicateSteps::folder).toList(),
                experiment.others(),
                experiment.evaluationSets(),
                ReportStep.reported(experiment),
                experiment.preset().published(),
                workspace.source(),
                workspace.inputs(),
                workspace.folder(),
                occasion);
    }

    private List<ParallelSteps.Call> each(Function<ReplicateSteps, Stream<ParallelSteps.Call>> calls) {
        return replicates.stream().flatMap(calls).toList();
    }
}
