package io.github.distillmaven.mojo;

import javax.inject.Inject;

import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.StepFailedException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes the report: a page, the numbers beside it, and a summary at the end of the log. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class ReportMojo extends ExperimentMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skipReport", defaultValue = "false")
    private boolean skipReport;

    @Inject
    ReportMojo(PipelineFactory pipelines) {
        super(pipelines);
    }

    @Override
    boolean skipGoal() {
        return skipReport;
    }

    @Override
    void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException {
        pipeline.report();
    }
}
