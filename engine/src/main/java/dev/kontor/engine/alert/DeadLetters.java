package dev.kontor.engine.alert;

import dev.kontor.engine.problem.Failure;
import dev.kontor.engine.problem.Normaliser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Groups dead letters by flow, fault and reason without what differs from document to document. */
final class DeadLetters implements Failures {

  private static final int BYTES = 12;
  private static final int LONGEST = 300;
  private static final int EXAMPLES = 5;

  /** What a cause is known by stands in the beginning. */
  private static final int READ = 2_000;

  private final Function<Failure, String> problems;

  /**
   * @param problems under which the error desk has a failure
   */
  DeadLetters(Function<Failure, String> problems) {
    this.problems = problems;
  }

  @Override
  public List<Group> now(Connection connection) throws SQLException {
    return grouped(DeadLetterStore.dead(connection));
  }

  List<Group> grouped(List<DeadLetterStore.Found> dead) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (DeadLetterStore.Found found : dead) {
      String text = cause(found.reason());
      String id = id(found.flow(), found.fault(), text);
      Group group =
          new Group(
              found.flow(),
              id,
              problems.apply(new Failure(found.flow(), found.fault(), found.example())),
              text,
              found.count(),
              found.oldest(),
              found.numbers(),
              found.payloads());
      groups.merge(id, group, DeadLetters::both);
    }
    return List.copyOf(groups.values());
  }

  private static Group both(Group a, Group b) {
    Group older = a.oldest().isBefore(b.oldest()) ? a : b;
    return new Group(
        a.flow(),
        a.cause(),
        older.problem(),
        a.text(),
        a.count() + b.count(),
        older.oldest(),
        Stream.concat(a.documents().stream(), b.documents().stream())
            .distinct()
            .limit(EXAMPLES)
            .toList(),
        Stream.concat(a.payloads().stream(), b.payloads().stream()).toList());
  }

  /** What an error says of every document it befalls. */
  static String cause(String reason) {
    String read = reason.length() <= READ ? reason : reason.substring(0, READ);
    String cause = Normaliser.of(read);
    return cause.length() <= LONGEST ? cause : cause.substring(0, LONGEST) + "…";
  }

  private static String id(String... parts) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
