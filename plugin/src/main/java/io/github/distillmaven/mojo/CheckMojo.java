package io.github.distillmaven.mojo;

import javax.inject.Inject;

import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.StepFailedException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build if an expectation is not met, or if there are no results of this build to look at. Writes
 * {@code TEST-<experiment>.xml} for CI servers.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends ExperimentMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skipCheck", defaultValue = "false")
    private boolean skipCheck;

    @Inject
    CheckMojo(PipelineFactory pipelines) {
        super(pipelines);
    }

    @Override
    boolean skipGoal() {
        return skipCheck;
    }

    @Override
    void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException {
        pipeline.check();
    }
}
