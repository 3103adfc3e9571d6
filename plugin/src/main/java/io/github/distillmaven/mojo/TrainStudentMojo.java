package io.github.distillmaven.mojo;

import javax.inject.Inject;

import io.github.distillmaven.mojo.wiring.PipelineFactory;
import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.step.StepFailedException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Trains a student on the transfer set alone, or restores it from the store. */
@Mojo(name = "train-student", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class TrainStudentMojo extends ExperimentMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skipTrainStudent", defaultValue = "false")
    private String skipTrainStudent;

    @Inject
    TrainStudentMojo(PipelineFactory pipelines) {
        super(pipelines);
    }

    @Override
    Switch skipGoal() {
        return skipSwitch("skipTrainStudent", skipTrainStudent);
    }

    @Override
    void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException {
        pipeline.trainStudent();
        attach(pipeline, "student");
    }
}
