package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.EffectKey;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.model.Customer;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the debtor an order needs, in the debtor's own lane: one guest may have many customer
 * ids in the shop and is still one debtor.
 */
public final class CustomerRequests {

  private static final Duration RECHECK = Duration.ofSeconds(60);

  private final DataSource database;
  private final CrossrefStore crossrefs;
  private final LedgerStore ledger;
  private final Payloads payloads;
  private final RehearsalStore rehearsals = new RehearsalStore();

  public CustomerRequests(
      DataSource database, CrossrefStore crossrefs, LedgerStore ledger, Payloads payloads) {
    this.database = database;
    this.crossrefs = crossrefs;
    this.ledger = ledger;
    this.payloads = payloads;
  }

  /** The debtor under that match key in the flow's target, whichever shop asked for it first. */
  Optional<Crossref> known(FlowLine line, String key) {
    return find(line, payloads.blind("customer", key));
  }

  private Optional<Crossref> find(FlowLine line, String name) {
    return Transactions.run(
        database, c -> crossrefs.findMatched(c, EntityType.CUSTOMER, name, line.to().name()));
  }

  /**
   * @return the round that makes the order wait, empty if the debtor is known or none is needed
   * @throws FaultException {@link Fault.Invalid} if the customer cannot be identified, {@link
   *     Fault.Missing} if it has been waited for too long
   */
  Optional<Round> require(FlowLine line, Claimed lane, Message event, Order order) {
    FlowConfig flow = line.customers();
    if (flow == null) {
      return Optional.empty();
    }
    String key = order.customer().matchKey();
    if (key == null) {
      throw new FaultException(
          new Fault.Invalid(
              "customer.email",
              "the customer has neither VAT id nor e-mail, so no debtor can be found or created; "
                  + "complete the customer in the shop",
              null));
    }
    String name = payloads.blind("customer", key);
    if (find(line, name).isPresent() || isRehearsed(line, name)) {
      return Optional.empty();
    }
    if (Duration.ofMillis(event.waitingMillis()).compareTo(line.config().missingAge()) > 0) {
      throw tooLong(line, name);
    }
    Round round = lane.round();
    String wakeKey = WakeKeys.missing(line.to().name(), EntityType.CUSTOMER, name);
    round.also(
        c -> {
          request(c, line, flow, order, name);
          if (line.config().dryRun() && isRehearsed(c, line, name)) {
            round.wake(wakeKey); // it was rehearsed while this round was under way
          }
        });
    return Optional.of(round.finish(event, waiting(line, flow, wakeKey)));
  }

  /** What is not even made is not missing too long. */
  private static MessageState waiting(FlowLine line, FlowConfig debtors, String wakeKey) {
    String reason = "waits until the customer is known in " + line.to().name();
    return debtors.dryRun() && !line.config().dryRun()
        ? new MessageState.Waiting(
            reason + "; flow " + debtors.name() + " is a dry run",
            MessageState.Waiting.DRY_RUN,
            wakeKey,
            RECHECK)
        : new MessageState.Waiting(reason, "Missing", wakeKey, RECHECK);
  }

  /** While both are dry runs, the order is rehearsed although its debtor is only rehearsed, too. */
  private boolean isRehearsed(FlowLine line, String name) {
    return line.config().dryRun() && Transactions.run(database, c -> isRehearsed(c, line, name));
  }

  private boolean isRehearsed(Connection connection, FlowLine line, String name)
      throws SQLException {
    return rehearsals.waits(connection, EffectKey.ofDebtor(line.to().name(), name));
  }

  private static FaultException tooLong(FlowLine line, String name) {
    return new FaultException(
        new Fault.Missing(
            EntityType.CUSTOMER,
            name,
            "customer.email: no debtor could be found or created in "
                + line.to().name()
                + "; settle the customer's own message, then resubmit"));
  }

  /**
   * Asked once, and stored at once, so that no other order of this batch asks again; the round's
   * wake key keeps other batches out meanwhile.
   */
  private void request(
      Connection connection, FlowLine line, FlowConfig flow, Order order, String name)
      throws SQLException {
    String effectKey = EffectKey.ofDebtor(line.to().name(), name);
    if (ledger.knows(connection, effectKey)) {
      return;
    }
    Customer customer = withAddress(order.customer(), order);
    long payload =
        payloads.put(
            connection, PayloadClass.DOCUMENT, customer.matchKey(), ModelJson.tree(customer));
    Append request =
        Append.event(
            LaneKey.ofDebtor(flow, name),
            flow.name(),
            LaneKey.priority(flow),
            "needed",
            line.from().name(),
            name,
            customer.number(),
            effectKey,
            payload,
            null);
    ledger.append(connection, List.of(request));
  }

  /** A debtor is created with the billing address and the country whose tax rules apply. */
  private static Customer withAddress(Customer c, Order order) {
    @Nullable String taxCountry =
        c.taxCountry() == null ? order.shipTo().country() : c.taxCountry();
    return new Customer(
        c.id(),
        c.number(),
        c.kind(),
        c.guest(),
        c.company(),
        c.salutation(),
        c.title(),
        c.firstName(),
        c.lastName(),
        c.email(),
        c.phone(),
        c.vatIds(),
        c.group(),
        c.language(),
        taxCountry,
        c.address() == null ? order.billTo() : c.address(),
        c.extra());
  }
}
