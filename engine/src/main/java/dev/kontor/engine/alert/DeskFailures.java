package dev.kontor.engine.alert;

import dev.kontor.engine.problem.DeadLetters;
import dev.kontor.engine.problem.Normaliser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** What waits for a person, as the error desk groups it. */
public final class DeskFailures implements Failures {

  private static final int BYTES = 12;
  private static final int LONGEST = 300;
  private static final int EXAMPLES = 5;

  /** One more than is added up, so that more are known to be more. */
  private static final int ORDERS = OrderWorth.MOST + 1;

  /** What a cause is known by stands in the beginning. */
  private static final int READ = 2_000;

  private final DeadLetters dead;

  public DeskFailures(DeadLetters dead) {
    this.dead = dead;
  }

  @Override
  public List<Group> now(Connection connection) throws SQLException {
    return dead.alike(connection, EXAMPLES, ORDERS).stream().map(DeskFailures::group).toList();
  }

  private static Group group(DeadLetters.Alike alike) {
    return new Group(
        alike.flow(),
        id(alike.flow(), alike.fault(), alike.text()),
        alike.problem(),
        shortened(alike.text()),
        alike.documents(),
        alike.oldest(),
        alike.numbers(),
        alike.orders());
  }

  /** What an error says of everything it befalls. */
  static String cause(String reason) {
    String read = reason.length() <= READ ? reason : reason.substring(0, READ);
    return shortened(Normaliser.of(read));
  }

  private static String shortened(String cause) {
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
