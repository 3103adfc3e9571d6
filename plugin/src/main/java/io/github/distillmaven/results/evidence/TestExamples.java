package io.github.distillmaven.results.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.results.JsonFiles;

/** What the models of each replicate are tested on: the test set of the data, or where these are drawn, what the teacher learnt. */
interface TestExamples {

    Examples of(ReplicateFolder replicate) throws IOException;

    /** How often they were drawn for a replicate. */
    int attempts(ReplicateFolder replicate) throws IOException;

    /** The record of where the data came from; empty where they were drawn. */
    Optional<StepRecord> step() throws IOException;

    /** Of an experiment; reads files that are the same for all replicates. */
    static TestExamples of(ReportRequest request) throws IOException {
        DatasetSpec spec = request.teacherData();
        if (spec.drawn()) {
            return new Drawn(spec);
        }
        StepFiles data = new StepFiles(request.data(), "fetch-data");
        Examples examples = read(data, DatasetLayout.files(spec, data.folder().resolve(spec.name()), Split.TEST));
        requireClasses(data, spec.name(), examples, spec);
        return new Fetched(examples, ModelReader.record(data));
    }

    /** @throws IOException if a file is missing or damaged; the message names it and the goal of the step */
    static Examples read(StepFiles step, ExampleFiles files) throws IOException {
        for (Path file : files.files()) {
            step.find(file);
        }
        return step.explained(() -> ExampleReader.read(files));
    }

    private static void requireClasses(StepFiles step, String name, Examples examples, DatasetSpec spec)
            throws IOException {
        int classes = spec.classNames().size();
        for (int label : examples.labels()) {
            step.require(
                    label < classes,
                    name,
                    "a test example is of class " + label + ", but there are " + classes + " classes");
        }
    }

    /** Of all replicates alike. */
    record Fetched(Examples examples, StepRecord record) implements TestExamples {

        @Override
        public Examples of(ReplicateFolder replicate) {
            return examples;
        }

        @Override
        public int attempts(ReplicateFolder replicate) {
            return 1;
        }

        @Override
        public Optional<StepRecord> step() {
            return Optional.of(record);
        }
    }

    /** Of each replicate others. */
    record Drawn(DatasetSpec spec) implements TestExamples {

        private static final String FOLDER = "examples";

        /** What the result of a teacher says of them. */
        record Draw(int attempts) {}

        @Override
        public Examples of(ReplicateFolder replicate) throws IOException {
            StepFiles teacher = replicate.teacher();
            Examples examples = read(teacher, ExampleFiles.in(teacher.folder().resolve(FOLDER), spec.shape()));
            requireClasses(teacher, FOLDER, examples, spec);
            return examples;
        }

        @Override
        public int attempts(ReplicateFolder replicate) throws IOException {
            return replicate
                    .teacher()
                    .read(ModelReader.RESULT, file -> new JsonFiles().read(file, Draw.class))
                    .attempts();
        }

        @Override
        public Optional<StepRecord> step() {
            return Optional.empty();
        }
    }
}
