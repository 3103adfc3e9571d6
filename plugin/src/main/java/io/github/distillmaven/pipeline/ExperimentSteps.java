package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Shard;
import io.github.distillmaven.experiment.sweep.Sweep;
import io.github.distillmaven.pipeline.engine.Engine;
import io.github.distillmaven.pipeline.execution.JointSteps;
import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.execution.SeparateSteps;
import io.github.distillmaven.pipeline.execution.StepRunner;
import io.github.distillmaven.pipeline.plan.RecordsThere;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.sweep.SweepNumbers;
import io.github.distillmaven.store.StoreSession;
import org.apache.maven.plugin.logging.Log;

/** The steps of an experiment, or of all cells of a sweep. Each method is one goal and builds on the folders that the earlier ones left. */
final class ExperimentSteps {

    private final Sweep sweep;
    private final List<CellSteps> cells;
    private final StepRunner sideBySide;
    private final StepRunner separate;
    private final Log log;
    private final int atOnce;

    /** @param cells those of the sweep, in its order */
    ExperimentSteps(Sweep sweep, List<CellSteps> cells, Engine engine, Log log) {
        this.sweep = sweep;
        this.cells = cells;
        sideBySide = new JointSteps(cells.get(0).workspace(), engine, log);
        StepRunner each = new SeparateSteps(engine);
        separate = cells.size() == 1 ? each : new SharedSteps(each);
        this.log = log;
        atOnce = engine.atOnce();
    }

    /** Goal {@code fetch-data}. Cells that have the same data share their folder. */
    void fetchData() throws StepFailedException, InterruptedException {
        Set<Path> brought = new HashSet<>();
        for (CellSteps cell : cells) {
            if (brought.add(cell.workspace().data())) {
                cell.data().run();
            }
        }
    }

    /** Goal {@code train-teacher}. */
    void trainTeacher() throws StepFailedException, InterruptedException {
        tellSizes(
                StepName.TEACHER,
                cell -> Stream.of(cell.workspace().experiment().teacher()));
        run(CellSteps::teachers);
    }

    /**
     * Goal {@code mislabel}. Other sets are made of the treatment's, once that was accepted. Then independent teachers are asked about all
     * inputs that were moved.
     */
    void mislabel() throws StepFailedException, InterruptedException {
        label(CellSteps::treatments);
        label(CellSteps::others);
        run(CellSteps::answers);
    }

    private void label(Function<CellSteps, List<ArmSteps>> arms) throws StepFailedException, InterruptedException {
        run(cell ->
                arms.apply(cell).stream().flatMap(arm -> arm.teacher().stream()).toList());
        run(cell -> arms.apply(cell).stream()
                .flatMap(arm -> arm.transfer().stream())
                .toList());
        for (CellSteps cell : cells) {
            for (ArmSteps arm : arms.apply(cell)) {
                arm.accept();
            }
        }
    }

    /** Goal {@code train-student}. */
    void trainStudent() throws StepFailedException, InterruptedException {
        tellSizes(
                StepName.STUDENT,
                cell -> cell.workspace().experiment().arms().stream().map(ExperimentArm::training));
        run(CellSteps::students);
    }

    /** Runs such steps of all cells. */
    private void run(Function<CellSteps, List<PlannedStep.Source>> steps)
            throws StepFailedException, InterruptedException {
        Map<Boolean, List<PlannedStep.Source>> all = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.workspace().experiment().sideBySide(),
                        Collectors.flatMapping(cell -> steps.apply(cell).stream(), Collectors.toList())));
        for (Map.Entry<Boolean, List<PlannedStep.Source>> kind : all.entrySet()) {
            (kind.getKey() ? sideBySide : separate).run(kind.getValue());
        }
    }

    private void tellSizes(StepName step, Function<CellSteps, Stream<Training>> trainings) {
        cells.stream()
                .flatMap(cell -> trainings
                        .apply(cell)
                        .flatMap(training -> training
                                .size(
                                        cell.workspace().source().shape(),
                                        cell.workspace().source().classNames().size())
                                .stream()))
                .distinct()
                .forEach(size -> log.info(step.folder() + ": " + size));
    }

    /** Goal {@code report}. */
    void report() throws StepFailedException {
        if (leftToTheGathering(ReportStep.GOAL)) {
            return;
        }
        for (CellSteps cell : cells) {
            cell.require(ReportStep.GOAL);
        }
        if (sweep.sweeps()) {
            new SweepSteps(sweep, cells, log).report();
            return;
        }
        CellSteps only = cells.get(0);
        ReportStep report = new ReportStep(only.workspace(), log);
        report.run(
                () -> new ExperimentReport(new ExpectedResults(only.workspace()))
                        .write(only.request(report.occasion())),
                Set.of(),
                SweepNumbers.NAME);
    }

    /** Goal {@code check}. */
    void check() throws StepFailedException {
        if (leftToTheGathering(CheckStep.GOAL)) {
            return;
        }
        if (sweep.sweeps()) {
            new SweepSteps(sweep, cells, log).check();
            return;
        }
        CellSteps only = cells.get(0);
        new CheckStep(only.workspace(), log).run(() -> only.results(CheckStep.GOAL));
    }

    private boolean leftToTheGathering(String goal) {
        Shard shard = cells.get(0).workspace().experiment().store().shard();
        if (shard.isPart()) {
            log.info(
                    "%s: nothing to do in shard %s, which made %s of %s replicates. -Ddistill.shard=all/%s gathers them."
                            .formatted(goal, shard, count(CellSteps::own), count(CellSteps::replicates), shard.of()));
        }
        return shard.isPart();
    }

    /**
     * Tells the log what this build would make.
     *
     * @param records where results are looked for
     * @param store whose other results tell how long such a thing takes
     */
    void plan(RecordsThere records, StoreSession store) throws StepFailedException {
        Set<Path> told = new HashSet<>();
        for (CellSteps cell : cells) {
            if (told.add(cell.workspace().data())) {
                cell.data().plan();
            }
        }
        boolean jointly =
                cells.stream().allMatch(cell -> cell.workspace().experiment().sideBySide());
        new ExperimentPlan(
                        cells.stream().flatMap(cell -> cell.own().stream()).toList(),
                        cells.stream()
                                .flatMap(cell -> cell.ownIndependent().stream())
                                .toList(),
                        records)
                .table(store, jointly, atOnce)
                .lines()
                .forEach(log::info);
    }

    private int count(Function<CellSteps, List<ReplicateSteps>> replicates) {
        return cells.stream().mapToInt(cell -> replicates.apply(cell).size()).sum();
    }
}
