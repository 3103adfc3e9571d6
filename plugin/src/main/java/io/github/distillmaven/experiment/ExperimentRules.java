package io.github.distillmaven.experiment;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ImageShape;

/** What must hold between settings that are each valid by itself. */
final class ExperimentRules {

    /** Below this the second convolution of the small network has no pixel left to pool. */
    private static final int SMALLEST_CNN_SIDE = 16;

    private final DatasetCatalog datasets;

    ExperimentRules(DatasetCatalog datasets) {
        this.datasets = datasets;
    }

    /** One sentence or more for each rule that is broken. */
    List<String> violations(Experiment experiment) {
        List<String> problems = new ArrayList<>();
        DatasetSpec source = datasets.find(experiment.dataset()).orElseThrow();
        DatasetSpec inputs = datasets.find(experiment.transfer().inputs()).orElseThrow();
        if (!inputs.shape().equals(source.shape())) {
            problems.add("<transfer><inputs> is '%s' with images of %s, but the teacher learns '%s' with images of %s."
                            .formatted(inputs.name(), inputs.shape(), source.name(), source.shape())
                    + " Choose inputs of the teacher's shape.");
        }
        Keep keep = experiment.transfer().keep();
        if (keep != Keep.ALL && !inputs.name().equals(source.name())) {
            problems.add(
                    "<transfer><keep> is '%s', but the inputs '%s' have no true label in the teacher's task '%s'. Keep 'all', or set <transfer><inputs> to '%s'."
                            .formatted(ValueType.canonical(keep), inputs.name(), source.name(), source.name()));
        }
        refuseTooSmall("teacher", experiment.teacher().network(), source.shape(), problems);
        refuseTooSmall("student", experiment.student().network(), source.shape(), problems);
        refuseMomentumOfAdam("teacher", experiment.teacher(), experiment.settings(), problems);
        refuseMomentumOfAdam("student", experiment.student(), experiment.settings(), problems);
        return problems;
    }

    private static void refuseTooSmall(String role, Network network, ImageShape shape, List<String> problems) {
        if (network == Network.CNN && Math.min(shape.height(), shape.width()) < SMALLEST_CNN_SIDE) {
            problems.add("<%s><network> is 'cnn', which needs images of at least %dx%d; these are %s."
                    .formatted(role, SMALLEST_CNN_SIDE, SMALLEST_CNN_SIDE, shape));
        }
    }

    private static void refuseMomentumOfAdam(
            String role, Training training, List<SettingValue> settings, List<String> problems) {
        boolean written = settings.stream()
                .anyMatch(setting -> setting.path().equals(role + ".momentum")
                        && setting.origin().compareTo(SettingValue.Origin.PRESET) > 0);
        if (written && training.optimizer().algorithm() == Optimizer.Algorithm.ADAM) {
            problems.add(
                    "<%s><momentum> is set, but 'adam' has no such setting. Remove it, or set <optimizer> to 'sgd'."
                            .formatted(role));
        }
    }
}
