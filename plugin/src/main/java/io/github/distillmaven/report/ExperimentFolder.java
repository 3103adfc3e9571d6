package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ImageFiles;
import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.dataset.ImageSetReader;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.dataset.TransferResult;
import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.dataset.TransferTable;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.provenance.StepRecordFile;

/** Reads what the steps of one experiment wrote, and refuses what is missing or does not fit together. */
final class ExperimentFolder {

    private static final String RESULT = "result.json";
    private static final String PREDICTIONS = "predictions.csv";
    private static final String TABLE = "transfer.csv";

    private final Path folder;
    private final JsonFiles json = new JsonFiles();

    /** @param folder {@code target/distill/<experiment>} */
    ExperimentFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException if a file is missing or damaged; the message names it and the goal that makes it */
    Evidence read(DatasetSpec teacherData, DatasetSpec inputs) throws IOException {
        int classes = teacherData.classNames().size();
        StepFiles data = new StepFiles(folder.resolve("data"), "fetch-data");
        StepFiles teacherFolder = new StepFiles(folder.resolve("teacher"), "train-teacher");
        StepFiles transferFolder = new StepFiles(folder.resolve("transfer"), "mislabel");
        StepFiles studentFolder = new StepFiles(folder.resolve("student"), "train-student");
        List<StepFiles> all = List.of(data, teacherFolder, transferFolder, studentFolder);

        ImageSet testImages = images(
                data, DatasetLayout.files(teacherData, folder.resolve("data").resolve(teacherData.name()), Split.TEST));
        ModelRun teacher = model(teacherFolder, testImages, classes);
        TransferResult transferResult = transferFolder.read(RESULT, file -> json.read(file, TransferResult.class));
        TransferTable transfer =
                table(transferFolder, classes, inputs.classNames().size());
        ImageSet transferImages = images(transferFolder, TransferSet.files(folder.resolve("transfer"), inputs.shape()));
        transferFolder.require(
                labels(transferImages)
                        .equals(transfer.rows().stream()
                                .map(TransferTable.Row::givenLabel)
                                .toList()),
                TABLE,
                "its given labels are not those of the images");
        ModelRun student = model(studentFolder, testImages, classes);
        studentFolder.require(
                student.result().examples() == transferImages.size(),
                RESULT,
                "the student saw " + student.result().examples() + " examples, but the transfer set has "
                        + transferImages.size());
        List<StepRecord> steps = new ArrayList<>();
        for (StepFiles step : all) {
            steps.add(step.read(StepRecordFile.NAME, file -> new StepRecordFile(file).read()));
        }
        return new Evidence(teacher, student, transfer, transferResult.inputs(), transferImages, testImages, steps);
    }

    private static ImageSet images(StepFiles step, ImageFiles files) throws IOException {
        for (Path file : files.files()) {
            step.find(file);
        }
        return step.explained(() -> ImageSetReader.read(files));
    }

    private ModelRun model(StepFiles step, ImageSet testImages, int classes) throws IOException {
        ModelRun run = new ModelRun(
                step.read(RESULT, file -> json.read(file, ModelResult.class)),
                step.read("history.csv", History::read),
                step.read(PREDICTIONS, Predictions::read));
        List<Predictions.Row> rows = run.predictions().rows();
        step.require(
                rows.stream().map(Predictions.Row::label).toList().equals(labels(testImages)),
                PREDICTIONS,
                "its " + rows.size() + " labels are not those of the " + testImages.size() + " test images");
        for (Predictions.Row row : rows) {
            step.require(
                    isClass(row.label(), classes) && isClass(row.predicted(), classes),
                    PREDICTIONS,
                    "label " + row.label() + " was answered " + row.predicted() + ", but there are " + classes
                            + " classes");
        }
        return run;
    }

    private static TransferTable table(StepFiles step, int classes, int inputClasses) throws IOException {
        TransferTable table = step.read(TABLE, TransferTable::read);
        for (TransferTable.Row row : table.rows()) {
            step.require(
                    isClass(row.givenLabel(), classes) && isClass(row.inputLabel(), inputClasses),
                    TABLE,
                    "class " + row.inputLabel() + " of " + inputClasses + " has the given label " + row.givenLabel()
                            + " of " + classes);
        }
        return table;
    }

    private static boolean isClass(int label, int classes) {
        return 0 <= label && label < classes;
    }

    private static List<Integer> labels(ImageSet images) {
        List<Integer> labels = new ArrayList<>();
        for (int index = 0; index < images.size(); index++) {
            labels.add(images.label(index));
        }
        return labels;
    }
}
