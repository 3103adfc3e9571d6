package io.github.distillmaven.transfer.attack;

/** Which point of its way an input is left at. */
enum Iterate {
    /** The last one. */
    LAST,
    /** The one nearest to the aim, which is the input itself where no step came nearer. */
    BEST
}
