package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.internal.c_api.global.tensorflow;

/**
 * Unpacks TensorFlow's native libraries once more after they could not be loaded. JavaCPP goes on when one of them cannot be unpacked, and
 * tells in the end only that another one misses it.
 */
final class NativesUnpacking {

    /** Adds the reason to a failure, if unpacking is what failed. */
    void explain(LinkageError failure) {
        try {
            ClassProperties properties = Loader.loadProperties(tensorflow.class, Loader.loadProperties(), true);
            List<String> libraries = new ArrayList<>(properties.get("platform.preload"));
            libraries.addAll(properties.get("platform.link"));
            for (String library : libraries) {
                for (URL url : Loader.findLibrary(tensorflow.class, properties, library)) {
                    Loader.cacheResource(url);
                }
            }
        } catch (IOException | RuntimeException | LinkageError reason) {
            failure.addSuppressed(reason);
        }
    }
}
