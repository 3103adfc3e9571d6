package io.github.distillmaven.mojo;

import javax.inject.Inject;

import io.github.distillmaven.mojo.wiring.PipelineFactory;
import io.github.distillmaven.pipeline.ExperimentPipeline;
import io.github.distillmaven.pipeline.step.StepFailedException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs a complete experiment: {@code fetch-data}, {@code train-teacher}, {@code mislabel}, {@code train-student}, {@code report} and
 * {@code check}, one after the other. Needs no project: without a POM, {@code -Ddistill.preset} says what is run, and its results
 * are in {@code distill/<preset>} where Maven was started.
 */
@Mojo(name = "run", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class RunMojo extends ExperimentMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skipRun", defaultValue = "false")
    private String skipRun;

    private final ReactorOverview overview;
    private final ModuleChecks checks;

    @Inject
    RunMojo(PipelineFactory pipelines, ReactorOverview overview, ModuleChecks checks) {
        super(pipelines);
        this.overview = overview;
        this.checks = checks;
    }

    /** Another experiment of the module runs before the first that failed ends its build. */
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        checks.run(session(), project(), execution(), super::execute, getLog());
    }

    @Override
    Switch skipGoal() {
        return skipSwitch("skipRun", skipRun);
    }

    @Override
    void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException {
        pipeline.fetchData();
        pipeline.trainTeacher();
        attach(pipeline, "teacher");
        pipeline.mislabel();
        attach(pipeline, "transfer");
        pipeline.trainStudent();
        attach(pipeline, "student");
        if (pipeline.report()) {
            attach(pipeline, "report");
            overview.update(session(), project(), execution(), getLog());
        }
        pipeline.check();
    }
}
