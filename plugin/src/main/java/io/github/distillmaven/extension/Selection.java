package io.github.distillmaven.extension;

/** Which labelled inputs enter the transfer set. */
public interface Selection extends Component {

    /** Whether an input stays. */
    boolean keeps(TransferRow row);

    /** Whether it tells right labels from wrong ones, for which the inputs need a true label in the teacher's task. */
    default boolean needsTrueLabels() {
        return true;
    }

    /** Whether it keeps the teacher's errors, of which there may be few however much the teacher has learnt. */
    default boolean keepsErrors() {
        return false;
    }

    /**
     * What to do when it keeps too few inputs, in whole sentences; the caller adds that more inputs could be labelled.
     *
     * @param share of the inputs that it kept, such as {@code 1.2 %}
     */
    String adviceWhenFew(String share);

    /** What to do when a class is never given, in whole sentences. */
    String adviceWhenAClassIsMissing();
}
