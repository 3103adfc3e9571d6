package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;

/** Reads what the steps of one experiment wrote, and refuses what is missing or does not fit together. */
final class ExperimentFolder {

    private final Path folder;
    private final JsonFiles json = new JsonFiles();

    /** @param folder {@code target/distill/<experiment>} */
    ExperimentFolder(Path folder) {
        this.folder = folder;
    }

    /** The four steps and the goals that run them, in order. */
    private enum Step {
        DATA("data", "fetch-data"),
        TEACHER("teacher", "train-teacher"),
        TRANSFER("transfer", "mislabel"),
        STUDENT("student", "train-student");

        private final String folder;
        private final String goal;

        Step(String folder, String goal) {
            this.folder = folder;
            this.goal = goal;
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /** @throws IOException if a file is missing or damaged; the message names it and the goal that makes it */
    Evidence read(DatasetSpec teacherData, DatasetSpec inputs) throws IOException {
        int classes = teacherData.classNames().size();
        ModelRun teacher = model(Step.TEACHER, classes);
        TransferTable transfer = transfer(classes, inputs.classNames().size());
        ModelRun student = model(Step.STUDENT, classes);
        ImageSet testImages = read(
                Step.DATA,
                teacherData.name() + "/t10k-images-idx3-ubyte",
                file -> IdxImages.read(file, teacherData.shape()));
        ImageSet transferImages =
                read(Step.TRANSFER, "images-idx3-ubyte", file -> IdxImages.read(file, inputs.shape()));

        require(
                transferImages.size() == transfer.rows().size(),
                Step.TRANSFER,
                "images-idx3-ubyte",
                "%d images, but transfer.csv has %d rows",
                transferImages.size(),
                transfer.rows().size());
        require(
                student.result().examples() == transfer.rows().size(),
                Step.STUDENT,
                "result.json",
                "%d training examples, but the transfer set has %d",
                student.result().examples(),
                transfer.rows().size());
        require(
                teacher.predictions().rows().size() == testImages.size(),
                Step.TEACHER,
                "predictions.csv",
                "%d rows for %d test images",
                teacher.predictions().rows().size(),
                testImages.size());
        require(
                labels(teacher).equals(labels(student)),
                Step.STUDENT,
                "predictions.csv",
                "its true labels are not those of the teacher's predictions.csv");
        List<StepRecord> steps = new ArrayList<>();
        for (Step step : Step.values()) {
            steps.add(read(step, "step.json", file -> json.read(file, StepRecord.class)));
        }
        return new Evidence(teacher, student, transfer, transferImages, testImages, List.copyOf(steps));
    }

    private ModelRun model(Step step, int classes) throws IOException {
        ModelRun run = new ModelRun(
                read(step, "result.json", file -> json.read(file, ModelResult.class)),
                read(step, "history.csv", History::read),
                read(step, "predictions.csv", Predictions::read));
        List<Predictions.Row> rows = run.predictions().rows();
        require(
                rows.size() == run.result().testExamples(),
                step,
                "predictions.csv",
                "%d rows, but result.json counts %d test images",
                rows.size(),
                run.result().testExamples());
        for (Predictions.Row row : rows) {
            require(
                    isClass(row.label(), classes) && isClass(row.predicted(), classes),
                    step,
                    "predictions.csv",
                    "label %d answered %d, but there are %d classes",
                    row.label(),
                    row.predicted(),
                    classes);
        }
        return run;
    }

    private TransferTable transfer(int classes, int inputClasses) throws IOException {
        TransferTable table = read(Step.TRANSFER, "transfer.csv", TransferTable::read);
        for (TransferTable.Row row : table.rows()) {
            require(
                    isClass(row.givenLabel(), classes) && isClass(row.inputLabel(), inputClasses),
                    Step.TRANSFER,
                    "transfer.csv",
                    "class %d of %d given label %d of %d",
                    row.inputLabel(),
                    inputClasses,
                    row.givenLabel(),
                    classes);
        }
        return table;
    }

    private static boolean isClass(int label, int classes) {
        return 0 <= label && label < classes;
    }

    private static List<Integer> labels(ModelRun run) {
        return run.predictions().rows().stream().map(Predictions.Row::label).toList();
    }

    private <T> T read(Step step, String name, Reader<T> reader) throws IOException {
        Path file = folder.resolve(step.folder).resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException("%s is missing. The goal '%s' makes it: bind it to the build before 'report'."
                    .formatted(file, step.goal));
        }
        try {
            return reader.read(file);
        } catch (IOException e) {
            throw new IOException(
                    "%s. The goal '%s' makes this file: delete it and run that goal again."
                            .formatted(e.getMessage(), step.goal),
                    e);
        }
    }

    private void require(boolean holds, Step step, String name, String problem, Object... numbers) throws IOException {
        if (!holds) {
            throw new IOException("%s: %s. The goal '%s' makes this file: delete it and run that goal again."
                    .formatted(folder.resolve(step.folder).resolve(name), problem.formatted(numbers), step.goal));
        }
    }
}
