package io.github.distillmaven.mojo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.distillmaven.site.SiteModule;
import io.github.distillmaven.site.SiteReport;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Where in the sites of a reactor the experiments are.
 *
 * @param project the module whose site is built
 * @param plugin key of this plugin, {@code groupId:artifactId}
 */
record SiteModules(MavenProject project, String plugin) {

    /** The goals that report an experiment. */
    private static final Set<String> REPORTING = Set.of("report", "run");

    /** Whether the module has experiments: an execution of a goal that reports one, in its {@code <build>}. */
    boolean hasExperiments() {
        return hasExperiments(project);
    }

    /** The modules below this one that have experiments, whose pages its own can link to. */
    List<SiteModule> below() {
        List<MavenProject> collected = Objects.requireNonNullElse(project.getCollectedProjects(), List.of());
        return collected.stream()
                .filter(this::hasExperiments)
                .map(module -> new SiteModule(
                        module.getName(),
                        "./" + path(module) + "/" + SiteReport.NAME + ".html",
                        ReactorOverview.folder(module)))
                .toList();
    }

    private boolean hasExperiments(MavenProject module) {
        Plugin bound = module.getPlugin(plugin);
        return bound != null
                && bound.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().stream().anyMatch(REPORTING::contains));
    }

    /** As Maven makes the address of a module's site from that of its parent. */
    private String path(MavenProject module) {
        Deque<String> names = new ArrayDeque<>();
        for (MavenProject step = module; step != null; step = step.getParent()) {
            if (step.getId().equals(project.getId())) {
                return String.join("/", names);
            }
            names.addFirst(step.getArtifactId());
        }
        return module.getArtifactId();
    }
}
