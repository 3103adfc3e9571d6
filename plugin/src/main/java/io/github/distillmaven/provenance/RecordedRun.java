package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.StepRecord;

/**
 * What one or more experiments left on disk.
 *
 * @param scope what the folder is of
 * @param steps by name; where there are several experiments, the name begins with that of the experiment and {@code /}
 */
record RecordedRun(Scope scope, SortedMap<String, Step> steps) {

    /** Folders of an experiment that hold parts of it, each with steps of its own. */
    private static final Set<String> PARTS = Set.of("replicates", "controls");

    /** How much a folder holds. */
    enum Scope {
        STEP("a step"),
        EXPERIMENT("an experiment"),
        EXPERIMENTS("a folder of experiments");

        private final String words;

        Scope(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * A step that was completed.
     *
     * @param folder that holds its files
     * @param made its record
     */
    record Step(Path folder, StepRecord made) {}

    /**
     * Reads the records of a run.
     *
     * @param path {@code step.json}, the folder of a step, of an experiment, or of several experiments
     * @param problems gets a sentence for each record that cannot be read
     * @return a run without steps if there is none
     */
    static RecordedRun read(Path path, List<String> problems) throws IOException {
        SortedMap<String, Step> steps = new TreeMap<>();
        if (Files.isRegularFile(path)) {
            add(steps, "", path, problems);
            return new RecordedRun(Scope.STEP, steps);
        }
        if (hasRecord(path)) {
            add(steps, "", path.resolve(StepRecordFile.NAME), problems);
            return new RecordedRun(Scope.STEP, steps);
        }
        List<Path> folders = folders(path);
        if (folders.stream().anyMatch(RecordedRun::hasRecord)) {
            addExperiment(steps, "", folders, problems);
            return new RecordedRun(Scope.EXPERIMENT, steps);
        }
        for (Path experiment : folders) {
            addExperiment(steps, experiment.getFileName() + "/", folders(experiment), problems);
        }
        return new RecordedRun(Scope.EXPERIMENTS, steps);
    }

    private static void addExperiment(
            SortedMap<String, Step> steps, String prefix, List<Path> folders, List<String> problems)
            throws IOException {
        for (Path folder : folders) {
            if (hasRecord(folder)) {
                add(steps, prefix, folder.resolve(StepRecordFile.NAME), problems);
            } else if (PARTS.contains(folder.getFileName().toString())) {
                for (Path part : folders(folder)) {
                    addExperiment(
                            steps,
                            prefix + folder.getFileName() + "/" + part.getFileName() + "/",
                            folders(part),
                            problems);
                }
            }
        }
    }

    private static void add(SortedMap<String, Step> steps, String prefix, Path file, List<String> problems) {
        try {
            StepRecord made = new StepRecordFile(file).read();
            steps.put(prefix + made.step(), new Step(file.toAbsolutePath().resolveSibling(""), made));
        } catch (IOException e) {
            problems.add(e.getMessage() + ". Run the goal that makes the step again.");
        }
    }

    private static boolean hasRecord(Path folder) {
        return Files.isRegularFile(folder.resolve(StepRecordFile.NAME));
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
