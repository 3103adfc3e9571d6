package io.github.distillmaven.extension;

import java.util.List;

import io.github.distillmaven.extension.option.Option;

/** A component that may have settings, which are handed to its work. */
public interface Configurable extends Component {

    /** The settings that it takes, which users write beside its name; none by default. */
    default List<Option<?>> options() {
        return List.of();
    }
}
