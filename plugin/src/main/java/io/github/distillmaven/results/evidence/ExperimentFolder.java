package io.github.distillmaven.results.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.transfer.TransferSet;
import io.github.distillmaven.dataset.transfer.TransferTable;
import io.github.distillmaven.disk.ReadAhead;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.results.Results;

/**
 * Reads what the steps of one experiment wrote, and refuses what is missing or does not fit together. Of replicates after the
 * first it keeps the numbers alone, and a few at a time while they are made.
 */
public final class ExperimentFolder {

    private final ReportRequest request;
    private final int classes;

    public ExperimentFolder(ReportRequest request) {
        this.request = request;
        this.classes = request.teacherData().classNames().size();
    }

    /** @throws IOException if a file is missing or damaged; the message names it and the goal that makes it */
    public Evidence read() throws IOException {
        TestExamples tests = TestExamples.of(request);
        Evaluator evaluator = Evaluator.of(request.evaluationSets(), request.setup());
        ReplicateReader reader = new ReplicateReader(
                new ModelReader(
                        classes, evaluator.answered(), request.teacherData().drawn(), evaluator.needsLogits()),
                request.controls(),
                request.replicated() && !request.givenTeacher());
        List<ReplicateFolder> folders = request.replicates();
        Map<String, StepRecord> steps = new LinkedHashMap<>();
        Optional<StepRecord> dataStep = tests.step();
        dataStep.ifPresent(step -> steps.put(step.key(), step));
        List<Results.Replicate> replicates = new ArrayList<>();
        List<Evidence.Histories> histories = new ArrayList<>();
        List<StepKeys> keys = new ArrayList<>();
        long redrawn = 0;
        ReplicateEvidence first;
        try (ReadAhead<ReplicateEvidence> ahead = new ReadAhead<>(folders.stream()
                .map(folder -> (Callable<ReplicateEvidence>) () -> reader.read(
                        folder, reader.teacher(folder, tests.of(folder).labels())))
                .toList())) {
            first = ahead.next();
            ReplicateEvidence replicate = first;
            for (int index = 0; index < folders.size(); index++) {
                ReplicateFolder folder = folders.get(index);
                ReplicateEvidence next = index + 1 == folders.size() ? first : ahead.next();
                replicates.add(replicate.numbers(
                        evaluator,
                        request.controls(),
                        request::sharesInputs,
                        reader.independent(folder, replicate.teacher(), next.teacher())));
                replicate.steps().forEach(step -> steps.put(step.key(), step));
                keys.addAll(StepKeys.of(replicate));
                histories.add(new Evidence.Histories(
                        replicate.teacher().history(),
                        replicate.student().model().history()));
                redrawn += tests.attempts(folder) > 1 ? 1 : 0;
                replicate = next;
            }
        }
        ReplicateFolder firstFolder = folders.get(0);
        Examples transferred = transferred(
                firstFolder.treatment().transfer(), first.student().lesson().table());
        return new Evidence(
                first,
                transferred,
                tests.of(firstFolder),
                PlaneEvidence.read(request.teacherData().name(), firstFolder),
                replicates,
                histories,
                redrawn,
                dataStep,
                List.copyOf(steps.values()),
                keys,
                request);
    }

    private Examples transferred(StepFiles step, TransferTable table) throws IOException {
        requireInputClasses(step, table);
        Examples examples = TestExamples.read(
                        step, ExampleFiles.in(step.folder(), request.inputs().shape()))
                .first(table.rows().size());
        step.require(
                IntStream.range(0, examples.size())
                        .allMatch(index -> isGiven(table.rows().get(index).givenLabel(), examples.label(index))),
                TransferSet.TABLE,
                "its given labels are not those of the examples");
        return examples;
    }

    /** Of a label that stands for no class, the table tells the class that the teacher answers. */
    private boolean isGiven(int given, int label) {
        return label == given || label >= request.teacherData().classNames().size();
    }

    private void requireInputClasses(StepFiles step, TransferTable table) throws IOException {
        int inputClasses = request.inputs().classNames().size();
        for (TransferRow row : table.rows()) {
            step.require(
                    0 <= row.inputLabel() && row.inputLabel() < inputClasses,
                    TransferSet.TABLE,
                    "example " + row.index() + " is of class " + row.inputLabel() + " of " + inputClasses + " classes");
        }
    }
}
