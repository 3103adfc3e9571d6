package io.github.distillmaven.mojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.distillmaven.report.overview.OverviewReport;
import io.github.distillmaven.report.overview.ReportedModule;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * Keeps one page of the experiments of all modules where Maven was started: {@code target/distill/index.html} of that project. The
 * modules are built after it, and in parallel; so every module that has reported writes the page anew, one at a time. Of what lies
 * in a module from earlier builds nothing is listed unless the module reports in this build too; the page says which modules with
 * experiments have not, because they failed, are still to come, or were not selected.
 */
class ReactorOverview {

    /** Of a name and types that all class loaders share, since modules may have the plugin in different versions. */
    private static final String REPORTED = "io.github.distillmaven.reported";

    private final OverviewReport report = new OverviewReport();

    /**
     * Writes the page, if it lists several modules, lacks one, or an earlier build left one. That it cannot be written, or lacks an
     * experiment, is a warning: what the module reports is complete without it.
     *
     * @param project the module that has reported
     */
    void update(MavenSession session, MavenProject project, MojoExecution execution, Log log) {
        Optional<MavenProject> top = top(session);
        if (top.isEmpty()) {
            return;
        }
        Set<String> reported = reported(session);
        synchronized (reported) {
            reported.add(project.getId());
            try {
                update(
                        top.get(),
                        modules(session, top.get(), reported),
                        missing(session, top.get(), reported, execution),
                        log);
            } catch (IOException e) {
                log.warn("The overview of all modules could not be written: " + e.getMessage());
            }
        }
    }

    /**
     * Folder of a module's results.
     *
     * @return its {@code target/distill}
     */
    static Path folder(MavenProject project) {
        return Path.of(project.getBuild().getDirectory()).resolve("distill");
    }

    private void update(MavenProject top, List<MavenProject> modules, String missing, Log log) throws IOException {
        Path folder = folder(top);
        boolean written = Files.exists(folder.resolve("index.html"));
        boolean ofTopAlone = modules.equals(List.of(top));
        if (ofTopAlone && missing.isEmpty() || !ofTopAlone && modules.size() == 1 && !written) {
            return;
        }
        Path page = report.write(
                folder,
                modules.stream()
                        .map(module -> new ReportedModule(module.getName(), folder(module)))
                        .toList(),
                missing,
                log::warn);
        log.info("Experiments of all modules: " + page);
    }

    private static List<MavenProject> modules(MavenSession session, MavenProject top, Set<String> reported)
            throws IOException {
        List<MavenProject> modules = new ArrayList<>();
        // Its own overview lists whatever lies there, and this page takes its place.
        if (OverviewReport.hasResults(folder(top))) {
            modules.add(top);
        }
        session.getProjects().stream()
                .filter(module -> !module.getId().equals(top.getId()))
                .filter(module -> reported.contains(module.getId()))
                .forEach(modules::add);
        return modules;
    }

    /** What the page says of modules with experiments that have not reported; empty if there are none. */
    private static String missing(
            MavenSession session, MavenProject top, Set<String> reported, MojoExecution execution) {
        List<MavenProject> all = session.getAllProjects();
        if (all.size() == 1 && !top.getModules().isEmpty()) {
            return "Partial: this build ran without the modules of this project.";
        }
        List<String> missing = all.stream()
                .filter(module -> !reported.contains(module.getId()))
                .filter(module -> new SiteModules(module, execution.getPlugin().getKey()).hasExperiments())
                .map(MavenProject::getName)
                .toList();
        return missing.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "Partial: this build ran %d of %d modules. These have experiments, but have reported none: %s.",
                        session.getProjects().size(),
                        all.size(),
                        String.join(", ", missing));
    }

    /** The project where Maven was started, even if {@code -pl} leaves it out; none without a POM. */
    private static Optional<MavenProject> top(MavenSession session) {
        return session.getAllProjects().stream()
                .filter(project -> project.isExecutionRoot() && project.getFile() != null)
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private static Set<String> reported(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        data.set(REPORTED, null, ConcurrentHashMap.newKeySet());
        return (Set<String>) data.get(REPORTED);
    }
}
