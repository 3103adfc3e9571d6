package io.github.distillmaven.mojo;

import javax.inject.Inject;

import io.github.distillmaven.mojo.wiring.PipelineFactory;
import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.step.StepFailedException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Trains the teacher, or restores it from the store. */
@Mojo(name = "train-teacher", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class TrainTeacherMojo extends ExperimentMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skipTrainTeacher", defaultValue = "false")
    private String skipTrainTeacher;

    @Inject
    TrainTeacherMojo(PipelineFactory pipelines) {
        super(pipelines);
    }

    @Override
    Switch skipGoal() {
        return skipSwitch("skipTrainTeacher", skipTrainTeacher);
    }

    @Override
    void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException {
        pipeline.trainTeacher();
        attach(pipeline, "teacher");
    }
}
