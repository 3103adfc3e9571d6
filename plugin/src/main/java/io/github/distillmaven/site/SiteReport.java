package io.github.distillmaven.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.distillmaven.report.Publication;
import io.github.distillmaven.report.overview.OverviewReport;
import io.github.distillmaven.report.overview.OverviewRow;
import io.github.distillmaven.report.overview.OverviewSweep;
import io.github.distillmaven.results.sweep.SweepNumbers;
import org.apache.commons.io.file.PathUtils;
import org.apache.maven.doxia.sink.Sink;

/**
 * The part of a module's site that is about its experiments.
 *
 * @param results {@code target/distill}
 * @param modules below this one that have such a part too
 */
public record SiteReport(Path results, List<SiteModule> modules) {

    /** Folder of the experiments' pages within a site, and name of the page that leads to them. */
    public static final String NAME = "distill";

    public SiteReport {
        modules = List.copyOf(modules);
    }

    /**
     * Copies every experiment's page, figures, and the files for programs beside it into {@code distill}, with an overview, and writes
     * the page that leads to them. What was in {@code distill} before is gone.
     *
     * @param site folder of the site
     * @param sink the page within the skin
     * @return whether there was an experiment to show
     * @throws IOException if a {@code results.json} is damaged or of another version, or nothing can be written; the
     *     message names the file
     */
    public boolean write(Path site, Sink sink) throws IOException {
        Path copy = site.resolve(NAME);
        List<Path> experiments = OverviewReport.experimentFolders(results);
        List<OverviewRow> rows = new OverviewReport().rows(results);
        List<Path> sweeps = OverviewReport.sweepFolders(results);
        List<OverviewSweep> swept = new OverviewReport().sweeps(results);
        if (experiments.isEmpty() && sweeps.isEmpty()) {
            if (Files.exists(copy)) {
                PathUtils.deleteDirectory(copy);
            }
        } else {
            Files.createDirectories(site);
            new Publication().replaceFolder(copy, folder -> {
                for (Path experiment : experiments) {
                    copy(experiment, folder.resolve(experiment.getFileName()));
                }
                for (Path sweep : sweeps) {
                    Path target = folder.resolve(sweep.getFileName());
                    copy(sweep, target);
                    for (SweepNumbers.CellNumbers cell :
                            SweepNumbers.read(sweep).cells()) {
                        copy(sweep.resolve(cell.folder()), target.resolve(cell.folder()));
                    }
                }
                // All of them could be read above.
                new OverviewReport().write(folder, warning -> {});
            });
        }
        Map<SiteModule, List<OverviewRow>> below = new LinkedHashMap<>();
        for (SiteModule module : modules) {
            below.put(module, new OverviewReport().rows(module.results()));
        }
        new SitePage(sink).write(rows, swept, below);
        return !experiments.isEmpty() || !sweeps.isEmpty();
    }

    /** The page and the files beside its folder, which it links to; not what the steps made. */
    private static void copy(Path experiment, Path target) throws IOException {
        Files.createDirectory(target);
        try (Stream<Path> files = Files.list(experiment)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        Path report = experiment.resolve("report");
        if (Files.isDirectory(report)) {
            PathUtils.copyDirectory(report, target.resolve("report"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
