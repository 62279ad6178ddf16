package dev.kontor.engine.setup;

import dev.kontor.engine.config.ConfigFile;
import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.KeptSettings;
import dev.kontor.engine.config.Pack;
import dev.kontor.engine.config.PackUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What stands in the file is changed in the file, and what others need stays. */
record FileRules(ConfigFile.Written written) {

  /** All uses that hold, the file's first. */
  List<PackUse> uses(KeptSettings kept) {
    List<PackUse> uses = new ArrayList<>(written.uses());
    kept.uses().stream().filter(use -> !has(use)).forEach(uses::add);
    return uses;
  }

  boolean has(PackUse use) {
    return written.uses().stream().anyMatch(use::isSame);
  }

  /**
   * @throws SetupException if the file has a connection of that name
   */
  void free(String connection) {
    if (written.connections().contains(connection)) {
      throw SetupException.written("name", "the connection " + connection);
    }
  }

  /**
   * @throws SetupException if the file has that use
   */
  void free(PackUse use) {
    if (has(use)) {
      throw SetupException.written("prefix", "the use of " + use.words());
    }
  }

  /**
   * @throws SetupException if there is no such connection of the console, or a pack uses it
   */
  void removable(String connection, KeptSettings kept) {
    free(connection);
    if (!kept.connections().containsKey(connection)) {
      throw SetupException.unknown(
          "name",
          "there is no connection "
              + connection
              + " of the console; there are "
              + new TreeSet<>(kept.connections().keySet()));
    }
    List<PackUse> users =
        uses(kept).stream().filter(use -> use.roles().containsValue(connection)).toList();
    if (!users.isEmpty()) {
      throw SetupException.conflict(
          "name",
          "the connection "
              + connection
              + " is used by "
              + users.stream().map(PackUse::words).collect(Collectors.joining(", "))
              + "; give that another connection or remove it first");
    }
  }

  /**
   * @throws SetupException if there is no such use of the console
   */
  void removable(PackUse use, KeptSettings kept) {
    free(use);
    if (kept.uses().stream().noneMatch(use::isSame)) {
      throw SetupException.unknown(
          "pack",
          "there is no use of "
              + use.words()
              + " of the console; there are "
              + kept.uses().stream().map(PackUse::words).toList());
    }
  }

  /**
   * The pack's name of a flow.
   *
   * @throws SetupException if no pack in use has such a flow
   */
  String flow(String name, KeptSettings kept, ConnectorSchemas installed) {
    Set<String> all = new TreeSet<>();
    for (PackUse use : uses(kept)) {
      Set<String> flows = flows(use, installed);
      if (flows.contains(name)) {
        return name.substring(use.prefix().length());
      }
      all.addAll(flows);
    }
    throw SetupException.unknown("name", "there is no flow " + name + "; there are " + all);
  }

  /** Names of the flows of a use. */
  static Set<String> flows(PackUse use, ConnectorSchemas installed) {
    return Pack.of(installed, use.pack()).stream()
        .flatMap(pack -> pack.flows().stream())
        .map(flow -> use.prefix() + flow)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
