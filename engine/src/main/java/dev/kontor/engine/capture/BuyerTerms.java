package dev.kontor.engine.capture;

import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.Customer;
import dev.kontor.model.Order;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Lets people find an order by its buyer's e-mail, of which only a keyed hash is kept. Erasing the
 * buyer takes it away.
 */
public final class BuyerTerms implements Round.Together<Payloads.Findable> {

  private static final String EMAIL = "email";
  private static final String SUBJECT = "document:";

  private final Payloads payloads;

  public BuyerTerms(Payloads payloads) {
    this.payloads = payloads;
  }

  /** Adds to the round by what its order is found; nothing if the buyer gave no e-mail. */
  void remember(Round round, String source, Order order) {
    Customer buyer = order.customer();
    String person = buyer.matchKey();
    String email = buyer.email();
    if (person != null && email != null) {
      round.together(
          this, new Payloads.Findable(person, email, SUBJECT + source + "|" + order.id()));
    }
  }

  @Override
  public void store(Connection connection, List<Payloads.Findable> documents) throws SQLException {
    payloads.makeFindable(connection, EMAIL, documents);
  }

  /**
   * An order as its source knows it.
   *
   * @param sourceId native id
   */
  public record Found(String source, String sourceId) {
    private static Optional<Found> of(String subject) {
      String[] parts = subject.substring(subject.indexOf(':') + 1).split("\\|", 2);
      return subject.startsWith(SUBJECT) && parts.length == 2
          ? Optional.of(new Found(parts[0], parts[1]))
          : Optional.empty();
    }
  }

  /** Orders of who has that e-mail, as far as they were captured since terms are kept. */
  public List<Found> find(Connection connection, String email, int most) throws SQLException {
    return payloads.found(connection, EMAIL, email, most).stream()
        .flatMap(subject -> Found.of(subject).stream())
        .toList();
  }
}
