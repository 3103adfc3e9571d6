package io.github.distillmaven.extension;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.github.distillmaven.extension.option.Option;

/**
 * All components of one kind, by id: the plugin's own, and those of the jars beside it.
 *
 * @param <C> the kind
 */
public final class Components<C extends Component> {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");

    private static final Map<Class<?>, Components<?>> LOADED = new ConcurrentHashMap<>();

    private final Class<C> kind;
    private final SortedMap<String, C> byId = new TreeMap<>();

    private Components(Class<C> kind, Iterable<C> all) {
        this.kind = kind;
        for (C component : all) {
            add(component);
        }
    }

    /**
     * Those that the class loader of this class knows. They are looked for once.
     *
     * @throws InvalidComponentException if one cannot be used
     */
    @SuppressWarnings("unchecked") // What stands below a kind is of that kind.
    public static <C extends Component> Components<C> load(Class<C> kind) {
        Components<?> loaded = LOADED.get(kind);
        if (loaded == null) {
            // Not by computeIfAbsent: components may look for those of other kinds while they are made.
            loaded = search(kind);
            LOADED.put(kind, loaded);
        }
        return (Components<C>) loaded;
    }

    private static <C extends Component> Components<C> search(Class<C> kind) {
        List<C> found = new ArrayList<>();
        try {
            ServiceLoader.load(kind, Components.class.getClassLoader()).forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw InvalidComponentException.cannotBeLoaded(kind, e);
        }
        return new Components<>(kind, found);
    }

    /** These and no others. */
    public static <C extends Component> Components<C> of(Class<C> kind, Collection<C> all) {
        return new Components<>(kind, all);
    }

    /** All of them, sorted by their ids. */
    public List<C> all() {
        return List.copyOf(byId.values());
    }

    /** The ids, sorted. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** The component of that id, if there is one. */
    public Optional<C> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The component of that id.
     *
     * @throws InvalidComponentException if there is none
     */
    public C get(String id) {
        return find(id).orElseThrow(() -> InvalidComponentException.isMissing(kind, id, byId.keySet()));
    }

    /** Every option that one of them takes, by name, each once, in the order of the components. */
    public Map<String, Option<?>> options() {
        Map<String, Option<?>> options = new LinkedHashMap<>();
        byId.values().forEach(component -> options(component).forEach(option -> options.put(option.name(), option)));
        return options;
    }

    /** Those that take an option of that name. */
    public List<C> taking(String option) {
        return byId.values().stream()
                .filter(component -> options(component).stream()
                        .anyMatch(taken -> taken.name().equals(option)))
                .toList();
    }

    private void add(C component) {
        String id = component.id();
        if (id == null || !ID.matcher(id).matches()) {
            throw InvalidComponentException.hasNoId(kind, component);
        }
        C taken = byId.putIfAbsent(id, component);
        if (taken != null) {
            throw InvalidComponentException.isTaken(kind, taken, component);
        }
        byId.values().forEach(other -> refuseAnotherOption(other, component));
    }

    /** Options of one name stand in one XML element. */
    private void refuseAnotherOption(C known, C component) {
        for (Option<?> option : options(component)) {
            if (options(known).stream()
                    .anyMatch(other -> other.name().equals(option.name()) && !other.equals(option))) {
                throw InvalidComponentException.isAnotherOption(kind, option.name(), known, component);
            }
        }
    }

    private static List<Option<?>> options(Component component) {
        return component instanceof Configurable configurable ? configurable.options() : List.of();
    }
}
