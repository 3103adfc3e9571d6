package io.github.distillmaven.tensorflow;

import io.github.distillmaven.experiment.Training;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** How a network computes its logits. */
interface Architecture {

    /** Smallest height and width of the images it accepts. */
    int minimumSize();

    /**
     * Adds the network to a graph.
     *
     * @param images normalised, [n, height, width, channels]
     * @param classes number of logits
     * @return [n, classes]
     */
    Operand<TFloat32> logits(Layers layers, Operand<TFloat32> images, int classes);

    /** The architecture of the network that is trained. */
    static Architecture of(Training training) {
        return switch (training.network()) {
            case LINEAR -> new LinearArchitecture();
            case MLP -> new MlpArchitecture();
            case MLP_4X100 -> new DeepMlpArchitecture();
            case CNN -> new CnnArchitecture();
            case RESNET18 -> new ResNet18Architecture(training.width());
        };
    }
}
