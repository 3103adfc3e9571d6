package io.github.distillmaven.mojo.wiring;

import java.nio.file.Path;
import javax.inject.Inject;
import javax.inject.Singleton;

import io.github.distillmaven.mojo.configuration.PomConfiguration;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** Makes results artifacts of the project, which are installed and deployed with it. */
@Singleton
public class Attachments {

    private static final String TYPE = "zip";

    private final MavenProjectHelper helper;

    @Inject
    Attachments(MavenProjectHelper helper) {
        this.helper = helper;
    }

    /**
     * Attaches a result, once.
     *
     * @param execution the experiment
     * @param what which of its results
     */
    public void attach(MavenProject project, MojoExecution execution, String what, Path zip) {
        String classifier = classifier(PomConfiguration.of(project, execution), execution, what);
        boolean attached = project.getAttachedArtifacts().stream()
                .anyMatch(artifact -> classifier.equals(artifact.getClassifier())
                        && artifact.getType().equals(TYPE));
        if (!attached) {
            helper.attachArtifact(project, TYPE, classifier, zip.toFile());
        }
    }

    /** What it is; where a project has several experiments, behind the name of its own. */
    private static String classifier(PomConfiguration pom, MojoExecution execution, String what) {
        long experiments = pom.executions().stream()
                .map(each -> pom.experimentOf(each.getId()))
                .distinct()
                .count();
        return experiments > 1 ? pom.experimentOf(execution.getExecutionId()) + "-" + what : what;
    }
}
