package io.github.distillmaven.pytorch;

import java.io.IOException;
import java.util.Random;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.distillmaven.tensorflow.training.PeakMemory;
import io.github.distillmaven.tensorflow.training.StepSettings;
import io.github.distillmaven.tensorflow.training.StepTimes;
import io.github.distillmaven.tensorflow.training.StepWork;

/** The contestant PyTorch, called from Java through DJL, in float32: it trains a ResNet-18. */
public final class PyTorchSteps {

    private PyTorchSteps() {}

    /** @param args see {@link StepSettings} */
    public static void main(String[] args) throws IOException {
        StepSettings settings = StepSettings.parse(args);
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(settings.threads()));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        try (Model model = Model.newInstance("resnet18", Device.cpu(), "PyTorch")) {
            model.setBlock(ResNet18Blocks.network(settings.width()));
            try (Trainer trainer = model.newTrainer(configuration())) {
                Shape images = new Shape(StepWork.TRAINING.batch(), 3, 32, 32);
                trainer.initialize(images);
                run(trainer, images, new StepTimes(StepWork.TRAINING));
            }
        }
        PeakMemory.print();
    }

    private static DefaultTrainingConfig configuration() {
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed((float) StepSettings.RATE))
                        .optMomentum((float) StepSettings.MOMENTUM)
                        .optWeightDecays((float) StepSettings.WEIGHT_DECAY)
                        .build());
    }

    private static void run(Trainer trainer, Shape shape, StepTimes times) {
        Random random = new Random(1);
        float[] classes = new float[StepWork.TRAINING.batch()];
        for (int index = 0; index < classes.length; index++) {
            classes[index] = random.nextInt(StepSettings.CLASSES);
        }
        NDArray images = trainer.getManager().randomNormal(shape);
        NDArray labels = trainer.getManager().create(classes);
        do {
            try (NDManager ofStep = trainer.getManager().newSubManager();
                    GradientCollector gradients = trainer.newGradientCollector()) {
                NDList answers = trainer.forward(new NDList(images), new NDList(labels));
                NDArray loss = trainer.getLoss().evaluate(new NDList(labels), answers);
                gradients.backward(loss);
                loss.getFloat();
                answers.attach(ofStep);
                loss.attach(ofStep);
            }
            trainer.step();
        } while (times.lap());
    }
}
