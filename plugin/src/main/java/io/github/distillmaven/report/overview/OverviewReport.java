package io.github.distillmaven.report.overview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.Publication;
import io.github.distillmaven.report.Templates;
import io.github.distillmaven.report.architecture.ArchitectureMatrix;
import io.github.distillmaven.report.architecture.TeacherRow;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import io.github.distillmaven.results.sweep.SweepNumbers;

/** Writes the page that lists the experiments of a module, or of all modules of a build. */
public final class OverviewReport {

    private static final int PAGE_WIDTH = 944;
    private static final String PICTURE = "accuracies";

    /** The figure of the page's first experiments, on light ground. */
    public static final String FIGURE = PICTURE + "-light.svg";

    private static final String PAGE = "index.html";
    private static final List<String> FIRST_STEPS = List.of(Results.TEACHER, "transfer", Results.STUDENT);

    private final Templates templates = new Templates();
    private final Publication publication = new Publication();

    /**
     * Writes {@code index.html} with its style sheet and figure beside the folders of the experiments. An experiment whose results
     * cannot be read is named there without its numbers: it is not what is reported now.
     *
     * @param root {@code target/distill}: every folder in it that has a {@code results.json} is an experiment
     * @param warnings is told why an experiment's results cannot be read
     * @return the page
     * @throws IOException if nothing can be written
     */
    public Path write(Path root, Consumer<String> warnings) throws IOException {
        return write(root, List.of(new ReportedModule("Experiments", root)), "", warnings);
    }

    /**
     * Writes the same page for several modules, each under a heading of its own.
     *
     * @param root folder of the page; it is made if it is missing
     * @param modules in the order of the page
     * @param partial what the page lacks, in whole sentences; empty if nothing
     * @param warnings is told why an experiment's results cannot be read
     * @return the page
     * @throws IOException if nothing can be written
     */
    public Path write(Path root, List<ReportedModule> modules, String partial, Consumer<String> warnings)
            throws IOException {
        Files.createDirectories(root);
        return publish(root, folder -> {
            List<OverviewGroup> groups = new ArrayList<>();
            for (ReportedModule module : modules) {
                groups.add(group(
                        folder, PICTURE + (groups.isEmpty() ? "" : "-" + (groups.size() + 1)), root, module, warnings));
            }
            return new OverviewPage(groups, List.of(), false, partial);
        });
    }

    /**
     * Writes the same page for results that were kept, with the trend of each experiment over their commits. Results that name their
     * commit come first, in the order in which it was committed.
     *
     * @param kept in the order of the page, but for that
     * @param root folder of the page; it is made if it is missing
     * @param warnings is told why results cannot be read
     * @return the page
     * @throws IOException if nothing can be written
     */
    public Path compare(List<KeptResults> kept, Path root, Consumer<String> warnings) throws IOException {
        Files.createDirectories(root);
        return publish(root, folder -> {
            List<OverviewRow> rows = new ArrayList<>();
            List<String> unreadable = new ArrayList<>();
            for (KeptResults one : kept) {
                try {
                    rows.add(one.row());
                } catch (IOException e) {
                    warnings.accept(e.getMessage());
                    unreadable.add(one.name());
                }
            }
            rows.sort(CommitTrend.ORDER);
            OverviewGroup group = new OverviewGroup(
                    "Results",
                    plot(folder, PICTURE, rows),
                    rows,
                    List.of(),
                    List.of(),
                    unreadable,
                    CommitTrend.order(rows));
            return new OverviewPage(List.of(group), CommitTrend.among(rows, folder, PAGE_WIDTH), true, "");
        });
    }

    /**
     * Reads what the page of one module lists.
     *
     * @param root {@code target/distill}
     * @return one row per experiment, by name; their links are relative to {@code root}
     * @throws IOException if a {@code results.json} is damaged or of another version; the message names the file
     */
    public List<OverviewRow> rows(Path root) throws IOException {
        List<OverviewRow> rows = new ArrayList<>();
        for (Path folder : experimentFolders(root)) {
            rows.add(row(folder, root));
        }
        return rows;
    }

    /**
     * The folders in {@code root} that hold an experiment with results, or something under the name of them, by name.
     *
     * @param root {@code target/distill}; none if it is missing
     */
    public static List<Path> experimentFolders(Path root) throws IOException {
        return folders(root, ResultsFile.NAME);
    }

    /** The folders in {@code root} that hold a sweep with results, by name. */
    public static List<Path> sweepFolders(Path root) throws IOException {
        return folders(root, SweepNumbers.NAME);
    }

    /** Whether {@code root} holds either. */
    public static boolean hasResults(Path root) throws IOException {
        return !experimentFolders(root).isEmpty() || !sweepFolders(root).isEmpty();
    }

    private static List<Path> folders(Path root, String file) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Reads what the page of one module says of its sweeps.
     *
     * @throws IOException if a {@code sweep.json} is damaged or of another version; the message names the file
     */
    public List<OverviewSweep> sweeps(Path root) throws IOException {
        List<OverviewSweep> sweeps = new ArrayList<>();
        for (Path folder : sweepFolders(root)) {
            sweeps.add(sweep(folder, root));
        }
        return sweeps;
    }

    private static OverviewSweep sweep(Path folder, Path root) throws IOException {
        return new OverviewSweep(SweepNumbers.read(folder), link(folder, root), GateResult.read(folder));
    }

    /** Draws the figures of a page into its folder. */
    @FunctionalInterface
    private interface Content {

        OverviewPage draw(Path folder) throws IOException;
    }

    private Path publish(Path root, Content content) throws IOException {
        publication.replaceFiles(root, folder -> {
            OverviewPage page = content.draw(folder);
            templates.copyStyleSheet(folder);
            templates.write(folder.resolve(PAGE), "overview", page);
        });
        return root.resolve(PAGE);
    }

    private OverviewGroup group(
            Path folder, String picture, Path root, ReportedModule module, Consumer<String> warnings)
            throws IOException {
        List<OverviewRow> rows = new ArrayList<>();
        List<TeacherRow> teachers = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path experiment : experimentFolders(module.folder())) {
            try {
                OverviewRow row = row(experiment, root);
                rows.add(row);
                teachers(experiment, row.results(), warnings).ifPresent(teachers::add);
            } catch (IOException e) {
                warnings.accept(e.getMessage());
                unreadable.add(experiment.getFileName().toString());
            }
        }
        List<OverviewSweep> sweeps = new ArrayList<>();
        for (Path sweep : sweepFolders(module.folder())) {
            try {
                sweeps.add(sweep(sweep, root));
            } catch (IOException e) {
                warnings.accept(e.getMessage());
                unreadable.add(sweep.getFileName().toString());
            }
        }
        return new OverviewGroup(
                module.name(),
                plot(folder, picture, rows),
                rows,
                sweeps,
                ArchitectureMatrix.among(teachers),
                unreadable,
                "");
    }

    /** Without the records of its steps it is listed all the same. */
    private static Optional<TeacherRow> teachers(Path experiment, Results results, Consumer<String> warnings) {
        try {
            return TeacherRow.read(experiment, results);
        } catch (IOException e) {
            warnings.accept(
                    "Experiment '%s': the overview shows no table of networks, for the record of a step cannot be read: %s"
                            .formatted(results.experiment(), e));
            return Optional.empty();
        }
    }

    private static Picture plot(Path folder, String name, List<OverviewRow> rows) throws IOException {
        return Picture.write(folder, name, OverviewRow.plot(rows), PAGE_WIDTH);
    }

    private OverviewRow row(Path experiment, Path root) throws IOException {
        String link = link(experiment, root);
        try {
            Results results = ResultsFile.in(experiment).read();
            List<StepRecord> steps = firstSteps(experiment);
            return new OverviewRow(
                    results.experiment(), results, link, GateResult.read(experiment), commit(steps), seconds(steps));
        } catch (IOException e) {
            throw new IOException(
                    e.getMessage() + ". The goal 'report' makes this file: run it again for this experiment.", e);
        }
    }

    /** Those of the first replicate; results that were copied from elsewhere may lack them. */
    private static List<StepRecord> firstSteps(Path experiment) throws IOException {
        List<StepRecord> steps = new ArrayList<>();
        for (String step : FIRST_STEPS) {
            Path folder = experiment.resolve(step);
            if (Files.exists(folder.resolve(StepRecordFile.NAME))) {
                steps.add(StepRecordFile.in(folder).read());
            }
        }
        return steps;
    }

    private static String commit(List<StepRecord> steps) {
        return steps.stream()
                .filter(step -> step.step().equals(Results.STUDENT))
                .map(step -> step.origin().getOrDefault("commit", ""))
                .findFirst()
                .orElse("");
    }

    private static double seconds(List<StepRecord> steps) {
        return steps.isEmpty()
                ? Double.NaN
                : steps.stream().mapToDouble(StepRecord::seconds).sum();
    }

    private static String link(Path experiment, Path root) throws IOException {
        Path page = experiment.resolve("report").resolve(PAGE);
        if (!Objects.equals(page.getRoot(), root.getRoot())) {
            // On Windows no relative path leads to another drive.
            return page.toUri().toASCIIString();
        }
        String path =
                root.relativize(page).toString().replace(page.getFileSystem().getSeparator(), "/");
        try {
            return new URI(null, null, path.startsWith("../") ? path : "./" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IOException(experiment + ": no address can be made of this name", e);
        }
    }
}
