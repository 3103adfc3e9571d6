package io.github.distillmaven.extension;

import java.util.List;

/** What flows from layer to layer: one array of numbers for each example of a batch. */
public interface Signal {

    /** Sizes of the array of one example: {@code [height, width, channels]} of images, {@code [units]} behind a dense layer. */
    List<Long> sizes();
}
