package dev.kontor.engine.setup;

import dev.kontor.engine.config.KeptConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says for the record what of a connection was changed, without any value. */
final class ConnectionChange {

  private ConnectionChange() {}

  static String words(@Nullable KeptConnection before, KeptConnection now) {
    if (before == null) {
      return "added, to " + now.connector();
    }
    List<String> changed = new ArrayList<>();
    if (!before.connector().equals(now.connector())) {
      changed.add("connector");
    }
    if (!Objects.equals(before.zone(), now.zone())) {
      changed.add("zone");
    }
    if (!before.referencePrefix().equals(now.referencePrefix())) {
      changed.add("referencePrefix");
    }
    changed.addAll(settings(before, now));
    return changed.isEmpty() ? "left as it is" : "changed " + String.join(", ", changed);
  }

  private static Set<String> settings(KeptConnection before, KeptConnection now) {
    Set<String> names = new TreeSet<>(before.settings().propertyNames());
    names.addAll(now.settings().propertyNames());
    names.removeIf(name -> before.settings().path(name).equals(now.settings().path(name)));
    Set<String> secrets = new TreeSet<>(before.secrets().keySet());
    secrets.addAll(now.secrets().keySet());
    secrets.removeIf(at -> Objects.equals(before.secrets().get(at), now.secrets().get(at)));
    secrets.forEach(at -> names.add(at.substring(1) + " (secret)"));
    return names;
  }
}
