package dev.kontor.engine.privacy;

import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.CustomerKey;
import dev.kontor.model.ModelJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * Finds what systems pushed about a person: by the messages made of it, and, as a repeat makes
 * none, by what stands in it.
 */
final class PushedBodies {

  /** A body may be megabytes. */
  private static final int BATCH = 20;

  /** What is shorter may as well be a quantity. */
  private static final int SHORTEST_ID = 16;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}@._%+-]*");
  private static final Pattern END = Pattern.compile("[._%+-]+$");

  private final Vault vault;

  PushedBodies(Vault vault) {
    this.vault = vault;
  }

  /** Their ids. */
  Set<Long> about(Connection connection, String email, Person person) throws SQLException {
    Set<Long> found = new HashSet<>(PersonStore.pushed(connection, person.sources(), person.ids()));
    Set<String> names = new HashSet<>(Set.of(CustomerKey.email(email)));
    for (String id : person.ids()) {
      if (id.length() >= SHORTEST_ID) {
        names.add(id.toLowerCase(Locale.ROOT));
      }
    }
    long after = Long.MIN_VALUE;
    List<PayloadStore.Stored> batch = PersonStore.doors(connection, after, BATCH);
    while (!batch.isEmpty()) {
      add(batch, names, found);
      after = batch.getLast().id();
      batch = PersonStore.doors(connection, after, BATCH);
    }
    return found;
  }

  private void add(List<PayloadStore.Stored> batch, Set<String> names, Set<Long> found) {
    List<Sealed> sealed = batch.stream().map(PayloadStore.Stored::sealed).toList();
    List<Optional<byte[]>> opened = vault.openAll(sealed);
    for (int i = 0; i < batch.size(); i++) {
      if (opened.get(i).filter(body -> isAbout(body, names)).isPresent()) {
        found.add(batch.get(i).id());
      }
    }
  }

  static boolean isAbout(byte[] body, Set<String> names) {
    Matcher word = WORD.matcher(text(body).toLowerCase(Locale.ROOT));
    while (word.find()) {
      if (names.contains(END.matcher(word.group()).replaceFirst(""))) {
        return true;
      }
    }
    return false;
  }

  /** With what JSON spells otherwise as people read it. */
  private static String text(byte[] body) {
    try {
      return ModelJson.parse(body).toString();
    } catch (JacksonException noJson) {
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}
