package io.github.distillmaven.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.dataset.TransferTable;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.Examples;
import io.github.distillmaven.extension.TransferRow;

/**
 * Reads what the steps of one experiment wrote, and refuses what is missing or does not fit together. Of replicates after the
 * first it keeps the numbers alone.
 */
public final class ExperimentFolder {

    private final ReportRequest request;
    private final int classes;

    public ExperimentFolder(ReportRequest request) {
        this.request = request;
        this.classes = request.teacherData().classNames().size();
    }

    /** @throws IOException if a file is missing or damaged; the message names it and the goal that makes it */
    public ImageEvidence read() throws IOException {
        StepFiles data = new StepFiles(request.folder().resolve("data"), "fetch-data");
        DatasetSpec teacherData = request.teacherData();
        Examples testImages =
                images(data, DatasetLayout.files(teacherData, data.folder().resolve(teacherData.name()), Split.TEST));
        int[] testLabels = testImages.labels();
        for (int label : testLabels) {
            data.require(
                    label < classes,
                    teacherData.name(),
                    "a test image is of class " + label + ", but there are " + classes + " classes");
        }
        Evaluator evaluator = Evaluator.of(request.evaluationSets(), classes);
        ReplicateReader reader = new ReplicateReader(new ModelReader(classes, evaluator.sets()), request.controls());
        ReplicateFolder firstFolder = request.replicates().get(0);
        ReplicateEvidence first = reader.read(firstFolder, testLabels);
        StepFiles transferFolder = firstFolder.treatment().transfer();
        TransferTable transfer = first.student().lesson().table();
        requireInputClasses(transferFolder, transfer);
        Examples transferImages = images(
                        transferFolder,
                        ExampleFiles.in(
                                transferFolder.folder(), request.inputs().shape()))
                .first(transfer.rows().size());
        transferFolder.require(
                Arrays.equals(
                        transferImages.labels(),
                        transfer.rows().stream()
                                .mapToInt(TransferRow::givenLabel)
                                .toArray()),
                TransferSet.TABLE,
                "its given labels are not those of the images");
        List<Results.Replicate> replicates = new ArrayList<>(List.of(first.numbers(evaluator, request.controls())));
        Map<String, StepRecord> steps = new LinkedHashMap<>();
        StepRecord dataStep = ModelReader.record(data);
        steps.put(dataStep.key(), dataStep);
        first.steps().forEach(step -> steps.put(step.key(), step));
        List<StepKeys> keys = new ArrayList<>(StepKeys.of(first));
        for (ReplicateFolder folder :
                request.replicates().subList(1, request.replicates().size())) {
            ReplicateEvidence further = reader.read(folder, testLabels);
            replicates.add(further.numbers(evaluator, request.controls()));
            further.steps().forEach(step -> steps.put(step.key(), step));
            keys.addAll(StepKeys.of(further));
        }
        return new ImageEvidence(
                first,
                transfer,
                transferImages,
                testImages,
                dataStep,
                classes,
                replicates,
                List.copyOf(steps.values()),
                keys,
                request);
    }

    private static Examples images(StepFiles step, ExampleFiles files) throws IOException {
        for (Path file : files.files()) {
            step.find(file);
        }
        return step.explained(() -> ExampleReader.read(files));
    }

    private void requireInputClasses(StepFiles step, TransferTable table) throws IOException {
        int inputClasses = request.inputs().classNames().size();
        for (TransferRow row : table.rows()) {
            step.require(
                    0 <= row.inputLabel() && row.inputLabel() < inputClasses,
                    TransferSet.TABLE,
                    "image " + row.index() + " is of class " + row.inputLabel() + " of " + inputClasses + " classes");
        }
    }
}
