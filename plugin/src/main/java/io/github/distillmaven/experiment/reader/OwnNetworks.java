package io.github.distillmaven.experiment.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.distillmaven.experiment.settings.OwnNetworkSettings;
import io.github.distillmaven.experiment.settings.RepeatedElement;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.network.ComposedNetwork;

/**
 * Reads the networks that a POM declares.
 *
 * @param taken names of the networks that there are without them
 * @param problems takes one sentence or more for each thing that is wrong
 */
public record OwnNetworks(List<String> taken, List<String> problems) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");

    /**
     * Reads all that can be read.
     *
     * @param layers what the user wrote; a later one counts instead of those before it
     */
    public List<Network> read(List<SettingLayer> layers) {
        Map<String, String> written = new LinkedHashMap<>();
        layers.forEach(layer -> written.putAll(layer.values()));
        List<Network> networks = new ArrayList<>();
        List<String> names = new ArrayList<>(taken);
        RepeatedElement.each(OwnNetworkSettings.PATH, written).forEach((number, elements) -> {
            Optional<String> name = name(number, elements, names);
            name.ifPresent(names::add);
            name.flatMap(valid -> network(valid, elements)).ifPresent(networks::add);
        });
        return networks;
    }

    private Optional<String> name(int number, Map<String, String> elements, List<String> others) {
        String name = elements.getOrDefault(OwnNetworkSettings.NAME, "");
        String place = "<network> " + number + " in <networks>";
        if (name.isEmpty()) {
            problems.add(place + " has no <name>. Give it one.");
        } else if (!NAME.matcher(name).matches()) {
            problems.add(
                    "<name> of %s is '%s'; it must be of lower-case letters, digits, and single hyphens or dots between them."
                            .formatted(place, name));
        } else if (others.contains(name)) {
            problems.add("<name> of %s is '%s', which is %s. Choose another."
                    .formatted(
                            place,
                            name,
                            taken.contains(name) ? "a network of the plugin" : "that of another <network>"));
        } else {
            return Optional.of(name);
        }
        return Optional.empty();
    }

    private Optional<ComposedNetwork> network(String name, Map<String, String> elements) {
        String layers = elements.getOrDefault(OwnNetworkSettings.LAYERS, "");
        List<String> wrong = new ArrayList<>();
        Optional<ComposedNetwork> network = ComposedNetwork.read(name, layers.isEmpty() ? "<layers/>" : layers, wrong);
        wrong.forEach(problem ->
                problems.add("<network> '" + name + "'" + (problem.startsWith("has ") ? " " : ": ") + problem));
        return network;
    }
}
