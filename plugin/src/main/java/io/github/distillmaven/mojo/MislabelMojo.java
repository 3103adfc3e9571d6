package io.github.distillmaven.mojo;

import javax.inject.Inject;

import io.github.distillmaven.mojo.wiring.PipelineFactory;
import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.step.StepFailedException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lets the teacher label the inputs, and keeps those that the student is to see. */
@Mojo(name = "mislabel", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class MislabelMojo extends ExperimentMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skipMislabel", defaultValue = "false")
    private String skipMislabel;

    @Inject
    MislabelMojo(PipelineFactory pipelines) {
        super(pipelines);
    }

    @Override
    Switch skipGoal() {
        return skipSwitch("skipMislabel", skipMislabel);
    }

    @Override
    void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException {
        pipeline.mislabel();
        attach(pipeline, "transfer");
    }
}
