package io.github.distillmaven.tensorflow.gpu;

import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/** The GPUs that TensorFlow computes on in this process. Its API has no list of devices, so each is asked to do something. */
public final class Gpus {

    private Gpus() {}

    /** How many there are. */
    public static int count() {
        return Counted.NUMBER;
    }

    private static boolean computesOn(int index) {
        DeviceSpec gpu = DeviceSpec.newBuilder()
                .deviceType(DeviceSpec.DeviceType.GPU)
                .deviceIndex(index)
                .build();
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Op probe = Ops.create(graph).withDevice(gpu).constant(0f);
            session.run(probe);
            return true;
        } catch (TFInvalidArgumentException e) {
            // The op cannot be placed: there is no such device.
            return false;
        }
    }

    /** Devices neither come nor go while a process runs. */
    private static final class Counted {
        static final int NUMBER = number();

        private static int number() {
            int number = 0;
            while (computesOn(number)) {
                number++;
            }
            return number;
        }
    }
}
