package io.github.distillmaven.tensorflow;

import java.util.Locale;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the tests of this package, and of those below it, the locale of a worker, in which TensorFlow runs. All others run in the locale of the build, which is one
 * with digits of its own: whatever is written by the machine's locale then differs from what a test wants.
 */
public final class WorkerLocale implements BeforeAllCallback, AfterAllCallback {

    private Locale ofTheBuild;

    @Override
    public void beforeAll(ExtensionContext test) {
        ofTheBuild = Locale.getDefault();
        if (test.getRequiredTestClass().getName().startsWith(WorkerLocale.class.getPackageName() + ".")) {
            Locale.setDefault(Locale.ROOT);
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        Locale.setDefault(ofTheBuild);
    }
}
