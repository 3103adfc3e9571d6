package io.github.distillmaven.experiment.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.distillmaven.experiment.settings.OwnNetworkSettings;
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
        List<Network> networks = new ArrayList<>();
        new NamedElements(
                        OwnNetworkSettings.PATH,
                        NAME,
                        "lower-case letters, digits, and single hyphens or dots between them",
                        "a network of the plugin",
                        taken,
                        problems)
                .read(layers, (name, elements) -> network(name, elements).ifPresent(networks::add));
        return networks;
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
