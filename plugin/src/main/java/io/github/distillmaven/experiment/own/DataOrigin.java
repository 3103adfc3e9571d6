package io.github.distillmaven.experiment.own;

import java.net.URI;

/** Where data of the user's own come from. */
public sealed interface DataOrigin {

    /** As the log names it. */
    String display();

    /**
     * A file or folder.
     *
     * @param path relative to the folder of the POM, or absolute
     */
    record InPlace(String path) implements DataOrigin {

        @Override
        public String display() {
            return path;
        }
    }

    /**
     * A file on the web.
     *
     * @param address http or https; its query may be a signature, and is not shown
     */
    record AtAddress(URI address) implements DataOrigin {

        @Override
        public String display() {
            return address.toString().replaceFirst("\\?.*", "");
        }
    }

    /**
     * A Maven artifact.
     *
     * @param coordinates {@code group:artifact:version:type} or {@code group:artifact:version:classifier:type}
     */
    record OfArtifact(String coordinates) implements DataOrigin {

        @Override
        public String display() {
            return coordinates;
        }
    }
}
