package io.github.distillmaven.dataset.synthetic;

/** Draws one image of a class, another one each time. */
interface Drawing {

    /**
     * Draws.
     *
     * @param label the class, 0..9
     * @param chance what the image's style is drawn from
     * @return 28x28 grey pixels, row by row
     */
    byte[] draw(int label, Chance chance);
}
