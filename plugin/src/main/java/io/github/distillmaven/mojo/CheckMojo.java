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
 * Fails the build if an expectation is not met or a result is missing. Writes
 * {@code TEST-<experiment>.xml} for CI servers. All checks of a module run before a failed one ends its build.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends ExperimentMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "distill.skipCheck", defaultValue = "false")
    private String skipCheck;

    private final ModuleChecks checks;

    @Inject
    CheckMojo(PipelineFactory pipelines, ModuleChecks checks) {
        super(pipelines);
        this.checks = checks;
    }

    /** Also if it is skipped: it may be the last one of a module where another has failed. */
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        checks.run(session(), project(), execution(), super::execute, getLog());
    }

    @Override
    Switch skipGoal() {
        return skipSwitch("skipCheck", skipCheck);
    }

    @Override
    void run(ExperimentPipeline pipeline) throws StepFailedException, InterruptedException {
        pipeline.check();
    }
}
