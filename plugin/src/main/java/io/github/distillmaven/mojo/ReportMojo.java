package io.github.distillmaven.mojo;

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import javax.inject.Inject;

import io.github.distillmaven.mojo.wiring.PipelineFactory;
import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.report.overview.OverviewReport;
import io.github.distillmaven.site.SiteReport;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenMultiPageReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the report: a page, its numbers as files, and a summary in the log. In {@code <reporting>}, adds what the
 * experiments of the module left in {@code target/distill} to its site; nothing is trained or fetched for it.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class ReportMojo extends ExperimentMojo implements MavenMultiPageReport {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skipReport", defaultValue = "false")
    private String skipReport;

    private final ReactorOverview overview;
    private @Nullable File site;

    @Inject
    ReportMojo(PipelineFactory pipelines, ReactorOverview overview) {
        super(pipelines);
        this.overview = overview;
    }

    @Override
    Switch skipGoal() {
        return skipSwitch("skipReport", skipReport);
    }

    @Override
    void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException {
        if (pipeline.report()) {
            attach(pipeline, "report");
            overview.update(session(), project(), execution(), getLog());
        }
    }

    @Override
    public boolean canGenerateReport() throws MavenReportException {
        try {
            SiteModules modules = modules();
            return !isSkipped()
                    && (modules.hasExperiments()
                            || !modules.below().isEmpty()
                            || OverviewReport.hasResults(ReactorOverview.folder(project())));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        SiteModules modules = modules();
        try {
            boolean shown = new SiteReport(ReactorOverview.folder(project()), modules.below())
                    .write(Objects.requireNonNull(site).toPath(), sink);
            if (!shown && modules.hasExperiments()) {
                getLog().warn("No experiment has been reported yet, and the site says so."
                        + " 'mvn verify site' runs the experiments before it builds the site.");
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The one form that maven-site-plugin calls both before and since its version 3.20, when the type of the other's page changed. */
    @Override
    public void generate(Sink sink, SinkFactory pages, Locale locale) throws MavenReportException {
        generate(sink, locale);
    }

    /** Deprecated, but abstract: the newer name of it calls this. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return SiteReport.NAME;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "Distillation";
    }

    @Override
    public String getDescription(Locale locale) {
        return "What students learn from a teacher's labels alone: the experiments of this project.";
    }

    @Override
    public void setReportOutputDirectory(File folder) {
        site = folder;
    }

    @Override
    public @Nullable File getReportOutputDirectory() {
        return site;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }

    private SiteModules modules() {
        return new SiteModules(project(), execution().getPlugin().getKey());
    }

    private static MavenReportException failure(IOException e) {
        return new MavenReportException("The site cannot show the experiments: " + e.getMessage(), e);
    }
}
